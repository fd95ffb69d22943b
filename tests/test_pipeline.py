"""Read, extract, compare in a row: whole runs on small articles."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import FactcheckError, Options, check, extract_claims, pipeline

SPRING = "2 May 2024\n\nHarbour Line had 500,000 passengers in April 2024, according to the Quay Gazette.\n"
SUMMER = "2 June 2024\n\nHarbour Line had 300,000 passengers in April 2024, according to the Quay Gazette.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news/spring.txt").write_text(SPRING)
    (tmp_path / "news/summer.txt").write_text(SUMMER)
    return tmp_path


def disagreements(result):
    return [finding for finding in result.findings if finding.severity in ("conflict", "tension")]


def test_two_files_that_disagree(folder):
    result = check(["news"])
    assert [document.id for document in result.documents] == ["news/spring.txt", "news/summer.txt"]
    [finding] = disagreements(result)
    assert {member.claim.doc for member in finding.members} == {"news/spring.txt", "news/summer.txt"}
    assert result.problems == []


def test_offsets_are_those_of_the_file(folder):
    for claim in extract_claims(["news"]).claims:
        assert (folder / claim.doc).read_text(encoding="utf-8")[claim.start : claim.end] == claim.quote


def test_a_date_line_dates_the_article(folder):
    published = [document.published for document in extract_claims(["news"]).documents]
    assert [period.edtf for period in published] == ["2024-05-02", "2024-06-02"]


def test_the_sidecar_goes_before_the_date_line(folder):
    (folder / "news/spring.json").write_text(json.dumps({"published": "2024-05-03"}))
    assert extract_claims(["news"]).documents[0].published.edtf == "2024-05-03"


def test_a_second_run_gives_the_same(folder):
    assert check(["news"]).findings == check(["news"]).findings


def test_the_order_of_sets_decides_nothing(folder):
    text = (
        "Harbour news\n\nFrom January 1 to February 26, there were 35 thefts in the harbour,-compared to 18 reported "
        "incidents during the same time period last year, the Harbour Centre said."
    )
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "a.json").write_text('{"published": "2024-02-27"}', encoding="utf-8")
    program = "from factcheck import check; print([str(claim.time) for claim in check('a.txt').claims])"
    told = {
        subprocess.check_output([sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": str(seed)})
        for seed in range(8)
    }
    assert len(told) == 1
    assert told.pop().count(b"Period") == 2


def test_progress_is_told(folder):
    told = []
    pipeline.run_check(["news"], progress=lambda stage, done, total: told.append(stage))
    assert list(dict.fromkeys(told)) == ["read", "extract", "compare"]


def test_what_could_not_be_read_is_kept(folder):
    (folder / "news/broken.pdf").write_bytes(b"%PDF nothing")
    result = check(["news", "nowhere.txt"])
    assert [Path(path).name for path in result.unread] == ["broken.pdf", "nowhere.txt"]
    assert len(result.problems) == 2
    assert len(result.documents) == 2


def test_a_broken_rule_is_a_problem_and_the_others_hold(folder):
    law = folder / "house/laws/mine/bad-law.yml"
    law.parent.mkdir(parents=True)
    law.write_text("title: Bad\nexpect: __import__('os')\n")
    result = check(["news"], Options(rules=(folder / "house",)))
    assert [problem.path for problem in result.problems] == [str(law)]
    assert disagreements(result)


def test_rules_that_changed_are_read_again(folder):
    metric = folder / "house/metrics/kites.yml"
    metric.parent.mkdir(parents=True)
    options = Options(rules=(folder / "house",))
    assert check(["news"], options).problems == []
    metric.write_text("title: [")
    assert len(check(["news"], options).problems) == 1


def test_an_unknown_profile_or_folder_is_wrong_usage(folder):
    for options in (Options(profile="nothing"), Options(rules=(Path("nowhere"),))):
        with pytest.raises(FactcheckError):
            check(["news"], options)
