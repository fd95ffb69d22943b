"""Slips that newsrooms make, tried by arithmetic on two figures that cannot both be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from factcheck.compare.arithmetic.precision import digits_of, exclude, printed
from factcheck.compare.context import Context
from factcheck.compare.diagnosis.exchange import MAJOR, Rate, rate
from factcheck.compare.findings.describe import number_text, period_text
from factcheck.compare.scope import region_inside
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Diagnosis
from factcheck.units import is_money

SHOWN = 3
LEAST = 0.5  # of a score, to be shown
_FACTORS = {
    1e3: "a factor of 1,000: thousand for million, or million for billion (milliard)",
    1e6: "a factor of 1,000,000: million for trillion, or a scale word lost",
    1e4: "a factor of 10,000: one step of the Chinese and Japanese scales (万, 亿)",
    1e5: "a factor of 100,000: one lakh",
    1e7: "a factor of 10,000,000: one crore",
    100.0: "a factor of 100: two zeros, or a per cent sign",
    10.0: "a factor of 10: a zero or a decimal point",
}
_UNITS = (
    (1.609344, "kilometres for miles"),
    (42.0, "gallons for barrels"),
    (1.10231, "short tons for metric tons"),
    (2.20462, "pounds for kilograms"),
    (2.47105, "acres for hectares"),
    (3.28084, "feet for metres"),
    (8.0, "bits for bytes"),
)  # fmt: skip
_LOOKED_AT = 50  # other claims with the same digits
_COARSE = 1.12  # figures printed so roughly that many rates would fit
_WORLDWIDE = ("USD", "EUR", "GBP", "CNY", "JPY", "INR")
_PERIODS = ((30.4, 0.04, "a day for a month"), (12.0, 0.02, "a month for a year"), (4.0, 0.02, "a quarter for a year"),
            (52.0, 0.02, "a week for a year"), (365.0, 0.02, "a day for a year"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, the smaller first."""

    small: View
    large: View
    ratio: float
    ratios: Interval  # as printed


def diagnose(a: View, b: View, context: Context) -> tuple[Diagnosis, ...]:
    """The slips that would explain two values, likeliest first; none where none fits well."""
    pair = _pair(a, b)
    if pair is None:
        return ()
    found = [diagnosis for slip in SLIPS for diagnosis in slip(pair, context) if diagnosis.score >= LEAST]
    best: dict[str, Diagnosis] = {}
    for diagnosis in sorted(found, key=lambda d: (-d.score, d.message)):
        best.setdefault(diagnosis.slip, diagnosis)
    return tuple(best.values())[:SHOWN]


def _pair(a: View, b: View) -> Pair | None:
    if not a.claim.value or not b.claim.value:
        return None
    small, large = sorted((a, b), key=lambda view: abs(view.claim.value or 0) * view.factor)
    one, other = printed(small), printed(large)
    ratio = (large.claim.value or 0) * large.factor / ((small.claim.value or 1) * small.factor)
    if one is None or other is None or ratio <= 1:
        return None
    return Pair(small, large, ratio, other / one)


def _fits(pair: Pair, factor: float, within: float = 0.02) -> float:
    """How well a factor explains the pair: 1 for exactly, 0 where the printed digits rule it out."""
    off = abs(pair.ratio / factor - 1)
    return max(0.0, 1 - off / within) if pair.ratios.contains(factor) and off <= within else 0.0


def _factor(pair: Pair, _: Context) -> Iterator[Diagnosis]:
    for factor, message in _FACTORS.items():
        fit = _fits(pair, factor)
        if fit:
            yield Diagnosis("factor", f"{_ratio_text(pair)}: {message}.", 0.6 + 0.35 * fit)


def _ratio_text(pair: Pair) -> str:
    return f"{_figure(pair.large)} is {number_text(pair.ratio)} times {_figure(pair.small)}"


def _figure(view: View) -> str:
    return number_text(view.claim.value or 0.0)


