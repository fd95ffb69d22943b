"""Every period that a figure may be of, with what speaks for it: the dates of its sentence, and those carried to it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.discourse import Discourse
from factcheck.extract.times import bases as date_bases
from factcheck.extract.times import dating, timing
from factcheck.extract.times import sides as date_sides
from factcheck.extract.times import steps as date_steps
from factcheck.extract.times.almanac import LAUNCH
from factcheck.extract.times.carried import carried
from factcheck.extract.times.figures import AHEAD, FAR, MANY, Date, Features, Figure, grain_of
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.period import Period

_FINER = frozenset({"day", "week", "month", "quarter", "half", "range"})
_SETTLED = frozenset({"base_against", "side"})  # what a figure is compared with, and no period before it


def dates(figure: Figure, discourse: Discourse, published: Period | None) -> Iterator[Date]:
    """Every period that a figure may be of; the last are those of publication, for a figure that nothing dates."""
    for found in (*_stated(figure, published, discourse.almanac.begun), *carried(figure, discourse, published)):
        yield found
        if figure.against and not _SETTLED.intersection(name for name, _ in found.features):
            yield from _earlier(found, figure)
    if published is not None and published.days == 1:
        today = list(_undated("today", figure))
        if discourse.almanac.fresh:
            today.append((f"today_fresh_{figure.kind}", 1.0))
        yield Date(published.on_basis("unstated"), None, today)
    yield Date(timing.this_month(published, "unstated"), None, list(_undated("none", figure)))


def _stated(figure: Figure, published: Period | None, begun: Period | None) -> Iterator[Date]:
    sentence = figure.sentence
    usable = [m for m in sentence.periods if m.type == "date" and (m.period or m.timekind == "since_launch")]
    said = {m.first for m in usable if dating.is_told(m, sentence)}
    for mention in usable:
        side = date_sides.side_of(mention, figure)
        if mention.node == LAUNCH:
            side = begun
        period = side or timing.meant(mention, figure.metric, published)
        if mention.mod == "since" and side is None and figure.quantity.role == "to":
            period = timing.this_month(published, "resolved") or period  # risen since May to what it is now
        told = [*_relations(mention, figure, said), *_times(mention, period, figure, published)]
        if "ahead_planned" in told and "opens_next" in told:
            told.remove("opens_next")  # to build 30 boats, hire 200 people and invest $4m by 2030
        features = [("stated", 1.0), *_way(mention, figure)]
        features += [(name, 1.0) for name in (*told, *_among(mention, usable, figure, said))]
        if side:
            features.append(("side", 1.0))
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


def _relations(mention: PeriodMention, figure: Figure, said: set[int]) -> Iterator[str]:
    """What stands between a date and the figure, in words; `said` are where the days of saying begin."""
    quantity, sentence = figure.quantity, figure.sentence
    base = date_bases.is_base(mention, sentence)
    beside = not base and dating.is_beside(mention, quantity, sentence)
    if base:
        yield (
            "base_against"
            if figure.against
            else "base_own"
            if date_bases.names(mention, quantity, sentence)
            else "base"
        )
    if beside:
        yield "beside"
    if dating.restates(mention, quantity, sentence):
        yield "restates"
    if dating.is_of_other(mention, quantity, sentence):
        yield "of_other"
    elif dating.is_aside_before(mention, quantity, sentence):
        yield "aside_before"
    if dating.opens_next(mention, quantity, sentence):
        yield "opens_next"
    if date_bases.is_background(mention, sentence):
        yield "background"
    if dating.aside_of(mention, sentence) is not None:
        yield "aside"
    if mention.first in said:
        yield "told"
    if mention.node[0] == "window" and mention.node[3] is None:
        other = date_bases.is_span_of_change(mention, sentence, beside=quantity)
        yield "window_other" if other else f"window_{quantity.kind}"
    if mention.compares:
        attached = beside or quantity.role == "from" or dating.leads(mention, quantity, sentence)
        attached = attached or (figure.against and dating.is_led_to(mention, quantity, sentence))
        yield "compares_attached" if attached else "compares"


def _times(mention: PeriodMention, period: Period | None, figure: Figure, published: Period | None) -> Iterator[str]:
    """What kind of time a date is, for a figure of this kind."""
    grain = grain_of(period)
    yield f"{grain}_{figure.kind}"
    if mention.mod == "since":
        yield "since_to" if figure.quantity.role == "to" else "since"
    if mention.timex == "PRESENT_REF" or (figure.present and timing.is_same(period, published)):
        yield "now"
    if period is None:
        return
    if figure.metric and figure.metric.episodic:
        yield f"episodic_{grain}"
    if timing.is_ahead(period, published):
        yield "ahead_planned" if figure.stance in AHEAD else "ahead"
        if mention.mod in ("by", "before", "until"):
            yield "deadline"
    elif timing.is_history(period, published) or timing.is_gone(period, published):
        yield "history" if timing.is_history(period, published) else "gone"
        if figure.present and mention.mod != "since":
            yield "gone_present"


def _among(mention: PeriodMention, usable: list[PeriodMention], figure: Figure, said: set[int]) -> Iterator[str]:
    """How a date stands to the others of its sentence."""
    if len(usable) == 1:
        yield "only"
        return
    if mention.first in said and any(m.first not in said and _names_time(m, figure.sentence) for m in usable):
        yield "told_past_date"
    if any(_is_between(other, mention, figure.quantity) for other in usable):
        yield "passes_date"
    for other in usable:
        if other is not mention and _is_with(mention, other, figure):
            yield "narrows" if timing.is_within(mention.period, other.period) else "narrowed"
    starts = [m.period.start for m in usable if m.period and m.period.start]
    if mention.period and mention.period.start and len(set(starts)) > 1:
        if mention.period.start == min(starts):
            yield "oldest_against" if figure.against else "oldest"
        elif mention.period.start == max(starts):
            yield "newest_against" if figure.against else "newest"


def _is_with(mention: PeriodMention, other: PeriodMention, figure: Figure) -> bool:
    """Whether one of two dates lies in the year that the other is, and no other figure stands between them."""
    pairs = ((mention, other), (other, mention))
    if not any(b.grain == "year" and a.grain in _FINER and timing.is_within(a.period, b.period) for a, b in pairs):
        return False
    first, last = sorted((mention, other), key=lambda each: each.first)
    numbers = (quantity.first for quantity in figure.sentence.quantities if quantity is not figure.quantity)
    return not any(first.last <= at < last.first for at in numbers)


def _names_time(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a date can be that of a figure, no base of a comparison."""
    return not (mention.compares or mention.period is None or date_bases.is_base(mention, sentence))


