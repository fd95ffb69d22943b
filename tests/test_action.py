"""The GitHub Action: its script, run as a runner would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from test_diff import ONE, TWO

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def run(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action in a folder."""
    inputs = {"PATHS": "news\n", "FAIL_ON": "conflict", "BASELINE": "", "SARIF": "out.sarif", **given}
    files = {name: str(folder / name.lower()) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, **inputs, **files, "RUNNER_TEMP": str(folder / "temp"), "PATH": path}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", ACTION["runs"]["steps"][-1]["run"]]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/may.txt").write_text(ONE, "utf-8")
    (tmp_path / "news/june.txt").write_text(TWO, "utf-8")
    return tmp_path


def test_it_annotates_and_fails(folder: Path) -> None:
    done = run(folder)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=news/")
    assert len(json.loads((folder / "out.sarif").read_text("utf-8"))["runs"][0]["results"]) == 1
    assert "12 million" in (folder / "github_step_summary").read_text("utf-8")
    assert (folder / "github_output").read_text("utf-8") == "sarif=out.sarif\n"


def test_it_passes_where_nothing_is_new(folder: Path) -> None:
    assert run(folder, FAIL_ON="none").returncode == 0
    subprocess.run([sys.executable, "-m", "factcheck.cli", "baseline", "news"], cwd=folder, check=True)
    done = run(folder, BASELINE="factcheck-baseline.json")
    assert (done.returncode, done.stdout) == (0, "")


def test_inputs_are_never_part_of_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_a_hostile_path_is_a_path(folder: Path) -> None:
    done = run(folder, PATHS="$(touch owned)\n; touch owned\n--config=x\nnews\n")
    assert not (folder / "owned").exists()
    assert done.stdout.count("::error") == 1
