"""What changed between two reports, and what is new against a baseline."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import make
import pytest

from factcheck.cli import main
from factcheck.commands.baseline import read_known, without
from factcheck.commands.diff import at_least, compared, counted
from factcheck.errors import FactcheckError
from factcheck.model import Finding
from factcheck.report import json as json_report


def finding(id: str, severity: str = "conflict") -> Finding:
    return replace(make.result().findings[1], id=id, severity=severity)  # type: ignore[arg-type]


def report(path: Path, *findings: Finding) -> str:
    path.write_text(json_report.render(make.result(findings=list(findings))), "utf-8")
    return str(path)


def test_new_gone_and_changed() -> None:
    old = [finding("a"), finding("b", "tension"), finding("c"), finding("x", "corroboration")]
    new = [finding("a"), finding("b", "conflict"), finding("d", "note"), finding("y", "consistent")]
    changes = compared(old, new)
    assert [one.id for one in changes.new] == ["d"]
    assert [one.id for one in changes.gone] == ["c"]
    assert [(was, one.id) for was, one in changes.changed] == [("tension", "b")]
    assert counted(changes) == "1 new, 1 gone, 1 of another severity, 1 as before."


@pytest.mark.parametrize(
    ("severity", "ids"), [("conflict", ["b"]), ("tension", ["b"]), ("note", ["d", "b"]), ("none", [])]
)
def test_only_what_is_new_or_graver_fails(severity: str, ids: list[str]) -> None:
    changes = compared(
        [finding("b", "tension"), finding("e")], [finding("b"), finding("d", "note"), finding("e", "note")]
    )
    assert [one.id for one in at_least(changes, severity)] == ids


@pytest.mark.parametrize(("options", "code"), [([], 1), (["--fail-on", "none"], 0), (["--format", "json"], 1)])
def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int) -> None:
    old, new = report(tmp_path / "old.json", finding("a")), report(tmp_path / "new.json", finding("a"), finding("b"))
    assert main(["diff", old, new, *options]) == code
    shown = capsys.readouterr()
    if "json" in options:
        assert [row["id"] for row in json.loads(shown.out)["new"]] == ["b"]
    else:
        assert shown.out.startswith("+ conflict Harbour Line: 12 million")
        assert "1 new, 0 gone, 1 as before." in shown.err
    assert main(["diff", new, old]) == 0
    assert main(["diff", old, old, "--format", "markdown"]) == 0


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", "utf-8")
    assert main(["diff", str(tmp_path / "x.json"), str(tmp_path / "x.json")]) == 2
    assert main(["diff", str(tmp_path / "none.json"), str(tmp_path / "none.json")]) == 2


ONE = "By 1 May 2024 Harbour Line had carried 12 million passengers in total.\n"
TWO = "By 1 June 2024 Harbour Line had carried 11.2 million passengers in total.\n"
THREE = "By 1 July 2024 Harbour Line had carried 9.3 million passengers in total.\n"


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    for name, text in (("may.txt", ONE), ("june.txt", TWO)):
        (tmp_path / "articles" / name).write_text(text, "utf-8")
    return tmp_path


def test_a_baseline_hides_what_is_known(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "articles", "-q"]) == 1
    assert main(["baseline", "articles"]) == 0
    assert len(read_known(articles / "factcheck-baseline.json")) == 1
    assert main(["baseline", "articles"]) == 0
    assert "1 known findings left out" in capsys.readouterr().err
    (articles / "articles/july.txt").write_text(THREE, "utf-8")
    assert main(["baseline", "articles"]) == 1
    shown = capsys.readouterr().out
    assert "9.3 million" in shown
    assert main(["baseline", "articles", "--update"]) == 0
    assert main(["baseline", "articles", "--format", "json"]) == 0


def test_a_baseline_can_be_a_report(tmp_path: Path) -> None:
    report(tmp_path / "report.json", finding("a"), finding("z", "corroboration"))
    known = read_known(tmp_path / "report.json")
    assert known == {"a"}
    left = without(make.result(findings=[finding("a"), finding("b"), finding("z", "corroboration")]), known)
    assert [one.id for one in left.findings] == ["b", "z"]
    (tmp_path / "report.json").write_text("[]", "utf-8")
    with pytest.raises(FactcheckError, match="not a baseline"):
        read_known(tmp_path / "report.json")
