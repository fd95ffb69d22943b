"""Other packages add readers and report formats by entry points."""

import make
import pytest

from factcheck import cli, pipeline, plugins
from factcheck.read.paths import read_paths

DECLARED = """
[factcheck.readers]
wire = wire_desk:read
[factcheck.reports]
count = wire_desk:count
[factcheck.comparisons]
sums_up = wire_desk:sums_up
"""
MODULE = """
from factcheck.model import Document

def read(source):
    return [Document(source.id, source.path, "A wire story.", "en")]

def count(result):
    return f"{len(result.claims)} figures\\n"

def sums_up(law, context):
    return []
"""


@pytest.fixture
def added(monkeypatch, tmp_path_factory):
    """A package that adds one of each, installed."""
    folder = tmp_path_factory.mktemp("site")
    about = folder / "wire_desk-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: wire-desk\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(DECLARED)
    (folder / "wire_desk.py").write_text(MODULE)
    monkeypatch.syspath_prepend(folder)
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
