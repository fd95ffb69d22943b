"""The language files: generated ones are what CLDR gives, hand-written ones have the same sections."""

from pathlib import Path

import pytest
import yaml

from factcheck.languages import generate
from factcheck.read.words import page_words, stopwords
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
    assert list(read[lang]) == list(read["en"]) or set(read[lang]) == set(read["en"])
    assert read[lang]["code"] == lang


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
    assert set(page_words(lang)["credits"]) == {word.lower() for word in data["page"]["credits"]}
