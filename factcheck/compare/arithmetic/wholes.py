"""Two stated shares with their parts, which must be of one whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.compare.arithmetic.share_words import of_another
from factcheck.compare.arithmetic.shares import part_of_share
from factcheck.compare.arithmetic.sums import sum_finding
from factcheck.compare.arithmetic.terms import CLOSE, HUNDRED, around, face, gap, middle
from factcheck.compare.context import Context
from factcheck.compare.gates import overlap
from factcheck.compare.laws.law import Law
from factcheck.compare.scope import region_inside
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Finding


def wholes(law: Law, context: Context) -> Iterator[Finding]:
    """Two shares with their parts: both must be of one whole."""
    for own in context.articles():
        pairs = [
            pair for share in own if share.claim.kind == "share" and share.claim.value for pair in _parts(share, own)
        ]
        used: set[int] = set()
        for (part, share), (other, second) in combinations(pairs, 2):
            if {part, share} & {other, second} or not _one_whole(part, share, other, second):
                continue
            one, two = _implied(part, share), _implied(other, second)
            if share.order in used or second.order in used:
                continue
            roles = {"part": part, "share": share, "other_part": other, "other_share": second}
            if one.overlaps(two):
                used |= {share.order, second.order}
                yield sum_finding(law, context, "consistent", roles, f"both come to about {middle(one.hull(two))}")
            elif _same_of(share, second) and max(gap(part, share), gap(other, second)) <= CLOSE and _far(one, two):
                text = f"one comes to about {middle(one)}, the other to {middle(two)}"
                yield sum_finding(law, context, law.severity, roles, text, claimed=2)


def _same_of(share: View, second: View) -> bool:
    return bool(share.scope.of) and share.scope.of == second.scope.of


def _far(one: Interval, two: Interval) -> bool:
    return one.high * 1.05 < two.low or two.high * 1.05 < one.low


def _parts(share: View, own: Sequence[View]) -> Iterator[tuple[View, View]]:
    for part in around(share, own):
        near = part_of_share(part, share) and gap(part, share) <= 2 * CLOSE
        if near and _one_place(part, share) and not of_another(part, share, own):
            yield part, share


def _one_place(part: View, share: View) -> bool:
    """True unless a part and a share are of two places that do not hold each other."""
    one, other = part.scope.region, share.scope.region
    return not one or not other or region_inside(one, other) or region_inside(other, one)


def _implied(part: View, share: View) -> Interval:
    return face(part) / face(share) * HUNDRED


def _one_whole(part: View, share: View, other: View, second: View) -> bool:
    alike = (
        part.claim.metric == other.claim.metric and part.dimension == other.dimension and part.entity == other.entity
    )
    when = part.days == other.days or (part.days and other.days and overlap(part.days, other.days) >= 0.9)
    return bool(alike and when and share.claim.value != second.claim.value and part.claim.value != other.claim.value)
