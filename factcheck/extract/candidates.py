"""Every entity that a figure may be about, with its role in the sentence and what speaks for it: names and features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.credits import Credit
from factcheck.extract.deals import bought
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import Name, Quantity
from factcheck.extract.references import taken_up
from factcheck.extract.roles import MANY, Features, holders, mentioned
from factcheck.extract.sentences import Sentence
from factcheck.extract.tokens import Edges
from factcheck.extract.topics import TELLERS

_KINDS = ("firm", "owned_name", "person")  # what the article says of a name that tells with the metric
_VERBS = ("change", "copula", "metric_verb", "metric_act", "say", "plan", "forecast")


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where the verbs, sources and owners of a sentence stand, by token."""

    verbs: set[int]
    acted: Edges  # what stands right behind a verb that names a metric: bought Orlin
    titles: Edges
    sources: set[int]
    figures: set[int]
    opening: int  # of the first name that no preposition leads
    holders: dict[int, int]

    @classmethod
    def of(cls, sentence: Sentence, found: Sequence[Credit]) -> _Scene:
        tokens = sentence.tokens
        return cls(
            verbs={first for category in _VERBS for first in tokens.first(category)},
            acted=tokens.after("metric_verb"),
            titles=tokens.first("title"),
            sources={credit.first for credit in found if not credit.weak},  # who plans or promises is often the subject
            figures={token for other in sentence.quantities for token in range(other.first, other.last)},
            opening=_first_free(sentence),
            holders=holders(sentence),
        )


def candidates(
    quantity: Quantity, sentence: Sentence, found: Sequence[Credit], discourse: Discourse, before: str | None,
    bearer: str | None = None,
) -> Iterator[tuple[str, str, Features]]:  # fmt: skip
    """Every entity a figure may be about with its role and features: once for each mention, and for what is carried."""
    scene = _Scene.of(sentence, found)
    paid_for = bought(quantity, sentence) if bearer else None
    said: dict[str, Features] = {}  # of each entity, what the article as a whole says of it
    for name in sentence.names:
        if name.first in scene.figures:
            continue
        if name.entity not in said:
            said[name.entity] = _standing(name.entity, discourse, before, bearer)
        role, features = mentioned(name, quantity, sentence)
        features += said[name.entity]
        features += _kind(name, discourse, scene)
        if bearer:
            features += _bearing(name, discourse, scene, bearer, paid_for)
        yield name.entity, role, features
    bare = all(name.last > quantity.first or name.region for name in sentence.names)
    referring = _refers(quantity, sentence)
    for entity, role, cost in (*taken_up(quantity, sentence, found, discourse), *_carried(sentence, discourse)):
        if entity not in said:
            said[entity] = _standing(entity, discourse, before, bearer)
        flags = {"role": True, "bare": bare, "referring": referring}
        features = [(f"{flag}_{role}", 1.0) for flag, holds in flags.items() if holds]
        if cost:
            features.append((f"distance_{role}", cost))
        yield entity, role, features + said[entity]


def _first_free(sentence: Sentence) -> int:
    """The first token of the first name that no preposition leads, -1 where there is none."""
    led, of = sentence.tokens.after("preposition"), sentence.tokens.after("of")
    free = (name for name in sentence.names if name.lead not in led and name.lead not in of)
    return next((name.first for name in free), -1)


def _standing(entity: str, discourse: Discourse, before: str | None, bearer: str | None) -> Features:
    """What the article as a whole says of an entity, and how that suits the metric."""
    carried = (("topic", discourse.topic), ("before", before), ("last", discourse.last_entity),
               ("salient", discourse.subject))  # fmt: skip
    found = [(name, 1.0) for name, other in carried if entity == other]
    if entity in discourse.persons:
        found.append(("person", 1.0))
    standing = discourse.standings.get(entity)
    found += standing.features if standing else []
    return found + [(f"{kind}_with_metric_of_{bearer}", share) for kind, share in found if bearer and kind in _KINDS]


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


def _kind(name: Name, discourse: Discourse, scene: _Scene) -> Features:
    credited = name.first in scene.sources
    topical = discourse.topic in (None, name.entity) or _in_headline(name.entity, discourse)
    flags = {
        "verb_next": name.last in scene.verbs or name.last + 1 in scene.verbs,
        "opens": name.first == scene.opening,
        "place": name.region is not None and not discourse.topic_is_place,
        "place_topic": name.region is not None and discourse.topic_is_place,
        "unsure": not name.sure,
        "known": name.known and name.kind not in TELLERS,
        "teller": name.kind in TELLERS,
        "holder": name.first in scene.holders,
        "employer": name.last in scene.titles,
        "credited": credited,
        "credited_off_topic": credited and not topical,
    }
    return [(feature, 1.0) for feature, holds in flags.items() if holds]


def _bearing(name: Name, discourse: Discourse, scene: _Scene, bearer: str, paid_for: Name | None) -> Features:
    """Whether a name is of the kind that the metric is one of, and stands behind the metric's verb or its price."""
    kind = "place" if name.region else "name" if name.entity not in discourse.persons else None
    flags = {
        f"{kind}_with_metric_of_{bearer}": kind,
        f"object_with_metric_of_{bearer}": name.lead in scene.acted or name is paid_for,
    }
    return [(feature, 1.0) for feature, holds in flags.items() if holds]


def _carried(sentence: Sentence, discourse: Discourse) -> Iterator[tuple[str, str, float]]:
    """What earlier sentences and the article as a whole are about."""
    if discourse.subject:
        yield discourse.subject, "carried", min(MANY, sentence.paragraph - discourse.subject_paragraph)
    if discourse.topic:
        yield discourse.topic, "topic", 0.0
    for entity in discourse.frequent:
        yield entity, "frequent", 0.0
    for i, entity in enumerate(discourse.previous):
        yield entity, "former" if i else "former_subject", 0.0
