"""Whether the text of an article bears out the figure of its headline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factcheck.compare.arithmetic.precision import exclude
from factcheck.compare.view import View

_ENDS = frozenset({"role:from", "role:to"})


class Texts:
    """The figures of each article, by metric and dimension."""

    def __init__(self, views: Iterable[View]) -> None:
        self.figures: dict[tuple[str, str, str], list[View]] = defaultdict(list)
        for view in views:
            self.figures[view.claim.doc, view.claim.metric, view.dimension].append(view)

    def know_both(self, a: View, b: View) -> bool:
        """True where the article of one of two figures gives the other too: a toll that rose to 20, from 19."""
        return self._gives(a.claim.doc, b) or self._gives(b.claim.doc, a)

    def two_moves(self, a: View, b: View) -> bool:
        """True where each of two figures of one article is an end of a move, and their other ends differ as well."""
        others = self._other_end(a), self._other_end(b)
        return others[0] is not None and others[1] is not None and exclude(others[0], others[1])

    def _other_end(self, view: View) -> View | None:
        own = _ENDS.intersection(view.claim.restrictors)
        beside = self.figures.get((view.claim.doc, view.claim.metric, view.dimension), ()) if own else ()
        return next((other for other in beside if other.claim.sentence_start == view.claim.sentence_start
                     and _ENDS.intersection(other.claim.restrictors) - own), None)  # fmt: skip

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
