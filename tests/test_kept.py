"""What is kept between runs is right or not used: not stale, not damaged, not from a folder others can write to."""

import os

import pytest

from factcheck.kept import FOLDER, kept
from factcheck.yamlfile import read_all


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER, str(tmp_path / "cache"))
    return tmp_path / "cache"


def made(sources, data=(1, "one"), name="words"):
    """What `kept` gives, and whether it was made for that."""
    calls = []
    found = kept(name, sources, lambda: calls.append(1) or data)
    assert found == data
    return bool(calls)


def test_a_second_run_makes_nothing(folder):
    assert made([b"a"])
    assert not made([b"a"])


@pytest.mark.parametrize("sources", [[b"b"], [b"a", b""], [b""], []])
def test_other_sources_are_other_data(folder, sources):
    assert made([b"a"])
    assert made(sources)


@pytest.mark.parametrize("damage", [lambda _: b"", lambda _: b"x" * 100, lambda all: all[:-1], lambda all: all + b"x"])
def test_a_damaged_entry_is_made_anew(folder, damage):
    made([b"a"])
    (entry,) = folder.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    assert made([b"a"])
    assert not made([b"a"])


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="modes are those of POSIX")
def test_a_folder_that_others_can_write_to_is_not_used(folder):
    folder.mkdir()
    folder.chmod(0o777)
    assert made([b"a"])
    assert made([b"a"])
    assert not [*folder.iterdir()]


@pytest.mark.parametrize("where", ["", "relative", "/dev/null/nowhere"])
def test_without_a_folder_all_is_made_each_time(monkeypatch, where):
    monkeypatch.setenv(FOLDER, where)
    assert made([b"a"])
    assert made([b"a"])


def test_what_is_not_plain_data_is_not_kept(folder):
    assert made([b"a"], data=pytest)
    assert made([b"a"], data=pytest)


def test_only_some_entries_of_a_name_stay(folder):
    for number in range(20):
        made([bytes([number])])
    made([b"a"], name="others")
    assert len([*folder.iterdir()]) == 9


def test_a_changed_file_is_read_again(folder, tmp_path):
    path = tmp_path / "a.yml"
    for number in (1, 2):
        path.write_text(f"a: {number}", encoding="utf-8")
        assert read_all("a", [path]) == [{"a": number}]
