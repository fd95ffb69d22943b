"""How alike two passages are in the words beyond their slots."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from factcheck.compare.identity.cues import indefinite
from factcheck.compare.view import View
from factcheck.extract.words.tokens import tokenize
from factcheck.model import Document

_LONG, _STEM = 4, 6  # letters of a word that tells, and of what it begins with
_BRACKETS = frozenset("()[]")


@lru_cache(maxsize=16384)
def masked(sentence: str, quote: str) -> str:
    """The sentence with its figure masked."""
    return " ".join(sentence.replace(quote, "#").split()).casefold()


def likeness(a: View, b: View) -> float | None:
    """How alike the clauses are beyond their slots, 0 to 1; None where languages differ or a clause has no words."""
    if not a.claim.frame or not b.claim.frame or a.claim.lang != b.claim.lang:
        return None
    return (dice(a, b) + contained(a, b)) / 2


def dice(a: View, b: View) -> float:
    """The part of the words that both clauses have; 0 where they share but one."""
    one, other = a.words, b.words
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared >= 2 else 0.0


def contained(a: View, b: View) -> float:
    """The part of the shorter clause's words that the longer one has; halved where they share but one."""
    one, other = a.words, b.words
    shared = len(one & other)
    return shared / min(len(one), len(other)) * (1.0 if shared >= 2 else 0.5) if shared else 0.0


def retold(headline: View, passage: View) -> float:
    """The part of a headline's words that a sentence of the text has; 0 where they share but one."""
    one, other = telling(headline.claim.sentence), telling(passage.claim.sentence)
    shared = len(one & other)
    return shared / len(one) if shared >= 2 else 0.0


@lru_cache(maxsize=4096)
def telling(sentence: str) -> frozenset[str]:
    """The longer words of a sentence, by how they begin."""
    return frozenset(word[:_STEM] for word in tokenize(sentence.lower()).words if len(word) >= _LONG and word.isalpha())


def in_contrast(a: View, b: View) -> bool:
    """True where each of two clauses has words that the other lacks: 48 % of all ages, 53 % of young children."""
    one, other = set(a.claim.frame), set(b.claim.frame)
    return bool(one - other) and bool(other - one)


def repeated_words(first: View, second: View, documents: Mapping[str, Document]) -> int:
    """How many words before the two figures are the same, counted from the figures."""
    document = documents.get(first.claim.doc)
    if document is None:
        return 0
    start = max(0, first.claim.sentence_start)
    one = tokenize(document.text, start, first.claim.start).words
    other = tokenize(document.text, first.claim.end, second.claim.start).words
    count = 0
    while count < min(len(one), len(other)) and one[-1 - count] == other[-1 - count] not in _BRACKETS:
        count += 1
    if any(word[0].isdigit() for word in other[: len(other) - count]):
        return 0  # a list: $7,000 for one who earns $25,000, $8,400 for one who earns $15,000
    same = one[len(one) - count :]
    if indefinite(first.claim.lang).intersection(same[:-1]):
        return 0  # a country with 20 %, a country with 6 %
    return sum(word[0].isalpha() for word in same)
