"""So many times so much: multiples against the two levels beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from factcheck.compare.arithmetic.directions import before_and_after
from factcheck.compare.arithmetic.sums import Sum, best_sum, exactly, strictly
from factcheck.compare.arithmetic.terms import CLOSE, face, gap, level_of, middle, one_sentence, value_of
from factcheck.compare.context import Context
from factcheck.compare.identity.evidence import SURE_BASES
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Finding

_POINT = 0.5  # of a percentage, by which it may be rounded
_BASE = 16  # characters from a multiple to what it is one of: twice as many | as the | 15,600
_LED = 6  # characters between a multiple and what it leads to
_REACH = 300  # characters between a multiple and its terms


def multiples(law: Law, context: Context) -> Iterator[Finding]:
    """A stated multiple against the two levels beside it: sales tripled to 60 million from 20 million."""
    for own in context.articles():
        for multiple in own:
            if multiple.claim.kind == "ratio" and multiple.dimension == "ratio" and (multiple.claim.value or 0) > 1:
                yield from best_sum(law, context, [*_terms(multiple, own), *_told_before(multiple, own)])


def _terms(multiple: View, own: Sequence[View]) -> Iterator[Sum]:
    near = [view for view in own if _term(view) and gap(view, multiple) <= _REACH]
    here = [view for view in near if one_sentence(view, multiple)]
    alone = not any(
        view is not multiple and view.claim.kind == "ratio" and one_sentence(view, multiple) for view in own
    )
    led = {view.dimension for view in own if _led_to(multiple, view)}
    for large, small in permutations(near, 2):
        if large.dimension != small.dimension or _printed(large).low <= _printed(small).high:
            continue
        if any(dimension != large.dimension for dimension in led):
            continue
        computed, allowed = _printed(large) / _printed(small), large.allowed / small.allowed
        both, one_metric = large in here and small in here, _of_one_metric(large, small)
        told = _told(large, small) or (_between(large, multiple, small) and gap(multiple, small) <= _BASE)
        sure = alone and both and one_metric and len(here) == 2 and told
        beside = both and (one_metric or _between(large, multiple, small))
        fits = exactly(computed, multiple) if _beyond_chance(large, small) else False
        if not (sure or fits or (beside and strictly(computed, multiple))):
            continue
        text = f"{value_of(large)} is {middle(computed)} times {value_of(small)}"
        yield Sum({"multiple": multiple, "large": large, "small": small}, computed, allowed, multiple, sure, text)


def _led_to(multiple: View, view: View) -> bool:
    """True where a figure stands right behind a multiple, which leads to it: doubled to 60 years."""
    return one_sentence(view, multiple) and 0 <= view.claim.start - multiple.claim.end <= _LED


def _printed(view: View) -> Interval:
    """The values that print as a figure does; a percentage without decimals is no rounder for ending in zero."""
    own, value = face(view), view.claim.value or 0.0
    unit = Interval(value - _POINT, value + _POINT)
    return unit if view.dimension == "percent" and own.low < unit.low and unit.high < own.high else own


def _of_one_metric(large: View, small: View) -> bool:
    """True for levels of one metric and entity; the shares of one sentence are of what it speaks of."""
    if large.dimension == "percent":
        return large.claim.metric == small.claim.metric and large.claim.kind == small.claim.kind
    return level_of(large, small)


def _beyond_chance(large: View, small: View) -> bool:
    """False for percentages, of which any text has two that come to a small multiple."""
    return large.dimension != "percent"


def _told_before(multiple: View, own: Sequence[View]) -> Iterator[Sum]:
    """A multiple against the levels that the sentence behind it tells: a fivefold rise. It made 50, up from 10."""
    levels = [view for view in own if _term(view) and view.claim.metric == multiple.claim.metric]
    near = [view for view in levels if 0 < view.claim.start - multiple.claim.end <= _REACH]
    if len(near) != 2 or any(one_sentence(view, multiple) for view in levels):
        return
    pair = before_and_after(near[0], near[1], ())
    if pair and _one_party(multiple, pair[1]):
        before, after = pair
        computed, allowed = face(after) / face(before), after.allowed / before.allowed
        text = f"{value_of(after)} is {middle(computed)} times {value_of(before)}"
        yield Sum({"multiple": multiple, "large": after, "small": before}, computed, allowed, multiple, True, text)


def _one_party(multiple: View, level: View) -> bool:
    """True where nothing certain says that a multiple is of another party, or of a part."""
    sure = {multiple.claim.entity_basis, level.claim.entity_basis} <= SURE_BASES
    return (multiple.entity == level.entity or not sure) and multiple.scope.restrictors <= level.scope.restrictors


def _between(large: View, multiple: View, small: View) -> bool:
    """True where a multiple stands between its terms: 60 million, three times more than the 20 million before."""
    order = large.claim.start < multiple.claim.start < small.claim.start
    return order and gap(multiple, small) <= CLOSE and large.dimension != "percent"


def _term(view: View) -> bool:
    claim = view.claim
    level = claim.kind == "level" or (claim.kind == "share" and view.dimension == "percent")
    return level and (claim.value or 0) > 0 and not claim.bracket_of and view.dimension != "second"


def _told(large: View, small: View) -> bool:
    """True where dates or words say that the one came to be the other: to 60 million from 20 million."""
    if large.days is not None and small.days is not None:
        return small.days.high < large.days.low
    return "role:to" in large.claim.restrictors and any(word.startswith("role:") for word in small.scope.restrictors)
