"""Figures that stand for one another by their place: near-copies, conversions in brackets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from factcheck.compare.arithmetic.precision import exclude, printed
from factcheck.compare.context import Context
from factcheck.compare.copies.altered import differ, requalified
from factcheck.compare.copies.places import Places
from factcheck.compare.diagnosis.currencies import is_named, namesakes
from factcheck.compare.diagnosis.diagnose import diagnose
from factcheck.compare.diagnosis.exchange import Rate, last_day, rates_around
from factcheck.compare.findings.clusters import corroboration
from factcheck.compare.findings.describe import number_text, value_text
from factcheck.compare.findings.make import make_finding
from factcheck.compare.identity.rates import for_one_measure
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Finding, Severity
from factcheck.units import is_money

_SLACK = 0.03  # newsrooms round rates
_CARELESS = 0.01  # and factors
_SIGN = re.compile(r"[^\W\d]{0,3}[$€£¥₹₩₽₺₪฿][^\W\d]{0,3}")
_YEARS_BACK = 1826  # days before an article from which it may tell an amount without its date
_TWO_YEARS = 2.5  # times: the figure in brackets is often that of the year before


def altered_figures(law: Law, context: Context) -> Iterator[Finding]:
    """Figures of near-copies that differ at one place of the text, one finding per place."""
    for _, place in sorted(context.places.members.items()):
        groups = _by_value(place, context.equal)
        if len(groups) < 2:
            yield corroboration(law, place, {"original": place[0], "copy": place[1]}, None, context)
            continue
        original, copy = groups[0][0], groups[1][0]
        members = [
            (view, number, "original" if view is original else "copy" if view is copy else "")
            for number, group in enumerate(groups)
            for view in group
        ]
        later = _published_later(original, copy)
        soft = bool(later) or requalified(original, copy)
        yield make_finding(
            law,
            "tension" if soft else law.severity,
            members,
            context,
            roles={"original": original, "copy": copy},
            confidence="medium" if soft else "high",
            explanation="the two texts are the same apart from figures" + (f"; {later}" if later else ""),
            diagnosis=diagnose(original, copy, context),
        )


def _published_later(a: View, b: View) -> str:
    one, other = a.claim.published, b.claim.published
    return f"published on {one} and {other}: it may be an update" if one and other and one != other else ""


def _by_value(views: Sequence[View], equal: Places) -> list[list[View]]:
    groups: list[list[View]] = []
    for view in views:
        alike = (g for g in groups if equal.of(g[0]) == equal.of(view) or not differ(g[0], view))
        group = next(alike, None)
        if group is None:
            groups.append([view])
        else:
            group.append(view)
    return groups


def conversions(law: Law, context: Context) -> Iterator[Finding]:
    """A figure and those in brackets that restate it: in another currency, another unit, or the same."""
    by_id = {(view.claim.doc, view.claim.id): view for view in context.views}
    brackets: dict[int, list[View]] = defaultdict(list)
    figures: dict[int, View] = {}
    for bracket in context.views:
        figure = by_id.get((bracket.claim.doc, bracket.claim.bracket_of or ""))
        if figure is None or (figure.claim.value or 0.0) * (bracket.claim.value or 0.0) <= 0:
            continue  # a dash is read as a minus more often than a loss is converted
        brackets[figure.order].append(bracket)
        figures[figure.order] = figure
    for order, figure in figures.items():
        yield from _conversions_of(law, figure, brackets[order], context)


def _conversions_of(law: Law, figure: View, brackets: Sequence[View], context: Context) -> Iterator[Finding]:
    told = [(bracket, *verdict) for bracket in brackets if (verdict := _verdict(figure, bracket))]
    right = [(bracket, text) for bracket, severity, text in told if severity == "consistent"]
    for bracket, severity, text in told:
        disagree = severity != "consistent"
        if disagree and not all(is_named(view.claim, context.rulebook) for view in (figure, bracket)):
            continue
        others = [(view, 0, "") for view, _ in right] if disagree else []
        yield make_finding(
            law,
            severity,
            [(figure, 0, "figure"), *others, (bracket, 1 if disagree else 0, "bracket")],
            context,
            roles={"figure": figure, "bracket": bracket},
            confidence="high",
            message="" if disagree else f"“{value_text(figure.claim)}” is “{value_text(bracket.claim)}”: {text}.",
            explanation=text,
            diagnosis=diagnose(figure, bracket, context) if disagree else (),
        )


def _verdict(figure: View, bracket: View) -> tuple[Severity, str] | None:
    one, other = figure.claim.unit, bracket.claim.unit
    if is_money(one) and is_money(other) and one != other:
        return _converted(figure, bracket) if for_one_measure(figure, bracket) else None
    if figure.dimension != bracket.dimension or not bracket.scope.restrictors <= figure.scope.restrictors:
        return None
    if not exclude(figure, bracket) or (one != other and _converts(figure, bracket)):
        return ("consistent", "the units convert") if one != other else None
    if one == other and not _one_sign(figure, bracket):
        return None
    return "conflict", f"one figure, two values in {bracket.claim.unit}"


def _converts(figure: View, bracket: View) -> bool:
    """True where two units come to the same but for the last digits: 1,954 miles (3,142 km)."""
    one, other = (abs((view.claim.value or 0.0) * view.factor) for view in (figure, bracket))
    return abs(one - other) <= _CARELESS * max(one, other)


def _one_sign(figure: View, bracket: View) -> bool:
    """True for two amounts with the same sign or word for the currency, too far apart to be two years' figures."""
    ratio = (figure.claim.value or 1) / (bracket.claim.value or 1)
    far = not 1 / _TWO_YEARS < ratio < _TWO_YEARS
    return far and is_money(figure.claim.unit) and _sign(figure.claim.quote) == _sign(bracket.claim.quote)


