"""Two values that an article itself sets against each other, whoever the figures were taken to be about.

"The figure is 1.2 million, not 900,000"; "the minister, however, put the toll at 19"; the
prefect says 180, the union 300.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.compare.alike import likeness
from factcheck.compare.context import Context
from factcheck.compare.cues import cues_for
from factcheck.compare.gates import same_source, two_forecasts
from factcheck.compare.identity import SURE_BASES, Evidence
from factcheck.compare.precision import exclude, vague
from factcheck.compare.retelling import kin, nameless, two_regions
from factcheck.compare.stories import stories
from factcheck.compare.view import View

Rivals = tuple[View, View, Evidence]
_NEAR = 250  # characters between a figure and the one that disputes it
_APART = 400  # characters between the figures of two sources
_ORDER = 3.0  # times, between two estimates of one thing
_ALIKE = 0.3  # likeness of clauses from which a correction in one article is held against another


def rivals(context: Context) -> Iterator[Rivals]:
    """Pairs of figures that the words around them set against each other, and how surely."""
    yield from _corrections(context)
    for own in context.by_document().values():
        for i, b in enumerate(own):
            for a in reversed(own[:i]):
                if b.claim.start - a.claim.end > _APART:
                    break
                evidence = _disputed(a, b, context) or _by_two_sources(a, b, context)
                if evidence:
                    yield a, b, evidence


def _corrections(context: Context) -> Iterator[Rivals]:
    """What an article says is so, and who says what it says is not so."""
    wrong = [view for view in context.views if view.claim.negated and view.claim.value]
    if not wrong:
        return
    told: dict[str, set[str]] = defaultdict(set)
    for one, other, _ in stories(context):
        told[one[0].claim.doc].add(other[0].claim.doc)
        told[other[0].claim.doc].add(one[0].claim.doc)
    for no in wrong:
        yes = _instead(no, context.by_document()[no.claim.doc])
        for view in context.views if yes else ():
            if yes and _repeats(view, no) and _meets(view, no, told):
                pair = (view, yes) if view.order < yes.order else (yes, view)
                yield *pair, Evidence(0.8, [f"the article says “{yes.claim.quote}”, not “{no.claim.quote}”"])


def _instead(no: View, own: Sequence[View]) -> View | None:
    """The figure of the same sentence that stands in the place of a denied one."""
    beside = [view for view in own if view.claim.sentence_start == no.claim.sentence_start and _alike(view, no)]
    fit = [view for view in beside if not view.claim.negated and exclude(view, no)]
    return min(fit, key=lambda view: abs(view.claim.start - no.claim.start), default=None)


def _meets(view: View, no: View, told: dict[str, set[str]]) -> bool:
    """True where a figure stands elsewhere in the article of the denied one, or in one that tells the same."""
    if view.claim.doc == no.claim.doc:
        return view.claim.sentence_start != no.claim.sentence_start
    return view.claim.doc in told[no.claim.doc] or (likeness(view, no) or 0.0) >= _ALIKE


def _disputed(a: View, b: View, context: Context) -> Evidence | None:
    """The evidence where the later passage takes up the figure and disputes it."""
    if b.claim.start - a.claim.end > _NEAR or a.claim.sentence_start == b.claim.sentence_start:
        return None
    if not _comparable(a, b, context) or a.scope.restrictors != b.scope.restrictors:
        return None
    if not {"anaphora", "dispute"} <= _words_before(a, b, context):
        return None
    return Evidence(0.7, ["the second passage takes up the figure and disputes it"])


def _words_before(a: View, b: View, context: Context) -> frozenset[str]:
    """The cues in the sentence of the later figure, up to it."""
    text = context.documents[b.claim.doc].text[max(a.claim.end, b.claim.sentence_start) : b.claim.end]
    return cues_for(b.claim.lang).found(text)


def _by_two_sources(a: View, b: View, context: Context) -> Evidence | None:
    """The evidence where two sources give a figure each of what nothing sets apart."""
    one, other = a.claim.source, b.claim.source
    if not one or not other or same_source(one, other) or a.claim.metric != b.claim.metric:
        return None
    small, large = sorted(abs((view.claim.value or 0.0) * view.factor) for view in (a, b))
    if large > _ORDER * small or a.scope.restrictors != b.scope.restrictors or not _comparable(a, b, context):
        return None
    if two_forecasts(a, b):
        return None
    if _own(a) or _own(b) or (a.entity != b.entity and _sure(a) and _sure(b)) or a.scope.region != b.scope.region:
        return None
    if a.claim.sentence_start != b.claim.sentence_start and "dispute" not in _words_before(a, b, context):
        return None
    return Evidence(0.6, [f"{one} and {other} give one figure each"])


def _own(view: View) -> bool:
    """True where the source speaks of itself: a company of its own sales."""
    return same_source(view.claim.source, view.claim.entity)


def _sure(view: View) -> bool:
    return view.claim.entity_basis in SURE_BASES


def _comparable(a: View, b: View, context: Context) -> bool:
    """True where both are facts of one unit, and neither metric, region nor date sets them apart."""
    if not _alike(a, b) or not (a.asserted and b.asserted) or vague(a) != vague(b) or not exclude(a, b):
        return False
    metrics = a.claim.metric == b.claim.metric or nameless(a) or nameless(b) or kin(a, b, context.rulebook)
    apart = a.days is not None and b.days is not None and not a.days.overlaps(b.days)
    return metrics and not two_regions(a, b) and not apart and not (a.claim.bracket_of or b.claim.bracket_of)


def _alike(a: View, b: View) -> bool:
    return a.dimension == b.dimension and a.claim.kind == b.claim.kind


def _repeats(view: View, no: View) -> bool:
    """True where a figure given as fact is the denied one."""
    plain = view.asserted and not view.claim.bracket_of
    return plain and view.dimension == no.dimension and view.claim.value == no.claim.value
