"""The command line: exit codes, formats, files, and errors that say what to write."""

import json
import os
import subprocess
import sys
import time

import make
import pytest

from factcheck import cli, extraction, pipeline
from factcheck.errors import Problem
from factcheck.model import Result

TEXT = "Harbour Line carried 12 million passengers last year, the company said on Monday.\n"


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Runs the command line in an empty folder; exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as error:
            code = error.code
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def result(monkeypatch) -> Result:
    """A ready result in place of reading and comparing."""
    ready = make.result()
    for name in ("run_check", "run_extract"):
        monkeypatch.setattr(pipeline, name, lambda paths, options, **_: ready)
    return ready


def only(result: Result, severity: str) -> None:
    result.findings[:] = [make.finding(*result.claims[:2], severity=severity)]


EXITS = [
    ("conflict", "conflict", 1),
    ("tension", "conflict", 0),
    ("tension", "tension", 1),
    ("note", "tension", 0),
    ("note", "note", 1),
    ("conflict", "none", 0),
    ("conflict", "note", 1),
    ("consistent", "note", 0),
    ("corroboration", "note", 0),
]


@pytest.mark.parametrize(("severity", "fail_on", "code"), EXITS)
def test_exit_code(run, result, severity, fail_on, code):
    only(result, severity)
    assert run("check", "x", "--fail-on", fail_on)[0] == code


def test_what_could_not_be_read_fails_only_when_strict(run, result):
    result.findings.clear()
    result.unread.append("broken.pdf")
    assert run("check", "x")[0] == 0
    assert run("check", "x", "--strict")[0] == 3
    assert run("extract", "x", "--strict")[0] == 3


def test_findings_do_not_fail_an_extraction(run, result):
    assert run("extract", "x")[0] == 0


def test_a_success_line_even_when_all_is_well(run, result):
    result.findings.clear()
    code, out, _ = run("check", "x")
    assert code == 0
    assert "4 claims" in out


FORMATS = {"json": "{", "jsonl": '{"id"', "csv": "finding,", "markdown": "# ", "html": "<!"}


@pytest.mark.parametrize("form", FORMATS)
def test_formats_go_to_standard_output_alone(run, result, form):
    if form == "html":
        pytest.importorskip("factcheck.report.html")
    code, out, err = run("check", "x", "--format", form)
    assert code == 1
    assert out.lower().startswith(FORMATS[form])
    assert "factcheck: 4 claims" in err


def test_quiet_says_nothing_beside_the_data(run, result):
    assert run("check", "x", "--format", "json", "-q")[2] == ""


def test_problems_are_named_on_standard_error(run, result):
    result.problems.append(Problem("a.pdf", "not a PDF", hint="print it again"))
    assert "a.pdf: not a PDF (print it again)" in run("check", "x", "--format", "json")[2]


