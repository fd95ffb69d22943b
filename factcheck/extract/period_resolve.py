"""From a node to the days it stands for: against the publication date, or what the text has spoken of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from factcheck import period as periods
from factcheck.extract import period_steps as steps
from factcheck.extract.period_grammar import Node
from factcheck.extract.period_holidays import holiday_date
from factcheck.period import Period

# Days between a text's own time and its publication that make it a story of that time; a year named in passing does not.
_NARRATIVE_GAP = 366
_HISTORY = 30 * 366
_RECENT = 3 * 366


@dataclass(frozen=True, slots=True)
class Reading:
    """What a node stands for."""

    period: Period | None
    grain: str
    timex: str
    anchor: str = "absolute"
    mod: str | None = None
    fiscal: bool = False

    @property
    def start(self) -> date | None:
        return self.period.start if self.period else None


@dataclass(slots=True)
class Reference:
    """What relative dates are relative to."""

    published: date | None
    published_end: date | None
    context: Reading | None
    month_first: bool = False  # 09/11 is 11 September
    future: bool = False  # the sentence speaks of what is to come

    @property
    def narrative(self) -> bool:
        """True where the text speaks of a time long before its publication, or has no publication date."""
        if self.context is None or self.context.start is None:
            return False
        if self.published is None:
            return True
        gap = (self.published - self.context.start).days
        return gap > (_HISTORY if self.context.grain in ("year", "decade", "range") else _NARRATIVE_GAP)

    def base(self, anchor: str) -> tuple[date | None, str]:
        """The day that an offset counts from, and where it comes from."""
        if anchor == "c" and self.context is not None and self.context.start is not None:
            return self.context.start, "context"
        return self.published, "published"


def resolve(node: Node, ref: Reference) -> Reading | None:
    """The reading of a node; None where the calendar has no such day or nothing tells when it was."""
    try:
        return _RESOLVERS[node[0]](node, ref)
    except (ValueError, OverflowError):
        return None


def _made(period: Period, grain: str, timex: str, anchor: str) -> Reading:
    basis = "stated" if anchor == "absolute" else "resolved"
    return Reading(replace(period, basis=basis), grain, timex, anchor)


def _in_year(
    year_node: Node | None, ref: Reference, make: Callable[[int], Period], grain: str, timex: str, edtf: str
) -> Reading | None:
    """A period that recurs each year, in the year said or the likeliest one; `timex` has %s for the year."""
    if year_node is not None:
        said = resolve(year_node, ref)
        if said is None or said.start is None:
            return Reading(periods.unknown(edtf), grain, timex % "XXXX", "published")
        period = make(said.start.year)
        fiscal = len(year_node) > 2 and year_node[2] == "fiscal"
        return replace(_made(period, grain, timex % f"{said.start.year:04}", said.anchor), fiscal=fiscal)
    y, anchor = _likely_year(ref, make, grain)
    if y is None:
        return Reading(periods.unknown(edtf), grain, timex % "XXXX", "published")
    return _made(make(y), grain, timex % f"{y:04}", anchor)


def _likely_year(ref: Reference, make: Callable[[int], Period], grain: str) -> tuple[int | None, str]:
    if ref.narrative and ref.context is not None and ref.context.start is not None:
        return _narrative_year(ref.context, make), "context"
    if ref.published is None:
        return None, "published"
    this = ref.published.year
    years = [y for y in range(this - 8, this + 9) if _exists(make, y)]
    if ref.future:
        coming = [y for y in years if (make(y).end or date.min) >= ref.published]
        return (coming[0], "published") if coming else (None, "published")
    slack = timedelta(days=_AHEAD.get(grain, 0))
    end = ref.published_end or ref.published
    gone = [y for y in years if (make(y).start or date.max) <= end + slack]
    return (gone[-1], "published") if gone else (None, "published")


_AHEAD = {"day": 45, "holiday": 0}  # a day and month without a year may lie a little ahead


def _exists(make: Callable[[int], Period], y: int) -> bool:
    try:
        make(y)
    except ValueError:
        return False
    return True


_NEXT_YEAR, _LAST_YEAR = 120, 240  # days by which a story must gain to change its year


def _narrative_year(context: Reading, make: Callable[[int], Period]) -> int:
    """The year in which a story goes on: the context's, or the next where that is much nearer."""
    assert context.start is not None
    this = context.start.year
    if context.grain in ("year", "decade", "season"):
        return this if _exists(make, this) else this + 1
    options = [y for y in (this - 1, this, this + 1) if _exists(make, y)]

    def cost(y: int) -> int:
        gap = abs(((make(y).start or date.max) - context.start).days)  # type: ignore[operator]
        return gap + (0, _NEXT_YEAR, _LAST_YEAR)[y - this]

    return min(options, key=cost)


