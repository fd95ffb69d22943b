"""From a node to the days it stands for: the last three months, the six months before, the final weeks of a year."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from factcheck.extract.periods import steps
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.reference import Reading, Reference, Resolver, made, resolve
from factcheck.extract.words.mentions import Anchor

_HOURS = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
_FAR_END = 300  # days


def _window(node: Node, ref: Reference) -> Reading | None:
    """ "The last three months", "the six months to June"."""
    _, sign, length, to_node = node
    if to_node is None and length[1] == ((1, "weekend"),):
        return resolve(("unit", "weekend", sign, "p"), ref)
    timex = steps.duration_timex(length[1])
    anchor: Anchor = "published"
    edge = ref.published
    if to_node is not None:
        to = resolve(to_node, ref)
        anchor = to.anchor if to else "published"
        edge = to.period.end if to and to.period else None
    if edge is None or any(amount == "X" for amount, _ in length[1]):
        return Reading(None, "window", timex, anchor)
    amount, name = length[1][-1]
    if to_node is None and name in steps.PARTS_OF_YEAR:
        return _whole_units(edge, sign, amount, name, timex)
    if name in _HOURS:
        size = timedelta(days=ceil(amount * _HOURS[name] / 24))
        first, last = (edge - size, edge) if sign < 0 else (edge, edge + size)
    elif sign < 0:
        first, last = steps.shift(edge + timedelta(days=1), length[1], -1), edge
    else:
        first, last = edge + timedelta(days=1), steps.shift(edge, length[1], 1)
    return made(steps.named(first, last), "range" if to_node else "window", timex, anchor)


def _prior(node: Node, ref: Reference) -> Reading | None:
    """ "The previous six months": those up to the time just named, or to the day of publication."""
    context, amounts = ref.context, node[1][1]
    if context is None or context.start is None or any(amount == "X" for amount, _ in amounts):
        return _window(("window", -1, node[1], None), ref)
    last = context.start - timedelta(days=1)
    return made(
        steps.named(steps.shift(context.start, amounts, -1), last), "range", steps.duration_timex(amounts), "context"
    )


def _whole_units(edge: date, sign: int, amount: int, name: str, timex: str) -> Reading:
    """The last, or the next, so many complete quarters."""
    now = steps.unit_at(edge, name)[0].start or edge
    first = steps.add(now, -amount if sign < 0 else 1, name)
    last = steps.add(first, amount, name) - timedelta(days=1)
    return made(steps.named(first, last), "window", timex, "published")


def _head(node: Node, ref: Reference) -> Reading | None:
    _, side, amount, name, whole_node = node
    whole = resolve(whole_node or ("unit", "year", 0, "c"), ref)
    timex = steps.duration_timex(((amount, name),))
    if whole is None or whole.period is None or whole.period.start is None or whole.period.end is None:
        return Reading(None, "window", timex, "published")
    if side > 0:
        first = whole.period.start
        last = steps.add(first, amount, name) - timedelta(days=1)
    else:
        last = year_told(whole.period.start, whole.period.end, node[4], ref)[1]
        first = steps.add(last + timedelta(days=1), -amount, name)
    return made(steps.named(first, last), "window", timex, whole.anchor)


def year_told(start: date, end: date, whole_node: Node | None, ref: Reference) -> tuple[date, date]:
    """The days of a whole; "the end of the year" is told of last year's where this one's is far."""
    far = ref.published is not None and whole_node == ("whole", "year") and (end - ref.published).days > _FAR_END
    if not far or ref.future:
        return start, end
    return steps.add(start, -1, "year"), steps.add(end + timedelta(days=1), -1, "year") - timedelta(days=1)


WINDOWS: dict[str, Resolver] = {"window": _window, "prior": _prior, "head": _head}
