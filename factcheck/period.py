"""Closed spans of days, with their EDTF string (ISO 8601-2:2019, Extended Date/Time Format)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

SEASONS = (21, 22, 23, 24)  # spring, summer, autumn, winter; winter runs into the next year
_FIRST_QUARTER, _FIRST_HALF = 33, 40
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both inside; None is an open or unknown end.

    `basis` says where the dates come from: stated (a full date in the text), resolved (worked out from the
    publication date or a neighbour), inferred (guessed from other dates of the text), unstated.
    """

    start: date | None
    end: date | None
    edtf: str
    basis: str = "stated"

    @property
    def days(self) -> int | None:
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    def on_basis(self, basis: str) -> Period:
        """The same days, known from elsewhere."""
        return self if self.basis == basis else Period(self.start, self.end, self.edtf, basis)


@lru_cache(maxsize=4096)
def last_day(y: int, m: int) -> date:
    """The last day of a month."""
    return date(y, m, calendar.monthrange(y, m)[1])


def on(d: date, basis: str = "stated") -> Period:
    """The one day of a date."""
    return Period(d, d, d.isoformat(), basis)


def day(y: int, m: int, d: int, basis: str = "stated") -> Period:
    """One day; raises ValueError where the calendar has no such day."""
    return on(date(y, m, d), basis)


@lru_cache(maxsize=4096)
def month(y: int, m: int, basis: str = "stated") -> Period:
    """One calendar month."""
    return Period(date(y, m, 1), last_day(y, m), f"{y:04}-{m:02}", basis)


def quarter(y: int, q: int, basis: str = "stated") -> Period:
    """One calendar quarter, 1 to 4."""
    return Period(date(y, 3 * q - 2, 1), last_day(y, 3 * q), f"{y:04}-{_FIRST_QUARTER + q - 1}", basis)


def half(y: int, h: int, basis: str = "stated") -> Period:
    """One half of a year, 1 or 2."""
    return Period(date(y, 6 * h - 5, 1), last_day(y, 6 * h), f"{y:04}-{_FIRST_HALF + h - 1}", basis)


def season(y: int, code: int, basis: str = "stated") -> Period:
    """One season of the northern year by its EDTF code, 21 spring to 24 winter (December to February)."""
    first = {21: 3, 22: 6, 23: 9, 24: 12}[code]
    end = last_day(y + 1, 2) if code == 24 else last_day(y, first + 2)
    return Period(date(y, first, 1), end, f"{y:04}-{code}", basis)


def year(y: int, basis: str = "stated") -> Period:
    """One calendar year."""
    return Period(date(y, 1, 1), date(y, 12, 31), f"{y:04}", basis)


def decade(y: int, basis: str = "stated") -> Period:
    """The ten years from a year that ends in 0."""
    return Period(date(y, 1, 1), date(y + 9, 12, 31), f"{y // 10:03}X", basis)


def century(n: int, basis: str = "stated") -> Period:
    """The n-th century, by the years that share their first two digits (the 20th: 1900 to 1999)."""
    y = 100 * (n - 1)
    return Period(date(max(y, 1), 1, 1), date(y + 99, 12, 31), f"{n - 1:02}XX", basis)


def week(monday: date, basis: str = "stated") -> Period:
    """The seven days from a Monday."""
    sunday = monday + timedelta(days=6)
    return Period(monday, sunday, f"{monday}/{sunday}", basis)


def between(first: Period, last: Period, basis: str = "stated") -> Period:
    """The days from the start of one period to the end of another."""
    edtf = first.edtf if first.edtf == last.edtf else f"{_head(first.edtf, 0)}/{_head(last.edtf, -1)}"
    return Period(first.start, last.end, edtf, basis)


def days(first: date | None, last: date | None, basis: str = "stated") -> Period:
    """The days from one date to another; None is an open end."""
    if first is not None and first == last:
        return on(first, basis)
    return Period(first, last, f"{first or '..'}/{last or '..'}", basis)


def since(first: Period, last: date | None = None, basis: str = "stated") -> Period:
    """From the start of a period to a day, or open."""
    return Period(first.start, last, f"{_head(first.edtf, 0)}/{last or '..'}", basis)


def until(last: Period, basis: str = "stated") -> Period:
    """All time to the end of a period."""
    return Period(None, last.end, f"../{_head(last.edtf, -1)}", basis)


def unknown(edtf: str) -> Period:
    """A period of which only some digits are known, such as XXXX-04."""
    return Period(None, None, edtf, "unstated")


def year_before(period: Period, basis: str = "inferred") -> Period | None:
    """The same days one year earlier; None where there are none, as for 29 February."""
    try:
        return parse(_YEAR.sub(lambda found: f"{int(found.group()) - 1:04}", period.edtf), basis)
    except ValueError:
        return None


def parse(edtf: str, basis: str = "stated") -> Period:
    """The period of an EDTF string; raises ValueError where it is none that this program writes."""
    if "/" in edtf:
        first, last = (parse(side, basis) if side not in ("", "..") else None for side in edtf.split("/", 1))
        return Period(first.start if first else None, last.end if last else None, edtf, basis)
    plain = edtf.rstrip("?~%")
    if plain.startswith("XXXX"):
        return unknown(edtf)
    if "X" in plain:
        digits = plain.rstrip("X")
        return decade(int(digits) * 10, basis) if len(digits) == 3 else century(int(digits) + 1, basis)
    return _parse_digits([int(part) for part in plain.split("-")], plain, basis)


def _parse_digits(parts: list[int], text: str, basis: str) -> Period:
    if len(parts) == 1:
        return year(parts[0], basis)
    if len(parts) == 3:
        return day(parts[0], parts[1], parts[2], basis)
    y, code = parts
    if 1 <= code <= 12:
        return month(y, code, basis)
    if code in SEASONS:
        return season(y, code, basis)
    if _FIRST_QUARTER <= code < _FIRST_QUARTER + 4:
        return quarter(y, code - _FIRST_QUARTER + 1, basis)
    if _FIRST_HALF <= code < _FIRST_HALF + 2:
        return half(y, code - _FIRST_HALF + 1, basis)
    raise ValueError(f"not an EDTF string: {text}")


def _head(edtf: str, side: int) -> str:
    return edtf.split("/")[side]
