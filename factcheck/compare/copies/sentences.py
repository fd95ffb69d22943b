"""Sentences masked for the search of near-copies: numbers become #, "more than" and the like beside them fall away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.extract.words.lexicon import Lexicon
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import languages, read_language

MIN_WORDS = 6  # of a sentence that may anchor an alignment
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
    qualifiers = qualifiers_of(lang)
    start = 0
    for end in [match.end() for match in SENTENCE_END.finditer(text)] + [len(text)]:
        tokens = tokenize(text, start, end)
        if tokens.words:
            yield _sentence(tokens, qualifiers)
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


def _sentence(tokens: Tokens, qualifiers: Lexicon) -> Sentence:
    mask = tuple("#" if form[0].isdigit() else word for form, word in zip(tokens.forms, tokens.words, strict=True))
    loose = _qualifying(tokens, mask, qualifiers) if "#" in mask else frozenset()
    bare = tuple(word for i, word in enumerate(mask)
                 if word != "#" and (i == 0 or mask[i - 1] != "#") and i not in loose)  # fmt: skip
    anchors = sum(word.isalpha() for word in bare) >= MIN_WORDS
    return Sentence(tuple(tokens.words), tuple(tokens.starts), tuple(tokens.ends), mask, hash(bare), anchors)


def _qualifying(tokens: Tokens, mask: Sequence[str], qualifiers: Lexicon) -> frozenset[int]:
    """The tokens of qualifiers that stand right before or after a number."""
    hits = qualifiers.scan(tokens)
    before = (range(first, last) for first, last, _ in hits.get("before", ()) if mask[last : last + 1] == ("#",))
    after = (range(first, last) for first, last, _ in hits.get("after", ()) if first and mask[first - 1] == "#")
    return frozenset(i for places in (*before, *after) for i in places)
