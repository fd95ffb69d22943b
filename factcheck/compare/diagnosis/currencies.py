"""Names of currencies: what several share, pesos of Mexico or of the Philippines, and where none is printed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from factcheck.extract.words.compiled import vocabulary_for
from factcheck.extract.words.tokens import tokenize
from factcheck.model import Claim
from factcheck.rulebook import Rulebook
from factcheck.units import is_money
from factcheck.yamlfile import read_kept


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[str, ...]]:
    """The currencies that a word may mean."""
    data: dict[str, dict[str, list[str]]] = read_kept(Path(__file__).parent / "currencies.yml")
    return {word: tuple(family["codes"]) for family in data.values() for word in family["words"]}


def namesakes(quote: str, unit: str) -> tuple[str, ...]:
    """The other currencies that a printed amount may be in; none where its name is one currency's alone."""
    for word in tokenize(quote.lower()).words:
        codes = _families().get(word, ())
        if unit in codes:
            return tuple(code for code in codes if code != unit)
    return ()


def is_named(claim: Claim, rulebook: Rulebook) -> bool:
    """True for a unit printed with its figure; a bare number beside others has the currency of one of them."""
    return not is_money(claim.unit) or "q_currency" in vocabulary_for(claim.lang, rulebook).lexicon.scan(
        tokenize(claim.quote)
    )
