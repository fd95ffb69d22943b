"""Figures and names that stand in pairs: 67 in Orlin and 10 in Lee; Orlin 34, Lee 12; Orlin and Lee, 3 and 5 each."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.subjects.roles import Features
from factcheck.extract.subjects.ways import bracket_before
from factcheck.extract.words.mentions import Name, Quantity
from factcheck.extract.words.sentences import Sentence

_OPENERS = ("(", ":", ",")


class Pairs:
    """Which figure of a sentence each name is tied to, by the first tokens of both."""

    def __init__(self, sentence: Sentence, names: Sequence[Name]) -> None:
        self.behind: dict[int, int] = {}  # 67 in Orlin
        self.before: dict[int, int] = {}  # Orlin 34, Orlin (34)
        self.listed: dict[int, int] = {}  # Orlin (34), Lee (plus 12); Orlin with 34, Lee with 12
        self.in_turn: dict[int, int] = {}  # Orlin and Lee, 3 and 5 respectively
        if len(sentence.quantities) > 1 and len(names) > 1:
            self._tie(sentence, names)

    def _tie(self, sentence: Sentence, names: Sequence[Name]) -> None:
        tokens, figures = sentence.tokens, sentence.quantities
        ends = {end: q.first for q in figures for end in (q.last, q.noun[1] if q.noun else q.last)}
        starts = {q.first: q.first for q in figures}
        starts |= {q.first - 1: q.first for q in figures if tokens.forms[q.first - 1] in _OPENERS}
        lists = {bracket_before(q, tokens): q.first for q in figures} | _with(sentence)
        led, of = tokens.after("preposition"), tokens.after("of")
        for name in names:
            link = led.get(name.lead) or of.get(name.lead)
            if link and link[0] in ends:
                self.behind[name.first] = ends[link[0]]
            if name.last in lists:
                self.listed[name.first] = lists[name.last]
            if name.last in starts:
                self.before[name.first] = starts[name.last]
        if "in_turn" in tokens.hits:
            self._turns(tokens.hits["in_turn"][0][0], figures, names)

    def _turns(self, at: int, figures: Sequence[Quantity], names: Sequence[Name]) -> None:
        """Pairs the last two figures before the word, else the two behind it, with the last two names before them."""
        before = [q.first for q in figures if q.first < at]
        run = before[-2:] if len(before) > 1 else [q.first for q in figures][:2]
        told = [name.first for name in names if name.first < run[0]][-2:]
        if len(told) == len(run):
            self.in_turn = dict(zip(told, run, strict=True))

    def features(self, name: Name, quantity: Quantity) -> Features:
        """What speaks for a name where it is tied to this figure, or to another."""
        found: Features = []
        for kind, ties in (("behind", self.behind), ("before", self.before), ("in_turn", self.in_turn)):
            if name.first in ties:
                found.append((f"tied_{kind}" if ties[name.first] == quantity.first else f"untied_{kind}", 1.0))
        if name.region is None and len(self.listed) > 1 and self.listed.get(name.first) == quantity.first:
            found.append(("listed", 1.0))
        return found


def _with(sentence: Sentence) -> dict[int, int]:
    """The first tokens of figures behind "with", by the token behind the name that has them: Orlin, with 34."""
    tokens, found = sentence.tokens, {}
    leads = tokens.after("with")
    for quantity in sentence.quantities:
        if quantity.first in leads:
            at = leads[quantity.first][0]
            found[at - 1 if at and tokens.forms[at - 1] == "," else at] = quantity.first
    return found
