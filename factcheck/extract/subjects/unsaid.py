"""What a figure may be about that its sentence does not name: what its words take up, and what the article is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

from factcheck.extract.discourse import Discourse
from factcheck.extract.sources.credit import Credit
from factcheck.extract.subjects.references import taken_up
from factcheck.extract.subjects.roles import FAR, MANY, Features
from factcheck.extract.subjects.topics import LEAST
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence


def unsaid(
    quantity: Quantity, sentence: Sentence, credits: Sequence[Credit], discourse: Discourse, bearer: str | None
) -> Iterator[tuple[str, str, Features]]:
    """Every such entity with its role and features, what the words before a figure take up first."""
    bare = all(name.last > quantity.first or name.region for name in sentence.names)
    referring = _refers(quantity, sentence)
    clear = next(iter(discourse.topicality.values()), LEAST)
    sources = {credit.source for credit in credits}
    taken = [*taken_up(quantity, sentence, credits, discourse), *_meant(quantity, sentence)]
    if discourse.home_name and (bearer == "place" or discourse.topic_is_statistics):
        taken.append((discourse.home_name, "home", 0.0))
    for entity, role, cost in (*taken, *_carried(sentence, discourse)):
        features = [*compress(_flags(role), (True, bare, referring)), ("carried_clear", clear)]
        if entity in sources:
            features.append(("credited_carried", 1.0))
        if entity == discourse.opening:
            features.append(("opening_noun", 1.0))
        if cost:
            features.append((f"distance_{role}", cost))
        yield entity, role, features


@cache
def _flags(role: str) -> Features:
    return [(f"{flag}_{role}", 1.0) for flag in ("role", "bare", "referring")]


def _refers(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a pronoun or "the company" stands among the words before a figure and no name before that."""
    named = min((name.first for name in sentence.names if name.region is None), default=len(sentence.tokens))
    limit = min(named, quantity.first)
    return any(
        last <= limit for category in ("pronoun", "generic") for _, last, _ in sentence.tokens.hits.get(category, ())
    )


def _meant(quantity: Quantity, sentence: Sentence) -> Iterator[tuple[str, str, float]]:
    """The places that nouns before a figure stand for: the country, the town."""
    for at, entity in sentence.meant:
        if at < quantity.first:
            yield entity, "there", min(sentence.gaps[quantity.first] - sentence.gaps[at], FAR) / 10


def _carried(sentence: Sentence, discourse: Discourse) -> Iterator[tuple[str, str, float]]:
    """What earlier sentences and the article as a whole are about."""
    if discourse.subject:
        yield discourse.subject, "carried", min(MANY, sentence.paragraph - discourse.subject_paragraph)
    if section := discourse.section_for(sentence.paragraph):
        yield section, "section", 0.0
    if discourse.topic:
        yield discourse.topic, "topic", 0.0
    if discourse.opening and discourse.opening not in discourse.frequent:
        yield discourse.opening, "frequent", 0.0
    for entity in discourse.frequent:
        yield entity, "frequent", 0.0
    for i, entity in enumerate(discourse.previous):
        yield entity, "former" if i else "former_subject", 0.0
