"""Who gives a figure of his own behind that of another: police counted 300; the aid groups say it is 900."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.names.offices import Party
from factcheck.extract.sources.according import whole
from factcheck.extract.sources.bearers import bearers
from factcheck.extract.sources.credit import Credit
from factcheck.extract.sources.phrase_speakers import plain_phrase
from factcheck.extract.sources.saying_verbs import is_passive
from factcheck.extract.words.clauses import without_auxiliaries
from factcheck.extract.words.sentences import Sentence

_SIGNS = ",;:–—"
_JOINS = ("conjunction", "r_contrast")
_REACH = 9  # tokens of a subject, with the place that it is of
_GIVES = ("say", "holds", "counting")


def answering(sentence: Sentence, found: Sequence[Credit]) -> list[Credit]:
    """The subjects of the verbs by which a clause behind the first figure gives another, where no credit knows them."""
    starts = sorted([quantity.first for quantity in sentence.quantities])
    told = {credit.cue for credit in found if credit.first < credit.cue and not credit.nobody}
    taken = {at for credit in found for at in range(credit.first, credit.last)}
    answers = []
    for first, last in _verbs(sentence, starts):
        party = _subject(sentence, first) if first not in told else None
        if party and taken.isdisjoint(range(party[0], party[1])):
            answers.append(Credit(party[2], party[0], party[1], last - 1, gapped=True))
            taken |= set(range(party[0], last))
    return answers


def _verbs(sentence: Sentence, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The verbs of saying and counting between the first figure and the last."""
    hits = {hit[:2] for kind in _GIVES for hit in sentence.tokens.hits.get(kind, ())}
    for first, last in sorted(hits):
        if starts[0] < first < starts[-1] and not is_passive(sentence, first):
            yield first, last


def _subject(sentence: Sentence, verb: int) -> Party | None:
    """What stands between the opening of the clause and a verb, where it can be nothing but its subject."""
    tokens, end = sentence.tokens, without_auxiliaries(sentence, verb)
    joins = {at for kind in _JOINS for at in tokens.after(kind)}
    reach = range(end - 1, max(0, end - _REACH), -1)
    start = next((at for at in reach if at in joins or tokens.forms[at - 1] in _SIGNS), None)
    if start is None or start in tokens.first("pronoun") or start in tokens.first("preposition"):
        return None
    named = next((name for name in bearers(sentence) if name.lead == start and name.last in (end, verb)), None)
    return whole(named, sentence) if named else plain_phrase(sentence, start, (end, verb))
