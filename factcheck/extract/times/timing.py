"""Which calendar expression dates a figure, and what is carried over when the sentence has none."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.model import TimeKind
from factcheck.period import Period, days, last_day, month, on
from factcheck.rulebook import Metric

_HISTORY = 4  # years before publication after which a date is background
HELD = frozenset({"stock", "price", "rate", "share", "cumulative"})  # kinds of metric that have a value at a moment
_CLOSED = ("quarter", "half", "year")
_WEEKS, _GONE = 20, 300  # days
_MONTH = 31  # days
_FRESH = 4  # days: a weekend and what is told as one with it
_GAP = "…"  # before the ending of a participle that closes its clause
_VERB = 7  # the way from a verb to its figure


def is_present(quantity: Quantity, sentence: Sentence, participles: tuple[str, ...] = ()) -> bool:
    """Whether the figure's verb is in the present, so that no earlier date can be carried to it."""
    gaps, at, words = sentence.gaps, quantity.number[0], sentence.tokens.words  # "ronda el 22 %": the verb is its own
    articles = sentence.tokens.after("determiner")
    verbs = (
        hit for hit in sentence.tokens.hits.get("present", ()) if not (hit[0] in articles and _is_elided(hit[0], words))
    )
    near = [last for _, last, _ in verbs if last <= at and gaps[at] - gaps[last] <= _VERB]
    if not near or not participles:
        return bool(near)
    behind = tuple(ending[1:] for ending in participles if ending[0] == _GAP)
    closed = next((i for i in range(at, len(words)) if sentence.tokens.forms[i] in ",;.:"), len(words))
    past = bool(behind) and words[closed - 1].endswith(behind)  # sind 12 Menschen gestorben
    return not past and any(not words[last].endswith(participles) for last in near)


def _is_elided(at: int, words: list[str]) -> bool:
    """Whether an elision stands before a word, which is a noun behind an article: l'est de la Chine."""
    return words[at - 1][-1] in "'’"


def is_ahead(period: Period | None, published: Period | None) -> bool:
    """Whether most of a period lies after the day of publication."""
    if period is None or published is None or published.end is None:
        return False
    if period.end is None:
        return period.start is not None and period.start > published.end
    start = period.start or period.end
    return start > published.end or (period.end - published.end) > (published.end - start) * 2


def goes_on(period: Period | None, published: Period | None) -> bool:
    """Whether a month, a year or the like is not over on the day of publication."""
    if period is None or period.end is None or published is None or published.end is None:
        return False
    return period.end >= published.end and (period.days is None or period.days > _WEEKS)


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
    ahead = mention.mod == "before" and is_ahead(period, published)
    if ahead and period and period.end and published and published.start:
        return days(published.start, period.end, period.basis)  # what is to be before 2030, from now on
    if period is None or period.start is None or period.end is None or period.days is None:
        return period
    if mention.timex == "PRESENT_REF" and period.days == 1 and _is_standing(metric):
        return month(period.start.year, period.start.month, basis=period.basis)  # what is so now is so for a while
    rate = metric is not None and metric.kind == "rate" and not metric.vague  # growth is that of the whole year
    if rate and mention.grain == "range" and period.days in (365, 366):
        return month(period.end.year, period.end.month, basis=period.basis)  # inflation in the year to March
    if mention.node[0] == "shift" and published and (metric is None or metric.kind in HELD):
        return _just_then(mention, published) or period
    vague = mention.node[0] == "part" and mention.node[2][0] == "month" and (metric or mention.node[1] != "end")
    if adds_up and vague and mention.mod:
        return month(period.end.year, period.end.month, basis=period.basis)  # what was agreed in late October
    closing = period.end.day == last_day(period.end.year, period.end.month).day
    if (metric is None or metric.kind in HELD) and _is_last_day(mention, metric):
        return on(period.end, period.basis)
    if flow and metric and metric.units == ("money",) and period.days == 1 and closing and mention.grain == "day":
        before = last_day(period.end.year - 1, period.end.month)
        return days(before + timedelta(days=1), period.end, period.basis)
    return period


def _is_last_day(mention: PeriodMention, metric: Metric | None) -> bool:
    """Whether an expression names the end of a month, or to a level that of a quarter or year: at the end of 2023."""
    if mention.node[:2] != ("part", "end"):
        return False
    inner = mention.node[2]
    named = inner[2][0] if inner[0] == "rel" else inner[1] if inner[0] in ("unit", "whole") else inner[0]
    return named == "month" or (metric is not None and metric.kind != "cumulative" and named in _CLOSED)


def _is_standing(metric: Metric | None) -> bool:
    """Whether a figure that is so now is likely to be so for weeks, no toll that grows by the hour."""
    return metric is None or (metric.kind in HELD and metric.kind != "cumulative" and not metric.episodic)


def _just_then(mention: PeriodMention, published: Period) -> Period | None:
    """The month a year before publication, the day a week before it."""
    _, sign, length, anchor = mention.node
    if anchor != "p" or sign > 0 or published.start is None:
        return None
    if length[1] == ((1, "year"),):
        return month(published.start.year - 1, published.start.month, basis="resolved")
    return on(published.start - timedelta(days=7), "resolved") if length[1] == ((1, "week"),) else None


def is_same(frame: Period | None, published: Period | None) -> bool:
    """Whether a frame says no more than the day of publication does, or nothing."""
    return frame is None or (published is not None and (frame.start, frame.end) == (published.start, published.end))


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


def is_fresh(period: Period | None, published: Period | None) -> bool:
    """Whether a period ended at most a few days from that of publication."""
    if period is None or period.end is None or published is None or published.end is None:
        return False
    return abs((published.end - period.end).days) <= _FRESH


def is_gone(period: Period, published: Period | None) -> bool:
    """Whether a period ended so long before dated news that a story of it would say so again."""
    ended = period.end or period.start
    return bool(ended and published and published.start and (published.start - ended).days > _GONE)


def is_counted_back(period: Period, published: Period | None) -> bool:
    """Whether a period is a length counted back from publication: he has driven the line for a year."""
    if period.start is None or published is None or period.end is None or period.end != published.end:
        return False
    return period.start.day > 1 and (period.days or 0) > _MONTH


def this_month(published: Period | None, basis: str) -> Period | None:
    """The month of publication, or what is known of that."""
    if published is None or published.start is None:
        return None
    if published.days is None or published.days > _MONTH:
        return published.on_basis(basis)
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
