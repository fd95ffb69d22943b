"""From a node to the period before, of or behind the day of publication: last October, next Friday, this summer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck import period as periods
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.reference import Reading, Reference, Resolver, made, resolve

_LONG_AGO = 5  # days


def _rel(node: Node, ref: Reference) -> Reading | None:
    """ "last October", "next Friday", "this summer"."""
    _, k, inner = node
    base = ref.published or (ref.context.start if ref.narrative and ref.context else None)
    if base is None:
        return resolve(inner, replace(ref, context=None))
    if inner[0] == "weekday":
        return _rel_weekday(k, inner[1], base, ref.next_week)
    year_nodes = [("year", base.year + step) for step in (-2, -1, 0, 1, 2)]
    readings = [resolve((inner[0], node, *inner[2:]), ref) for node in year_nodes]
    known = [r for r in readings if r is not None and r.period is not None and r.period.start is not None]
    if k == 0:
        fits = [r for r in known if r.start is not None and r.start.year == base.year]
    elif k < 0:
        fits = [r for r in known if r.period and r.period.end and r.period.end < base][::-1]
    else:
        fits = [r for r in known if r.start is not None and r.start > base]
    return made(fits[0].period, fits[0].grain, fits[0].timex, "published") if fits and fits[0].period else None


def _rel_weekday(k: int, name: int, base: date, next_week: bool) -> Reading:
    """ "Last Friday" is the nearest one gone, "next Friday" the nearest one to come, or that of next week.

    "This Monday" is that of the week, on a Sunday that of the next.
    """
    monday = base - timedelta(days=base.weekday())
    found = monday + timedelta(days=name + 7 * max(k, 0))
    if k == 0 and (base - found).days >= _LONG_AGO:
        found += timedelta(days=7)
    if k > 0 and not next_week:
        found = base + timedelta(days=(name - base.weekday() - 1) % 7 + 1 + 7 * (k - 1))
    if k < 0:
        found = base - timedelta(days=(base.weekday() - name - 1) % 7 + 1)
    return made(periods.on(found), "day", found.isoformat(), "published")


RELATIVE: dict[str, Resolver] = {"rel": _rel}
