"""Tokens keep numbers whole, split elisions and know their offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.words.tokens import tokenize

CASES = [
    ("$5.7 million", ["$", "5.7", "million"]),
    ("816 000 t", ["816 000", "t"]),
    ("3\u202f000\u202f000,5 €", ["3\u202f000\u202f000,5", "€"]),
    ("CHF 3'000", ["CHF", "3'000"]),
    ("l'entreprise d’Oslo", ["l'", "entreprise", "d’", "Oslo"]),
    ("Nordkette's staff don't", ["Nordkette", "'s", "staff", "don", "'t"]),
    ("a 15-second clip", ["a", "15", "-", "second", "clip"]),
    ("512kbps", ["512", "kbps"]),
    ("in 2019 300 people", ["in", "2019", "300", "people"]),
    ("R$ 3 bi", ["R", "$", "3", "bi"]),
]


@pytest.mark.parametrize(("text", "forms"), CASES)
def test_forms(text, forms):
    assert tokenize(text).forms == forms


def test_offsets_point_into_the_whole_text():
    text = "Lead.  About 12 ferries ran."
    tokens = tokenize(text, 7)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.forms
    assert tokens.span(1, 3) == "12 ferries"


def test_glued():
    tokens = tokenize("6km away")
    assert [tokens.glued(i) for i in range(3)] == [False, True, False]


@given(st.text(max_size=200))
def test_tokens_cover_all_but_space(text):
    tokens = tokenize(text)
    covered = {i for a, b in zip(tokens.starts, tokens.ends, strict=True) for i in range(a, b)}
    assert all(char.isspace() for i, char in enumerate(text) if i not in covered)
    assert tokens.starts == sorted(tokens.starts)
