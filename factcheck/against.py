"""A draft against everything known: candidates from the archive, compared with the draft's claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from factcheck.compare.engine import compare
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.law import Law
from factcheck.compare.laws.lawbook import load_laws
from factcheck.compare.scope import region_inside
from factcheck.model import Claim, Document, Finding, Result
from factcheck.period import Period, on
from factcheck.rulebook import Rulebook

if TYPE_CHECKING:
    from factcheck.archive.store import Archive

_ONE_TEXT = frozenset({"document", "sentence"})
_SILENCED = frozenset({"dismissed", "suppressed"})


def compare_against(
    result: Result, archive: Archive, rulebook: Rulebook, *, profile: str = "default", show_all: bool = False
) -> None:
    """Fills in the findings that the draft's claims have a part in, and the archived articles that these cite.

    What editors dismissed or suppressed is counted and left out, unless `show_all`.
    """
    laws, _ = load_laws(rulebook, all_comparisons())
    snapshot = archive.snapshot()
    own = snapshot.ids_of(result.documents)
    found = archive.candidates(result.claims, related_metrics(laws.values()), compatible_regions, own)
    claims = [*result.claims, *found.claims]
    documents = [*result.documents, *found.copies, *stubs(found.claims, found.copies)]
    drafts = {document.id for document in result.documents}
    findings = compare(claims, documents, rulebook, profile=profile, show_all=show_all)
    findings = [finding for finding in findings if drafts & _docs(finding)]
    result.findings = undecided(findings, archive, result, show_all)
    result.compared["archived_claims"] = len(found.claims)
    result.compared["archived_claims_left_out"] = found.cut
    cited = {doc for finding in result.findings for doc in _docs(finding)} - drafts
    result.documents += sorted(snapshot.documents(cited), key=lambda document: document.id)


def related_metrics(laws: Iterable[Law]) -> dict[str, frozenset[str]]:
    """The other metrics that a metric's figures are set against in laws that reach across articles."""
    related: dict[str, set[str]] = defaultdict(set)
    for law in laws:
        if law.status == "live" and "metric" not in law.same and not _ONE_TEXT & set(law.same):
            metrics = {metric for selector in law.claims.values() for metric in selector.get("metric", ())}
            for metric in metrics:
                related[metric] |= metrics - {metric}
    return {metric: frozenset(others) for metric, others in related.items()}


def compatible_regions(a: str | None, b: str | None) -> bool:
    """True where figures of two regions can meet: the same, or one inside the other."""
    a, b = a or "world", b or "world"
    return region_inside(a, b) or region_inside(b, a)


def stubs(claims: Iterable[Claim], copies: Iterable[Document]) -> list[Document]:
    """The articles of archived claims by what the claims say of them, without their text."""
    known = {document.id for document in copies}
    first: Mapping[str, Claim] = {claim.doc: claim for claim in claims if claim.doc not in known}
    return [Document(doc, doc, "", claim.lang, published=_day(claim.published)) for doc, claim in sorted(first.items())]


def _day(published: str | None) -> Period | None:
    return on(date.fromisoformat(published)) if published else None


def _docs(finding: Finding) -> set[str]:
    return {member.claim.doc for member in finding.members}


def undecided(findings: list[Finding], archive: Archive, result: Result, show_all: bool) -> list[Finding]:
    """The findings with their status, without those that editors dismissed or suppressed, which are counted."""
    from factcheck.archive.decisions import judged

    history = archive.decisions.history()
    if not history:
        return findings
    with_status, _ = judged(findings, history, date.today())
    kept = [finding for finding in with_status if show_all or finding.status not in _SILENCED]
    result.compared["decided"] = len(findings) - len(kept)
    return kept
