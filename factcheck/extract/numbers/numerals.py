"""What a language knows about numerals: atoms such as two, twenty, million, and the rules that join them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from factcheck.extract.numbers.compounds import Compounds

Place = Literal["one", "teen", "ten", "hundred", "scale", "collective", "several", "half"]


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of a numeral."""

    value: float
    place: Place
    plural: bool = False  # vague where nothing counts it: millions of
    rough: bool = False  # about so many: une vingtaine
    alone: bool = False  # a scale that needs nothing before it: mille
    high: float | None = None


@dataclass(slots=True)
class Numerals:
    """The rules of a language that are not atoms."""

    decimal: str
    joiners: dict[str, frozenset[str]]  # word between atoms -> places it may follow
    teens_after: frozenset[float]
    points: frozenset[str]
    minus: frozenset[str]
    minus_weak: frozenset[str]  # of these, words that may also belong to what stands before: tested negative
    plus: frozenset[str]  # before a percentage, what a sign would say: mais 12 %
    articles: frozenset[str]
    counted_article: bool
    several_articles: frozenset[str]
    filled: frozenset[str]  # scales that three digits may follow: 2 mil 640
    of: frozenset[str]
    one: frozenset[str]
    one_not_after: frozenset[str]
    one_not_before: frozenset[str]
    fraction_needs: frozenset[str]
    sure_fractions: frozenset[float]  # denominators whose word is never a rank: tiers, Drittel
    not_halves: frozenset[str]
    after_one: frozenset[str]  # units that are other words behind any number but one: 8,000 secondo
    suffix_first: bool  # 5m is five million unless something says metres
    measured_before: frozenset[str]
    every: frozenset[str]
    every_from: int
    among: frozenset[str]
    ordinal_suffixes: frozenset[str]
    ordinal_dot: bool
    compounds: Compounds | None = None
    over: frozenset[str] = field(default_factory=frozenset)  # a fraction line in words: 1 over 20
    mixed: frozenset[str] = field(default_factory=frozenset)  # between a whole number and a fraction
    parts: frozenset[str] = field(default_factory=frozenset)  # behind a denominator: vinte e um avos
    fraction_signs: frozenset[str] = frozenset()  # behind a number, all words and signs that make it one of a fraction
    split_tens: bool = False  # thirty fifths are 35ths, not 30 / 5
    by: frozenset[str] = field(default_factory=frozenset)
    range_words: frozenset[str] = field(default_factory=frozenset)
    measured: frozenset[str] = field(default_factory=frozenset)  # after "5 m" these make it metres


def words_of(entries: Any) -> frozenset[str]:
    return frozenset(str(entry) for entry in entries or ())


_TRANSLITERATED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def spellings(word: str) -> Iterator[str]:
    """A word, and as those write it who have no accents: três and tres, fünf and fuenf."""
    yield word
    if word.isascii():
        return
    plain = word.translate(_TRANSLITERATED)
    if plain == word:
        plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    if plain != word:
        yield plain
