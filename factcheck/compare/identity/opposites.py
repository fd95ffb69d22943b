"""One change, told as a rise in one place and as a fall in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import product

from factcheck.compare.arithmetic.precision import significant
from factcheck.compare.context import Context
from factcheck.compare.findings.make import make_finding
from factcheck.compare.gates import overlap
from factcheck.compare.identity.ways import way
from factcheck.compare.laws.law import Law
from factcheck.compare.stances import reported
from factcheck.compare.view import View
from factcheck.model import Finding

_RARE = 2  # digits of a change that does not recur by chance
_ONE_PERIOD = 0.9  # the part of two periods that both have


def opposite_moves(law: Law, context: Context) -> Iterator[Finding]:
    """The first two changes of one figure, entity, metric and time of which one is a rise and the other a fall."""
    equal: dict[Hashable, list[View]] = defaultdict(list)
    for view in context.views:
        if view.kind == "change" and view.entity and view.claim.value and reported(view) and significant(view) >= _RARE:
            equal[_sort(view)].append(view)
    for views in equal.values():
        rises, falls = ([view for view in views if way(view) == told] for told in ("rising", "falling"))
        pairs = (pair for pair in product(rises, falls) if _one_move(*pair) and context.concerns(*pair))
        if pair := next(pairs, None):
            roles = dict(zip(law.claims, sorted(pair, key=lambda view: view.order), strict=True))
            members = [(view, group, role) for group, (role, view) in enumerate(roles.items())]
            text = "the same change, up in one place and down in another"
            yield make_finding(law, law.severity, members, context, roles=roles, explanation=text)


def _sort(view: View) -> Hashable:
    """What two tellings of one change share: figure, entity, metric, place and narrowing words."""
    value = abs(view.claim.value or 0.0) * view.factor
    narrowing = frozenset(word for word in view.claim.restrictors if not word.startswith("role:"))
    return view.entity, view.claim.metric, view.dimension, value, view.claim.region, narrowing


def _one_move(a: View, b: View) -> bool:
    """True for changes of two passages that share their time."""
    here = a.claim.doc == b.claim.doc and a.claim.sentence_start == b.claim.sentence_start
    return not here and a.days is not None and b.days is not None and overlap(a.days, b.days) >= _ONE_PERIOD
