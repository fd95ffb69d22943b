"""How each name stands in an article: how often it is named, where, and in which company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def standings(sentences: Sequence[Sentence]) -> dict[str, Standing]:
    """The standing of every name of an article, by entity."""
    found: dict[str, Standing] = {}
    lead = next((s.index for s in sentences if s.zone != "headline"), 0)
    for sentence in sentences:
        hits = sentence.tokens.hits
        places = {last for _, last, _ in hits.get("locative", ())}
        verbs = [hit[:2] for hit in hits.get("say", ())] if sentence.names else []
        for name in sentence.names:
            standing = found.setdefault(name.entity, Standing())
            standing.mentions += 1
            standing.headline |= sentence.zone == "headline"
            standing.lead |= sentence.index == lead
            standing.located += lead_of(name, sentence) in places or name.first in places
            standing.speaking += any(_is_beside(name, verb) for verb in verbs)
    return found


def _is_beside(name: Name, verb: tuple[int, int]) -> bool:
    return 0 <= verb[0] - name.last <= _BESIDE or 0 <= name.first - verb[1] <= _BESIDE


def lead_of(name: Name, sentence: Sentence) -> int:
    """The token at which the name's noun phrase begins, articles and titles included."""
    hits = sentence.tokens.hits
    ends = {last: first for category in ("determiner", "title") for first, last, _ in hits.get(category, ())}
    led = {last for _, last, _ in hits.get("preposition", ())}  # some are both: nel, im, do
    first = name.first
    while first in ends and first not in led:
        first = ends[first]
    return first
