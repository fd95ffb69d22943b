"""Every entity that a figure may be about, with its role in the sentence and what speaks for it: names and features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from factcheck.extract.discourse import Discourse
from factcheck.extract.metrics.deals import bought
from factcheck.extract.sources.credit import Credit
from factcheck.extract.subjects.pairs import Pairs
from factcheck.extract.subjects.recalled import recalled
from factcheck.extract.subjects.roles import Features, described, holders, mentioned
from factcheck.extract.subjects.standing import TELLERS
from factcheck.extract.subjects.topics import LEAST
from factcheck.extract.subjects.unsaid import unsaid
from factcheck.extract.subjects.ways import Ways, is_bracketed, opens_bracket
from factcheck.extract.words.mentions import Name, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Edges

_KINDS = ("firm", "owned_name", "person", "public")  # what the article says of a name that tells with the metric
_VERBS = ("change", "copula", "metric_verb", "metric_act", "say", "plan", "forecast")


@dataclass(slots=True)
class Scene:
    """What a sentence holds for all its figures: its sources, and the names that they may be about."""

    credits: Sequence[Credit]
    names: list[tuple[Name, Features]]  # with what the sentence tells of each, whatever the figure
    acted: Edges  # what stands right behind a verb that names a metric: bought Orlin
    starts: list[int]  # the first tokens of its figures, in order
    ways: Ways
    pairs: Pairs
    entities: frozenset[str]  # all that it names

    @classmethod
    def of(cls, sentence: Sentence, found: Sequence[Credit], discourse: Discourse) -> Scene:
        figures = {token for other in sentence.quantities for token in range(other.first, other.last)}
        names = [name for name in sentence.names if name.first not in figures]
        kinds = _kinds(names, sentence, found, discourse) if names else []
        starts = sorted([other.first for other in sentence.quantities])
        acted, ways, pairs = sentence.tokens.after("metric_verb"), Ways(sentence, names), Pairs(sentence, names)
        entities = frozenset([name.entity for name in sentence.names])
        return cls(found, list(zip(names, kinds, strict=True)), acted, starts, ways, pairs, entities)


def candidates(
    quantity: Quantity, sentence: Sentence, scene: Scene, discourse: Discourse, before: str | None,
    bearer: str | None = None,
) -> Iterator[tuple[str, str, Features, Features]]:  # fmt: skip
    """Every entity a figure may be about with its role and features: once for each mention, and for what is carried.

    The last are those of the entity, the same list however often it comes.
    """
    figures = discourse.told.total()
    said: dict[str, Features] = {}  # of each entity, what the article as a whole says of it
    told = (
        *_named(quantity, sentence, scene, discourse, bearer),
        *_nouns(quantity, sentence, discourse),
        *unsaid(quantity, sentence, scene.credits, discourse, bearer),
    )
    for entity, role, features in told:
        if entity not in said:
            named = entity in scene.entities
            said[entity] = _standing(entity, discourse, before, bearer) + recalled(
                entity, sentence, named, figures, discourse
            )
        yield entity, role, features, said[entity]


def _named(
    quantity: Quantity, sentence: Sentence, scene: Scene, discourse: Discourse, bearer: str | None
) -> Iterator[tuple[str, str, Features]]:
    """The names of the sentence."""
    paid_for = bought(quantity, sentence) if bearer else None
    for name, kind in scene.names:
        role, features = mentioned(name, quantity, sentence, scene.starts)
        features += kind + scene.ways.features(name, quantity) + scene.pairs.features(name, quantity)
        features.append(("named_topical", discourse.topicality.get(name.entity, LEAST)))
        if name.region:
            features += _placed(name, role, quantity, sentence)
        if bearer:
            features += _bearing(name, discourse, scene, bearer, paid_for)
        yield name.entity, role, features


def _nouns(quantity: Quantity, sentence: Sentence, discourse: Discourse) -> Iterator[tuple[str, str, Features]]:
    """The noun phrases before a figure, beside a topic that is a name only those right in front of its bracket."""
    for phrase in sentence.nouns:
        bracket = opens_bracket(phrase, quantity, sentence.tokens) and is_bracketed(quantity, sentence.tokens)
        if bracket or (phrase.first < quantity.last and not discourse.topic_is_name):
            features = described(phrase, quantity, sentence, discourse)
            if bracket:
                features.append(("noun_bracket_counted" if "counted" in phrase.features else "noun_bracket", 1.0))
            yield phrase.text, "noun", features


def _placed(name: Name, role: str, quantity: Quantity, sentence: Sentence) -> Features:
    """How a place stands beside a figure: its role, in front of its bracket, in a list of places with figures."""
    others = sum(other.region is not None for other in sentence.names)
    bracket = opens_bracket(name, quantity, sentence.tokens)
    led = name.lead in sentence.tokens.after("preposition")
    flags = {
        f"place_{role}": True,
        "place_listed": (led or bracket) and others > 1 and len(sentence.quantities) > 1,
        "place_bracket": bracket,
        "place_wide": name.region is not None and name.region.isdigit(),  # a continent or a part of one
    }
    return [(flag, 1.0) for flag, holds in flags.items() if holds]


def _first_free(sentence: Sentence) -> int:
    """The first token of the first name that no preposition leads, -1 where there is none."""
    led, of = sentence.tokens.after("preposition"), sentence.tokens.after("of")
    free = (name for name in sentence.names if name.lead not in led and name.lead not in of)
    return next((name.first for name in free), -1)


_STANDS: Features = [("before", 1.0), ("last", 1.0), ("salient", 1.0), ("person", 1.0)]


def _standing(entity: str, discourse: Discourse, before: str | None, bearer: str | None) -> Features:
    """What the article as a whole says of an entity, and how that suits the metric."""
    carried = (entity == before, entity == discourse.last_entity,
               entity == discourse.subject, entity in discourse.persons)  # fmt: skip
    found = [*compress(_STANDS, carried)]
    found.append(("topical", discourse.topicality.get(entity, LEAST)))
    standing = discourse.standings.get(entity)
    if standing:
        found += standing.features
    if bearer:
        found += [(f"{kind}_with_metric_of_{bearer}", share) for kind, share in found if kind in _KINDS]
    return found


def _in_headline(entity: str, discourse: Discourse) -> bool:
    standing = discourse.standings.get(entity)
    return standing is not None and standing.headline


_TOLD: Features = [
    ("verb_next", 1.0), ("opens", 1.0), ("place", 1.0), ("place_topic", 1.0), ("unsure", 1.0), ("known", 1.0),
    ("teller", 1.0), ("holder", 1.0), ("employer", 1.0), ("credited", 1.0), ("credited_off_topic", 1.0),
    ("platform_led", 1.0), ("platform_users", 1.0),
]  # fmt: skip


def _kinds(
    names: Sequence[Name], sentence: Sentence, found: Sequence[Credit], discourse: Discourse
) -> Iterator[Features]:
    """What each name of a sentence is and where it stands."""
    tokens, owners, opening = sentence.tokens, holders(sentence), _first_free(sentence)
    verbs = {first for category in _VERBS for first in tokens.first(category)}
    led, of = tokens.after("preposition"), tokens.after("of")
    titles = tokens.first("title")
    sources = {credit.first for credit in found if not credit.weak}  # who plans or promises is often the subject
    for name in names:
        place, teller, credited = name.region is not None, name.kind in TELLERS, name.first in sources
        off = credited and not (discourse.topic in (None, name.entity) or _in_headline(name.entity, discourse))
        holds = (
            name.last in verbs or name.last + 1 in verbs, name.first == opening,
            place and not discourse.topic_is_place, place and discourse.topic_is_place,
            not name.sure, name.known and not teller, teller,
            name.first in owners, name.last in titles, credited, off,
            name.kind == "platform" and (name.lead in led or name.lead in of),
            name.kind == "platform" and (name.last in tokens.first("metric") or name.last in tokens.first("people")),
        )  # fmt: skip
        yield [*compress(_TOLD, holds)]


def _bearing(name: Name, discourse: Discourse, scene: Scene, bearer: str, paid_for: Name | None) -> Features:
    """Whether a name is of the kind that the metric is one of, and stands behind the metric's verb or its price."""
    kind = "place" if name.region else "name" if name.entity not in discourse.persons else None
    flags = {
        f"{kind}_with_metric_of_{bearer}": kind,
        f"teller_with_metric_of_{bearer}": name.kind in TELLERS,
        f"object_with_metric_of_{bearer}": name.lead in scene.acted or name is paid_for,
    }
    return [(feature, 1.0) for feature, holds in flags.items() if holds]
