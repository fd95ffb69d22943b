"""Two sources that measure one share a few weeks apart and come to values that no few weeks explain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.compare.blocks import plays
from factcheck.compare.context import Context
from factcheck.compare.findings.make import make_finding
from factcheck.compare.identity.evidence import SURE_BASES
from factcheck.compare.laws.law import Law
from factcheck.compare.stances import same_source
from factcheck.compare.view import View
from factcheck.model import Finding

_WEEKS = 45.0  # days between two measurements
_POINTS = 3.0  # a share moves less in that time
_TOLD = frozenset({"stated", "resolved"})
_ENDS = frozenset({"role:to", "role:compared to"})


def sources_agree(law: Law, context: Context) -> Iterator[Finding]:
    """Shares of one product that two sources put too far apart, one finding per product."""
    blocks: dict[str, list[View]] = defaultdict(list)
    selector = next(iter(law.claims.values()))
    for view in context.views:
        if plays(view, selector) and _measured(view):
            blocks[view.entity].append(view)
    for block in blocks.values():
        apart = [pair for pair in combinations(block, 2) if _far(*pair)]
        if apart:
            yield _finding(law, context, *max(apart, key=lambda pair: _gap(*pair)), block)


def _finding(law: Law, context: Context, a: View, b: View, block: Sequence[View]) -> Finding:
    """The two measurements, each with the places that give the same value."""
    members = [(a, 0, "one"), (b, 1, "other")]
    for group, view in ((0, a), (1, b)):
        again = [other for other in block if other is not view and other.claim.value == view.claim.value]
        members += [(other, group, "") for other in again]
    text = f"{a.claim.source} and {b.claim.source} measured within {_between(a, b):.0f} days"
    return make_finding(law, "tension", members, context, roles={"one": a, "other": b}, explanation=text)


def _measured(view: View) -> bool:
    """True for a share as it was on a day or in a month, of somebody the text names."""
    claim = view.claim
    dated = view.days is not None and claim.time is not None and claim.time.basis in _TOLD
    sure = claim.entity_basis in SURE_BASES and claim.confidence != "low" and view.dimension == "percent"
    return bool(dated and sure and claim.kind == "share" and view.entity and view.asserted and claim.source)


def _far(a: View, b: View) -> bool:
    if same_source(a.claim.source, b.claim.source) or _gap(a, b) <= _POINTS or _between(a, b) > _WEEKS:
        return False
    return a.scope.region == b.scope.region and _narrowed(a) == _narrowed(b)


def _narrowed(view: View) -> frozenset[str]:
    """What narrows a share; when it was measured and that a change ends there does not."""
    return frozenset(word for word in view.scope.restrictors - _ENDS if not word.startswith(("part:", "when:")))


def _gap(a: View, b: View) -> float:
    return max(a.allowed.low, b.allowed.low) - min(a.allowed.high, b.allowed.high)


def _between(a: View, b: View) -> float:
    """Days between the days for which two shares hold; a change's end holds at the end of its time."""
    one, other = _held(a), _held(b)
    return max(0.0, max(one[0], other[0]) - min(one[1], other[1]))


def _held(view: View) -> tuple[float, float]:
    assert view.days is not None
    ends = view.claim.timekind == "during" and "role:to" in view.claim.restrictors
    return (view.days.high if ends else view.days.low), view.days.high