def test_claims_one_a_line(run, result):
    code, out, err = run("extract", "x", "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["quote"] for row in rows] == [claim.quote for claim in result.claims]
    assert "4 claims in 2 articles" in err


def test_claims_as_a_table(run, result):
    code, out, _ = run("extract", "x")
    assert code == 0
    assert "12 million" in out


def test_files_are_written(run, result, tmp_path):
    code, _, err = run("check", "x", "-o", "json=out/a.json", "-o", "b.md", "-o", "claims=c.jsonl")
    assert code == 1
    assert json.loads((tmp_path / "out/a.json").read_text())["findings"]
    assert (tmp_path / "b.md").read_text().startswith("# ")
    assert len((tmp_path / "c.jsonl").read_text().splitlines()) == 4
    assert "wrote out/a.json, b.md, c.jsonl" in err


def test_a_folder_gets_the_standard_set(run, result, tmp_path):
    pytest.importorskip("factcheck.report.html")
    run("check", "x", "-o", "reports")
    names = sorted(path.name for path in (tmp_path / "reports").iterdir())
    assert names == ["claims.jsonl", "findings.csv", "report.html", "report.json", "report.md"]


def test_the_same_result_gives_the_same_bytes(run, result, tmp_path):
    run("check", "x", "-o", "a.json", "-o", "a.csv")
    first = (tmp_path / "a.json").read_bytes(), (tmp_path / "a.csv").read_bytes()
    run("check", "x", "-o", "a.json", "-o", "a.csv")
    assert ((tmp_path / "a.json").read_bytes(), (tmp_path / "a.csv").read_bytes()) == first


def test_a_report_on_standard_output_stands_alone(run, result):
    _, out, _ = run("check", "x", "-o", "json=-")
    assert json.loads(out)["findings"]


USAGE = [
    (["check"], "nothing to read"),
    (["check", "nowhere.txt"], "no such file"),
    (["check", "x", "--format", "yaml"], "no format 'yaml'"),
    (["check", "x", "-o", "pdf=a.pdf"], "no format 'pdf'"),
    (["check", "x", "-o", "json="], "no path"),
    (["extract", "x", "-o", "claims.html"], "no format 'html'"),
    (["check", "x", "--fail-on", "never"], "invalid choice"),
    (["check", "x", "--rules", "nowhere"], "no such folder of rules"),
    (["check", "x", "--config", "nowhere.toml"], "nowhere.toml"),
    (["extract", "x", "--format", "html"], "no format 'html' for claims"),
    (["chekc"], "invalid choice"),
    ([], "required"),
    (["rules", "explain", "downlods"], "did you mean"),
    (["score", "nowhere.jsonl", "nowhere.jsonl"], "nowhere.jsonl"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_wrong_usage_says_what_to_write(run, arguments, message):
    code, out, err = run(*arguments)
    assert code == 2
    assert message in err
    assert "Traceback" not in err + out


def test_the_configuration_is_under_the_command_line(run, result, tmp_path):
    (tmp_path / "factcheck.toml").write_text('paths = ["x"]\nfail_on = "none"\n')
    assert run("check")[0] == 0
    assert run("check", "--fail-on", "conflict")[0] == 1


def test_an_exception_in_one_article_is_a_problem_and_the_rest_goes_on(run, monkeypatch, tmp_path):
    def extract(document, rulebook, marked):
        if "bad" in document.id:
            raise ValueError("no")
        return [make.claim("12 million", document)]

    monkeypatch.setattr("factcheck.extract.assemble.extract", extract)
    monkeypatch.setattr(extraction, "date_document", lambda document, rulebook, marked: document)
    (tmp_path / "bad.txt").write_text(TEXT)
    (tmp_path / "good.txt").write_text(TEXT)
    code, out, err = run("extract", "bad.txt", "good.txt", "--format", "jsonl")
    assert code == 0
    assert len(out.splitlines()) == 1
    assert "bad.txt: could not be extracted: ValueError: no" in err
    assert run("extract", "bad.txt", "good.txt", "--strict")[0] == 3


def test_init_writes_what_is_not_there(run, tmp_path):
    assert run("init")[0] == 0
    (tmp_path / "factcheck.toml").write_text("strict = true\n")
    assert "nothing to do" in run("init")[2]
    assert (tmp_path / "factcheck.toml").read_text() == "strict = true\n"


def test_the_law_that_init_writes_holds(run):
    run("init")
    code, out, err = run("rules", "test", "month-above-year")
    assert code == 0, out + err
    assert "2 of 2 examples" in out


def test_rules_of_the_current_folder_are_taken_where_none_are_named(run, tmp_path):
    run("init")
    (tmp_path / "factcheck.toml").unlink()
    assert "2 of 2 examples" in run("rules", "test", "month-above-year")[1]
    (tmp_path / "elsewhere").mkdir()
    assert run("rules", "test", "month-above-year", "--rules", "elsewhere")[0] != 0


def test_what_init_writes_is_a_valid_configuration(run, result):
    run("init")
    assert run("check", "--format", "json", "-q")[0] == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run, shell):
    code, out, _ = run("completion", shell)
    assert code == 0
    assert "--fail-on" in out


def test_the_completion_script_is_valid_bash(run):
    script = run("completion", "bash")[1]
    assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0


def test_rules_are_listed_and_explained(run):
    code, out, _ = run("rules", "list")
    assert code == 0
    assert "metrics" in out
    code, out, _ = run("rules", "explain", "downloads")
    assert code == 0
    assert "downloads" in out


def test_the_examples_inside_the_rules_hold(run):
    code, out, err = run("rules", "test")
    assert code == 0, out + err
    assert run("rules", "test", "running-total-fell")[0] == 0


def test_the_schema_of_a_law(run):
    assert json.loads(run("rules", "schema")[1])["properties"]["expect"]


def command(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "factcheck.cli", *arguments], capture_output=True, text=True, check=False, **options
    )


def test_help_is_fast_and_loads_nothing_heavy():
    started = time.perf_counter()
    done = command("--help")
    assert done.returncode == 0
    assert "examples:" in done.stdout
    assert time.perf_counter() - started < 1.0  # 0.07 s on a quiet machine
    heavy = [
        "yaml",
        "rich",
        "pint",
        "dateparser",
        "trafilatura",
        "pypdf",
        "docx",
        "numpy",
        "currency_converter",
        "py3langid",
    ]
    code = f"import sys, factcheck.cli as c; c.parser(); print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_a_closed_pipe_is_silent(tmp_path):
    (tmp_path / "gold.jsonl").write_text('{"doc": "a", "start": 0, "end": 1, "value": 1}\n' * 5000)
    arguments = f"{sys.executable} -m factcheck.cli score gold.jsonl /dev/null --misses | head -1"
    done = subprocess.run(["bash", "-c", arguments], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stderr == ""


def test_a_device_is_written_to_and_stays(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "nowhere").symlink_to(os.devnull)
    done = command("extract", "a.txt", "-o", "jsonl=nowhere", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "nowhere").is_symlink()


def test_no_color(tmp_path, result):
    (tmp_path / "a.txt").write_text(TEXT)
    done = command("check", "a.txt", cwd=tmp_path, env=os.environ | {"NO_COLOR": "1"})
    assert "\x1b[" not in done.stdout