def _year(node: Node, ref: Reference) -> Reading | None:
    made = _made(periods.year(node[1]), "year", f"{node[1]:04}", "absolute")
    return replace(made, fiscal=len(node) > 2)


def _bc(node: Node, ref: Reference) -> Reading | None:
    return Reading(None, "year", f"BC{node[1]:04}")


def _month(node: Node, ref: Reference) -> Reading | None:
    m = node[2]
    return _in_year(node[1], ref, lambda y: periods.month(y, m), "month", f"%s-{m:02}", f"XXXX-{m:02}")


def _day(node: Node, ref: Reference) -> Reading | None:
    _, year_node, m, d = node
    if m is None:
        return _day_of_month(d, ref)
    return _in_year(year_node, ref, lambda y: periods.day(y, m, d), "day", f"%s-{m:02}-{d:02}", f"XXXX-{m:02}-{d:02}")


def _day_of_month(d: int, ref: Reference) -> Reading | None:
    """ "The 4th": in the month spoken of, else the nearest one."""
    base, anchor = ref.base("c")
    if base is None:
        return None
    if anchor == "published" and d > base.day and not ref.future:
        base = steps.add(base.replace(day=1), -1, "month")
    made = periods.day(base.year, base.month, d)
    return _made(made, "day", made.edtf, anchor)


def _numeric(node: Node, ref: Reference) -> Reading | None:
    _, a, b, y = node
    m, d = (a, b) if (ref.month_first and a <= 12) or b > 12 else (b, a)
    return _day(("day", ("year", y) if y is not None else None, m, d), ref)


def _weekday(node: Node, ref: Reference) -> Reading | None:
    near = ref.narrative and ref.context is not None and ref.context.grain == "day"
    base, anchor = ref.base("c" if near else "p")
    if base is None:
        return Reading(periods.unknown("XXXX"), "day", f"XXXX-WXX-{node[1] + 1}", "published")
    if ref.future or anchor == "context":
        found = base + timedelta(days=(node[1] - base.weekday()) % 7)
    else:
        found = base - timedelta(days=(base.weekday() - node[1]) % 7)
    return _made(periods.on(found), "day", found.isoformat(), anchor)


def _weekday_day(node: Node, ref: Reference) -> Reading | None:
    """ "Monday 21": the nearest day that is both, the past one first."""
    base, anchor = ref.base("c" if ref.narrative else "p")
    if base is None:
        return None
    for step in (*range(31), *range(-1, -800, -1), *range(31, 800)):
        found = base + timedelta(days=step)
        if found.day == node[2] and found.weekday() == node[1]:
            return _made(periods.on(found), "day", found.isoformat(), anchor)
    return None


def _weekday_of(node: Node, ref: Reference) -> Reading | None:
    whole = resolve(node[2], ref)
    if whole is None or whole.start is None:
        return None
    found = whole.start + timedelta(days=(node[1] - whole.start.weekday()) % 7)
    return _made(periods.on(found), "day", found.isoformat(), whole.anchor)


