"""Whether the text of an article bears out the figure of its headline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.arithmetic.precision import exclude
from factcheck.compare.view import View


class Texts:
    """The figures of each article, by metric and dimension."""

    def __init__(self, views: Iterable[View]) -> None:
        self.figures: dict[tuple[str, str, str], list[View]] = defaultdict(list)
        for view in views:
            self.figures[view.claim.doc, view.claim.metric, view.dimension].append(view)

    def know_both(self, a: View, b: View) -> bool:
        """True where the article of one of two figures gives the other too: a toll that rose to 20, from 19."""
        return self._gives(a.claim.doc, b) or self._gives(b.claim.doc, a)

    def _gives(self, doc: str, view: View) -> bool:
        others = self.figures.get((doc, view.claim.metric, view.dimension), ())
        return any(other.claim.value == view.claim.value and other.factor == view.factor for other in others)

    def uphold(self, a: View, b: View) -> bool:
        """True where the text below agrees with the one of two figures that a headline gives."""
        title = next((view for view in (a, b) if view.claim.zone == "headline"), None)
        if title is None:
            return False
        others = self.figures.get((title.claim.doc, title.claim.metric, title.dimension), ())
        below = (view for view in others if view.claim.zone != "headline" and view.claim.kind == title.claim.kind)
        return any(not exclude(title, view) for view in below)
