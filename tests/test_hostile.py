"""Text that is no prose costs time in proportion to its length, and nothing breaks on it."""

import random
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.extract.assemble import extract
from factcheck.extract.words.vocabulary import languages
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
PIECES = [
    "1",
    "(",
    "and ",
    "12, ",
    "$5 million ",
    "5% of 6% of ",
    "in May 2019 ",
    "“A b” ",
    "...",
    "Ana Orlin ",
    "-",
    "1.1",
]


def claims(text, lang="en"):
    return extract(Document("a.txt", "a.txt", text, lang), BOOK)


def seconds(text):
    begin = time.process_time()
    claims(text)
    return time.process_time() - begin


@pytest.mark.parametrize("piece", PIECES)
def test_cost_grows_linearly(piece):
    claims("In 2019 sales rose 5%.")
    short, long = piece * (4_000 // len(piece)), piece * (40_000 // len(piece))
    assert seconds(long) < 40 * max(seconds(short), 0.01)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="0123456789.,'’ %$€()-–million inMay2019aAÉ\n“”", max_size=120),
    st.sampled_from(languages()),
)
@example("", "en")
def test_any_text_gives_claims_inside_it(text, lang):
    for claim in claims(text, lang):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.stated.low <= claim.stated.high
        assert claim.allowed.low <= claim.allowed.high


NEWS = Path(__file__).parent / "news"
CUT = [("en", "Three children were among those killed , state-run newspaper reports"), ("it", "del centrodestra R")]


@pytest.mark.parametrize(("lang", "text"), CUT)
def test_text_that_stops_short(lang, text):
    assert [claim.quote for claim in claims(text, lang)] in (["Three"], [])


@pytest.mark.parametrize("lang", sorted(path.stem for path in NEWS.glob("*.yml")))
def test_sentences_cut_anywhere(lang):
    dice = random.Random(lang)
    for row in yaml.safe_load((NEWS / f"{lang}.yml").read_text(encoding="utf-8")):
        words = row["text"].split(" ")
        first = dice.randrange(len(words))
        text = " ".join(words[first : dice.randrange(first, len(words)) + 1]).rstrip(".,;")
        assert all(text[claim.start : claim.end] == claim.quote for claim in claims(text, lang))
