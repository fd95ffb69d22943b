"""From a node to the days it stands for: months, quarters, years, seasons, weeks, holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck import period as periods
from factcheck.extract.periods import steps
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.holidays import holiday_date
from factcheck.extract.periods.reference import Reading, Reference, Resolver, in_year, made, resolve


def _year(node: Node, ref: Reference) -> Reading | None:
    return made(periods.year(node[1]), "year", f"{node[1]:04}", "absolute", node[-1] == "fiscal")


def _split(node: Node, ref: Reference) -> Reading | None:
    """A year of sport, of schools or of accounts that begins in the middle of one year."""
    y = node[1][1]
    months = periods.between(periods.month(y, _MIDDLE), periods.month(y + 1, _MIDDLE - 1))
    return made(months, "year", f"{y:04}/{y + 1:04}", "absolute", fiscal=True)


_MIDDLE = 7  # month


def _bc(node: Node, ref: Reference) -> Reading | None:
    return Reading(None, "year", f"BC{node[1]:04}")


def _month(node: Node, ref: Reference) -> Reading | None:
    m = node[2]
    return in_year(node[1], ref, lambda y: periods.month(y, m), "month", f"%s-{m:02}", f"XXXX-{m:02}")


def _quarter(node: Node, ref: Reference) -> Reading | None:
    q = node[2]
    found = in_year(node[1], ref, lambda y: periods.quarter(y, q), "quarter", f"%s-Q{q}", f"XXXX-{32 + q}")
    return _reported(found, ref)


def _half(node: Node, ref: Reference) -> Reading | None:
    h = node[2]
    found = in_year(node[1], ref, lambda y: periods.half(y, h), "half", f"%s-H{h}", f"XXXX-{39 + h}")
    return _reported(found, ref)


_RESULTS = timedelta(days=25)  # from the end of a quarter to its results, at least
_SOON = timedelta(days=10)


def _told_of(node: Node, ref: Reference) -> Reading | None:
    """ "The fiscal first quarter": the last that was over when it was told of, for the year of accounts is unknown."""
    if ref.published is None:
        return None
    found = _last_over(ref.published - _SOON, node[1])
    return made(found, node[1], steps.timex_of(found, node[1]), "published", fiscal=True)


def _last_over(day: date, name: str) -> periods.Period:
    """The quarter that was over on a day, or the half-year that ended with it."""
    quarter = steps.unit_at(steps.add(steps.unit_at(day, "quarter")[0].start or day, -1, "quarter"), "quarter")[0]
    if name != "half" or quarter.start is None or quarter.end is None:
        return quarter
    return periods.days(steps.add(quarter.start, -1, "quarter"), quarter.end)


def _reported(found: Reading | None, ref: Reference) -> Reading | None:
    """A fiscal quarter that the calendar puts after publication, though it is told of: the last with results."""
    if found is None or not found.fiscal or found.period is None or found.period.end is None or ref.future:
        return found
    if ref.published is None or found.period.end < ref.published:
        return found
    return replace(found, period=_last_over(ref.published - _RESULTS, found.grain).on_basis("resolved"))


_SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def _season(node: Node, ref: Reference) -> Reading | None:
    code = node[2]
    timex = "%s-" + _SEASON_CODES[code]
    return in_year(node[1], ref, lambda y: periods.season(y, code), "season", timex, f"XXXX-{code}")


def _decade(node: Node, ref: Reference) -> Reading | None:
    return made(periods.decade(node[1]), "decade", f"{node[1] // 10:03}", "absolute")


def _century(node: Node, ref: Reference) -> Reading | None:
    return made(periods.century(node[1]), "century", f"{node[1] - 1:02}", "absolute")


def _holiday(node: Node, ref: Reference) -> Reading | None:
    key = node[2]
    found = in_year(node[1], ref, lambda y: periods.on(holiday_date(key, y)), "holiday", "%s", "XXXX")
    if found is None or found.start is None:
        return found
    return replace(found, grain="day", timex=found.start.isoformat())


def _week(node: Node, ref: Reference) -> Reading | None:
    n = node[2]
    return in_year(node[1], ref, lambda y: periods.week(date.fromisocalendar(y, n, 1)), "week", f"%s-W{n:02}", "XXXX")


def _week_from(node: Node, ref: Reference) -> Reading | None:
    first = resolve(node[1], ref)
    if first is None or first.start is None:
        return None
    found = periods.days(first.start, first.start + timedelta(days=6))
    return made(found, "week", steps.unit_at(first.start, "week")[1], first.anchor)


def _weekend_of(node: Node, ref: Reference) -> Reading | None:
    """The Saturday and Sunday nearest to a day."""
    day = resolve(node[1], ref)
    if day is None or day.start is None:
        return None
    near = day.start - timedelta(days=day.start.weekday() % 7 + 2 if day.start.weekday() < _MIDWEEK else 0)
    found, timex = steps.unit_at(near, "weekend")
    return made(found, "weekend", timex, day.anchor)


_MIDWEEK = 2  # Monday and Tuesday belong to the weekend before


DATES: dict[str, Resolver] = {
    "weekend_of": _weekend_of,
    "year": _year,
    "split": _split,
    "bc": _bc,
    "month": _month,
    "quarter": _quarter,
    "reported": _told_of,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "holiday": _holiday,
    "week": _week,
    "week_from": _week_from,
}
