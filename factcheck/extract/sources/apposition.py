"""Who is described by the words before or behind a name: the bakers' guild, Orlin; the minister of labour, Ana Ruiz."""

from __future__ import annotations

from factcheck.extract.names.offices import Party, Voices
from factcheck.extract.sources.bearers import bearers
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence

_NEAR = 3  # common words between a description and the name it is of
_FAR = 16  # tokens of a description that a comma closes before its name
_NO_PART = ("preposition", "say", "holds", "copula", "conjunction", "relative")  # of a description
_VERBS = ("say", "holds", "copula")


def apposed(sentence: Sentence, party: Party) -> Party | None:
    """The name that common words right before it describe: the news agency Orlin; the bakers' guild, Orlin."""
    tokens, (first, last, _) = sentence.tokens, party
    if any(name.first < last and name.last > first for name in bearers(sentence)):
        return None
    if first in tokens.first("definite") and (named := _named_behind(sentence, last)):
        return first, named.last, named.entity
    for name in bearers(sentence):
        if last <= name.first <= last + _NEAR:
            between = tokens.forms[last : name.first]
            closed = between == [","] and tokens.forms[name.last : name.last + 1] in ([","], ["."], [])
            plain = all(form.islower() for form in between) or closed
            linked = any(at in tokens.first(kind) for kind in _NO_PART for at in range(last, name.first))
            return (first, name.last, name.entity) if plain and not linked and name.sure else None
    return None


def _named_behind(sentence: Sentence, last: int) -> Name | None:
    """The name that closes a description with "of" behind its comma: the statistics office of the union, Orlinstat."""
    tokens = sentence.tokens
    if last not in tokens.first("of"):
        return None
    for name in bearers(sentence):
        between = tokens.forms[last : name.first]
        if name.first > last and len(between) <= _FAR and between[-1:] == [","]:
            closed = tokens.forms[name.last : name.last + 1] in ([","], ["."], [])
            verbs = any(at in tokens.first(kind) for kind in _VERBS for at in range(last, name.first))
            return name if closed and not verbs and between.count(",") == 1 else None
    return None


def holder_behind(sentence: Sentence, party: Party) -> Party | None:
    """The person behind a name and his office: by Orlin Finance Minister Ana Ruiz, by Orlin's Ana Ruiz."""
    tokens, titles, at = sentence.tokens, sentence.tokens.first("title"), party[1]
    owned = tokens.first("possessive").get(at)
    at = owned[0] if owned else at
    while at in titles:
        at = titles[at][0]
    for name in bearers(sentence):
        if owned and at <= name.first <= at + _NEAR and name.region is None:
            between = range(at, name.first)
            parts = any(i in between for kind in (*_NO_PART, "data") for i in tokens.first(kind))
            plain = all(tokens.forms[i][0].islower() or i in titles for i in between)
            return (party[0], name.last, name.entity) if plain and not parts else None
        if name.first == at > party[1]:
            return party[0], name.last, name.entity
    return None


def office_of(sentence: Sentence, start: int, party: Party, voices: Voices) -> Party | None:
    """The person behind an office and whose it is: selon le ministre du Travail, Luc Morel."""
    tokens, forms = sentence.tokens, sentence.tokens.forms
    first, last, _ = party
    office = tokens.first("determiner").get(start, (start,))[0]
    led = any(at in tokens.after(kind) for kind in ("of", "preposition") for at in (first, first - 1))
    plain = office < first and all(forms[at][0].islower() for at in range(office, first))
    if not (led and plain) or office in tokens.first("data"):
        return None
    last = next((name.last for name in sentence.names if name.first > last and name.lead - 1 == last
                 and last in tokens.first("of")), last)  # du Travail de l'Orlande  # fmt: skip
    if forms[last : last + 1] != [","]:
        return None
    for name in bearers(sentence):
        if name.first == last + 1 and name.sure:
            closed = forms[name.last : name.last + 1] in ([","], ["."], [])
            person = name.entity in voices.persons or (closed and name.last - name.first > 1)
            return (first, name.last, name.entity) if person else None
    return None
