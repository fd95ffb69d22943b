"""Reading quantities from a line of text, for the tests of the quantity finder."""

from __future__ import annotations

from functools import lru_cache

from factcheck.extract.numbers import find as numbers
from factcheck.extract.quantities import find as quantities
from factcheck.extract.quantities import units
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import Vocabulary, read_language


@lru_cache
def vocabulary(lang: str) -> Vocabulary:
    base = read_language(lang)
    words = Vocabulary(lang, base.words, base.cldr, stopwords=base.stopwords)
    for module in (numbers, units, quantities):
        module.register(words)
        module.prepare(words)
    return words


def tokens_of(lang: str, text: str) -> Tokens:
    tokens = tokenize(text)
    tokens.take(vocabulary(lang).lexicon.scan(tokens))
    return tokens


def read(lang: str, text: str, periods: tuple[PeriodMention, ...] = ()) -> list[Quantity]:
    return quantities.find_quantities(tokens_of(lang, text), vocabulary(lang), periods)


def claims(lang: str, text: str) -> list[Quantity]:
    """The quantities without ordinals."""
    return [quantity for quantity in read(lang, text) if not quantity.ordinal]
