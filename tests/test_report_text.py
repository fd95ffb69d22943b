import json

import make
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.passages import Places
from factcheck.report.text import around, escape_json, inert, one_line, shorten


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\u202egpj.exe", "a⟨U+202E⟩gpj.exe"),
        ("\x9b1m", "⟨U+009B⟩1m"),
        ("pro\u00adfit", "profit"),
        ("\ud800", "\ufffd"),
        ("one\r\ntwo\rthree", "one\ntwo␍three"),
        ("\U000e0041", "⟨U+E0041⟩"),
    ],
)
def test_characters_that_act_are_made_visible(raw, shown):
    assert inert(raw) == shown


@given(st.text())
def test_inert_text_holds_no_acting_character_and_is_stable(text):
    once = inert(text)
    assert inert(once) == once
    assert not any(ord(char) < 0x20 and char not in "\t\n" for char in once)


@given(st.text(st.characters(codec="utf-8")))
def test_escaped_json_means_the_same(text):
    assert json.loads(escape_json(json.dumps(text, ensure_ascii=False))) == text


@given(st.text(), st.integers(1, 40))
def test_shortened_text_fits(text, width):
    assert len(shorten(text, width)) <= max(width, 1)


@given(st.text("ab \n", max_size=80), st.data())
def test_context_holds_the_span_and_no_more_than_its_reach(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = around(text, start, end, 9)
    assert max(0, start - 9) <= low <= start <= end <= high <= min(len(text), end + 9)


def test_passages_join_to_the_text_they_are_cut_from():
    result = make.result()
    places = Places(result)
    for claim in result.claims:
        joined = "".join(piece.text for piece in places.passage(claim))
        assert joined in places.documents[claim.doc].text


def test_rivals_in_the_same_passage_are_marked():
    total, ships, month, _ = make.result().claims
    roles = [(piece.text, piece.role) for piece in Places(make.result()).passage(ships, [ships, month])]
    assert ("14 ships", "mark") in roles
    assert ("410,000", "other") in roles
    assert total.quote not in [text for text, role in roles if role != "context"]


def test_a_claim_whose_document_is_not_at_hand_is_shown_from_its_sentence():
    claim = make.claim()
    pieces = Places(make.result(documents=[])).passage(claim)
    assert one_line("".join(piece.text for piece in pieces)) == one_line(claim.sentence)


@pytest.mark.parametrize(
    ("text", "offset", "place"), [("a\nb", 2, (2, 1)), ("a\r\nbc", 4, (2, 2)), ("a\rb", 2, (2, 1))]
)
def test_lines_and_columns(text, offset, place):
    result = make.result(documents=[make.document("x.txt", text)])
    assert Places(result).position("x.txt", offset) == place
