"""What a printed figure may have meant: the `stated` and the `allowed` interval of each way to say it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from factcheck.interval import Interval
from factcheck.model import Bound


@dataclass(frozen=True, slots=True)
class Margin:
    """Factors of the value: how far below and above it a careful writer may be."""

    stated: tuple[float, float]
    allowed: tuple[float, float]


MARGINS: dict[str, Margin] = {
    "approx": Margin(stated=(0.95, 1.05), allowed=(0.85, 1.15)),
    "nearly": Margin(stated=(0.90, 1.00), allowed=(0.85, 1.00)),
    "fraction": Margin(stated=(0.97, 1.03), allowed=(0.90, 1.10)),  # a third, two fifths
}
ROUNDING_CAP = 0.10  # a round figure is rounded by at most this part of it
EXACT_COUNT = 100  # a count below this is exact
VAGUE_STATED = (2.0, 10.0)  # hundreds: from two hundred to below a thousand
VAGUE_ALLOWED = (1.0, 10.0)
VAGUE_OPEN = 1000.0  # millions, nothing more said: up to this many of them
DOZENS = {24.0: (Interval(24, 99), Interval(20, 150))}


def intervals(
    value: float,
    high: float | None = None,
    bound: Bound = "exact",
    step: float = 1.0,
    *,
    decimals: bool = False,
    count: bool = False,
    vague: bool = False,
    fraction: bool = False,
) -> tuple[Interval, Interval]:
    """The (stated, allowed) intervals of a printed figure.

    `step` is the worth of its last printed digit, `decimals` says that the digit stands behind the decimal sign.
    """
    if value < 0:
        mirrored = intervals(
            -value, -high if high is not None else None, _MIRRORED.get(bound, bound), step, decimals=decimals
        )
        return -mirrored[0], -mirrored[1]
    if vague:
        return _vague(value, high, bound)
    if bound == "range" and high is not None:
        return _range(value, high, step, decimals, count)
    if bound in ("approx", "nearly"):
        return _scaled(value, MARGINS[bound])
    if bound != "exact":
        return _open_sided(value, bound, step, decimals)
    if fraction:
        return _scaled(value, MARGINS["fraction"])
    return _rounded(value, step, decimals, count)


_MIRRORED: dict[Bound, Bound] = {
    "more_than": "less_than",
    "less_than": "more_than",
    "at_least": "at_most",
    "at_most": "at_least",
}


def _scaled(value: float, margin: Margin) -> tuple[Interval, Interval]:
    low, high = (value * factor for factor in margin.stated)
    wide_low, wide_high = (value * factor for factor in margin.allowed)
    return Interval(low, high), Interval(wide_low, wide_high)


def _rounded(value: float, step: float, decimals: bool, count: bool) -> tuple[Interval, Interval]:
    if count and not decimals and step == 1 and value < EXACT_COUNT:
        return Interval.point(value), Interval.point(value)
    stated = step / 2 if decimals else min(step / 2, ROUNDING_CAP * value)
    allowed = max(stated, _slack(value, step, decimals))
    return Interval(value - stated, value + stated), Interval(value - allowed, value + allowed)


def _slack(value: float, step: float, decimals: bool) -> float:
    """Half a unit of the last digit that carries meaning, capped for round figures."""
    if decimals or not value:
        return step / 2
    return min(last_digit(value, step) / 2, ROUNDING_CAP * value)


def last_digit(value: float, step: float) -> float:
    """The worth of the last non-zero digit: 1,000 for 425,000."""
    if value <= 0 or step <= 0:
        return step
    units = round(value / step)
    while units and units % 10 == 0:
        units //= 10
        step *= 10
    return step


def next_round(value: float, step: float = 1.0) -> float:
    """The next round figure above: 170 for 165, 300 for 200."""
    unit = last_digit(value, step)
    leading = value < unit * 10
    size = unit if leading else unit * 10
    return float(f"{(math.floor(value / size + 1e-9) + 1) * size:.15g}")


def _open_sided(value: float, bound: Bound, step: float, decimals: bool) -> tuple[Interval, Interval]:
    if bound == "more_than":
        return Interval(value, next_round(value, step), low_open=True), Interval(value, math.inf, low_open=True)
    if bound == "at_least":
        return Interval(value, math.inf), Interval(value, math.inf)
    if bound == "less_than":
        return Interval(0.0, value, high_open=True), Interval(0.0, value, high_open=True)
    return Interval(0.0, value), Interval(0.0, value)


def _range(value: float, high: float, step: float, decimals: bool, count: bool) -> tuple[Interval, Interval]:
    stated = Interval(min(value, high), max(value, high))
    below = 0.0 if count and value < EXACT_COUNT and not decimals else _slack(abs(stated.low), step, decimals)
    above = 0.0 if count and high < EXACT_COUNT and not decimals else _slack(abs(stated.high), step, decimals)
    return stated, Interval(stated.low - below, stated.high + above)


def _vague(value: float, high: float | None, bound: Bound) -> tuple[Interval, Interval]:
    if value in DOZENS:
        stated, allowed = DOZENS[value]
    elif high is None:
        stated = Interval(VAGUE_STATED[0] * value, VAGUE_OPEN * value, high_open=True)
        allowed = Interval(value, VAGUE_OPEN * value)
    else:
        stated = Interval(VAGUE_STATED[0] * value, VAGUE_STATED[1] * value, high_open=True)
        allowed = Interval(value * VAGUE_ALLOWED[0], value * VAGUE_ALLOWED[1])
    if bound in ("at_most", "less_than"):
        return Interval(0.0, stated.high, high_open=True), Interval(0.0, allowed.high)
    if bound in ("more_than", "at_least") and high is not None:
        return Interval(stated.low, math.inf), Interval(allowed.low, math.inf)
    return stated, allowed
