"""Slips that newsrooms make, tried by arithmetic on two figures that cannot both be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from factcheck.compare.arithmetic.precision import digits_of, exclude
from factcheck.compare.context import Context
from factcheck.compare.diagnosis.conversions import exchange, unit
from factcheck.compare.diagnosis.pairs import Pair, fits, pair_of, ratio_text, value_in_words
from factcheck.compare.findings.describe import period_text
from factcheck.compare.view import View
from factcheck.model import Diagnosis

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
_LOOKED_AT = 50  # other claims with the same digits
_PERIODS = ((30.4, 0.04, "a day for a month"), (12.0, 0.02, "a month for a year"), (4.0, 0.02, "a quarter for a year"),
            (52.0, 0.02, "a week for a year"), (365.0, 0.02, "a day for a year"))  # fmt: skip


def diagnose(a: View, b: View, context: Context) -> tuple[Diagnosis, ...]:
    """The slips that would explain two values, likeliest first; none where none fits well."""
    pair = pair_of(a, b)
    if pair is None:
        return ()
    found = [diagnosis for slip in SLIPS for diagnosis in slip(pair, context) if diagnosis.score >= LEAST]
    best: dict[str, Diagnosis] = {}
    for diagnosis in sorted(found, key=lambda d: (-d.score, d.message)):
        best.setdefault(diagnosis.slip, diagnosis)
    return tuple(best.values())[:SHOWN]


def _factor(pair: Pair, _: Context) -> Iterator[Diagnosis]:
    for factor, message in _FACTORS.items():
        fit = fits(pair, factor)
        if fit:
            yield Diagnosis("factor", f"{ratio_text(pair)}: {message}.", 0.6 + 0.35 * fit)


def _digits(pair: Pair, _: Context) -> Iterator[Diagnosis]:
    small, large = _digit_string(pair.small), _digit_string(pair.large)
    if not small or not large or small == large or (pair.ratio > 12 and len(small) == len(large)):
        return
    names = f"{value_in_words(pair.small)} and {value_in_words(pair.large)}"
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


def _period(pair: Pair, _: Context) -> Iterator[Diagnosis]:
    if pair.small.kind not in ("flow", "rate", "price", "unknown"):
        return
    for factor, within, message in _PERIODS:
        if fits(pair, factor, within) > 0.2 and pair.small.claim.metric != "other:":
            yield Diagnosis("period", f"{ratio_text(pair)}: {message}?", 0.5)


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
    figure, where = value_in_words(view), third.claim.doc
    if third.entity and view.entity and third.entity != view.entity and third.claim.doc != view.claim.doc:
        yield Diagnosis("entity", f"{figure} is {third.claim.entity}'s figure in {where}.", 0.6)
    elif third.kind != view.kind and "cumulative" in (third.kind, view.kind):
        yield Diagnosis("period", f"{figure} is a running total in {where}, not a figure of the period.", 0.6)
    elif third.scope.region != view.scope.region and third.scope.region and view.scope.region:
        yield Diagnosis("part", f"{figure} is the figure for {third.claim.region} in {where}.", 0.6)
    elif third.days and other.days and third.days.high < other.days.low:
        yield Diagnosis("stale", f"{figure} is the figure of {period_text(third.claim.time)} in {where}.", 0.6)


SLIPS: tuple[Callable[[Pair, Context], Iterator[Diagnosis]], ...] = (
    _factor, exchange, _digits, unit, _period, _elsewhere,
)  # fmt: skip
