"""From a node to the days it stands for: ranges, open ends, and dates so long before or after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from factcheck import period as periods
from factcheck.extract.periods import steps
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.reference import Reading, Reference, Resolver, made, resolve
from factcheck.extract.words.mentions import Anchor


def _within(node: Node, ref: Reference) -> Reading | None:
    """ "In three years": a length, or the time after it where the sentence looks ahead."""
    if ref.future and node[1][1][-1][1] not in ("hour", "minute", "second"):
        return _shift(("shift", 1, node[1], "p"), ref)
    return resolve(node[1], ref)


def _shift(node: Node, ref: Reference) -> Reading | None:
    _, sign, length, anchor = node
    amounts = length[1]
    if any(amount == "X" for amount, _ in amounts):
        return Reading(None, "ref", "PAST_REF" if sign < 0 else "FUTURE_REF", "published")
    if isinstance(anchor, str):
        context = _counted_from(ref, sign) if anchor == "c" else None
        if context is not None and context.period is not None:
            return _shift_reading(context, amounts, sign, "context")
        base = ref.published
        if base is None or (anchor == "c" and sign > 0):  # nothing is told of later than the day it is printed
            return Reading(None, amounts[-1][1], "XXXX", "published")
        return _shift_day(base, amounts, sign, "published")
    whole = resolve(anchor, ref)
    if whole is None or whole.period is None or whole.period.start is None:
        return None
    return _shift_reading(whole, amounts, sign, whole.anchor, after=True)


def _counted_from(ref: Reference, sign: int) -> Reading | None:
    """What "a year earlier" and "a year later" count from: a date of the sentence, else the story's latest."""
    if ref.context is not ref.before:
        return ref.context
    return (ref.past or ref.context) if sign > 0 else (ref.context or ref.past)


def _shift_day(base: date, amounts: tuple[tuple[Any, str], ...], sign: int, anchor: Anchor) -> Reading:
    """ "Three years ago" is some day of that year, "two months ago" some day of that month."""
    day = steps.shift(base, amounts, sign)
    grain = amounts[-1][1]
    if grain in ("hour", "minute", "second", "weekend"):
        grain = "day"
    found, timex = steps.unit_at(day, grain)
    return made(found, grain, timex, anchor)


def _shift_reading(
    whole: Reading, amounts: tuple[tuple[Any, str], ...], sign: int, anchor: Anchor, after: bool = False
) -> Reading | None:
    """A period moved by a length: a year before the second quarter is a second quarter."""
    period = whole.period
    if period is None or period.start is None or period.end is None:
        return None
    if steps.coarser(whole.grain, amounts[-1][1]):
        return _shift_day(period.end if sign > 0 and after else period.start, amounts, sign, anchor)
    first = steps.shift(period.start, amounts, sign)
    moved = steps.span_like(first, period)
    if amounts[-1][1] in ("year", "month", "decade") and whole.grain in ("day", "part") and not after:
        timex = steps.unit_at(first, amounts[-1][1])[1]
    else:
        timex = steps.timex_of(moved, whole.grain)
    return made(moved, whole.grain, timex, anchor)


def _range(node: Node, ref: Reference) -> Reading | None:
    first_node, last_node = node[1], node[2]
    if _has_year(last_node) and not _has_year(first_node):
        first_node = _with_year(first_node, _year_node(last_node))
    elif _has_year(first_node) and not _has_year(last_node):
        last_node = _with_year(last_node, _year_node(first_node))
    first = resolve(first_node, ref)
    last = resolve(last_node, replace(ref, future=True) if first_node[0] == "now" else ref)
    if first is None or last is None or first.period is None or last.period is None:
        return None
    first, last = _in_order(first, last, first_node, last_node, ref)
    if first.period is None or last.period is None:
        return None
    if first.start and last.period.end and first.start > last.period.end:
        return None
    anchor = first.anchor if first.anchor != "absolute" else last.anchor
    basis = "stated" if anchor == "absolute" else "resolved"
    return Reading(periods.between(first.period, last.period, basis), "range", f"{first.timex}/{last.timex}", anchor)


def _has_year(node: Node) -> bool:
    return node[0] in _YEARLY and node[_YEARLY[node[0]]] is not None


# The kinds that recur each year, and where in the node the year stands.
_YEARLY = {"month": 1, "day": 1, "quarter": 1, "half": 1, "season": 1, "holiday": 1, "numeric": 3}


def _year_node(node: Node) -> Node:
    return ("year", node[3]) if node[0] == "numeric" else node[1]


def _with_year(node: Node, year_node: Node) -> Node:
    if node[0] == "numeric":
        return (*node[:3], year_node[1]) if year_node[0] == "year" else node
    return (node[0], year_node, *node[2:]) if node[0] in _YEARLY else node


def _in_order(first: Reading, last: Reading, a: Node, b: Node, ref: Reference) -> tuple[Reading, Reading]:
    """Ends of a range whose years were guessed, moved so that the first comes first."""
    if first.start is None or last.start is None:
        return first, last
    if b[0] == "weekday" and last.start < first.start:
        end = first.start + timedelta(days=(b[1] - first.start.weekday()) % 7)
        return first, made(periods.on(end), "day", end.isoformat(), last.anchor)
    if first.start > last.start and a[0] in _YEARLY:
        return resolve(_with_year(a, ("year", last.start.year - (a[0] != "year" and _later(a, b)))), ref) or first, last
    if a[0] in _YEARLY and b[0] in _YEARLY and (last.start - first.start).days > 366 and not _has_year(a):
        return resolve(_with_year(a, ("year", last.start.year)), ref) or first, last
    return first, last


def _later(a: Node, b: Node) -> bool:
    return a[0] == b[0] and None not in (*a[2:], *b[2:]) and a[2:] > b[2:]


def _open(node: Node, ref: Reference) -> Reading | None:
    _, mod, inner = node
    inner_reading = resolve(inner, ref)
    if inner_reading is not None and inner_reading.grain == "time":
        return replace(inner_reading, mod=mod)
    if inner_reading is None or inner_reading.period is None:
        return None
    if inner[0] == "at" and mod != "since":  # before 5 pm on Monday is that Monday
        return replace(inner_reading, mod=mod)
    period = inner_reading.period
    ahead = bool(ref.published and period.start and period.start > ref.published)
    if mod == "since" and ahead and inner[-1] == ("whole", "year"):
        period = periods.year_before(period, period.basis) or period  # since the end of the financial year
    if period.start is None or period.end is None:
        return replace(inner_reading, mod=mod)
    if inner_reading.mod == "end" and (mod in ("by", "until") or (mod == "before" and inner[1] == "end")):
        closed = periods.on(period.end, period.basis)
        return replace(inner_reading, period=closed, mod=mod)
    if mod == "since":
        end = ref.published if ref.published and ref.published >= period.start else None
        bounded = periods.since(period, end, period.basis)
    elif mod == "before":
        bounded = periods.days(None, period.start - timedelta(days=1), period.basis)
    elif mod == "after":
        bounded = periods.days(period.end + timedelta(days=1), None, period.basis)
    elif mod == "until" and ref.published and period.start > ref.published:
        return replace(inner_reading, mod="by")  # a goal, not a stretch that goes on until then
    elif mod == "until":
        bounded = periods.until(period, period.basis)
    else:
        bounded = period
    return replace(inner_reading, period=bounded, mod=mod)


SPANS: dict[str, Resolver] = {
    "within": _within,
    "shift": _shift,
    "range": _range,
    "open": _open,
}
