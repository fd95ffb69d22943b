"""Parts of a whole, mixed numbers, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.quantity_words import claims

# text -> value and unit of every quantity
FRACTIONS = [
    ("en", "two thirds of riders", [(200 / 3, "percent")]),
    ("en", "one twenty-fifth of the fleet", [(4, "percent")]),
    ("en", "a hundredth of the fleet", [(1, "percent")]),
    ("en", "3 over 20", [(15, "percent")]),
    ("en", "one in 47", [(100 / 47, "percent")]),
    ("en", "a fifth of a per cent", [(0.2, "percent")]),
    ("en", "three-quarters of one percent", [(0.75, "percent")]),
    ("en", "a quarter million riders", [(250000, "count")]),
    ("fr", "trois vingt-cinquièmes de la flotte", [(12, "percent")]),
    ("fr", "un cinquième des ventes", [(20, "percent")]),
    ("de", "ein Zwanzigstel der Flotte", [(5, "percent")]),
    ("de", "drei Fünftel der Flotte", [(60, "percent")]),
    ("nl", "twee derde van de vloot", [(200 / 3, "percent")]),
    ("nl", "driekwart van de vloot", [(75, "percent")]),
    ("es", "un veinticincoavo de la flota", [(4, "percent")]),
    ("es", "tres quintos por ciento", [(0.6, "percent")]),
    ("it", "un venticinquesimo della flotta", [(4, "percent")]),
    ("it", "due terzi della flotta", [(200 / 3, "percent")]),
    ("pt", "um vinte avos da frota", [(5, "percent")]),
    ("pt", "dois terços da frota", [(200 / 3, "percent")]),
]
MIXED = [
    ("en", "two million and three fifths", 2.6e6),
    ("en", "three and one fourth", 3.25),
    ("en", "7 3/4", 7.75),
    ("en", "twenty-one fifths", 4.2),
    ("fr", "cent et trois quarts", 100.75),
    ("de", "sechs und zwei Drittel Millionen", 20e6 / 3),
    ("es", "veinte con tres quintos", 20.6),
    ("it", "cinque miliardi e tre quarti", 5.75e9),
    ("it", "2 e 1/4", 2.25),
    ("pt", "cinco trilhões com três quartos", 5.75e12),
    ("pt", "vinte e três quintos", 4.6),
]
# ranks, quarters of a year, coins and years: no part of anything
NO_PARTS = [
    ("en", "the two twenty-first century wars", [2]),
    ("en", "in the third quarter", []),
    ("en", "it paid $10,000 over 3 years", [10000, 3]),
    ("en", "twenty quarters", [20]),
    ("it", "costa 50 centesimi", [0.5]),
    ("es", "los tres cuartos están libres", [3]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), FRACTIONS)
def test_shares(lang: str, text: str, expected: list[tuple[float, str]]) -> None:
    found = claims(lang, text)
    assert [quantity.unit for quantity in found] == [unit for _, unit in expected]
    assert [quantity.value for quantity in found] == pytest.approx([value for value, _ in expected])


@pytest.mark.parametrize(("lang", "text", "value"), MIXED)
def test_mixed_numbers(lang: str, text: str, value: float) -> None:
    [found] = claims(lang, text)
    assert (found.value, found.unit) == (pytest.approx(value), "count")


@pytest.mark.parametrize(("lang", "text", "values"), NO_PARTS)
def test_no_parts(lang: str, text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in claims(lang, text)] == pytest.approx(values)
