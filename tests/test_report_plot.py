import math

import make
import pytest

from factcheck.interval import Interval
from factcheck.report.plot import WIDTH, plot

APART = (make.claim(), make.claim(value=11.2e6))
DATED = (
    make.claim(time=make.day("2024-05-01")),
    make.claim(value=11.2e6, time=make.day("2024-06-01")),
    make.claim(value=11.3e6, time=make.day("2024-06-01")),
)
OPEN = (
    make.claim(value=200e6, allowed=Interval(200e6, math.inf, True), stated=Interval(200e6, 300e6)),
    make.claim(value=400e6, allowed=Interval(400e6, math.inf, True), stated=Interval(400e6, 500e6)),
)
FAR = (make.claim(value=5.7e6), make.claim(value=5.7e9))
NEGATIVE = (make.claim(value=-3.0, allowed=Interval.point(-3)), make.claim(value=4.0, allowed=Interval.point(4)))
ZERO = (make.claim(value=0.0), make.claim(value=4.0))


@pytest.mark.parametrize("claims", [APART, DATED, OPEN, FAR, NEGATIVE, ZERO])
def test_every_shape_lies_inside_the_drawing(claims):
    drawing = plot(make.finding(*claims))
    assert len(drawing.dots) == len(claims)
    for rect in drawing.rects:
        assert 0 <= rect.x <= rect.x + rect.width <= WIDTH
        assert 0 <= rect.y <= rect.y + rect.height <= drawing.height
    for point in (*drawing.dots, *drawing.labels):
        assert 0 <= point.x <= WIDTH
        assert 0 <= point.y <= drawing.height


def test_later_claims_stand_further_right_and_larger_ones_higher():
    first, second, third = plot(make.finding(*DATED)).dots
    assert first.x < second.x == third.x
    assert first.y < third.y < second.y


def test_a_wide_spread_is_logarithmic():
    assert any(label.text == "logarithmic" for label in plot(make.finding(*FAR)).labels)


@pytest.mark.parametrize(
    "claims",
    [
        (make.claim(),),
        (make.claim(), make.claim()),
        (make.claim(), make.claim(value=3.0, unit="percent")),
        (make.claim(), make.claim(value=None)),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing_to_compare(claims):
    assert plot(make.finding(*claims)) is None
