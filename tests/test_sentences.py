"""Sentences end where a reader stops, in every language."""

import time

import pytest

from factcheck.extract.words.sentences import split
from factcheck.extract.words.vocabulary import read_language
from factcheck.model import Document, Zone

CASES = [
    ("en", "Mr. Orlin paid $3.5 million. It was a record.", ["Mr. Orlin paid $3.5 million.", "It was a record."]),
    ("en", "Sales in the U.S. rose. Staff fell.", ["Sales in the U.S. rose.", "Staff fell."]),
    ("en", "“It rose 5%.” He left.", ["“It rose 5%.”", "He left."]),
    ("en", "Why? Nobody knows!", ["Why?", "Nobody knows!"]),
    ("en", "First line\n\nSecond line", ["First line", "Second line"]),
    ("de", "Am 9. Mai kamen 4,7 Mio. Gäste. Danach keiner.", ["Am 9. Mai kamen 4,7 Mio. Gäste.", "Danach keiner."]),
    ("nl", "Op 9 mei kwamen 4,7 mln. gasten. Daarna geen.", ["Op 9 mei kwamen 4,7 mln. gasten.", "Daarna geen."]),
    ("fr", "M. Orlin a vendu 2 500 t. Puis rien.", ["M. Orlin a vendu 2 500 t.", "Puis rien."]),
    ("es", "El Sr. Ruiz pagó 3 mill. de euros. Nada más.", ["El Sr. Ruiz pagó 3 mill. de euros.", "Nada más."]),
]


def sentences(text, lang="en", zones=()):
    return list(split(Document("a.txt", "a.txt", text, lang, zones=zones), read_language(lang)))


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_split(lang, text, expected):
    assert [s.text for s in sentences(text, lang)] == expected


def test_hard_wrapped_lines_are_joined():
    line = "the harbour authority of the northern towns counted many ships and\n"
    text = line * 7 + "then it stopped."
    assert len(sentences(text)) == 1


def test_zone_and_paragraph():
    text = "Ferries return\n\nThe line reopened. It carried 300.\n\nMore follows."
    found = sentences(text, zones=(Zone(0, 14, "headline"), Zone(16, 50, "lead")))
    assert [(s.zone, s.paragraph) for s in found] == [("headline", 0), ("lead", 1), ("lead", 1), ("body", 2)]


def test_line_ends_of_either_kind_part_the_same_paragraphs():
    text = "Ferries return\n\nThe line reopened.\nIt carried 300.\n\n\nMore follows."
    plain, carried = sentences(text), sentences(text.replace("\n", "\r\n"))
    assert [(s.text, s.paragraph) for s in carried] == [(s.text, s.paragraph) for s in plain]


@pytest.mark.parametrize("piece", ["1", "(", "and ", ".", "…", "\n ", "\n", "\n\t", "1 000 ", '"', "A", "1.", "a. "])
def test_hostile_text_costs_linear_time(piece):
    def cost(size):
        """The least of several runs, in seconds of processor time: whatever else runs only adds to it."""
        text, taken = piece * (size // len(piece)), []
        for _ in range(3):
            begin = time.process_time()
            sentences(text)
            taken.append(time.process_time() - begin)
        return min(taken)

    assert cost(400_000) < 30 * max(cost(40_000), 0.005)
