"""Which calendar expression dates a figure, and what is carried over when the sentence has none."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.extract import date_bases, dating
from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.period_mentions import is_passing
from factcheck.extract.sentences import Sentence
from factcheck.model import TimeKind
from factcheck.period import Period, days, last_day, month, on
from factcheck.rulebook import Metric

_HISTORY = 4  # years before publication after which a date is background
HELD = frozenset({"stock", "price", "rate", "share", "cumulative"})  # kinds of metric that have a value at a moment
_WEEKS, _GONE = 20, 300  # days
_VERB = 7  # the way from a verb to its figure
_PLAN = 4  # tokens between "budget" and its year


def is_present(quantity: Quantity, sentence: Sentence, participles: tuple[str, ...] = ()) -> bool:
    """Whether the figure's verb is in the present, so that no earlier date can be carried to it."""
    gaps, at, words = sentence.gaps, quantity.first, sentence.tokens.words
    return any(
        last <= at and gaps[at] - gaps[last] <= _VERB and not (participles and words[last].endswith(participles))
        for _, last, _ in sentence.tokens.hits.get("present", ())
    )


def is_ahead(period: Period | None, published: Period | None) -> bool:
    """Whether most of a period lies after the day of publication."""
    if period is None or published is None or published.end is None:
        return False
    if period.end is None:
        return period.start is not None and period.start > published.end
    start = period.start or period.end
    return start > published.end or (period.end - published.end) > (published.end - start) * 2


def starts_ahead(period: Period, published: Period | None) -> bool:
    """Whether a period begins after the day of publication."""
    return bool(period.start and published and published.end and period.start > published.end)


def meant(mention: PeriodMention, metric: Metric | None, published: Period | None = None) -> Period | None:
    """The period of a mention as a metric takes it.

    "A year ago" a level was that of a month, "now" a share is. The end of a month is its
    last day, except to what adds up over time; what a firm earned "at 30 June" is that of the year which ended then.
    """
    period, flow = mention.period, metric is not None and metric.kind == "flow"
    adds_up = flow or metric is None or metric.kind in ("event", "cumulative")
    if adds_up and mention.mod == "until" and period and period.start is None and period.end:
        return days(date(period.end.year, 1, 1), period.end, period.basis)  # what was sold up to June, of this year
    if (
        mention.mod == "before"
        and period
        and period.end
        and published
        and published.start
        and is_ahead(period, published)
    ):
        return days(published.start, period.end, period.basis)  # what is to be before 2030, from now on
    if period is None or period.start is None or period.end is None or period.days is None:
        return period
    if mention.timex == "PRESENT_REF" and period.days == 1 and metric is not None and metric.kind in ("rate", "share"):
        return month(period.start.year, period.start.month, basis=period.basis)  # shares of a market are told monthly
    rate = metric is not None and metric.kind == "rate" and not metric.vague  # growth is that of the whole year
    if rate and mention.grain == "range" and period.days in (365, 366):
        return month(period.end.year, period.end.month, basis=period.basis)  # inflation in the year to March
    if mention.node[0] == "shift" and published and (metric is None or metric.kind in HELD):
        return _just_then(mention, published) or period
    closing = period.end.day == last_day(period.end.year, period.end.month).day
    month_end = mention.node[:2] == ("part", "end") and mention.node[2][0] == "month"
    if month_end and (metric is None or metric.kind in HELD):
        return on(period.end, period.basis)
    if flow and metric and metric.units == ("money",) and period.days == 1 and closing and mention.grain == "day":
        before = last_day(period.end.year - 1, period.end.month)
        return days(before + timedelta(days=1), period.end, period.basis)
    return period


def _just_then(mention: PeriodMention, published: Period) -> Period | None:
    """The month a year before publication, the day a week before it."""
    _, sign, length, anchor = mention.node
    if anchor != "p" or sign > 0 or published.start is None:
        return None
    if length[1] == ((1, "year"),):
        return month(published.start.year - 1, published.start.month, basis="resolved")
    return on(published.start - timedelta(days=7), "resolved") if length[1] == ((1, "week"),) else None


def latest(sentence: Sentence, published: Period | None) -> Period | None:
    """The last date a sentence names that later sentences may refer to: history does not count in dated news."""
    for mention in reversed(sentence.periods):
        period = mention.period
        if period is None or not (period.start and period.end) or mention.type != "date" or mention.compares:
            continue
        if mention.mod == "since":
            continue
        passing = is_passing(mention.node) or is_history(period, published)
        passing = passing or date_bases.is_span_of_change(mention, sentence)
        aside = _is_aside(mention, sentence) or is_start(mention, sentence) or date_bases.is_base(mention, sentence)
        if not (passing or aside):
            return period
    return None


def is_start(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a date stands beside a figure that another is set against: up from 3 million in 2003."""
    return any(
        dating.is_beside(mention, q, sentence) and (q.role == "from" or dating.is_compared(q, sentence))
        for q in sentence.quantities
    )


def _is_aside(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a date stands in an aside, or only says how rare something is."""
    return date_bases.is_background(mention, sentence) or dating.aside_of(mention, sentence) is not None


def is_same(frame: Period | None, published: Period | None) -> bool:
    """Whether a frame says no more than the day of publication does, or nothing."""
    return frame is None or (published is not None and (frame.start, frame.end) == (published.start, published.end))


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


def is_span(period: Period) -> bool:
    """Whether a period is one that results are reported for: some weeks to a year."""
    return period.days is not None and _WEEKS <= period.days <= 366


def is_history(period: Period, published: Period | None) -> bool:
    """Whether a period lies so far back that it is background in dated news."""
    if period.start is None or published is None or published.start is None:
        return False
    return period.start.year < published.start.year - _HISTORY


def is_within(period: Period | None, other: Period | None) -> bool:
    """Whether a period lies within a longer one, both closed."""
    if not (period and other and period.start and period.end and other.start and other.end):
        return False
    return other.start <= period.start and period.end <= other.end and period.days != other.days


def is_over(period: Period, published: Period | None) -> bool:
    """Whether a period ended weeks before publication."""
    ended = period.end or period.start
    return bool(ended and published and published.start and (published.start - ended).days > _WEEKS)


def is_gone(period: Period, published: Period | None) -> bool:
    """Whether a period ended so long before dated news that a story of it would say so again."""
    ended = period.end or period.start
    return bool(ended and published and published.start and (published.start - ended).days > _GONE)


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
        usable = usable and not date_bases.is_base(mention, sentence)
        if usable and period and period.days and period.days <= 366 and not is_ahead(period, published):
            return period
    return None


def this_month(published: Period | None, basis: str) -> Period | None:
    """The month of publication."""
    if published is None or published.start is None:
        return None
    return month(published.start.year, published.start.month, basis)


def carried(period: Period | None) -> Period | None:
    """The period of a neighbour, marked as not stated for this figure."""
    return period.on_basis("inferred") if period else None


def timekind_of(mention: PeriodMention | None, metric: Metric | None, kind: str) -> TimeKind:
    """as_of for a level at a moment, during for what adds up over a period."""
    if mention is None:
        return "unknown"
    if mention.timekind == "since_launch":
        return "since_launch"
    if metric and metric.kind == "cumulative" and kind == "level" and mention.grain == "year" and mention.mod is None:
        return "during"  # the dead of 2007
    if metric and metric.kind in ("stock", "price", "rate", "cumulative") and kind in ("level", "share"):
        return "as_of"
    if metric and metric.kind == "flow" and mention.mod != "by":
        return "during"
    return mention.timekind
