"""A numeral as found, and what a sentence offers to read numerals from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from factcheck.extract.numbers.numerals import Atom, Numerals
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.tokens import Edges, Tokens

Starts = Edges
HYPHENS = frozenset("-‐‑")


@dataclass(slots=True)
class Number:
    """A numeral with its scale, tokens [first, last)."""

    first: int
    last: int
    value: float
    step: float = 1.0  # of the last printed digit, scaled
    decimals: bool = False
    style: Literal["digits", "words", "vague"] = "words"
    high: float | None = None  # of a vague plural
    rough: bool = False
    scale: float = 1.0  # what the words or signs after the digits multiply by
    form: Literal["plain", "fraction", "vulgar", "part", "ordinal", "half", "article"] = "plain"
    signed: bool = False  # a plus sign stands before it


def places(tokens: Tokens, rules: Numerals) -> list[int]:
    """The tokens, in order, at which a number may begin."""
    atoms, words = tokens.first("q_number"), tokens.words
    found = {*tokens.digits, *atoms, *tokens.first("q_vulgar"), *tokens.first("q_ordinal")}
    if atoms:
        found.update([i - 1 for i in atoms if i and words[i - 1] in rules.articles])
    if rules.compounds is not None:
        found.update(rules.compounds.places(words))
    return sorted(found)


_MODEL = 2  # digits in the name of a model


class NumeralText:
    """A sentence's tokens with the hits that make numerals, by first token."""

    def __init__(self, tokens: Tokens, rules: Numerals) -> None:
        self.tokens, self.rules, self.words = tokens, rules, tokens.words
        self.atoms = tokens.first("q_number")
        self.suffixes = tokens.first("q_suffix")
        self.vulgar = tokens.first("q_vulgar")
        self.tails = tokens.first("q_tail")
        self.ordinals = tokens.first("q_ordinal")
        self.money_ends = {last for _, last, name in tokens.hits.get("q_currency", ()) if self._is_money(last, name)}
        self.money_starts = tokens.first("q_currency").keys()
        self.units = tokens.first("q_unit")
        self.qualified = tokens.after("q_before").keys()
        self.coins = tokens.first("q_cents")

    def _is_money(self, j: int, name: Any) -> bool:
        """Whether a name of money before token j is one: of a sign such as the N of N95, only before a scale."""
        if j + 1 in self.atoms or j + 1 in self.suffixes:
            return True
        return not (name.scaled or (name.before and self._is_model(j)))

    def _is_model(self, j: int) -> bool:
        """Whether one letter and digits name a thing: behind a name or an article, the Corvo R8, la R44."""
        tokens, at = self.tokens, j - 2  # the word before the sign
        if at < 0 or len(tokens.forms[j - 1]) > 1 or not tokens.glued(j) or not tokens.forms[j - 1].isalpha():
            return False
        named = at > 0 and tokens.forms[at][0].isupper() and tokens.forms[at][-1].islower()
        led = tokens.after("determiner")
        described = at in led and len(tokens.forms[j]) <= _MODEL and tokens.forms[at].isalpha()  # the new R44
        return named or described or at + 1 in led

    def atom(self, j: int) -> tuple[int, Atom]:
        """The end and the atom at token j."""
        last, atom = self.atoms[j]
        assert isinstance(atom, Atom)
        return last, atom

    def next_atom(self, j: int, place: str) -> int:
        """Where the next atom may stand: past a hyphen that glues, or a joiner allowed here."""
        words, tokens = self.words, self.tokens
        if j >= len(words):
            return -1
        if words[j] in HYPHENS and tokens.glued(j) and j + 1 < len(words) and tokens.glued(j + 1):
            if (
                words[j + 1] in self.rules.joiners
                and words[j + 2 : j + 3] == ["-"]
                and place in self.rules.joiners[words[j + 1]]
            ):
                return j + 3  # vingt-et-un
            return j + 1
        places = self.rules.joiners.get(words[j])
        if places and place in places and (j + 1 in self.atoms or j + 1 in self.ordinals):
            return j + 1
        if place in ("collective", "hundred") and words[j] in self.rules.of and j + 1 in self.atoms:
            return j + 1 if self.atom(j + 1)[1].place == "scale" else j
        return j

    def take_tail(self, number: Number) -> bool:
        """Takes in "and a half": two and a half, a million and a half, um trilhão e meio milhão."""
        if number.last not in self.tails or number.decimals:
            return False
        last, scale = self.tails[number.last][0], number.scale
        if scale > 1 and last in self.atoms and 1e3 <= self.atom(last)[1].value < scale:
            last, scale = self.atoms[last][0], self.atom(last)[1].value
        number.value += scale / 2
        number.step, number.decimals, number.last = scale / 10, True, last
        return True

    def take_minus(self, number: Number) -> None:
        """Takes in a word such as "minus" right before a number that no qualifier ends at (por lo menos diez)."""
        i = number.first
        if (
            i
            and self.words[i - 1] in self.rules.minus
            and i not in self.qualified
            and not (i > 1 and (self.words[i - 2][0].isdecimal() or i - 2 in self.atoms))
            and (self.words[i - 1] not in self.rules.minus_weak or self._is_closed(number.last))
        ):
            number.first, number.value = i - 1, -number.value
        elif i and self.words[i - 1] in self.rules.plus and i not in self.qualified and self._is_part_of_none(number):
            number.signed = True

    def _is_part_of_none(self, number: Number) -> bool:
        """Whether a number is a percentage of nothing named: mais 12 % do que em março, but mais 12 % of the votes."""
        if number.last not in self.tokens.first("q_percent"):
            return False
        end = self.tokens.first("q_percent")[number.last][0]
        led = end + 1 < len(self.words) and self.words[end] in self.rules.of
        return not led or end in self.tokens.first("than")

    def _is_closed(self, j: int) -> bool:
        """Whether nothing that is counted follows: negative 0.3 per cent, but tested negative three times."""
        if j >= len(self.words) or not self.words[j][0].isalpha() or j in self.atoms:
            return True
        measured = j in self.units and dimension(self.units[j][1].unit) != "time"
        divided = self.words[j] in self.rules.fraction_signs or j in self.tokens.first("q_fraction")
        return measured or divided or j in self.tokens.first("q_percent")
