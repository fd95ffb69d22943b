"""Templates expand; the longest phrase wins; printed case counts where asked."""

import pytest

from factcheck.extract.words.lexicon import Lexicon, expand
from factcheck.extract.words.tokens import tokenize


@pytest.mark.parametrize(
    ("template", "phrases"),
    [
        ("plain", ["plain"]),
        ("exceed[s|ed]", ["exceed", "exceeds", "exceeded"]),
        ("(more|greater) than", ["more than", "greater than"]),
        ("[the [very]] first", ["first", "the first", "first", "the very first"]),
    ],
)
def test_expand(template, phrases):
    assert sorted(set(expand(template))) == sorted(set(phrases))


def scan(lexicon, text):
    return lexicon.scan(tokenize(text))


def test_longest_phrase_wins_within_a_category():
    lexicon = Lexicon()
    lexicon.add("metric", "users", "users")
    lexicon.add("metric", "monthly active users", "mau")
    assert scan(lexicon, "12 monthly active users")["metric"] == [(1, 4, "mau")]


def test_categories_do_not_hide_each_other():
    lexicon = Lexicon()
    lexicon.add("unit", "second", "second")
    lexicon.add("ordinal", "second half", 2)
    hits = scan(lexicon, "the second half")
    assert hits == {"unit": [(1, 2, "second")], "ordinal": [(1, 3, 2)]}


def test_one_phrase_may_mean_several_things():
    lexicon = Lexicon()
    lexicon.add("metric", "sales", "revenue")
    lexicon.add("metric", "sales", "units_sold")
    assert [hit[2] for hit in scan(lexicon, "sales rose")["metric"]] == ["revenue", "units_sold"]


def test_printed_case():
    lexicon = Lexicon()
    lexicon.add("region", "US", "US", cased=True)
    assert "region" not in scan(lexicon, "tell us")
    assert scan(lexicon, "the US market")["region"] == [(1, 2, "US")]


def test_what_is_added_after_a_scan_is_found():
    lexicon = Lexicon()
    lexicon.add("metric", "net sales", "revenue")
    assert scan(lexicon, "net sales rose")["metric"] == [(0, 2, "revenue")]
    lexicon.add("metric", "net profit", "net_income")
    assert scan(lexicon, "net sales, net profit")["metric"] == [(0, 2, "revenue"), (3, 5, "net_income")]


def test_a_phrase_may_end_in_an_elision():
    lexicon = Lexicon()
    for template in ("autour d'", "l'"):
        lexicon.add("near", template, template)
    found = scan(lexicon, "autour d'une île, l'or, autour d' Orlin")["near"]
    assert [hit[2] for hit in found] == ["autour d'", "l'", "autour d'"]
