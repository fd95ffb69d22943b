"""How precisely a figure is printed, apart from what its qualifier allows."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Claim

_NUMERAL = re.compile(r"\d[\d.,'’\u00a0\u202f ]{0,30}")
_SCALES = (1e3, 1e6)
_EXACT = 2  # digits more, of a figure that another rounds
_LONG = 3  # digits of a number of which one was mistyped
_LAST = 1e-9  # of the last digit of a figure, below which it is the next one
_TENFOLD = 10.0
_VAGUE = 2.0  # times from the least to the most that a word without digits may mean
_ROUND = 0.1  # the most that rounding may take from a round number


def digits_of(quote: str) -> str:
    """The digits of a figure without the zeros at either end."""
    return "".join(filter(str.isdigit, quote)).strip("0")


def printed(view: View) -> Interval | None:
    """The values that print as this figure does: half a unit of its last digit to either side."""
    value = view.claim.value
    if value is None:
        return None
    half = _half(view.claim) * view.factor
    centre = value * view.factor
    high = (view.claim.high if view.claim.high is not None else value) * view.factor
    return Interval(min(centre, high) - half, max(centre, high) + half)


def _half(claim: Claim) -> float:
    value = abs(claim.value or 0.0)
    return _half_unit(value, claim.quote) if value else 0.0


@lru_cache(maxsize=16384)
def _half_unit(value: float, quote: str) -> float:
    """Half a unit of the last non-zero digit, a tenth of the value at most; decimals count as printed."""
    exponent = math.floor(math.log10(value))
    digits = f"{value:.9e}".partition("e")[0].rstrip("0").replace(".", "")
    half = 0.5 * 10.0 ** (exponent - len(digits) + 1)
    match = _NUMERAL.search(quote)
    if match:
        decimals = re.search(r"[.,](\d{1,2})\D*$", match.group())
        numeral = float(re.sub(r"\D", "", match.group()) or 0)
        if decimals and numeral:
            half = 0.5 * value / numeral
    return min(half, _ROUND * value)


def counted_out(view: View) -> bool:
    """True for a count that is not rounded: 63 or 1,284, no 60, no 1.2 million."""
    value, claim = view.claim.value or 0.0, view.claim
    exact = view.dimension == "count" and claim.kind == "level" and claim.bound == "exact" and claim.high is None
    return exact and value % 10 != 0 and f"{value:.0f}" == "".join(filter(str.isdigit, claim.quote))


def exclude(a: View, b: View) -> bool:
    """True where two figures cannot be roundings of one number."""
    one, other = printed(a), printed(b)
    if one is None or other is None:
        return a.claim.quote != b.claim.quote
    return not one.overlaps(other)


def vague(view: View) -> bool:
    """True for dozens, thousands, millions: words that no figure makes exact."""
    low, high = view.stated.low, view.stated.high
    if low <= 0 and view.claim.value and view.claim.high is not None:
        low, high = view.claim.value, view.claim.high  # up to several hundreds of thousands
    return high >= _VAGUE * low > 0 and not any(map(str.isdigit, view.claim.quote))


def significant(view: View) -> int:
    """How many digits of a figure are not zeros at its end; one for a fraction in words."""
    value = abs(view.claim.value or 0.0)
    if not value.is_integer() and not any(map(str.isdigit, view.claim.quote)):
        return 1
    return max(1, len(f"{value:.9e}".partition("e")[0].replace(".", "").rstrip("0")))


def rounds_to(a: View, b: View) -> bool:
    """True where a round figure is what the other, exact to two digits more, comes to when it is rounded."""
    less, more = sorted((a, b), key=significant)
    return significant(more) >= significant(less) + _EXACT and not exclude(less, more)


def cut_off(a: View, b: View) -> bool:
    """True where one figure is the other without its last digits: 23.6 million for 23.677 million."""
    less, more = sorted((a, b), key=significant)
    if not 1 < significant(less) < significant(more) or a.claim.unit != b.claim.unit:
        return False
    short, long = abs(less.claim.value or 0.0), abs(more.claim.value or 0.0)
    exact = a.claim.bound == b.claim.bound == "exact" and a.claim.high is b.claim.high is None
    return exact and 0 <= long - short < 2 * _half(less.claim) * (1 - _LAST)


def slip_between(a: View, b: View) -> str | None:
    """The slip that would make one figure of the other: a scale word, another unit, two digits that changed places."""
    one, other = _digits(a.claim), _digits(b.claim)
    small, large = sorted(abs((v.claim.value or 0.0) * v.factor) for v in (a, b))
    if not small or small == large or len(one.strip("0")) < 2 or (a.claim.value or 0.0) * (b.claim.value or 0.0) < 0:
        return None  # a rise of 2.1 % and a fall of 1.2 % are no slip
    if one.strip("0") == other.strip("0") and any(math.isclose(large / small, scale) for scale in _SCALES):
        return f"the same digits, {'a thousand' if large < 1e4 * small else 'a million'} times as much"
    if a.claim.value == b.claim.value and a.factor != b.factor:
        return f"the same number of {a.claim.unit} and of {b.claim.unit}"
    changed = [i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(changed) != 2 or large > 10 * small:
        return None
    i, j = changed
    return "two digits changed places" if one[i] == other[j] and one[j] == other[i] else None


def _digits(claim: Claim) -> str:
    return "".join(filter(str.isdigit, claim.quote))


def one_digit(a: View, b: View) -> bool:
    """True for two numbers of three digits or more that differ in one of them: 290 and 390."""
    one, other = _digits(a.claim), _digits(b.claim)
    changed = sum(x != y for x, y in zip(one, other, strict=False))
    same = a.factor == b.factor and (a.claim.value or 0.0) < _TENFOLD * (b.claim.value or 0.0)
    near = same and (b.claim.value or 0.0) < _TENFOLD * (a.claim.value or 0.0)
    return near and len(one) == len(other) >= _LONG and changed == 1
