"""Words that YAML 1.1 takes for truth values stay words."""

import pytest

from factcheck.yamlfile import parse_yaml


@pytest.mark.parametrize("word", ["no", "on", "y", "off", "yes", "NO", "truex", "fast"])
def test_words_stay_words(word):
    assert parse_yaml(f"- {word}\n") == [word]
    assert parse_yaml(f"{word}: 1\n") == {word: 1}


@pytest.mark.parametrize(("text", "value"), [("true", True), ("False", False), ("12", 12), ("1.5", 1.5), ("~", None)])
def test_values_stay_values(text, value):
    assert parse_yaml(f"[{text}]") == [value]


def test_nothing_but_data_is_made():
    with pytest.raises(Exception, match="could not determine a constructor"):
        parse_yaml("!!python/object/apply:os.getcwd []")
