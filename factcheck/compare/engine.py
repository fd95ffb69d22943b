"""Claims in, findings out: every live law of the profile."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from factcheck.compare.context import Context, make_context
from factcheck.compare.copies.altered import copied_figures
from factcheck.compare.copies.dates import altered_dates
from factcheck.compare.copies.find import find_copies
from factcheck.compare.copies.unread import unread_figures
from factcheck.compare.findings.doubles import without_doubles
from factcheck.compare.findings.joins import joined
from factcheck.compare.findings.make import unique
from factcheck.compare.laws.comparisons import Comparison, all_comparisons
from factcheck.compare.laws.declarative import run_law
from factcheck.compare.laws.law import Law
from factcheck.compare.laws.lawbook import load_laws
from factcheck.compare.laws.profiles import apply_profile
from factcheck.compare.view import View, views
from factcheck.model import Claim, Document, Finding
from factcheck.rulebook import Rulebook

_ORDER = ("conflict", "tension", "note", "consistent", "corroboration")
_CONFIDENCE = ("high", "medium", "low")


def compare(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    rulebook: Rulebook,
    *,
    profile: str = "default",
    show_all: bool = False,
    engine: str = "memory",
    focus: Collection[Claim] | None = None,
) -> list[Finding]:
    """The findings of all live laws, gravest first; rules that cannot be used are added to `rulebook.problems`.

    With `focus` pairs of two claims that are not in it are left out; claims within one article are compared as ever.
    """
    laws, problems = load_laws(rulebook, all_comparisons())
    laws, more = apply_profile(laws, profile, rulebook)
    rulebook.problems += [problem for problem in (*problems, *more) if problem not in rulebook.problems]
    return run_laws(list(laws.values()), claims, documents, rulebook, show_all=show_all, engine=engine, focus=focus)


def run_laws(
    laws: Sequence[Law],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    rulebook: Rulebook,
    *,
    show_all: bool = False,
    engine: str = "memory",
    focus: Collection[Claim] | None = None,
) -> list[Finding]:
    """The findings of these laws."""
    seen = views(claims, rulebook)
    copies = find_copies(documents) if len(documents) > 1 else ()
    read = [*seen, *unread_figures(copies, seen, documents, rulebook)]
    figures = copied_figures(copies, [*read, *altered_dates(copies, documents, rulebook, len(read))])
    context = make_context(seen, documents, rulebook, figures, show_all, engine, _orders(seen, focus))
    comparisons = all_comparisons()
    findings = [finding for law in laws if law.status == "live" for finding in _run(law, context, comparisons)]
    findings = joined(findings, {law.id for law in laws if "fact" in law.same})
    return unique(without_doubles(sorted(findings, key=_rank), context))


def _orders(seen: Sequence[View], focus: Collection[Claim] | None) -> frozenset[int] | None:
    if focus is None:
        return None
    wanted = {(claim.doc, claim.id) for claim in focus}
    return frozenset(view.order for view in seen if (view.claim.doc, view.claim.id) in wanted)


def _run(law: Law, context: Context, comparisons: Mapping[str, Comparison]) -> Sequence[Finding]:
    if isinstance(law.expect, str):
        return list(comparisons[law.expect](law, context))
    return run_law(law, context)


def _rank(finding: Finding) -> tuple[int, int, str, int, str, str]:
    first = finding.members[0].claim
    return (_ORDER.index(finding.severity), _CONFIDENCE.index(finding.confidence), first.doc, first.start, finding.rule,
            finding.id)  # fmt: skip
