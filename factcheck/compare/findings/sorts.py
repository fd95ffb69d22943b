"""Sorts of findings: within one, each fact is told once."""

from __future__ import annotations

from factcheck.model import Finding

_DISAGREEMENT = ("conflict", "tension", "note")


def sort_of(finding: Finding) -> str:
    """Disagreement, corroboration, or the ticks of one law."""
    if finding.severity in _DISAGREEMENT:
        return "disagreement"
    return finding.severity if finding.severity == "corroboration" else f"{finding.severity} {finding.rule}"
