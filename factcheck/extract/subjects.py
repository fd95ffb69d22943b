"""Whom or what a figure is about: each name of the sentence and the article is weighed by the part it plays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.extract.candidates import candidates
from factcheck.extract.credits import Credit
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import Quantity
from factcheck.extract.references import opened
from factcheck.extract.sentences import Sentence
from factcheck.yamlfile import read_yaml

_BASIS = {
    "before": "subject", "owner": "possessive", "metric_of": "of", "metric_at": "of", "of": "of", "led": "object",
    "aside": "object", "behind_of": "of", "behind_led": "object", "behind": "object",
    "company": "pronoun", "native": "pronoun", "opening": "pronoun", "pronoun": "pronoun",
    "carried": "carried", "former": "carried", "former_subject": "carried", "topic": "topic", "frequent": "topic",
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


def ranked_names(sentence: Sentence, subject: str | None) -> tuple[str, ...]:
    """The entities that a sentence names, its subject first."""
    names = dict.fromkeys(name.entity for name in sentence.names)
    return (subject, *(name for name in names if name != subject)) if subject else tuple(names)


def main_subject(sentence: Sentence, found: Sequence[Credit], discourse: Discourse) -> str | None:
    """The entity a sentence leaves in the reader's mind: what opens it, else its first name, no source and no place."""
    persons = discourse.persons
    sources = {credit.first for credit in found if not credit.weak}  # who plans or promises is often the subject
    prepositions, titled = sentence.tokens.after("preposition"), sentence.tokens.after("title")
    free = [n for n in sentence.names if n.region is None and n.sure and n.entity not in persons]
    names = [n for n in free if n.first not in sources and n.first not in titled]
    free = [name for name in names if name.lead not in prepositions]
    opening = opened(sentence, free[0].first if free else len(sentence.tokens), discourse)
    return opening or (free[0].entity if free else None)
