"""Other packages add readers and report formats by entry points."""

import importlib.metadata

import make
import pytest

from factcheck import cli, pipeline, plugins
from factcheck.model import Document
from factcheck.read.paths import read_paths


class Entry:
    def __init__(self, name, function):
        self.name, self._function = name, function

    def load(self):
        return self._function


@pytest.fixture
def added(monkeypatch):
    entries = {
        "factcheck.readers": [Entry("wire", lambda source: [Document(source.id, source.path, "A wire story.", "en")])],
        "factcheck.reports": [Entry("count", lambda result: f"{len(result.claims)} figures\n")],
        "factcheck.comparisons": [Entry("sums_up", lambda law, context: [])],
    }
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: entries.get(group, []))
    plugins._entries.cache_clear()
    yield
    plugins._entries.cache_clear()


def test_a_reader(added, tmp_path):
    (tmp_path / "a.wire").write_text("…")
    assert [document.text for document in read_paths([tmp_path])] == ["A wire story."]
    assert "wire" in plugins.suffixes()


def test_a_report(added, capsys, monkeypatch):
    monkeypatch.setattr(pipeline, "run_check", lambda paths, options, **_: make.result())
    cli.main(["check", "x", "--format", "count"])
    assert capsys.readouterr().out == "4 figures\n"


def test_a_comparison(added):
    assert list(plugins.comparisons()) == ["sums_up"]


@pytest.mark.parametrize("name", [*plugins.READERS, *plugins.REPORTS])
def test_what_comes_with_factcheck_loads(name):
    assert callable(plugins.reader(name) if name in plugins.READERS else plugins.report(name))
