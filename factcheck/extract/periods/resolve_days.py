"""From a node to the one day it stands for: a date, the 4th, a weekday, the first Monday of a month."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck import period as periods
from factcheck.extract.periods import steps
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.reference import Reading, Reference, Resolver, in_year, made, resolve


def _day(node: Node, ref: Reference) -> Reading | None:
    _, year_node, m, d = node
    if m is None:
        return _day_of_month(d, ref)
    if not _possible(m, d, year_node):
        return Reading(None, "day", f"{year_node[1] if year_node else 'XXXX'}-{m:02}-{d:02}")
    return in_year(year_node, ref, lambda y: periods.day(y, m, d), "day", f"%s-{m:02}-{d:02}", f"XXXX-{m:02}-{d:02}")


def _possible(m: int, d: int, year_node: Node | None) -> bool:
    """False for 30 February, and for 29 February of a year that has none."""
    try:
        date(year_node[1] if year_node and year_node[0] == "year" else 2000, m, d)
    except ValueError:
        return False
    return True


def _day_of_month(d: int, ref: Reference) -> Reading | None:
    """ "The 4th": in the month spoken of, else the nearest one."""
    base, anchor = ref.base("c")
    if base is None:
        return None
    if anchor == "published" and d > base.day and not ref.future:
        base = steps.add(base.replace(day=1), -1, "month")
    found = periods.day(base.year, base.month, d)
    return made(found, "day", found.edtf, anchor)


def _numeric(node: Node, ref: Reference) -> Reading | None:
    _, a, b, y = node
    m, d = (a, b) if (ref.month_first and a <= 12) or b > 12 else (b, a)
    return _day(("day", ("year", y) if y is not None else None, m, d), ref)


def _weekday(node: Node, ref: Reference) -> Reading | None:
    near = ref.narrative and ref.context is not None and ref.context.grain == "day"
    base, anchor = ref.base("c" if near else "p", "day")
    if base is None:
        return Reading(periods.unknown("XXXX"), "day", f"XXXX-WXX-{node[1] + 1}", "published")
    if ref.future or anchor == "context":
        found = base + timedelta(days=(node[1] - base.weekday()) % 7)
    else:
        found = base - timedelta(days=(base.weekday() - node[1]) % 7)
    return made(periods.on(found), "day", found.isoformat(), anchor)


def _weekday_day(node: Node, ref: Reference) -> Reading | None:
    """ "Monday 21": the nearest day that is both, the past one first."""
    base, anchor = ref.base("c" if ref.narrative else "p")
    if base is None:
        return Reading(periods.unknown("XXXX"), "day", f"XXXX-XX-{node[2]:02}", "published")
    steps_back = [*range(0, -20, -1), *range(20), *range(-20, -800, -1)]
    for step in range(800) if ref.future else steps_back:
        found = base + timedelta(days=step)
        if found.day == node[2] and found.weekday() == node[1]:
            return made(periods.on(found), "day", found.isoformat(), anchor)
    return None


def _weekday_of(node: Node, ref: Reference) -> Reading | None:
    whole = resolve(node[2], ref)
    if whole is None or whole.start is None:
        return None
    found = whole.start + timedelta(days=(node[1] - whole.start.weekday()) % 7)
    return made(periods.on(found), "day", found.isoformat(), whole.anchor)


def _nth_weekday(node: Node, ref: Reference) -> Reading | None:
    _, n, name, whole_node = node
    whole = resolve(whole_node, ref)
    if whole is None or whole.period is None or whole.period.start is None or whole.period.end is None:
        return None
    if n == -1:
        found = whole.period.end - timedelta(days=(whole.period.end.weekday() - name) % 7)
    else:
        found = whole.period.start + timedelta(days=(name - whole.period.start.weekday()) % 7 + 7 * (n - 1))
    return made(periods.on(found), "day", found.isoformat(), whole.anchor)


DAYS: dict[str, Resolver] = {
    "day": _day,
    "numeric": _numeric,
    "weekday": _weekday,
    "weekday_day": _weekday_day,
    "weekday_of": _weekday_of,
    "nth_weekday": _nth_weekday,
}