def _digits(pair: Pair, _: Context) -> Iterator[Diagnosis]:
    small, large = _digit_string(pair.small), _digit_string(pair.large)
    if not small or not large or small == large or (pair.ratio > 12 and len(small) == len(large)):
        return
    names = f"{_figure(pair.small)} and {_figure(pair.large)}"
    if len(small) == len(large):
        places = [i for i, (x, y) in enumerate(zip(small, large, strict=True)) if x != y]
        swapped = len(places) == 2 and places[1] == places[0] + 1 and small[places[0]] == large[places[1]]
        if swapped and small[places[1]] == large[places[0]]:
            yield Diagnosis("digits", f"{names} differ by two digits swapped.", 0.9)
        elif len(places) == 1 and len(small.rstrip("0")) >= 3:
            yield Diagnosis("digits", f"{names} differ in one digit.", 0.6)
    elif abs(len(small) - len(large)) == 1:
        short, long = sorted((small, large), key=len)
        if len(short) >= 2 and any(long[:i] + long[i + 1 :] == short for i in range(len(long))):
            yield Diagnosis("digits", f"{names} differ by a digit that is missing or doubled.", 0.7)


def _digit_string(view: View) -> str:
    numeral = "".join(ch for ch in view.claim.quote if ch.isdigit() or ch.isspace() or ch in ".,")
    parts = [part for part in numeral.split() if any(ch.isdigit() for ch in part)]
    return "".join(filter(str.isdigit, parts[0])) if len(parts) == 1 else ""


def _exchange(pair: Pair, context: Context) -> Iterator[Diagnosis]:
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
    large, small = _figure(pair.large), _figure(pair.small)
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


def _unit(pair: Pair, _: Context) -> Iterator[Diagnosis]:
    physical = pair.small.claim.unit not in ("count", "percent", "ratio") and not is_money(pair.small.claim.unit)
    for factor, message in _UNITS if physical else ():
        fit = _fits(pair, factor)
        if fit > 0.3:
            yield Diagnosis("unit", f"{_ratio_text(pair)}: {message}.", 0.5 + 0.4 * fit)
    celsius, fahrenheit = pair.small.claim.value or 0.0, pair.large.claim.value or 0.0
    if "degree" in pair.small.claim.unit and abs(celsius * 9 / 5 + 32 - fahrenheit) <= 1:
        yield Diagnosis("unit", f"{number_text(celsius)} °C is {number_text(fahrenheit)} °F.", 0.9)


def _period(pair: Pair, _: Context) -> Iterator[Diagnosis]:
    if pair.small.kind not in ("flow", "rate", "price", "unknown"):
        return
    for factor, within, message in _PERIODS:
        if _fits(pair, factor, within) > 0.2 and pair.small.claim.metric != "other:":
            yield Diagnosis("period", f"{_ratio_text(pair)}: {message}?", 0.5)


def _elsewhere(pair: Pair, context: Context) -> Iterator[Diagnosis]:
    """The same number, said of another day, place, period or name."""
    for view, other in ((pair.small, pair.large), (pair.large, pair.small)):
        digits = digits_of(view.claim.quote)
        if len(digits) < 2:
            continue
        for third in islice(context.with_digits(view, digits), _LOOKED_AT):
            if third is view or third is other or exclude(view, third):
                continue
            yield from _borrowed(view, other, third)


def _borrowed(view: View, other: View, third: View) -> Iterator[Diagnosis]:
    figure, where = _figure(view), third.claim.doc
    if third.entity and view.entity and third.entity != view.entity and third.claim.doc != view.claim.doc:
        yield Diagnosis("entity", f"{figure} is {third.claim.entity}'s figure in {where}.", 0.6)
    elif third.kind != view.kind and "cumulative" in (third.kind, view.kind):
        yield Diagnosis("period", f"{figure} is a running total in {where}, not a figure of the period.", 0.6)
    elif third.scope.region != view.scope.region and third.scope.region and view.scope.region:
        yield Diagnosis("part", f"{figure} is the figure for {third.claim.region} in {where}.", 0.6)
    elif third.days and other.days and third.days.high < other.days.low:
        yield Diagnosis("stale", f"{figure} is the figure of {period_text(third.claim.time)} in {where}.", 0.6)


SLIPS: tuple[Callable[[Pair, Context], Iterator[Diagnosis]], ...] = (
    _factor, _exchange, _digits, _unit, _period, _elsewhere,
)  # fmt: skip
