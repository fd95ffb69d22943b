"""Words that YAML 1.1 takes for truth values stay words."""

import pytest
import yaml

from factcheck.yamlfile import parse_yaml


@pytest.mark.parametrize("word", ["no", "on", "y", "off", "yes", "NO", "truex", "fast"])
def test_words_stay_words(word):
    assert parse_yaml(f"- {word}\n") == [word]
    assert parse_yaml(f"{word}: 1\n") == {word: 1}


@pytest.mark.parametrize(("text", "value"), [("true", True), ("False", False), ("12", 12), ("1.5", 1.5), ("~", None)])
def test_values_stay_values(text, value):
    assert parse_yaml(f"[{text}]") == [value]


def test_nodes_met_again_are_the_same_data():
    data = parse_yaml("a: &x [1, {b: c}]\nd: *x\ne: {<<: &m {f: 2}, g: 3}\n")
    assert data == {"a": [1, {"b": "c"}], "d": [1, {"b": "c"}], "e": {"f": 2, "g": 3}}
    assert data["a"] is data["d"]


@pytest.mark.parametrize("text", ["? [a]\n: 1\n", "{{a: 1}: 2}"])
def test_a_key_is_no_list_and_no_map(text):
    with pytest.raises(yaml.MarkedYAMLError, match="key"):
        parse_yaml(text)


def test_a_key_stands_once():
    with pytest.raises(yaml.MarkedYAMLError, match="the key a stands twice") as raised:
        parse_yaml("a: 1\nb: 2\na: 3\n")
    assert raised.value.problem_mark.line == 2
    assert parse_yaml("a: &x {f: 1}\nb: {<<: *x, f: 2}\n")["b"] == {"f": 2}


def test_nothing_but_data_is_made():
    with pytest.raises(Exception, match="could not determine a constructor"):
        parse_yaml("!!python/object/apply:os.getcwd []")
