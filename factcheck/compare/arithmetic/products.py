"""Counts times what each of them comes to, against the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.sums import Sum, exactly, sum_finding
from factcheck.compare.arithmetic.terms import face, gap, is_reckoned, middle, one_sentence, value_of
from factcheck.compare.context import Context
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Finding
from factcheck.units import is_money

_WORDS = 40  # characters around a figure in which "each" or "in all" stands
_MANY = 10  # fewer go into too many totals
_REACH = 300  # characters between a count, what each comes to, and the total


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
    if len(here) == len(sums) == 1 and all(map(is_reckoned, (*here, *sums, each))):
        yield from _wrong(law, here[0], each, sums[0], context)


def _wrong(law: Law, count: View, each: View, total: View, context: Context) -> Iterator[Finding]:
    allowed: Interval = count.allowed * each.allowed
    text = f"{value_of(count)} times {value_of(each)} is {middle(face(count) * face(each))}"
    found = Sum({"total": total, "count": count, "each": each}, allowed, allowed, total, True, text)
    if found.wrong:
        yield sum_finding(law, context, law.severity, found.roles, text)
