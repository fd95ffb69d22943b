"""Versions of articles: which are new when something is added, and which figures changed from one to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.archive.keys import copy_key
from factcheck.archive.revision import Revision
from factcheck.archive.tables import Edition, content_hash, names_of
from factcheck.model import Claim, Document

Known = dict[str, list[Edition]]  # editions, here without text or claims, by what their article goes by


@dataclass(slots=True)
class Added:
    """What adding articles did."""

    editions: list[Edition] = field(default_factory=list)  # new articles, and changed ones as a further version
    superseded: list[Edition] = field(default_factory=list)
    unchanged: int = 0
    revision: Revision = field(default_factory=Revision)

    @property
    def current(self) -> list[Edition]:
        """The editions that none of the same step supersedes."""
        old = {edition.key for edition in self.superseded}
        return [edition for edition in self.editions if edition.key not in old]

    @property
    def claims(self) -> int:
        return sum(len(edition.claims) for edition in self.editions)


def plan(documents: Iterable[Document], claims: Mapping[str, Sequence[Claim]], known: Known) -> Added:
    """What adding the documents means for an archive; `known` is brought up to date on the way."""
    added = Added()
    for document in documents:
        names = names_of(document)
        before = next((known[name] for name in names if known.get(name)), [])
        content = content_hash(document)
        if any(edition.content == content for edition in before):
            added.unchanged += 1
            continue
        last = max(before, key=lambda edition: edition.version, default=None)
        version, article = (last.version + 1, last.article) if last else (1, document.id)
        edition = Edition(document, version, article, content, tuple(claims.get(document.id, ())))
        if last:
            added.superseded.append(last)
        added.editions.append(edition)
        for name in names:
            known[name] = [*before, edition]
    return added


def changes(older: Edition, newer: Edition) -> Iterator[tuple[Claim, Claim]]:
    """Figures that differ between two versions at the same place: same sentence but for its numbers, same order."""
    places = dict(_places(older))
    for place, claim in _places(newer):
        before = places.get(place)
        if before and (before.stated, before.unit) != (claim.stated, claim.unit):
            yield before, claim


def _places(edition: Edition) -> Iterator[tuple[tuple[int, str, int], Claim]]:
    """The claims by their sentence's key, unit-free slot, and how many alike came before."""
    seen: dict[tuple[int, str], int] = defaultdict(int)
    for claim in sorted(edition.claims, key=lambda claim: claim.start):
        key = copy_key(claim.sentence)
        if key is not None:
            yield (key, claim.metric, seen[key, claim.metric]), claim
            seen[key, claim.metric] += 1
