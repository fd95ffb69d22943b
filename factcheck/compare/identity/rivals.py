"""Two values that an article itself sets against each other, whoever the figures were taken to be about.

"The figure is 1.2 million, not 900,000"; "the minister, however, put the toll at 19"; the
prefect says 180, the union 300; "nearly three million", and below "more than three million".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.arithmetic.precision import exclude, vague
from factcheck.compare.context import Context
from factcheck.compare.identity.apart import is_varied
from factcheck.compare.identity.corrections import corrections
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.identity.disputes import (
    bare,
    counts_anew,
    denies_figures,
    disputes,
    elsewhere,
    narrowing,
    next_sentence,
    set_apart,
    two_sources,
    words_before,
)
from factcheck.compare.identity.evidence import Evidence
from factcheck.compare.identity.one_number import one_number
from factcheck.compare.identity.other_units import other_units
from factcheck.compare.identity.others import of_others
from factcheck.compare.identity.parties import is_crowd, is_toll, of_itself, two_parties
from factcheck.compare.identity.retelling import two_regions
from factcheck.compare.identity.sorts import kin, nameless
from factcheck.compare.stances import two_forecasts
from factcheck.compare.view import View

Rivals = tuple[View, View, Evidence]
_APART = 400  # characters between the figures of two sources
_ORDER, _TOLLS = 3.0, 5.0  # times, between two estimates of one thing, two counts of the dead or of a crowd
_DISPUTED = 20.0  # times, between two counts of the dead of which the second is set against the first


def rivals(context: Context) -> Iterator[Rivals]:
    """Pairs of figures that the words around them set against each other, and how surely."""
    yield from corrections(context)
    yield from other_units(context)
    for own in context.by_document().values():
        yield from one_number(own, context)
        for i, b in enumerate(own):
            denied, met = denies_figures(b, context.documents), set[int]()
            for a in reversed(own[:i]):
                if b.claim.start - a.claim.end > _APART and not denied:
                    break
                evidence = _disputed(a, b, context, denied=denied)
                if evidence:
                    yield a, b, evidence
                    denied = False  # what is disputed is the last that others counted
                elif a.claim.sentence_start not in met and (evidence := _by_two_sources(a, b, context)):
                    yield a, b, evidence
                    met.add(a.claim.sentence_start)  # and what is counted anew the last of its sentence


def _disputed(a: View, b: View, context: Context, *, denied: bool) -> Evidence | None:
    """The evidence where the later passage takes up the figure and disputes it, or what another counted."""
    if a.claim.sentence_start == b.claim.sentence_start or not _comparable(a, b, context):
        return None
    if narrowing(a) != narrowing(b):
        return None
    if disputes(a, b, context.documents):
        return Evidence(0.7, ["the second passage takes up the figure and disputes it"], disputed=True)
    named = a.claim.metric == b.claim.metric and not nameless(a)
    abroad = a.scope.region and b.scope.region and a.scope.region != b.scope.region
    if denied and named and two_sources(a, b) and not abroad and not two_parties(a, b, context):
        return Evidence(0.6, [f"{b.claim.source} disputes what others counted"], disputed=True)
    return None


def _by_two_sources(a: View, b: View, context: Context) -> Evidence | None:
    """The evidence where two sources give a figure each of what nothing sets apart."""
    anew = counts_anew(a, b, context.documents) or _second_toll(a, b, context)
    if b.claim.start - a.claim.end > _APART or not anew:
        return None
    words = words_before(b, context.documents, a.claim.end)
    most = (_DISPUTED if "dispute" in words else _TOLLS) if is_toll(a, context) else _ORDER
    if a.claim.sentence_start == b.claim.sentence_start and not words.isdisjoint(("contrast", "dispute")):
        most = max(most, _TOLLS)  # the firemen say 80,000 euros, the owner however 250,000
    if not _one_order(a, b, most) or not _comparable(a, b, context) or two_forecasts(a, b):
        return None
    if _listed(a, b, context) or (is_varied(a, context.rulebook) and not _measured_anew(a, b, context)):
        return None
    own = any(of_itself(view) and not is_toll(view, context) for view in (a, b))
    own = own and (a.entity != b.entity or not _parted(a, b, context))
    if own or two_parties(a, b, context) or _abroad(a, b, context) or not _narrowed_alike(a, b, context):
        return None
    if of_others(a, b, context.documents) or _of_two_answers(a, b, context):
        return None
    return Evidence(0.6, [f"{a.claim.source} and {b.claim.source} give one figure each"])


def _abroad(a: View, b: View, context: Context) -> bool:
    """True for figures of two countries, unless one clause says that another measured the same: the offices' own."""
    regions = a.scope.region and b.scope.region and a.scope.region != b.scope.region
    one = a.claim.sentence_start == b.claim.sentence_start and _measured_anew(a, b, context)
    return bool(regions) and not (one and is_varied(a, context.rulebook))


