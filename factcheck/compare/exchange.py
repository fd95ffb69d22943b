"""Exchange rates by date, offline: the European Central Bank's history, nearest earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

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


@lru_cache(maxsize=1)
def _converter() -> Any:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(
        fallback_on_wrong_date=True, fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known"
    )


@lru_cache(maxsize=4096)
def rate(source: str, target: str, day: date) -> Rate | None:
    """The rate on a day, or on the nearest day before it; None where the history has none."""
    converter = _converter()
    for back in range(8):
        at = day - timedelta(days=back)
        if not all(_quoted(converter, unit, at) for unit in (source, target)):
            continue
        try:
            return Rate(source, target, float(converter.convert(1.0, source, target, at)), at)
        except (ValueError, KeyError, TypeError):
            return None
    return None


def _quoted(converter: Any, unit: str, day: date) -> bool:
    if unit == "EUR":
        return True
    bounds = converter.bounds.get(unit)
    return bool(bounds) and bounds[0] <= day <= bounds[1] and day.weekday() < 5


def rates_around(source: str, target: str, first: date | None, last: date | None) -> Iterator[Rate]:
    """Rates from half a year before the first day to half a year after the last; of twenty years where undated."""
    start = (first or last or date(2005, 1, 3)) - timedelta(days=183)
    end = (last or first or date(2025, 1, 1)) + timedelta(days=183)
    step = max(15, (end - start).days // 40)
    for number in range((end - start).days // step + 1):
        found = rate(source, target, start + timedelta(days=number * step))
        if found:
            yield found
