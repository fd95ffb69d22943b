"""The times an article as a whole is about, whichever of its sentences says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from factcheck.extract.periods.find import find_periods
from factcheck.extract.times import asides, dating, story_dates, timing
from factcheck.extract.times import bases as date_bases
from factcheck.extract.times.compared import told_in
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.period import Period, since

_PLACE = 4  # tokens of the place before the day in a date line
_DASHES = frozenset("-–—")
LAUNCH, SO_FAR = ("launch", 0), ("launch", "sofar")
_BEGUN = 8  # tokens between a word of beginning and its day
_MONTH, _NINE_MONTHS, _NEWS = 28, 280, 150  # days
_MONTHS = 31  # days of a length up to publication that is no news of late
_LEAD = 4  # sentences in which an article says what it is about
_DAYS = 4  # a weekend and what is told as one with it


@dataclass(frozen=True, slots=True)
class Almanac:
    """The first day, that of publication only where there is no other, and the first longer span of an article."""

    day: Period | None = None
    span: Period | None = None
    report: Period | None = None  # the first months that ended not long ago: what figures are reported for
    survey: Period | None = None  # the days on which people were asked
    fresh: bool = False  # that day is but a few before publication
    begun: Period | None = None  # from the day on which something was launched or broke out


def almanac(sentences: Sequence[Sentence], published: Period | None) -> Almanac:
    """The almanac of an article whose calendar expressions are found."""
    dated = [(sentence.index, m, period) for sentence in sentences for m, period in _told(sentence, published)]
    told = [period for _, _, period in dated]
    days = [period for at, _, period in dated if (period.days or 0) <= _DAYS and _is_news(period, at, published)]
    day = next((period for period in days if not timing.is_same(period, published)), days[0] if days else None)
    fresh = timing.is_fresh(day, published)
    spans = (period for _, m, period in dated if timing.is_span(period) and not _is_counted_back(m))
    news = fresh or any(_is_news_told(sentence, published) for sentence in sentences[:_LEAD])
    span = next((period for period in spans if not (news and timing.is_gone(period, published))), None)
    report = _spelled_out(next((period for period in told if _is_reported(period, published)), None), sentences)
    surveys = [period for sentence in sentences for period in _asked(sentence, published)]
    asked = max(surveys, key=lambda period: str(period.end), default=None)  # no survey before it
    return Almanac(day, span, report, asked, fresh, begun(sentences, published))


def _is_news_told(sentence: Sentence, published: Period | None) -> bool:
    """Whether a sentence tells on a day of late, whoever says so: officials said on Wednesday."""
    days = (m for m in sentence.periods if m.grain == "day" and dating.is_told(m, sentence))
    return any(timing.is_fresh(mention.period, published) for mention in days)


def _is_news(period: Period, index: int, published: Period | None) -> bool:
    """Whether an article can be about a day: one of late, or one that its first sentences name."""
    return index < _LEAD or not timing.is_over(period, published)


def _spelled_out(report: Period | None, sentences: Sequence[Sentence]) -> Period | None:
    """The months that end with the one of a headline, where the text never names that alone: the quarter to October."""
    if report is None:
        return None
    mentions = [(sentence.zone == "headline", mention) for sentence in sentences for mention in sentence.periods]
    named = {heading for heading, mention in mentions if mention.period and mention.period.start == report.start
             and mention.period.end == report.end}  # fmt: skip
    if named != {True}:
        return report
    ended = (mention.period for _, mention in mentions if mention.node[0] == "window" and mention.node[3] is not None)
    longer = (period for period in ended if period and period.end == report.end and timing.is_within(report, period))
    return next(longer, report)


def _asked(sentence: Sentence, published: Period | None) -> Iterator[Period]:
    """The days of a sentence on which people were asked: interviewed between 4 and 9 May."""
    if "survey" in sentence.tokens.hits:
        for mention in sentence.periods:
            period = mention.period
            several = mention.grain == "range" and period and period.days and period.days <= _MONTH
            over = not (timing.is_gone(period, published) or timing.is_ahead(period, published)) if period else False
            if period and several and over and mention.mod is None:
                yield period


def _is_reported(period: Period, published: Period | None) -> bool:
    """Whether a period is one whose results are news: a month, a quarter, nine months, over for some months at most."""
    if period.days is None or not (period.start and period.end and published and published.end):
        return False
    if period.start.day > 1 or (period.end + timedelta(days=1)).day > 1:
        return False
    return _MONTH <= period.days <= _NINE_MONTHS and 0 <= (published.end - period.end).days <= _NEWS


def begun(sentences: Sequence[Sentence], published: Period | None) -> Period | None:
    """The time since something began whose day the article names, where it says "since its launch" elsewhere."""
    if not any(mention.node == LAUNCH for sentence in sentences for mention in sentence.periods):
        return None
    dated = (
        mention.period
        for sentence in sentences
        for mention in sentence.periods
        if mention.period and _is_beginning(mention, sentence) and not timing.is_ahead(mention.period, published)
    )
    first = next(dated, None)
    return since(first, published.end if published else None, "inferred") if first else None


def _is_beginning(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a word of beginning stands near a day or month, with no figure between."""
    if mention.node[0] == "open":
        return mention.mod == "since" and mention.node[2][0] in ("day", "rel")
    if mention.grain not in ("day", "month") or mention.mod is not None or mention.compares:
        return False
    for first, last, _ in sentence.tokens.hits.get("begin", ()):
        between = range(last, mention.first) if last <= mention.first else range(mention.last, first)
        if len(between) <= _BEGUN and not any(quantity.first in between for quantity in told_in(sentence)):
            return True
    return False


def latest_date(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> Period | None:
    """The latest day or month that an article names with its year: near what it tells of, where nothing dates it."""
    found = (
        mention.period
        for sentence in sentences
        for mention in find_periods(sentence.tokens, vocabulary, None)
        if mention.anchor == "absolute" and mention.grain in ("day", "month") and mention.mod is None
    )
    dated = [period for period in found if period and period.start]
    return max(dated, key=lambda period: str(period.start), default=None)


def _is_counted_back(mention: PeriodMention) -> bool:
    """Whether an expression is a length up to publication: over the past year, so far this year."""
    long = mention.period is not None and (mention.period.days or 0) > _MONTHS
    return long and (mention.node[0] == "ytd" or (mention.node[0] == "window" and mention.node[3] is None))


def _told(sentence: Sentence, published: Period | None) -> Iterator[tuple[PeriodMention, Period]]:
    """The closed periods of a sentence that lie behind it and are no background."""
    for mention in sentence.periods:
        period = mention.period
        if period is None or period.days is None or mention.type != "date" or mention.compares:
            continue
        if mention.node[0] == "holiday":  # Christmas shoppers
            continue
        if timing.is_ahead(period, published) or timing.is_history(period, published):
            continue
        if date_bases.is_span_of_change(mention, sentence) or story_dates.is_start(mention, sentence):
            continue
        if asides.is_of_attribute(mention, sentence):
            continue
        if not (_is_open(mention) or dating.is_told(mention, sentence) or date_bases.is_base(mention, sentence)):
            yield mention, period


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