def _is_between(other: PeriodMention, mention: PeriodMention, quantity: Quantity) -> bool:
    """Whether another date stands between a date and the figure."""
    return mention.last <= other.first < quantity.first or quantity.last <= other.first < mention.first


def _earlier(found: Date, figure: Figure) -> Iterator[Date]:
    """The period before a date, and the same a year before: what a figure is set against."""
    names = {name for name, _ in found.features}
    own = "beside" in names or "compares_attached" in names
    for name, shift in (("year", date_steps.a_year_before), ("step", date_steps.one_before)):
        period = shift(found.period) if found.period else None
        if period is not None:
            features = [*found.features, (f"{name}_before_{grain_of(found.period)}_{figure.kind}", 1.0)]
            if own:
                features.append((f"{name}_before_own", 1.0))
            if figure.stance in AHEAD:
                features.append((f"{name}_before_planned", 1.0))
            yield Date(period.on_basis("inferred"), found.mention, features)


def _undated(name: str, figure: Figure) -> Iterator[tuple[str, float]]:
    """What speaks for the day or the month of publication, where no date does."""
    yield f"{name}_{figure.kind}", 1.0
    if figure.quantity.kind in ("change", "share"):
        yield f"{name}_{figure.quantity.kind}", 1.0
    if figure.present:
        yield f"{name}_present", 1.0
    if figure.stance in AHEAD:
        yield f"{name}_planned", 1.0
    if figure.metric and figure.metric.episodic:
        yield f"{name}_episodic", 1.0
    if any(m.type == "date" and m.period for m in figure.sentence.periods):
        yield f"{name}_past_date", 1.0
