"""The formats that other programs read: SARIF, GitHub annotations, spreadsheets, web annotations."""

import io
import json
import re
import sys
import zipfile

import make
import pytest

from factcheck.errors import FactcheckError, Problem
from factcheck.report import github, sarif, webannotation, xlsx


@pytest.fixture
def run():
    log = json.loads(sarif.render(make.result(problems=[Problem("gone.txt", "not found", stage="read")])))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_every_sarif_result_has_a_rule_a_place_and_the_other_side(run):
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    (result,) = run["results"]
    assert rules[result["ruleIndex"]] == result["ruleId"] == "running-total-fell"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "spring.txt"
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 97,
        "endLine": 3,
        "endColumn": 107,
        "snippet": {"text": "12 million"},
    }
    assert "“11.2 million” (summer.txt:3) [1](1)" in result["message"]["text"]
    assert result["relatedLocations"][0]["id"] == 1
    assert result["partialFingerprints"] == {"finding/v1": "f1"}


def test_sarif_tells_what_could_not_be_read(run):
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == "not found"


@pytest.mark.parametrize(
    ("doc", "uri"),
    [
        ("a b/ü.txt", "a%20b/%C3%BC.txt"),
        ("/abs/x.txt", "abs/x.txt"),
        ("../up.txt", "up.txt"),
        (r"win\x.txt", "win/x.txt"),
        ("-", "-"),
        ("javascript:alert(1).txt", "javascript%3Aalert%281%29.txt"),
    ],
)
def test_sarif_paths_are_relative_and_escaped(doc, uri):
    assert sarif.relative_uri(doc) == uri


def test_sarif_gives_no_lines_for_files_whose_lines_are_others():
    claim = make.claim(article=make.document("paper.pdf"))
    log = json.loads(sarif.render(make.result(documents=[], claims=[claim], findings=[make.finding(claim)])))
    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "snippet": {"text": "12 million"}}


def test_github_annotations_are_one_line_each():
    (line,) = github.render(make.result()).splitlines()
    assert line.startswith(
        "::error file=spring.txt,line=3,endLine=3,col=97,endColumn=107,title=Conflict%3A Running total fell::Harbour"
    )
    assert "%0Aagainst “11.2 million” (summer.txt:3)" in line


def test_a_workbook_holds_findings_claims_and_coverage():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(make.result())))
    assert book.sheetnames == ["Findings", "Claims", "Coverage", "Problems", "Legend"]
    assert book["Findings"].max_row == 5
    assert book["Claims"]["A1"].value == "id"


def test_the_same_result_gives_the_same_workbook():
    pytest.importorskip("openpyxl")
    book = xlsx.render(make.result())
    assert book == xlsx.render(make.result())
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        dates = re.findall(rb">(\d{4})-\d\d-\d\dT", archive.read("docProps/core.xml"))
    assert dates == [b"1980", b"1980"]


def test_a_missing_openpyxl_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(FactcheckError, match=r"factcheck\[xlsx\]"):
        xlsx.render(make.result())


def test_web_annotations_quote_their_targets():
    page = json.loads(webannotation.render(make.result()))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    claim, *_, finding = page["items"]
    position, quote = claim["target"]["selector"]
    assert (position["start"], position["end"]) == (136, 146)
    assert quote["prefix"].endswith("had carried ")
    assert finding["motivation"] == "assessing"
    assert len(finding["target"]) == 2
