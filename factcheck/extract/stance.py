"""How firmly a figure is put forward: as a fact, a report, a plan, a forecast, or denied."""

from __future__ import annotations

from factcheck.extract.clauses import distance
from factcheck.extract.mentions import Quantity
from factcheck.extract.sentences import Sentence
from factcheck.model import Stance

_STANCES: tuple[tuple[str, Stance, int], ...] = (  # lexicon category, stance, how far its cue reaches
    ("denied", "denied", 9),
    ("target", "target", 12),
    ("offer", "offer", 12),
    ("plan", "plan", 14),
    ("forecast", "forecast", 14),
    ("speculation", "rumour", 7),
    ("rumour", "reported", 7),
    ("conditional", "reported", 14),
)
_BEHIND = 6  # a cue after the figure counts as so much farther away


def stance_of(quantity: Quantity, sentence: Sentence, credited: bool) -> Stance:
    """How the figure is put forward, from the nearest cue of its clause."""
    span = (quantity.first, quantity.last)
    best: tuple[int, Stance] | None = None
    dated = {token for mention in sentence.periods for token in range(mention.first, mention.last)}
    for category, stance, reach in _STANCES:
        for first, last, _ in sentence.tokens.hits.get(category, ()):
            if first in dated:
                continue  # the month of May
            cost = distance(sentence, (first, last), span) + (_BEHIND if first > quantity.first else 0)
            if cost <= reach and (best is None or cost < best[0]):
                best = (cost, stance)
    if best:
        return best[1]
    return "reported" if credited else "asserted"


def is_negated(quantity: Quantity, sentence: Sentence) -> bool:
    """True where a word of negation stands directly before the figure or its verb."""
    return any(
        last <= quantity.first and sentence.gaps[quantity.first] - sentence.gaps[last] <= 2
        for _, last, _ in sentence.tokens.hits.get("negation", ())
    )
