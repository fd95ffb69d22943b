"""The weight of the evidence that two figures state one fact, and how much is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.model import Confidence

BAR = 0.5  # below it a disagreement is not shown
TRUST_BAR = 0.65  # the same for an inequality, which asks only that both figures are read well
AGREE_BAR = 0.4  # that two figures are equal is evidence itself
_LEVELS: tuple[tuple[float, Confidence], ...] = ((0.85, "high"), (0.65, "medium"))
SURE_BASES = frozenset({"alias", "subject", "possessive", "of"})


@dataclass(slots=True)
class Evidence:
    """What speaks for one fact: a weight from 0 to 1, and why."""

    weight: float = 0.0
    reasons: list[str] = field(default_factory=list)
    needed: float = BAR
    disputed: bool = False  # the words themselves say that one figure is not so

    def add(self, weight: float, reason: str) -> None:
        self.weight += weight
        self.reasons.append(reason)

    @property
    def confidence(self) -> Confidence:
        return next((name for least, name in _LEVELS if self.weight >= least), "low")
