"""Claims, or findings, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Claim, Result
from factcheck.report.json import dump
from factcheck.report.passages import Places
from factcheck.report.rows import claim_row, finding_row, ordered


def render(result: Result) -> str:
    """Every claim of a result, one a line."""
    return "".join(lines(result.claims))


def render_findings(result: Result) -> str:
    """Every finding of a result, one a line."""
    places = Places(result)
    return "".join(dump(finding_row(finding, places)) + "\n" for finding in ordered(result))


def lines(claims: Iterable[Claim]) -> Iterator[str]:
    """Each claim as a line, for streams too long to hold."""
    return (dump(claim_row(claim)) + "\n" for claim in claims)
