"""So many times so much: multiples against their terms, and counts times what each of them comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from factcheck.compare.arithmetic.directions import before_and_after
from factcheck.compare.arithmetic.sums import (
    Sum,
    best_sum,
    exactly,
    face,
    gap,
    level_of,
    middle,
    one_sentence,
    strictly,
    sum_finding,
    value_of,
)
from factcheck.compare.context import Context
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.identity.evidence import SURE_BASES
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Finding
from factcheck.units import is_money

_WORDS = 25  # characters around a figure in which "each" or "in all" stands
_MANY = 10  # fewer go into too many totals
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
    for large, small in permutations(near, 2):
        if large.dimension != small.dimension or face(large).low <= face(small).high:
            continue
        computed, allowed = face(large) / face(small), large.allowed / small.allowed
        sure = alone and {large, small} == set(here) and level_of(large, small) and _told(large, small)
        beside = large in here and small in here and level_of(large, small)
        if not sure and not exactly(computed, multiple) and not (beside and strictly(computed, multiple)):
            continue
        text = f"{value_of(large)} is {middle(computed)} times {value_of(small)}"
        yield Sum({"multiple": multiple, "large": large, "small": small}, computed, allowed, multiple, sure, text)


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


def _told(large: View, small: View) -> bool:
    """True where dates or words say that the one came to be the other: to 60 million from 20 million."""
    if large.days is not None and small.days is not None:
        return small.days.high < large.days.low
    return "role:to" in large.claim.restrictors and any(word.startswith("role:") for word in small.scope.restrictors)


def _term(view: View) -> bool:
    claim = view.claim
    return claim.kind == "level" and (claim.value or 0) > 0 and not claim.bracket_of and view.dimension != "second"


def products(law: Law, context: Context) -> Iterator[Finding]:
    """A count, what each comes to, and the total: 3,700 gave 50 dollars each, 185,000 in all."""
    for own in context.articles():
        for each in own:
            if _term(each) and is_money(each.dimension) and _says("each", each, context):
                yield from _totals(law, each, own, context)


def _says(cue: str, view: View, context: Context) -> bool:
    """True where such words stand right beside a figure."""
    text, claim = context.documents[view.claim.doc].text, view.claim
    end = min(claim.end + _WORDS, claim.sentence_start + len(claim.sentence))
    around = text[max(claim.start - _WORDS, claim.sentence_start) : claim.start], text[claim.end : end]
    return any(cue in cues_for(claim.lang).found(words) for words in around) or cue in cues_for(claim.lang).found(
        claim.quote
    )


def _totals(law: Law, each: View, own: Sequence[View], context: Context) -> Iterator[Finding]:
    near = [view for view in own if view is not each and _term(view) and gap(view, each) <= _REACH]
    counts = [view for view in near if view.dimension == "count" and (view.claim.value or 0) >= _MANY]
    totals = [view for view in near if view.dimension == each.dimension and face(view).low > face(each).high]
    for count in counts:
        for total in totals:
            computed = face(count) * face(each)
            if exactly(computed, total):
                roles = {"total": total, "count": count, "each": each}
                text = f"{value_of(count)} times {value_of(each)} is {middle(computed)}"
                yield sum_finding(law, context, "consistent", roles, text)
                return
    here = [view for view in counts if one_sentence(view, each)]
    sums = [view for view in totals if one_sentence(view, each) and _says("total", view, context)]
    if len(here) == len(sums) == 1 and all(view.asserted for view in (*here, *sums, each)):
        yield from _wrong(law, here[0], each, sums[0], context)


def _wrong(law: Law, count: View, each: View, total: View, context: Context) -> Iterator[Finding]:
    allowed: Interval = count.allowed * each.allowed
    text = f"{value_of(count)} times {value_of(each)} is {middle(face(count) * face(each))}"
    found = Sum({"total": total, "count": count, "each": each}, allowed, allowed, total, True, text)
    if found.wrong:
        yield sum_finding(law, context, law.severity, found.roles, text)
