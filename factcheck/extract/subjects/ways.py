"""What lies between a figure and the names before it: other names, relative clauses, an opening bracket."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.extract.subjects.roles import Features
from factcheck.extract.subjects.standing import TELLERS
from factcheck.extract.words.mentions import Name, NounPhrase, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens

_QUALIFIED = 4  # words in a bracket before its figure: Orlin (a market share of 35 %)


class Ways:
    """The names of one sentence, by how free the way from each to a figure is."""

    def __init__(self, sentence: Sentence, names: Sequence[Name]) -> None:
        tokens = sentence.tokens
        led, of = tokens.after("preposition"), tokens.after("of")
        sure = [name for name in names if name.sure]
        self.tokens = tokens
        self.ends = [name.last for name in names]
        self.free = [name.last for name in sure if not (name.region or name.lead in led or name.lead in of)]
        alone = len(sure) == 1 and sure[0].kind not in TELLERS
        self.sole = sure[0] if alone else None  # the only name of the sentence
        self.relatives = sorted(tokens.first("relative"))

    def features(self, name: Name, quantity: Quantity) -> Features:
        """What speaks for a name where the sentence has others, or relative clauses."""
        sole = name is self.sole
        if name.last > quantity.first:
            return [("sole", 1.0)] if sole else []
        at, end = name.last, quantity.first
        free = self.free[: bisect_left(self.free, end + 1)]
        crossed = bisect_left(self.relatives, end) - bisect_left(self.relatives, at) > 0
        flags = (
            ("sole", sole),
            ("nearest", bisect_left(self.ends, end + 1) == bisect_left(self.ends, at + 1)),
            ("last_of_many", len(free) > 1 and free[-1] == at),
            ("bracket", opens_bracket(name, quantity, self.tokens)),
            ("rel_between", crossed),
            (self._relative(at, end) if crossed else "", crossed),
        )
        return [(flag, 1.0) for flag, holds in flags if holds and flag]

    def _relative(self, at: int, end: int) -> str:
        """Whether a figure stands in the relative clause right behind a name, or past its comma: Orlin, which has 5."""
        forms, first = self.tokens.forms, self.relatives[bisect_left(self.relatives, at)]
        if first > at and not (first == at + 1 and forms[at] == ","):
            return ""
        return "past_relative" if "," in forms[first:end] else "antecedent"


def opens_bracket(named: Name | NounPhrase, quantity: Quantity, tokens: Tokens) -> bool:
    """Whether a figure is the first in brackets right behind a name or noun phrase: road works (2,703)."""
    return named.last == bracket_before(quantity, tokens)


def bracket_before(quantity: Quantity, tokens: Tokens) -> int:
    """The bracket that opens before a figure, with a few words at most between: Orlin (plus 2.2); -1 for none."""
    at = quantity.first - 1
    while at > 0 and quantity.first - at <= _QUALIFIED and tokens.forms[at][0].isalpha():
        at -= 1
    return at if at > 0 and tokens.forms[at] == "(" else -1


def is_bracketed(quantity: Quantity, tokens: Tokens) -> bool:
    """Whether a bracket opens right before a figure."""
    return quantity.first > 1 and tokens.forms[quantity.first - 1] == "("
