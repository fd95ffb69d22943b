"""The log of decisions: append-only, in SQLite, many writers and readers at once."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factcheck.archive.decision_rows import COLUMNS, cells_of, check, decision_of, parsed
from factcheck.archive.decisions import Decision, State, Verdict, effective, state, states
from factcheck.errors import FactcheckError, Problem

_SCHEMA = """
CREATE TABLE IF NOT EXISTS decisions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL, version INTEGER NOT NULL, verdict TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
  why TEXT NOT NULL, rule TEXT NOT NULL, claims TEXT NOT NULL, scope TEXT NOT NULL, assignee TEXT NOT NULL,
  expires TEXT, UNIQUE (subject, version));
CREATE TRIGGER IF NOT EXISTS never_changed BEFORE UPDATE ON decisions
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS never_removed BEFORE DELETE ON decisions
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
"""
_INSERT = f"INSERT INTO decisions ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM decisions"
_SELECT_NUMBERED = f"SELECT {', '.join(COLUMNS)}, number FROM decisions"
_WAIT, _AGAIN = 10.0, 0.01  # seconds for which a lock is waited for, and between two attempts


class StaleDecision(FactcheckError):
    """Raised where somebody else decided since the caller last looked; carries the state as it is now."""

    def __init__(self, now: State) -> None:
        who = now.last.who if now.last else "somebody"
        message = f"{who} has decided meanwhile: {now.verdict or 'a note or an assignment'}"
        super().__init__(Problem(now.subject, message, hint="look at it again, then decide", stage="review"))
        self.now = now


class DecisionLog:
    """The decisions in an SQLite file, which is made by the first one."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def record(self, decision: Decision, expected: int | None = None) -> Decision:
        """Adds a decision and returns it with its version; StaleDecision where the subject is not at `expected`."""
        versions = {} if expected is None else {decision.subject: expected}
        return self.record_all([decision], versions)[0]

    def record_all(self, decisions: Sequence[Decision], expected: Mapping[str, int]) -> list[Decision]:
        """Adds decisions, all of them or none, and returns them with versions; `expected` gives those of subjects."""
        for decision in decisions:
            check(decision)
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with self._writing() as connection:
            return [_record(connection, replace(d, at=d.at or now), expected.get(d.subject)) for d in decisions]

    def decide(
        self, subject: str, verdict: Verdict, who: str, why: str = "", *, expected: int | None = None, **rest: Any
    ) -> Decision:
        """Adds a decision from its parts; `rest` are further fields of Decision."""
        return self.record(Decision(subject, verdict, who, rest.pop("at", ""), why, **rest), expected)

    def undo(self, subject: str, who: str, why: str = "", *, expected: int | None = None, at: str = "") -> Decision:
        """Takes back the latest decision on a subject that still holds."""
        return self.record(Decision(subject, "undo", who, at, why), expected)

    def history(self, subject: str | None = None) -> list[Decision]:
        """All decisions, or those on a subject, oldest first."""
        if not self.path.exists():
            return []
        with closing(self._connect()) as connection:
            return _history(connection, subject)

    def after(self, number: int) -> tuple[int, list[Decision]]:
        """The decisions since the one of that number, oldest first, and the number of the last."""
        if not self.path.exists():
            return number, []
        with closing(self._connect()) as connection:
            rows = _rows(connection, f"{_SELECT_NUMBERED} WHERE number > ? ORDER BY number", (number,))
        return (rows[-1][-1] if rows else number), list(map(decision_of, rows))

    def state(self, subject: str) -> State:
        """How a subject stands."""
        return state(subject, self.history(subject))

    def states(self) -> dict[str, State]:
        """How every subject stands."""
        return states(self.history())

    def export_lines(self) -> Iterator[str]:
        """The log as JSON Lines."""
        for decision in self.history():
            row = asdict(decision) | {"expires": decision.expires and decision.expires.isoformat()}
            yield json.dumps(row, ensure_ascii=False) + "\n"

    def import_lines(self, lines: Iterable[str], name: str = "decisions") -> int:
        """Adds the decisions that the log does not have yet, and returns how many; all of them or none."""
        given = [parsed(line, number, name) for number, line in enumerate(lines, 1) if line.strip()]
        with self._writing() as connection:
            every = _history(connection, None)
            known = {replace(decision, version=0) for decision in every}
            versions: dict[str, int] = {decision.subject: decision.version for decision in every}
            fresh = [decision for decision in given if replace(decision, version=0) not in known]
            for decision in fresh:
                version = versions[decision.subject] = versions.get(decision.subject, 0) + 1
                connection.execute(_INSERT, cells_of(replace(decision, version=version)))
        return len(fresh)

    def _connect(self) -> sqlite3.Connection:
        try:
            return sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
        except sqlite3.Error as error:
            problem = Problem(str(self.path), f"the log of decisions cannot be opened: {error}", stage="review")
            raise FactcheckError(problem) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction that no other writer's can come between."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as connection:
            _write_ahead(connection)
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("BEGIN IMMEDIATE")
            try:
                for statement in _statements():
                    connection.execute(statement)
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Sets the journal that lets others read meanwhile; SQLite refuses at once where a new log is just being made."""
    end = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_AGAIN)
        else:
            return


def _statements() -> Sequence[str]:
    return [f"CREATE {part}" for part in _SCHEMA.split("CREATE ")[1:]]


def _record(connection: sqlite3.Connection, decision: Decision, expected: int | None) -> Decision:
    history = _history(connection, decision.subject)
    if expected is not None and len(history) != expected:
        raise StaleDecision(state(decision.subject, history))
    if decision.verdict == "undo" and not effective(history):
        raise FactcheckError(Problem(decision.subject, "nothing to undo", stage="review"))
    recorded = replace(decision, version=len(history) + 1)
    connection.execute(_INSERT, cells_of(recorded))
    return recorded


def _history(connection: sqlite3.Connection, subject: str | None) -> list[Decision]:
    if subject is None:
        return list(map(decision_of, _rows(connection, f"{_SELECT} ORDER BY number", ())))
    return list(map(decision_of, _rows(connection, f"{_SELECT} WHERE subject = ? ORDER BY number", (subject,))))


def _rows(connection: sqlite3.Connection, query: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):  # made by a process that was killed before its first decision
            return []
        raise
