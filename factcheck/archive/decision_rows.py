"""Decisions as rows of the log and as lines of JSON, and what makes one complete."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from factcheck.archive.decisions import SCOPES, VERDICTS, Decision
from factcheck.errors import FactcheckError, Problem

COLUMNS = (
    "subject", "version", "verdict", "who", "at", "why", "rule", "claims", "scope", "assignee", "expires",
)  # fmt: skip


def decision_of(row: Sequence[Any]) -> Decision:
    """The decision of a row of the log."""
    return _decision(dict(zip(COLUMNS, row, strict=False)))


def cells_of(decision: Decision) -> list[Any]:
    """The row of a decision."""
    row = asdict(decision) | {"expires": decision.expires and decision.expires.isoformat()}
    row["claims"] = json.dumps(row["claims"])
    return [_storable(row[name]) for name in COLUMNS]


def parsed(line: str, number: int, name: str) -> Decision:
    """The decision of a line of JSON; an error that says which line where it is none."""
    try:
        decision = _decision(json.loads(line))
        check(decision)
    except (ValueError, TypeError, KeyError) as error:
        raise FactcheckError(Problem(name, f"not a decision: {error}", line=number, stage="review")) from error
    return decision


def check(decision: Decision) -> None:
    """An error where a decision says nothing that can be acted on."""
    lacking = {
        f"no verdict {decision.verdict!r}": decision.verdict in VERDICTS,
        f"no scope {decision.scope!r}": decision.scope in SCOPES,
        "nobody decided": bool(decision.who),
        "a suppression needs its reason": decision.verdict != "suppress" or bool(decision.why),
        "a note needs its text": decision.verdict != "note" or bool(decision.why),
        "an assignment needs its assignee": decision.verdict != "assign" or bool(decision.assignee),
    }
    for message, fine in lacking.items():
        if not fine:
            raise FactcheckError(Problem(decision.subject, message, stage="review"))


def _storable(value: Any) -> Any:
    """A value that SQLite can hold: a lone surrogate becomes a question mark."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _decision(row: dict[str, Any]) -> Decision:
    claims = json.loads(row["claims"]) if isinstance(row["claims"], str) else row["claims"]
    expires = date.fromisoformat(row["expires"]) if row.get("expires") else None
    return Decision(**row | {"claims": tuple(claims), "expires": expires})
