"""Two levels of one sentence, before and after, against the word that says whether it went up or down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.coincidences import joined
from factcheck.compare.arithmetic.terms import face, gap, middle, one_sentence, value_of
from factcheck.compare.context import Context
from factcheck.compare.findings.make import make_finding
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Diagnosis, Finding

_INVERSE = frozenset({"exchange_rate"})  # a currency that rises costs fewer of the other
_TIMES = frozenset({"second"})  # a runner improves to less
_SCALES = (1e3, 1e6)
_FAR = 1000.0  # times, from which on a scale word was shared by both figures and read for one
_BESIDE = 60  # characters between the two levels
_OF = 25  # characters between a part and its whole
_LIKELY = 10.0  # times, that a level may grow


def directions(law: Law, context: Context) -> Iterator[Finding]:
    """Levels that went the other way than the words say: "up from 246 billion" to 1.33 billion."""
    for own in context.articles():
        levels = [view for view in own if _level(view)]
        for i, second in enumerate(levels[1:], 1):
            pair = before_and_after(levels[i - 1], second, levels[i + 1 : i + 2])
            if pair and _against_the_words(*pair, _words(levels, i, own, context)) and not _is_whole(levels, i - 1):
                yield _finding(law, *pair, context)


def _level(view: View) -> bool:
    claim = view.claim
    plain = claim.kind in ("level", "share") and not claim.bracket_of and view.asserted and claim.confidence != "low"
    return plain and (claim.value or 0.0) > 0 and view.dimension not in _TIMES and claim.metric not in _INVERSE


def before_and_after(first: View, second: View, behind: Sequence[View]) -> tuple[View, View] | None:
    """The level before and the level after, where one of two neighbours comes from the other."""
    alike = first.dimension == second.dimension and first.claim.metric == second.claim.metric
    if not alike or not one_sentence(first, second):
        return None
    if gap(first, second) > _BESIDE:
        return None
    told = "role:from" not in first.claim.restrictors and _from_there(second) and first.entity == second.entity
    if "role:from" in second.claim.restrictors or told:
        goes_on = any(one_sentence(view, second) and "role:to" in view.claim.restrictors for view in behind)
        return None if goes_on else (second, first)
    towards = "role:from" in first.claim.restrictors and "role:to" in second.claim.restrictors
    return (first, second) if towards else None


def _is_whole(levels: Sequence[View], i: int) -> bool:
    """True where a smaller level stands close before, that is of it: won 33 of 150 seats, down from 41."""
    if not i:
        return False
    part, whole = levels[i - 1], levels[i]
    return (
        part.dimension == whole.dimension
        and one_sentence(part, whole)
        and gap(part, whole) <= _OF
        and face(part).high < face(whole).low
    )


def _from_there(view: View) -> bool:
    """True where a word before a level says that another came from it: "up from", "contre"."""
    cues = cues_for(view.claim.lang)
    roles = (word[5:] for word in view.claim.restrictors if word.startswith("role:"))
    return any("origin" in cues.found(role) for role in roles)


def _words(levels: Sequence[View], i: int, own: Sequence[View], context: Context) -> frozenset[str]:
    """The cues before the second of two levels, from the level before them on, or from a change told beside another."""
    first, second = levels[i - 1], levels[i]
    before = [view for view in own if one_sentence(view, second) and view.claim.end <= first.claim.start]
    earlier = [view.claim.end for view in before if _level(view) or joined(view, first, context)]
    start = max([max(0, second.claim.sentence_start), *earlier])
    return cues_for(second.claim.lang).found(context.documents[second.claim.doc].text[start : second.claim.start])


def _against_the_words(before: View, after: View, words: frozenset[str]) -> bool:
    told = words & {"rising", "falling"}
    if len(told) != 1 or "below_zero" in words or _is_rank(after):
        return False
    small, large = (after, before) if "rising" in told else (before, after)
    ratio = (large.claim.value or 0.0) * large.factor / ((small.claim.value or 1.0) * small.factor)
    return small.allowed.high < large.allowed.low and ratio < _FAR


def _is_rank(view: View) -> bool:
    """True for a bare number in a sentence that speaks of places: up to 25 from 36 is a better one."""
    return view.dimension == "count" and "ranks" in cues_for(view.claim.lang).found(view.claim.sentence)


def _finding(law: Law, before: View, after: View, context: Context) -> Finding:
    change = (face(after) / face(before) - Interval.point(1.0)) * Interval.point(100.0)
    way = "a fall" if change.high < 0 else "a rise"
    return make_finding(
        law,
        law.severity,
        [(before, 0, "before"), (after, 1, "after")],
        context,
        roles={"before": before, "after": after},
        explanation=f"from {value_of(before)} to {value_of(after)} is {way}: {middle(change)} %",
        diagnosis=_scale_slip(before, after),
    )


def _scale_slip(before: View, after: View) -> Iterator[Diagnosis]:
    """A scale word that, put right, would turn the figures round and keep them near each other."""
    small, large = sorted((before, after), key=lambda view: (view.claim.value or 0.0) * view.factor)
    ratio = (large.claim.value or 0.0) * large.factor / ((small.claim.value or 1.0) * small.factor)
    for scale in _SCALES:
        if 1 < scale / ratio < _LIKELY:
            text = f"{value_of(large)} for {middle(face(large) / Interval.point(scale * large.factor))}"
            yield Diagnosis("factor", f"{text}: a scale word too large by {scale:,.0f}.", 0.7)
