"""What a large amount was paid, asked or bid for something, where only the verb and its "for" say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from factcheck.extract.metrics.find import Reading
from factcheck.extract.metrics.prices import at_price
from factcheck.extract.metrics.ties import SURE_METRIC
from factcheck.extract.words.mentions import Name, Quantity
from factcheck.extract.words.sentences import Sentence

_BEHIND, _BEFORE = 4, 10  # tokens
_SUBJECT = 2  # tokens before a noun that opens the sentence
_LEAST = 100_000  # less than this is the price of a thing


def deal(
    quantity: Quantity, sentence: Sentence, offered: Sequence[Reading], unnamed: Mapping[str, str], persons: Set[str]
) -> Reading | None:
    """The reading of an amount as the metric of a deal: to sell for 70 million, to pay it for Orlin."""
    if quantity.kind != "level" or (quantity.value or 0) < _LEAST:
        return None
    priced = at_price(quantity, sentence)
    sold = _verb("deal", quantity, sentence) if priced else None
    noun = offered[0] if offered and offered[0].form == "noun" and offered[0].first < quantity.last else None
    if noun and not (sold and noun.last <= sold[0] and noun.first <= _SUBJECT):
        return None  # but the fund bought it for 120 million
    player = _player(quantity, sentence) or (sold and _person(sold[1], sentence, persons))
    verb = sold or (_verb("bid", quantity, sentence) if player or bought(quantity, sentence) else None)
    verb = verb or (player if priced else None)  # the striker joined Orlin for 35 million
    metric = unnamed.get("signing" if player else "deal", "other:deal")
    return Reading(metric, *verb, SURE_METRIC, "verb") if verb else None


def _player(quantity: Quantity, sentence: Sentence) -> tuple[int, int] | None:
    """The player that an amount is for: 45 million for the midfielder, their striker for 60 million."""
    near = range(quantity.first - _BEFORE, quantity.last + _BEHIND)
    return next(((at, last) for at, last, _ in sentence.tokens.hits.get("player", ()) if at in near), None)


def _person(at: int, sentence: Sentence, persons: Set[str]) -> tuple[int, int] | None:
    """The person right behind the verb of a deal: sold Ana Ruiz for 35 million."""
    names = (name for name in sentence.names if at <= name.first <= at + 1 and name.entity in persons)
    return next(((name.first, name.last) for name in names), None)


def bought(quantity: Quantity, sentence: Sentence) -> Name | None:
    """The name that an amount is for, right behind it: 70 million for Orlin."""
    after = sentence.tokens.first("for_price").get(quantity.last)
    if after is None:
        return None
    firms = (name for name in sentence.names if name.sure and name.region is None)
    return next((name for name in firms if name.lead <= after[0] <= name.first), None)


def _verb(category: str, quantity: Quantity, sentence: Sentence) -> tuple[int, int] | None:
    """The last words of a category before a figure, or soon behind it where verbs close the clause."""
    hits = sentence.tokens.hits.get(category, ())
    return max(((first, last) for first, last, _ in hits if first < quantity.last + _BEHIND), default=None)
