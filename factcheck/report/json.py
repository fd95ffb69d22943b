"""The whole report as one JSON document."""

from __future__ import annotations

import json
from typing import Any

from factcheck.model import Result
from factcheck.report.passages import Places
from factcheck.report.rows import coverage, document_row, finding_row, ordered, summary
from factcheck.report.text import escape_json

SCHEMA = "factcheck-report-1"


def render(result: Result) -> str:
    """The summary, the coverage, the documents without their text, and every finding with its claims."""
    places = Places(result)
    report = {
        "schema": SCHEMA,
        "summary": summary(result),
        "coverage": coverage(result),
        "documents": [document_row(document) for document in result.documents],
        "findings": [finding_row(finding, places) for finding in ordered(result)],
    }
    return dump(report, indent=2) + "\n"


def dump(value: Any, indent: int | None = None) -> str:
    """A value as readable JSON in which no character acts on a terminal or an editor."""
    return escape_json(json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False, default=str))
