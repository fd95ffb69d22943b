"""What an article says is so in place of what others say: 1.2 million, not 900,000."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.compare.arithmetic.precision import exclude, vague
from factcheck.compare.context import Context
from factcheck.compare.identity.alike import likeness
from factcheck.compare.identity.apart import is_varied
from factcheck.compare.identity.evidence import Evidence
from factcheck.compare.identity.sorts import kin, nameless, same_sort
from factcheck.compare.identity.stories import one_week, stories
from factcheck.compare.view import View

_ALIKE = 0.3  # likeness of clauses from which a correction in one article is held against another
_ORDER = 3.0  # times, between a figure and the one it corrects, where several stand in the sentence


def corrections(context: Context) -> Iterator[tuple[View, View, Evidence]]:
    """What an article says is so, and who says what it says is not so."""
    wrong = [view for view in context.views if view.claim.negated and view.claim.value and not vague(view)]
    if not wrong:
        return
    told: dict[str, set[str]] = defaultdict(set)
    for one, other, _ in stories(context):
        told[one[0].claim.doc].add(other[0].claim.doc)
        told[other[0].claim.doc].add(one[0].claim.doc)
    for no in wrong:
        yes = _instead(no, context)
        for view in context.views if yes else ():
            if yes and _repeats(view, no) and _meets(view, no, yes, told, context):
                pair = (view, yes) if view.order < yes.order else (yes, view)
                yield *pair, Evidence(0.8, [f"the article says “{yes.claim.quote}”, not “{no.claim.quote}”"])


def _instead(no: View, context: Context) -> View | None:
    """The figure of the same sentence that stands in the place of a denied one."""
    own = context.by_document()[no.claim.doc]
    beside = [view for view in own if view.claim.sentence_start == no.claim.sentence_start and _alike(view, no)]
    beside = [view for view in beside if not _counts_another(view, no, context)]
    told = [view for view in beside if not view.claim.negated and exclude(view, no)]
    fit = told if len(told) == 1 else [view for view in told if _one_order(view, no)]
    return min(fit, key=lambda view: abs(view.claim.start - no.claim.start), default=None)


def _meets(view: View, no: View, yes: View, told: dict[str, set[str]], context: Context) -> bool:
    """True where a figure stands elsewhere in the article of the denied one, or in one that speaks of the same."""
    if view.claim.doc == no.claim.doc:
        return view.claim.sentence_start != no.claim.sentence_start
    if is_varied(view, context.rulebook):
        return False
    alike = max(likeness(view, one) or 0.0 for one in (no, yes))
    told_together = view.claim.doc in told[no.claim.doc] or one_week(view, no, context)
    one_metric = view.claim.metric == no.claim.metric or nameless(view) or nameless(no)
    one_metric = one_metric or view.dimension == "percent"  # what a share is of has many names
    return (alike > 0 and told_together and one_metric) or alike >= _ALIKE


def _counts_another(a: View, b: View, context: Context) -> bool:
    """True for counts of two things that the rules know: not a school was open, and 900 pupils stayed at home."""
    known = context.rulebook.metrics
    named = a.claim.metric in known and b.claim.metric in known and a.dimension == "count"
    return named and not (same_sort(a, b, context.rulebook) or kin(a, b, context.rulebook))


def _one_order(a: View, b: View) -> bool:
    small, large = sorted(abs((view.claim.value or 0.0) * view.factor) for view in (a, b))
    return large <= _ORDER * small


def _alike(a: View, b: View) -> bool:
    return a.dimension == b.dimension and a.claim.kind == b.claim.kind and _of_one_thing(a, b)


def _repeats(view: View, no: View) -> bool:
    """True where a figure given as fact is the denied one."""
    plain = view.asserted and not view.claim.bracket_of and not vague(view) and _of_one_thing(view, no)
    return plain and view.dimension == no.dimension and view.claim.value == no.claim.value


def _of_one_thing(a: View, b: View) -> bool:
    """True where nothing says that two figures count two things: it did not bury a million and fight two wars."""
    counts = a.claim.metric.startswith("count:") or b.claim.metric.startswith("count:")
    return not counts or a.claim.metric == b.claim.metric or nameless(a) or nameless(b)
