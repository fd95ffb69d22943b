"""How often those do something whom a figure counts: daily, every month."""

from __future__ import annotations

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_SETS = {"P1D": "day", "P1W": "week", "P1M": "month"}


def frequency(quantity: Quantity, sentence: Sentence) -> str | None:
    """The day, week or month in each of which a figure counts anew, where its part of the sentence says so."""
    if quantity.per in _SETS.values():
        return quantity.per
    others = [other.first for other in sentence.quantities if other is not quantity]
    for mention in sentence.periods:
        low, high = sorted((mention.first, quantity.first))
        if mention.type == "set" and mention.timex in _SETS and not any(low <= at <= high for at in others):
            return _SETS[mention.timex]
    return None
