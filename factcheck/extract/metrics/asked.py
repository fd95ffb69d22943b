"""A figure whose metric is asked for, with what its sentence offers and what its article has said."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.discourse import Discourse
from factcheck.extract.metrics.find import Reading
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.rulebook import Metric, Rulebook

TOUCHING = 16.0  # the score of a noun right behind its figure


@dataclass(frozen=True, slots=True)
class Asked:
    """What the choice of one figure's metric goes by."""

    rulebook: Rulebook
    vocabulary: Vocabulary
    discourse: Discourse
    quantity: Quantity
    sentence: Sentence
    offered: list[Reading]

    @property
    def is_bare(self) -> bool:
        """Whether the figure counts nothing that it names."""
        return self.quantity.unit == "count" and self.quantity.noun is None

    @property
    def in_points(self) -> bool:
        """Whether the figure counts points."""
        first, last = self.quantity.noun or (0, 0)
        words = self.sentence.tokens.words[first:last]
        return len(words) == 1 and words[0] in self.vocabulary.compiled["phrases"].point_nouns

    @property
    def pointed(self) -> str | None:
        """The metric in points that the sentence, else the paragraph, names before a figure: morale fell 2 points."""
        if not self.in_points:
            return None
        hits = self.sentence.tokens.hits.get("metric", ())
        named = [metric for _, last, (metric, _) in hits if last <= self.quantity.first]
        found = [*reversed(named), *([self.said] if self.said else [])]
        return next((metric.id for metric in found if "point" in metric.units), None)

    @property
    def is_percent_change(self) -> bool:
        return self.quantity.kind == "change" and self.quantity.unit == "percent"

    @property
    def said(self) -> Metric | None:
        """The metric that the paragraph, or the one before, spoke of last."""
        return self.rulebook.metrics.get(self.discourse.metric_for(self.sentence.paragraph) or "")

    def unnamed(self, form: str) -> str:
        """The metric of figures of a form that no word names."""
        return self.rulebook.unnamed.get(form, f"other:{form}")
