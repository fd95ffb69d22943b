"""How likely two figures that agree tell one fact: how rare the figure is, and what else is told alike."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.arithmetic.precision import significant, vague
from factcheck.compare.context import Context
from factcheck.compare.identity.alike import likeness
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.identity.evidence import SURE_BASES, Evidence
from factcheck.compare.identity.sorts import kin
from factcheck.compare.stances import same_source
from factcheck.compare.view import View
from factcheck.extract.words.tokens import tokenize
from factcheck.units import is_money

_TOLD = frozenset({"stated", "resolved"})
_GOALS = frozenset({"plan", "target", "offer", "forecast"})
_UP, _DOWN = frozenset({"more_than", "at_least"}), frozenset({"less_than", "at_most", "nearly"})
_WEEK = 7  # days between two passages that tell what is so in both of them
_HUNDRED = 100  # counts below it recur by chance
_RARE = 3  # digits of a figure that are more to be trusted than the dates read beside it
_RUN, _SHORTLY = 3, 6  # words that are the same, among so many behind a figure
_ONE_STORY = (0.1, 0.25, 0.35, 0.45)  # weight of two articles of one story, by the figures that they share
_NEARLY_THE_SAME = 0.5  # likeness of two clauses from which slots that were read differently do not matter


class Retelling:
    """Weighs pairs of figures of one unit and value."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def weigh(self, a: View, b: View, shared: int | None) -> Evidence:
        """The evidence that two figures that agree state one fact; `shared` is of their articles, if of one story."""
        evidence = Evidence()
        if shared is not None:
            most = len(_ONE_STORY) - 1 if _telling(a, b) else 1
            evidence.add(_ONE_STORY[min(shared, most)], "two articles of one story")
        self._figure(a, b, evidence)
        self._slots(a, b, evidence)
        self._words(a, b, evidence)
        return evidence

    def _figure(self, a: View, b: View, evidence: Evidence) -> None:
        digits = min(significant(a), significant(b))
        if _equal(a, b):
            evidence.add(min(0.45, 0.15 * (digits - 1)), f"the same {digits} digits")
            if a.claim.bound == b.claim.bound != "exact":
                evidence.add(0.25, "the same word before the figure")
            elif {a.claim.bound, b.claim.bound} == {"approx", "exact"}:
                evidence.add(0.1, "one says about as much as the other")
            if is_money(a.dimension) and vague(a) and vague(b):
                evidence.add(0.25, "the same order of money in words")
        else:
            evidence.add(0.1 * (digits - 1), "one figure rounds the other")
            if says_the_side(a, b) or says_the_side(b, a) or "approx" in (a.claim.bound, b.claim.bound):
                evidence.add(0.15, "the exact figure lies where the words before the round one say")
            if next_to(a, b):
                evidence.add(0.2, "the round figure comes first, the exact one right after it")
        if vague(a) and vague(b) and a.claim.doc != b.claim.doc and not is_money(a.dimension):
            evidence.add(-0.2, "such words are said of many things")
        if a.dimension not in ("count", "second") or abs(a.claim.value or 0.0) >= 100:
            evidence.add(0.1, "no figure that recurs by chance")
        if self._companions(a, b) or self._behind(a) & self._behind(b):
            evidence.add(0.3, "what stands beside them is the same too")

    def _slots(self, a: View, b: View, evidence: Evidence) -> None:
        if a.claim.metric == b.claim.metric and not a.claim.metric.endswith(":"):
            evidence.add(0.0 if a.claim.metric == "duration" and significant(a) == 1 else 0.3, "the same metric")
        elif kin(a, b, self.context.rulebook):
            evidence.add(0.2, "one metric is a kind of the other")
        elif self._two_named(a, b):
            evidence.add(-0.2, "the words name two metrics")
        sure = {a.claim.entity_basis, b.claim.entity_basis} <= SURE_BASES
        if a.claim.doc == b.claim.doc and (a.entity == b.entity or not sure):
            evidence.add(0.1, "no other subject is named")
        if a.claim.source and same_source(a.claim.source, b.claim.source):
            evidence.add(0.15, f"both credit {a.claim.source}")
        if a.scope.region and a.scope.region == b.scope.region:
            evidence.add(0.1, "the same region")
        self._dates(a, b, evidence)
        if two_regions(a, b):
            evidence.add(-0.25, "two regions are named")
        if (a.claim.stance in _GOALS) != (b.claim.stance in _GOALS):
            rare = _equal(a, b) and min(significant(a), significant(b)) >= 2
            evidence.add(-0.05 if rare else -0.2 if _equal(a, b) else -0.6, "one of them is a plan or forecast")

    def _two_named(self, a: View, b: View) -> bool:
        """True for figures of few digits of two metrics that the rules name; one article may say its own again."""
        credited = bool(a.claim.source) and same_source(a.claim.source, b.claim.source)
        if a.claim.doc == b.claim.doc and (credited or a.claim.bound == b.claim.bound != "exact"):
            return False
        metrics = (self.context.rulebook.metrics.get(view.claim.metric) for view in (a, b))
        named = all(metric is not None and not metric.vague for metric in metrics)
        return named and min(significant(a), significant(b)) < _RARE

    def _dates(self, a: View, b: View, evidence: Evidence) -> None:
        if a.days is None or b.days is None:
            return
        if a.days.overlaps(b.days) or (_equal(a, b) and not dates_apart(a, b)):
            evidence.add(0.15, "the dates agree")
        elif a.claim.doc != b.claim.doc or "headline" not in (a.claim.zone, b.claim.zone):
            digits = min(significant(a), significant(b)) if _equal(a, b) else 1
            near = max(a.days.low, b.days.low) - min(a.days.high, b.days.high) <= _WEEK
            rare = digits >= _RARE or (near and digits > 1)
            evidence.add(-0.6 if digits == 1 else -0.1 if rare else -0.3, "the dates do not meet")

    def _words(self, a: View, b: View, evidence: Evidence) -> None:
        if self._noun(a) and self._noun(a) == self._noun(b):
            evidence.add(0.3, "the same word after the figure")
        if a.claim.doc == b.claim.doc and a.claim.zone != b.claim.zone:
            evidence.add(0.3, f"{a.claim.zone} and {b.claim.zone}")
        alike = likeness(a, b)
        if alike:
            evidence.add(0.3 * alike + (0.25 if alike >= _NEARLY_THE_SAME else 0.0), "the clauses are alike")
        elif alike is not None and a.claim.doc != b.claim.doc and min(significant(a), significant(b)) < _RARE:
            evidence.add(-0.15 if _telling(a, b) else -0.25, "the clauses share no word")
        if a.claim.doc == b.claim.doc and self._sums_up(a, b):
            evidence.add(0.15, "the later passage sums up")

    def _companions(self, a: View, b: View) -> bool:
        """True where a figure right beside one is right beside the other too."""
        beside = {_figure(view) for view in self._beside(a)}
        return bool(beside & {_figure(view) for view in self._beside(b)})

    def _beside(self, view: View) -> Sequence[View]:
        own = self.context.by_document()[view.claim.doc]
        at = own.index(view)
        near = own[max(0, at - 1) : at] + own[at + 1 : at + 2]
        return [
            other for other in near if other.claim.sentence_start == view.claim.sentence_start and other.claim.value
        ]

    def _behind(self, view: View) -> set[tuple[str, ...]]:
        """Runs of words shortly behind a figure: 210 hires "over three years"."""
        document = self.context.documents.get(view.claim.doc)
        if document is None:
            return set()
        end = max(view.claim.end, view.claim.sentence_start + len(view.claim.sentence))
        words = tokenize(document.text, view.claim.end, end).words[:_SHORTLY]
        return {
            tuple(run) for run in zip(*(words[i:] for i in range(_RUN)), strict=False) if all(map(str.isalnum, run))
        }

    def _sums_up(self, a: View, b: View) -> bool:
        later = max(a, b, key=lambda view: view.claim.start)
        text = self.context.documents[later.claim.doc].text[max(0, later.claim.sentence_start) : later.claim.start]
        return "total" in cues_for(later.claim.lang).found(text)

    def _noun(self, view: View) -> str:
        """The word right after a figure, for counts."""
        document = self.context.documents.get(view.claim.doc)
        if document is None or view.dimension != "count":
            return ""
        words = tokenize(document.text, view.claim.end, view.claim.end + 40).words
        return next((word for word in words[:2] if len(word) > 3 and word.isalpha()), "")


