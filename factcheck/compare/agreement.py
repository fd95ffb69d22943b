"""The same figure said again: evidence for pairs whose other slots were read differently.

That two passages print one number of one company is evidence itself, so less is asked of them than of two values.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from factcheck.compare.context import Context, digits_of
from factcheck.compare.gates import entity_gate, same_source
from factcheck.compare.graph import Link
from factcheck.compare.identity import AGREE_BAR, Evidence, likeness
from factcheck.compare.view import View
from factcheck.extract.tokens import tokenize

_BAR = 0.6
_REACH = 40  # later claims with the same figure that one claim is compared with
_GOALS = frozenset({"plan", "target", "offer", "forecast"})


def agreements(context: Context) -> Iterator[Link]:
    """Pairs of one entity, unit and value that state one fact although a slot was read differently."""
    blocks: dict[Hashable, list[View]] = defaultdict(list)
    for view in context.views:
        if view.claim.value and view.entity and not view.claim.negated and not view.claim.bracket_of:
            blocks[view.entity, view.dimension, view.claim.value * view.factor, view.claim.kind].append(view)
    for block in blocks.values():
        for i, a in enumerate(block):
            for b in block[i + 1 : i + 1 + _REACH]:
                if context.copied(a, b) or context.met_at_home(a, b) or _contradicts(a, b):
                    continue
                evidence = weigh_agreement(a, b, context)
                if evidence.weight >= _BAR:
                    evidence.weight = max(AGREE_BAR, evidence.weight - 0.2)
                    yield Link({"one": a, "other": b}, "upheld", evidence, (entity_gate(a, b, context.rulebook),))


def _contradicts(a: View, b: View) -> bool:
    """True where another slot speaks against one fact."""
    if a.days and b.days and not a.days.overlaps(b.days):
        return True
    if a.scope.region and b.scope.region and a.scope.region != b.scope.region:
        return True
    return (a.claim.stance in _GOALS) != (b.claim.stance in _GOALS)


def weigh_agreement(a: View, b: View, context: Context) -> Evidence:
    """How likely two equal figures of one entity state one fact."""
    evidence = Evidence()
    digits = len(digits_of(a.claim.quote))
    evidence.add(min(0.45, 0.15 * (digits - 1)), f"the same {digits} digits")
    if a.claim.metric == b.claim.metric:
        evidence.add(0.3, "the same metric")
    if _noun(a, context) and _noun(a, context) == _noun(b, context):
        evidence.add(0.3, "the same word after the figure")
    if a.claim.source and same_source(a.claim.source, b.claim.source):
        evidence.add(0.15, f"both credit {a.claim.source}")
    if a.days and b.days:
        evidence.add(0.15, "the dates agree")
    if a.claim.doc == b.claim.doc and a.claim.zone != b.claim.zone:
        evidence.add(0.15, f"{a.claim.zone} and {b.claim.zone}")
    evidence.add(0.3 * (likeness(a, b) or 0.0), "the clauses are alike")
    return evidence


def _noun(view: View, context: Context) -> str:
    """The word right after a figure, for counts."""
    document = context.documents.get(view.claim.doc)
    if document is None or view.dimension != "count":
        return ""
    words = tokenize(document.text, view.claim.end, view.claim.end + 40).words
    return next((word for word in words[:2] if len(word) > 3 and word.isalpha()), "")
