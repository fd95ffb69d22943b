"""The library as a script or a notebook uses it."""

import subprocess
import sys

import pytest

import factcheck
from factcheck import Document, FactcheckError, Options

SPRING = "2 May 2024\n\nHarbour Line had 500,000 passengers in April 2024, according to the Quay Gazette.\n"
SUMMER = "2 June 2024\n\nHarbour Line had 300,000 passengers in April 2024, according to the Quay Gazette.\n"


@pytest.fixture(scope="module")
def answer():
    return factcheck.check([Document("spring", "spring", SPRING), Document("summer", "summer", SUMMER, lang="en")])


def test_documents_can_be_given_as_such(answer):
    assert [document.lang for document in answer.documents] == ["en", "en"]
    assert [finding.severity for finding in answer.findings] == ["tension"]


def test_one_path_needs_no_list(tmp_path):
    (tmp_path / "spring.txt").write_text(SPRING)
    assert factcheck.extract_claims(tmp_path).claims == factcheck.extract_claims([tmp_path / "spring.txt"]).claims != []


def test_claims_can_be_compared_on_their_own(answer):
    again = factcheck.compare_claims(answer.claims, answer.documents)
    assert again.findings == answer.findings


def test_claims_as_a_table(answer):
    table = answer.to_arrow()
    assert table.num_rows == len(answer.claims)
    assert table.column("value").to_pylist() == [500_000, 300_000]
    assert {str(table.schema.field(name).type) for name in ("value", "high")} == {"double"}


def test_findings_as_a_table(answer):
    table = answer.to_arrow("findings")
    assert table.num_rows == sum(len(finding.members) for finding in answer.findings) > 0
    assert set(table.column("quote").to_pylist()) == {"500,000", "300,000"}


def test_an_empty_answer_keeps_its_columns(answer):
    empty = factcheck.compare_claims([])
    assert empty.to_arrow("findings").schema == answer.to_arrow("findings").schema


def test_a_data_frame_where_pandas_is_installed(answer):
    assert list(answer.to_pandas()["value"]) == [500_000, 300_000]


def test_a_missing_package_is_named(answer, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(FactcheckError, match="pandas"):
        answer.to_pandas()


def test_an_unknown_table_is_an_error(answer):
    with pytest.raises(ValueError, match="claims"):
        answer.to_arrow("everything")


def test_a_notebook_shows_the_report(answer):
    shown = answer._repr_html_()
    assert shown.startswith("<iframe ")
    assert "500,000" in shown
    assert "<script>" not in shown


def test_options_are_taken(answer):
    shown = factcheck.check(answer.documents, Options(all=True))
    assert len(shown.findings) >= len(answer.findings)


def test_the_package_runs_as_a_module():
    told = subprocess.run([sys.executable, "-m", "factcheck", "--version"], capture_output=True, text=True, check=True)
    assert factcheck.__version__ in told.stdout