def two_regions(a: View, b: View) -> bool:
    """True where both passages name a region, and not the same."""
    told = {a.claim.region_basis, b.claim.region_basis} == {"stated"}
    return bool(told and a.scope.region and b.scope.region and a.scope.region != b.scope.region)


def dates_apart(a: View, b: View) -> bool:
    """True for two dates, both read in the text, that do not meet; a date that is carried may be another's."""
    told = a.claim.time and b.claim.time and {a.claim.time.basis, b.claim.time.basis} <= _TOLD
    return bool(told and a.days and b.days and not a.days.overlaps(b.days))


def _figure(view: View) -> tuple[str, float]:
    value = (view.claim.value or 0.0) * view.factor
    return view.dimension, abs(value) if view.claim.kind == "change" else value


def _equal(a: View, b: View) -> bool:
    return _figure(a) == _figure(b)


def _telling(a: View, b: View) -> bool:
    """True for figures of two digits and more that two things seldom share: no 16 attacks, no 2,000 people."""
    rare = a.dimension != "count" or abs(a.claim.value or 0.0) >= _HUNDRED
    return rare and min(significant(a), significant(b)) > 1


def next_to(a: View, b: View) -> bool:
    """True where the rounder of two figures stands before the other, in the same paragraph or the one before."""
    first, second = (a, b) if a.claim.start < b.claim.start else (b, a)
    near = a.claim.doc == b.claim.doc and second.claim.paragraph - first.claim.paragraph <= 1
    return near and significant(first) == 1 < significant(second)


def says_the_side(round_one: View, exact: View) -> bool:
    """True where "more than five million" is below the other figure, or "nearly six" above it."""
    one, other = _figure(round_one)[1], _figure(exact)[1]
    bound = round_one.claim.bound
    return (bound in _UP and one < other) or (bound in _DOWN and other < one)
