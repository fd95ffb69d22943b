"""What an amount is paid for, as its words say: per mile, per kilometre."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.view import View
from factcheck.extract.words.tokens import tokenize
from factcheck.extract.words.vocabulary import languages, read_language


def for_one_measure(a: View, b: View) -> bool:
    """False where two amounts are each for a measure of its own: $6.5 million per mile (3.8 million euros per km)."""
    one, other = (_measure(view.claim.quote, view.claim.lang) for view in (a, b))
    return not (one and other) or one == other


def _measure(quote: str, lang: str) -> tuple[str, ...]:
    """The words behind the "per" of a figure; none where it has no such word."""
    words = tokenize(quote.lower()).words
    at = next((i for i, word in enumerate(words) if word in _per(lang)), len(words))
    return tuple(words[at + 1 :])


@lru_cache(maxsize=16)
def _per(lang: str) -> frozenset[str]:
    rates = read_language(lang).section("quantities").get("rates") or {} if lang in languages() else {}
    return frozenset(str(word) for word in rates.get("per", ()))
