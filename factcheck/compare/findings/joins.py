"""Who else says so: the places that agree with one side of a disagreement join that side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from factcheck.compare.findings.sorts import sort_of
from factcheck.model import Finding, Member

_Key = tuple[str, str]


def joined(findings: Sequence[Finding], rules: Collection[str]) -> list[Finding]:
    """The findings, those of rules that set values of one fact against each other with all who say either."""
    agreeing: dict[_Key, list[Finding]] = {}
    for finding in findings:
        if finding.severity == "corroboration" and finding.confidence != "low":
            for member in finding.members:
                agreeing.setdefault(_key(member), []).append(finding)
    return [
        _with_all(finding, agreeing) if finding.rule in rules and sort_of(finding) == "disagreement" else finding
        for finding in findings
    ]


def _key(member: Member) -> _Key:
    return member.claim.doc, member.claim.id


def _with_all(finding: Finding, agreeing: dict[_Key, list[Finding]]) -> Finding:
    sides = {_key(member): member.group for member in finding.members}
    added: dict[_Key, Member] = {}
    for member in finding.members:
        for other in agreeing.get(_key(member), ()):
            if {sides[_key(mate)] for mate in other.members if _key(mate) in sides} == {member.group}:
                fresh = (mate for mate in other.members if _key(mate) not in sides)
                added |= {_key(mate): Member(mate.claim, member.group) for mate in fresh}
    members = sorted((*finding.members, *added.values()), key=lambda member: member.group)
    return replace(finding, members=tuple(members)) if added else finding