def _sign(quote: str) -> str:
    """The sign of the currency with its letters (US$), else the last word."""
    found = _SIGN.search(quote)
    return found.group().casefold() if found else quote.split()[-1].casefold()


def _converted(figure: View, bracket: View) -> tuple[Severity, str] | None:
    """What the rates say; where a currency's name is that of others too, the reading that fits, or nothing."""
    one, other = figure.claim.unit, bracket.claim.unit
    first = _at_rates(figure, bracket, one, other)
    if first and first[0] == "consistent":
        return first
    readings = [(unit, other) for unit in namesakes(figure.claim.quote, one)]
    readings += [(one, unit) for unit in namesakes(bracket.claim.quote, other)]
    found = [_at_rates(figure, bracket, *units) for units in readings]
    fitting = (verdict for verdict in found if verdict and verdict[0] == "consistent")
    return next(fitting, None if None in found else first)


def _at_rates(figure: View, bracket: View, source: str, target: str) -> tuple[Severity, str] | None:
    """What the rates of the figure's time say, or those of the day on which it was written."""
    time, published = figure.claim.time, figure.claim.published
    if time is None or figure.days is None:
        return _undated(figure, bracket, source, target)
    then = _at_rates_of(figure, bracket, rates_around(source, target, time.start, time.end))
    if then is None or then[0] == "consistent":
        return then
    day = date.fromisoformat(published) if published else None
    now = _at_rates_of(figure, bracket, rates_around(source, target, day or time.start, day or last_day()))
    return now if now and now[0] == "consistent" else then


def _undated(figure: View, bracket: View, source: str, target: str) -> tuple[Severity, str] | None:
    """What the rates say of an undated figure: those of the years before its article, or of all years."""
    time, published = figure.claim.time, figure.claim.published
    last = date.fromisoformat(published) if published else time.end if time else None
    if last is None:
        return _at_rates_of(figure, bracket, rates_around(source, target, None, None))
    first = last - timedelta(days=_YEARS_BACK)
    found = _at_rates_of(figure, bracket, rates_around(source, target, first, last))
    return ("tension", found[1]) if found and found[0] == "conflict" and not published else found


def _at_rates_of(figure: View, bracket: View, found: Iterable[Rate]) -> tuple[Severity, str] | None:
    one, other, rates = printed(figure), printed(bracket), list(found)
    if one is None or other is None or not rates:
        return None
    low, high = min(rates, key=lambda r: r.value), max(rates, key=lambda r: r.value)
    band = Interval(low.value * (1 - _SLACK), high.value * (1 + _SLACK))
    implied = other / one
    text = f"a rate of {number_text((bracket.claim.value or 0) / (figure.claim.value or 1))}"
    span = f"{number_text(low.value)} to {number_text(high.value)}"
    if implied.overlaps(band):
        return "consistent", f"{text}, within {span}"
    return "conflict", f"{text}, but the rate was {span} ({low.day.year} to {max(low.day, high.day).year})"
