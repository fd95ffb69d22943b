"""Ages of persons and groups, which are no claims: Ana Orlin, 34, of Bergen; chez les 15-24 ans."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.nonclaims.bare_ages import is_bare_age
from factcheck.extract.words.mentions import Name, Quantity
from factcheck.extract.words.sentences import Sentence

_OLDEST = 120
_GROUPS = ("people", "person", "r_who", "no_age_groups")
_TOLD_OF = ("person", "counted_person", "people")
_FIRMS = ("company", "product", "platform", "index", "body", "agency", "source", "statistics", "team")
_THINGS = ("thing", "generic", "bodies", "organs", "called")
_PERSONS = ("people", "person", "counted_person", "title")
_SUBJECT = 2  # tokens between the noun that leads a clause and the verb that tells its age


def is_of_thing(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether what is so many years old is older than people get, or a firm or a product, and no person stands by."""
    if (quantity.value or 0) > _OLDEST:
        return True
    hits = sentence.tokens.hits
    if any(category in hits for category in ("person", "pronoun", "people")):
        return False
    subjects = [name for name in sentence.names if name.last <= quantity.first]
    return bool(subjects) and all(name.kind in (*_FIRMS, "product") or name.region for name in subjects)


def is_age(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure tells how old a person is: set behind a name, or behind a word for a person."""
    years = quantity.unit == "year"
    bare = quantity.unit == "count" and quantity.noun is None and quantity.style == "digits"
    timed = years or quantity.unit == "month"  # a baby of 8 months
    if not (timed or bare) or quantity.kind != "level" or not 0 < (quantity.value or 0) <= _OLDEST:
        return False
    told = years and (_of_person(quantity, sentence) or _of_group(quantity, sentence))
    told = told or (timed and _behind_person(sentence, quantity.first, quantity.last))
    told = told and not _is_measure(quantity, sentence)
    if told or ((years or bare) and (_behind_name(quantity, sentence) or _joins(quantity, sentence))):
        return True
    return quantity.unit == "count" and quantity.style == "digits" and is_bare_age(quantity, sentence)


def _joins(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether several ages stand together: operai di 34 e 51 anni, a woman of 40 years and her sons of 8 and 10."""
    tokens = sentence.tokens
    row = sorted(sentence.quantities, key=lambda each: each.first)
    ties = tokens.first("conjunction")
    at = last = row.index(quantity)
    while at and (row[at - 1].last in ties or tokens.forms[row[at - 1].last] == ",") and _follows(row, at):
        at -= 1
    told = quantity.unit == "count" and _of_person(row[at], sentence)
    if told and any(other.unit == "year" and _of_person(other, sentence) for other in sentence.quantities):
        return True
    while last + 1 < len(row) and row[last].unit == "count" and _follows(row, last + 1):
        last += 1
    led = row[at].first - (row[at].first in tokens.after("of"))
    persons = any(led in tokens.after(kind) for kind in _GROUPS if kind != "no_age_groups")
    persons = persons or _behind_person(sentence, row[at].first, row[last].last)
    return at < last and row[last].unit == "year" and persons


def _behind_person(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a word for persons leads to the ages from a token on: los detenidos, de entre 30 y 55 años, callan."""
    tokens, forms = sentence.tokens, sentence.tokens.forms
    closed = end >= len(forms) or not forms[end][0].isalnum() or end in tokens.first("conjunction")
    before = at - 1
    linked = any(before in tokens.first(kind) for kind in ("of", "with"))
    before -= linked
    before -= linked and before > 1 and forms[before - 1] == ","  # las jóvenes, ambas de 19 años
    parted = before > 0 and forms[before] == ","
    led = linked or at in tokens.first("of")
    if not (led or parted) or (parted and not closed) or end in tokens.first("of"):
        return False
    return any(before + 1 - parted in tokens.after(kind) for kind in _TOLD_OF)


def _follows(row: Sequence[Quantity], at: int) -> bool:
    """Whether but a sign or conjunction parts a figure from the bare one before it."""
    return row[at].first == row[at - 1].last + 1 and row[at - 1].unit == "count" and row[at - 1].noun is None


def _is_measure(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the unit is part of what is measured: sentenced the man to 12 | years in prison."""
    unit = range(quantity.number[1], quantity.last)
    return any(first in unit and last > quantity.last for first, last, _ in sentence.tokens.hits.get("metric", ()))


def _behind_name(quantity: Quantity, sentence: Sentence) -> bool:
    """A name, a comma or bracket, the figure, and a sign or the end: Ana Orlin (34); Ana, de 34 años."""
    forms = sentence.tokens.forms
    at = quantity.first - 1
    if at > 0 and quantity.unit == "year" and _is_small(sentence, at):
        at -= 1
    if at < 1 or forms[at] not in ",(":
        return False
    closed = quantity.last >= len(forms) or forms[quantity.last] in ",).;–—-"
    closed = closed or (quantity.unit == "year" and quantity.last in sentence.tokens.first("conjunction"))
    named = any(_ends_at(name, sentence, at) and _may_be_person(name) for name in sentence.names)
    return closed and (named or (quantity.unit == "year" and _is_first_name(sentence, at - 1)))


def _is_first_name(sentence: Sentence, at: int) -> bool:
    """Whether a lone word with a capital is no place, firm or office and no preposition or article leads to it."""
    tokens, form = sentence.tokens, sentence.tokens.forms[at]
    if not (form.isalpha() and form[0].isupper() and form[1:].islower()):
        return False
    kinds = ("region", "preposition", "conjunction", "title", "thing", "metric", "month")
    other = any(at in tokens.first(kind) for kind in kinds)
    led = any(at in tokens.after(kind) for kind in ("determiner", "preposition", "of"))
    whole = [name for name in sentence.names if name.first <= at < name.last]
    return not (other or led) and all(name.last - name.first == 1 and name.kind not in _FIRMS for name in whole)


def _ends_at(name: Name, sentence: Sentence, at: int) -> bool:
    """Whether a name ends at a token, the full stop of its last initial left aside: J.M., de 51 años."""
    return name.last == at or (name.last == at - 1 and sentence.tokens.forms[name.last] == "." and _is_cut(name))


def _may_be_person(name: Name) -> bool:
    return name.region is None and name.kind not in _FIRMS and (" " in name.entity or _is_cut(name))


def _is_cut(name: Name) -> bool:
    """Whether a name is nothing but the initials of somebody who is not to be named: A.T."""
    parts = name.entity.rstrip(".").split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isupper() for part in parts)


def _of_person(quantity: Quantity, sentence: Sentence) -> bool:
    """A word for a person right before the figure, a preposition between: a woman of 34, menores de 25 años."""
    hits = sentence.tokens.hits
    persons = {token for first, last, _ in hits.get("person", ()) for token in range(first, last)}
    if persons & set(range(quantity.first, quantity.number[0])):
        return True
    at = beside = quantity.first - 1
    if at > 0 and _is_small(sentence, at):
        at -= at not in sentence.tokens.first("addressing")  # sentenced the man to | 3 years tells no age
    if at > 0 and sentence.tokens.forms[at] == ",":
        at -= 1
    owned = beside in sentence.tokens.first("of")  # der Mann wurde zu drei Jahren verurteilt
    led = quantity.first < quantity.number[0] and _is_small(sentence, quantity.first)  # a woman | of about 30
    described = (owned or led) and at - 1 in persons and sentence.tokens.forms[at].islower()  # funzionario di 52 anni
    return ((at < beside or led) and (at in persons or described)) or _is_told_at(quantity, sentence)


def _of_group(quantity: Quantity, sentence: Sentence) -> bool:
    """From one age to another or beyond one, by a word for people: jóvenes de 16 a 24 años, les 50 ans et plus."""
    tokens, first, (start, end) = sentence.tokens, quantity.first, quantity.number
    if any(at < end and start < last for at, last, _ in tokens.hits.get("r_who", ())):
        return True  # Männer über 50 Jahre
    beyond = quantity.bound == "at_least" and first == start
    if quantity.style != "digits" or not (beyond or quantity.bound == "range"):
        return False
    first -= first in tokens.after("of")
    leads = (*_GROUPS, "determiner") if beyond else _GROUPS
    return any(first in tokens.after(category) for category in leads)


def _is_told_at(quantity: Quantity, sentence: Sentence) -> bool:
    """Words that say at what age: a los 27 años, mit 27 Jahren; with a noun behind it is a span (27 Jahren Haft)."""
    tokens, last = sentence.tokens, quantity.last
    cue = next((hit[0] for hit in tokens.hits.get("no_age_before", ()) if hit[1] == quantity.first), None)
    if cue is None or (cue not in tokens.first("preposition") and _is_told_of_thing(sentence, cue)):
        return False
    if last >= len(tokens) or any(hit[0] == last for hit in tokens.hits.get("of", ())):
        return last >= len(tokens)
    return not sentence.tokens.forms[last][0].isupper()


def _is_told_of_thing(sentence: Sentence, verb: int) -> bool:
    """Whether the noun or name before a verb is no person: la empresa ya tiene 20 años."""
    tokens = sentence.tokens
    led = tokens.after("determiner")
    for at in range(verb - 1, max(verb - 2 - _SUBJECT, -1), -1):
        if at in led:
            human = any(at in tokens.first(kind) for kind in _PERSONS)
            return not human and any(at in tokens.first(kind) for kind in _THINGS)
    return any(name.last == verb and (name.kind in _FIRMS or name.region) for name in sentence.names)


def _is_small(sentence: Sentence, at: int) -> bool:
    spans = [hit[:2] for category in ("preposition", "of") for hit in sentence.tokens.hits.get(category, ())]
    return any(first <= at < last for first, last in spans)
