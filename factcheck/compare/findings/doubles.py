"""Each fact once: findings that repeat another are dropped, those of copies joined to the original's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.compare.context import Context
from factcheck.compare.copies.places import Places
from factcheck.compare.findings.sorts import sort_of
from factcheck.model import Finding, Member


def without_doubles(findings: Sequence[Finding], context: Context) -> list[Finding]:
    """The findings, gravest first, without those whose claims an earlier one shows in the original or as they are."""
    copied = (view for group in context.places.members.values() for view in group)
    by_id = {(view.claim.doc, view.claim.id): view.order for view in (*context.views, *copied, *context.dates)}
    kept: list[Finding] = []
    shown: dict[tuple[str, int], list[tuple[int, dict[int, int]]]] = {}
    for finding in findings:
        groups = _groups(finding, by_id, context.equal)
        sort = sort_of(finding)
        earlier = [(at, known) for at, known in shown.get((sort, min(groups)), ()) if groups.keys() <= known.keys()]
        if earlier:
            at, known = earlier[0]
            kept[at] = _joined(kept[at], finding, known, by_id, context.equal)
            continue
        for place in groups:
            shown.setdefault((sort, place), []).append((len(kept), groups))
        kept.append(finding)
    return kept


def _groups(finding: Finding, by_id: dict[tuple[str, str], int], equal: Places) -> dict[int, int]:
    """The place of each claim, with its group."""
    orders = [(by_id[(m.claim.doc, m.claim.id)], m.group) for m in finding.members]
    return {equal.root.get(order, order): group for order, group in orders}


def _joined(kept: Finding, double: Finding, groups: dict[int, int], by_id: dict[tuple[str, str], int],
            equal: Places) -> Finding:  # fmt: skip
    """The kept finding with the copies that the double speaks of, each in the group of its original."""
    known = {(member.claim.doc, member.claim.id) for member in kept.members}
    added = []
    for member in double.members:
        key = (member.claim.doc, member.claim.id)
        if key not in known:
            order = by_id[key]
            added.append(Member(member.claim, groups[equal.root.get(order, order)], member.role))
    return replace(kept, members=(*kept.members, *added)) if added else kept
