"""Single figures that are hard to believe: a unit that does not fit, a value out of range, a wrong span of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.compare.context import Context
from factcheck.compare.diagnosis.exchange import rates_around
from factcheck.compare.findings.describe import number_text, value_text
from factcheck.compare.findings.make import make_finding
from factcheck.compare.laws.law import Law
from factcheck.compare.naming import named
from factcheck.compare.view import View, metric_words
from factcheck.extract.words.tokens import tokenize
from factcheck.model import Finding
from factcheck.period import Period
from factcheck.rulebook import Metric
from factcheck.units import base_unit, is_money

_DAY = 86_400.0
_BESIDE = 300  # characters
_GRAINS = {4: 366, 7: 31}  # days of a year and a month, by the length of their EDTF string
_BEHIND = 30  # characters behind a figure in which its noun begins
_SLIP = 15.0  # times that years are more than what they were taken for: months
_NEAR = 45  # characters between a duration and its dates
_SHARES = 0.0, 100.0  # percent, of a metric that is a share of one whole
_EVERYBODY = 8.5e9  # people in the world
_FREE = frozenset({"percent", "ratio"})  # any metric may have a share or a ratio


def unit_misfits(law: Law, context: Context) -> Iterator[Finding]:
    """Figures whose unit is not one of their metric's, and amounts of money that repeat a count beside them."""
    for own in context.articles():
        for money in own:
            count = next((view for view in own if _repeats(money, view)), None) if is_money(money.claim.unit) else None
            if count:
                text = f"the same figure stands beside it as a count: “{value_text(count.claim)}”"
                yield _single(law, money, context, text)
    for view in context.views:
        metric = context.rulebook.metrics.get(view.claim.metric)
        sure = view.claim.kind == "level" and view.asserted and view.claim.confidence == "high"
        if metric and sure and not unit_fits(view, metric):
            yield _single(law, view, context, f"{metric.title} is counted in {', '.join(metric.units)}")


def _repeats(money: View, count: View) -> bool:
    """True where a count within two sentences has the same number, qualifier and period as an amount of money."""
    one, other = money.claim, count.claim
    if other.unit != "count" or one.value != other.value or one.bound != other.bound or one.bound == "exact":
        return False
    if abs(one.start - other.start) > _BESIDE or not (money.asserted and count.asserted):
        return False
    own = _stems(one.quote) - _stems(other.quote)
    after = other.sentence.partition(other.quote)[2].split()[:3]
    return bool(own & _stems(" ".join(after)))


def _stems(text: str) -> set[str]:
    return {word[:5] for word in tokenize(text.lower()).words if len(word) >= 5 and word.isalpha()}


def unit_fits(view: View, metric: Metric) -> bool:
    """True where the metric may be given in the claim's unit."""
    unit = view.claim.unit.partition("/")[0]
    if unit in _FREE or not metric.units:
        return True
    if is_money(unit):
        return "money" in metric.units
    if unit == "count":
        return bool({"count", "percent", "ratio"} & set(metric.units)) or unit in metric.units
    return (
        unit in metric.units
        or bool({base_unit(name)[0] for name in metric.units} & {view.dimension})
        or (not {"count", "money"} >= set(metric.units))
    )


def out_of_range(law: Law, context: Context) -> Iterator[Finding]:
    """Figures outside the plausible range of a metric that the text names beside them: else the metric is misread."""
    for view in context.views:
        metric = context.rulebook.metrics.get(view.claim.metric)
        guessed = view.claim.confidence == "low"
        limits = _limits(view, metric) if metric else None
        if not metric or not limits or guessed or not view.asserted:
            continue
        if _second_reading(view, context) or _counts_them(view, metric, context):
            continue
        low, high = limits
        if low == 0 and (view.claim.value or 0) < 0:
            continue  # a dash is read as a minus more often than a loss of things is printed
        times = _in_dollars(view)
        outside = times and (view.allowed.low * times > high or view.allowed.high * times < low)
        if outside and named(view, metric, context.by_document()[view.claim.doc]):
            yield _single(law, view, context, f"{metric.title} lies between {number_text(low)} and {number_text(high)}")
    yield from _too_many(law, context)


