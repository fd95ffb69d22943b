"""Whether two figures with equal slots speak of one fact: the weight of the evidence.

Equal slots are not enough: within one article most pairs that agree on everything but the value are two facts
(a part and a whole, two days, two branches), so there only positive signs of restatement count.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.arithmetic.precision import digits_of, exclude, printed, slip_between, vague
from factcheck.compare.identity.alike import contained, dice, in_contrast, likeness, masked, repeated_words, retold
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.identity.disputes import counts_anew, denies_figures, disputes, elsewhere, narrowing, two_sources
from factcheck.compare.identity.doubts import complements, sets_apart, signs_of_two
from factcheck.compare.identity.evidence import SURE_BASES, Evidence
from factcheck.compare.identity.texts import Texts
from factcheck.compare.stances import same_source
from factcheck.compare.view import View
from factcheck.model import Document
from factcheck.rulebook import Rulebook

_SLOTS = 0.3  # weight of equal slots alone: a date and a named metric
_RIVAL = 400  # characters between the figures of two sources
_ORDER = 3.0  # times, between two estimates of one thing
_FRAME = 0.5  # the part of a clause's words from which it frames one duration
_CONTRAST = 0.6  # what a frame counts for in which each figure has words of its own
_REPEATED = 4  # words before two figures of one sentence that make it say the same twice


class Identity:
    """Weighs pairs; keeps the documents at hand for the words between two figures."""

    def __init__(self, documents: dict[str, Document], rulebook: Rulebook, views: Sequence[View] = ()) -> None:
        self.documents, self.rulebook = documents, rulebook
        self.texts = Texts(views)

    def weigh(self, a: View, b: View) -> Evidence:
        """The evidence that two comparable figures state one fact."""
        evidence = Evidence()
        if vague(a) != vague(b):
            return evidence
        if a.claim.doc == b.claim.doc:
            self._within(a, b, evidence)
        else:
            self._across(a, b, evidence)
        if evidence.weight > 0:
            self._doubts(a, b, evidence)
            if self._explained(a, b):
                evidence.add(-0.6, "one article gives both figures")
            if exclude(a, b) and not evidence.disputed:
                for weight, reason in signs_of_two(a, b, self.rulebook):
                    evidence.add(weight, reason)
                if a.claim.doc == b.claim.doc and self.texts.two_moves(a, b):
                    evidence.add(-0.6, "each is an end of another move")
                if a.claim.doc == b.claim.doc and self.texts.uphold(a, b) and not slip_between(a, b):
                    evidence.add(-0.4, "the text says the headline's figure again")
            elif complements(a, b):
                evidence.add(-0.6, "two sides of one threshold")
        return evidence

    def trust(self, a: View, b: View) -> Evidence:
        """How far two claims are read well enough for an inequality between them; no restatement is needed."""
        evidence = Evidence(0.8)
        for view in (a, b):
            if not self._named(view):
                evidence.add(-0.2, "the metric is not a named one")
            if view.claim.confidence == "low":
                evidence.add(-0.25, f"“{view.claim.quote}” is read with low confidence")
            if view.claim.entity_basis not in SURE_BASES:
                evidence.add(-0.1, "the article's topic stands in for the subject")
        if a.claim.doc != b.claim.doc and (sets_apart(a, b) or sets_apart(b, a)):
            evidence.add(-0.6, "one sentence gives both figures")
        alike = likeness(a, b)
        if alike is not None:
            evidence.add(0.3 * alike, f"the clauses share {alike:.0%} of their other words")
        return evidence

    def _across(self, a: View, b: View, evidence: Evidence) -> None:
        alike = likeness(a, b)
        if alike is not None:
            evidence.add(0.6 * alike, f"the clauses share {alike:.0%} of their other words")
        if masked(a.claim.sentence, a.claim.quote) == masked(b.claim.sentence, b.claim.quote):
            evidence.add(0.5, "the same words but for the figure")
        if a.claim.source and same_source(a.claim.source, b.claim.source):
            evidence.add(0.4, f"both credit {a.claim.source}")
        if a.days and b.days and a.days == b.days and a.kind != "event":
            evidence.add(0.15, "both give the same date")
        if self._named(a):
            evidence.add(0.15, "the metric is a named one")
        if a.kind == "event" and self._named(a) and a.scope.region == b.scope.region:
            evidence.add(0.15, "one event of these parties")
        slip = slip_between(a, b)
        if slip and round(evidence.weight, 6) > _SLOTS:
            evidence.add(0.2, slip)
        if self._precise(a) and self._equal(a, b):
            evidence.add(0.25, "the same figure to the last digit")

    def _within(self, a: View, b: View, evidence: Evidence) -> None:
        first, second = (a, b) if a.claim.start <= b.claim.start else (b, a)
        words = cues_for(first.claim.lang).found(self._between(first, second))
        sources_differ = bool(second.claim.source) and not same_source(first.claim.source, second.claim.source)
        if disputes(first, second, self.documents):
            evidence.add(0.8 if sources_differ else 0.7, "the second passage takes up the figure and disputes it")
            evidence.disputed = True
            return
        if exclude(a, b) and two_sources(first, second) and denies_figures(second, self.documents):
            evidence.add(0.6, f"{second.claim.source} disputes what others counted")
            evidence.disputed = True
            return
        apart = first.claim.sentence_start != second.claim.sentence_start
        if apart and self._equal(a, b) and (self._telling(a) or self._precise(a)):
            evidence.add(0.5, "the same figure in one article")
        elif apart and self._telling(a) and self._telling(b) and not exclude(a, b):
            evidence.add(0.4, "one figure rounds the other")
        elif self._equal(a, b) and first.claim.zone != second.claim.zone:
            evidence.add(0.3, "the same figure again")
        if exclude(a, b):
            set_apart = "contrast" in words and "dispute" not in words
            self._differing(first, second, sources_differ and not set_apart, evidence)
        if not apart:
            repeated = repeated_words(first, second, self.documents)
            if repeated >= _REPEATED and "contrast" not in words and not complements(first, second):
                evidence.add(0.7, f"{repeated} words before both figures are the same")
        elif first.claim.zone != second.claim.zone:
            alike = contained(a, b)
            if first.claim.zone == "headline" and self._toll(first):
                alike = max(alike, retold(first, second))
            elif first.claim.zone != "headline" and exclude(a, b) and in_contrast(a, b):
                alike *= _CONTRAST
            evidence.add(0.1 + 0.5 * alike, f"{first.claim.zone} and {second.claim.zone}")
        elif same_source(first.claim.source, second.claim.source):
            share = _CONTRAST if in_contrast(a, b) else 1.0
            evidence.add(share * 0.65 * max(0.0, dice(a, b) - 0.1), "the same frame and the same credit")
        if evidence.weight > 0 and self._named(a):
            evidence.add(0.1, "the metric is a named one")

    def _differing(self, first: View, second: View, sources_differ: bool, evidence: Evidence) -> None:
        """Signs that two values of one article are rival statements of one fact."""
        slip = slip_between(first, second)
        apart = first.claim.sentence_start != second.claim.sentence_start
        if slip and apart and first.claim.zone != second.claim.zone:
            evidence.add(0.45, slip)
        near = self._rivals(first, second) and narrowing(first) == narrowing(second)
        near = near and not elsewhere(first, second, self.documents)
        if sources_differ and first.claim.source and near and counts_anew(first, second, self.documents):
            evidence.add(0.55, f"{first.claim.source} and {second.claim.source} give one figure each")

    def _rivals(self, first: View, second: View) -> bool:
        """True for figures close together in the text and of one order of size."""
        small, large = sorted(abs((v.claim.value or 0.0) * v.factor) for v in (first, second))
        return second.claim.start - first.claim.end <= _RIVAL and large <= _ORDER * small

    def _doubts(self, a: View, b: View, evidence: Evidence) -> None:
        for view in (a, b):
            if view.claim.confidence == "low":
                evidence.add(-0.12, f"“{view.claim.quote}” is read with low confidence")
            if view.claim.entity_basis not in SURE_BASES and a.claim.doc != b.claim.doc:
                evidence.add(-0.05, "the article's topic stands in for the subject")
        if a.claim.region != b.claim.region and "topic" in (a.claim.region_basis, b.claim.region_basis):
            evidence.add(0.0 if self._equal(a, b) else -0.2, "a region is guessed")
        if a.days is None or b.days is None:
            evidence.add(-0.05, "a date is missing")
        if a.dimension == "second" and (exclude(a, b) or not (self._telling(a) or contained(a, b) >= _FRAME)):
            evidence.add(-0.3, "durations differ by nature, and short ones recur")

    def _explained(self, a: View, b: View) -> bool:
        """True for two exact figures of two articles of which one gives both: a toll that rose to 20, from 19."""
        exact = a.claim.bound == b.claim.bound == "exact" and a.claim.value != b.claim.value
        return exact and a.claim.doc != b.claim.doc and self.texts.know_both(a, b)

    def _toll(self, view: View) -> bool:
        metric = self.rulebook.metrics.get(view.claim.metric)
        return metric is not None and metric.episodic

    def _named(self, view: View) -> bool:
        return view.claim.metric in self.rulebook.metrics

    def _precise(self, view: View) -> bool:
        return len(digits_of(view.claim.quote)) >= 2

    def _telling(self, view: View) -> bool:
        """True for figures that do not recur by chance: money, percentages, counts of a hundred, no two days."""
        if view.dimension == "second":
            return self._precise(view) or view.claim.metric != "duration"
        return view.dimension != "count" or abs(view.claim.value or 0.0) >= 100

    def _equal(self, a: View, b: View) -> bool:
        same = a.claim.value == b.claim.value and a.claim.unit == b.claim.unit and a.factor == b.factor
        return same and printed(a) is not None

    def _between(self, first: View, second: View) -> str:
        """The words of the second figure's sentence up to it, as far as they stand behind the first."""
        document = self.documents.get(first.claim.doc)
        if document is None:
            return ""
        return document.text[max(first.claim.end, second.claim.sentence_start) : second.claim.end]