def _nth_weekday(node: Node, ref: Reference) -> Reading | None:
    _, n, name, whole_node = node
    whole = resolve(whole_node, ref)
    if whole is None or whole.period is None or whole.period.start is None or whole.period.end is None:
        return None
    if n == -1:
        found = whole.period.end - timedelta(days=(whole.period.end.weekday() - name) % 7)
    else:
        found = whole.period.start + timedelta(days=(name - whole.period.start.weekday()) % 7 + 7 * (n - 1))
    return _made(periods.on(found), "day", found.isoformat(), whole.anchor)


def _quarter(node: Node, ref: Reference) -> Reading | None:
    q = node[2]
    return _in_year(node[1], ref, lambda y: periods.quarter(y, q), "quarter", f"%s-Q{q}", f"XXXX-{32 + q}")


def _half(node: Node, ref: Reference) -> Reading | None:
    h = node[2]
    return _in_year(node[1], ref, lambda y: periods.half(y, h), "half", f"%s-H{h}", f"XXXX-{39 + h}")


_SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def _season(node: Node, ref: Reference) -> Reading | None:
    code = node[2]
    timex = "%s-" + _SEASON_CODES[code]
    return _in_year(node[1], ref, lambda y: periods.season(y, code), "season", timex, f"XXXX-{code}")


def _decade(node: Node, ref: Reference) -> Reading | None:
    return _made(periods.decade(node[1]), "decade", f"{node[1] // 10:03}", "absolute")


def _century(node: Node, ref: Reference) -> Reading | None:
    return _made(periods.century(node[1]), "century", f"{node[1] - 1:02}", "absolute")


def _holiday(node: Node, ref: Reference) -> Reading | None:
    key = node[2]
    made = _in_year(node[1], ref, lambda y: periods.on(holiday_date(key, y)), "holiday", "%s", "XXXX")
    if made is None or made.start is None:
        return made
    return replace(made, grain="day", timex=made.start.isoformat())


def _unit(node: Node, ref: Reference) -> Reading | None:
    _, name, offset, anchor, *rest = node
    base, source = ref.base(anchor)
    if base is None:
        return Reading(None, name, "XXXX" if name == "year" else "XXXX-XX", source)
    made, timex = steps.unit_at(steps.add(base, offset, name), name)
    return _made(made, name, timex + (rest[0] if rest else ""), source)


def _whole(node: Node, ref: Reference) -> Reading | None:
    """ "The year", "the quarter": the one spoken of, where that is known as closely."""
    context = ref.context
    if context is not None and steps.coarser(context.grain, node[1]):
        return None
    stale = not ref.narrative and context is not None and context.start is not None and ref.published is not None
    if stale and (ref.published - context.start).days > _RECENT:  # type: ignore[union-attr,operator]
        return _unit(("unit", node[1], 0, "p"), ref)
    return _unit(("unit", node[1], 0, "c"), ref)


def _rel(node: Node, ref: Reference) -> Reading | None:
    """ "last October", "next Friday", "this summer"."""
    _, k, inner = node
    base = ref.published
    if base is None:
        return resolve(inner, ref)
    if inner[0] == "weekday":
        return _rel_weekday(k, inner[1], base)
    year_nodes = [("year", base.year + step) for step in (-2, -1, 0, 1, 2)]
    readings = [resolve((inner[0], node, *inner[2:]), ref) for node in year_nodes]
    known = [r for r in readings if r is not None and r.period is not None and r.period.start is not None]
    if k == 0:
        fits = [r for r in known if r.start is not None and r.start.year == base.year]
    elif k < 0:
        fits = [r for r in known if r.period and r.period.end and r.period.end < base][::-1]
    else:
        fits = [r for r in known if r.start is not None and r.start > base]
    return _made(fits[0].period, fits[0].grain, fits[0].timex, "published") if fits and fits[0].period else None


