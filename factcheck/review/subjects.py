"""What a decision is filed under: a finding, its rule, one of its figures or a pair of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.archive.decisions import Scope, pair_subject
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Finding
from factcheck.review.queue import storable


def tidy(finding: Finding) -> Finding:
    """The finding with ids that survive a form, for those of a report that somebody made up."""
    ids = (finding.id, finding.rule, *(member.claim.id for member in finding.members))
    if all(id == storable(id) for id in ids):
        return finding
    members = tuple(replace(m, claim=replace(m.claim, id=storable(m.claim.id))) for m in finding.members)
    return replace(finding, id=storable(finding.id), rule=storable(finding.rule), members=members)


def subject_of(finding: Finding, scope: Scope, which: Sequence[int]) -> str:
    """What a suppression of a scope is filed under."""
    needed = {"claim": 1, "pair": 2}.get(scope, 0)
    if len(which) != needed or not all(0 <= number < len(finding.members) for number in which):
        raise wrong("name the figures to silence")
    claims = [finding.members[number].claim.id for number in which]
    if scope == "pair":
        return pair_subject(*claims)
    return claims[0] if claims else finding.rule if scope == "rule" else finding.id


def subjects_of(finding: Finding) -> list[str]:
    """All that a decision on a finding, or a suppression of it, may be filed under."""
    claims = [member.claim.id for member in finding.members]
    pairs = [pair_subject(a, b) for i, a in enumerate(claims) for b in claims[i + 1 :]]
    return list(dict.fromkeys((finding.id, finding.rule, *claims, *pairs)))


def wrong(message: str) -> FactcheckError:
    """The error that tells a person what cannot be decided so."""
    return FactcheckError(Problem("review", message, stage="review"))