def _too_many(law: Law, context: Context) -> Iterator[Finding]:
    """More people than there are, each with the part of them that its sentence tells."""
    for view in context.views:
        thing = view.claim.metric.partition("count:")[2]
        people = thing == "people" or thing in context.rulebook.people
        if not people or view.claim.kind != "level" or not view.asserted:
            continue
        if view.allowed.low > _EVERYBODY:
            own = context.by_document()[view.claim.doc]
            parts = [other for other in own if other is not view and _part_of(other, view)]
            text = f"there are no more than {number_text(_EVERYBODY)} people"
            members = [(view, 0, "figure"), *((part, 1, "part") for part in parts)]
            roles = {"figure": view}
            yield make_finding(law, law.severity, members, context, roles=roles, explanation=text)


def _part_of(part: View, whole: View) -> bool:
    """True for a figure of the same sentence that a word makes a part of the other: of whom 19 million."""
    told = any(word.startswith("part:") for word in part.claim.restrictors)
    return told and part.claim.metric == whole.claim.metric and part.claim.sentence_start == whole.claim.sentence_start


def _limits(view: View, metric: Metric) -> tuple[float, float] | None:
    """Between which values a figure of the metric lies; None where that is not known of its kind."""
    if view.claim.kind == "share":
        return _SHARES if metric.kind == "share" else None
    return metric.plausible if view.claim.kind == "level" else None


def _in_dollars(view: View) -> float:
    """What a unit of the claim's money was worth in dollars, in which ranges are given; 0 where no rate is known."""
    if not is_money(view.dimension) or view.dimension == "USD":
        return 1.0
    time, published = view.claim.time, view.claim.published
    day = (time.end or time.start) if time else date.fromisoformat(published) if published else None
    return next((rate.value for rate in rates_around(view.dimension, "USD", day, day)), 0.0)


def _second_reading(view: View, context: Context) -> bool:
    """True for a figure right behind a bracket: 75 kilometres (47 miles) an hour."""
    text = context.documents[view.claim.doc].text
    return bool(view.claim.bracket_of) or text[max(0, view.claim.start - 1) : view.claim.start] == "("


def _counts_them(view: View, metric: Metric, context: Context) -> bool:
    """True for a number of ratings, which is no rating: the word for a score right behind a whole number."""
    if metric.units == ("count",) or not {"count", view.dimension} & set(metric.units):
        return False
    end = view.claim.end
    behind = tokenize(context.documents[view.claim.doc].text, end, end + _BEHIND).words[:1]
    return not metric_words(metric, view.claim.metric, view.claim.lang).isdisjoint(behind)


def durations(law: Law, context: Context) -> Iterator[Finding]:
    """Durations against the two dates that are given with them."""
    for view in context.views:
        time = view.claim.time
        if view.claim.metric != "duration" or view.dimension != "second" or time is None or "/" not in time.edtf:
            continue
        if view.days is None or time.start is None or time.end is None or not _beside(view, time):
            continue
        longest = (time.end - time.start).days + 1
        shortest = max(0, longest - sum(_GRAINS.get(len(day), 1) for day in time.edtf.split("/")))
        unit = view.factor / _DAY
        if view.allowed.high * _SLIP < shortest * _DAY:
            continue  # drugs approved from 2002 to 2014 gave 2.1 more months: it is no length of the years
        if view.allowed.low > (longest / unit + 1) * view.factor or view.allowed.high < shortest * _DAY - view.factor:
            span = f"{shortest / unit:.3g} to {longest / unit:.3g} {view.claim.unit}"
            yield _single(law, view, context, f"from {time.start} to {time.end} it is {span}")


def _beside(view: View, time: Period) -> bool:
    """True where the years of both dates stand with the duration, with a few plain words between."""
    if time.start is None or time.end is None or time.start.year == time.end.year:
        return False
    sentence, at = view.claim.sentence, view.claim.start - view.claim.sentence_start
    places = [sentence.find(str(day.year)) for day in (time.start, time.end)]
    if min(places) < 0:
        return False
    after = min(places) > at
    between = sentence[at + len(view.claim.quote) : min(places)] if after else sentence[max(places) + 4 : at]
    return len(between) <= _NEAR and all(ch.isalnum() or ch.isspace() or ch == "," for ch in between)


def _single(law: Law, view: View, context: Context, text: str) -> Finding:
    role = next(iter(law.claims))
    return make_finding(law, law.severity, [(view, 0, role)], context, roles={role: view}, explanation=text)
