"""What becomes of an archive's findings when articles are added: which are new, which changed, which no longer hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from factcheck.compare.findings.sorts import sort_of
from factcheck.model import Claim, Finding

Place = tuple[str, str]  # document and id of a claim


@dataclass(slots=True)
class Revision:
    """The findings of a step against those before it."""

    new: list[Finding] = field(default_factory=list)
    changed: list[tuple[Finding, Finding]] = field(default_factory=list)  # before and after
    retracted: list[Finding] = field(default_factory=list)  # an article that they cite says something else now
    kept: list[Finding] = field(default_factory=list)  # as before, but the place in an article may be another
    merged: list[Finding] = field(default_factory=list)  # now part of another finding
    altered: list[tuple[Claim, Claim]] = field(default_factory=list)  # figures of an earlier version and the new one

    @property
    def put(self) -> list[Finding]:
        """What is to be in force."""
        return [*self.new, *(after for _, after in self.changed), *self.kept]

    @property
    def dropped(self) -> list[Finding]:
        """What is in force no longer."""
        held = {finding.id for finding in self.put}
        return [finding for finding in self._ended() if finding.id not in held]

    def then(self, later: Revision) -> Revision:
        """This step and a later one as one step."""
        fresh = {finding.id for finding in self.new}
        first = {after.id: before for before, after in self.changed}
        ended = {finding.id for finding in later._ended()}
        grown = [after for before, after in later.changed if before.id in fresh]
        turned = [(first.get(old.id, old), after) for old, after in later.changed if old.id not in fresh]
        return Revision(
            new=[*(finding for finding in self.new if finding.id not in ended), *grown, *later.new],
            changed=[*(pair for pair in self.changed if pair[1].id not in ended), *turned],
            retracted=self.retracted + [first.get(f.id, f) for f in later.retracted if f.id not in fresh],
            kept=self.kept + later.kept,
            merged=self.merged + later.merged,
            altered=self.altered + later.altered,
        )

    def _ended(self) -> list[Finding]:
        return [*(before for before, _ in self.changed), *self.retracted, *self.merged]


def revised(before: Sequence[Finding], after: Sequence[Finding], lost: Collection[Place]) -> Revision:
    """How findings that a step may touch turn into those that it gives; `lost` are claims that are told no more."""
    found = Revision()
    known = {finding.id: finding for finding in before}
    heirs = _Heirs([finding for finding in after if finding.id not in known])
    for finding in after:
        if finding.id in known:
            _put_beside(known.pop(finding.id), finding, found)
    for old in known.values():
        heir = heirs.take(old)
        if heir is not None:
            found.changed.append((old, heir))
        elif not places_of(old).isdisjoint(lost):
            found.retracted.append(old)
        elif heirs.swallowed(old):
            found.merged.append(old)
    found.new = heirs.rest()
    return found


def places_of(finding: Finding) -> set[Place]:
    """The claims that a finding cites."""
    return {(member.claim.doc, member.claim.id) for member in finding.members}


def _put_beside(old: Finding, new: Finding, found: Revision) -> None:
    if (old.severity, _groups(old)) == (new.severity, _groups(new)):
        found.kept.append(new)
    else:
        found.changed.append((old, new))


def _groups(finding: Finding) -> dict[Place, int]:
    return {(member.claim.doc, member.claim.id): member.group for member in finding.members}


class _Heirs:
    """Findings that may be what an earlier one turned into: of the same law, with claims in common."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = findings
        self.taken: set[int] = set()
        self.by_claim: dict[Place, list[int]] = defaultdict(list)
        self.by_article: dict[str, list[int]] = defaultdict(list)
        for at, finding in enumerate(findings):
            for place in places_of(finding):
                self.by_claim[place].append(at)
            if len(docs := {doc for doc, _ in places_of(finding)}) == 1:
                self.by_article[docs.pop()].append(at)

    def take(self, old: Finding) -> Finding | None:
        """The heir with most claims in common, or of the same article alone where all its figures changed."""
        shared = self._shared(old)
        docs = {doc for doc, _ in places_of(old)}
        alone = self.by_article.get(docs.pop(), ()) if len(docs) == 1 else ()
        for at in sorted({*shared, *alone} - self.taken, key=lambda at: (-shared[at], at)):
            heir: Finding = self.findings[at]
            if (old.rule, sort_of(old)) == (heir.rule, sort_of(heir)):
                self.taken.add(at)
                return heir
        return None

    def swallowed(self, old: Finding) -> bool:
        """True where one of them has all claims of the old finding."""
        shared = self._shared(old)
        whole = [self.findings[at] for at, count in shared.items() if count == len(places_of(old))]
        return any(sort_of(finding) == sort_of(old) for finding in whole)

    def _shared(self, old: Finding) -> Counter[int]:
        return Counter(at for place in places_of(old) for at in self.by_claim.get(place, ()))

    def rest(self) -> list[Finding]:
        return [finding for at, finding in enumerate(self.findings) if at not in self.taken]
