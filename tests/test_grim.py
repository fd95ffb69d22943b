"""Means and percentages that can, or cannot, come from so many cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.arithmetic.grim import possible


@pytest.mark.parametrize(
    ("mean", "cases", "items", "percent", "expected"),
    [
        ("3.50", 20, 1, False, True),
        ("3.53", 20, 1, False, False),
        ("3.53", 20, 2, False, True),  # 141 of 40 is 3.525
        ("50", 28, 1, True, True),
        ("52", 28, 1, True, False),
        ("52", 100, 1, True, True),
        ("52.4", 100, 1, True, False),
        ("0", 7, 1, True, True),
    ],
)
def test_known_cases(mean: str, cases: int, items: int, percent: bool, expected: bool) -> None:
    assert possible(mean, cases=cases, items=items, percent=percent) is expected


@given(st.integers(1, 500), st.data())
def test_every_true_percentage_is_possible(cases: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, cases))
    assert possible(f"{100 * part / cases:.1f}", cases=cases, percent=True)
