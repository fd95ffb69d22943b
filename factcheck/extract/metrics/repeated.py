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
    if not _is_bare(quantity, sentence):
        return None
    before = [other for other in sentence.quantities if other.last <= quantity.first and other.unit == "count"]
    if not before or before[-1].kind != "level" or before[-1].per or quantity.first - before[-1].last > _FAR:
        return None
    if quantity.first in sentence.tokens.after("r_part") and (quantity.value or 0) < (before[-1].value or 0):
        return before[-1]  # there were 120, of whom 97 ...
    told = (each for each in reversed(before) if each.noun or not _is_bare(each, sentence) or _is_told(each, sentence))
    named = next(told, None)
    if named is None or not (named.noun or _is_told(named, sentence)) or named.ordinal or named.label:
        return None
    sure = is_compared(quantity, sentence) or quantity.last in sentence.tokens.first("r_part")
    return named if sure or (_is_opened(quantity, sentence) and _is_closed(quantity, named, sentence)) else None


def placed(quantity: Quantity, sentence: Sentence) -> str | None:
    """The thing whose number a bare figure is, its copula right behind it: a Orlin | gli sfratti sono stati 120."""
    tokens, start = sentence.tokens, quantity.first
    copulas = tokens.after("copula")
    while start in copulas:
        start = copulas[start][0]
    if start == quantity.first or not _is_bare(quantity) or not _is_ended(quantity, sentence):
        return None
    led = (hit for hit in tokens.hits.get("thing", ()) if hit[1] == start and hit[0] in tokens.after("determiner"))
    return next((str(name) for _, _, name in led), None)


def lacks_subject(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether but a date stands before the verb that leads to a bare figure: nel 2022 | erano stati 340."""
    tokens, start = sentence.tokens, quantity.first
    copulas, dates = tokens.after("copula"), sentence.periods
    while start in copulas:
        start = copulas[start][0]
    if start == quantity.first or not _is_bare(quantity) or not _is_ended(quantity, sentence):
        return False
    dated = next((date.first for date in dates if date.last == start), start)
    first = tokens.after("preposition").get(dated, (dated,))[0]
    return first == 0 or tokens.forms[first - 1] in ";:"


def _is_told(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a verb leads to a bare figure, so that it is a number of something: erano stati 340, it killed 34."""
    led = any(quantity.first in sentence.tokens.after(kind) for kind in ("copula", "metric_verb"))
    return _is_bare(quantity) and led


def _is_bare(quantity: Quantity, sentence: Sentence | None = None) -> bool:
    """Whether a figure is the plain number of something that it does not name; a place before it makes no label."""
    plain = quantity.unit == "count" and quantity.kind == "level" and quantity.noun is None and not quantity.per
    names = sentence.names if sentence else ()
    place = any(name.last == quantity.first and name.region is not None for name in names)
    return plain and (place or not quantity.label) and not quantity.ordinal and (quantity.value or 0) >= _LEAST


def _is_opened(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure opens its part of the sentence, so that only a noun is lacking: 40 in May, 30 in June."""
    return _starts(quantity.first, sentence) or _is_led(quantity, sentence)


def _is_led(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a date or place opens the part of the sentence that a figure closes: 40 in Orlin, and in Norland 30."""
    tokens, at = sentence.tokens, quantity.first
    spans = [(date.first, date.last) for date in sentence.periods if date.type == "date"]
    spans += [(name.first, name.last) for name in sentence.names if name.region is not None]
    first = next((start for start, end in spans if end == at), at)
    first = next((hit[0] for kind in ("preposition", "determiner") if (hit := tokens.after(kind).get(first))), first)
    return first < at and _starts(first, sentence)


def _starts(at: int, sentence: Sentence) -> bool:
    """Whether a comma, semicolon or conjunction stands before a token."""
    tokens = sentence.tokens
    return at > 0 and (tokens.forms[at - 1] in ",;" or at in tokens.after("conjunction"))


def _is_closed(quantity: Quantity, named: Quantity, sentence: Sentence) -> bool:
    """Whether nothing stands behind a figure that it could count, and it is no age of the persons before it."""
    tokens, last = sentence.tokens, quantity.last
    if last in tokens.first("preposition") or any(date.first == last for date in sentence.periods):
        return last not in tokens.first("of")
    aged = counts_people(named, sentence) and (quantity.value or 0) <= _AGED
    led = _is_led(quantity, sentence) and not aged  # no lines 3, 7 and 12
    return led and _is_ended(quantity, sentence) and quantity.style == "digits"


def _is_ended(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a sign or conjunction stands behind a figure, or nothing does."""
    tokens, last = sentence.tokens, quantity.last
    return last >= len(tokens) or tokens.forms[last] in ".,;)" or last in tokens.first("conjunction")
