"""The report as SARIF 2.1.0, for code hosts and editors."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.errors import Problem
from factcheck.model import Claim, Finding, Result
from factcheck.report.difference import difference
from factcheck.report.json import dump
from factcheck.report.passages import Places
from factcheck.report.phrases import DISAGREEMENTS, rule_name
from factcheck.report.rows import ordered, problems
from factcheck.report.text import one_line

LEVELS = {"conflict": "error", "tension": "warning", "note": "note"}
MOST = 25_000  # results of a run that code scanning takes
_SILENT = ("dismissed", "suppressed")
_PLAIN_TEXT = (".txt", ".text", ".md", ".markdown", "-")  # formats whose lines are those of the text
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(result: Result) -> str:
    """One run with a result for each conflict, tension and note; what was decided away is kept and marked."""
    places = Places(result)
    shown = _shown(result)
    marked = any(finding.status in _SILENT for finding in shown)
    rules = {finding.rule: finding for finding in reversed(shown)}
    order = {rule: number for number, rule in enumerate(sorted(rules))}
    driver = {
        "name": "factcheck",
        "version": __version__,
        "rules": [_rule(rules[rule]) for rule in order],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(problems(result))],
        "results": [
            _result(finding, order[finding.rule], places) | (_suppressions(finding) if marked else {})
            for finding in shown
        ],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def relative_uri(doc: str) -> str:
    """A document's id as a relative, escaped URI."""
    path = doc.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    return quote("/".join(parts).lstrip("/") or "-", safe="/", errors="replace")


def has_lines(doc: str) -> bool:
    """True where a line of the document's text is a line of its file."""
    return doc.lower().endswith(_PLAIN_TEXT)


def _shown(result: Result) -> list[Finding]:
    """The gravest disagreements, in order; those decided away are the first to be left out where there are too many."""
    every = [finding for finding in ordered(result) if finding.severity in DISAGREEMENTS and finding.members]
    if len(every) <= MOST:
        return every
    return sorted(every, key=lambda finding: finding.status in _SILENT)[:MOST]


def _suppressions(finding: Finding) -> dict[str, Any]:
    """The suppression of a finding, none where it stands; once one result of a run has the property, all need it."""
    if finding.status not in _SILENT:
        return {"suppressions": []}
    return {
        "suppressions": [{"kind": "external", "status": "accepted", "justification": f"{finding.status} in review"}]
    }


def _rule(finding: Finding) -> dict[str, Any]:
    return {
        "id": one_line(finding.rule),
        "shortDescription": {"text": _text(rule_name(finding.rule))},
        "fullDescription": {"text": _text(finding.explanation or rule_name(finding.rule))},
    }


def _result(finding: Finding, rule: int, places: Places) -> dict[str, Any]:
    first, *others = finding.members
    return {
        "ruleId": one_line(finding.rule),
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding, places)},
        "locations": [_location(first.claim, places)],
        "relatedLocations": [
            _location(member.claim, places) | {"id": number, "message": {"text": _side(member.claim, places)}}
            for number, member in enumerate(others, 1)
        ],
        "partialFingerprints": {"finding/v1": finding.id},
        "properties": {"severity": finding.severity, "confidence": finding.confidence, "status": finding.status},
    }


def _message(finding: Finding, places: Places) -> str:
    """What differs, by how much, the other side's words and links to them, and the likely slip."""
    apart = difference(finding)
    parts = [_text(finding.message)]
    if apart and apart.text:
        parts.append(_text(apart.text[:1].upper() + apart.text[1:]) + ".")
    for number, member in enumerate(finding.members[1:], 1):
        parts.append(f"Against {_side(member.claim, places)} [{number}]({number}).")
    parts += [f"Likely slip: {_text(diagnosis.message)}" for diagnosis in finding.diagnosis[:1]]
    return " ".join(parts)


def _side(claim: Claim, places: Places) -> str:
    return _text(f"“{claim.quote}” ({claim.doc}:{places.line(claim)})")


def _text(text: str) -> str:
    """Text in which nothing is a SARIF placeholder or link."""
    escaped = one_line(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return escaped.replace("{", "{{").replace("}", "}}")


def _location(claim: Claim, places: Places) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": relative_uri(claim.doc)}}
    return {"physicalLocation": place | {"region": _region(claim, places)}}


def _region(claim: Claim, places: Places) -> dict[str, Any]:
    snippet = {"snippet": {"text": claim.quote}}
    if not has_lines(claim.doc):
        return {"startLine": 1} | snippet
    (line, column), (last, end) = (places.position(claim.doc, offset) for offset in (claim.start, claim.end))
    return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": end} | snippet


def _invocation(found: list[Problem]) -> dict[str, Any]:
    notices = [
        {
            "level": "warning",
            "message": {"text": _text(problem.message + (f" ({problem.hint})" if problem.hint else ""))},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": relative_uri(problem.path)}}}],
        }
        for problem in found
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": notices}
