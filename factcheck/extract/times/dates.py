"""Every period that a figure may be of, with what speaks for it: the dates of its sentence, and those carried to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from factcheck.extract.discourse import Discourse
from factcheck.extract.periods.find import grain_of as grain_named
from factcheck.extract.periods.steps import shift as moved
from factcheck.extract.times import asides, dating, signs, timing
from factcheck.extract.times import bases as date_bases
from factcheck.extract.times import sides as date_sides
from factcheck.extract.times import steps as date_steps
from factcheck.extract.times.almanac import LAUNCH, SO_FAR, Almanac
from factcheck.extract.times.carried import carried, is_asked, spelled_out
from factcheck.extract.times.figures import AHEAD, Date, Figure, grain_of
from factcheck.extract.times.works import is_of_make
from factcheck.extract.words.mentions import PeriodMention
from factcheck.period import Period, days

_SOON = 60  # days after a quarter in which its results come out
_WANTED = ("plan", "target")  # what somebody wants took no years that are past
_NEWS = 4  # days after something happened on which it is still news
_SETTLED = frozenset({"base_against", "base_own", "side", "ended"})  # no period before these is meant


def dates(figure: Figure, discourse: Discourse, published: Period | None) -> Iterator[Date]:
    """Every period that a figure may be of; the last are those of publication, for a figure that nothing dates."""
    revised = "revision" in figure.sentence.tokens.hits  # to 4 % from the 3 % forecast before, both for one year
    stated = (*_stated(figure, published, discourse.almanac), *_lasting(figure, published))
    for found in (*stated, *carried(figure, discourse, published)):
        yield found
        if figure.against and not revised and not _SETTLED.intersection(name for name, _ in found.features):
            yield from _earlier(found, figure)
    if published is not None and published.days == 1:
        today = list(_undated("today", figure))
        if discourse.almanac.fresh:
            today.append((f"today_fresh_{figure.kind}", 1.0))
        yield Date(published.on_basis("unstated"), None, today)
    yield Date(timing.this_month(published, "unstated"), None, list(_undated("none", figure)))


def _stated(figure: Figure, published: Period | None, almanac: Almanac) -> Iterator[Date]:
    sentence = figure.sentence
    usable = [m for m in sentence.periods if m.type == "date" and (m.period or _is_since_launch(m, figure))]
    usable = [m for m in usable if m.last > figure.quantity.first or not asides.is_of_attribute(m, sentence)]
    made = [m for m in usable if m.period and timing.is_history(m.period, published)]
    made = [m for m in made if is_of_make(m, figure.quantity, sentence)]
    usable = [m for m in usable if m not in made]
    said = {m.first for m in usable if dating.is_told(m, sentence) and not timing.is_ahead(m.period, published)}
    said |= {m.first for m in usable if _is_of_forecasting(m, usable, figure, published)}
    for mention in usable:
        side = date_sides.side_of(mention, figure, published)
        if mention.node == LAUNCH:
            side = almanac.begun
        period = side or timing.meant(mention, figure.metric, published)
        if sentence.zone == "headline":
            period = spelled_out(period, almanac.report)
        if almanac.report and _is_reported(mention, figure, almanac.report, published):
            period = almanac.report.on_basis("resolved")
        if mention.timex == "PRESENT_REF" and almanac.survey and is_asked(figure):
            period = almanac.survey.on_basis("resolved")
        if mention.mod == "since" and side is None and figure.quantity.role == "to":
            period = timing.this_month(published, "resolved") or period  # risen since May to what it is now
        told = [*signs.relations(mention, period, figure, said, published)]
        told += signs.times(mention, period, figure, published)
        if "ahead_planned" in told and "opens_next" in told:
            told.remove("opens_next")  # to build 30 boats, hire 200 people and invest $4m by 2030
        elif "ahead" in told and "opens_next" in told and figure.present:
            told.append("ahead_of_next")  # it has 300 staff and plans to build 30 boats by 2030
        features = [("stated", 1.0), *signs.way(mention, figure)]
        features += [(name, 1.0) for name in (*told, *signs.among(mention, usable, figure, said))]
        if side:
            features.append(("side", 1.0))
        if mention.first in said and _is_told_later(mention, figure, almanac):
            features.append(("told_later", 1.0))
        yield Date(period, mention, features)


def _is_of_forecasting(
    mention: PeriodMention, usable: list[PeriodMention], figure: Figure, published: Period | None
) -> bool:
    """Whether a forecast was made on a past date for one behind its figure: in May it saw 2 % this year."""
    past = mention.period is not None and mention.mod is None and not timing.goes_on(mention.period, published)
    if figure.stance not in AHEAD or not past or timing.is_ahead(mention.period, published):
        return False
    behind = (m for m in usable if m.first >= figure.quantity.last and not m.compares)
    meant = any(timing.goes_on(m.period, published) or timing.is_ahead(m.period, published) for m in behind)
    return mention.last <= figure.quantity.first and meant


def _is_since_launch(mention: PeriodMention, figure: Figure) -> bool:
    """Whether a date is "since its launch", or "so far" beside a figure of what may have begun long ago."""
    counted = figure.metric is not None and figure.metric.kind == "cumulative" and not figure.metric.episodic
    return mention.timekind == "since_launch" and (mention.node != SO_FAR or counted)


def _is_told_later(mention: PeriodMention, figure: Figure, almanac: Almanac) -> bool:
    """Whether a toll is told of on a day soon after the one on which it happened: said on Tuesday, sank on Monday."""
    said, day = mention.period, almanac.day
    if not (figure.metric and figure.metric.episodic and said and day and said.start and day.end):
        return False
    aside = asides.is_aside_before(mention, figure.quantity, figure.sentence)
    return not aside and 0 < (said.start - day.end).days <= _NEWS


def _is_reported(mention: PeriodMention, figure: Figure, report: Period, published: Period | None) -> bool:
    """Whether "in the quarter" or, soon after its end, "this quarter" is the one that is reported on."""
    node, grain = mention.node, grain_named(report)
    if node[0] == "whole":
        return bool(node[1] == grain)
    this = node[:4] in (("unit", "quarter", 0, "p"), ("unit", "half", 0, "p")) and node[1] == grain
    begun = mention.period.start if mention.period else None
    if not this or figure.stance in AHEAD or begun is None or published is None or published.end is None:
        return False
    return report.end == begun - timedelta(days=1) and (published.end - begun).days <= _SOON


def _lasting(figure: Figure, published: Period | None) -> Iterator[Date]:
    """The years up to publication that something took which is past: sales tripled in three years."""
    dated = any(mention.type == "date" and mention.period for mention in figure.sentence.periods)
    if (
        figure.stance in _WANTED
        or figure.quantity.role in ("from", "to")
        or (dated and figure.quantity.kind == "level")
    ):
        return
    for mention in figure.sentence.periods:
        period = _lasted(mention, published)
        if period is not None and not date_bases.is_rare(mention, figure.sentence):
            features = [("stated", 1.0), *signs.way(mention, figure), (f"lasting_{figure.quantity.kind}", 1.0)]
            yield Date(period, mention, features)


def _lasted(mention: PeriodMention, published: Period | None) -> Period | None:
    """The years up to publication that "in three years" names, or nothing."""
    if mention.type != "duration" or mention.node[0] != "within" or published is None or published.end is None:
        return None
    amounts = mention.node[1][1]
    if len(amounts) > 1 or amounts[0][1] not in ("year", "decade") or not isinstance(amounts[0][0], int):
        return None
    return days(moved(published.end, amounts, -1), published.end, "resolved")


def _earlier(found: Date, figure: Figure) -> Iterator[Date]:
    """The period before a date, and the same a year before: what a figure is set against."""
    names = {name for name, _ in found.features}
    own = "beside" in names or "compares_attached" in names or _is_led_to(found, figure)
    dated = any(dating.is_beside(m, figure.quantity, figure.sentence) for m in figure.sentence.periods)
    for name, shift in (("year", date_steps.a_year_before), ("step", date_steps.one_before)):
        period = shift(found.period) if found.period else None
        if period is not None:
            features = [*found.features, (f"{name}_before_{grain_of(found.period)}_{figure.kind}", 1.0)]
            if own:
                features.append((f"{name}_before_own", 1.0))
            elif dated:
                features.append((f"{name}_before_dated", 1.0))
            if figure.stance in AHEAD:
                features.append((f"{name}_before_planned", 1.0))
            yield Date(period.on_basis("inferred"), found.mention, features)


def _is_led_to(found: Date, figure: Figure) -> bool:
    """Whether a few words lead from the figure to a day or year that is named: 66 % at the last election in 2014."""
    mention = found.mention
    named = mention is not None and (mention.anchor == "absolute" or mention.node[0] == "day")
    return bool(named and mention and dating.is_led_to(mention, figure.quantity, figure.sentence))


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
