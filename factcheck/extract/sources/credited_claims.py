"""Claims that are credited once the whole text has been read."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.names.forms import Names
from factcheck.model import Claim


def is_uncredited(claim: Claim, start: int) -> bool:
    """Whether a fact is told by nobody before some place of the text."""
    return claim.source is None and claim.start < start and claim.stance == "asserted"


def credited(claim: Claim, source: str, names: Names) -> Claim:
    """The claim with a source that the text names later."""
    stance = "reported" if claim.stance == "asserted" else claim.stance
    return replace(claim, source=source, source_printed=names.as_credited(source), stance=stance)
