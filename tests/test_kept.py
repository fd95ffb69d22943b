"""What is kept between runs is right or not used: not stale, not damaged, not from a folder others can write to."""

import os
from dataclasses import replace

import pytest

from factcheck.compare.laws.comparisons import COMPARISONS
from factcheck.compare.laws.lawbook import load_laws
from factcheck.extract.assemble import extract
from factcheck.extract.words.vocabulary import languages
from factcheck.kept import FOLDER, kept
from factcheck.model import Document
from factcheck.report.html import TEMPLATES, environment
from factcheck.rulebook import load_rulebook
from factcheck.yamlfile import read_all

TEXT = "On 3 May 2021 Harbour Line carried 12 million passengers, 5 % more than in 2020. Orlin AG 4,5 Mio. Euro."


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


@pytest.mark.parametrize("lang", languages())
def test_words_that_were_kept_find_what_new_ones_do(folder, lang):
    found = [extract(Document("a", "a", TEXT, lang), load_rulebook()) for _ in range(2)]
    assert [path for path in folder.iterdir() if path.name.startswith(f"words-{lang}-")]
    assert found[0]
    assert found[0] == found[1]


def test_other_words_of_a_metric_are_other_words(folder):
    text = "In 2021 Harbour Line had 12 wumpings."
    books = [load_rulebook() for _ in range(3)]
    for book, name in zip(books, ("wumpings", "quaffings", "wumpings"), strict=True):
        book.metrics["wumps"] = replace(book.metrics["accounts"], id="wumps", names={"en": (name,)}, verbs={}, acts={})
    found = [extract(Document("a", "a", text, "en"), book)[0].metric for book in books]
    assert found == ["wumps", "count:wumpings", "wumps"]


def test_laws_that_were_kept_are_those_that_were_read(folder, tmp_path):
    book = load_rulebook()
    first, again = load_laws(book, COMPARISONS), load_laws(book, COMPARISONS)
    assert first == again
    name, path = sorted(book.laws.items())[0]
    book.laws[name] = tmp_path / path.name
    book.laws[name].write_bytes(path.read_bytes().replace(b"title: ", b"title: Now ", 1))
    assert load_laws(book, COMPARISONS)[0][name].title == f"Now {first[0][name].title}"


def test_templates_that_were_kept_are_those_that_were_compiled(folder):
    first, again = (environment(TEMPLATES).get_template("parts.html.j2") for _ in range(2))
    assert [path for path in folder.iterdir() if path.name.startswith("template-parts")]
    assert vars(first.module).keys() == vars(again.module).keys()
