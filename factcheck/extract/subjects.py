"""Whom or what a figure is about: each name of the sentence and the article is weighed by the part it plays."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.extract.credits import Credit
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import Name, Quantity
from factcheck.extract.sentences import Sentence
from factcheck.extract.topics import TELLERS
from factcheck.yamlfile import read_yaml

_DASHES = frozenset("–—")
_LINK = 4  # how far behind a figure an of-phrase still belongs to it
_VERBS = ("change", "copula", "metric_verb", "metric_act", "say", "plan", "forecast")
_FAR, _MANY = 40, 3  # beyond this a distance, or a number of figures passed by, counts no more
_BASIS = {
    "before": "subject", "owner": "possessive", "metric_of": "of", "of": "of", "led": "object", "aside": "object",
    "behind_of": "of", "behind_led": "object", "behind": "object",
    "company": "pronoun", "pronoun": "pronoun", "carried": "carried", "topic": "topic", "frequent": "topic",
    "former": "carried", "former_subject": "carried",
}  # fmt: skip

Features = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity with the role it plays and the share of belief that it is what the figure is about."""

    entity: str
    basis: str  # subject | possessive | of | object | pronoun | carried | topic
    score: float


@cache
def weights() -> dict[str, float]:
    """What each feature of a candidate adds to its weight, by name; fitted to hand-made claims."""
    return {str(name): float(value) for name, value in read_yaml(Path(__file__).with_name("subjects.yml")).items()}


def subjects(
    quantity: Quantity, sentence: Sentence, found: Sequence[Credit], discourse: Discourse, before: str | None,
    bearer: str | None = None,
) -> list[Subject]:  # fmt: skip
    """The entities that a figure may be about, best first.

    `before` is that of the figure before it in the sentence, `bearer` what its metric is one of: place, person, firm.
    """
    known = weights()
    best: dict[str, tuple[float, str]] = {}
    for entity, role, features in candidates(quantity, sentence, found, discourse, before, bearer):
        total = 0.0
        for name, value in features:
            total += known.get(name, 0.0) * value
        total = round(total, 6)  # the order of a sum must not decide between two that weigh the same
        if entity not in best or total > best[entity][0]:
            best[entity] = (total, role)
    if not best:
        return []
    top = max(total for total, _ in best.values())
    odds = {entity: math.exp(total - top) for entity, (total, _) in best.items()}
    whole = sum(odds.values())
    ranked = sorted(best, key=lambda entity: (-odds[entity], entity))
    return [Subject(entity, _BASIS[best[entity][1]], odds[entity] / whole) for entity in ranked]


def candidates(
    quantity: Quantity, sentence: Sentence, found: Sequence[Credit], discourse: Discourse, before: str | None,
    bearer: str | None = None,
) -> Iterator[tuple[str, str, Features]]:  # fmt: skip
    """Every entity a figure may be about with its role and features: once for each mention, and for what is carried."""
    sources = {credit.first for credit in found if not credit.weak}  # who plans or promises is often the subject
    inside = {token for other in sentence.quantities for token in range(other.first, other.last)}
    opening = _first_free(sentence)
    bare = all(name.last > quantity.first or name.region for name in sentence.names)
    referring = _refers(quantity, sentence)
    verbs = {first for category in _VERBS for first in sentence.tokens.first(category)}
    said: dict[str, Features] = {}  # of each entity, what the article as a whole says of it
    for name in sentence.names:
        if name.first in inside:
            continue
        role, features = _mentioned(name, quantity, sentence)
        if name.entity not in said:
            said[name.entity] = _standing(name.entity, discourse, before)
        features += said[name.entity]
        features += _kind(name, discourse, verbs, opening)
        if name.first in sources:
            features.append(("credited", 1.0))
            if discourse.topic and name.entity != discourse.topic and not _in_headline(name.entity, discourse):
                features.append(("credited_off_topic", 1.0))
        if bearer:
            kind = "place" if name.region else "person" if name.entity in discourse.persons else "firm"
            features.append((f"{kind}_with_metric_of_{bearer}", 1.0))
        yield name.entity, role, features
    for entity, role, cost in (*_taken_up(quantity, sentence, found, discourse), *_carried(sentence, discourse)):
        if entity not in said:
            said[entity] = _standing(entity, discourse, before)
        features = [(f"role_{role}", 1.0)]
        if cost:
            features.append((f"distance_{role}", cost))
        features += said[entity]
        if bare:
            features.append((f"bare_{role}", 1.0))
        if referring:
            features.append((f"referring_{role}", 1.0))
        yield entity, role, features


def _mentioned(name: Name, quantity: Quantity, sentence: Sentence) -> tuple[str, Features]:
    """The role of a mention beside a figure, with the features of where it stands."""
    gaps = sentence.gaps
    if name.last <= quantity.first:
        cost = gaps[quantity.first] - gaps[name.last]
        passed = sum(name.last <= other.first < quantity.first for other in sentence.quantities)
        role = _role_before(name, quantity, sentence)
        return role, [
            (f"role_{role}", 1.0), ("distance", min(cost, _FAR) / 10), ("passed", min(passed, _MANY)),
        ]  # fmt: skip
    cost = gaps[name.first] - gaps[quantity.last]
    passed = sum(quantity.last <= other.first < name.first for other in sentence.quantities)
    role = _role_behind(name, cost, sentence)
    return role, [
        (f"role_{role}", 1.0), ("distance_behind", min(cost, _FAR) / 10), ("passed_behind", min(passed, _MANY)),
    ]  # fmt: skip


