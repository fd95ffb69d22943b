"""Claims, findings, documents and run totals as plain dicts, in the layout that other programs read."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

from factcheck.errors import Problem
from factcheck.model import Claim, Document, Finding, Gate, Result
from factcheck.period import Period
from factcheck.report.difference import difference
from factcheck.report.passages import Places
from factcheck.report.phrases import SEVERITIES

Row = dict[str, Any]


def claim_row(claim: Claim) -> Row:
    """A claim in the layout of the claims file; an infinite bound is null."""
    return {
        "id": claim.id,
        "doc": claim.doc,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "sentence": claim.sentence,
        "entity": claim.entity_name,
        "metric": claim.metric,
        "kind": claim.kind,
        "value": plain(claim.value),
        "high": plain(claim.high),
        "low_allowed": plain(claim.allowed.low),
        "high_allowed": plain(claim.allowed.high),
        "low_stated": plain(claim.stated.low),
        "high_stated": plain(claim.stated.high),
        "unit": claim.unit,
        "bound": claim.bound,
        "time": time_row(claim.time),
        "timekind": claim.timekind,
        "region": claim.region,
        "restrictors": list(claim.restrictors),
        "of": claim.of,
        "event": claim.event,
        "source": claim.source_name,
        "stance": claim.stance,
        "negated": claim.negated,
        "hypothetical": claim.hypothetical,
        "zone": claim.zone,
        "lang": claim.lang,
        "published": claim.published,
        "confidence": claim.confidence,
    }


def finding_row(finding: Finding, places: Places | None = None) -> Row:
    """A finding with its claims; with `places`, each claim's line too."""
    apart = difference(finding)
    claims = []
    for member in finding.members:
        row = claim_row(member.claim)
        first = {key: row.pop(key) for key in ("id", "doc", "start", "end", "quote")}
        line = {"line": places.line(member.claim)} if places else {}
        claims.append(first | {"group": member.group, "role": member.role} | line | row)
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "explanation": finding.explanation,
        "difference": apart and {"factor": _round(apart.factor), "gap": _round(apart.gap), "unit": apart.unit},
        "diagnosis": [{"slip": d.slip, "message": d.message, "score": plain(d.score)} for d in finding.diagnosis],
        "claims": claims,
        "gates": [gate_row(gate) for gate in finding.gates],
        "origins": finding.origins,
        "status": finding.status,
    }


def gate_row(gate: Gate) -> Row:
    """One step of a comparison."""
    return {"name": gate.name, "passed": gate.passed, "reason": gate.reason}


def document_row(document: Document) -> Row:
    """What is known about an article, without its text."""
    return {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "published": time_row(document.published),
        "publisher": document.publisher,
        "lang": document.lang,
        "characters": len(document.text),
    }


def problem_row(problem: Problem) -> Row:
    """One thing that could not be read, parsed or used."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def time_row(time: Period | None) -> Row | None:
    """A period with ISO dates, or None."""
    if time is None:
        return None
    start, end = (day.isoformat() if day else None for day in (time.start, time.end))
    return {"start": start, "end": end, "edtf": time.edtf, "basis": time.basis}


def ordered(result: Result) -> list[Finding]:
    """The findings by severity, gravest first, else in the order given."""
    return sorted(result.findings, key=lambda finding: SEVERITIES.index(finding.severity))


def summary(result: Result) -> Row:
    """Counts of documents, claims and findings."""
    severities: Counter[str] = Counter(finding.severity for finding in result.findings)
    rules = Counter(finding.rule for finding in result.findings)
    return {
        "documents": len(result.documents),
        "claims": len(result.claims),
        "findings": len(result.findings),
        "severities": {severity: severities[severity] for severity in SEVERITIES},
        "rules": dict(sorted(rules.items())),
    }


def problems(result: Result) -> list[Problem]:
    """Every problem of the run and of its documents, once each."""
    every = [*result.problems, *(problem for document in result.documents for problem in document.problems)]
    return list(dict.fromkeys(every))


def coverage(result: Result) -> Row:
    """What could not be read, parsed, dated or compared."""
    claims = result.claims
    stages: dict[str, list[Row]] = {}
    for problem in problems(result):
        stages.setdefault(problem.stage or "other", []).append(problem_row(problem))
    claimed = {claim.doc for claim in claims}
    return {
        "characters": sum(len(document.text) for document in result.documents),
        "languages": dict(sorted(Counter(document.lang for document in result.documents).items())),
        "problems": dict(sorted(stages.items())),
        "documents_without_date": [document.id for document in result.documents if document.published is None],
        "documents_without_claims": [document.id for document in result.documents if document.id not in claimed],
        "claims_without_entity": sum(claim.entity is None for claim in claims),
        "claims_without_time": sum(claim.time is None or claim.time.start is None for claim in claims),
        "claims_without_metric": sum(claim.metric.startswith("other:") for claim in claims),
        "claims_hypothetical": sum(claim.hypothetical for claim in claims),
        "claims_negated": sum(claim.negated for claim in claims),
        "compared": {key: result.compared[key] for key in sorted(result.compared)},
    }


def plain(value: float | None) -> float | int | None:
    """A number that JSON can hold: whole numbers without a point, infinities and NaN as None."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def _round(value: float | None) -> float | int | None:
    return None if value is None else plain(float(f"{value:.6g}"))
