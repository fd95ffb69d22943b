"""factcheck why A B: every gate that two claims pass or fail, and what was made of the pair."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.commands import shared
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Finding, Gate, Result

if TYPE_CHECKING:
    from factcheck.compare.identity.evidence import Evidence

_SPAN = re.compile(r"(.+):(\d+)(?:-\d+)?")


def run(arguments: argparse.Namespace) -> int:
    """Prints the trace; the exit code."""
    options = replace(shared.read_options(arguments), all=True)
    from factcheck.compare.gates import trace
    from factcheck.compare.identity.one_fact import one_fact
    from factcheck.pipeline import load_rules, run_check

    paths = _paths(arguments, options.paths)
    result = run_check(paths, options, stdin=sys.stdin.buffer)
    a, b = find_claim(arguments.a, result), find_claim(arguments.b, result)
    rulebook = load_rules(options)
    gates, evidence = trace(a, b, rulebook), one_fact(a, b, result.documents, rulebook)
    findings = [finding for finding in result.findings if {a.id, b.id} <= {m.claim.id for m in finding.members}]
    if arguments.format == "json":
        print(_json(a, b, gates, evidence, findings))
    else:
        doubted = bool(findings) and (evidence.weight < evidence.needed or not all(gate.passed for gate in gates))
        told = (
            {f.id for f in run_check(paths, replace(options, all=False), stdin=sys.stdin.buffer).findings}
            if doubted
            else ()
        )
        _show(a, b, gates, evidence, findings, disputed=any(finding.id in told for finding in findings))
    return 0


def find_claim(reference: str, result: Result) -> Claim:
    """The claim with this id, or the one that stands at DOC:OFFSET or is nearest in its sentence."""
    for claim in result.claims:
        if claim.id == reference:
            return claim
    match = _SPAN.fullmatch(reference)
    if match is None:
        hint = "give paths to look in, and a claim's id (factcheck extract --format jsonl) or DOC:OFFSET"
        raise FactcheckError(Problem(reference, "no claim has this id", hint=hint))
    name, offset = match[1], int(match[2])
    docs = _documents(name, result)
    near = [(_distance(claim, offset), claim.start, claim) for claim in result.claims if claim.doc in docs]
    if not near:
        hint = "name the article's file or folder after the two claims"
        raise FactcheckError(Problem(name, "no claim in this article, or it was not read", hint=hint))
    distance, _, found = min(near, key=lambda item: item[:2])
    if distance and not found.sentence_start <= offset < found.sentence_start + len(found.sentence):
        hint = f"the nearest are {', '.join(f'{c.start} ({c.quote!r})' for _, _, c in sorted(near, key=_first)[:3])}"
        raise FactcheckError(Problem(reference, "no claim stands here", hint=hint))
    return found


def _first(item: tuple[int, int, Claim]) -> tuple[int, int]:
    return item[:2]


def _distance(claim: Claim, offset: int) -> int:
    return 0 if claim.start <= offset < claim.end else min(abs(claim.start - offset), abs(claim.end - offset))


def _documents(name: str, result: Result) -> set[str]:
    """The ids of the documents with this id or path, else of those with this file name."""
    exact = {doc.id for doc in result.documents if name in (doc.id, doc.path)}
    return exact or {doc.id for doc in result.documents if PurePosixPath(doc.id).name == PurePosixPath(name).name}


def _paths(arguments: argparse.Namespace, configured: Sequence[str]) -> Sequence[str]:
    """The paths given, or configured, and the files that A and B name."""
    named = [match[1] for text in (arguments.a, arguments.b) if (match := _SPAN.fullmatch(text))]
    paths = [*configured, *(name for name in named if Path(name).is_file())]
    if not paths:
        raise shared.usage("nothing to read", "name the articles' files or folders after the two claims")
    return paths


def _json(a: Claim, b: Claim, gates: Sequence[Gate], evidence: Evidence, findings: Sequence[Finding]) -> str:
    from factcheck.report.rows import claim_row, finding_row, gate_row

    rows = {
        "a": claim_row(a),
        "b": claim_row(b),
        "gates": [gate_row(gate) for gate in gates],
        "evidence": {"weight": round(evidence.weight, 2), "needed": evidence.needed, "reasons": evidence.reasons},
        "findings": [finding_row(finding) for finding in findings],
    }
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _show(
    a: Claim, b: Claim, gates: Sequence[Gate], evidence: Evidence, findings: Sequence[Finding], *, disputed: bool
) -> None:
    from rich.table import Table
    from rich.text import Text

    from factcheck.report.text import one_line

    console = shared.console()
    for name, claim in (("A", a), ("B", b)):
        console.print(Text(f"{name}  {one_line(claim.doc)}:{claim.start}  {one_line(claim.quote)}", "bold"))
        console.print(Text(f"   {one_line(claim.sentence)}\n"))
    table = Table(box=None, pad_edge=False, show_header=False)
    for gate in gates:
        sign, style = ("✓", "green") if gate.passed else ("✗", "red")
        table.add_row(Text(sign, style), gate.name, Text(one_line(gate.reason)))
    console.print(table)
    failed = next((gate for gate in gates if not gate.passed), None)
    if disputed:
        console.print(Text("\nThe words around them set the two against each other, whatever the slots say."))
    elif failed:
        console.print(Text(f"\nNot compared: {failed.name}, {one_line(failed.reason)}."))
    weak = not (failed or disputed) and evidence.weight < evidence.needed
    if weak:
        said = f"Too little says that both state one fact: {max(0.0, evidence.weight):.2f} of {evidence.needed}"
        shown = " What follows is shown with --all only:" if findings else ""
        console.print(Text(f"\n{said} ({one_line('; '.join(evidence.reasons)) or 'nothing'}).{shown}"))
    for finding in findings:
        console.print(Text(f"\n{finding.severity} ({finding.rule}): {one_line(finding.message)}", "bold"))
        for gate in finding.gates:
            console.print(Text(f"   {gate.name}: {one_line(gate.reason)}"))
    if not failed and not findings and not weak:
        console.print(Text("\nComparable, and no law speaks against the pair."))
