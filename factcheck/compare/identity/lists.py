"""Figures of which a sentence lists several, so that none of them is a rival of a total."""

from __future__ import annotations

from factcheck.compare.arithmetic.precision import exclude
from factcheck.compare.context import Context
from factcheck.compare.view import View

_HEADED, _LISTED = 2, 3  # values of one sort that make a list under a headline, and elsewhere


def meets_a_list(first: View, second: View, context: Context) -> bool:
    """True for a figure against one of several that a sentence of its article lists: four dead here, eight there."""
    if first.claim.doc != second.claim.doc or first.claim.sentence_start == second.claim.sentence_start:
        return False
    if not exclude(first, second):
        return False
    least = _HEADED if "headline" in (first.claim.zone, second.claim.zone) else _LISTED
    own = context.by_document()[first.claim.doc]
    below = [view for view in (first, second) if view.claim.zone != "headline"]
    return any(len({view.claim.value for view in own if _is_beside(view, one)}) >= least for one in below)


def _is_beside(view: View, other: View) -> bool:
    """True for figures of one sentence and one sort that no word calls a part or an earlier state."""
    one_sort = view.claim.metric == other.claim.metric or view.claim.metric.startswith("count:")
    alike = one_sort and view.dimension == other.dimension
    plain = not any(word.startswith(("role:", "part:")) for word in view.scope.restrictors)
    return (
        view.claim.sentence_start == other.claim.sentence_start
        and alike
        and plain
        and view.claim.kind == other.claim.kind
    )
