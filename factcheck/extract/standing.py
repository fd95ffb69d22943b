"""How each name stands in an article: how often it is named, where, and in which company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extract.mentions import Name
from factcheck.extract.sentences import Sentence

_BESIDE = 3  # tokens between a name and a verb of saying


@dataclass(slots=True)
class Standing:
    """Counts over an article of one name's mentions."""

    mentions: int = 0
    headline: bool = False
    lead: bool = False  # in the first sentence behind the headline
    located: int = 0  # behind a preposition of place: in Orlin
    speaking: int = 0  # beside a verb of saying
    features: list[tuple[str, float]] = field(default_factory=list)  # the same as parts of the whole


def standings(sentences: Sequence[Sentence]) -> dict[str, Standing]:
    """The standing of every name of an article, by entity."""
    found: dict[str, Standing] = {}
    lead = next((s.index for s in sentences if s.zone != "headline"), 0)
    for sentence in sentences:
        places = sentence.tokens.after("locative")
        verbs = [hit[:2] for hit in sentence.tokens.hits.get("say", ())] if sentence.names else []
        for name in sentence.names:
            standing = found.setdefault(name.entity, Standing())
            standing.mentions += 1
            standing.headline |= sentence.zone == "headline"
            standing.lead |= sentence.index == lead
            standing.located += name.lead in places or name.first in places
            standing.speaking += any(_is_beside(name, verb) for verb in verbs)
    whole = sum(standing.mentions for standing in found.values())
    for standing in found.values():
        standing.features = _features(standing, whole)
    return found


def _features(standing: Standing, whole: int) -> list[tuple[str, float]]:
    flags = {"headline": standing.headline, "lead": standing.lead, "once": standing.mentions == 1}
    shares = (
        ("share", standing.mentions / whole),
        *((name, 1.0) for name, holds in flags.items() if holds),
        ("located", standing.located / standing.mentions),
        ("speaking", standing.speaking / standing.mentions),
    )
    return [(name, value) for name, value in shares if value]


def _is_beside(name: Name, verb: tuple[int, int]) -> bool:
    return 0 <= verb[0] - name.last <= _BESIDE or 0 <= name.first - verb[1] <= _BESIDE
