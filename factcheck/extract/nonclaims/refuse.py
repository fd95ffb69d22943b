"""Numbers that are no claims: labels, ages, small counts of abstract things, list numbers, page furniture."""

from __future__ import annotations

from factcheck.extract.metrics.counted import is_code
from factcheck.extract.nonclaims.ages import is_of_thing
from factcheck.extract.nonclaims.bare import MODEST, counts_on, is_beside_others, is_of_counted, is_verb
from factcheck.extract.nonclaims.labels import is_labelled, is_list_number, is_plain, is_reference, touches
from factcheck.extract.nonclaims.measures import is_calibre, is_compounded, is_in_measure, is_priced, is_second
from factcheck.extract.nonclaims.scores import is_clock, is_score
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

FURNITURE = frozenset({"furniture", "caption", "credit"})
_SMALL_WORDS = 3  # a spelled-out count up to this needs a noun that is worth counting


def refusal(quantity: Quantity, sentence: Sentence, named: bool) -> str | None:
    """Why a quantity is no claim, or None where it is one; `named` says that a metric noun or verb stands by it."""
    if sentence.zone in FURNITURE:
        return "page furniture"
    if quantity.ordinal:
        return "ordinal"
    if is_list_number(quantity, sentence):
        return "list number"
    if is_reference(quantity, sentence):
        return "reference"
    if any(first == quantity.number[1] for first, _, _ in sentence.tokens.hits.get("no_eras", ())):
        return "year of an era"
    if is_plain(quantity) and is_labelled(quantity.first, sentence):
        return "label"
    if is_clock(quantity, sentence):
        return "time of day"
    if is_score(quantity, sentence):
        return "score"
    if any(first <= quantity.first < last for first, last, _ in sentence.tokens.hits.get("no_always", ())):
        return "round the clock"
    if quantity.unit == "millimetre" and is_calibre(quantity, sentence):
        return "calibre"
    if is_compounded(quantity, sentence):
        return "part of a word"
    if is_in_measure(quantity, sentence):
        return "part of a name"
    if _is_in_name(quantity, sentence):
        return "part of a name"
    if is_second(quantity, sentence):
        return "ordinal"
    if is_priced(quantity, sentence):
        return "what a price is of"
    return _refusal_of_time(quantity, sentence, named) or _refusal_of_name(quantity, sentence, named)


def _refusal_of_time(quantity: Quantity, sentence: Sentence, named: bool) -> str | None:
    """Why a figure is but an age, the way to a date or a minute of play."""
    if _is_age(quantity, sentence) and not is_of_thing(quantity, sentence):
        return "age"
    if dimension(quantity.unit) == "time" and quantity.kind == "level" and _dates(quantity, sentence):
        return "way to a date"
    timed = quantity.unit == "minute" and quantity.first in sentence.tokens.after("no_minutes_before")
    if timed and not named and quantity.role is None:
        return "minute of play"  # marcou aos 40 minutos
    return None


def _refusal_of_name(quantity: Quantity, sentence: Sentence, named: bool) -> str | None:
    """Why a figure is part of a name, a verb, or too small a count to tell anything."""
    counted = any(other.noun and other.noun[1] == quantity.first for other in sentence.quantities)  # two Orlin 37 Max
    behind = is_plain(quantity) and _is_named(quantity, sentence)
    if (quantity.label and (counted or behind)) or _is_code(quantity, sentence):
        return "part of a name"
    if dimension(quantity.unit) == "time" and quantity.value == 1 and quantity.style == "words":
        told = named or quantity.first not in sentence.tokens.after("copula")
        return None if told else "small count"  # it was a good quarter
    if quantity.unit == "count" and quantity.kind == "level":
        return "verb" if is_verb(quantity, sentence) else _count_refusal(quantity, sentence, named)
    return None


