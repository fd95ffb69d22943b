"""Closed, open and half-open intervals of real numbers, and comparisons that may be undecided.

A comparison answers with a pair (certainly true, certainly false); (False, False) means that it
depends on which values inside the intervals are the real ones.  Arithmetic follows Moore, Kearfott
and Cloud, *Introduction to Interval Analysis* (SIAM 2009); a division by an interval that holds zero
gives the whole line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

Truth = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; an open end excludes its own number."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: float) -> Interval:
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def width(self) -> float:
        return self.high - self.low

    def contains(self, value: float) -> bool:
        above = self.low < value or (self.low == value and not self.low_open)
        below = value < self.high or (self.high == value and not self.high_open)
        return above and below

    def overlaps(self, other: Interval) -> bool:
        """True where at least one number lies in both."""
        return not (_before(self, other) or _before(other, self))

    def inside(self, other: Interval) -> bool:
        """True where every number of this interval lies in the other."""
        low = other.low < self.low or (other.low == self.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (other.high == self.high and (self.high_open or not other.high_open))
        return low and high

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not closed)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        corners = [
            (_times(a, b), a_open or b_open)
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
        ]
        low, low_open = min(corners)
        high, closed = max((value, not is_open) for value, is_open in corners)
        return Interval(low, high, low_open, not closed)

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            return Interval(-math.inf, math.inf)
        inverse = Interval(1 / other.high, 1 / other.low, other.high_open, other.low_open)
        return self * inverse


EVERYTHING = Interval(-math.inf, math.inf)


def less(a: Interval, b: Interval) -> Truth:
    """Whether a < b for all, or for no, choice of values."""
    return _before(a, b), a.low >= b.high


def less_equal(a: Interval, b: Interval) -> Truth:
    """Whether a <= b for all, or for no, choice of values."""
    return a.high <= b.low, _before(b, a)


def equal(a: Interval, b: Interval) -> Truth:
    """Whether a = b for all, or for no, choice of values."""
    return a.is_point and b.is_point and a.low == b.low, not a.overlaps(b)


def _before(a: Interval, b: Interval) -> bool:
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b
