"""The dates that the sentences of an article lean on, as it goes on from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.extract.periods.find import find_periods
from factcheck.extract.periods.reference import Days
from factcheck.extract.times import story_dates, timing
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.period import Period


@dataclass(slots=True)
class Leaning:
    """What "a year earlier", "the same period" and a month without its year lean on."""

    context: Period | None = None  # the latest period named, for "a year earlier"
    paragraph: int = -9
    past: Period | None = None  # the latest of the story, however long gone, for "two years later"
    told_in: int = -9  # its paragraph
    recent: Period | None = None  # the latest of the last year or so, to which a new paragraph comes back
    stretch: Period | None = None  # the latest month, quarter or the like: what "the same period" is
    months: set[Days] = field(default_factory=set)  # those named without a year, of late

    def resolve(self, sentence: Sentence, vocabulary: Vocabulary, published: Period | None) -> list[PeriodMention]:
        """The calendar expressions of a sentence."""
        context = self.context if sentence.paragraph == self.paragraph else self.recent
        past = self.past if sentence.paragraph <= self.told_in + 1 else None
        return find_periods(sentence.tokens, vocabulary, published, context, self.stretch, self.months, past)

    def take(self, sentence: Sentence, published: Period | None) -> None:
        """Takes what later sentences may lean on; a period long gone only to the end of its paragraph."""
        past = story_dates.latest(sentence, None)
        if past:
            self.past, self.told_in = past, sentence.paragraph
        latest = story_dates.latest(sentence, published)
        if latest and not story_dates.is_window(latest, sentence):
            self.context, self.paragraph = latest, sentence.paragraph
            self.stretch = story_dates.latest_stretch(sentence, published) or self.stretch
            if not timing.is_gone(latest, published):
                self.recent = latest
        for mention in sentence.periods:
            period = mention.period
            if mention.node[0] == "month" and period and mention.anchor == "published":
                self.months.add((period.start, period.end))
