"""Claims that are credited once the whole text has been read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.names.forms import Names
from factcheck.model import Claim

_APART = 1.25  # times, within which a lead may round what somebody says below


def is_uncredited(claim: Claim, start: int) -> bool:
    """Whether a fact is told by nobody before some place of the text."""
    return claim.source is None and claim.start < start and claim.stance == "asserted"


def credited(claim: Claim, source: str, names: Names) -> Claim:
    """The claim with a source that the text names later."""
    stance = "reported" if claim.stance == "asserted" else claim.stance
    return replace(claim, source=source, source_printed=names.as_credited(source), stance=stance)


def is_rivalled(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether a source gives another figure of the same, so that this is not its own: 47 dead; aid groups say 112."""
    value, alike = abs(claim.value or 0.0), (claim.metric, claim.unit, claim.kind)
    others = [abs(other.value or 0.0) for other in told if (other.metric, other.unit, other.kind) == alike]
    return any(max(value, other) > _APART * min(value, other) for other in others)
