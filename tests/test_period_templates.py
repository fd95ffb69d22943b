"""Every template of every language, filled with words of its classes, gives nodes and readings, never an error."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from factcheck import period as p
from factcheck.extract.periods import find as periods
from factcheck.extract.periods.templates import SHARED
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.tokens import tokenize
from factcheck.extract.words.vocabulary import Vocabulary, languages, read_language

# What stands for the classes that are not words of a language file.
DIGITS = {"NN": "4", "YYYY": "2019", "Y": "2019", "DAY": "4", "NUMBER": "3", "HM": "4.30", "HHMM": "0430"}
DIGITS |= {"DM": "4.5", "YDOT": "2019.5", "ROMAN": "XIX"}


def phrases_of(vocabulary: Vocabulary) -> dict[str, str]:
    """A phrase for each class of the templates of a language."""
    said = dict(DIGITS)
    for name, entries in vocabulary.section("periods")["words"].items():
        said[name] = expand(next(iter(entries.values()))[0])[0]
    said |= {"MONTH": vocabulary.cldr["months"]["5"][0], "WEEKDAY": vocabulary.cldr["weekdays"]["1"][0]}
    said |= {"WDSHORT": vocabulary.cldr["weekdays"]["1"][-1], "QUARTER": "Q2", "BAREMONTH": said["MONTH"]}
    said |= {"COUNT": "3", "DUR": f"3 {said['UNIT']}", "P": said["MONTH"], "D": f"4 {said['MONTH']}", "T": "4:30"}
    return said | {"SETP": expand(vocabulary.section("periods")["words"]["SET"]["P1D"][0])[0]}


def filled(vocabulary: Vocabulary) -> Iterator[str]:
    said = phrases_of(vocabulary)
    own = vocabulary.section("periods")["templates"]
    for templates in (*SHARED.values(), *own.values()):
        for template in templates:
            for phrase in expand(template):
                yield " ".join(said.get(word, word) for word in phrase.split())


@pytest.mark.parametrize("lang", languages())
def test_every_template_can_be_said(lang: str) -> None:
    vocabulary = read_language(lang)
    periods.register(vocabulary)
    for text in filled(vocabulary):
        tokens = tokenize(text)
        tokens.take(vocabulary.lexicon.scan(tokens))
        for published in (None, p.parse("2020-05-20")):
            found = periods.find_periods(tokens, vocabulary, published)
            assert all(a.last <= b.first for a, b in pairwise(found)), text
