"""Which dates of a sentence the others of an article may lean on."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.periods.in_sentence import is_passing
from factcheck.extract.times import asides, dating, timing
from factcheck.extract.times import bases as date_bases
from factcheck.extract.times.compared import told_in
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.sentences import Sentence
from factcheck.period import Period

_STRETCHES = frozenset({"month", "quarter", "half", "year", "range"})
_PLAN = 4  # tokens between "budget" and its year


def latest(sentence: Sentence, published: Period | None) -> Period | None:
    """The last date a sentence names that later sentences may refer to: history does not count in dated news."""
    return next((mention.period for mention in _leant_on(sentence, published)), None)


def is_window(period: Period, sentence: Sentence) -> bool:
    """Whether a period is one that is counted back from publication: the last twelve months."""
    windows = (m for m in sentence.periods if m.node[0] == "window" and m.node[3] is None)
    return any(mention.period == period for mention in windows)


def latest_stretch(sentence: Sentence, published: Period | None) -> Period | None:
    """The last month, quarter or the like among them: what "the same period" is."""
    stretches = (m.period for m in _leant_on(sentence, published) if m.grain in _STRETCHES)
    return next((period for period in stretches if period and (period.days or 0) > 1), None)


def _leant_on(sentence: Sentence, published: Period | None) -> Iterator[PeriodMention]:
    for mention in reversed(sentence.periods):
        period = mention.period
        if period is None or not (period.start and period.end) or mention.type != "date" or mention.compares:
            continue
        if mention.mod == "since":
            continue
        passing = is_passing(mention.node) or timing.is_history(period, published)
        passing = passing or date_bases.is_span_of_change(mention, sentence)
        passing = passing or (mention.grain == "day" and dating.is_told(mention, sentence))
        aside = _is_aside(mention, sentence) or is_start(mention, sentence) or date_bases.is_base(mention, sentence)
        if not (passing or aside):
            yield mention


def is_start(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a date stands beside a figure that another is set against: up from 3 million in 2003."""
    return any(
        (dating.is_beside(mention, q, sentence) and q.role == "from") or dating.is_of_compared(mention, q, sentence)
        for q in told_in(sentence)
    )


def _is_aside(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a date stands in an aside, or only says how rare something is."""
    described = asides.aside_of(mention, sentence) is not None or asides.is_of_attribute(mention, sentence)
    return described or date_bases.is_background(mention, sentence)


def is_length_of_change(period: Period, sentence: Sentence) -> bool:
    """Whether a period only says how long a change took that the sentence tells."""
    return any(m.period == period and date_bases.is_span_of_change(m, sentence) for m in sentence.periods)


def planned(sentence: Sentence) -> Period | None:
    """The year that a budget or other plan is for, where the sentence names both: the 2026 budget."""
    hits = sentence.tokens.hits
    plans = [hit[:2] for category in ("budget", "plan") for hit in hits.get(category, ())]
    for mention in sentence.periods:
        year = mention.period if mention.type == "date" and mention.grain == "year" else None
        if year and any(mention.last == first or 0 <= mention.first - last <= _PLAN for first, last in plans):
            return year
    return None


def frame(sentence: Sentence, published: Period | None) -> Period | None:
    """The first date of a sentence that an article can be about: past, not open, not longer than a year.

    The day on which something was said is none, nor one that no figure stands by.
    """
    told = {last for _, last, _ in sentence.tokens.hits.get("say", ())}
    for mention in sentence.periods:
        period = mention.period
        if any(0 <= mention.first - last <= 1 for last in told):
            continue
        usable = mention.type == "date" and mention.mod not in ("before", "after", "since", "until", "by")
        usable = usable and not (date_bases.is_span_of_change(mention, sentence) or is_start(mention, sentence))
        usable = usable and not date_bases.is_base(mention, sentence) and mention.node[0] != "holiday"
        usable = usable and not (period and sentence.index and timing.is_history(period, published))
        usable = usable and not asides.is_of_attribute(mention, sentence)
        if usable and period and period.days and period.days <= 366 and not timing.is_ahead(period, published):
            return period
    return None
