"""The days of named holidays, fixed or counted from Easter."""

from __future__ import annotations

from datetime import date, timedelta


def holiday_date(key: str, y: int) -> date:
    """The day of a holiday: "12-25", "easter+49", or "11-4-3" for the fourth Thursday (3) of November."""
    if key.startswith("easter"):
        return easter(y) + timedelta(days=int(key[6:] or 0))
    parts = [int(part) for part in key.split("-")]
    if len(parts) == 2:
        return date(y, parts[0], parts[1])
    m, n, weekday = parts
    first = date(y, m, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def easter(y: int) -> date:
    """Easter Sunday of the western churches (Meeus, Jones, Butcher)."""
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(y, month, day + 1)
