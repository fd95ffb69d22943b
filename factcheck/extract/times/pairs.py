"""A change told before the two levels it leads between, each with its date: up 4 %, from 50 in May to 52 in June."""

from __future__ import annotations

from factcheck.extract.times.compared import told_in
from factcheck.extract.times.dating import is_beside
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence


def is_end_of_change(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool | None:
    """Whether a date is that of the later of two levels behind the change between them; None for no such date."""
    if quantity.unit != "percent" or mention.first < quantity.last or not _is_change(quantity, sentence):
        return None
    behind = sorted((q for q in told_in(sentence) if q.first >= quantity.last), key=lambda q: q.first)[:2]
    if len(behind) < 2 or behind[0].unit != behind[1].unit or behind[0].unit == "percent":
        return None
    dates = [_date_of(level, sentence) for level in behind]
    first, last = dates
    if first is None or last is None or first.last > behind[1].first or first is last:
        return None
    if any(quantity.last <= other.first < behind[0].first for other in sentence.periods):
        return None
    starts = [date.period.start for date in (first, last) if date.period and date.period.start]
    if len(starts) < len(dates) or mention not in (first, last):
        return None
    return mention is (last if starts[1] > starts[0] else first)


def _is_change(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a percentage is a change, or one in brackets behind what tells of it: avançou (10,6 %), de 3 a 4."""
    bracketed = quantity.first > 0 and sentence.tokens.forms[quantity.first - 1] == "("
    return quantity.kind == "change" or (quantity.kind == "share" and bracketed)


def _date_of(level: Quantity, sentence: Sentence) -> PeriodMention | None:
    """The date right behind a level."""
    dates = (m for m in sentence.periods if m.type == "date" and m.period and not m.compares)
    return next((mention for mention in dates if is_beside(mention, level, sentence)), None)
