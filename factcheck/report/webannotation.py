"""Claims and findings as W3C Web Annotations (JSON-LD)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from factcheck.model import Claim, Document, Finding, Result
from factcheck.report.articles import web_address
from factcheck.report.json import dump
from factcheck.report.passages import Places
from factcheck.report.phrases import DISAGREEMENTS
from factcheck.report.rows import claim_row, ordered
from factcheck.report.sarif import relative_uri

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of prefix and suffix


def render(result: Result) -> str:
    """An annotation page: one annotation for each claim, and one that comments on each finding."""
    places = Places(result)
    items = [_claim(claim, places) for claim in result.claims]
    items += [_finding(finding, places) for finding in ordered(result) if finding.severity in DISAGREEMENTS]
    return dump({"@context": _CONTEXT, "type": "AnnotationPage", "items": items}, indent=1) + "\n"


def _claim(claim: Claim, places: Places) -> dict[str, Any]:
    row = claim_row(claim)
    slots = {key: row[key] for key in ("entity", "metric", "kind", "value", "high", "unit", "bound", "time", "region")}
    return {
        "type": "Annotation",
        "id": _urn("claim", claim.id),
        "motivation": "classifying",
        "body": {"type": "Dataset", "format": "application/json", "value": slots},
        "target": _target(claim, places),
    }


def _finding(finding: Finding, places: Places) -> dict[str, Any]:
    return {
        "type": "Annotation",
        "id": _urn("finding", finding.id),
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "format": "text/plain", "language": "en", "value": finding.message},
            {"type": "TextualBody", "purpose": "tagging", "value": finding.severity},
            {"type": "TextualBody", "purpose": "tagging", "value": finding.rule},
        ],
        "target": [_target(member.claim, places) for member in finding.members],
    }


def _target(claim: Claim, places: Places) -> dict[str, Any]:
    document = places.documents.get(claim.doc)
    text = document.text if document else ""
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": claim.start, "end": claim.end}]
    if text[claim.start : claim.end] == claim.quote:
        prefix, suffix = text[max(0, claim.start - _AROUND) : claim.start], text[claim.end : claim.end + _AROUND]
        selectors.append({"type": "TextQuoteSelector", "exact": claim.quote, "prefix": prefix, "suffix": suffix})
    return {"source": _source(document, claim.doc), "selector": selectors}


def _source(document: Document | None, doc: str) -> str:
    return (web_address(document.url) if document else None) or relative_uri(doc)


def _urn(kind: str, id: str) -> str:
    return f"urn:factcheck:{kind}:{quote(id, safe='', errors='replace')}"
