"""The period before another: the same days a year earlier, the month or quarter before."""

from __future__ import annotations

from datetime import timedelta

from factcheck.period import Period, days, month, year_before


def a_year_before(period: Period) -> Period | None:
    """The same days a year earlier, of a period of up to a year."""
    return year_before(period) if period.days is not None and period.days <= 366 else None


def one_before(period: Period) -> Period | None:
    """The month, quarter or the like that comes before one."""
    if period.start is None or period.end is None or period.days is None or not 7 <= period.days < 300:
        return None
    end = period.start - timedelta(days=1)
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    if period.start.day > 1 or (period.end + timedelta(days=1)).day > 1:
        return days(period.start - timedelta(days=period.days), end)
    first = (period.start.year * 12 + period.start.month - 1) - months
    start = month(first // 12, first % 12 + 1)
    return start if months == 1 else days(start.start, end)
