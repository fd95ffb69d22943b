"""The watch: what changed is done again, the rest is not, and the outcome is that of a full check."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_diff import ONE, THREE, TWO

from factcheck import Options, check, pipeline
from factcheck.commands.watch import Watched
from factcheck.model import Document
from factcheck.rulebook import Rulebook


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news/deep").mkdir(parents=True)
    (tmp_path / "news/may.txt").write_text(ONE, "utf-8")
    (tmp_path / "news/deep/june.txt").write_text(TWO, "utf-8")
    return tmp_path


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents that were extracted, in order."""
    seen: list[str] = []
    original = pipeline.extract_document

    def claims(document: Document, rulebook: Rulebook) -> object:
        seen.append(document.id)
        return original(document, rulebook)

    monkeypatch.setattr(pipeline, "extract_document", claims)
    return seen


def same(paths: list[str], watched: Watched) -> bool:
    """True where the watch says what a full check says."""
    result, full = watched.check(paths, Options()), check(paths)
    return (result.documents, result.claims, result.findings, result.problems, result.unread) == (
        full.documents, full.claims, full.findings, full.problems, full.unread,
    )  # fmt: skip


def test_only_what_changed_is_extracted(folder: Path, extracted: list[str]) -> None:
    watched = Watched()
    watched.check(["news"], Options())
    assert sorted(extracted) == ["news/deep/june.txt", "news/may.txt"]
    extracted.clear()
    watched.check(["news"], Options())
    assert extracted == []
    (folder / "news/july.txt").write_text(THREE, "utf-8")
    (folder / "news/may.txt").write_text(ONE.replace("12 million", "13 million"), "utf-8")
    result = watched.check(["news"], Options())
    assert sorted(extracted) == ["news/july.txt", "news/may.txt"]
    assert {claim.doc for claim in result.claims} == {"news/deep/june.txt", "news/july.txt", "news/may.txt"}


def test_it_says_what_a_full_check_says(folder: Path) -> None:
    watched = Watched()
    assert same(["news"], watched)
    (folder / "news/july.txt").write_text(THREE, "utf-8")
    assert same(["news"], watched)
    (folder / "news/may.txt").unlink()
    assert same(["news"], watched)
    (folder / "news/july.json").write_text('{"published": "2024-07-02", "title": "Fewer again"}', "utf-8")
    assert same(["news"], watched)
    (folder / "news/broken.pdf").write_bytes(b"no pdf")
    assert same(["news"], watched)
    assert same([str(folder / "news")], watched)


def test_the_command_tells_what_is_new(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    command = [sys.executable, "-m", "factcheck.cli", "watch", "news", "-o", "json=news/report.json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            lines = iter(process.stdout.readline, "")  # type: ignore[union-attr]
            assert any("watching" in line for line in lines)
            time.sleep(0.5)
            (folder / "news/july.txt").write_text(THREE, "utf-8")
            assert any(line.startswith("+ conflict") and "9.3 million" in line for line in lines)
        finally:
            process.terminate()  # an interrupt is not heard where the tests themselves run in the background
            process.wait(20)
    assert "9.3 million" in (folder / "news/report.json").read_text("utf-8")
