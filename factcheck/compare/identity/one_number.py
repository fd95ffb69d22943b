"""One number with two words that exclude each other, where the figures' subjects may be who tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from factcheck.compare.context import Context
from factcheck.compare.gates import gates
from factcheck.compare.identity.evidence import BAR, Evidence
from factcheck.compare.identity.parties import two_parties
from factcheck.compare.view import View

_AGAINST = ({"nearly", "more_than"}, {"at_most", "more_than"}, {"less_than", "at_least"})


def one_number(own: Sequence[View], context: Context) -> Iterator[tuple[View, View, Evidence]]:
    """Pairs of one number of one article: nearly three million, and below more than three million."""
    told: dict[Hashable, list[View]] = defaultdict(list)
    for b in own:
        for a in told[b.claim.metric, b.dimension, b.claim.value]:
            if a.entity == b.entity or {a.claim.bound, b.claim.bound} not in _AGAINST or two_parties(a, b, context):
                continue
            if all(gate.passed or gate.name == "entity" for gate in gates(a, b, context.rulebook)):
                evidence = context.identity.weigh(a, b)
                if evidence.weight >= BAR:
                    yield a, b, evidence
        told[b.claim.metric, b.dimension, b.claim.value].append(b)
