"""A figure whose time is asked for, and a period that it may be of."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.extract.times import compared, timing
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.model import Stance
from factcheck.period import Period
from factcheck.rulebook import Metric

FAR, MANY = 40, 3  # beyond this a distance, or a number of figures passed by, counts no more
AHEAD = frozenset({"forecast", "plan", "target", "offer"})

Features = list[tuple[str, float]]


@dataclass(slots=True)
class Figure:
    """A figure with what is known of it before its time is asked for."""

    quantity: Quantity
    sentence: Sentence
    metric: Metric | None
    stance: Stance
    present: bool  # its verb is in the present
    before: Period | None  # the time of the figure before it in the sentence
    kind: str = "other"  # flow, held or other, by its metric
    against: bool = False  # another figure is set against it: from 3 to 4
    apposed: bool = False  # it says the one before it again, or a part of it

    def __post_init__(self) -> None:
        if self.metric:
            going = self.present and self.quantity.per is not None  # it carries 300 a day
            held = going or self.metric.kind in timing.HELD
            self.kind = "held" if held else "flow" if self.metric.kind == "flow" else "event"
        self.against = compared.is_set_against(self.quantity, self.sentence)


@dataclass(slots=True)
class Date:
    """A period that a figure may be of; without a mention it is carried to the figure."""

    period: Period | None
    mention: PeriodMention | None
    features: Features = field(default_factory=list)


def grain_of(period: Period | None) -> str:
    """How long a period is, in a word."""
    size = period.days if period else None
    if size is None:
        return "open"
    return "day" if size == 1 else "days" if size < 28 else "month" if size <= 31 else "span" if size <= 366 else "long"
