"""One number that two articles give in two units: 12,200 litres a minute, and 12,200 litres a second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations

from factcheck.compare.arithmetic.precision import significant
from factcheck.compare.context import Context
from factcheck.compare.identity.alike import likeness
from factcheck.compare.identity.doubts import sets_apart
from factcheck.compare.identity.evidence import Evidence
from factcheck.compare.identity.retelling import dates_apart
from factcheck.compare.identity.stories import stories
from factcheck.compare.view import View
from factcheck.units import is_money

_RARE = 3  # digits of a number that two articles do not give of two things by chance
_ALIKE = 0.3  # likeness of two clauses that speak of one thing
_COUNTED = frozenset({"count", "percent", "ratio", "per_head"})
_COMMON = 12  # claims with one number; beyond, it tells nothing


def other_units(context: Context) -> Iterator[tuple[View, View, Evidence]]:
    """Pairs of one number in two units that convert into each other, of articles with a party or a story in common."""
    by_number: dict[Hashable, list[View]] = defaultdict(list)
    for view in context.views:
        if view.dimension not in _COUNTED and not is_money(view.dimension):
            by_number[view.dimension, view.claim.kind, view.claim.value].append(view)
    met = [(a, b) for block in by_number.values() if len(block) <= _COMMON
           for a, b in combinations(block, 2) if _opposed(a, b)]  # fmt: skip
    if not met:
        return
    told = {frozenset((one[0].claim.doc, other[0].claim.doc)) for one, other, _ in stories(context)}
    for a, b in met:
        together = frozenset((a.claim.doc, b.claim.doc)) in told or (a.entity != "" and a.entity == b.entity)
        alike = likeness(a, b) or 0.0
        if context.concerns(a, b) and (alike >= _ALIKE or (together and (alike > 0 or _one_rate(a, b)))):
            yield a, b, Evidence(0.6, [f"the same number of {a.claim.unit} and of {b.claim.unit}"])


def _opposed(a: View, b: View) -> bool:
    """True for one rare number of two articles, in units of which neither article gives the other's figure."""
    other = a.claim.doc != b.claim.doc and a.factor != b.factor and not dates_apart(a, b)
    read = significant(a) >= _RARE and not (a.claim.negated or b.claim.negated)
    return other and read and not sets_apart(a, b) and not sets_apart(b, a)


def _one_rate(a: View, b: View) -> bool:
    return a.kind == b.kind == "rate" and a.claim.metric == b.claim.metric
