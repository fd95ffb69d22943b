import json
import math

import make
import pytest

from factcheck.errors import Problem
from factcheck.interval import Interval
from factcheck.report import json as json_report
from factcheck.report import jsonl, rows

LAYOUT = (
    "id doc start end quote sentence entity metric kind value high "
    "low_allowed high_allowed low_stated high_stated unit bound time timekind "
    "region restrictors of event source stance negated hypothetical zone lang published confidence"
)


def test_a_claim_has_the_agreed_layout_in_the_agreed_order():
    assert list(rows.claim_row(make.claim())) == LAYOUT.split()


def test_infinite_bounds_are_null():
    row = rows.claim_row(make.claim(allowed=Interval(165e6, math.inf, low_open=True), bound="more_than"))
    assert (row["low_allowed"], row["high_allowed"]) == (165_000_000, None)


@pytest.mark.parametrize(
    ("value", "expected"), [(12e6, "12000000"), (0.25, "0.25"), (None, "null"), (math.nan, "null")]
)
def test_numbers_in_json(value, expected):
    assert f'"value": {expected},' in json_report.dump(rows.claim_row(make.claim(value=value)))


def test_times_have_four_keys_or_are_null():
    assert rows.claim_row(make.claim())["time"] is None
    assert rows.claim_row(make.claim(time=make.day("2024-05-01", "resolved")))["time"] == {
        "start": "2024-05-01",
        "end": "2024-05-01",
        "edtf": "2024-05-01",
        "basis": "resolved",
    }


def test_the_report_holds_summary_coverage_and_findings_gravest_first():
    report = json.loads(json_report.render(make.result()))
    assert list(report) == ["schema", "summary", "coverage", "documents", "findings"]
    assert [finding["severity"] for finding in report["findings"]] == ["conflict", "consistent", "corroboration"]
    assert report["summary"]["severities"]["conflict"] == 1
    assert report["coverage"]["documents_without_date"] == ["summer.txt"]
    assert [claim["group"] for claim in report["findings"][0]["claims"]] == [0, 1]


def test_a_finding_says_by_how_much():
    row = rows.finding_row(rows.ordered(make.result())[0])
    assert row["difference"] == {"factor": pytest.approx(1.0714, abs=1e-4), "gap": 800_000, "unit": "count"}


def test_problems_of_the_run_and_of_documents_are_counted_once_by_stage():
    lost = Problem("gone.txt", "not found", stage="read")
    undated = Problem("summer.txt", "no date", stage="extract")
    result = make.result(problems=[lost, undated])
    result.documents[1] = make.document("summer.txt", make.SUMMER, problems=(undated,))
    problems = rows.coverage(result)["problems"]
    assert {stage: len(listed) for stage, listed in problems.items()} == {"extract": 1, "read": 1}


def test_jsonl_has_one_object_a_line():
    result = make.result()
    lines = jsonl.render(result).splitlines()
    assert [json.loads(line)["quote"] for line in lines] == [claim.quote for claim in result.claims]
    assert len(jsonl.render_findings(result).splitlines()) == len(result.findings)


def test_the_same_result_gives_the_same_bytes():
    assert json_report.render(make.result()) == json_report.render(make.result())
