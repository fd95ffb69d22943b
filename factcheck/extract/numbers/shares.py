"""Shares said by two numbers: one in five, 9 von 10, un Français sur trois; and jeder Vierte."""

from __future__ import annotations

from typing import Any

from factcheck.extract.numbers.number import Number, Starts
from factcheck.extract.quantities.draft import Reading

_WORDS_BETWEEN = 3
_EASY = 10  # beyond it several of so many are counted, not thought of as a share: 13 von 18 Vereinen


def share(first: int, last: int, top: float, bottom: Any, digits: bool = False) -> Number:
    value = 100.0 * top / float(bottom)
    return Number(first, last, value, 1.0, style="digits" if digits else "words", form="fraction")


def one_in(reading: Reading, numbers: list[Number]) -> list[Number]:
    """ "one in five", "9 von 10", "un Français sur trois"."""
    among = reading.starts("q_among")
    if not among or len(numbers) + bool(reading.rules.articles) < 2:
        return numbers
    by_first = {number.first: number for number in numbers}
    units = reading.starts("q_unit")
    found: list[Number] = []
    taken = -1
    for number in _with_articles(reading, numbers):
        if number.first < taken:
            continue
        other = _out_of(reading, number, among, by_first)
        if other is not None and other.last not in units and not _is_unit_like(reading, other.last):
            joined = share(number.first, other.last, number.value, other.value, number.style == "digits")
            joined.decimals = True
            found.append(joined)
            taken = other.last
        elif number.form != "article" or number.first in by_first:
            found.append(number)
    return found


def _with_articles(reading: Reading, numbers: list[Number]) -> list[Number]:
    """The numbers, and articles that count ("un Français sur trois") as candidates of their own."""
    if not reading.rules.counted_article:
        return numbers
    taken = {i for number in numbers for i in range(number.first, number.last)}
    extra = [
        Number(i, i + 1, 1.0, form="article")
        for i, word in enumerate(reading.words)
        if word in reading.rules.articles and i not in taken
    ]
    return sorted([*numbers, *extra], key=lambda number: number.first)


def _out_of(reading: Reading, number: Number, among: Starts, by_first: dict[int, Number]) -> Number | None:
    """The number that this one is a part of."""
    if number.decimals or number.scale != 1.0 or number.form not in ("plain", "article") or not 0 < number.value < 1000:
        return None
    moves = reading.starts("q_move")
    for j in range(number.last, min(number.last + _WORDS_BETWEEN + 1, len(reading.words))):
        if j in moves:
            return None  # einen Anstieg von 388 auf 412 Fälle
        if j in among:
            other = by_first.get(among[j][0])
            small = (
                other is not None
                and other.form == "plain"
                and not other.decimals
                and number.value < other.value <= 1000
            )
            if other is None or not small or (number.value > 1 and other.value > _EASY and other.value % 100):
                return None
            return other
        if not reading.word(j)[:1].isalpha():
            return None
    return None


def _is_unit_like(reading: Reading, j: int) -> bool:
    """Whether money or a percent sign follows: "two in 5%"."""
    return any(j == first for key in ("q_percent", "q_currency") for first, _, _ in reading.tokens.hits.get(key, ()))


def every(reading: Reading, number: Number) -> Number | None:
    """ "jeder Vierte": every fourth one is 25 of 100."""
    if number.form != "ordinal" or number.value < reading.rules.every_from or number.value > 1000:
        return None
    if reading.word(number.first - 1) not in reading.rules.every:
        return None
    joined = share(number.first - 1, number.last, 1.0, number.value)
    joined.decimals = True
    return joined