def _is_in_name(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number word with a capital stands before another word with one in running text: the Six Nations."""
    forms, first = sentence.tokens.forms, quantity.number[0]
    if quantity.style != "words" or sentence.zone == "headline" or not 0 < first < len(forms) - 1:
        return False
    return forms[first - 1].islower() and forms[first][0].isupper() and forms[first + 1][0].isupper()


def _is_age(quantity: Quantity, sentence: Sentence) -> bool:
    for first, last, _ in sentence.tokens.hits.get("no_age", ()):
        named = quantity.unit == "count" and quantity.noun is not None and first > quantity.noun[0]  # minors of age
        behind = quantity.number[1] <= first <= max(quantity.last, quantity.number[1]) + 1 and not named
        if last == quantity.first or behind:
            return True
    return any(
        other.last == quantity.first - 1 in sentence.tokens.first("conjunction") and _is_age(other, sentence)
        for other in sentence.quantities
    )  # between the ages of 18 and 29


def _dates(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a length leads to a day or is another figure's window: two years after; 3 % in two years."""
    tokens = sentence.tokens
    if quantity.last in tokens.first("no_offsets"):
        return True
    led = tokens.after("no_windows").get(quantity.first)
    if led is None:
        return False
    if led[0] == 0 and tokens.forms[quantity.last : quantity.last + 1] == [","]:
        return len(sentence.quantities) > 1  # in 12 months, prices rose 4 %
    before = (other for other in sentence.quantities if other.last <= led[0])
    counted = (q for q in before if (q.unit == "count" and _is_several(q)) or q.kind == "change" or q.role == "to")
    return any(led[0] == (other.noun[1] if other.noun else other.last) for other in counted)


def _is_several(quantity: Quantity) -> bool:
    """Whether a count is more than a pronoun: 3 million in two years, but one of them in 40 days."""
    return quantity.noun is not None or quantity.value != 1


def _is_named(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a name that is no place and has capitals within stands right before: IE 7, iPhone 11."""
    before = sentence.tokens.forms[quantity.first - 1] if quantity.first else ""
    place = quantity.first in sentence.tokens.after("region")
    return any(letter.isupper() for letter in before[1:]) and not place


def _is_code(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether digits with one letter stand behind an abbreviation in a line that is not all capitals: MOS 11B."""
    tokens, (first, last) = sentence.tokens, quantity.number
    if quantity.unit != "count" or last - first != 2 or not first or not tokens.glued(first + 1):
        return False
    before, letter = tokens.forms[first - 1], tokens.forms[first + 1]
    coded = len(letter) == 1 and letter.isupper() and len(before) > 1 and before.isalpha() and before.isupper()
    return coded and any(form.islower() for form in tokens.forms)


def _count_refusal(quantity: Quantity, sentence: Sentence, named: bool) -> str | None:
    value, bare = float(quantity.value or 0), is_plain(quantity)
    counted = is_of_counted(quantity, sentence)
    lone = quantity.noun is None and bare and value < 10_000 and not (named or counted)
    if lone and not counts_on(quantity, sentence):
        return "bare number"
    if quantity.noun is None and not bare and value <= MODEST and touches(sentence, "definite", quantity.first):
        return "bare number"  # the closer to 1, the better
    if quantity.noun is None and bare and _after_name(quantity, sentence) and value < 3000:
        return "part of a name"
    if quantity.style == "words" and value <= MODEST and bare:
        counted = counted or named or _worth_counting(quantity, sentence)
        if _is_abstract(quantity, sentence):
            return "abstract thing"
        definite = _definite(quantity, sentence)
        if value == 1 and named and is_beside_others(quantity, sentence):
            return None
        if value < 2 or (value == 2 and definite) or (not counted and (definite or value <= _SMALL_WORDS)):
            return "small count"
    elif bare and value <= MODEST and value.is_integer() and _is_abstract(quantity, sentence):
        return "abstract thing"
    return None


def _after_name(quantity: Quantity, sentence: Sentence) -> bool:
    return any(name.last == quantity.first and name.region is None for name in sentence.names)


def _worth_counting(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the counted noun is a people or place word such as a demonym, or the code of a model."""
    if quantity.noun is None:
        return False
    first, last = quantity.noun
    hits = sentence.tokens.hits
    return is_code(quantity, sentence) or any(
        first <= at < last
        for category in ("region", "unnamed", "people", "person", "thing")
        for at, _, _ in hits.get(category, ())
    )


def _is_abstract(quantity: Quantity, sentence: Sentence) -> bool:
    if quantity.noun is None:
        return False
    first, last = quantity.noun
    if quantity.first in sentence.tokens.after("metric_verb"):
        return False  # she scored two goals
    return any(first <= a < last for a, _, _ in sentence.tokens.hits.get("no_abstract", ()))


def _definite(quantity: Quantity, sentence: Sentence) -> bool:
    return touches(sentence, "determiner", quantity.first)
