"""Who gives a figure of his own behind that of another: police counted 300; the aid groups say it is 900."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.extract.names.offices import Party
from factcheck.extract.sources.according import whole
from factcheck.extract.sources.bearers import bearers
from factcheck.extract.sources.credit import Credit
from factcheck.extract.sources.plain_subjects import plain_phrase
from factcheck.extract.sources.saying_verbs import is_passive
from factcheck.extract.words.clauses import without_auxiliaries
from factcheck.extract.words.sentences import Sentence

_SIGNS = ",;:–—"
_JOINS = ("conjunction", "r_contrast")
_REACH = 9  # tokens of a subject, with the place that it is of
_OBJECTS, _ARTICLE = 2, 3  # tokens for the figure before its verb, and their letters at most: ne, en, los
_OFFICES = ("unnamed", "bodies", "organs")
_GIVES = ("say", "holds", "counting")


def answering(sentence: Sentence, found: Sequence[Credit]) -> list[Credit]:
    """The subjects of the verbs by which a clause behind the first figure gives another, where no credit knows them."""
    figures = sorted([quantity.first for quantity in sentence.quantities])
    told = {c.cue for c in found if c.first < c.cue and not (c.nobody or _parted(c, figures))}
    taken = {at for credit in found for at in range(credit.first, credit.last)}
    begun = {credit.first for credit in found if credit.first > figures[0]}
    answers: list[Credit] = []
    for party, cue in (*_speaking(sentence, told, range(figures[0], figures[-1])), *_closed(sentence)):
        if taken.isdisjoint(range(party[0], party[1])) or party[0] in begun:
            answers.append(Credit(party[2], party[0], party[1], cue, gapped=True))
            taken |= set(range(party[0], cue + 1))
            begun.discard(party[0])
    if answers and not any(credit.cue < answers[0].first for credit in found):
        first = next(_speaking(sentence, told, range(figures[0])), None)
        answers += [Credit(first[0][2], *first[0][:2], first[1])] if first else []
    return answers if found or len(answers) > 1 else []


def _parted(credit: Credit, figures: Sequence[int]) -> bool:
    """Whether a figure stands between a verb and who is taken for its subject, who then gave that one."""
    return any(credit.last <= figure < credit.cue for figure in figures)


def _speaking(sentence: Sentence, told: Collection[int], within: range) -> Iterator[tuple[Party, int]]:
    """Who stands right before the verbs of saying or counting among some tokens, with the end of each verb."""
    said = sentence.tokens.first("say")
    for first, _ in _verbs(sentence):
        if first in within and first not in told and not is_passive(sentence, first):
            end = _without_objects(sentence, without_auxiliaries(sentence, first))
            start = _opening(sentence, end) if within.start else 0
            party = _subject(sentence, start, (end, first)) if start is not None else None
            if party and (first in said or _observes(sentence, party)):
                yield party, first


def _observes(sentence: Sentence, party: Party) -> bool:
    """Whether a party is a name, an office or a group that counts others: no gallery, which counts its own visitors."""
    named = any(party[0] <= name.first and name.last <= party[1] and name.region is None for name in sentence.names)
    offices = (at for kind in _OFFICES for at in sentence.tokens.first(kind))
    return named or any(party[0] <= at < party[1] for at in offices)


def _closed(sentence: Sentence) -> Iterator[tuple[Party, int]]:
    """The same where the verb closes its clause behind the figure: während das Institut 6,6 maß."""
    verbs = {first for first, _ in _verbs(sentence)}
    tokens = sentence.tokens
    for quantity in sentence.quantities[1:]:
        if quantity.last not in verbs:
            continue
        led = tokens.after("preposition").get(quantity.first, (quantity.first,))[0]
        end = without_auxiliaries(sentence, led)
        start = _opening(sentence, end)
        party = _subject(sentence, start, (end, led)) if start else None
        if party:
            yield party, quantity.first - 1


def _verbs(sentence: Sentence) -> list[tuple[int, int]]:
    hits = {hit[:2] for kind in _GIVES for hit in sentence.tokens.hits.get(kind, ())}
    return sorted(hits)


def _without_objects(sentence: Sentence, verb: int) -> int:
    """The token behind a subject, what stands for the figure before the verb left aside: los grupos | la estiman."""
    tokens = sentence.tokens
    for _ in range(_OBJECTS):
        form = tokens.forms[verb - 1] if verb > 1 else ""
        article = len(form) == _ARTICLE and verb - 1 in tokens.first("determiner")
        if form.islower() and (len(form) < _ARTICLE or article):
            verb -= 1
    return without_auxiliaries(sentence, verb)


def _opening(sentence: Sentence, end: int) -> int | None:
    """The token with which the clause up to another opens: behind a sign, "and" or "while"."""
    tokens = sentence.tokens
    articles = tokens.first("determiner")  # die
    joins = {at for kind in _JOINS for at, hit in tokens.after(kind).items() if hit[0] not in articles}
    reach = range(end - 1, max(0, end - _REACH), -1)
    return next((at for at in reach if at in joins or tokens.forms[at - 1] in _SIGNS), None)


def _subject(sentence: Sentence, start: int, ends: tuple[int, int]) -> Party | None:
    """What stands between the opening of the clause and a verb, where it can be nothing but its subject."""
    tokens = sentence.tokens
    if start in tokens.first("theirs"):
        return None  # its rival
    led = start in tokens.first("preposition") and start not in tokens.first("determiner")
    if led or (start in tokens.first("pronoun") and start not in tokens.first("determiner")):
        return None
    named = next((name for name in bearers(sentence) if name.lead == start and name.last in ends), None)
    return whole(named, sentence) if named else plain_phrase(sentence, start, ends)
