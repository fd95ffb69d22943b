"""What the finders hand to the assembler: quantities, periods and names, with their tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from factcheck.interval import Interval
from factcheck.model import Bound, Kind, TimeKind
from factcheck.period import Period

Mod = Literal["before", "after", "by", "since", "until", "start", "mid", "end", "approx"]
Anchor = Literal["absolute", "published", "context"]


@dataclass(slots=True)
class Quantity:
    """A number with its qualifier, scale and unit, before it is known what it is about."""

    first: int  # tokens [first, last) of the sentence, the quote
    last: int
    start: int  # the same in characters of the document
    end: int
    value: float | None  # in base units; None for "almost zero"-like words without a number
    high: float | None
    unit: str  # as in Claim.unit; count where no unit is printed
    bound: Bound
    kind: Kind
    stated: Interval
    allowed: Interval
    number: tuple[int, int]  # tokens of the bare number with its scale, without qualifier and unit
    style: Literal["digits", "words", "vague"] = "digits"
    noun: tuple[int, int] | None = None  # tokens of the counted noun phrase right after the number, adjectives included
    per: str | None = None  # what a rate or a price is counted by: hour, share, 100 people
    direction: Literal["up", "down"] | None = None  # of a change, from the verb or noun that governs it
    role: Literal["from", "to", "by"] | None = None  # place in a from-to change
    role_of: int | None = None  # index, in the sentence's list of quantities, of the "to" figure a "from" belongs to
    ordinal: bool = False  # "third", "1.º": never a claim, kept for those who ask
    label: bool = False  # a bare number right after a name: Firefox 1.0, S&P 500
    points: bool = False  # printed in percentage points or basis points; the unit is percent


@dataclass(slots=True)
class PeriodMention:
    """A calendar expression: where it stands and what it stands for."""

    first: int
    last: int
    start: int
    end: int
    period: Period | None  # None where it cannot be resolved
    type: Literal["date", "duration", "set", "time"] = "date"
    timekind: TimeKind = "unknown"
    mod: Mod | None = None
    anchor: Anchor = "absolute"  # what it was resolved against
    timex: str = ""  # TIMEX3 value (ISO-TimeML), for those who score against it
    grain: str = ""  # day, month, quarter, year, range, window ...
    fiscal: bool = False  # a fiscal year or quarter is meant; `period` is the calendar one of that name
    node: tuple[Any, ...] = ()  # how it was read, ("shift", -1, ("dur", ((3, "year"),)), "p") for "three years ago"
    compares: bool = False  # "a year earlier", "the same period of 2018": no new topic for what follows
    parts: tuple[PeriodMention, ...] = ()  # the two ends of a range, as mentions of their own


@dataclass(slots=True)
class Name:
    """A name of a company, product, person or body in a sentence."""

    first: int
    last: int
    start: int
    end: int
    entity: str  # canonical: of rules/entities, else the fullest form the article prints
    known: bool = False  # rules/entities has it
    region: str | None = None  # set where the name is that of a place
    kind: str = ""  # company, product, body, agency, source … where rules/entities says so
    sure: bool = True  # False for a word that may be a plain noun with a capital
    indirect: bool = False  # a place that another word stands for: French, the country
    lead: int = -1  # the token at which its noun phrase begins, articles and titles included


@dataclass(slots=True)
class NounPhrase:
    """A phrase of plain nouns: where it stands and what stands around it."""

    first: int
    last: int
    lead: int  # the token at which it begins, its article included
    text: str
    head: str
    features: tuple[str, ...]  # of where it stands, whatever the figure