def _role_before(name: Name, quantity: Quantity, sentence: Sentence) -> str:
    tokens, lead = sentence.tokens, name.lead
    if _set_aside(name, lead, quantity, sentence):
        return "aside"
    if name.last in tokens.first("possessive"):
        return "owner"
    if lead in tokens.after("of") or lead in tokens.after("of_article"):
        return "metric_of" if _of_metric(lead, sentence) else "of"
    return "led" if lead in tokens.after("preposition") else "before"


def _role_behind(name: Name, cost: float, sentence: Sentence) -> str:
    tokens, lead = sentence.tokens, name.lead
    if lead in tokens.after("of") or lead in tokens.after("of_article"):
        return "behind_of" if cost <= _LINK else "behind_led"
    return "behind_led" if lead in tokens.after("preposition") else "behind"


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


def _first_free(sentence: Sentence) -> int:
    """The first token of the first name that no preposition leads, -1 where there is none."""
    led, of = sentence.tokens.after("preposition"), sentence.tokens.after("of")
    free = (name for name in sentence.names if name.lead not in led and name.lead not in of)
    return next((name.first for name in free), -1)


def _standing(entity: str, discourse: Discourse, before: str | None) -> Features:
    """What the article as a whole says of an entity."""
    carried = (("topic", discourse.topic), ("before", before), ("last", discourse.last_entity),
               ("salient", discourse.subject))  # fmt: skip
    found = [(name, 1.0) for name, other in carried if entity == other]
    if entity in discourse.persons:
        found.append(("person", 1.0))
    standing = discourse.standings.get(entity)
    return found + standing.features if standing else found


def _refers(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a pronoun or "the company" stands among the words before a figure and no name before that."""
    named = min((name.first for name in sentence.names if name.region is None), default=len(sentence.tokens))
    limit = min(named, quantity.first)
    return any(
        last <= limit for category in ("pronoun", "generic") for _, last, _ in sentence.tokens.hits.get(category, ())
    )


def _in_headline(entity: str, discourse: Discourse) -> bool:
    standing = discourse.standings.get(entity)
    return standing is not None and standing.headline


def _kind(name: Name, discourse: Discourse, verbs: set[int], opening: int) -> Features:
    flags = {
        "verb_next": name.last in verbs or name.last + 1 in verbs,
        "opens": name.first == opening,
        "place": name.region is not None and not discourse.topic_is_place,
        "place_topic": name.region is not None and discourse.topic_is_place,
        "unsure": not name.sure,
        "known": name.known and name.kind not in TELLERS,
        "teller": name.kind in TELLERS,
    }
    return [(feature, 1.0) for feature, holds in flags.items() if holds]


def _taken_up(
    quantity: Quantity, sentence: Sentence, found: Sequence[Credit], discourse: Discourse
) -> Iterator[tuple[str, str, float]]:
    """What "the company" and pronouns before a figure stand for."""
    salient = discourse.subject_for(sentence.paragraph) or discourse.topic
    nobody = discourse.persons | {credit.source for credit in found if credit.told}
    named = {name.last for name in sentence.names}  # "the regulator" where the article says which
    for category, role in (("generic", "company"), ("pronoun", "pronoun")):
        for _, last, _ in sentence.tokens.hits.get(category, ()):
            if last <= quantity.first and last not in named:
                entity = _antecedent(last, sentence, nobody) or salient
                if entity:
                    yield entity, role, min(sentence.gaps[quantity.first] - sentence.gaps[last], _FAR) / 10


def _carried(sentence: Sentence, discourse: Discourse) -> Iterator[tuple[str, str, float]]:
    """What earlier sentences and the article as a whole are about."""
    if discourse.subject:
        yield discourse.subject, "carried", min(_MANY, sentence.paragraph - discourse.subject_paragraph)
    if discourse.topic:
        yield discourse.topic, "topic", 0.0
    for entity in discourse.frequent:
        yield entity, "frequent", 0.0
    for i, entity in enumerate(discourse.previous):
        yield entity, "former" if i else "former_subject", 0.0


def _antecedent(at: int, sentence: Sentence, nobody: frozenset[str]) -> str | None:
    """What a pronoun's own sentence names before it: its subject, else its last name; nothing behind "the company"."""
    if any(last < at for _, last, _ in sentence.tokens.hits.get("generic", ())):
        return None
    led = sentence.tokens.after("preposition")
    earlier = [n for n in sentence.names if n.last <= at and n.region is None and n.sure and n.entity not in nobody]
    free = (name.entity for name in earlier if name.lead not in led)
    return next(free, earlier[-1].entity if earlier else None)


def ranked_names(sentence: Sentence, subject: str | None) -> tuple[str, ...]:
    """The entities that a sentence names, its subject first."""
    names = dict.fromkeys(name.entity for name in sentence.names)
    return (subject, *(name for name in names if name != subject)) if subject else tuple(names)


def main_subject(sentence: Sentence, found: Sequence[Credit], persons: frozenset[str]) -> str | None:
    """The entity a sentence leaves in the reader's mind: its first name that is no source and no place."""
    sources = {credit.first for credit in found if not credit.weak}  # who plans or promises is often the subject
    prepositions, titled = sentence.tokens.after("preposition"), sentence.tokens.after("title")
    free = [n for n in sentence.names if n.region is None and n.sure and n.entity not in persons]
    names = [n for n in free if n.first not in sources and n.first not in titled]
    free = [name for name in names if name.lead not in prepositions]
    return free[0].entity if free else None
