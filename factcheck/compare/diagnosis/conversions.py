"""Slips of measure: an amount in another currency, a length in another unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.compare.context import Context
from factcheck.compare.diagnosis.exchange import MAJOR, Rate, rate
from factcheck.compare.diagnosis.pairs import Pair, fits, ratio_text, value_in_words
from factcheck.compare.findings.describe import number_text
from factcheck.compare.scope import region_inside
from factcheck.model import Diagnosis
from factcheck.units import is_money

_UNITS = (
    (1.609344, "kilometres for miles"),
    (42.0, "gallons for barrels"),
    (1.10231, "short tons for metric tons"),
    (2.20462, "pounds for kilograms"),
    (2.47105, "acres for hectares"),
    (3.28084, "feet for metres"),
    (8.0, "bits for bytes"),
)  # fmt: skip
_COARSE = 1.12  # figures printed so roughly that many rates would fit
_WORLDWIDE = ("USD", "EUR", "GBP", "CNY", "JPY", "INR")


def exchange(pair: Pair, context: Context) -> Iterator[Diagnosis]:
    """The currencies in which one amount would be the other at the rate of its day."""
    unit = pair.small.claim.unit
    if not is_money(unit) or unit != pair.large.claim.unit or pair.ratios.high > _COARSE * pair.ratios.low:
        return
    home = _currencies(pair, context)
    day, sure = _day(pair)
    days = [day - timedelta(days=30 * back) for back in range(1 if sure else 25)]
    for other in MAJOR:
        if other == unit or (other not in home and not (sure and other in _WORLDWIDE)):
            continue
        rates = [found for at in days for found in (rate(unit, other, at), rate(other, unit, at)) if found]
        fitting = [found for found in rates if found.value > 1.05 and pair.ratios.contains(found.value)]
        if fitting:
            best = min(fitting, key=lambda found: abs(pair.ratio / found.value - 1))
            fit = 1 - abs(pair.ratio / best.value - 1) / 0.1
            yield Diagnosis("exchange_rate", _converted(pair, best), (0.6 if other in home else 0.35) + 0.3 * fit)


def _converted(pair: Pair, found: Rate) -> str:
    large, small = value_in_words(pair.large), value_in_words(pair.small)
    at = f"at {found.value:.4g} ({found.day.day} {found.day:%b %Y})"
    if found.source == pair.small.claim.unit:
        return f"{large} is {small} {found.source} in {found.target} {at}."
    return f"{small} {found.source} would be {large} {found.target} {at}."


def _currencies(pair: Pair, context: Context) -> set[str]:
    """The currencies of which the articles speak, by their figures or their countries."""
    docs = sorted({pair.small.claim.doc, pair.large.claim.doc})
    own = [view.claim for doc in docs for view in context.by_document().get(doc, ())]
    regions = {claim.region for claim in own if claim.region}
    return (
        {claim.unit for claim in own}
        | {unit for unit in MAJOR if unit[:2] in regions}
        | ({"EUR"} if any(region_inside(region, "EU") for region in regions) else set())
    )


def _day(pair: Pair) -> tuple[date, bool]:
    """The day of the figures, and whether the text gives it."""
    for view in (pair.small, pair.large):
        time = view.claim.time
        if time and time.start and time.end and view.days is not None:
            return time.start + timedelta(days=(time.end - time.start).days // 2), time.basis != "inferred"
    for view in (pair.small, pair.large):
        if view.claim.published:
            return date.fromisoformat(view.claim.published), False
    return date(2024, 1, 2), False


def unit(pair: Pair, _: Context) -> Iterator[Diagnosis]:
    """The units in which one figure would be the other."""
    physical = pair.small.claim.unit not in ("count", "percent", "ratio") and not is_money(pair.small.claim.unit)
    for factor, message in _UNITS if physical else ():
        fit = fits(pair, factor)
        if fit > 0.3:
            yield Diagnosis("unit", f"{ratio_text(pair)}: {message}.", 0.5 + 0.4 * fit)
    celsius, fahrenheit = pair.small.claim.value or 0.0, pair.large.claim.value or 0.0
    if "degree" in pair.small.claim.unit and abs(celsius * 9 / 5 + 32 - fahrenheit) <= 1:
        yield Diagnosis("unit", f"{number_text(celsius)} °C is {number_text(fahrenheit)} °F.", 0.9)
