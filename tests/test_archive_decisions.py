"""Decisions: the log, what follows from it, and several writers at once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import make
import pytest

from factcheck.archive.decision_log import DecisionLog, StaleDecision
from factcheck.archive.decisions import (
    Decision,
    contradictions,
    expired,
    judged,
    orphans,
    pair_subject,
    precision,
    states,
)
from factcheck.errors import FactcheckError
from factcheck.model import Finding

TODAY = date(2026, 3, 1)
ANN, BOB = "Ann", "Bob"


@pytest.fixture
def log(tmp_path: Path) -> DecisionLog:
    return DecisionLog(tmp_path / "decisions.sqlite")


def conflict() -> Finding:
    return make.result().findings[1]


def test_nothing_decided_yet(log: DecisionLog) -> None:
    assert log.history() == []
    assert log.state("f1").version == 0
    assert not log.path.exists()


def test_a_decision_comes_back_with_who_when_and_why(log: DecisionLog) -> None:
    recorded = log.decide("f1", "confirm", ANN, "seen the report", rule="same-fact", claims=("a", "b"), at="2026-03-01")
    assert recorded.version == 1
    assert log.history("f1") == [recorded] == log.history()
    assert log.decide("f2", "unsure", BOB).at.endswith("+00:00")


@pytest.mark.parametrize(
    ("verdicts", "verdict", "version"),
    [
        (["confirm"], "confirm", 1),
        (["confirm", "dismiss"], "dismiss", 2),
        (["confirm", "undo"], None, 2),
        (["confirm", "dismiss", "undo"], "confirm", 3),
        (["confirm", "note", "undo"], "confirm", 3),
        (["confirm", "dismiss", "undo", "undo"], None, 4),
        (["unsure", "assign"], "unsure", 2),
    ],
)
def test_the_state_of_a_finding(log: DecisionLog, verdicts: list[str], verdict: str | None, version: int) -> None:
    for item in verdicts:
        log.decide("f1", item, ANN, "a note", assignee=BOB)  # type: ignore[arg-type]
    state = log.state("f1")
    assert (state.verdict, state.version) == (verdict, version)
    assert state.notes == ()
    assert state.assignee == (BOB if "assign" in verdicts else "")


def test_undo_of_nothing_and_empty_decisions_are_refused(log: DecisionLog) -> None:
    with pytest.raises(FactcheckError, match="nothing to undo"):
        log.undo("f1", ANN)
    for verdict, who in (("suppress", ANN), ("note", ANN), ("assign", ANN), ("confirm", ""), ("nod", ANN)):
        with pytest.raises(FactcheckError):
            log.decide("f1", verdict, who)  # type: ignore[arg-type]
    assert log.history() == []


def test_the_log_cannot_be_rewritten(log: DecisionLog) -> None:
    log.decide("f1", "confirm", ANN)
    connection = sqlite3.connect(log.path)
    for statement in ("UPDATE decisions SET who = 'x'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)


def test_who_decided_on_an_old_view_is_told(log: DecisionLog) -> None:
    log.decide("f1", "confirm", ANN, expected=0)
    with pytest.raises(StaleDecision, match="Ann has decided meanwhile: confirm") as raised:
        log.decide("f1", "dismiss", BOB, expected=0)
    assert raised.value.now.version == 1
    log.decide("f1", "dismiss", BOB, expected=1)
    assert [(a.who, b.who) for a, b in contradictions(log.history())] == [(ANN, BOB)]
    log.undo("f1", BOB)
    assert contradictions(log.history()) == []


WRITER = """
import sys
from factcheck.archive.decision_log import DecisionLog, StaleDecision
log, done = DecisionLog(sys.argv[1]), 0
while done < 15:
    try:
        log.decide("f1", "note", sys.argv[2], "text", expected=log.state("f1").version)
        done += 1
    except StaleDecision:
        pass
