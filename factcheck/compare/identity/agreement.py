"""The same figure said again: pairs of one value, or of a round figure and an exact one, that state one fact.

That two passages print one number is evidence itself, so less is asked of them than of two values, and slots that were
read differently keep them apart only where they were read with certainty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator

from factcheck.compare.arithmetic.precision import cut_off, exclude, significant, vague
from factcheck.compare.context import Context
from factcheck.compare.findings.graph import Link
from factcheck.compare.gates import entity_gate
from factcheck.compare.identity.evidence import AGREE_BAR, SURE_BASES
from factcheck.compare.identity.retelling import Retelling, next_to, says_the_side, two_regions
from factcheck.compare.identity.sorts import kin, nameless
from factcheck.compare.identity.stories import stories
from factcheck.compare.identity.ways import opposite
from factcheck.compare.view import View
from factcheck.rulebook import Rulebook

_BAR = 0.6
_MONTH, _YEAR = 31, 366  # days
_REACH = 40  # later claims with the same figure that one claim is compared with
_LEVELS = {"share": "level"}  # an interest rate in a headline may be read as a share
_UNIQUE = 4  # digits of a figure that one article does not give for two parties by chance
_TELLING = 2  # the same, where both figures measure one thing
_BESIDE = 40  # characters between a rough figure and the exact one that glosses it
_ROUNDED = 1.15  # times: a round figure and the exact one lie no further apart
_TOP = frozenset({"headline", "lead"})


def agreements(context: Context, known: Collection[tuple[int, ...]] = ()) -> Iterator[Link]:
    """Pairs of one unit and value that state one fact although a slot was read differently, but for known ones."""
    seen = set(known)
    retelling = Retelling(context)
    for a, b, figures in _pairs(context):
        if not context.concerns(a, b) or (a.order, b.order) in seen or _apart(a, b):
            continue
        if context.copied(a, b) or context.met_at_home(a, b):
            continue
        seen.add((a.order, b.order))
        evidence = retelling.weigh(a, b, figures)
        if round(evidence.weight, 6) >= _BAR:
            evidence.weight = max(AGREE_BAR, evidence.weight - 0.2)
            yield Link({"one": a, "other": b}, "upheld", evidence, (entity_gate(a, b, context.rulebook),))


def _pairs(context: Context) -> Iterator[tuple[View, View, int | None]]:
    """Figures of one article, of two of one story with how many they share, and equal ones of one entity."""
    for one, other, figures in stories(context):
        yield from ((a, b, figures) for a, b in _alike([*one, *other], context.rulebook) if a.claim.doc != b.claim.doc)
    for own in context.articles():
        yield from ((a, b, None) for a, b in _alike(own, context.rulebook) if _one_party(a, b))
    blocks: dict[Hashable, list[View]] = defaultdict(list)
    for view in context.views:
        if view.entity and _usable(view):
            blocks[view.entity, view.dimension, _value(view), view.claim.kind].append(view)
    for block in blocks.values():
        for i, a in enumerate(block):
            yield from ((a, b, None) for b in block[i + 1 : i + 1 + _REACH] if a.claim.doc != b.claim.doc)


def _alike(views: Iterable[View], rulebook: Rulebook) -> Iterator[tuple[View, View]]:
    """Pairs of one unit and kind of which the figures are equal, or one rounds the other."""
    sorts: dict[Hashable, list[View]] = defaultdict(list)
    for view in views:
        if _usable(view):
            sorts[view.dimension, _sort(view)].append(view)
    for block in sorts.values():
        block.sort(key=lambda view: (_value(view), view.order))
        for i, low in enumerate(block):
            for high in block[i + 1 : i + 1 + _REACH]:
                if _value(high) > _ROUNDED * _value(low):
                    break
                alike = _value(low) == _value(high) or _rounds(low, high, rulebook)
                if alike and _one_kind(low, high):
                    yield (low, high) if low.order < high.order else (high, low)


def _sort(view: View) -> str:
    """The kind, but for percentages: a headline may not say that one is a change."""
    return "" if view.dimension == "percent" else view.claim.kind


def _one_kind(a: View, b: View) -> bool:
    """True for figures of one kind, a share that is a level in a headline, and the same digits at the top and below."""
    one, other = (_LEVELS.get(view.claim.kind, view.claim.kind) for view in (a, b))
    top = bool({a.claim.zone, b.claim.zone} & _TOP) and a.claim.zone != b.claim.zone
    return one == other or (top and _value(a) == _value(b) and significant(a) >= 2)


def _opposed(a: View, b: View) -> bool:
    """True for a rise and a fall, told in words or both printed with their sign."""
    if opposite(a, b):
        return True
    signs = [view.claim.quote.lstrip()[:1] for view in (a, b)]
    return (a.claim.value or 0.0) * (b.claim.value or 0.0) < 0 and "+" in signs


def _value(view: View) -> float:
    return abs(view.claim.value or 0.0) * view.factor


def _rounds(a: View, b: View, rulebook: Rulebook) -> bool:
    """True for figures that may round one another and that nothing says to measure two things."""
    metrics = a.claim.metric == b.claim.metric or nameless(a) or nameless(b) or kin(a, b, rulebook)
    metrics = metrics or (next_to(a, b) and _one_sided(a, b))
    restrictors = a.scope.restrictors <= b.scope.restrictors or b.scope.restrictors <= a.scope.restrictors
    one = not exclude(a, b) or cut_off(a, b)
    return metrics and restrictors and (one or _in_words(a, b) or _one_sided(a, b))


def _one_sided(a: View, b: View) -> bool:
    """True where an exact figure lies on the side of a round one that its word names: more than 1,100 and 1,178."""
    pairs = ((a, b), (b, a))
    return any(
        exact.claim.bound in ("exact", round_one.claim.bound)
        and significant(round_one) < significant(exact)
        and says_the_side(round_one, exact)
        for round_one, exact in pairs
    )


def _in_words(a: View, b: View) -> bool:
    """True where a fraction in words comes to the other share: nearly two thirds, 65 %."""
    words = any(view.claim.kind == "share" and not any(map(str.isdigit, view.claim.quote)) for view in (a, b))
    return words and a.stated.overlaps(b.stated)


def _one_party(a: View, b: View) -> bool:
    """True where nothing certain says that two figures are of different parties, or the figure is one of a kind."""
    sure = {a.claim.entity_basis, b.claim.entity_basis} <= SURE_BASES
    least = _TELLING if a.claim.metric == b.claim.metric else _UNIQUE
    unique = min(significant(a), significant(b)) >= least and (_value(a) == _value(b) or least == _TELLING)
    return a.entity == b.entity or not sure or unique or "headline" in (a.claim.zone, b.claim.zone)


def _usable(view: View) -> bool:
    return bool(view.claim.value) and not view.claim.negated


def _of_two_times(a: View, b: View) -> bool:
    """True where one article gives a figure for two times: 400 million in October, and still in January."""
    if a.days is None or b.days is None:
        return False
    if a.kind == b.kind == "event" and a.claim.metric == b.claim.metric:
        return False  # what happened once is told whenever the article speaks of it
    own = "unknown" not in (a.claim.timekind, b.claim.timekind)  # a date that is carried may be another's
    return max(a.days.low, b.days.low) - min(a.days.high, b.days.high) > (_MONTH if own else _YEAR)


def _apart(a: View, b: View) -> bool:
    """True for figures of one sentence, second readings, vague words, rivals, opposite moves, two regions."""
    if vague(a) != vague(b) or not (a.size.overlaps(b.size) or cut_off(a, b)) or _opposed(a, b):
        return True
    if a.claim.doc == b.claim.doc:
        if a.claim.sentence_start == b.claim.sentence_start:
            return not _glosses(a, b)
        second = bool(a.claim.bracket_of or b.claim.bracket_of)
        return second or two_regions(a, b) or _of_two_times(a, b)
    return two_regions(a, b) and (min(significant(a), significant(b)) < 2 or _value(a) != _value(b))


def _glosses(a: View, b: View) -> bool:
    """True where an exact figure right beside a rough one says how much it is: two thirds of them (65 %)."""
    exact, rough = (a, b) if significant(a) > significant(b) else (b, a)
    first, second = sorted((a.claim, b.claim), key=lambda claim: claim.start)
    near = second.start - first.end <= _BESIDE and first.unit == second.unit and a.claim.value != b.claim.value
    return near and exact.claim.bound == "exact" and (_in_words(a, b) or says_the_side(rough, exact))
