"""Every period that a figure may be of, with what speaks for it: the dates of its sentence, and those carried to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from factcheck.extract import dating, timing
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.sentences import Sentence
from factcheck.extract.units import dimension
from factcheck.model import Stance
from factcheck.period import Period
from factcheck.rulebook import Metric

FAR, MANY = 40, 3  # beyond this a distance, or a number of figures passed by, counts no more
_AHEAD = frozenset({"forecast", "plan", "target", "offer"})

Features = list[tuple[str, float]]


@dataclass(slots=True)
class Figure:
    """A figure with what is known of it before its time is asked for."""

    quantity: Quantity
    sentence: Sentence
    metric: Metric | None
    stance: Stance
    present: bool  # its verb is in the present
    before: Period | None  # the time of the figure before it in the sentence
    kind: str = "other"  # flow, held or other, by its metric
    against: bool = False  # another figure is set against it: from 3 to 4

    def __post_init__(self) -> None:
        if self.metric:
            self.kind = "flow" if self.metric.kind == "flow" else "held" if self.metric.kind in timing.HELD else "event"
        self.against = self.quantity.role == "from" or dating.is_compared(self.quantity, self.sentence)


@dataclass(slots=True)
class Date:
    """A period that a figure may be of; without a mention it is carried to the figure."""

    period: Period | None
    mention: PeriodMention | None
    features: Features = field(default_factory=list)


def dates(figure: Figure, discourse: Discourse, published: Period | None) -> Iterator[Date]:
    """Every period that a figure may be of; the last is that of publication, for a figure that nothing dates."""
    for found in (*_stated(figure, published), *_carried(figure, discourse, published)):
        yield found
        if figure.against:
            yield from _earlier(found, figure)
    yield Date(timing.this_month(published, "unstated"), None, list(_none(figure)))


def _stated(figure: Figure, published: Period | None) -> Iterator[Date]:
    sentence = figure.sentence
    usable = [m for m in sentence.periods if m.type == "date" and (m.period or m.timekind == "since_launch")]
    for mention in usable:
        period = timing.meant(mention, figure.metric, published)
        if mention.mod == "since" and figure.quantity.role == "to":
            period = timing.this_month(published, "resolved") or period  # risen since May to what it is now
        told = (*_relations(mention, figure), *_times(mention, period, figure, published))
        features = [("stated", 1.0), *_way(mention, figure)]
        features += [(name, 1.0) for name in (*told, *_among(mention, usable, figure))]
        yield Date(period, mention, features)


def _way(mention: PeriodMention, figure: Figure) -> Features:
    """How far a date is from the figure, and how many figures stand between."""
    quantity, sentence = figure.quantity, figure.sentence
    cost = min(dating.way(mention, quantity, sentence), FAR) / 10
    if mention.first >= quantity.last:
        passed = sum(quantity.last <= other.first < mention.first for other in sentence.quantities)
        return [("distance_behind", cost), ("passed_behind", min(passed, MANY))]
    passed = sum(mention.last <= other.first < quantity.first for other in sentence.quantities)
    opens = mention.first <= dating.OPENING
    return [("opens", 1.0), ("passed_opening", min(passed, MANY)), ("distance_opening", cost)] if opens else [
        ("before", 1.0), ("distance_before", cost), ("passed_before", min(passed, MANY))
    ]  # fmt: skip


def _relations(mention: PeriodMention, figure: Figure) -> Iterator[str]:
    """What stands between a date and the figure, in words."""
    quantity, sentence = figure.quantity, figure.sentence
    base = dating.is_base(mention, sentence)
    beside = not base and dating.is_beside(mention, quantity, sentence)
    if base:
        yield "base"
    if beside:
        yield "beside"
    if dating.restates(mention, quantity, sentence):
        yield "restates"
    if dating.is_of_other(mention, quantity, sentence):
        yield "of_other"
    if dating.opens_next(mention, quantity, sentence):
        yield "opens_next"
    if dating.is_background(mention, sentence):
        yield "background"
    if dating.aside_of(mention, sentence) is not None:
        yield "aside"
    if dating.is_told(mention, sentence):
        yield "told"
    if mention.compares:
        attached = beside or quantity.role == "from" or dating.leads(mention, quantity, sentence)
        yield "compares_attached" if attached else "compares"


def _times(mention: PeriodMention, period: Period | None, figure: Figure, published: Period | None) -> Iterator[str]:
    """What kind of time a date is, for a figure of this kind."""
    grain = _grain(period)
    yield f"{grain}_{figure.kind}"
    if mention.mod == "since":
        yield "since_to" if figure.quantity.role == "to" else "since"
    if mention.timex == "PRESENT_REF":
        yield "now"
    if period is None:
        return
    if figure.metric and figure.metric.episodic:
        yield f"episodic_{grain}"
    if timing.is_ahead(period, published):
        yield "ahead_planned" if figure.stance in _AHEAD else "ahead"
        if mention.mod in ("by", "before", "until"):
            yield "deadline"
    elif timing.is_history(period, published):
        yield "history"
    elif timing.is_gone(period, published):
        yield "gone"


def _among(mention: PeriodMention, usable: list[PeriodMention], figure: Figure) -> Iterator[str]:
    """How a date stands to the others of its sentence."""
    if len(usable) == 1:
        yield "only"
        return
    if any(_is_between(other, mention, figure.quantity) for other in usable):
        yield "passes_date"
    starts = [m.period.start for m in usable if m.period and m.period.start]
    if mention.period and mention.period.start and len(set(starts)) > 1:
        if mention.period.start == min(starts):
            yield "oldest_against" if figure.against else "oldest"
        elif mention.period.start == max(starts):
            yield "newest_against" if figure.against else "newest"


def _is_between(other: PeriodMention, mention: PeriodMention, quantity: Quantity) -> bool:
    """Whether another date stands between a date and the figure."""
    return mention.last <= other.first < quantity.first or quantity.last <= other.first < mention.first


def _grain(period: Period | None) -> str:
    size = period.days if period else None
    if size is None:
        return "open"
    return "day" if size == 1 else "days" if size < 28 else "month" if size <= 31 else "span" if size <= 366 else "long"


def _carried(figure: Figure, discourse: Discourse, published: Period | None) -> Iterator[Date]:
    """What the figures and sentences before, and the article as a whole, leave to a figure: each period once."""
    stated = any(m.type == "date" and m.period for m in figure.sentence.periods)
    found: dict[tuple[date | None, date | None], Date] = {}
    for role, period in _sources(figure, discourse, published):
        known = found.get((period.start, period.end))
        if known is None:
            known = found[period.start, period.end] = Date(timing.carried(period), None)
            known.features += [(name, 1.0) for name in _standing(period, figure, published, stated)]
        known.features.append((role, 1.0))
    yield from found.values()


def _sources(figure: Figure, discourse: Discourse, published: Period | None) -> list[tuple[str, Period]]:
    """The periods that may be carried to a figure, by where they come from."""
    quoted = figure.metric is not None and figure.metric.quoted
    sources = (
        ("same", figure.before),
        ("near", discourse.period_for(figure.sentence.paragraph)),
        ("span", discourse.span),
        ("frame", discourse.frame),
        ("day", discourse.almanac.day),
        ("first_span", discourse.almanac.span),
        ("plan", discourse.plan if discourse.plan and _is_planned(figure) else None),
        (f"quoted_{figure.quantity.kind}", published if quoted else None),
    )
    return [(role, period) for role, period in sources if period is not None]


def _standing(period: Period, figure: Figure, published: Period | None, stated: bool) -> Iterator[str]:
    """What speaks for and against a period that is carried to a figure, wherever it comes from."""
    grain = _grain(period)
    yield f"carried_{grain}_{figure.kind}"
    if stated:
        yield "carried_past_date"
    if timing.is_same(period, published):
        yield "publication_present" if figure.present else "publication"
    if figure.present:
        yield f"present_{figure.kind}"
    if figure.stance in _AHEAD:
        yield "carried_planned"
    if figure.sentence.zone == "headline":
        yield f"headline_{grain}"
    if figure.metric and figure.metric.episodic:
        yield f"episodic_{grain}"
    if timing.is_ahead(period, published):
        yield "carried_ahead"
    if timing.is_gone(period, published):
        yield "carried_gone"


def _earlier(found: Date, figure: Figure) -> Iterator[Date]:
    """The period before a date, and the same a year before: what a figure is set against."""
    names = {name for name, _ in found.features}
    own = "beside" in names or "compares_attached" in names
    for name, shift in (("year", timing.a_year_before), ("step", timing.one_before)):
        period = shift(found.period) if found.period else None
        if period is not None:
            features = [*found.features, (f"{name}_before_{_grain(found.period)}_{figure.kind}", 1.0)]
            if own:
                features.append((f"{name}_before_own", 1.0))
            if figure.stance in _AHEAD:
                features.append((f"{name}_before_planned", 1.0))
            yield Date(period.on_basis("inferred"), found.mention, features)


def _none(figure: Figure) -> Iterator[tuple[str, float]]:
    yield f"none_{figure.kind}", 1.0
    if figure.present:
        yield "none_present", 1.0
    if figure.stance in _AHEAD:
        yield "none_planned", 1.0
    if any(m.type == "date" and m.period for m in figure.sentence.periods):
        yield "none_past_date", 1.0


def _is_planned(figure: Figure) -> bool:
    """Whether a figure without a date can be one of the budget that the article is about: money or a share."""
    money = dimension(figure.quantity.unit) in ("money", "percent")
    return money and (figure.metric is None or figure.metric.kind in ("flow", "share", "rate"))
