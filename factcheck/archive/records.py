"""Claims, documents and findings as JSON that loses nothing: the layout of the claims file, and what it leaves out."""

from __future__ import annotations

import math
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from factcheck.errors import Problem
from factcheck.interval import Interval
from factcheck.model import Claim, Diagnosis, Document, Finding, Gate, Member, Zone
from factcheck.period import Period

Row = dict[str, Any]
_INTERVALS = ("allowed", "stated")
_PLAIN_CLAIM = [field.name for field in fields(Claim) if field.name not in (*_INTERVALS, "time")]
_NUMBERS = ("value", "high")
_PLAIN_DOCUMENT = ("id", "path", "text", "lang", "title", "url", "publisher")


def claim_row(claim: Claim) -> Row:
    """A claim; an infinite end is null, as in the claims file."""
    row: Row = {name: _plain(getattr(claim, name)) for name in _PLAIN_CLAIM}
    for name in _INTERVALS:
        interval: Interval = getattr(claim, name)
        row[f"low_{name}"] = _end(interval.low, -math.inf)
        row[f"high_{name}"] = _end(interval.high, math.inf)
        row[f"open_{name}"] = [interval.low_open, interval.high_open]
    return {**row, "time": period_row(claim.time), "hypothetical": claim.hypothetical}


def claim_of(row: Row) -> Claim:
    """The claim of a row; a field that the row does not have gets its default."""
    known: Row = {name: row[name] for name in _PLAIN_CLAIM if name in row}
    for name, value in known.items():
        if isinstance(value, list):
            known[name] = tuple(value)
        elif name in _NUMBERS:
            known[name] = _number(value)
    for name in _INTERVALS:
        low, high = _number(row.get(f"low_{name}")), _number(row.get(f"high_{name}"))
        ends = -math.inf if low is None else low, math.inf if high is None else high
        known[name] = Interval(*ends, *row.get(f"open_{name}", (False, False)))
    return Claim(**known, time=period_of(row.get("time")))


def document_row(document: Document) -> Row:
    """A document with its text."""
    row: Row = {name: getattr(document, name) for name in _PLAIN_DOCUMENT}
    return row | {
        "published": period_row(document.published),
        "zones": [asdict(zone) for zone in document.zones],
        "problems": [problem_row(problem) for problem in document.problems],
    }


def document_of(row: Row) -> Document:
    """The document of a row."""
    return Document(
        **{name: row.get(name) for name in _PLAIN_DOCUMENT},  # type: ignore[arg-type]
        published=period_of(row.get("published")),
        zones=tuple(Zone(**zone) for zone in row.get("zones", ())),
        problems=tuple(Problem(**problem) for problem in row.get("problems", ())),
    )


def finding_row(finding: Finding) -> Row:
    """A finding with its claims."""
    row: Row = {field.name: getattr(finding, field.name) for field in fields(Finding)}
    return row | finding_body(finding)


def finding_of(row: Row) -> Finding:
    """The finding of a row."""
    plain = {key: value for key, value in row.items() if key not in ("members", "diagnosis", "gates")}
    return Finding(**plain, **body_of(row))


def finding_body(finding: Finding) -> Row:
    """The parts of a finding that are lists."""
    return {
        "members": [{"claim": claim_row(m.claim), "group": m.group, "role": m.role} for m in finding.members],
        "diagnosis": [asdict(diagnosis) for diagnosis in finding.diagnosis],
        "gates": [asdict(gate) for gate in finding.gates],
    }


def body_of(row: Row) -> Row:
    """The same, read back."""
    return {
        "members": tuple(Member(claim_of(m["claim"]), m["group"], m["role"]) for m in row["members"]),
        "diagnosis": tuple(Diagnosis(**diagnosis) for diagnosis in row["diagnosis"]),
        "gates": tuple(Gate(**gate) for gate in row["gates"]),
    }


def problem_row(problem: Problem) -> Row:
    """A problem."""
    return asdict(problem)


def period_row(period: Period | None) -> Row | None:
    """A period with ISO dates, or None."""
    if period is None:
        return None
    start, end = (day.isoformat() if day else None for day in (period.start, period.end))
    return {"start": start, "end": end, "edtf": period.edtf, "basis": period.basis}


def period_of(row: Row | None) -> Period | None:
    """The period of a row."""
    if row is None:
        return None
    start, end = (date.fromisoformat(row[key]) if row.get(key) else None for key in ("start", "end"))
    return Period(start, end, row["edtf"], row["basis"])


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _end(value: float, usual: float) -> Any:
    return None if value == usual else _plain(value)


def _number(value: float | str | None) -> float | None:
    return None if value is None else float(value)
