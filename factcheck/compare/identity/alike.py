"""How alike two passages are in the words beyond their slots."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.view import View
from factcheck.extract.words.tokens import tokenize

_LONG, _STEM = 4, 6  # letters of a word that tells, and of what it begins with


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
