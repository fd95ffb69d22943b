"""The periods that the figures and sentences before, and the article as a whole, leave to a figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.extract.discourse import Discourse
from factcheck.extract.quantities.units import dimension
from factcheck.extract.times import timing
from factcheck.extract.times.bases import is_base
from factcheck.extract.times.dating import is_beside, is_led_to, is_told, leads
from factcheck.extract.times.figures import AHEAD, Date, Figure, grain_of
from factcheck.extract.words.sentences import Sentence
from factcheck.period import Period, last_day, on, year

_QUARTER, _YEAR = 90, 366  # days
_LONG, _REST = 300, 60  # days of a year, and of what is left of one that is not as good as over
_ASKED = frozenset({"share", "stock", "event"})  # kinds of metric that people are asked of: blank votes, turnout
_SURE = frozenset({"same_apposed", "same_revised"})  # roles that leave no doubt


def carried(figure: Figure, discourse: Discourse, published: Period | None) -> Iterator[Date]:
    """What the figures and sentences before, and the article as a whole, leave to a figure: each period once."""
    stated = any(m.type == "date" and m.period for m in figure.sentence.periods)
    if figure.apposed and figure.before is None:
        return  # part of what nothing dates: it has 210 beds, 14 of them for children
    found: dict[tuple[date | None, date | None], Date] = {}
    for role, named in _sources(figure, discourse, published):
        period = _closing(named, figure, published) or end_of(named, figure)
        known = found.get((period.start, period.end))
        if known is None:
            known = found[period.start, period.end] = Date(timing.carried(period), None)
            if role not in _SURE:
                known.features += [(name, 1.0) for name in _standing(period, figure, published, stated)]
            if discourse.almanac.fresh and timing.is_over(period, published):
                known.features.append((f"fresh_over_{figure.kind}", 1.0))
        known.features.append((role, 1.0))
        if period.days != named.days:
            known.features.append(("ended", 1.0))
    yield from found.values()


def _sources(figure: Figure, discourse: Discourse, published: Period | None) -> list[tuple[str, Period]]:
    """The periods that may be carried to a figure, by where they come from."""
    quoted = figure.metric is not None and figure.metric.quoted and not _is_of_a_day(figure.sentence)
    dated = any(is_beside(mention, figure.quantity, figure.sentence) for mention in figure.sentence.periods)
    apposed = figure.apposed and not (dated or (figure.against and _is_led_to_date(figure)))
    revised = figure.against and not dated and "revision" in figure.sentence.tokens.hits
    sources = (
        ("same_apposed" if apposed else "same_revised" if revised else "same", figure.before),
        ("near", discourse.period_for(figure.sentence.paragraph)),
        ("here", discourse.period if figure.sentence.paragraph == discourse.period_paragraph else None),
        ("last", discourse.period if figure.sentence.index - discourse.period_sentence <= 1 else None),
        ("span", discourse.span),
        ("frame", spelled_out(discourse.frame, discourse.almanac.report)),
        ("day", discourse.almanac.day),
        ("first_span", discourse.almanac.span),
        (f"report_{figure.kind}", discourse.almanac.report),
        (f"report_{figure.quantity.kind}", discourse.almanac.report),
        ("survey", _survey(figure, discourse)),
        ("report_compared", discourse.almanac.report if _is_compared(figure) else None),
        ("plan", discourse.plan if discourse.almanac.report is None and _is_planned(figure) else None),
        (f"quoted_{figure.quantity.kind}", published if quoted else None),
    )
    return [(role, period) for role, period in sources if period is not None]


def _survey(figure: Figure, discourse: Discourse) -> Period | None:
    """The days of a survey, for what was asked then: not where a date long before them leads the figure."""
    asked, sentence = discourse.almanac.survey, figure.sentence
    if asked is None or asked.start is None or not is_asked(figure):
        return None
    led = (m.period for m in sentence.periods if m.type == "date" and leads(m, figure.quantity, sentence))
    old = any(period and period.end and (asked.start - period.end).days > _LONG for period in led)
    return None if old else asked


def _is_running(period: Period, published: Period | None) -> bool:
    """Whether a year or the like is far from over on the day of publication."""
    if published is None or published.end is None or period.end is None or (period.days or 0) < _LONG:
        return False
    return (period.end - published.end).days > _REST


def spelled_out(period: Period | None, report: Period | None) -> Period | None:
    """The months that an article reports on, for the last of them: the quarter to October, for "in October"."""
    ended = period is not None and report is not None and period.end == report.end
    return report if ended and timing.is_within(period, report) else period


def _standing(period: Period, figure: Figure, published: Period | None, stated: bool) -> Iterator[str]:
    """What speaks for and against a period that is carried to a figure, wherever it comes from."""
    grain = grain_of(period)
    yield f"carried_{grain}_{figure.kind}"
    if stated:
        yield "carried_past_date"
    if timing.is_same(period, published):
        yield "publication_present" if figure.present else "publication"
    if figure.present:
        yield f"present_{figure.kind}"
        if figure.metric and figure.metric.kind == "stock" and grain == "span" and timing.is_over(period, published):
            yield "present_over"
    if figure.stance in AHEAD:
        yield "carried_planned"
    if figure.sentence.zone == "headline":
        yield f"headline_{grain}"
    if figure.metric and figure.metric.episodic:
        yield f"episodic_{grain}"
    if timing.is_ahead(period, published):
        yield "carried_ahead_planned" if figure.stance in AHEAD else "carried_ahead"
    elif _is_running(period, published):
        yield "carried_running"
    if timing.is_gone(period, published):
        yield "carried_gone"
    if timing.is_counted_back(period, published):
        yield "carried_window"


def end_of(period: Period, figure: Figure) -> Period:
    """The first or last year of several for what something grew from or to: from 2012 to 2014 it grew from 3 to 4."""
    start, end = period.start, period.end
    if figure.quantity.role not in ("from", "to") or start is None or end is None or (period.days or 0) <= _YEAR:
        return period
    if (start.month, start.day, end.month, end.day) != (1, 1, 12, 31):
        return period
    return year(start.year if figure.quantity.role == "from" else end.year, period.basis)


def _closing(period: Period, figure: Figure, published: Period | None) -> Period | None:
    """The last day of the quarter or year reported on, for what a firm owes or holds."""
    metric, end = figure.metric, period.end
    if metric is None or metric.kind != "stock" or figure.quantity.kind != "level" or figure.quantity.role == "from":
        return None
    owed = metric.units == ("money",) and dimension(figure.quantity.unit) == "money"
    if end is None or not (owed and _QUARTER <= (period.days or 0) <= _YEAR) or timing.is_ahead(period, published):
        return None
    whole = period.start and period.start.day == 1 and end == last_day(end.year, end.month)
    return on(end, period.basis) if whole and not timing.goes_on(period, published) else None


def _is_led_to_date(figure: Figure) -> bool:
    """Whether a few words lead from a figure to a date of its own: against 60 % in the second round in 2018."""
    usable = (m for m in figure.sentence.periods if m.type == "date" and m.period)
    return any(is_led_to(mention, figure.quantity, figure.sentence) for mention in usable)


def _is_of_a_day(sentence: Sentence) -> bool:
    """Whether a sentence names a day that is not the one of saying so: as of Monday."""
    return any(m.grain == "day" and not m.compares and not is_told(m, sentence) for m in sentence.periods)


def _is_compared(figure: Figure) -> bool:
    """Whether the only dates of the sentence are those that its figures are compared with."""
    dates = [m for m in figure.sentence.periods if m.type == "date" and m.period]
    return bool(dates) and all(m.compares or is_base(m, figure.sentence) for m in dates)


def is_asked(figure: Figure) -> bool:
    """Whether a figure can be one of a survey: a share, or a change in points, of what no metric counts."""
    percent = dimension(figure.quantity.unit) == "percent" or figure.quantity.kind == "share"
    return percent and (figure.metric is None or figure.metric.kind in _ASKED)


def _is_planned(figure: Figure) -> bool:
    """Whether a figure without a date can be one of the budget that the article is about: money or a share."""
    money = dimension(figure.quantity.unit) in ("money", "percent")
    return money and (figure.metric is None or figure.metric.kind in ("flow", "share", "rate"))
