"""Figures that are what something was sold for, or money whose currency is left unsaid."""

from __future__ import annotations

from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

PRICE = 10_000  # more than this after "for" is a deal, not a price


def led_by_price(quantity: Quantity, sentence: Sentence, of_money: bool) -> bool:
    """Whether a bare large figure can be what something was sold for: sold for 42 million.

    `of_money` says that the article has spoken of money; else the sentence must speak of a deal.
    """
    if quantity.noun is not None or quantity.unit != "count" or (quantity.value or 0) < PRICE:
        return False
    deal = any(sentence.tokens.hits.get(category) for category in ("deal", "bid"))
    return (of_money or deal) and quantity.first in sentence.tokens.after("for_price")


def is_sum(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether what a large figure counts is only ever money, whose currency is left unsaid: 7 billion of net profit."""
    if quantity.noun is None or quantity.unit != "count" or (quantity.value or 0) < PRICE:
        return False
    first, last = quantity.noun
    if not any(first in sentence.tokens.after(category) for category in ("of", "q_of")):
        return False  # 30 million shares
    if any(first <= at < last for at, _, _ in sentence.tokens.hits.get("thing", ())):
        return False  # 2 million of contracts
    found = [metric for at, _, (metric, _) in sentence.tokens.hits.get("metric", ()) if first <= at < last]
    return bool(found) and all(metric.units == ("money",) for metric in found)


def at_price(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the figure follows a word such as "for" that states a price, "a total of" left aside."""
    if dimension(quantity.unit) != "money":
        return False
    return any(quantity.first - 3 <= last <= quantity.first for _, last, _ in sentence.tokens.hits.get("for_price", ()))
