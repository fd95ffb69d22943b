"""How far apart the sides of a finding are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from factcheck.model import Claim, Finding
from factcheck.report.phrases import number, with_unit


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the two outermost groups of a finding stand apart."""

    factor: float | None  # how many times the larger value is the smaller
    gap: float  # the least distance between what may have been meant; 0 where the ranges touch
    spread: float  # the distance between the printed values
    unit: str

    @property
    def text(self) -> str:
        """The difference in words: "6.67 times apart; at least 32.2 million USD between them"."""
        unit = "percentage points" if self.unit == "percent" else self.unit
        parts = [] if self.factor is None else [_apart(self.factor)]
        if self.gap > 0:
            parts.append(f"at least {with_unit(number(_rounded(self.gap)), unit)} between them")
        elif self.spread > 0:
            parts.append(f"{with_unit(number(_rounded(self.spread)), unit)} between the printed values")
        return "; ".join(parts)


def difference(finding: Finding) -> Difference | None:
    """How far a finding's groups are apart; None where they are not values of one unit."""
    claims = [member.claim for member in finding.members if member.claim.value is not None]
    groups = {member.group for member in finding.members}
    if len(groups) < 2 or len({(claim.unit, claim.kind) for claim in claims}) != 1 or not _agree_within(finding):
        return None
    low = min(claims, key=lambda claim: claim.value or 0.0)
    high = max(claims, key=lambda claim: claim.value or 0.0)
    smaller, larger = low.value or 0.0, high.value or 0.0
    gap = high.allowed.low - low.allowed.high
    return Difference(
        factor=larger / smaller if smaller > 0 and larger > smaller else None,
        gap=gap if math.isfinite(gap) and gap > 0 else 0.0,
        spread=larger - smaller,
        unit=low.unit,
    )


def reason(finding: Finding) -> str:
    """Why it is a finding, where no difference between two sides tells so; empty elsewhere."""
    return "" if difference(finding) else finding.explanation


def _agree_within(finding: Finding) -> bool:
    first: dict[int, Claim] = {}
    return all(
        first.setdefault(member.group, member.claim).allowed.overlaps(member.claim.allowed)
        for member in finding.members
    )


def _apart(factor: float) -> str:
    if factor >= 1.95:
        return f"{_rounded(factor):,.12g} times apart"
    return f"{_rounded((factor - 1) * 100):.12g}% apart"


def _rounded(value: float) -> float:
    return float(f"{value:.3g}") if value < 1000 else float(f"{value:.4g}")