def _rel_weekday(k: int, name: int, base: date) -> Reading:
    monday = base - timedelta(days=base.weekday())
    found = monday + timedelta(days=name + 7 * max(k, 0))
    if k < 0:
        found = base - timedelta(days=(base.weekday() - name - 1) % 7 + 1)
    return _made(periods.on(found), "day", found.isoformat(), "published")


def _part(node: Node, ref: Reference) -> Reading | None:
    whole = resolve(node[2], ref)
    if whole is None or whole.period is None:
        return None
    if node[1] in ("sofar", "rest"):
        return _around_now(whole, node[1], ref)
    mod = {"early": "start", "late": "end"}.get(node[1], node[1])
    cut = steps.part_of(whole.period, whole.grain, node[1])
    return replace(whole, period=cut, mod=mod, grain="part")


def _around_now(whole: Reading, part: str, ref: Reference) -> Reading:
    """ "Earlier this year": from its start to now; "later this year": from now to its end."""
    period, now = whole.period, ref.published
    mod = "start" if part == "sofar" else "end"
    if period is None or period.start is None or period.end is None or now is None:
        return replace(whole, mod=mod)
    if not period.start <= now <= period.end:
        return replace(whole, mod=mod)
    cut = periods.days(period.start, now) if part == "sofar" else periods.days(now, period.end)
    return replace(whole, period=replace(cut, basis=period.basis), mod=mod, grain="partial")


def _week(node: Node, ref: Reference) -> Reading | None:
    n = node[2]
    return _in_year(
        node[1], ref, lambda y: periods.week(date.fromisocalendar(y, n, 1)), "week", f"%s-W{n:02}", "XXXX"
    )


def _week_from(node: Node, ref: Reference) -> Reading | None:
    first = resolve(node[1], ref)
    if first is None or first.start is None:
        return None
    made = periods.days(first.start, first.start + timedelta(days=6))
    return _made(made, "week", steps.unit_at(first.start, "week")[1], first.anchor)


def _within(node: Node, ref: Reference) -> Reading | None:
    """ "In three years": a length, or the time after it where the sentence looks ahead."""
    if ref.future and node[1][1][-1][1] not in ("hour", "minute", "second"):
        return _shift(("shift", 1, node[1], "p"), ref)
    return _dur(node[1], ref)


def _nth(node: Node, ref: Reference) -> Reading | None:
    _, n, name, whole_node = node
    if name in ("quarter", "half") and n > 0 and (whole_node is None or whole_node[0] in ("year", "unit", "same")):
        if n > (4 if name == "quarter" else 2):
            return None
        return (_quarter if name == "quarter" else _half)((name, whole_node, n), ref)
    whole = resolve(whole_node, ref) if whole_node else None
    if whole is None or whole.period is None or whole.period.start is None or whole.period.end is None:
        return None
    found = steps.nth_of(whole.period.start, whole.period.end, n, name)
    return _made(found[0], name, found[1], whole.anchor) if found else None


def _shift(node: Node, ref: Reference) -> Reading | None:
    _, sign, length, anchor = node
    amounts = length[1]
    if any(amount == "X" for amount, _ in amounts):
        return Reading(None, "ref", "PAST_REF" if sign < 0 else "FUTURE_REF", "published")
    if isinstance(anchor, str):
        if anchor == "c" and ref.context is not None and ref.context.period is not None:
            return _shift_reading(ref.context, amounts, sign, "context")
        base = ref.published
        if base is None:
            return Reading(None, amounts[-1][1], "XXXX", "published")
        return _shift_day(base, amounts, sign, "published")
    whole = resolve(anchor, ref)
    if whole is None or whole.period is None or whole.period.start is None:
        return None
    return _shift_reading(whole, amounts, sign, whole.anchor, after=True)


