"""The language files: generated ones are what CLDR gives, hand-written ones have the same sections."""

import shutil
from pathlib import Path

import pytest
import yaml

from factcheck.extract.assemble import extract
from factcheck.extract.words import vocabulary
from factcheck.languages import generate
from factcheck.model import Document
from factcheck.read.words import page_words, stopwords
from factcheck.rulebook import load_rulebook
from factcheck.yamlfile import read_yaml

FOLDER = Path(generate.__file__).parent
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yml"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_generated_file_is_what_cldr_gives(lang):
    pytest.importorskip("babel")
    assert (FOLDER / "cldr" / f"{lang}.yml").read_text(encoding="utf-8") == generate.generate(lang)


def test_the_check_of_generated_files_passes():
    pytest.importorskip("babel")
    assert generate.main(["--check"]) == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_sections_of_english(lang):
    read = {code: read_yaml(FOLDER / f"{code}.yml") for code in ("en", lang)}
    assert set(read[lang]) - {"partial"} <= set(read["en"])
    assert set(read[lang]) >= set(read["en"]) or read[lang].get("partial")
    assert read[lang]["code"] == lang


def test_a_language_begins_with_three_sections(tmp_path, monkeypatch):
    """Numbers, quantities and stopwords over the generated file are enough for figures with units and years."""
    few = {key: read_yaml(FOLDER / "nl.yml")[key] for key in ("numbers", "quantities", "stopwords")}
    shutil.copytree(FOLDER / "shared", tmp_path / "shared")
    (tmp_path / "cldr").mkdir()
    shutil.copy(FOLDER / "cldr" / "nl.yml", tmp_path / "cldr" / "xx.yml")
    (tmp_path / "xx.yml").write_text(yaml.safe_dump({"code": "xx", **few}), encoding="utf-8")
    monkeypatch.setattr(vocabulary, "LANGUAGES", tmp_path)
    text = "Havenlijn haalde in 2022 ruim anderhalf miljard euro op. Een op de vijf klanten kwam uit België."
    found = extract(Document("few", "few", text, "xx"), load_rulebook())
    assert [(claim.value, claim.unit, claim.bound) for claim in found] == [
        (1.5e9, "EUR", "more_than"),
        (20, "percent", "exact"),
    ]
    assert [claim.time and claim.time.edtf for claim in found] == ["2022", "2022"]


def lists(node):
    """Every list in a tree of data."""
    if isinstance(node, dict):
        for value in node.values():
            yield from lists(value)
    elif isinstance(node, list):
        yield node
        for value in node:
            yield from lists(value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_read_as_true_or_false(lang):
    found = [
        items for items in lists(read_yaml(FOLDER / f"{lang}.yml")) if any(isinstance(item, bool) for item in items)
    ]
    assert found == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_stands_twice(lang):
    """A second section of the same name would silently replace the first."""
    node = yaml.compose((FOLDER / f"{lang}.yml").read_text(encoding="utf-8"))
    todo = [node]
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [(key.tag, key.value) for key, _ in node.value]
            assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)
            todo += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            todo += node.value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reading_sees_the_words_that_the_file_holds(lang):
    data = read_yaml(FOLDER / f"{lang}.yml")
    assert stopwords()[lang] == {word.rstrip("'’").lower() for word in data["stopwords"]}
    assert set(page_words(lang).get("credits", ())) == {
        word.lower() for word in data.get("page", {}).get("credits", ())
    }
