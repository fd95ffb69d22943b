"""A quantity while it is being read, and what the sentence offers to read it from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from factcheck.extract.numbers.number import Number, Starts
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.model import Bound, Kind

Role = Literal["from", "to", "by"]


@dataclass(slots=True)
class Draft:
    """A number that gathers its unit, qualifier, rate and place in a change."""

    number: Number
    first: int
    last: int
    value: float
    high: float | None = None
    unit: str = "count"
    bound: Bound = "exact"
    kind: Kind = "level"
    high_step: float = 1.0
    per: str | None = None
    points: bool = False
    label: bool = False
    noun: tuple[int, int] | None = None
    direction: Literal["up", "down"] | None = None
    role: Role | None = None
    target: Draft | None = None  # the "to" figure that a "from" or "by" belongs to
    core: tuple[int, int] = (0, 0)  # number and unit, without qualifier

    @classmethod
    def of(cls, number: Number) -> Draft:
        return cls(number, number.first, number.last, number.value, number.high, core=(number.first, number.last))

    def widen(self, first: int, last: int) -> None:
        """Takes more tokens into the quote."""
        self.first, self.last = min(self.first, first), max(self.last, last)

    def scale(self, factor: float) -> None:
        """Multiplies the value, without the noise of binary multiplication."""
        self.value = float(f"{self.value * factor:.15g}")
        self.number.step *= factor

    def settle(self) -> None:
        """Makes a half or fraction, whose unit is found, a number like any other."""
        if self.number.form in ("half", "fraction", "vulgar"):
            self.number.form = "plain"


@dataclass(slots=True)
class Reading:
    """A sentence's tokens and hits, by first token, for the steps that build quantities."""

    tokens: Tokens
    vocabulary: Vocabulary
    periods: Sequence[PeriodMention]
    rules: Any
    words: list[str] = field(init=False)
    forms: list[str] = field(init=False)
    starts: Callable[[str], Starts] = field(init=False)  # the hits of a category by their first token
    ends: Callable[[str], Starts] = field(init=False)  # the same by the token after their last

    def __post_init__(self) -> None:
        tokens = self.tokens
        self.words, self.forms, self.starts, self.ends = tokens.words, tokens.forms, tokens.first, tokens.after

    def word(self, i: int) -> str:
        """The lower-case token, empty beyond the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def hyphen(self, i: int) -> bool:
        """Whether token i is a hyphen that glues its neighbours."""
        tokens = self.tokens
        return self.word(i) in ("-", "‐", "‑") and tokens.glued(i) and i + 1 < len(tokens) and tokens.glued(i + 1)
