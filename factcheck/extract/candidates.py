"""Every entity that a figure may be about, with its role in the sentence and what speaks for it: names and features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.credits import Credit
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import Name, Quantity
from factcheck.extract.roles import MANY, Features, holders, mentioned, taken_up
from factcheck.extract.sentences import Sentence
from factcheck.extract.topics import TELLERS

_VERBS = ("change", "copula", "metric_verb", "metric_act", "say", "plan", "forecast")


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
    held = holders(sentence)
    owned = set(held.values())
    acted = sentence.tokens.after("metric_verb")
    said: dict[str, Features] = {}  # of each entity, what the article as a whole says of it
    for name in sentence.names:
        if name.first in inside:
            continue
        role, features = mentioned(name, quantity, sentence)
        if name.first in held:
            features.append(("holder", 1.0))
        if name.first in owned:
            features.append(("owned", 1.0))
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
            if name.lead in acted:
                features.append((f"object_with_metric_of_{bearer}", 1.0))
        yield name.entity, role, features
    for entity, role, cost in (*taken_up(quantity, sentence, found, discourse), *_carried(sentence, discourse)):
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
