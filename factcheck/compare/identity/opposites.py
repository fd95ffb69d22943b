"""One change, told as a rise in one place and as a fall in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations

from factcheck.compare.arithmetic.precision import significant
from factcheck.compare.context import Context
from factcheck.compare.findings.make import make_finding
from factcheck.compare.gates import overlap
from factcheck.compare.identity.ways import opposite
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
        value = abs(view.claim.value or 0.0) * view.factor
        if view.entity and view.kind == "change" and value and reported(view) and significant(view) >= _RARE:
            equal[view.entity, view.claim.metric, view.dimension, value].append(view)
    for views in equal.values():
        pair = next((pair for pair in combinations(views, 2) if _one_move(*pair) and context.concerns(*pair)), None)
        if pair:
            roles = dict(zip(law.claims, pair, strict=True))
            members = [(view, group, role) for group, (role, view) in enumerate(roles.items())]
            text = "the same change, up in one place and down in another"
            yield make_finding(law, law.severity, members, context, roles=roles, explanation=text)


def _one_move(a: View, b: View) -> bool:
    """True for changes of two passages that share their time, place and narrowing words and went opposite ways."""
    here = a.claim.doc == b.claim.doc and a.claim.sentence_start == b.claim.sentence_start
    dated = a.days is not None and b.days is not None and overlap(a.days, b.days) >= _ONE_PERIOD
    narrowed = [{word for word in view.claim.restrictors if not word.startswith("role:")} for view in (a, b)]
    return not here and dated and a.claim.region == b.claim.region and narrowed[0] == narrowed[1] and opposite(a, b)