"""


def test_several_writers_lose_nothing(log: DecisionLog) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(log.path), str(i)]) for i in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert [decision.version for decision in log.history("f1")] == list(range(1, 46))


def test_a_log_that_another_writer_is_just_making_is_waited_for(log: DecisionLog) -> None:
    with closing(sqlite3.connect(log.path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("CREATE TABLE other (cell)")
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO other VALUES (1)")
        made = threading.Timer(0.2, other.execute, ("COMMIT",))
        made.start()
        assert log.decide("f1", "confirm", ANN).version == 1
        made.join()


def test_reading_goes_on_while_somebody_writes(log: DecisionLog) -> None:
    log.decide("f1", "confirm", ANN)
    with log._writing() as connection:
        connection.execute("SELECT 1")
        assert log.state("f1").verdict == "confirm"


def test_lines_out_and_in_again(log: DecisionLog, tmp_path: Path) -> None:
    log.decide("f1", "confirm", ANN, "é", claims=("a",))
    log.decide("same-fact", "suppress", BOB, "too noisy", scope="rule", expires=date(2026, 4, 1))
    lines = list(log.export_lines())
    other = DecisionLog(tmp_path / "other.sqlite")
    assert other.import_lines(lines) == 2
    assert other.import_lines(lines) == 0
    assert other.history() == log.history()
    other.decide("f1", "dismiss", BOB)
    assert log.import_lines(other.export_lines()) == 1
    assert log.state("f1").verdict == "dismiss"
    with pytest.raises(FactcheckError, match="decisions:2: not a decision"):
        log.import_lines([lines[0], '{"who": 1}\n'])


SUPPRESSIONS = [
    ("finding", "f1", True),
    ("finding", "f2", False),
    ("fact", "f1", True),
    ("rule", "running-total-fell", True),
    ("rule", "same-fact", False),
    ("claim", "spring.txt-12 million", True),
    ("claim", "spring.txt-14 ships", False),
    ("pair", pair_subject("summer.txt-11.2 million", "spring.txt-12 million"), True),
    ("pair", pair_subject("summer.txt-11.2 million", "other"), False),
]


@pytest.mark.parametrize(("scope", "subject", "silent"), SUPPRESSIONS)
def test_suppressions(scope: str, subject: str, silent: bool) -> None:
    decision = Decision(subject, "suppress", ANN, "2026-01-01", "known", scope=scope, version=1)  # type: ignore[arg-type]
    findings, unused = judged([conflict()], [decision], TODAY)
    assert findings[0].status == ("suppressed" if silent else "open")
    assert unused == ([] if silent else [decision])


@pytest.mark.parametrize(("expires", "status"), [(TODAY, "suppressed"), (date(2026, 2, 28), "open")])
def test_suppressions_expire(expires: date, status: str) -> None:
    decision = Decision("f1", "suppress", ANN, "2026-01-01", "until the reply", version=1, expires=expires)
    findings, _ = judged([conflict()], [decision], TODAY)
    assert findings[0].status == status
    assert expired([decision], TODAY) == ([decision] if status == "open" else [])


def test_judged_findings_carry_their_status(log: DecisionLog) -> None:
    log.decide("f1", "dismiss", ANN)
    assert judged([conflict()], log.history(), TODAY)[0][0].status == "dismissed"
    log.undo("f1", ANN)
    assert judged([conflict()], log.history(), TODAY)[0][0].status == "open"


def test_decisions_whose_finding_is_gone_are_listed(log: DecisionLog) -> None:
    log.decide("f1", "confirm", ANN)
    log.decide("gone", "confirm", ANN)
    log.decide("taken back", "confirm", ANN)
    log.undo("taken back", ANN)
    log.decide("spring.txt-12 million", "suppress", ANN, "known", scope="claim")
    log.decide("some-rule", "suppress", ANN, "noisy", scope="rule")
    assert [state.subject for state in orphans(log.history(), [conflict()])] == ["gone"]


def test_precision_of_each_rule(log: DecisionLog) -> None:
    for i, (rule, verdict) in enumerate(
        [("a", "confirm"), ("a", "confirm"), ("a", "dismiss"), ("a", "unsure"), ("b", "suppress"), ("c", "unsure")]
    ):
        log.decide(f"f{i}", verdict, ANN, "why", rule=rule)  # type: ignore[arg-type]
    log.decide("f2", "confirm", BOB, rule="a")
    log.decide("b", "suppress", ANN, "noisy", scope="rule", rule="b")
    assert [(p.rule, p.confirmed, p.dismissed, p.share) for p in precision(log.history())] == [
        ("a", 3, 0, 1.0),
        ("b", 0, 1, 0.0),
    ]


def test_states_of_all_subjects(log: DecisionLog) -> None:
    log.decide("f1", "confirm", ANN)
    log.decide("f2", "note", ANN, "look again")
    assert {subject: state.verdict for subject, state in log.states().items()} == {"f1": "confirm", "f2": None}
    assert states([replace(d, version=0) for d in log.history()])["f2"].notes == ("look again",)
