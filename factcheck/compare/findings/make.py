"""Findings made from claims: message, explanation, fingerprint, independent origins."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.compare.context import Context
from factcheck.compare.findings.describe import interval_text
from factcheck.compare.findings.say import fill
from factcheck.compare.laws.law import Law
from factcheck.compare.stances import same_source
from factcheck.compare.view import View
from factcheck.model import Claim, Confidence, Diagnosis, Finding, Gate, Member, Severity

Grouped = Sequence[tuple[View, int, str]]  # claim, group, role


def make_finding(
    law: Law,
    severity: Severity,
    members: Grouped,
    context: Context,
    *,
    roles: Mapping[str, View],
    confidence: Confidence = "medium",
    explanation: str = "",
    message: str = "",
    diagnosis: Iterable[Diagnosis] = (),
    gates: Iterable[Gate] = (),
) -> Finding:
    """A finding with its message filled and its fingerprint computed; members in order of the input."""
    ordered = sorted(members, key=lambda member: (member[1], member[0].order))
    claims = {role: view.claim for role, view in roles.items()}
    return Finding(
        id=fingerprint(law.id, [view.claim for view, _, _ in ordered]),
        rule=law.id,
        severity=severity,
        confidence=confidence,
        message=message or fill(law.say, claims, context.rulebook),
        explanation=explanation or explain(roles),
        members=tuple(Member(view.claim, group, role) for view, group, role in ordered),
        diagnosis=tuple(diagnosis),
        gates=tuple(gates),
        origins=origins([view for view, _, _ in ordered], context),
    )


def explain(roles: Mapping[str, View]) -> str:
    """What each figure may mean, one after the other."""
    return "; ".join(
        f"“{' '.join(view.claim.quote.split())}” means {interval_text(view.allowed)}" for view in roles.values()
    )


def fingerprint(rule: str, claims: Iterable[Claim]) -> str:
    """An id from the rule and the words around the figures: no offsets, versions or times of day."""
    parts = sorted("\0".join((claim.doc, _plain(claim.quote), _plain(claim.sentence))) for claim in claims)
    return hashlib.blake2b("\1".join((rule, *parts)).encode(), digest_size=8).hexdigest()


def _plain(text: str) -> str:
    return " ".join(text.split())


def unique(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with different ids: a repeated passage gets a number behind its fingerprint."""
    seen: dict[str, int] = {}
    result = []
    for finding in findings:
        count = seen[finding.id] = seen.get(finding.id, 0) + 1
        result.append(finding if count == 1 else replace(finding, id=f"{finding.id}-{count}"))
    return result


def origins(views: Sequence[View], context: Context) -> int:
    """How many independent origins the claims have: one credited source, or one copied text, is one origin."""
    roots: list[View] = []
    for view in views:
        if not any(_one_origin(view, root, context) for root in roots):
            roots.append(view)
    return max(1, len(roots))


def _one_origin(a: View, b: View, context: Context) -> bool:
    if a.claim.source and b.claim.source:
        return same_source(a.claim.source, b.claim.source)
    return a.claim.doc == b.claim.doc or context.copied(a, b)
