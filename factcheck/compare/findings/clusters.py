"""One finding per fact: the pairs of a law joined to clusters, grouped by value, the outlier named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.compare.context import Context
from factcheck.compare.diagnosis.diagnose import diagnose
from factcheck.compare.findings.graph import Graph, Link, components
from factcheck.compare.findings.make import make_finding
from factcheck.compare.gates import gates
from factcheck.compare.identity.disputes import narrowing, two_sources
from factcheck.compare.laws.law import Law
from factcheck.compare.stances import same_source
from factcheck.compare.view import View
from factcheck.model import Finding, Severity

_LOOSE = frozenset({"entity", "scope", "time"})  # gates that a third source's figure of one article need not pass


def fact_findings(law: Law, links: Sequence[Link], context: Context) -> list[Finding]:
    """Disagreements and corroborations of a law that compares two figures for one fact."""
    graph = Graph()
    for link in links:
        graph.add(link)
    findings: list[Finding] = []
    used: set[int] = set()
    contested: dict[int, tuple[int, int]] = {}  # claim -> finding and group
    for link in sorted(graph.broken.values(), key=lambda link: link.rank):
        if all(view.order in used for view in link.views):
            continue
        groups = sorted(_grow(link, graph, used, context), key=_size)
        members = {view.order for group in groups for view in group}
        used |= members
        if link.verdict != "note":
            for number, group in enumerate(groups):
                contested = {view.order: (len(findings), number) for view in group} | contested
        findings.append(_disagreement(law, link, groups, context))
    return findings + _corroborations(law, links, graph, contested, context)


def _grow(link: Link, graph: Graph, used: set[int], context: Context) -> list[list[View]]:
    """The groups of values that stand against each other, begun with the two of the strongest link."""
    groups = [[view] for view in link.views]
    taken = {view.order for view in link.views}
    seen = set(taken)
    while fresh := sorted(graph.near(taken) - used - seen):
        seen.update(fresh)
        for order in fresh:
            view = graph.views[order]
            mates = [group for group in groups if any(other.order in graph.friends[order] for other in group)]
            foes = [group for group in groups if any(other.order in graph.foes[order] for other in group)]
            if len(mates) == 1 and not any(group is mates[0] for group in foes):
                mates[0].append(view)
                taken.add(order)
            elif not mates and foes and all(_stands_against(view, group, context) for group in groups):
                groups.append([view])
                taken.add(order)
    return groups


def _size(group: Sequence[View]) -> tuple[int, int]:
    return -len(group), min(view.order for view in group)


def _stands_against(view: View, group: Sequence[View], context: Context) -> bool:
    """True where a claim is comparable with a group, of one article whoever it is about, and its value excluded."""
    first = group[0]
    if view.stated.overlaps(first.stated) or _one_voice(view, first):
        return False
    failed = {gate.name for gate in gates(view, first, context.rulebook) if not gate.passed}
    if view.claim.doc != first.claim.doc:
        return not failed
    return failed <= {"entity"} or (failed <= _LOOSE and two_sources(view, first) and _narrowed_alike(view, first))


def _narrowed_alike(a: View, b: View) -> bool:
    regions = a.scope.region, b.scope.region
    return narrowing(a) == narrowing(b) and (regions[0] == regions[1] or None in regions)


def _one_voice(a: View, b: View) -> bool:
    """True for two figures of one article that one source gives: they are two things, if nothing says otherwise."""
    return bool(a.claim.source) and a.claim.doc == b.claim.doc and same_source(a.claim.source, b.claim.source)


def _disagreement(law: Law, link: Link, groups: Sequence[Sequence[View]], context: Context) -> Finding:
    members = [(view, number, "") for number, group in enumerate(groups) for view in group]
    members = [(view, number, _role(link.roles, view)) for view, number, _ in members]
    return make_finding(
        law,
        link.verdict,  # type: ignore[arg-type]
        members,
        context,
        roles=link.roles,
        confidence=link.evidence.confidence,
        explanation=_explanation(link, groups),
        diagnosis=diagnose(*link.views, context) if link.verdict != "note" and len(link.views) == 2 else (),
        gates=link.gates,
    )


def _role(roles: Mapping[str, View], view: View) -> str:
    return next((name for name, other in roles.items() if other is view), "")


def _explanation(link: Link, groups: Sequence[Sequence[View]]) -> str:
    from factcheck.compare.findings.make import explain

    parts = [explain(link.roles), *link.evidence.reasons]
    sizes = [len(group) for group in groups]
    if len(groups) >= 2 and max(sizes) > 1 and sizes.count(min(sizes)) == 1:
        lone = groups[sizes.index(min(sizes))][0]
        parts.append(f"“{lone.claim.quote}” stands alone against {max(sizes)}")
    return "; ".join(parts)


def _corroborations(law: Law, links: Sequence[Link], graph: Graph, contested: Mapping[int, tuple[int, int]],
                    context: Context) -> list[Finding]:  # fmt: skip
    """Figures that agree, one finding per fact; those on two sides of a disagreement do not."""
    best: dict[int, Link] = {}
    for link in sorted(links, key=lambda link: link.rank):
        if link.verdict == "upheld":
            for view in link.views:
                best.setdefault(view.order, link)
    findings = []
    for group in components(graph):
        sides = list(dict.fromkeys(contested.get(view.order) for view in group))
        for side in sides:
            mates = group if len(sides) == 1 else [view for view in group if contested.get(view.order) == side]
            if len(mates) >= 2:
                link = best[mates[0].order]
                roles = dict(zip(link.roles, mates, strict=False))
                findings.append(corroboration(law, mates, roles, link, context))
    return findings


def corroboration(law: Law, views: Sequence[View], roles: Mapping[str, View], link: Link | None,
                  context: Context) -> Finding:  # fmt: skip
    """The same fact said more than once."""
    first = views[0].claim
    message = f"“{' '.join(first.quote.split())}” is said {len(views)} times"
    message += f" of {first.entity_name}." if first.entity else "."
    return make_finding(
        law,
        "corroboration",
        [(view, 0, "") for view in views],
        context,
        roles=roles,
        confidence=link.evidence.confidence if link else "high",
        message=message,
        explanation="; ".join(link.evidence.reasons) if link else "the same place of a copied text",
        gates=link.gates if link else (),
    )


def outlier_findings(law: Law, links: Sequence[Link], context: Context) -> list[Finding]:
    """Broken inequalities: one finding per outlier, each role a group of its own."""
    findings: list[Finding] = []
    used: set[int] = set()
    for link in sorted(links, key=lambda link: link.rank):
        if link.verdict == "upheld" or any(view.order in used for view in link.views):
            continue
        used.update(view.order for view in link.views)
        members = [(view, number, role) for number, (role, view) in enumerate(link.roles.items())]
        severity: Severity = link.verdict  # type: ignore[assignment]
        findings.append(
            make_finding(
                law,
                severity,
                members,
                context,
                roles=link.roles,
                confidence=link.evidence.confidence,
                diagnosis=diagnose(*link.views, context) if len(link.views) == 2 and severity != "note" else (),
                gates=link.gates,
            )
        )
    return findings
