"""Years of make, which date no price: a coupe of 1972 sold for 219,000 euros, une toile de 1890."""

from __future__ import annotations

from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence

_NAME = 4  # tokens from the article to the year
_VERBS = ("copula", "say", "present", "change", "metric_verb", "relative", "q_move")


def is_of_make(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a year tells how old the single thing is that a price behind it is of."""
    if mention.node[0] != "year" or mention.mod is not None or dimension(quantity.unit) != "money":
        return False
    tokens, first = sentence.tokens, mention.first
    if quantity.kind != "level" or quantity.first < mention.last:
        return False
    if not any(mention.last <= at < quantity.first for at, _, _ in tokens.hits.get("deal", ())):
        return False  # un prêt de 2010 de 3 millions
    definite, articles = tokens.first("definite"), tokens.first("determiner")
    led = next((at for at in range(first - 1, max(-1, first - 2 - _NAME), -1) if at in articles), None)
    if led is None or led in definite or not tokens.forms[led].isalpha():
        return False
    if led + 1 == first:
        return mention.last < len(tokens) and tokens.forms[mention.last].isalpha()  # a 1961 Corvo
    of = first in tokens.after("of")
    return of and not any(at in tokens.first(kind) for kind in _VERBS for at in range(led, first))
