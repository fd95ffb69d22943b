"""Figures that only another one is set against: against 2 % in 2005, after 3 million."""

from __future__ import annotations

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_NOUN = 7  # tokens of a noun phrase before its figure
_JOINED = 6  # tokens between two figures that "and" ties
_LED = 8  # tokens from a comma to a figure that what went before is above or below
_PASSES = ("than", "compared_with", "change_base")
_AGAINST = ("than", "compared_with", "set_against")  # in order: the first two leave no doubt


def told_in(sentence: Sentence) -> list[Quantity]:
    """The figures of a sentence without its ordinals: 38 % in the first round."""
    return [quantity for quantity in sentence.quantities if not quantity.ordinal]


def is_set_against(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether another figure is set against this one: from 3 to 4, 4 against 3."""
    return _is_start(quantity, sentence) or is_compared(quantity, sentence)


def is_compared(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a word of comparison leads the figure: against 2 % in 2025."""
    tokens, first = sentence.tokens, quantity.first
    if _is_passed(quantity, sentence):
        return True
    if tokens.hits.keys().isdisjoint(_AGAINST):
        return False
    against, articles = tokens.after("set_against"), tokens.after("determiner")
    while first in articles:
        first -= 1
    for kind in _AGAINST:
        if first in tokens.after(kind) or quantity.first in tokens.after(kind):
            return kind != "set_against" or not _counts_another(quantity, sentence)
    return (bool(against) and _noun_is_compared(quantity, sentence)) or _is_joined(quantity, sentence)


def _is_passed(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a level is above or below a known one, whose date stands behind it: 4 %, above the 3 % of May."""
    tokens = sentence.tokens
    behind = (mention.first for mention in sentence.periods if mention.first >= quantity.last and mention.period)
    dated = any(at - quantity.last <= _NOUN and is_plain(quantity.last, at, sentence) for at in behind)
    if quantity.kind in ("change", "ratio") or not dated:
        return False
    comma = next((at for at in range(quantity.number[0] - 1, -1, -1) if tokens.forms[at] == ","), -_NOUN)
    led = any(comma + 1 in tokens.first(kind) for kind in _PASSES)
    return led and quantity.number[0] - comma <= _LED and any(q.last <= comma for q in told_in(sentence))


def _counts_another(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure counts other things than the one before: 40 died after two blasts, cases from 33 countries."""
    before = [other for other in told_in(sentence) if other.last <= quantity.first]
    if not before or quantity.noun is None or before[-1].noun is None:
        return False
    words = sentence.tokens.words
    return quantity.unit == before[-1].unit == "count" and words[quantity.noun[1] - 1] != words[before[-1].noun[1] - 1]


def _is_start(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure is what a change starts from, its word for "from" no mere "of": an increase from 3 million."""
    if quantity.role != "from":
        return False
    tokens, at = sentence.tokens, quantity.first - 1
    behind = [other for other in told_in(sentence) if other.first >= quantity.last]
    if at not in tokens.first("of") or any(other.role == "to" for other in behind[:2]):
        return True
    led = (last for kind in _AGAINST for _, last, _ in tokens.hits.get(kind, ()))
    return any(0 <= at - last <= _NOUN for last in led)


def _is_joined(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether "and" ties a figure to the one before it, which is compared: against a share of 11 % and 3 million."""
    tokens = sentence.tokens
    before = [other for other in told_in(sentence) if other.last < quantity.first]
    if not before or quantity.kind in ("change", "ratio") or before[-1].unit == quantity.unit:
        return False
    between = range(before[-1].last, quantity.first)
    joined = any(at in tokens.first("conjunction") for at in between)
    near = joined and len(between) <= _JOINED and is_plain(between.start, between.stop, sentence)
    return near and is_compared(before[-1], sentence)


def _noun_is_compared(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a word of comparison leads the noun of a figure, behind another amount: against a loss of $3m."""
    tokens = sentence.tokens
    before = [other.last for other in told_in(sentence) if other.last <= quantity.first and other.unit == quantity.unit]
    against, of = tokens.after("set_against"), tokens.after("of")
    if not before or quantity.unit == "count" or quantity.first not in of:
        return False
    start = max(before)
    for at in range(quantity.first - 1, max(start, quantity.first - _NOUN) - 1, -1):
        if tokens.forms[at] in ",;()":
            return False
        if at in against and against[at][0] >= start:
            return True
    return False


def is_plain(first: int, last: int, sentence: Sentence) -> bool:
    """Whether no sign stands between two tokens."""
    return all(sentence.tokens.forms[at][0].isalnum() for at in range(first, last))
