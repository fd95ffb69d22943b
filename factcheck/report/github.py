"""The findings as workflow commands, which GitHub shows as annotations of a change."""

from __future__ import annotations

from factcheck.model import Finding, Result
from factcheck.report.difference import difference
from factcheck.report.passages import Places
from factcheck.report.phrases import DISAGREEMENTS, rule_name
from factcheck.report.rows import ordered
from factcheck.report.sarif import has_lines
from factcheck.report.text import inert, one_line

_COMMANDS = {"conflict": "error", "tension": "warning", "note": "notice"}


def render(result: Result) -> str:
    """One annotation for each conflict, tension and note, at the first of its claims."""
    places = Places(result)
    shown = [finding for finding in ordered(result) if finding.severity in DISAGREEMENTS and finding.members]
    return "".join(_annotation(finding, places) for finding in shown)


def _annotation(finding: Finding, places: Places) -> str:
    claim = finding.members[0].claim
    place = {"file": claim.doc.replace("\\", "/")}
    if has_lines(claim.doc):
        (line, column), (last, end) = (places.position(claim.doc, offset) for offset in (claim.start, claim.end))
        place |= {"line": str(line), "endLine": str(last), "col": str(column), "endColumn": str(end)}
    place["title"] = f"{finding.severity.capitalize()}: {rule_name(finding.rule)}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(_message(finding, places))}\n"


def _message(finding: Finding, places: Places) -> str:
    apart = difference(finding)
    lines = [finding.message, *([apart.text] if apart and apart.text else [])]
    lines += [f"against “{m.claim.quote}” ({m.claim.doc}:{places.line(m.claim)})" for m in finding.members[1:]]
    lines += [f"Likely slip: {diagnosis.message}" for diagnosis in finding.diagnosis[:1]]
    return "\n".join(map(one_line, lines))


def _data(text: str) -> str:
    return inert(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