def _parted(a: View, b: View, context: Context) -> bool:
    """True where a semicolon or a new sentence stands between two figures: Orlin says 5 million; analysts say 3."""
    return ";" in context.documents[a.claim.doc].text[a.claim.end : b.claim.start] or next_sentence(a, b)


def _of_two_answers(a: View, b: View, context: Context) -> bool:
    """True for shares of which nothing says that they are of one answer: 57 % liked it, seven in ten believed it."""
    return a.claim.metric == b.claim.metric == context.rulebook.unnamed.get("share") and not (a.claim.of and b.claim.of)


def _second_toll(a: View, b: View, context: Context) -> bool:
    """True where in the next sentence another source gives its own toll, and no word says it is of others."""
    one_sort = a.claim.metric == b.claim.metric or (is_crowd(a, context) and is_crowd(b, context))
    if not is_toll(b, context) or not one_sort or not two_sources(a, b):
        return False
    near = next_sentence(a, b) or "estimate" in words_before(b, context.documents, b.claim.sentence_start)
    return near and not set_apart(a, b, context.documents)


def _measured_anew(a: View, b: View, context: Context) -> bool:
    """True where a word says that another measured the same: while the coast office put it at 6.6."""
    told = words_before(b, context.documents, a.claim.end) | cues_for(b.claim.lang).found(b.claim.quote)
    return is_toll(a, context) and "estimate" in told


def _one_order(a: View, b: View, most: float = _ORDER) -> bool:
    """True for two figures of one order of size."""
    small, large = sorted((_size(a), _size(b)))
    return large <= most * small


def _listed(a: View, b: View, context: Context) -> bool:
    """True where a third figure stands between two of one sentence: each firm of a list has its own."""
    if a.claim.sentence_start != b.claim.sentence_start:
        return False
    own = context.by_document()[a.claim.doc]
    between = (view for view in own if a.claim.end <= view.claim.start < b.claim.start)
    return any(_alike(view, a) and _one_metric(a, view, context) for view in between)


def _narrowed_alike(a: View, b: View, context: Context) -> bool:
    """True where the same words narrow both figures, the second is but a number, or the part exceeds the whole."""
    one, other = narrowing(a), narrowing(b)
    return one == other or (not other and (bare(b, context.documents) or _size(a) > _size(b)))


def _size(view: View) -> float:
    return abs((view.claim.value or 0.0) * view.factor)


def _comparable(a: View, b: View, context: Context) -> bool:
    """True where both are facts of one unit, and neither metric, region nor date sets them apart."""
    if not _alike(a, b) or not (a.asserted and b.asserted) or vague(a) != vague(b) or not exclude(a, b):
        return False
    apart = a.days is not None and b.days is not None and not a.days.overlaps(b.days)
    apart = apart or two_regions(a, b) or elsewhere(a, b, context.documents)
    one_thing = _one_metric(a, b, context) and not apart
    return one_thing and not (a.claim.bracket_of or b.claim.bracket_of)


def _one_metric(a: View, b: View, context: Context) -> bool:
    """True where no metric sets two figures apart; a bare number measures what the figure right before it does."""
    if a.claim.metric == b.claim.metric or nameless(a) or nameless(b) or kin(a, b, context.rulebook):
        return True
    own = context.by_document()[b.claim.doc]
    before = [view for view in own if view.claim.end <= b.claim.start and view.dimension == b.dimension]
    return before[-1:] == [a] and bare(b, context.documents)


def _alike(a: View, b: View) -> bool:
    return a.dimension == b.dimension and a.claim.kind == b.claim.kind
