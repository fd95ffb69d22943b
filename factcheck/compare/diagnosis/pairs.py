"""Two figures that cannot both be true, the smaller first, and how well a factor explains them."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.compare.arithmetic.precision import printed
from factcheck.compare.findings.describe import number_text
from factcheck.compare.view import View
from factcheck.interval import Interval


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, the smaller first."""

    small: View
    large: View
    ratio: float
    ratios: Interval  # as printed


def pair_of(a: View, b: View) -> Pair | None:
    """The pair of two figures; None where they do not differ, or are not printed in digits."""
    if not a.claim.value or not b.claim.value:
        return None
    small, large = sorted((a, b), key=lambda view: abs(view.claim.value or 0) * view.factor)
    one, other = printed(small), printed(large)
    ratio = (large.claim.value or 0) * large.factor / ((small.claim.value or 1) * small.factor)
    if one is None or other is None or ratio <= 1:
        return None
    return Pair(small, large, ratio, other / one)


def fits(pair: Pair, factor: float, within: float = 0.02) -> float:
    """How well a factor explains the pair: 1 for exactly, 0 where the printed digits rule it out."""
    off = abs(pair.ratio / factor - 1)
    return max(0.0, 1 - off / within) if pair.ratios.contains(factor) and off <= within else 0.0


def ratio_text(pair: Pair) -> str:
    """How many times the smaller figure the larger one is, in words."""
    return f"{value_in_words(pair.large)} is {number_text(pair.ratio)} times {value_in_words(pair.small)}"


def value_in_words(view: View) -> str:
    """The value of a figure as an editor writes it."""
    return number_text(view.claim.value or 0.0)
