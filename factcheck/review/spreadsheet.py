"""Decisions read back from the spreadsheet: the status that an editor chose from the drop-down, and the reason."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.archive.decisions import Verdict
from factcheck.errors import FactcheckError, Problem
from factcheck.report.xlsx import EXPORTED, SHEET
from factcheck.review.desk import Contradiction, Desk
from factcheck.review.queue import storable

VERDICTS: dict[str, Verdict] = {"confirmed": "confirm", "dismissed": "dismiss", "unsure": "unsure"}
_NEEDED = ("finding", "status", "reason", EXPORTED)


@dataclass(slots=True)
class Imported:
    """What an import did."""

    decided: int = 0
    known: int = 0  # the desk said so already
    unknown: list[str] = field(default_factory=list)  # findings that are not in this queue
    skipped: list[str] = field(default_factory=list)  # and why

    def lines(self) -> list[str]:
        """The same, a sentence each."""
        said = [f"{self.decided:,} decision{'' if self.decided == 1 else 's'} taken in."]
        said += [f"{self.known:,} known already."] if self.known else []
        said += [f"{len(self.unknown):,} about findings that are not in this queue."] if self.unknown else []
        return said + self.skipped


@dataclass(frozen=True, slots=True)
class Choice:
    """What a spreadsheet says of a finding: its status when exported and as chosen."""

    id: str
    before: str
    now: str
    why: str


def take_in(desk: Desk, content: bytes, who: str, name: str = "spreadsheet") -> Imported:
    """Records what was chosen; a finding on which the desk decided since the export is left as it is."""
    done = Imported()
    for choice in choices(content, name):
        if choice.id not in desk.findings:
            done.unknown.append(choice.id)
        elif desk.status(choice.id) == choice.now:
            done.known += 1
        elif desk.status(choice.id) != choice.before:
            last = desk.ledger.state(choice.id).last
            said = f"{last.who} said “{desk.status(choice.id)}” since" if last else "it changed since"
            done.skipped.append(f"{_short(desk, choice.id)}: left as it is, {said} the spreadsheet was exported.")
        else:
            _record(desk, choice, who, done)
    return done


def choices(content: bytes, name: str = "spreadsheet") -> Iterator[Choice]:
    """The findings whose status differs from the one that was exported, or that got a reason with a status."""
    rows = _rows(content, name)
    by_finding: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        if row["finding"]:
            by_finding.setdefault(row["finding"], []).append(row)
    for id, lines in by_finding.items():
        changed = [row for row in lines if row["status"].casefold() != row[EXPORTED].casefold()]
        chosen = sorted({row["status"].casefold() for row in changed})
        if len(chosen) > 1:
            message = f"{id} is both {' and '.join(chosen)}"
            raise FactcheckError(Problem(name, message, hint="give all its rows one status", stage="review"))
        if not chosen:
            continue
        if chosen[0] not in (*VERDICTS, "open"):
            hint = f"choose one of open, {', '.join(VERDICTS)}"
            raise FactcheckError(Problem(name, f"{id}: no status {chosen[0]!r}", hint=hint, stage="review"))
        why = next((row["reason"] for row in (*changed, *lines) if row["reason"]), "")
        yield Choice(storable(id), changed[0][EXPORTED].casefold(), chosen[0], why)


def _record(desk: Desk, choice: Choice, who: str, done: Imported) -> None:
    version = desk.ledger.state(choice.id).version
    try:
        if choice.now == "open":
            desk.undo(who, choice.id, version)
        else:
            desk.decide(who, VERDICTS[choice.now], {choice.id: version}, choice.why)
        done.decided += 1
    except Contradiction as against:
        first = against.earlier[0]
        message = f"left as it is, {first.who} said “{first.verdict}” before; decide it on the page."
        done.skipped.append(f"{_short(desk, choice.id)}: {message}")
    except FactcheckError as error:
        done.skipped.append(f"{_short(desk, choice.id)}: {error.problem.message}.")


def _rows(content: bytes, name: str) -> list[dict[str, str]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        lines = book[SHEET].iter_rows(values_only=True)
        header = [_text(cell).replace(" ", "_") for cell in next(lines, ())]
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise _unreadable(name, "not a spreadsheet with the sheet Findings") from error
    except Exception as error:  # a damaged file: zipfile and the XML parsers each raise their own
        raise _unreadable(name, f"cannot be read as a spreadsheet: {error}") from error
    if lacking := [column for column in _NEEDED if column not in header]:
        raise _unreadable(name, f"no column {lacking[0]!r}")
    return [{key: _text(cell) for key, cell in zip(header, line, strict=False)} for line in lines]


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def _short(desk: Desk, id: str) -> str:
    message = desk.findings[id].message
    return message if len(message) <= 80 else message[:79] + "…"


def _unreadable(name: str, message: str) -> FactcheckError:
    hint = "export it anew, and keep its columns"
    return FactcheckError(Problem(name, message, hint=hint, stage="review"))
