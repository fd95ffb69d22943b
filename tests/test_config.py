"""Configuration files: found, read, checked, with errors that name line and column."""

from pathlib import Path

import pytest

from factcheck.config import Options, find_config, load_options, merge
from factcheck.errors import FactcheckError


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_nearest_file_counts(folder):
    (folder / "a/b").mkdir(parents=True)
    (folder / "factcheck.toml").write_text("")
    assert find_config(folder / "a/b") == folder / "factcheck.toml"
    (folder / "a/pyproject.toml").write_text("[tool.other]\n")
    assert find_config(folder / "a/b") == folder / "factcheck.toml"
    (folder / "a/pyproject.toml").write_text("[tool.factcheck]\nstrict = true\n")
    assert find_config(folder / "a/b") == folder / "a/pyproject.toml"
    assert load_options(folder / "a/pyproject.toml").strict


def test_every_option(folder):
    (folder / "factcheck.toml").write_text(
        'paths = ["news"]\nrules = "house"\nprofile = "strict"\nfail-on = "note"\nstrict = true\nall = true\n'
        'format = "json"\noutput = ["html=a.html"]\n'
    )
    wanted = Options(("news",), (Path("house"),), "strict", "note", True, True, "json", ("html=a.html",))
    assert load_options(folder / "factcheck.toml") == wanted


def test_paths_are_taken_from_the_folder_of_the_file(folder, monkeypatch):
    (folder / "factcheck.toml").write_text('paths = ["news"]\nrules = ["house"]\n')
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    options = load_options(folder / "factcheck.toml")
    assert options.paths == ("../news",)
    assert options.rules == (Path("../house"),)


def test_the_command_line_goes_first():
    options = merge(Options(strict=True, fail_on="note"), {"fail_on": "tension", "strict": None, "other": 1})
    assert (options.strict, options.fail_on) == (True, "tension")


WRONG = [
    ("fail_om = 'none'", 1, 1, "did you mean fail_on?"),
    ("\nbanana = 1", 2, 1, "known: paths"),
    ("strict = 'yes'", 1, 1, "write true or false"),
    ("fail_on = 'never'", 1, 1, "write one of none, note, tension, conflict"),
    ("paths = [1]", 1, 1, 'write a list of texts such as ["articles"]'),
    ("format = 3", 1, 1, 'write a text such as "terminal"'),
    ("strict = true\nformat = ", 2, 10, "write valid TOML"),
]


@pytest.mark.parametrize(("content", "line", "column", "hint"), WRONG)
def test_mistakes_are_named_with_line_and_column(folder, content, line, column, hint):
    (folder / "factcheck.toml").write_text(content)
    with pytest.raises(FactcheckError) as caught:
        load_options(folder / "factcheck.toml")
    problem = caught.value.problem
    assert (problem.line, problem.column) == (line, column)
    assert hint in problem.hint
    assert "factcheck.toml" in str(problem)
