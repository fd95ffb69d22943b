"""Articles that join an archive: which of its findings they make, change or take back.

Only what they touch is compared again: their claims, with the archived ones that a law could set against them or
against the claims of the versions that they replace.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.against import compatible_regions, related_metrics, stubs
from factcheck.archive.editions import Added, changes
from factcheck.archive.lookup import find_candidates
from factcheck.archive.nearest import Window
from factcheck.archive.revision import Place, Revision, places_of, revised
from factcheck.archive.snapshot import Snapshot
from factcheck.archive.tables import Edition, docs_of
from factcheck.compare.engine import compare
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.lawbook import load_laws
from factcheck.extract.uncollected import uncollected
from factcheck.model import Claim, Document, Finding
from factcheck.rulebook import Rulebook

WINDOW = Window(most=30, days=31, beyond=4)  # an outlier shows against its neighbours in time


@dataclass(slots=True)
class _Touched:
    """What is compared."""

    new: dict[Place, Claim]
    former: set[str]  # documents whose versions are replaced
    archived: dict[Place, Claim]
    texts: list[Document]


class Reviser:
    """Tells, for articles about to be added, what becomes of an archive's findings."""

    def __init__(self, rulebook: Rulebook, profile: str = "default") -> None:
        self.rulebook, self.profile = rulebook, profile
        self.related = related_metrics(load_laws(rulebook, all_comparisons())[0].values())

    @uncollected()
    def __call__(self, archive: Snapshot, added: Added) -> Revision:
        """The revision of the findings in force."""
        replaced = _replaced(archive, added)
        cited = archive.findings([edition.document.id for edition in replaced]) if replaced else []
        touched = self._touched(archive, added.current, replaced, cited)
        after, akin = self._compared(archive, touched, cited)
        before = {finding.id: finding for finding in (*cited, *akin)}
        told = {place for place in _all_places(cited) if place[0] in touched.former}
        revision = revised(list(before.values()), after, told - touched.new.keys())
        revision.altered = _altered(replaced, added.editions)
        return revision

    def _touched(
        self, archive: Snapshot, fresh: Sequence[Edition], replaced: Sequence[Edition], cited: Sequence[Finding]
    ) -> _Touched:
        new = {(claim.doc, claim.id): claim for edition in fresh for claim in edition.claims}
        old = [claim for edition in replaced for claim in edition.claims]
        own = {edition.document.id for edition in (*fresh, *replaced)}
        found = find_candidates(archive, [*new.values(), *old], self.related, compatible_regions, own, WINDOW)
        members = [claim for claim in _members(cited) if claim.doc not in own]
        copies = {document.id for document in found.copies}
        texts = archive.documents({claim.doc for claim in members} - copies)
        return _Touched(
            new=new,
            former={edition.document.id for edition in replaced},
            archived={(claim.doc, claim.id): claim for claim in (*members, *found.claims)},
            texts=[*(edition.document for edition in fresh), *found.copies, *texts],
        )

    def _compared(
        self, archive: Snapshot, touched: _Touched, cited: Sequence[Finding]
    ) -> tuple[list[Finding], list[Finding]]:
        """The findings that touch the new claims, or those of the cited findings, and what is in force about them."""
        docs, places = {doc for doc, _ in touched.new}, _all_places(cited)
        focus = [*touched.new.values(), *_members(cited)]
        found = self._findings([*touched.archived.values(), *touched.new.values()], touched.texts, focus)
        after = [f for f in found if not docs.isdisjoint(docs_of(f)) or not places.isdisjoint(places_of(f))]
        akin = _akin(archive, after)
        grown = [finding for finding in akin if not places_of(finding) <= {*touched.new, *touched.archived}]
        if grown:  # they cite claims that were not compared yet
            wider = _all_places(grown)
            joined = [finding for finding in after if not wider.isdisjoint(places_of(finding))]
            told = [claim for claim in _members([*grown, *joined]) if _is_told(claim, touched)]
            wider |= _all_places(joined)
            own = {claim.doc for claim in told}
            again = self._findings(told, [text for text in touched.texts if text.id in own], told)
            after = [f for f in after if f not in joined] + [f for f in again if not wider.isdisjoint(places_of(f))]
            after = list({finding.id: finding for finding in after}.values())
        return after, akin

    def _findings(self, claims: Iterable[Claim], texts: Sequence[Document], focus: Sequence[Claim]) -> list[Finding]:
        """What claims give in pairs that hold one of the focus."""
        unique = {(claim.doc, claim.id): claim for claim in claims}
        ordered = sorted(unique.values(), key=lambda claim: (claim.doc, claim.start, claim.id))
        documents = sorted([*texts, *stubs(ordered, texts)], key=lambda document: document.id)
        return compare(ordered, documents, self.rulebook, profile=self.profile, focus=focus)


def _is_told(claim: Claim, touched: _Touched) -> bool:
    """False for a claim that stood only in a version that is replaced."""
    return claim.doc not in touched.former or (claim.doc, claim.id) in touched.new


def _replaced(archive: Snapshot, added: Added) -> list[Edition]:
    """The archived versions that are replaced, with their claims."""
    kept = {edition.key for edition in added.editions}
    old = [edition for edition in added.superseded if edition.key not in kept]
    claims: dict[str, list[Claim]] = {edition.document.id: [] for edition in old}
    for claim in archive.claims_of(old) if old else ():
        claims[claim.doc].append(claim)
    return [replace(edition, claims=tuple(claims[edition.document.id])) for edition in old]


def _altered(replaced: Iterable[Edition], editions: Iterable[Edition]) -> list[tuple[Claim, Claim]]:
    """The figures that stand differently in the same sentence of an article's next version."""
    by_version = {(edition.article, edition.version): edition for edition in (*replaced, *editions)}
    pairs = ((by_version.get((article, version - 1)), newer) for (article, version), newer in by_version.items())
    return [pair for older, newer in pairs if older for pair in changes(older, newer)]


def _akin(archive: Snapshot, findings: Sequence[Finding]) -> list[Finding]:
    """The findings in force that have a claim in common with these."""
    places = _all_places(findings)
    return [f for f in archive.findings({doc for doc, _ in places}) if not places.isdisjoint(places_of(f))]


def _members(findings: Iterable[Finding]) -> Iterable[Claim]:
    return (member.claim for finding in findings for member in finding.members)


def _all_places(findings: Iterable[Finding]) -> set[Place]:
    return {place for finding in findings for place in places_of(finding)}
