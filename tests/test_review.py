"""The desk behind the review page: decisions, undo, contradictions, suppressions, several people, other processes."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import make
import make_desk
import pytest

from factcheck.archive.decision_log import DecisionLog, StaleDecision
from factcheck.archive.decisions import Precision
from factcheck.errors import FactcheckError
from factcheck.report import json as json_report
from factcheck.review.advice import advice
from factcheck.review.desk import Contradiction, Desk
from factcheck.review.queue import Filter, Queue, clusters
from factcheck.review.sources import open_log, open_source

ANN, BEN = "Ann", "Ben"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk.desk(tmp_path, 12, 3)


def test_the_gravest_findings_come_first(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    tension = make.finding(*make.result().claims[:2], id="t", severity="tension")
    path.write_text(json_report.render(make.result(findings=[tension, *make.result().findings])), "utf-8")
    assert [finding.severity for finding in open_source(path).findings] == ["conflict", "tension"]


@pytest.mark.parametrize(
    ("by", "count"),
    [
        (Filter(), 12),
        (Filter(status=""), 12),
        (Filter(status="confirmed"), 0),
        (Filter(severity="conflict"), 5),
        (Filter(rule="same-fact"), 3),
        (Filter(entity="Harbour Line"), 3),
        (Filter(doc="0-spring.txt"), 3),
        (Filter(doc="4-summer.txt"), 1),
        (Filter(q="nordkette SUMMER"), 3),
        (Filter(q="no such words"), 0),
        (Filter(assignee="-"), 12),
        (Filter(assignee=ANN), 0),
        (Filter(q="' OR 1=1 --"), 0),
    ],
)
def test_filters(desk: Desk, by: Filter, count: int) -> None:
    assert desk.queue.count(by) == len(desk.queue.page(by, 0)) == count


def test_neighbours_follow_the_filter(desk: Desk) -> None:
    by = Filter(rule="same-fact")
    assert [item.id for item in desk.queue.page(by, 0)] == ["f00001", "f00005", "f00009"]
    assert desk.queue.after(by, "f00001") == desk.queue.after(by, "f00003") == "f00005"
    assert desk.queue.before(by, "f00001") is None
    assert desk.queue.position(by, "f00009") == 2


def test_findings_on_one_figure_are_a_cluster(desk: Desk) -> None:
    assert [item.id for item in desk.queue.cluster("f00004")] == ["f00003", "f00004", "f00005"]
    a, b, c = make.claim(), make.claim("14 ships"), make.claim("410,000")
    chain = [make.finding(a, b), make.finding(c), make.finding(b, c), make.finding(make.claim(id="x"))]
    assert clusters(chain) == [0, 0, 0, 3]


def test_a_decision_counts_and_comes_back_after_a_restart(desk: Desk) -> None:
    desk.decide(ANN, "confirm", {"f00000": 0}, "seen the annual report")
    again = Desk(desk.source)
    for one in (desk, again):
        assert one.status("f00000") == "confirmed"
        assert one.queue.count(Filter()) == 11
        assert one.ledger.state("f00000").last.why == "seen the annual report"  # type: ignore[union-attr]


def test_all_of_a_cluster_or_nothing(desk: Desk) -> None:
    desk.decide(BEN, "unsure", {"f00001": 0})
    with pytest.raises(StaleDecision, match="Ben has decided meanwhile: unsure"):
        desk.decide(ANN, "dismiss", {"f00000": 0, "f00001": 0, "f00002": 0})
    assert desk.status("f00000") == "open"
    desk.decide(ANN, "dismiss", {"f00000": 0, "f00001": 1, "f00002": 0})
    assert [desk.status(f"f0000{n}") for n in range(4)] == ["dismissed", "dismissed", "dismissed", "open"]


def test_undo_takes_back_a_whole_action_and_only_ones_own(desk: Desk) -> None:
    desk.decide(ANN, "confirm", {"f00005": 0})
    desk.decide(ANN, "dismiss", {"f00000": 0, "f00001": 0})
    desk.decide(BEN, "confirm", {"f00007": 0})
    assert desk.undo_latest(ANN) == "f00000"
    assert [desk.status(id) for id in ("f00000", "f00001", "f00005", "f00007")] == ["open"] * 2 + ["confirmed"] * 2
    assert desk.undo_latest(ANN) == "f00005"
    with pytest.raises(FactcheckError, match="nothing of yours"):
        desk.undo_latest(ANN)
    assert desk.status("f00007") == "confirmed"


def test_undo_does_not_reach_below_what_others_decided_since(desk: Desk) -> None:
    desk.decide(ANN, "confirm", {"f00000": 0})
    desk.note(BEN, "f00000", 1, "called them")
    with pytest.raises(FactcheckError, match="Ben has added to it since"):
        desk.undo_latest(ANN)
    desk.undo(ANN, "f00000", 2)
    assert desk.status("f00000") == "confirmed"


@pytest.mark.parametrize(("first", "second", "warns"), [
    ("confirm", "dismiss", True), ("dismiss", "confirm", True), ("confirm", "confirm", False),
    ("unsure", "confirm", False), ("dismiss", "unsure", False),
])  # fmt: skip
def test_who_contradicts_is_warned_first(desk: Desk, first: str, second: str, warns: bool) -> None:
    desk.decide(ANN, first, {"f00000": 0})  # type: ignore[arg-type]
    if warns:
        with pytest.raises(Contradiction, match=f"Ann said “{first}”"):
            desk.decide(BEN, second, {"f00000": 1})  # type: ignore[arg-type]
    desk.decide(BEN, second, {"f00000": 1}, insist=warns)  # type: ignore[arg-type]
    assert desk.ledger.state("f00000").version == 2


def test_an_old_view_is_refused_before_any_warning(desk: Desk) -> None:
    desk.decide(ANN, "confirm", {"f00000": 0})
    with pytest.raises(StaleDecision):
        desk.decide(BEN, "dismiss", {"f00000": 0})


def test_assignments_can_be_filtered(desk: Desk) -> None:
    desk.assign(ANN, {"f00000": 0, "f00003": 0}, BEN)
    assert [item.id for item in desk.queue.page(Filter(assignee=BEN), 0)] == ["f00000", "f00003"]
    desk.undo_latest(ANN)
    assert desk.queue.count(Filter(assignee=BEN)) == 0


@pytest.mark.parametrize(("scope", "silent"), [("fact", 1), ("pair", 1), ("claim", 3), ("rule", 3)])
def test_a_suppression_silences_its_scope(desk: Desk, scope: str, silent: int) -> None:
    which = {"pair": (0, 1), "claim": (0,)}.get(scope, ())
    desk.suppress(ANN, "f00000", 0, scope, "known", None, which)  # type: ignore[arg-type]
    assert desk.queue.count(Filter(status="suppressed")) == silent
    assert len(desk.silencing(desk.findings["f00000"])) == 1
    desk.undo_latest(ANN)
    assert desk.queue.count(Filter(status="suppressed")) == 0


@pytest.mark.parametrize(
    ("scope", "which"), [("claim", ()), ("claim", (2,)), ("pair", (0,)), ("rule", (0,)), ("claim", (-1,))]
)
def test_a_suppression_names_its_figures(desk: Desk, scope: str, which: tuple[int, ...]) -> None:
    with pytest.raises(FactcheckError, match="name the figures"):
        desk.suppress(ANN, "f00000", 0, scope, "known", None, which)  # type: ignore[arg-type]


def test_a_suppression_ends_on_its_day(tmp_path: Path) -> None:
    source = make_desk.source(tmp_path)
    Desk(source).suppress(ANN, "f00000", 0, "rule", "until the reply", date(2030, 1, 31))
    assert Desk(source, lambda: date(2030, 1, 31)).status("f00000") == "suppressed"
    assert Desk(source, lambda: date(2030, 2, 1)).status("f00000") == "open"


def test_a_suppression_needs_its_reason(desk: Desk) -> None:
    with pytest.raises(FactcheckError, match="needs its reason"):
        desk.suppress(ANN, "f00000", 0, "rule", " ", None)


def test_decisions_of_another_process_are_seen(desk: Desk) -> None:
    code = "import sys\nfrom factcheck.archive.decision_log import DecisionLog as Log\n"
    code += "Log(sys.argv[1]).decide(sys.argv[2], 'confirm', 'Cy')"
    subprocess.run([sys.executable, "-c", code, str(desk.source.log.path), "f00002"], check=True)
    desk.refresh()
    assert desk.status("f00002") == "confirmed"
    with pytest.raises(StaleDecision, match="Cy"):
        desk.decide(ANN, "dismiss", {"f00002": 0})


def test_several_people_at_once_lose_nothing(tmp_path: Path) -> None:
    desk = make_desk.desk(tmp_path, 40)
    refused: list[str] = []

    def work(who: str) -> None:
        for id in desk.findings:
            try:
                desk.decide(who, "confirm", {id: 0})
            except StaleDecision:
                refused.append(id)

    people = [threading.Thread(target=work, args=(who,)) for who in (ANN, BEN)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len(desk.source.log.history()) == len(refused) == 40
    assert {decision.version for decision in desk.source.log.history()} == {1}


def test_precision_follows_decisions_and_undo(desk: Desk) -> None:
    desk.decide(ANN, "confirm", {"f00000": 0, "f00004": 0})
    desk.decide(ANN, "dismiss", {"f00008": 0})
    assert desk.ledger.precision("running-total-fell") == Precision("running-total-fell", 2, 1)
    desk.undo_latest(ANN)
    assert desk.ledger.precision("running-total-fell") == Precision("running-total-fell", 2, 0)


@pytest.mark.parametrize(("right", "wrong", "said"), [
    (0, 0, ""), (1, 6, ""), (1, 9, "mute"), (4, 6, ""), (10, 0, "promote"), (0, 8, "mute"), (7, 1, ""),
    (40, 4, "promote"),
])  # fmt: skip
def test_advice_needs_evidence(right: int, wrong: int, said: str) -> None:
    assert advice(Precision("r", right, wrong)) == said


def test_a_report_is_read_back_with_its_articles(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for document in make.result().documents:
        (tmp_path / document.id).write_text(document.text, "utf-8")
    (tmp_path / "reports/report.json").write_text(json_report.render(make.result()), "utf-8")
    source = open_source(tmp_path / "reports")
    original = make.result().findings[1]
    (finding,) = source.findings
    assert (finding.id, finding.message, finding.gates) == (original.id, original.message, original.gates)
    assert [m.claim.allowed for m in finding.members] == [m.claim.allowed for m in original.members]
    document, claims = source.read("spring.txt")
    assert document.text == make.SPRING
    assert document.title == "Harbour Line sails past twelve million"
    assert [claim.quote for claim in claims] == ["12 million"]
    assert source.log.path == open_log(tmp_path / "reports").path == tmp_path / "reports/decisions.sqlite"


def test_a_report_shows_no_file_that_does_not_hold_its_claims(tmp_path: Path) -> None:
    (tmp_path / "spring.txt").write_text("Something private, and no figures of that report.", "utf-8")
    (tmp_path / "report.json").write_text(json_report.render(make.result()), "utf-8")
    document, claims = open_source(tmp_path / "report.json").read("spring.txt")
    assert document.text == ""
    assert len(claims) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "other"}', '{"schema": "factcheck-report-1"}'])
def test_what_is_no_report_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "report.json").write_text(text, "utf-8")
    with pytest.raises(FactcheckError):
        open_source(tmp_path)


def test_an_archive_is_reviewed_from_its_store(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from factcheck.archive.store import Archive

    archive, result = Archive(tmp_path / "archive"), make.result()
    archive.add(result.documents, result.claims)
    archive.put_findings(result.findings)
    source = open_source(tmp_path / "archive")
    assert [finding.id for finding in source.findings] == ["f1"]
    assert source.titles["summer.txt"] == "Fewer aboard than thought"
    document, claims = source.read("spring.txt")
    assert document.text == make.SPRING
    assert len(claims) == 3
    Desk(source).decide(ANN, "confirm", {"f1": 0})
    assert DecisionLog(archive.decisions.path).state("f1").verdict == "confirm"


def test_a_hostile_queue_is_held(tmp_path: Path) -> None:
    claim = make.claim(doc="\ud800.txt", entity="\ud800")
    finding = make.finding(claim, id="\ud800'; DROP TABLE items; --", rule="\ud800", message="\ud800")
    queue = Queue([finding], {"\ud800.txt": "\ud800"})
    assert queue.count(Filter(q="\ud800")) == 1
    assert queue.page(Filter(), 0)[0].id == "\ufffd'; DROP TABLE items; --"
    assert queue.docs == ["\ufffd.txt"]
