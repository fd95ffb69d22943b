"""The words of a language compiled for the quantity finder alone, without rules; for the accuracy scripts."""

from __future__ import annotations

from functools import lru_cache

from factcheck.extract.numbers import find as numbers
from factcheck.extract.periods import find as periods
from factcheck.extract.quantities import find as quantities
from factcheck.extract.quantities import units
from factcheck.extract.words import cues
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import Vocabulary, read_language


@lru_cache
def vocabulary(lang: str) -> Vocabulary:
    base = read_language(lang)
    words = Vocabulary(lang, base.words, base.cldr, stopwords=base.stopwords)
    for module in (cues, numbers, units, quantities, periods):
        module.register(words)
    for module in (numbers, units, quantities):
        module.prepare(words)
    return words


def tokens_of(text: str, lang: str) -> Tokens:
    tokens = tokenize(text)
    tokens.take(vocabulary(lang).lexicon.scan(tokens))
    return tokens


def read(text: str, lang: str) -> tuple[Tokens, list[Quantity]]:
    """The quantities of a text; dates are left out, a counted way to a date (nine days later) is not."""
    words, tokens = vocabulary(lang), tokens_of(text, lang)
    mentions = [mention for mention in periods.find_periods(tokens, words, None, None) if not counted(mention.node)]
    return tokens, quantities.find_quantities(tokens, words, mentions)


def counted(node: object) -> bool:
    """Whether a date is told by a counted length: nine days later."""
    return isinstance(node, tuple) and (node[:1] == ("dur",) or any(counted(part) for part in node))
