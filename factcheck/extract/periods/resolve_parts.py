"""From a node to the days it stands for: "last year", parts of periods, the n-th of a period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck import period as periods
from factcheck.extract.periods import steps
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.reference import Reading, Reference, Resolver, in_year, made, resolve
from factcheck.extract.periods.resolve_windows import year_told
from factcheck.extract.words.mentions import Mod

_RECENT, _MONTH = 3 * 366, 31  # days
_EARLY = 2  # months of a year in which the one before is what is told of
_SHORT, _WEEKS = 28, 45  # days
_SEASON, _YEAR = 300, 366  # days
_CLOSE_SEASON = (6, 7)  # months in which no season is on


def _unit(node: Node, ref: Reference) -> Reading | None:
    _, name, offset, anchor, *rest = node
    base, source = ref.base(anchor, name)
    if source == "context" and offset == 0 and (again := _again(name, ref)):
        return again
    if base is None:
        return Reading(None, name, "XXXX" if name == "year" else "XXXX-XX", source)
    if source == "context" and name == "year" and ref.context and (earlier := _year_like(ref.context, offset)):
        return earlier
    if name == "season" and source == "context":
        base += timedelta(days=_MONTH)  # a season or a fiscal year that begins in July is one of that year
    elif name == "season" and offset < 0 and base.month in _CLOSE_SEASON:
        offset += 1  # last season is the one that is over
    found, timex = steps.unit_at(steps.add(base, offset, name), name)
    return made(found, name, timex + (rest[0] if rest else ""), source)


def _year_like(context: Reading, offset: int) -> Reading | None:
    """The year before the year to June or the season of 2022/23, or the one after it."""
    period, grain = context.period, context.grain
    if period is None or period.start is None or period.end is None:
        return None
    long = _SEASON <= (period.days or 0) <= _YEAR
    if not long or (grain not in ("range", "season") and (grain != "year" or period.start.month == 1)):
        return None
    moved = steps.span_like(steps.add(period.start, offset, "year"), period)
    return made(moved, grain, steps.timex_of(moved, grain), "context")


def _again(name: str, ref: Reference) -> Reading | None:
    """ "The same month" beside a year: the month told of before, in that year."""
    year, before = ref.context, ref.before
    if year is None or year.grain != "year" or year.start is None or before is None or before.start is None:
        return None
    if name == "year" or not steps.coarser("year", name) or steps.coarser(before.grain, name):
        return None
    found, timex = steps.unit_at(before.start.replace(year=year.start.year, day=1), name)
    return made(found, name, timex, "context")


_CLOSED = ("quarter", "half")


def _whole(node: Node, ref: Reference) -> Reading | None:
    """ "The year", "the quarter": the one spoken of, where that is known as closely."""
    context = ref.context
    if node[1] == "weekend":
        return _weekend(ref)
    if context is not None and steps.coarser(context.grain, node[1]):
        return None
    if context is not None and context.start is not None and ref.published is not None and not ref.narrative:
        gap = (ref.published - context.start).days
        if gap > _RECENT or gap < 0:
            return _unit(("unit", node[1], 0, "p"), ref)
    if context is None and node[1] in _CLOSED and ref.published is not None and not (ref.narrative or ref.future):
        return _unit(("unit", node[1], -1, "p"), ref)  # closed the quarter with a profit
    found = _unit(("unit", node[1], 0, "c"), ref)
    return _year_spoken_of(found, ref) if node[1] == "year" else found


def _year_spoken_of(found: Reading | None, ref: Reference) -> Reading | None:
    """The same year, but a running one early on is hardly told of in the past, nor one that is over in the future."""
    if found is None or found.period is None or found.start is None or ref.published is None or ref.narrative:
        return found
    ahead = ref.future and found.start.year == ref.published.year - 1
    if ahead:
        return _unit(("unit", "year", 0, "p"), ref)
    early = not ref.future and found.start.year == ref.published.year and ref.published.month <= _EARLY
    return _unit(("unit", "year", -1, "p"), ref) if early else found


def _weekend(ref: Reference) -> Reading | None:
    """ "The weekend": the one that is on or over, the coming one where the sentence looks ahead."""
    over = ref.published is not None and ref.published.weekday() < _SATURDAY and not ref.future
    return _unit(("unit", "weekend", -1 if over else 0, "p"), ref)


_SATURDAY = 5


def _part(node: Node, ref: Reference) -> Reading | None:
    whole = resolve(node[2], ref)
    if whole is None or (whole.period is None and whole.grain != "time"):
        return None
    if whole.period is None:
        return replace(whole, mod=_MODS[node[1]])
    if node[1] in ("sofar", "rest"):
        return _around_now(whole, node[1], ref)
    mod = _MODS[node[1]]
    cut = steps.part_of(whole.period, whole.grain, node[1])
    return replace(whole, period=cut, mod=mod, grain="part")


_MODS: dict[str, Mod] = {
    "early": "start", "start": "start", "sofar": "start", "mid": "mid", "late": "end", "end": "end", "rest": "end",
}  # fmt: skip


def _around_now(whole: Reading, part: str, ref: Reference) -> Reading:
    """ "Earlier this year": from its start to now; "later this year": from now to its end."""
    period, now = whole.period, ref.published
    mod = _MODS[part]
    if period is None or period.start is None or period.end is None or now is None:
        return replace(whole, mod=mod)
    if not period.start <= now <= period.end:
        return replace(whole, mod=mod)
    cut = periods.days(period.start, now) if part == "sofar" else periods.days(now, period.end)
    return replace(whole, period=cut.on_basis(period.basis), mod=mod, grain="partial")


def _nth(node: Node, ref: Reference) -> Reading | None:
    _, n, name, whole_node = node
    if name in ("quarter", "half") and n > 0 and (whole_node is None or whole_node[0] in ("year", "unit", "same")):
        if n > (4 if name == "quarter" else 2):
            return None
        return resolve((name, whole_node, n), ref)
    if whole_node is None and n > 0:
        return _nth_likely(n, name, ref)
    whole = resolve(whole_node, ref) if whole_node else None
    if whole is None or whole.period is None or whole.period.start is None or whole.period.end is None:
        return None
    start, end = whole.period.start, whole.period.end
    if n < 0:
        start, end = year_told(start, end, whole_node, ref)
    found = steps.nth_of(start, end, n, name)
    return made(found[0], name, found[1], whole.anchor) if found else None


def _nth_likely(n: int, name: str, ref: Reference) -> Reading | None:
    """The n-th so many months of the likeliest year: the first bimester."""
    size = _SIZES.get(name)
    if size is None or n * size > 12:
        return None
    month = (n - 1) * size + 1
    return in_year(None, ref, lambda y: steps.unit_at(date(y, month, 1), name)[0], name, "%s", "XXXX")


_SIZES = {"bimester": 2, "quadrimester": 4}  # months


def _same(node: Node, ref: Reference) -> Reading | None:
    """The context's months and days in another year; no days of news, such as that on which results came out."""
    context = ref.stretch if ref.stretch and (ref.context is None or _is_news(ref.context, ref)) else ref.context
    if context is None or context.period is None or context.period.start is None or context.period.end is None:
        return resolve(node[1], ref) if node[1][0] == "year" else Reading(None, "same", "XXXX", "context")
    context = _of_length(context, *node[2:])
    if context.period is None or context.period.start is None:
        return None
    kind, number = node[1][0], node[1][1]
    step = number - context.period.start.year if kind == "year" else node[1][2]
    moved = steps.span_like(steps.add(context.period.start, step, "year"), context.period)
    return made(moved, context.grain, steps.timex_of(moved, context.grain), "context")


def _of_length(context: Reading, name: str = "") -> Reading:
    """The quarter or half-year around a shorter context, where one is named: the same quarter, after "in January"."""
    start, days = context.start, context.period.days if context.period else None
    if start is None or not name or days is None or days >= _LEAST.get(name, 0):
        return context
    found, timex = steps.unit_at(start, name)
    return made(found, name, timex, context.anchor)


_LEAST = {"month": 7, "quarter": 80, "half": 170}  # days


def _is_news(context: Reading | None, ref: Reference) -> bool:
    """Whether a context is a day or a few of the weeks before publication."""
    if context is None or context.period is None or context.start is None or ref.published is None:
        return False
    return (context.period.days or 0) < _SHORT and 0 <= (ref.published - context.start).days <= _WEEKS


PARTS: dict[str, Resolver] = {
    "unit": _unit,
    "whole": _whole,
    "part": _part,
    "nth": _nth,
    "same": _same,
}
