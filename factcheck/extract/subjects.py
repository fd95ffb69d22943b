"""Whom or what a figure is about: the subject of its clause, a possessor, an of-phrase, else the topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.attribution import Credit
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import Name, Quantity
from factcheck.extract.sentences import Sentence
from factcheck.extract.topics import TELLERS

_DASHES = frozenset("–—")
_LINK = 4  # how far behind a figure an of-phrase still belongs to it
_TOPIC, _SOURCE, _PLACE, _PERSON = 2.0, 5.5, 8.0, 4.0  # for the article's topic; against who tells, where, who leads


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity with the role it plays and how strongly the clause ties it to the figure."""

    entity: str
    basis: str  # subject | possessive | of | object | pronoun | carried | topic
    score: float


def subjects(
    quantity: Quantity, sentence: Sentence, found: Sequence[Credit], salient: str | None, discourse: Discourse
) -> list[Subject]:
    """The entities a sentence offers for a figure, best first; `salient` is what a pronoun stands for."""
    topic = discourse.topic
    sources = {credit.first for credit in found}
    sources |= {n.first for n in sentence.names if n.entity != topic and n.kind in TELLERS}
    inside = {token for other in sentence.quantities for token in range(other.first, other.last)}
    options = [
        _weigh(name, quantity, sentence, name.first in sources, discourse)
        for name in sentence.names
        if name.first not in inside
    ]
    if salient:
        options += _pronouns(quantity, sentence, salient, discourse.persons)
    best: dict[str, Subject] = {}
    for option in options:
        if option.entity not in best or option.score > best[option.entity].score:
            best[option.entity] = option
    return sorted(best.values(), key=lambda subject: (-subject.score, subject.entity))


def _weigh(name: Name, quantity: Quantity, sentence: Sentence, is_source: bool, discourse: Discourse) -> Subject:
    hits = sentence.tokens.hits
    before = {last for _, last, _ in hits.get("preposition", ())}
    genitive = {last for _, last, _ in hits.get("of", ())} | {last for _, last, _ in hits.get("of_article", ())}
    possessive = {first for first, _, _ in hits.get("possessive", ())}
    lead = _lead(name, sentence)
    if name.last <= quantity.first:
        cost = sentence.gaps[quantity.first] - sentence.gaps[name.last]
        basis, base = "subject", 10.0
        if _set_aside(name, lead, quantity, sentence):
            basis, base = "object", 3.0
        elif name.last in possessive:
            owns_name = any(other.first == name.last + 1 for other in sentence.names)
            basis, base = "possessive", 8.0 if owns_name else 11.0
        elif lead in genitive:
            basis, base = "of", 9.0 if _of_metric(lead, sentence) else 4.5
        elif lead in before:
            basis, base = "object", 3.0
        score = base - 0.15 * cost
    else:
        cost = sentence.gaps[name.first] - sentence.gaps[quantity.last]
        basis, base = ("of", 8.0 if cost <= _LINK else 4.5) if lead in genitive else ("object", 4.0)
        score = base - 0.35 * cost
    if name.entity == discourse.topic:
        score += _TOPIC
    elif name.entity in discourse.persons:
        score -= _PERSON
    if is_source:
        score -= _SOURCE
    if name.region is not None or not name.sure:
        score -= _PLACE
    return Subject(name.entity, basis, score)


def _set_aside(name: Name, lead: int, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a name is passed by on the way: in brackets, between dashes, in an apposition, behind another figure."""
    forms = sentence.tokens.forms
    if any(other.noun and other.noun[0] <= name.first <= other.noun[1] for other in sentence.quantities):
        return True
    between = forms[name.last : quantity.first]
    if forms[lead - 1 : lead] == ["("] and ")" in between:
        return True
    if not _DASHES.isdisjoint(forms[:lead]) and not _DASHES.isdisjoint(between):
        return True
    comma = max((i for i in range(lead - 1) if forms[i] == ","), default=0)
    heads = {name.last for name in sentence.names} | {last for _, last, _ in sentence.tokens.hits.get("generic", ())}
    return "," in between and comma in heads - {0}


def _of_metric(lead: int, sentence: Sentence) -> bool:
    """Whether what stands before an of-phrase is a metric or a word for the firm: "the revenue of Orlin"."""
    hits = sentence.tokens.hits
    starts = {first for first, last, _ in hits.get("of", ()) if last == lead}
    return any(last in starts for category in ("metric", "generic") for _, last, _ in hits.get(category, ()))


def _lead(name: Name, sentence: Sentence) -> int:
    """The token at which the name's noun phrase begins, articles and titles included."""
    hits = sentence.tokens.hits
    ends = {last: first for category in ("determiner", "title") for first, last, _ in hits.get(category, ())}
    led = {last for _, last, _ in hits.get("preposition", ())}  # some are both: nel, im, do
    first = name.first
    while first in ends and first not in led:
        first = ends[first]
    return first


def _pronouns(quantity: Quantity, sentence: Sentence, salient: str, persons: frozenset[str]) -> list[Subject]:
    found = []
    named = {name.last for name in sentence.names}  # "the regulator" where the article says which
    for category in ("generic", "pronoun"):
        for _, last, _ in sentence.tokens.hits.get(category, ()):
            if last <= quantity.first and last not in named:
                cost = sentence.gaps[quantity.first] - sentence.gaps[last]
                found.append(Subject(_antecedent(last, sentence, persons) or salient, "pronoun", 7.5 - 0.15 * cost))
    return found


def _antecedent(at: int, sentence: Sentence, persons: frozenset[str]) -> str | None:
    """What a pronoun's own sentence names before it: its subject, else its last name; nothing behind "the company"."""
    if any(last < at for _, last, _ in sentence.tokens.hits.get("generic", ())):
        return None
    led = {last for _, last, _ in sentence.tokens.hits.get("preposition", ())}
    earlier = [n for n in sentence.names if n.last <= at and n.region is None and n.sure and n.entity not in persons]
    free = (name.entity for name in earlier if _lead(name, sentence) not in led)
    return next(free, earlier[-1].entity if earlier else None)


def main_subject(sentence: Sentence, found: Sequence[Credit], persons: frozenset[str]) -> str | None:
    """The entity a sentence leaves in the reader's mind: its first name that is no source and no place."""
    sources = {credit.first for credit in found}
    prepositions = {last for _, last, _ in sentence.tokens.hits.get("preposition", ())}
    titled = {last for _, last, _ in sentence.tokens.hits.get("title", ())}
    free = [n for n in sentence.names if n.region is None and n.sure and n.entity not in persons]
    names = [n for n in free if n.first not in sources and n.first not in titled]
    free = [name for name in names if _lead(name, sentence) not in prepositions]
    return free[0].entity if free else None
