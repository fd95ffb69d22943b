"""Plans that an article tells of in several sentences: what follows is planned too, though it does not say so again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from factcheck.model import Claim, Stance
from factcheck.rulebook import Metric

AHEAD: frozenset[Stance] = frozenset({"plan", "forecast", "offer", "target"})
PLAIN: frozenset[Stance] = frozenset({"asserted", "reported"})


def carry(claims: list[Claim], metrics: Mapping[str, Metric]) -> list[Claim]:
    """The claims, those of an event that the article first told of as planned being planned where no date says else."""
    planned: dict[tuple[str, str | None], tuple[Stance, int]] = {}  # with where the sentence that says so begins
    told: set[tuple[str, str | None]] = set()
    result = []
    for claim in claims:
        metric = metrics.get(claim.metric)
        key = (claim.metric, claim.entity)
        if metric is not None and metric.kind == "event":
            if key not in told and claim.stance in AHEAD:
                planned[key] = claim.stance, claim.sentence_start
            elif key in planned and claim.stance in PLAIN and not _is_dated(claim):
                stance, start = planned[key]
                if claim.sentence_start == start:
                    del planned[key]  # it was to cost 30 million but has cost 52
                else:
                    claim = replace(claim, stance=stance)
            told.add(key)
        result.append(claim)
    return result


def _is_dated(claim: Claim) -> bool:
    return claim.time is not None and claim.time.basis in ("stated", "resolved")
