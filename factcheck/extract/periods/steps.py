"""Calendar arithmetic: steps of days, months and years, parts of periods, names of spans."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from factcheck import period as periods
from factcheck.period import Period

_MONTHS = {
    "month": 1, "bimester": 2, "quarter": 3, "quadrimester": 4, "half": 6, "year": 12, "season": 12, "decade": 120,
    "century": 1200,
}  # fmt: skip
_DAYS = {"day": 1, "week": 7, "weekend": 7, "night": 1}
_TIMEX = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "night": "D", "quarter": "Q", "decade": "DE", "century": "CE",
    "season": "SE", "weekend": "WE", "hour": "H", "minute": "M", "second": "S",
}  # fmt: skip
_ORDER = (
    "second", "minute", "hour", "day", "weekend", "week", "month", "bimester", "quarter", "quadrimester", "half",
    "season", "year", "decade",
)  # fmt: skip

PARTS_OF_YEAR = ("bimester", "quarter", "quadrimester", "half")
_KICK_OFF = 8  # month
Amounts = tuple[tuple[Any, str], ...]


def add(day: date, amount: float, unit: str) -> date:
    """A day some units later; the last day of the month where the month is too short."""
    if unit in _MONTHS:
        whole = day.year * 12 + day.month - 1 + int(amount * _MONTHS[unit])
        y, m = divmod(whole, 12)
        return date(y, m + 1, min(day.day, calendar.monthrange(y, m + 1)[1]))
    return day + timedelta(days=int(amount * _DAYS.get(unit, 0)))


def shift(day: date, amounts: Amounts, sign: int) -> date:
    """A day moved by a length of several units."""
    for amount, unit in amounts:
        day = add(day, sign * amount, unit)
    return day


def unit_at(day: date, unit: str) -> tuple[Period, str]:
    """The unit that holds a day, with its TIMEX value."""
    y, m = day.year, day.month
    if unit == "year":
        return periods.year(y), f"{y:04}"
    if unit == "month":
        return periods.month(y, m), f"{y:04}-{m:02}"
    if unit == "quarter":
        q = (m + 2) // 3
        return periods.quarter(y, q), f"{y:04}-Q{q}"
    if unit == "half":
        h = (m + 5) // 6
        return periods.half(y, h), f"{y:04}-H{h}"
    if unit in ("bimester", "quadrimester"):
        return _months_at(day, _MONTHS[unit])
    if unit == "decade":
        return periods.decade(y - y % 10), f"{y // 10:03}"
    if unit == "century":
        return periods.century(y // 100 + 1), f"{y // 100:02}"
    if unit == "season":
        return _season_at(day)
    if unit in ("week", "weekend"):
        return _week_at(day, unit)
    return periods.on(day), day.isoformat()


def _months_at(day: date, size: int) -> tuple[Period, str]:
    """The part of a year of so many months that holds a day: January and February."""
    first = (day.month - 1) // size * size + 1
    found = periods.between(periods.month(day.year, first), periods.month(day.year, first + size - 1))
    return found, found.edtf


def _season_at(day: date) -> tuple[Period, str]:
    """The season of sport, August to May, that a day falls in; in June and July the one that is over."""
    y = day.year if day.month >= _KICK_OFF else day.year - 1
    return periods.between(periods.month(y, _KICK_OFF), periods.month(y + 1, 5)), f"{y:04}/{y + 1:04}"


def _week_at(day: date, unit: str) -> tuple[Period, str]:
    monday = day - timedelta(days=day.weekday())
    iso = monday.isocalendar()
    timex = f"{iso.year:04}-W{iso.week:02}"
    if unit == "week":
        return periods.week(monday), timex
    return periods.days(monday + timedelta(days=5), monday + timedelta(days=6)), timex + "-WE"


def nth_of(start: date, end: date, n: int, unit: str) -> tuple[Period, str] | None:
    """The n-th unit inside a span, -1 for the last; None where the span has no such unit."""
    if n < 0:
        first = end if unit not in ("week", "weekend") else end - timedelta(days=3)
        found, timex = unit_at(first, unit)
    elif unit == "week":
        monday = start - timedelta(days=start.weekday())
        if start.weekday() > 3:
            monday += timedelta(days=7)
        found, timex = unit_at(monday + timedelta(days=7 * (n - 1)), unit)
    else:
        found, timex = unit_at(add(start, n - 1, unit), unit)
    inside = found.end is not None and found.start is not None and found.start <= end and found.end >= start
    return (found, timex) if inside else None


_PARTS = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}


def part_of(whole: Period, grain: str, part: str) -> Period:
    """The early, middle or late third of a period.

    `start` and `end` of a year are its first and last month, `mid` the three around its middle.
    """
    if whole.start is None or whole.end is None:
        return whole
    if part == "mid" and grain == "year":
        return periods.days(date(whole.start.year, 5, 16), date(whole.start.year, 8, 15), whole.basis)
    if part in ("start", "end") and grain in ("year", "half", "quarter"):
        edge = whole.start if part == "start" else whole.end
        return periods.month(edge.year, edge.month, whole.basis)
    which = {"start": "early", "end": "late"}.get(part, part)
    first, last = _PARTS[which]
    if grain == "month":
        to = (10, 20, whole.end.day)[first]
        return periods.days(whole.start.replace(day=10 * first + 1), whole.start.replace(day=to), whole.basis)
    if grain == "year":
        y = whole.start.year
        return periods.between(periods.month(y, 4 * first + 1), periods.month(y, 4 * last), whole.basis)
    size = (whole.end - whole.start).days + 1
    if size < 3:
        return whole
    start = whole.start + timedelta(days=size * first // 3)
    return periods.days(start, whole.start + timedelta(days=size * last // 3 - 1), whole.basis)


def coarser(grain: str, unit: str) -> bool:
    """True where a unit is finer than the grain, so that moving by it leaves the grain behind."""
    if grain not in _ORDER or unit not in _ORDER:
        return False
    return _ORDER.index(grain) > _ORDER.index(unit)


def span_like(first: date, pattern: Period) -> Period:
    """A span from a day that is as long as a pattern, in whole months where the pattern is."""
    assert pattern.start is not None
    assert pattern.end is not None
    after = pattern.end + timedelta(days=1)
    if pattern.start.day == 1 and after.day == 1:
        months = (after.year - pattern.start.year) * 12 + after.month - pattern.start.month
        return named(first, add(first, months, "month") - timedelta(days=1))
    return named(first, first + (pattern.end - pattern.start))


def named(first: date, last: date) -> Period:
    """The span as a month, quarter, half, year where it is one, else as two days or months."""
    after = last + timedelta(days=1)
    if first.day == 1 and after.day == 1:
        months = (after.year - first.year) * 12 + after.month - first.month
        for unit in ("month", "quarter", "half", "year"):
            found = unit_at(first, unit)[0]
            if found.start == first and found.end == last:
                return found
        if months > 0:
            return periods.between(periods.month(first.year, first.month), periods.month(last.year, last.month))
    return periods.days(first, last)


def timex_of(period: Period, grain: str) -> str:
    """The TIMEX value of a period of some grain."""
    if period.start is None:
        return ""
    if grain in _ORDER and grain != "season":
        return unit_at(period.start, grain)[1]
    return period.edtf


def duration_timex(amounts: Amounts) -> str:
    """The TIMEX value of a length: P3Y, PT2H30M, PXD."""
    dated = "".join(_amount(a, u) for a, u in amounts if u not in ("hour", "minute", "second"))
    timed = "".join(_amount(a, u) for a, u in amounts if u in ("hour", "minute", "second"))
    return f"P{dated}" + (f"T{timed}" if timed else "")


def _amount(amount: Any, unit: str) -> str:
    if unit == "half":
        return f"{amount if amount == 'X' else amount * 6}M"
    return (f"{amount:g}" if isinstance(amount, float) else str(amount)) + _TIMEX.get(unit, "")


def clock_timex(node: tuple[Any, ...]) -> str:
    """The TIMEX value of a time of day: T08, T08:30, T08:30:15."""
    _, h, m, s = node
    return f"T{h:02}" + (f":{m:02}" if m is not None else "") + (f":{s:02}" if s is not None else "")
