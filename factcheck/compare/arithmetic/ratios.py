"""Stated ratios against their terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.sums import Sum, strictly, sum_finding
from factcheck.compare.arithmetic.terms import middle, one_sentence, ratio_of, same_scope, value_of
from factcheck.compare.blocks import plays
from factcheck.compare.context import Context
from factcheck.compare.gates import overlap
from factcheck.compare.identity.sorts import kin
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding


def ratios(law: Law, context: Context) -> Iterator[Finding]:
    """A stated ratio against its terms, as the law names them."""
    ratio_role, part_role, whole_role = list(law.claims)
    for own in context.articles():
        parts = [view for view in own if plays(view, law.claims[part_role]) and view.asserted]
        by_whole = [view for view in own if plays(view, law.claims[whole_role]) and view.asserted]
        for ratio in own:
            if not plays(ratio, law.claims[ratio_role]) or not ratio.claim.value:
                continue
            scale = 100.0 if ratio.dimension == "percent" else 1.0
            for part, whole in (*_terms(ratio, parts, by_whole), *_beside(ratio, by_whole, own, context)):
                computed, allowed = ratio_of(part, whole, scale)
                text = f"{value_of(part)} / {value_of(whole)} is {middle(computed)}"
                roles = {ratio_role: ratio, part_role: part, whole_role: whole}
                sure = ratio.days is not None and part.days is not None and ratio.days.overlaps(part.days)
                found = Sum(roles, computed, allowed, ratio, sure, text)
                if found.right:
                    yield sum_finding(law, context, "consistent", roles, text)
                elif found.wrong and found.sure:
                    yield sum_finding(law, context, law.severity, roles, text)


def _beside(ratio: View, wholes: Sequence[View], own: Sequence[View], context: Context) -> Iterator[tuple[View, View]]:
    """A whole with a smaller figure of its sentence, day and party, whose metric is not told apart from the whole's.

    Only what comes to the ratio is of use: such a figure may be another's.
    """
    scale = 100.0 if ratio.dimension == "percent" else 1.0
    for whole in wholes:
        for part in own:
            alike = part.claim.metric == whole.claim.metric or kin(part, whole, context.rulebook)
            if not alike or part.claim.kind != "level" or not one_sentence(part, whole) or not part.asserted:
                continue
            dated = part.dimension == whole.dimension and part.days is not None and part.days == whole.days
            if dated and _one_party(ratio, part, whole) and strictly(ratio_of(part, whole, scale)[0], ratio):
                yield part, whole


def _one_party(ratio: View, part: View, whole: View) -> bool:
    return bool(whole.entity) and part.entity == whole.entity == ratio.entity


def _terms(ratio: View, parts: Sequence[View], wholes: Sequence[View]) -> Iterator[tuple[View, View]]:
    for part in parts:
        for whole in wholes:
            same = part.entity == whole.entity == ratio.entity and part.dimension == whole.dimension
            if same and part.days and whole.days and overlap(part.days, whole.days) >= 0.45 and same_scope(part, whole):
                yield part, whole
