"""Bare figures that go on with the count before them: hired 40 nurses in May, 30 in June."""

from __future__ import annotations

from factcheck.extract.metrics.counted import counts_people
from factcheck.extract.times.compared import is_compared
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_LEAST = 2  # "one" is seldom a count
_AGED = 110  # up to it a figure behind persons may be their age
_FAR = 24  # tokens from a count to one that goes on with it


def former_count(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """The count that a bare figure goes on with: hired 40 nurses in May, 30 in June; 300 flats, against 280 before."""
    if not _is_bare(quantity):
        return None
    before = [other for other in sentence.quantities if other.last <= quantity.first and other.unit == "count"]
    if not before or before[-1].kind != "level" or before[-1].per or quantity.first - before[-1].last > _FAR:
        return None
    if quantity.first in sentence.tokens.after("r_part") and (quantity.value or 0) < (before[-1].value or 0):
        return before[-1]  # there were 120, of whom 97 ...
    named = next((other for other in reversed(before) if other.noun or not _is_bare(other)), None)
    if named is None or named.noun is None or named.ordinal or named.label:
        return None
    told = is_compared(quantity, sentence) or quantity.last in sentence.tokens.first("r_part")
    return named if told or (_is_opened(quantity, sentence) and _is_closed(quantity, named, sentence)) else None


def _is_bare(quantity: Quantity) -> bool:
    """Whether a figure is the plain number of something that it does not name."""
    plain = quantity.unit == "count" and quantity.kind == "level" and quantity.noun is None and not quantity.per
    return plain and not quantity.label and not quantity.ordinal and (quantity.value or 0) >= _LEAST


def _is_opened(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure opens its part of the sentence, a date or place aside: 40 in Orlin, and in Norland 30."""
    tokens, at = sentence.tokens, quantity.first
    if at == 0:
        return False
    if tokens.forms[at - 1] in ",;" or at in tokens.after("conjunction"):
        return True
    spans = [(date.first, date.last) for date in sentence.periods if date.type == "date"]
    spans += [(name.first, name.last) for name in sentence.names if name.region is not None]
    first = next((start for start, end in spans if end == at), at)
    first = next((hit[0] for kind in ("preposition", "determiner") if (hit := tokens.after(kind).get(first))), first)
    return first < at and first > 0 and (tokens.forms[first - 1] in ",;" or first in tokens.after("conjunction"))


def _is_closed(quantity: Quantity, named: Quantity, sentence: Sentence) -> bool:
    """Whether nothing stands behind a figure that it could count, and it is no age of the persons before it."""
    tokens, last = sentence.tokens, quantity.last
    if last in tokens.first("preposition") or any(date.first == last for date in sentence.periods):
        return last not in tokens.first("of")
    ended = last >= len(tokens) or tokens.forms[last] in ".,;)" or last in tokens.first("conjunction")
    aged = counts_people(named, sentence) and (quantity.value or 0) <= _AGED
    return ended and not aged and quantity.style == "digits"
