"""Whom or what a figure is about: each name of the sentence and the article is weighed by the part it plays."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.extract.discourse import Discourse
from factcheck.extract.sources.credit import Credit
from factcheck.extract.subjects.candidates import Scene, candidates
from factcheck.extract.subjects.references import opened
from factcheck.extract.words.mentions import Name, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.yamlfile import read_kept

_BASIS = {
    "before": "subject", "owner": "possessive", "metric_of": "of", "metric_at": "of", "of": "of", "led": "object",
    "aside": "object", "behind_of": "of", "behind_led": "object", "behind": "object",
    "company": "pronoun", "there": "pronoun", "native": "pronoun", "opening": "pronoun", "pronoun": "pronoun",
    "carried": "carried", "former": "carried", "former_subject": "carried", "noun": "topic",
    "section": "topic", "home": "topic", "topic": "topic", "frequent": "topic",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity with the role it plays and the share of belief that it is what the figure is about."""

    entity: str
    basis: str  # subject | possessive | of | object | pronoun | carried | topic
    score: float


@cache
def weights() -> dict[str, float]:
    """What each feature of a candidate adds to its weight, by name; fitted to hand-made claims."""
    return {str(name): float(value) for name, value in read_kept(Path(__file__).with_name("weights.yml")).items()}


def subjects(
    quantity: Quantity, sentence: Sentence, scene: Scene, discourse: Discourse, before: str | None,
    bearer: str | None = None, barred: Collection[str] = (), most: int | None = None,
) -> list[Subject]:  # fmt: skip
    """The entities that a figure may be about, the best `most` of them in order; none of those barred.

    `before` is that of the figure before it in the sentence, `bearer` what its metric is one of: place, person, firm.
    """
    weight = weights().get
    best: dict[str, tuple[float, str]] = {}
    standing: dict[str, float] = {}
    for entity, role, features, said in candidates(quantity, sentence, scene, discourse, before, bearer):
        if entity in barred:
            continue
        if entity not in standing:
            standing[entity] = sum([weight(name, 0.0) * value for name, value in said])
        total = standing[entity] + sum([weight(name, 0.0) * value for name, value in features])
        total = round(total, 6)  # the order of a sum must not decide between two that weigh the same
        if entity not in best or total > best[entity][0]:
            best[entity] = (total, role)
    if not best:
        return []
    ranked = sorted([(-total, entity) for entity, (total, _) in best.items()])
    top = ranked[0][0]
    odds = [math.exp(top - total) for total, _ in ranked]
    whole = sum(odds)
    return [
        Subject(entity, _BASIS[best[entity][1]], share / whole)
        for (_, entity), share in zip(ranked[:most], odds, strict=False)
    ]


def ranked_names(sentence: Sentence, subject: str | None) -> tuple[str, ...]:
    """The entities that a sentence surely names, its subject first."""
    names = [name.entity for name in sentence.names if name.sure]
    return tuple(dict.fromkeys([subject, *names] if subject else names))


def main_subject(sentence: Sentence, found: Sequence[Credit], discourse: Discourse) -> str | None:
    """The entity a sentence leaves in the reader's mind: what opens it, else its first name, no source and no place."""
    persons = discourse.persons
    sources = {credit.first for credit in found if not credit.weak}  # who plans or promises is often the subject
    prepositions, titled = sentence.tokens.after("preposition"), sentence.tokens.after("title")
    first: Name | None = None
    for n in sentence.names:
        led = n.first in sources or n.first in titled or n.lead in prepositions
        if n.region is None and n.sure and n.entity not in persons and not led:
            first = n
            break
    opening = opened(sentence, first.first if first else len(sentence.tokens), discourse)
    return opening or (first.entity if first else None)
