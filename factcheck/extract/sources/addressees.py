"""Whom something is said to, who is no source of it: dijo a los medios el jefe de bomberos."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.offices import Party
from factcheck.extract.words.sentences import Sentence

_LONGEST = 5  # words of an addressee: a la agencia de noticias Orlin


def addressee_end(sentence: Sentence, at: int) -> int:
    """The token behind the name or words for whom something is said to: disse à Lusa | o comandante; `at` for none."""
    tokens = sentence.tokens
    led = _led_at(sentence, at)
    if led is None:
        return at
    start = tokens.first("addressing")[led][0]
    start = tokens.first("determiner").get(start, (start,))[0]
    for i in range(start, min(start + _LONGEST, len(tokens))):
        named = next((name.last for name in sentence.names if name.first == i), None)
        if named is not None:
            return at if i == start and led in tokens.first("the_one") else named  # disse a Norvia
        other = i in tokens.first("determiner") or i in tokens.first("unnamed")
        if not tokens.forms[i].islower() or (i > start and other and i - 1 not in tokens.first("preposition")):
            return i
    return at


def _led_at(sentence: Sentence, at: int) -> int | None:
    """The preposition that leads to an addressee at a token, or past how it was said: dijo por teléfono | a Orlin."""
    tokens = sentence.tokens
    addressing = tokens.first("addressing")
    if at in addressing:
        return at
    past = at in tokens.first("preposition") and at + 2 in addressing and tokens.forms[at + 1].islower()
    return at + 2 if past else None


def past_addressee(sentence: Sentence, at: int) -> int:
    """The same where an article stands there, which leads to who speaks."""
    end = addressee_end(sentence, at)
    return end if end in sentence.tokens.first("determiner") else at


def is_addressed(sentence: Sentence, at: int, party: Party) -> bool:
    """Whether a name is whom something is said to, common words before it: to the news site Orlin."""
    tokens = sentence.tokens
    named = any(name.first == party[0] for name in sentence.names)
    end = addressee_end(sentence, at)
    if party[0] == at + 1 and at in tokens.first("the_one"):
        return False  # informou a Orlin
    led = named and _led_at(sentence, at) is not None and (party[0] < end or end == at)
    return led and all(form.islower() for form in tokens.forms[at : party[0]])


def _is_addressee(sentence: Sentence, party: Party) -> bool:
    """Whether a party is whom something is said to."""
    tokens, at = sentence.tokens, party[0]
    at = at if at in tokens.first("addressing") else tokens.after("determiner").get(at, (at,))[0]
    at = at if at in tokens.first("addressing") else tokens.after("addressing").get(at, (-1,))[0]
    return at in tokens.first("addressing") and at not in tokens.first("the_one")  # segundo informou a Orlin Press


def past_addressees(sentence: Sentence, near: Sequence[Party], told: int) -> list[Party]:
    """Those of some parties who speak, past the addressee that ends at a token: informó a Orlin | el alcalde."""
    tokens = sentence.tokens
    heard = {name.entity for name in sentence.names if name.last == told}
    speaking = [party for party in near if not _is_addressee(sentence, party) and party[0] >= told]
    named = [(a, b, tokens.span(a, b) if who in heard else who) for a, b, who in speaking]
    return named + [(told, b, tokens.span(told, b)) for a, b, _ in tokens.hits.get("unnamed", ()) if a == told]
