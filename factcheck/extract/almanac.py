"""The times an article as a whole is about, whichever of its sentences says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract import date_bases, dating, timing
from factcheck.extract.mentions import PeriodMention
from factcheck.extract.sentences import Sentence
from factcheck.period import Period

_PLACE = 4  # tokens of the place before the day in a date line
_DASHES = frozenset("-–—")
_DAYS = 4  # a weekend and what is told as one with it


@dataclass(frozen=True, slots=True)
class Almanac:
    """The first day, that of publication only where there is no other, and the first longer span of an article."""

    day: Period | None = None
    span: Period | None = None
    fresh: bool = False  # that day is but a few before publication


def almanac(sentences: Sequence[Sentence], published: Period | None) -> Almanac:
    """The almanac of an article whose calendar expressions are found."""
    told = [period for sentence in sentences for period in _told(sentence, published)]
    days = [period for period in told if (period.days or 0) <= _DAYS]
    day = next((period for period in days if not timing.is_same(period, published)), days[0] if days else None)
    span = next((period for period in told if timing.is_span(period)), None)
    return Almanac(day, span, _is_fresh(day, published))


def _is_fresh(day: Period | None, published: Period | None) -> bool:
    """Whether a day is at most a few from that of publication."""
    if day is None or day.end is None or published is None or published.end is None:
        return False
    return abs((published.end - day.end).days) <= _DAYS


def _told(sentence: Sentence, published: Period | None) -> Iterator[Period]:
    """The closed periods of a sentence that lie behind it and are no background."""
    for mention in sentence.periods:
        period = mention.period
        if period is None or period.days is None or mention.type != "date" or mention.compares:
            continue
        if timing.is_ahead(period, published) or timing.is_history(period, published):
            continue
        if not (_is_open(mention) or dating.is_told(mention, sentence) or date_bases.is_base(mention, sentence)):
            yield period


def _is_open(mention: PeriodMention) -> bool:
    return mention.mod in ("before", "after", "since", "until", "by") or mention.timex == "PRESENT_REF"


def drop_datelines(sentences: Sequence[Sentence], published: Period | None) -> None:
    """Leaves out the day in a date line, Manila, May 2 -, where the article goes on with another day."""
    days = [m.period for s in sentences for m in s.periods if m.type == "date" and m.period and m.period.days == 1]
    if published is None or all(timing.is_same(day, published) for day in days):
        return
    for sentence in sentences:
        sentence.periods = [m for m in sentence.periods if not _is_dateline(m, sentence, published)]
        sentence.asides.clear()


def _is_dateline(mention: PeriodMention, sentence: Sentence, published: Period) -> bool:
    if mention.first > _PLACE or mention.period is None or not timing.is_same(mention.period, published):
        return False
    forms = sentence.tokens.forms
    dashed = any(form in _DASHES for form in forms[mention.last : mention.last + 2])
    return dashed or len(forms) - (mention.last - mention.first) <= _PLACE
