"""Findings and claims as comma-separated values that a spreadsheet will not run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Claim, Result
from factcheck.report.difference import difference
from factcheck.report.passages import Places
from factcheck.report.rows import Row, claim_row, ordered
from factcheck.report.text import one_line

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*%?")


def render(result: Result) -> str:
    """One row for each claim of each finding, gravest first."""
    return _table(FINDING_COLUMNS, finding_rows(result))


def render_claims(result: Result) -> str:
    """One row for each claim."""
    return _table(CLAIM_COLUMNS, claim_rows(result))


def finding_rows(result: Result) -> list[Row]:
    """The rows of the findings table: the finding's columns, then those of one of its claims."""
    places, rows = Places(result), []
    for finding in ordered(result):
        apart = difference(finding)
        head = {
            "finding": finding.id,
            "severity": finding.severity,
            "confidence": finding.confidence,
            "rule": finding.rule,
            "message": finding.message,
            "difference": apart.text if apart else "",
            "likely_slip": finding.diagnosis[0].message if finding.diagnosis else "",
            "origins": finding.origins,
            "status": finding.status,
        }
        for member in finding.members:
            place = {"group": member.group, "role": member.role, "line": places.line(member.claim)}
            claim = _flat(claim_row(member.claim)) | {"confidence": finding.confidence}
            rows.append(head | place | {"title": places.title(member.claim.doc)} | claim)
    return rows


def claim_rows(result: Result) -> list[Row]:
    """The rows of the claims table."""
    return [_flat(claim_row(claim)) for claim in result.claims]


def cell(value: Any) -> Any:
    """A value that a spreadsheet shows and does not run: formulas get a leading apostrophe."""
    if not isinstance(value, str):
        return value
    text = one_line(value)
    risky = value.startswith(_FORMULA) or text.startswith(_FORMULA)
    return f"'{text}" if risky and not _PLAIN_NUMBER.fullmatch(value) else text


def _flat(row: Row) -> Row:
    time = row.pop("time") or {"start": None, "end": None, "edtf": None, "basis": None}
    row["restrictors"] = "; ".join(row["restrictors"])
    return row | {f"time_{key}": value for key, value in time.items()}


def _table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    handle = io.StringIO(newline="")
    writer = csv.DictWriter(handle, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in row.items()} for row in rows)
    return handle.getvalue()


_NOTHING = Interval(0, 0)
_BLANK = Claim("", "", 0, 0, "", "", None, "", "level", None, "", "exact", _NOTHING, _NOTHING)
CLAIM_COLUMNS = tuple(_flat(claim_row(_BLANK)))
FINDING_COLUMNS = (
    *("finding", "severity", "confidence", "rule", "message", "difference", "likely_slip", "origins", "status"),
    *("group", "role", "line", "title"),
    *(column for column in CLAIM_COLUMNS if column != "confidence"),
)
