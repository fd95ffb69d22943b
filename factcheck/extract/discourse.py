"""What an article carries from sentence to sentence: subject, source, period, metric, place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from factcheck.extract.subjects.standing import Standing
from factcheck.extract.times import timing
from factcheck.extract.times.almanac import Almanac
from factcheck.extract.times.leaning import Leaning
from factcheck.period import Period

_LAST = date.max
_NEAR = 1  # sentences for which a place that the article is not about holds
_SECTION = 3  # paragraphs for which a heading inside an article says what they are about


@dataclass(slots=True)
class Discourse:
    """The latest of each slot that a sentence may leave unsaid, and where it was said."""

    topic: str | None = None
    topic_is_place: bool = False
    topic_is_statistics: bool = False  # an office of statistics, which tells of its country
    persons: frozenset[str] = frozenset()  # who leads or tells of others, seldom what a figure is about
    standings: dict[str, Standing] = field(default_factory=dict)
    topicality: dict[str, float] = field(default_factory=dict)  # how likely it is about each of what it names, in logs
    frequent: tuple[str, ...] = ()  # what it is likeliest about
    words: Counter[str] = field(default_factory=Counter)  # how often the article prints each word, in lower case
    headline: frozenset[str] = frozenset()  # the words of its headline
    previous: tuple[str, ...] = ()  # the names of the sentence before, the main one first
    topic_is_name: bool = True  # no plain noun
    opening: str | None = None  # the plain noun with which the headline begins
    section: str | None = None  # what the latest heading inside the article names
    section_paragraph: int = -9
    last_entity: str | None = None  # what the latest figure was about
    named: dict[str, tuple[int, int]] = field(default_factory=dict)  # the last sentence and paragraph that name it
    told: Counter[str] = field(default_factory=Counter)  # how many figures were about it
    paragraph: int = -9  # that of the sentence before
    home: str | None = None  # region the article is about
    home_name: str | None = None  # as the article names it, else its language
    subject: str | None = None
    subject_paragraph: int = -9
    frame: Period | None = None  # the days or months that the headline or lead says the article is about
    almanac: Almanac = field(default_factory=Almanac)  # the times it is about as a whole
    leaning: Leaning = field(default_factory=Leaning)  # the dates that later ones lean on
    period: Period | None = None  # the latest period that dated a figure
    period_paragraph: int = -9
    period_sentence: int = -9
    span: Period | None = None  # the latest period of some weeks or more: what results are reported for
    plan: Period | None = None  # the year that a budget is for
    currency: str | None = None
    money_metric: str | None = None  # the latest metric that an amount of money was said to be
    counted: str | None = None  # what the latest count was of, named metric or not
    rate_metric: str | None = None  # the latest metric that a percentage was said to be, none that is only a change
    theme: str | None = None  # what amounts of money are in an article about nothing else: transfers, takings
    change_theme: str | None = None  # the same of changes in percent: wage talks
    traded: frozenset[str] = frozenset()  # the currencies and goods it names, which have a price and nothing else
    is_market: bool = False  # an article about a stock exchange: its firms rise and fall in price
    share_theme: str | None = None  # the same of percentages: an election poll
    of_percentages: bool = False  # its points are those of a percentage
    share: str | None = None  # the kind of share that the article names: a market share
    metric: str | None = None
    spoken: dict[str, str] = field(default_factory=dict)  # the latest metric of each dimension, however far back
    metric_paragraph: int = -9
    place: str | None = None  # the latest place that a figure of the sentence being read was given
    region: str | None = None
    region_paragraph: int = -9
    region_sentence: int = -9

    def date(self, period: Period, sentence: int, paragraph: int, published: Period | None) -> None:
        """Takes a period that dated a figure; of two in one sentence the later one, history never."""
        if timing.is_history(period, published):
            return
        if sentence == self.period_sentence and self.period and (period.end or _LAST) < (self.period.end or _LAST):
            return
        self.period, self.period_paragraph, self.period_sentence = period, paragraph, sentence
        if timing.is_span(period) and not timing.is_ahead(period, published):
            self.span = period

    def meant(self, paragraph: int) -> str | None:
        """What a pronoun or "the company" stands for: the subject of the paragraph so far, else the topic."""
        return (self.subject if paragraph == self.subject_paragraph else None) or self.topic

    def section_for(self, paragraph: int) -> str | None:
        """What a heading not far above names, unless the paragraph has named another subject."""
        far = paragraph - self.section_paragraph > _SECTION or self.section == self.topic
        return None if far or paragraph == self.subject_paragraph else self.section

    def period_for(self, paragraph: int) -> Period | None:
        return self.period if paragraph - self.period_paragraph <= 1 else None

    def metric_for(self, paragraph: int) -> str | None:
        return self.metric if paragraph - self.metric_paragraph <= 1 else None

    def region_for(self, paragraph: int, sentence: int) -> str | None:
        near = sentence - self.region_sentence <= _NEAR or self.region == self.home
        return self.region if paragraph == self.region_paragraph and near else None
