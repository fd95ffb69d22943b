"""factcheck archive, check --against, export and import."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.against import compatible_regions, related_metrics
from factcheck.archive.keys import key_of
from factcheck.archive.store import Archive
from factcheck.archive.transfer import export_lines, export_parquet, import_folder
from factcheck.cli import main
from factcheck.compare.engine import compare
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.lawbook import load_laws
from factcheck.config import Options
from factcheck.errors import FactcheckError
from factcheck.model import Finding
from factcheck.pipeline import load_rules

MAY = "By 1 May 2024 Harbour Line had carried 12 million passengers in total."
JUNE = "By 1 June 2024 Harbour Line had carried 11.2 million passengers in total."


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one kept article and a draft that contradicts it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "may.txt").write_text(f"2 May 2024\n\n{MAY}\n")
    (tmp_path / "draft.txt").write_text(f"2 June 2024\n\n{JUNE}\n")
    assert main(["archive", "add", "kept", "articles", "-q"]) == 0
    return tmp_path


def test_a_draft_meets_what_is_known(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in Path("kept").rglob("*"))
    assert main(["check", "draft.txt", "--against", "kept", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [{claim["quote"] for claim in finding["claims"]} for finding in report["findings"]] == [
        {"12 million", "11.2 million"}
    ]
    assert sorted((path, path.stat().st_mtime_ns) for path in Path("kept").rglob("*")) == before


def test_the_archived_draft_is_not_its_own_rival(newsroom: Path) -> None:
    assert main(["archive", "add", "kept", "draft.txt", "-q"]) == 0
    Path("draft.txt").write_text(f"2 June 2024\n\n{JUNE.replace('11.2', '12.3')}\n")
    assert main(["check", "draft.txt", "--against", "kept", "-q"]) == 0


def test_what_editors_dismissed_is_left_out(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "draft.txt", "--against", "kept", "--format", "json", "-q"])
    finding = json.loads(capsys.readouterr().out)["findings"][0]
    Archive("kept").decisions.decide(finding["id"], "dismiss", "Ann", "another counter", rule=finding["rule"])
    assert main(["check", "draft.txt", "--against", "kept", "-q"]) == 0
    assert main(["check", "draft.txt", "--against", "kept", "--all", "-q"]) == 1


def test_all_that_is_kept_is_compared(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "check", "kept", "-q"]) == 0
    assert main(["archive", "add", "kept", "draft.txt"]) == 0
    assert "1 new articles, 0 changed, 0 known already; 1 claims added" in capsys.readouterr().err
    assert main(["archive", "check", "kept", "-q", "--fail-on", "none"]) == 0
    assert main(["archive", "check", "kept", "-q"]) == 1
    assert [finding.rule for finding in Archive("kept").findings()] == ["running-total-fell"]


def test_a_silent_change_is_shown_on_request(newsroom: Path) -> None:
    long = "The ferry company said on Thursday that its fourteen ships had run without a single break this spring."
    for figure in ("12", "14"):
        text = f"2 May 2024\n\n{MAY.replace('12', figure)} {long}\n\n{long}\n"
        Path("articles/may.txt").write_text(text)
        assert main(["archive", "add", "kept", "articles", "-q"]) == 0
    assert main(["archive", "check", "kept", "-q"]) == 0
    main(["archive", "check", "kept", "-q", "--versions"])
    quotes = {frozenset(m.claim.quote for m in f.members) for f in Archive("kept").findings()}
    assert frozenset({"12 million", "14 million"}) in quotes


def test_counts(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "stats", "kept", "--format", "json"]) == 0
    stats = json.loads(capsys.readouterr().out)
    assert (stats["documents"], stats["claims"], stats["entities"]) == (1, 1, {"Harbour Line": 1})
    assert main(["archive", "stats", "kept"]) == 0
    assert "1 articles, and 0 earlier versions" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_out_and_in_again(newsroom: Path, form: str) -> None:
    Path("articles/may.txt").write_text(f"2 May 2024\n\n{MAY.replace('12', '13')}\n")
    main(["archive", "add", "kept", "articles", "draft.txt", "-q"])
    main(["archive", "check", "kept", "-q"])
    Archive("kept").decisions.decide("f1", "confirm", "Ann")
    assert main(["archive", "export", "kept", "out", "--format", form]) == 0
    assert main(["archive", "import", "copy", "out"]) == 0
    assert main(["archive", "import", "copy", "out"]) == 0
    assert everything(Archive("copy")) == everything(Archive("kept"))
    with pytest.raises(FactcheckError, match="there already"):
        raise_error(["archive", "export", "kept", "out"])


def raise_error(arguments: list[str]) -> None:
    from factcheck.cli import parser
    from factcheck.commands.archive import run

    run(parser().parse_args(arguments))


def everything(archive: Archive) -> list[object]:
    versions = [(old.document, new.document, old.claims, new.claims) for old, new in archive.versions()]
    documents = sorted(archive.documents(superseded=True), key=lambda document: document.text)
    claims = sorted(archive.claims(superseded=True), key=lambda claim: (claim.doc, claim.start, claim.quote))
    return [documents, claims, archive.findings(), archive.decisions.history(), versions]


def test_exports_are_plain_tables(newsroom: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    export_parquet(Archive("kept"), tmp_path / "tables")
    export_lines(Archive("kept"), tmp_path / "lines")
    for source in ("tables/claims.parquet", "lines/claims.jsonl"):
        rows = duckdb.sql(f"SELECT entity, metric, value FROM '{tmp_path / source}'").fetchall()
        assert rows == [("Harbour Line", "passengers", 12e6)]


def test_what_is_no_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="no exported archive here"):
        import_folder(Archive(tmp_path / "a"), tmp_path)
    (tmp_path / "documents.jsonl").write_text('{"id"')
    with pytest.raises(FactcheckError, match=r"documents\.jsonl:1: not JSON"):
        import_folder(Archive(tmp_path / "a"), tmp_path)


def test_the_laws_say_which_metrics_meet() -> None:
    laws, _ = load_laws(load_rules(Options()), all_comparisons())
    related = related_metrics(laws.values())
    assert related["dau"] == {"mau", "wau"}
    assert "passengers" not in related


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [("FR", "FR", True), ("FR", "150", True), ("FR", None, True), (None, "world", True), ("FR", "DE", False)],
)
def test_regions_that_can_meet(a: str | None, b: str | None, meet: bool) -> None:
    assert compatible_regions(a, b) is compatible_regions(b, a) is meet


def test_without_an_archive(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "draft.txt", "--against", "nowhere"]) == 2
    assert "no archive here" in capsys.readouterr().err


def test_sql_over_the_archive(newsroom: Path) -> None:
    pytest.importorskip("duckdb")
    from factcheck.archive.sql import connect

    Path("articles/may.txt").write_text(f"2 May 2024\n\n{MAY.replace('12', '13')}\n")
    main(["archive", "add", "kept", "articles", "-q"])
    sql = connect(Archive("kept"))
    assert sql.sql("SELECT value FROM claims").fetchall() == [(13e6,)]
    assert sql.sql("SELECT count(*) FROM all_claims").fetchall() == [(2,)]
    assert sql.sql("SELECT count(*) FROM documents d JOIN claims c ON d.id = c.doc").fetchall() == [(1,)]
    assert sql.sql("SELECT count(*) FROM findings").fetchall() == [(0,)]


def told(capsys: pytest.CaptureFixture[str], *paths: str) -> dict[str, list[dict[str, object]]]:
    capsys.readouterr()
    assert main(["archive", "add", "kept", *paths, "-q", "--format", "json"]) == 0
    found: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return found


def test_what_is_added_makes_changes_and_takes_back_findings(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = told(capsys, "draft.txt")
    assert [row["rule"] for row in first["new"]] == ["running-total-fell"]
    assert Archive("kept").findings() == kept_if_checked()
    Path("draft.txt").write_text(f"2 June 2024\n\n{JUNE.replace('11.2', '10.3')}\n")
    second = told(capsys, "draft.txt")
    assert [(row["was"]["severity"], row["finding"]["severity"]) for row in second["changed"]] == [
        ("conflict", "conflict")
    ]
    assert [(row["before"], row["after"]) for row in second["altered"]] == [("11.2 million", "10.3 million")]
    assert Archive("kept").findings() == kept_if_checked()
    Path("draft.txt").write_text(f"2 June 2024\n\n{JUNE.replace('11.2', '13.4')}\n")
    third = told(capsys, "draft.txt")
    assert (third["new"], third["changed"], len(third["retracted"])) == ([], [], 1)
    assert Archive("kept").findings() == kept_if_checked() == []
    assert Archive("kept").stats().findings == 0


def kept_if_checked() -> list[Finding]:
    """The findings of all that is kept, compared anew, in the order in which an archive gives them."""
    archive, rulebook = Archive("kept"), load_rules(Options())
    return sorted(compare(list(archive.claims()), list(archive.documents()), rulebook), key=lambda f: key_of(f.id))


def test_what_comes_back_is_in_force_again(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for figure in ("11.2", "13.4", "11.2\n\nMore"):
        Path("draft.txt").write_text(f"2 June 2024\n\n{JUNE.replace('11.2', figure[:4])}\n{figure[4:]}")
        told(capsys, "draft.txt")
    assert [finding.rule for finding in Archive("kept").findings()] == ["running-total-fell"]
    assert told(capsys, "draft.txt")["new"] == []


def test_lines_tell_what_changed(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "add", "kept", "draft.txt"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("+ conflict Harbour Line: 12 million")
    assert "draft.txt" in shown.out
    assert "findings: 1 new, 0 changed, 0 retracted" in shown.err
    Path("draft.txt").write_text(f"2 June 2024\n\n{JUNE.replace('11.2', '13.4')}\n")
    assert main(["archive", "add", "kept", "draft.txt"]) == 0
    shown = capsys.readouterr()
    assert "- no conflict now: Harbour Line" in shown.out
    assert "* “11.2 million” is “13.4 million” now (draft.txt)" in shown.out
    assert "findings: 0 new, 0 changed, 1 retracted" in shown.err


def test_a_dismissed_finding_is_not_told_again(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = told(capsys, "draft.txt")["new"][0]
    Archive("kept").decisions.decide(str(row["id"]), "dismiss", "Ann", "another counter", rule=str(row["rule"]))
    Path("draft.txt").write_text(f"2 June 2024\n\n{JUNE.replace('11.2', '13.4')}\n")
    assert told(capsys, "draft.txt")["retracted"] == []


def test_articles_can_be_kept_without_a_comparison(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "add", "kept", "draft.txt", "--no-compare"]) == 0
    shown = capsys.readouterr()
    assert (shown.out, "findings" in shown.err) == ("", False)
    assert Archive("kept").findings() == []
