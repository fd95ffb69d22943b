"""Runs a law that is written as conditions, and makes one finding per fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from factcheck.compare.arithmetic.precision import cut_off, exclude, rounds_to
from factcheck.compare.context import Context
from factcheck.compare.findings.clusters import fact_findings, outlier_findings
from factcheck.compare.findings.graph import Link
from factcheck.compare.gates import GATES, entity_gate
from factcheck.compare.identity.agreement import agreements
from factcheck.compare.identity.apart import kept_apart
from factcheck.compare.identity.disputes import two_sources
from factcheck.compare.identity.evidence import AGREE_BAR, BAR, TRUST_BAR, Evidence
from factcheck.compare.identity.lists import meets_a_list
from factcheck.compare.identity.rivals import rivals
from factcheck.compare.laws.judge import Judge, Verdict, limited, make_judge
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding, Gate
from factcheck.rulebook import Rulebook

Test = Callable[[View, View, Rulebook], Gate]


def run_law(law: Law, context: Context) -> list[Finding]:
    """The findings of a declarative law."""
    judge = make_judge(law)
    links = list(_links(law, judge, context))
    if "fact" in law.same:
        if "document" not in law.same:
            seen = {link.key for link in links}
            links += [link for link in _rivals(law, judge, context) if link.key not in seen]
            links += agreements(context, seen)
        return fact_findings(law, links, context)
    return outlier_findings(law, links, context)


def _links(law: Law, judge: Judge, context: Context) -> Iterator[Link]:
    tests = [gate for gate in GATES if gate.__name__.removesuffix("_gate") in law.same]
    by_fact = "fact" in law.same
    for roles in context.engine.candidates(law):
        if not context.concerns(*roles.values()):
            continue
        context.pairs += 1
        first, second = (*roles.values(), None, None)[:2]
        if first is None:
            continue
        if second is not None and (_elsewhere(first, second, context) or meets_a_list(first, second, context)):
            continue
        if second is not None and kept_apart(law, first, second, context.rulebook):
            continue
        verdict = judge.verdict(roles)
        if verdict is None or (verdict == "upheld" and not by_fact):
            continue
        if verdict != "upheld" and by_fact and second is not None and _one_number(first, second, verdict):
            verdict = "upheld"
        gates = [] if second is None else _passed(tests, first, second, context.rulebook)
        if gates is None:
            continue
        evidence = _evidence(first, second, by_fact, context)
        bar = AGREE_BAR if verdict in ("upheld", "note") else BAR if by_fact else TRUST_BAR
        if round(evidence.weight, 6) < bar and not context.show_all:
            continue
        severity = verdict if verdict == "upheld" else limited(verdict, law)
        if by_fact and second is not None:
            severity = _told(severity, law, judge, roles, evidence)
        yield Link(roles, severity, evidence, tuple(gates))


def _one_number(a: View, b: View, verdict: Verdict) -> bool:
    """True where one figure rounds the other, or was cut off behind some of its digits."""
    return (verdict == "note" and rounds_to(a, b)) or cut_off(a, b)


def _passed(tests: Sequence[Test], first: View, second: View, rulebook: Rulebook) -> list[Gate] | None:
    """The gates of a law, or None where one does not let the pair pass."""
    gates = []
    for test in tests:
        gate = test(first, second, rulebook)
        if not gate.passed:
            return None
        gates.append(gate)
    return gates


def _rivals(law: Law, judge: Judge, context: Context) -> Iterator[Link]:
    """What the words of an article set against each other, where the law is broken."""
    for a, b, evidence in rivals(context):
        roles = dict(zip(law.claims, (a, b), strict=True))
        verdict = None if _elsewhere(a, b, context) else judge.verdict(roles)
        if verdict:
            severity = _told(verdict if verdict == "upheld" else limited(verdict, law), law, judge, roles, evidence)
            if severity != "upheld":
                severity = "tension" if severity == "note" else severity  # the words say that the values differ
                yield Link(roles, severity, evidence, (entity_gate(a, b, context.rulebook),))


def _told(verdict: Verdict, law: Law, judge: Judge, roles: Mapping[str, View], evidence: Evidence) -> Verdict:
    """The severity in view of who says so: two sources may both be honest, unless one disputes the other's figure."""
    if evidence.disputed:
        return limited("conflict", law) if judge.excludes(roles) else "tension" if exclude(*roles.values()) else verdict
    return "tension" if verdict == "conflict" and two_sources(*roles.values()) else verdict


def _elsewhere(a: View, b: View, context: Context) -> bool:
    """True for pairs that other laws judge: one place of a copied text, a figure and its bracket."""
    if context.copied(a, b) or context.met_at_home(a, b):
        return True
    return a.claim.doc == b.claim.doc and (a.claim.bracket_of == b.claim.id or b.claim.bracket_of == a.claim.id)


def _evidence(first: View, second: View | None, by_fact: bool, context: Context) -> Evidence:
    if second is None:
        return Evidence(0.7)
    if by_fact:
        return context.identity.weigh(first, second)
    return context.identity.trust(first, second)
