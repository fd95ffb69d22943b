"""Which calendar expression dates a figure, and what is carried over when the sentence has none."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.sentences import Sentence
from factcheck.model import TimeKind
from factcheck.period import Period

REACH = 40


def date_of(quantity: Quantity, sentence: Sentence) -> PeriodMention | None:
    """The calendar expression nearest to a figure; one that opens the sentence dates all of it."""
    best: tuple[float, PeriodMention] | None = None
    for mention in sentence.periods:
        if mention.type != "date" or (mention.period is None and mention.timekind != "since_launch"):
            continue
        cost = _cost(mention, quantity, sentence)
        if cost <= REACH and (best is None or cost < best[0]):
            best = (cost, mention)
    return best[1] if best else None


def _cost(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> float:
    gaps = sentence.gaps
    if mention.first >= quantity.last:
        return gaps[mention.first] - gaps[quantity.last]
    between = gaps[quantity.first] - gaps[mention.last]
    opening = mention.first <= 2
    return min(between, 10.0 + between / 10) if opening else between + 1.0


def carried(period: Period | None) -> Period | None:
    """The period of a neighbour, marked as not stated for this figure."""
    return replace(period, basis="inferred") if period else None


def timekind_of(mention: PeriodMention | None, metric_kind: str | None, kind: str) -> TimeKind:
    """as_of for a level at a moment, during for what adds up over a period."""
    if mention is None:
        return "unknown"
    if mention.timekind == "since_launch":
        return "since_launch"
    if metric_kind in ("stock", "price", "rate", "cumulative") and kind in ("level", "share"):
        return "as_of"
    if metric_kind == "flow":
        return "during"
    return mention.timekind
