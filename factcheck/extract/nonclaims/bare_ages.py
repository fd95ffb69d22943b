"""Ages without their unit: she was 16 when it began, una ragazza di 21, children under 12."""

from __future__ import annotations

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_YOUNGEST = 5  # below it a bare number may be anything
_SUBJECT = 4  # tokens of whom a share is, before the verb: of their young visitors
_SIDES = frozenset({"less_than", "more_than"})
_PERSONS = ("person", "counted_person", "people")
_TIES = ("conjunction", "when", "preposition", "relative", "present", "copula")


def is_bare_age(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether bare digits tell an age: behind who was so old, or behind a person and the word that leads to it."""
    if (quantity.value or 0) < _YOUNGEST or quantity.role in ("from", "to") or quantity.high is not None:
        return False
    if quantity.bound in _SIDES:
        return _is_limit(quantity, sentence)
    return quantity.noun is None and (_is_told(quantity, sentence) or _is_described(quantity, sentence))


def _is_told(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether words that tell of one person's age lead to the figure, and nothing that it could count follows."""
    return quantity.first in sentence.tokens.after("no_age_of_one") and _is_ended(quantity.last, sentence)


def _is_ended(last: int, sentence: Sentence) -> bool:
    tokens = sentence.tokens
    if last >= len(tokens) or not tokens.forms[last][0].isalnum():
        return True
    return any(last in tokens.first(kind) for kind in _TIES)


def _is_described(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether "of" ties the figure to a person with an article: una ragazza di 21 è morta."""
    tokens = sentence.tokens
    led = tokens.after("of").get(quantity.first)
    if led is None or quantity.first != quantity.number[0]:
        return False
    person = next((hit for kind in _PERSONS if (hit := tokens.after(kind).get(led[0])) is not None), None)
    return person is not None and person[0] in tokens.after("no_one")


def _is_limit(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a word for persons stands before a single word that bounds the figure: children (are) under 12."""
    tokens = sentence.tokens
    single = quantity.number[0] - quantity.first == 1 and quantity.first in tokens.first("preposition")
    end = tokens.after("copula").get(quantity.first, (quantity.first,))[0]
    return single and (any(end in tokens.after(kind) for kind in _PERSONS) or _of_share(quantity, end, sentence))


def _of_share(quantity: Quantity, verb: int, sentence: Sentence) -> bool:
    """Whether the subject of a copula is a share of those who are so old: 38 % of visitors were under 16."""
    if verb == quantity.first:
        return False
    shares = [other for other in sentence.quantities if other.last <= verb and other.unit == "percent"]
    return any(
        verb - share.last <= _SUBJECT and "," not in sentence.tokens.forms[share.last : verb] for share in shares
    )
