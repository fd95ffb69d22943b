"""The same figure said again: evidence for pairs whose other slots were read differently.

That two passages print one number of one company is evidence itself, so less is asked of them than of two values.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from factcheck.compare.context import Context, digits_of
from factcheck.compare.gates import entity_gate, same_source
from factcheck.compare.graph import Link
from factcheck.compare.identity import AGREE_BAR, SURE_BASES, Evidence, likeness
from factcheck.compare.precision import exclude
from factcheck.compare.stories import stories
from factcheck.compare.view import View
from factcheck.extract.tokens import tokenize

_BAR = 0.6
_REACH = 40  # later claims with the same figure that one claim is compared with
_TOLD = frozenset({"stated", "resolved"})
_GOALS = frozenset({"plan", "target", "offer", "forecast"})


def agreements(context: Context) -> Iterator[Link]:
    """Pairs of one unit and value that state one fact although a slot was read differently."""
    seen: set[tuple[int, int]] = set()
    for a, b, story in _pairs(context):
        if (a.order, b.order) in seen or context.copied(a, b) or context.met_at_home(a, b) or _contradicts(a, b):
            continue
        seen.add((a.order, b.order))
        evidence = weigh_agreement(a, b, context, story)
        if round(evidence.weight, 6) >= _BAR:
            evidence.weight = max(AGREE_BAR, evidence.weight - 0.2)
            yield Link({"one": a, "other": b}, "upheld", evidence, (entity_gate(a, b, context.rulebook),))


def _pairs(context: Context) -> Iterator[tuple[View, View, bool]]:
    """Equal figures of one entity or of one article, and those of two articles that tell one story."""
    for one, other in stories(context):
        yield from ((a, b, True) for a in one for b in other if _usable(a) and _usable(b) and _equal(a, b))
    blocks: dict[Hashable, list[View]] = defaultdict(list)
    for view in context.views:
        if _usable(view):
            value = view.dimension, (view.claim.value or 0) * view.factor, view.claim.kind
            blocks[view.claim.doc, *value].append(view)
            if view.entity:
                blocks[view.entity, *value].append(view)
    for block in blocks.values():
        for i, a in enumerate(block):
            yield from ((a, b, False) for b in block[i + 1 : i + 1 + _REACH] if _one_party(a, b))


def _one_party(a: View, b: View) -> bool:
    """True where nothing certain says that two figures are of different parties."""
    return a.entity == b.entity or not {a.claim.entity_basis, b.claim.entity_basis} <= SURE_BASES


def _usable(view: View) -> bool:
    return bool(view.claim.value) and not view.claim.negated and not view.claim.bracket_of


def _equal(a: View, b: View) -> bool:
    """True for one value, or for two of which one rounds the other and which measure one thing of one party."""
    if a.dimension != b.dimension or a.claim.kind != b.claim.kind:
        return False
    if (a.claim.value or 0) * a.factor == (b.claim.value or 0) * b.factor:
        return a.claim.metric == b.claim.metric or a.entity == b.entity
    alike = a.claim.metric == b.claim.metric and a.entity == b.entity and ":" not in a.claim.metric
    return alike and bool(a.entity) and not exclude(a, b) and a.scope.restrictors == b.scope.restrictors


def _contradicts(a: View, b: View) -> bool:
    """True where both passages name a region, and not the same."""
    told = {a.claim.region_basis, b.claim.region_basis} == {"stated"}
    return bool(told and a.scope.region and b.scope.region and a.scope.region != b.scope.region)


def _apart(a: View, b: View) -> bool:
    """True for two dates, both read in the text, that do not meet; a date that is carried may be another's."""
    told = a.claim.time and b.claim.time and {a.claim.time.basis, b.claim.time.basis} <= _TOLD
    return bool(told and a.days and b.days and not a.days.overlaps(b.days))


def weigh_agreement(a: View, b: View, context: Context, story: bool = False) -> Evidence:
    """How likely two equal figures state one fact; `story` says that their articles tell one."""
    evidence = Evidence()
    if story:
        evidence.add(0.25, "two articles of one story")
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
        evidence.add(0.3, f"{a.claim.zone} and {b.claim.zone}")
    evidence.add(0.3 * (likeness(a, b) or 0.0), "the clauses are alike")
    if _apart(a, b) and not ("headline" in (a.claim.zone, b.claim.zone) and a.claim.doc == b.claim.doc):
        evidence.add(-0.3, "the dates do not meet")
    if (a.claim.stance in _GOALS) != (b.claim.stance in _GOALS):
        evidence.add(-0.2, "one of them is a plan or forecast")
    return evidence


def _noun(view: View, context: Context) -> str:
    """The word right after a figure, for counts."""
    document = context.documents.get(view.claim.doc)
    if document is None or view.dimension != "count":
        return ""
    words = tokenize(document.text, view.claim.end, view.claim.end + 40).words
    return next((word for word in words[:2] if len(word) > 3 and word.isalpha()), "")
