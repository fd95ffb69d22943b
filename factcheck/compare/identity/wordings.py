"""One number of an article, told with another word before it, or of another time: worth knowing, seldom wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from factcheck.compare.arithmetic.precision import significant
from factcheck.compare.context import Context
from factcheck.compare.findings.describe import period_text, value_text
from factcheck.compare.findings.make import make_finding
from factcheck.compare.gates import overlap
from factcheck.compare.identity.evidence import SURE_BASES
from factcheck.compare.identity.retelling import two_regions
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding

_TOP = frozenset({"headline", "lead"})
_TOLD = frozenset({"stated", "resolved"})
_LEFT_OPEN = frozenset({"more_than", "at_least", "less_than", "at_most", "nearly"})
_RARE = 3  # digits of a figure that two periods do not share by chance
_ALIKE = 0.5  # evidence that two equal figures are one fact
_ONE_PERIOD, _MONTH = 0.9, 27  # the part of two periods that both have; days

Pair = Callable[[View, View], bool]


def other_bounds(law: Law, context: Context) -> Iterator[Finding]:
    """A figure that the headline or lead gives without the "more than" of the text, or the other way round."""
    for first, second in _pairs(context, _one_left_open):
        text = f"“{value_text(first.claim)}” and “{value_text(second.claim)}” are not the same amount"
        yield _note(law, first, second, text, context)


def other_periods(law: Law, context: Context) -> Iterator[Finding]:
    """A figure of three digits and more that is given for two periods, such as a quarter and its year."""
    for first, second in _pairs(context, _two_periods):
        text = f"given for {period_text(first.claim.time)} and for {period_text(second.claim.time)}"
        yield _note(law, first, second, text, context)


def _pairs(context: Context, wanted: Pair) -> Iterator[tuple[View, View]]:
    """Of the equal figures of an article the first two that are wanted and speak of one fact."""
    for own in context.by_document().values():
        equal: dict[Hashable, list[View]] = defaultdict(list)
        for view in own:
            if view.claim.value and view.claim.kind == "level" and not view.claim.bracket_of:
                equal[view.dimension, view.claim.value * view.factor].append(view)
        for views in equal.values():
            fit = (pair for pair in combinations(views, 2) if wanted(*pair) and _one_fact(*pair, context))
            yield from list(fit)[:1]


def _one_fact(a: View, b: View, context: Context) -> bool:
    apart = a.claim.sentence_start != b.claim.sentence_start and not (a.claim.negated or b.claim.negated)
    sure = {a.claim.entity_basis, b.claim.entity_basis} <= SURE_BASES
    one_party = a.entity == b.entity or not sure
    return apart and one_party and not two_regions(a, b) and context.identity.weigh(a, b).weight >= _ALIKE


def _one_left_open(a: View, b: View) -> bool:
    bounds = {a.claim.bound, b.claim.bound}
    top = (a.claim.zone in _TOP) != (b.claim.zone in _TOP)
    telling = a.dimension != "count" or abs(a.claim.value or 0.0) >= 100
    one = "exact" in bounds and bool(bounds & _LEFT_OPEN) and a.claim.metric == b.claim.metric
    return one and top and telling


def _two_periods(a: View, b: View) -> bool:
    if a.days is None or b.days is None or significant(a) < _RARE:
        return False
    told = all(view.claim.time and view.claim.time.basis in _TOLD for view in (a, b))
    long = min(a.days.width, b.days.width) >= _MONTH and "during" in (a.claim.timekind, b.claim.timekind)
    return told and long and overlap(a.days, b.days) < _ONE_PERIOD


def _note(law: Law, first: View, second: View, text: str, context: Context) -> Finding:
    roles = dict(zip(law.claims, (first, second), strict=True))
    members: Sequence[tuple[View, int, str]] = [(view, n, role) for n, (role, view) in enumerate(roles.items())]
    return make_finding(law, "note", members, context, roles=roles, confidence="low", explanation=text)