def _shift_day(base: date, amounts: tuple[tuple[Any, str], ...], sign: int, anchor: str) -> Reading:
    """ "Three years ago" is some day of that year, "two months ago" some day of that month."""
    day = steps.shift(base, amounts, sign)
    grain = amounts[-1][1]
    if grain in ("hour", "minute", "second", "weekend"):
        grain = "day"
    made, timex = steps.unit_at(day, grain)
    return _made(made, grain, timex, anchor)


def _shift_reading(
    whole: Reading, amounts: tuple[tuple[Any, str], ...], sign: int, anchor: str, after: bool = False
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
    return _made(moved, whole.grain, timex, anchor)


def _window(node: Node, ref: Reference) -> Reading | None:
    """ "The last three months", "the six months to June"."""
    _, sign, length, to_node = node
    timex = steps.duration_timex(length[1])
    anchor, edge = "published", ref.published
    if to_node is not None:
        to = resolve(to_node, ref)
        anchor = to.anchor if to else "published"
        edge = to.period.end if to and to.period else None
    if edge is None or any(amount == "X" for amount, _ in length[1]):
        return Reading(None, "window", timex, anchor)
    if sign < 0:
        first, last = steps.shift(edge + timedelta(days=1), length[1], -1), edge
    else:
        first, last = edge + timedelta(days=1), steps.shift(edge, length[1], 1)
    return _made(steps.named(first, last), "window", timex, anchor)


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
        last = whole.period.end
        first = steps.add(last + timedelta(days=1), -amount, name)
    return _made(steps.named(first, last), "window", timex, whole.anchor)


def _same(node: Node, ref: Reference) -> Reading | None:
    """The context's months and days in another year."""
    context = ref.context
    if context is None or context.period is None or context.period.start is None or context.period.end is None:
        return resolve(node[1], ref) if node[1][0] == "year" else Reading(None, "same", "XXXX", "context")
    if node[1][0] == "year":
        step = node[1][1] - context.period.start.year
    else:
        step = node[1][2] if node[1][2] else 0
    moved = steps.span_like(steps.add(context.period.start, step, "year"), context.period)
    return _made(moved, context.grain, steps.timex_of(moved, context.grain), "context")


def _range(node: Node, ref: Reference) -> Reading | None:
    first_node, last_node = node[1], node[2]
    if _has_year(last_node) and not _has_year(first_node):
        first_node = _with_year(first_node, last_node[1])
    elif _has_year(first_node) and not _has_year(last_node):
        last_node = _with_year(last_node, first_node[1])
    first, last = resolve(first_node, ref), resolve(last_node, ref)
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
    return node[0] in _YEARLY and node[1] is not None


_YEARLY = ("month", "day", "quarter", "half", "season", "holiday")


def _with_year(node: Node, year_node: Node) -> Node:
    return (node[0], year_node, *node[2:]) if node[0] in _YEARLY else node


def _in_order(first: Reading, last: Reading, a: Node, b: Node, ref: Reference) -> tuple[Reading, Reading]:
    """Ends of a range whose years were guessed, moved so that the first comes first."""
    if first.start is None or last.start is None:
        return first, last
    if first.start > last.start and a[0] in _YEARLY:
        return resolve(_with_year(a, ("year", last.start.year - (a[0] != "year" and _later(a, b)))), ref) or first, last
    if a[0] in _YEARLY and b[0] in _YEARLY and (last.start - first.start).days > 366 and not _has_year(a):
        return resolve(_with_year(a, ("year", last.start.year)), ref) or first, last
    return first, last


def _later(a: Node, b: Node) -> bool:
    return a[0] == b[0] and a[2:] > b[2:]


def _open(node: Node, ref: Reference) -> Reading | None:
    _, mod, inner = node
    inner_reading = resolve(inner, ref)
    if inner_reading is None or inner_reading.period is None:
        return None
    period = inner_reading.period
    if period.start is None or period.end is None:
        return replace(inner_reading, mod=mod)
    if mod in ("by", "until") and inner_reading.mod == "end":
        closed = periods.on(period.end, period.basis)
        return replace(inner_reading, period=closed, mod="by" if mod == "by" else mod)
    if mod == "since":
        end = ref.published if ref.published and ref.published >= period.start else None
        bounded = periods.since(period, end, period.basis)
    elif mod == "before":
        bounded = periods.days(None, period.start - timedelta(days=1), period.basis)
    elif mod == "after":
        bounded = periods.days(period.end + timedelta(days=1), None, period.basis)
    elif mod == "until":
        bounded = periods.until(period, period.basis)
    else:
        bounded = period
    return replace(inner_reading, period=bounded, mod=mod)


def _dur(node: Node, ref: Reference) -> Reading:
    if isinstance(node[1], str):
        return Reading(None, "duration", node[1])
    return Reading(None, "duration", steps.duration_timex(node[1]))


def _set(node: Node, ref: Reference) -> Reading:
    value = node[1]
    if isinstance(value, str):
        return Reading(None, "set", value)
    if value[0] == "weekday":
        return Reading(None, "set", f"XXXX-WXX-{value[1] + 1}")
    return Reading(None, "set", steps.duration_timex(value[1]))


def _now(node: Node, ref: Reference) -> Reading:
    if ref.published is None:
        return Reading(None, "now", "PRESENT_REF", "published")
    end = ref.published_end or ref.published
    return Reading(replace(periods.days(ref.published, end), basis="resolved"), "now", "PRESENT_REF", "published")


def _ref(node: Node, ref: Reference) -> Reading:
    return Reading(None, "ref", node[1], "published")


def _launch(node: Node, ref: Reference) -> Reading:
    return Reading(None, "launch", "", "context", "since")


def _ytd(node: Node, ref: Reference) -> Reading | None:
    if ref.published is None:
        return None
    first = date(ref.published.year, 1, 1)
    return _made(periods.days(first, ref.published), "window", f"{first.year}", "published")


def _clock(node: Node, ref: Reference) -> Reading:
    return Reading(None, "time", steps.clock_timex(node))


def _daypart(node: Node, ref: Reference) -> Reading:
    return Reading(None, "time", f"T{node[1]}")


def _clocks(node: Node, ref: Reference) -> Reading | None:
    first, last = resolve(node[1], ref), resolve(node[2], ref)
    return Reading(None, "time", f"{first.timex}/{last.timex}") if first and last else None


def _at(node: Node, ref: Reference) -> Reading | None:
    whole, when = resolve(node[1], ref), resolve(node[2], ref)
    if whole is None or when is None:
        return None
    day, _, daypart = whole.timex.partition("T")
    clock = node[2]
    if clock[0] == "clock" and clock[1] < 12 and daypart in ("AF", "EV", "NI"):
        when = _clock(("clock", clock[1] + 12, *clock[2:]), ref)
    return replace(whole, timex=day + when.timex)


_RESOLVERS: dict[str, Callable[[Node, Reference], Reading | None]] = {
    "year": _year, "bc": _bc, "month": _month, "day": _day, "numeric": _numeric, "weekday": _weekday, "weekday_day": _weekday_day, "week": _week, "week_from": _week_from, "within": _within, "weekday_of": _weekday_of,
    "nth_weekday": _nth_weekday, "quarter": _quarter, "half": _half, "season": _season, "decade": _decade,
    "century": _century, "holiday": _holiday, "unit": _unit, "whole": _whole, "rel": _rel, "part": _part, "nth": _nth, "shift": _shift,
    "window": _window, "head": _head, "same": _same, "range": _range, "open": _open, "dur": _dur, "set": _set,
    "now": _now, "ref": _ref, "launch": _launch, "ytd": _ytd, "clock": _clock, "daypart": _daypart, "clocks": _clocks,
    "at": _at,
}  # fmt: skip
