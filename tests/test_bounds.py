from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.quantities.bounds import intervals, last_digit, next_round
from factcheck.interval import Interval

TABLE = [
    # value, high, bound, options -> stated, allowed
    ((5.7e6, None, "exact", 1e5), {"decimals": True}, (5.65e6, 5.75e6), (5.65e6, 5.75e6)),
    ((2e8, None, "exact", 1e6), {}, (1.995e8, 2.005e8), (1.8e8, 2.2e8)),
    ((2e9, None, "exact", 1e9), {}, (1.8e9, 2.2e9), (1.8e9, 2.2e9)),
    ((425000, None, "exact", 1), {"count": True}, (424999.5, 425000.5), (424500, 425500)),
    ((42, None, "exact", 1), {"count": True}, (42, 42), (42, 42)),
    ((2.3e6, None, "approx", 1e5), {}, (2.185e6, 2.415e6), (1.955e6, 2.645e6)),
    ((2e7, None, "nearly", 1e6), {}, (1.8e7, 2e7), (1.7e7, 2e7)),
    ((1.65e8, None, "more_than", 1e6), {}, (1.65e8, 1.7e8), (1.65e8, math.inf)),
    ((5, None, "at_least", 1), {}, (5, math.inf), (5, math.inf)),
    ((5, None, "at_most", 1), {}, (0, 5), (0, 5)),
    ((3e6, 5e6, "range", 1e6), {}, (3e6, 5e6), (2.7e6, 5.5e6)),
    ((1e5, 1e6, "approx", 1e5), {"vague": True}, (2e5, 1e6), (1e5, 1e6)),
    ((24, 99, "approx", 1), {"vague": True}, (24, 99), (20, 150)),
]


@pytest.mark.parametrize(("given_", "options", "stated", "allowed"), TABLE)
def test_intervals_follow_the_table(
    given_: tuple, options: dict, stated: tuple[float, float], allowed: tuple[float, float]
) -> None:
    found = intervals(*given_, **options)
    for interval, (low, high) in zip(found, (stated, allowed), strict=True):
        assert interval.low == pytest.approx(low)
        assert interval.high == pytest.approx(high)


def test_more_than_and_less_than_exclude_their_number() -> None:
    assert intervals(165.0, None, "more_than")[1].low_open
    assert intervals(165.0, None, "less_than")[1].high_open
    assert not intervals(165.0, None, "at_least")[1].low_open
    assert not intervals(165.0, None, "at_most")[1].high_open


@pytest.mark.parametrize(
    ("value", "above"), [(165, 170), (200, 300), (13000, 20000), (280, 300), (9, 10), (99, 100), (4.2e6, 5e6)]
)
def test_next_round_figure(value: float, above: float) -> None:
    assert next_round(value) == above


def test_last_digit() -> None:
    assert last_digit(425000, 1) == 1000
    assert last_digit(7, 1) == 1


_BOUNDS = st.sampled_from(["exact", "approx", "nearly", "more_than", "at_least", "less_than", "at_most"])


@given(st.integers(min_value=1, max_value=10**13), _BOUNDS)
def test_stated_lies_inside_allowed(value: int, bound: str) -> None:
    stated, allowed = intervals(float(value), None, bound)  # type: ignore[arg-type]
    assert stated.inside(allowed)


@given(st.integers(min_value=1, max_value=10**13), _BOUNDS)
def test_negative_values_mirror(value: int, bound: str) -> None:
    stated, allowed = intervals(-float(value), None, bound)  # type: ignore[arg-type]
    assert stated.inside(allowed)
    if bound in ("exact", "approx"):
        assert allowed.contains(-float(value))
    assert isinstance(stated, Interval)
