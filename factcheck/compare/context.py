"""What every comparison is given: claims as views, documents, rules, near-copies, identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.compare.arithmetic.precision import digits_of
from factcheck.compare.copies.altered import CopiedFigures
from factcheck.compare.copies.places import Places, join
from factcheck.compare.engines import Engine, make_engine
from factcheck.compare.identity.weigh import Identity
from factcheck.compare.view import View
from factcheck.model import Document
from factcheck.rulebook import Rulebook

_BEHIND = 1 << 40  # the place of the first date of an event, behind all claims
Story = tuple[Sequence[View], Sequence[View], int]  # the claims of two articles, and how many figures they share


@dataclass(slots=True)
class Context:
    """One run's claims and all that is known about them."""

    views: Sequence[View]
    documents: dict[str, Document]
    rulebook: Rulebook
    figures: CopiedFigures
    identity: Identity
    engine: Engine
    show_all: bool = False
    focus: frozenset[int] | None = None  # the claims that a pair must have one of; None where all are asked about
    equal: Places = field(default_factory=lambda: join(()))  # of copied figures that were not altered
    places: Places = field(default_factory=lambda: join(()))  # of all copied figures
    pairs: int = 0  # compared, for the record
    dates: list[View] = field(default_factory=list)  # of events, told in the findings
    stories: Sequence[Story] | None = None  # None until asked for
    _by_doc: dict[str, list[View]] = field(default_factory=dict)
    _by_digits: dict[tuple[str, str, str], list[View]] = field(default_factory=dict)

    def concerns(self, *views: View) -> bool:
        """True where a claim that is asked about is among these."""
        return self.focus is None or any(view.order in self.focus for view in views)

    def register(self, view: View) -> View:
        """The date of an event, with a place behind all claims; the same one for the same date."""
        key = view.claim.doc, view.claim.id
        known = (other for other in self.dates if (other.claim.doc, other.claim.id) == key)
        found = next(known, None)
        if found is None:
            found = replace(view, order=_BEHIND + len(self.dates))
            self.dates.append(found)
        return found

    def copied(self, a: View, b: View) -> bool:
        """True where both stand at the same place of a copied text."""
        return a.order in self.places.root and self.places.of(a) == self.places.of(b)

    def met_at_home(self, a: View, b: View) -> bool:
        """True where a copy of one claim stands in the other's article: there the pair is judged, not across."""
        if a.claim.doc == b.claim.doc or not (a.order in self.places.root or b.order in self.places.root):
            return False
        pairs = ((a, b), (b, a))
        return any(twin.claim.doc == other.claim.doc for one, other in pairs for twin in self.places.at(one))

    def by_document(self) -> dict[str, list[View]]:
        """The claims of each document, in order of the text."""
        if not self._by_doc:
            grouped: dict[str, list[View]] = defaultdict(list)
            for view in self.views:
                grouped[view.claim.doc].append(view)
            self._by_doc = {doc: sorted(own, key=lambda v: (v.claim.start, v.order)) for doc, own in grouped.items()}
        return self._by_doc

    def articles(self) -> list[list[View]]:
        """The claims of each document, or of those that hold a claim that is asked about or stands in a copied text."""
        told = self.by_document().values()
        if self.focus is None:
            return list(told)
        asked = self.focus | self.places.root.keys() | self.equal.root.keys()
        return [own for own in told if not asked.isdisjoint([view.order for view in own])]

    def with_digits(self, view: View, digits: str) -> Sequence[View]:
        """The claims of a metric whose figure has these digits, zeros aside, in order of the input."""
        if not self._by_digits:
            for other in self.views:
                key = (other.claim.metric, other.dimension, digits_of(other.claim.quote))
                self._by_digits.setdefault(key, []).append(other)
        return self._by_digits.get((view.claim.metric, view.dimension, digits), ())


def make_context(
    views: Sequence[View],
    documents: Sequence[Document],
    rulebook: Rulebook,
    figures: CopiedFigures,
    show_all: bool,
    engine: str = "memory",
    focus: frozenset[int] | None = None,
) -> Context:
    """The context of one run."""
    by_id = {document.id: document for document in documents}
    return Context(
        views,
        by_id,
        rulebook,
        figures,
        Identity(by_id, rulebook, views),
        make_engine(engine, views, focus),
        show_all,
        focus,
        equal=join(figures.same),
        places=join((*figures.altered, *figures.same)),
    )
