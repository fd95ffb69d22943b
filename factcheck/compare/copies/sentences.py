"""Sentences masked for the search of near-copies: numbers become #, "more than" and the like beside them fall away.

Number words from two on fall away from what sentences are found by; "one" is an article or a pronoun as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from factcheck.extract.words.lexicon import Lexicon
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import languages, read_language

MIN_WORDS = 6  # of a sentence that may anchor an alignment
_PLACES = ("ones", "teens", "tens", "whole", "hundreds")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]{0,3}\s+|[\r\n]+")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence and its masked words."""

    forms: tuple[str, ...]  # lower case
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mask: tuple[str, ...]

    key: int  # of the words other than numbers and the word after each, which may be a scale
    anchors: bool  # long enough to tell a copy

    @property
    def numbers(self) -> list[int]:
        """The tokens that are numbers in digits."""
        return [i for i, form in enumerate(self.forms) if form[0].isdigit()]


def sentences(text: str, lang: str = "") -> Iterator[Sentence]:
    """The sentences of a text, masked."""
    qualifiers, numerals = qualifiers_of(lang), numerals_of(lang)
    start = 0
    for end in [match.end() for match in SENTENCE_END.finditer(text)] + [len(text)]:
        tokens = tokenize(text, start, end)
        if tokens.words:
            yield _sentence(tokens, qualifiers, numerals)
        start = end


@lru_cache(maxsize=16)
def qualifiers_of(lang: str) -> Lexicon:
    """The phrases of a language that say how exact a number is: "more than", "about", "or so"."""
    lexicon = Lexicon()
    words = read_language(lang).section("quantities") if lang in languages() else {}
    for place in ("before", "after"):
        for name, phrases in (words.get("qualifiers") or {}).get(place, {}).items():
            lexicon.add_all(place, map(str, phrases), name)
    return lexicon


@lru_cache(maxsize=16)
def numerals_of(lang: str) -> frozenset[str]:
    """The number words of a language from two on."""
    words = read_language(lang).section("numbers") if lang in languages() else {}
    found = (item for place in _PLACES for item in (words.get(place) or {}).items())
    return frozenset(str(word) for word, value in found if float(value) > 1)


def _sentence(tokens: Tokens, qualifiers: Lexicon, numerals: frozenset[str]) -> Sentence:
    mask = tuple("#" if word[0].isdigit() else word for word in tokens.words)
    told = tuple("#" if word in numerals else word for word in mask)
    loose = _qualifying(tokens, told, qualifiers) if "#" in told else frozenset()
    bare = _bare(told, loose)
    anchors = sum(map(str.isalpha, bare if told == mask else _bare(mask, loose))) >= MIN_WORDS
    return Sentence(tuple(tokens.words), tuple(tokens.starts), tuple(tokens.ends), mask, hash(bare), anchors)


def _bare(mask: Sequence[str], loose: Set[int]) -> tuple[str, ...]:
    """The words other than numbers, the word after each and what says how exact it is."""
    return tuple(
        word for i, word in enumerate(mask) if word != "#" and (i == 0 or mask[i - 1] != "#") and i not in loose
    )


def _qualifying(tokens: Tokens, mask: Sequence[str], qualifiers: Lexicon) -> frozenset[int]:
    """The tokens of qualifiers that stand right before or after a number."""
    hits = qualifiers.scan(tokens)
    before = (range(first, last) for first, last, _ in hits.get("before", ()) if mask[last : last + 1] == ("#",))
    after = (range(first, last) for first, last, _ in hits.get("after", ()) if first and mask[first - 1] == "#")
    return frozenset(i for places in (*before, *after) for i in places)
