"""Common words that can be nothing but the subject of a verb: the seismic office in Orlin, los grupos de ayuda."""

from __future__ import annotations

from factcheck.extract.names.offices import Party
from factcheck.extract.sources.phrase_speakers import phrase_at, with_place
from factcheck.extract.words.sentences import Sentence

_NO_ANSWERS = ("data", "change", "metric_verb", "extreme", "q_move")
_BODIES = ("generic", "unnamed", "people", "bodies")


def plain_phrase(sentence: Sentence, start: int, ends: tuple[int, int]) -> Party | None:
    """The common words from a token up to one of two others, where they can speak: the seismic office in Orlin."""
    tokens, party = sentence.tokens, phrase_at(sentence, start)
    if party and party[1] > ends[0]:
        party = (start, ends[0], tokens.span(start, ends[0]))
    if party and party[1] not in ends:
        party = with_place(sentence, party)
        place = next((name for name in sentence.names if name.first == party[1] + 1), None)
        if place and party[1] in tokens.first("preposition"):
            party = (party[0], place.last, tokens.span(party[0], place.last))
    if party and party[1] not in ends:
        party = _with_nouns(sentence, party, ends[0])
    if party is None or party[1] not in ends:
        return None
    return party if _may_answer(sentence, party) else None


def _with_nouns(sentence: Sentence, party: Party, end: int) -> Party:
    """Some common words with the plain nouns that "of" adds to them, up to a token: los grupos de ayuda."""
    tokens, at = sentence.tokens, party[1]
    while at < end and at in tokens.first("of"):
        at = tokens.first("of")[at][0]
        at = tokens.first("determiner").get(at, (at,))[0] + 1
        while at < end and tokens.forms[at].islower() and at not in tokens.first("of"):
            at += 1
    return (party[0], at, tokens.span(party[0], at)) if at == end else party


def _may_answer(sentence: Sentence, party: Party) -> bool:
    """Whether words in the place of a subject can be people: a group without a name, or several words and no data."""
    tokens = sentence.tokens
    article = tokens.first("determiner").get(party[0], (party[0],))[0]
    group = tokens.first("unnamed").get(article) or tokens.first("unnamed").get(party[0])
    if group and group[0] == party[1]:
        return True
    things = [hit for kind in _NO_ANSWERS for hit in tokens.hits.get(kind, ())]
    bodies = any(at in tokens.first(kind) for kind in _BODIES for at in range(*party[:2]))
    head = next((at for at in range(party[0] + 1, party[1]) if at in tokens.first("of")), party[1])
    named = not bodies and any(last == head for _, last, _ in tokens.hits.get("metric", ()))
    return party[1] - party[0] > 1 and not named and not any(party[0] <= first < party[1] for first, _, _ in things)
