"""Interval arithmetic holds for every choice of values inside the intervals."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.interval import EVERYTHING, Interval, equal, less, less_equal

_WHOLE = st.integers(-(10**6), 10**6).map(float)
_NUMBERS = st.one_of(_WHOLE, st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 6)))


@st.composite
def interval_and_value(draw: st.DrawFn) -> tuple[Interval, float]:
    """An interval, perhaps unbounded, and a number inside it."""
    low, middle, high = sorted(draw(st.lists(_NUMBERS, min_size=3, max_size=3)))
    if draw(st.booleans()):
        return Interval.point(middle), middle
    ends = draw(st.tuples(st.booleans(), st.booleans()))
    interval = Interval(low, math.inf if draw(st.integers(0, 4)) == 0 else high, ends[0], ends[1])
    assume(interval.contains(middle))
    return interval, middle


boxes = interval_and_value()


def near(interval: Interval, value: float) -> bool:
    """Inside, but for the rounding of binary fractions."""
    slack = 1e-9 * max(1.0, abs(value))
    return interval.low - slack <= value <= interval.high + slack


@given(boxes, boxes)
def test_arithmetic_holds_every_possible_result(one: tuple[Interval, float], other: tuple[Interval, float]) -> None:
    (a, x), (b, y) = one, other
    assert near(a + b, x + y)
    assert near(a - b, x - y)
    assert near(a * b, x * y)
    assert near(-a, -x)
    if y != 0:
        assert near(a / b, x / y)


@given(boxes, boxes)
def test_certain_answers_are_never_wrong(one: tuple[Interval, float], other: tuple[Interval, float]) -> None:
    (a, x), (b, y) = one, other
    for judge, holds in ((less, x < y), (less_equal, x <= y), (equal, x == y)):
        certainly_true, certainly_false = judge(a, b)
        assert not (certainly_true and certainly_false)
        assert not certainly_true or holds
        assert not certainly_false or not holds


@given(boxes, boxes)
def test_overlap_is_symmetric_and_seen_by_equal(one: tuple[Interval, float], other: tuple[Interval, float]) -> None:
    a, b = one[0], other[0]
    assert a.overlaps(b) == b.overlaps(a)
    assert equal(a, b)[1] is not a.overlaps(b)
    if b.contains(one[1]):
        assert a.overlaps(b)


@given(boxes, boxes)
def test_hull_holds_both(one: tuple[Interval, float], other: tuple[Interval, float]) -> None:
    hull = one[0].hull(other[0])
    assert one[0].inside(hull)
    assert other[0].inside(hull)
    assert hull.contains(one[1])
    assert hull.contains(other[1])


@given(boxes, boxes)
def test_inside_means_every_number(one: tuple[Interval, float], other: tuple[Interval, float]) -> None:
    if one[0].inside(other[0]):
        assert other[0].contains(one[1])


@pytest.mark.parametrize(
    ("divisor", "quotient"),
    [
        (Interval(0, 5), EVERYTHING),
        (Interval(-1, 1), EVERYTHING),
        (Interval.point(0), EVERYTHING),
        (Interval(2, math.inf), Interval(0, 5)),
        (Interval(-4, -2), Interval(-5, -2.5)),
    ],
)
def test_division_guards_zero(divisor: Interval, quotient: Interval) -> None:
    result = Interval.point(10) / divisor
    assert (result.low, result.high) == (quotient.low, quotient.high)


def test_an_open_end_excludes_its_number() -> None:
    more = Interval(3, math.inf, low_open=True)
    assert not more.contains(3)
    assert not more.overlaps(Interval.point(3))
    assert less(Interval.point(3), more) == (True, False)
    assert less_equal(more, Interval.point(3)) == (False, True)
