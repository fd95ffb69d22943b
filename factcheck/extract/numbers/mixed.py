"""Fractions as numbers: 3 over 20, seven and a quarter, three quarters of a million."""

from __future__ import annotations

from factcheck.extract.numbers.denominators import is_scale
from factcheck.extract.numbers.number import Number
from factcheck.extract.numbers.shares import share
from factcheck.extract.quantities.draft import Reading


def divided(top: Number, bottom: Number) -> Number:
    """Two numbers with a fraction line: a share where the first is the smaller."""
    if abs(top.value) < bottom.value:
        return share(top.first, bottom.last, top.value, bottom.value, digits=top.style == "digits")
    return plain(top.first, bottom.last, top.value / bottom.value)


def plain(first: int, last: int, value: float) -> Number:
    return Number(first, last, value, 0.01, True)


def touches(whole: Number, fraction: Number) -> bool:
    """Whether "7 3/4" is one number."""
    plain = whole.form == "plain" and whole.style == "digits" and not whole.decimals and whole.scale == 1.0
    return plain and whole.last == fraction.first and fraction.style == "digits" and fraction.form == "fraction"


def mixed(whole: Number, fraction: Number) -> Number:
    """A whole number with a part of its last scale: two million and three fifths."""
    if fraction.form == "plain":  # six and two thirds million; one billion and three quarters million
        value = whole.value * (fraction.scale if whole.scale == 1.0 else 1.0) + fraction.value
        return Number(whole.first, fraction.last, value, fraction.step, scale=fraction.scale)
    part = whole.scale * fraction.value / 100
    value = whole.value + part if whole.value >= 0 else whole.value - part
    return Number(whole.first, fraction.last, value, whole.scale / 100, True, whole.style, scale=whole.scale)


def of_scale(reading: Reading, number: Number) -> Number:
    """ "three quarters of a million": the fraction of a scale is a plain number."""
    j = number.last
    if reading.word(j) in reading.rules.of:
        j += 1
        j += reading.word(j) in reading.rules.articles
    if is_scale(reading, j):
        last, atom = reading.starts("q_number")[j]
        number.value, number.last, number.form = number.value / 100 * atom.value, last, "plain"
        number.scale, number.step = atom.value, atom.value / 10
    return number
