"""Measures that only describe: calibres, first parts of compounds, the litre of a price, a second tremor."""

from __future__ import annotations

from factcheck.extract.metrics.prices import PRICE
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_BESIDE = 1  # words between a calibre and its weapon
_COMPOUND = 2  # words of the first part of a compound, its article included
_BOUGHT = frozenset({"mass", "volume", "energy", "area"})  # what goods are measured by

_NO_NOUN = (
    "preposition", "conjunction", "relative", "copula", "determiner", "than", "say", "change", "no_offsets", "present",
    "pronoun", "personal", "q_before", "q_after", "negation",
)  # fmt: skip


def is_calibre(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a word for a weapon or its rounds stands beside a width: a 9mm pistol, munition de calibre 7,62 mm."""
    tokens = sentence.tokens
    beside = range(quantity.first - 1 - _BESIDE, quantity.first), range(quantity.last, quantity.last + 1 + _BESIDE)
    return any(first in near for first in tokens.first("no_calibres") for near in beside)


def is_compounded(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a bare scale, or one of a unit, only begins a compound: Milliarden-Projekt, eine Bitcoin-Reserve."""
    tokens, last = sentence.tokens, quantity.last
    if quantity.style == "digits" or last + 1 >= len(tokens) or tokens.forms[last] not in "-‑":
        return False
    glued = tokens.glued(last) and tokens.glued(last + 1) and tokens.forms[last + 1][0].isupper()
    return glued and quantity.last - quantity.number[0] <= _COMPOUND


def is_in_measure(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure only begins the name of what is measured, glued to it: Sieben-Tage-Inzidenz."""
    tokens, (first, last) = sentence.tokens, (quantity.first, quantity.last)
    names = tokens.hits.get("metric", ())
    glued = last < len(tokens) and tokens.forms[last] in "-‑" and tokens.glued(last)
    return glued and any(start <= first and last < end for start, end, _ in names)


def is_priced(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a single unit of goods is only what the price beside it is of: ein Liter Diesel kostet 1,71 Euro."""
    first, last = quantity.number
    alone = quantity.value == 1 and last - first == 1 and quantity.style == "words" and first == quantity.first
    if not alone or dimension(quantity.unit) not in _BOUGHT or quantity.per:
        return False
    others = [other for other in sentence.quantities if other is not quantity]
    return len(others) == 1 and dimension(others[0].unit) == "money" and (others[0].value or 0) < PRICE


def is_second(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the unit of time is an ordinal before its noun: un segundo temblor, une seconde explosion."""
    tokens, last = sentence.tokens, quantity.last
    alone = quantity.unit == "second" and quantity.value == 1 and quantity.style == "words" and quantity.kind == "level"
    if not alone or last >= len(tokens) or not (tokens.forms[last].isalpha() and tokens.forms[last].islower()):
        return False
    dated = any(mention.first == last for mention in sentence.periods)
    return not dated and not any(last in tokens.first(kind) for kind in _NO_NOUN)
