"""factcheck baseline: checks, and shows only what is not known already."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck.commands import shared
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Finding, Result
from factcheck.report.phrases import DISAGREEMENTS

SCHEMA = "factcheck-baseline-1"


def run(arguments: argparse.Namespace) -> int:
    """Writes the baseline where there is none, else prints what is new since; the exit code."""
    options = shared.read_options(arguments)
    paths = shared.require_paths(options)
    render = None if options.format == "terminal" else shared.renderer(options.format)
    from factcheck.pipeline import run_check

    with shared.progress(arguments.quiet) as progress:
        result = run_check(paths, options, stdin=sys.stdin.buffer, progress=progress, jobs=shared.jobs(arguments))
    if not result.documents:
        shared.say_problems(result)
        return shared.exit_code(result, options)
    if arguments.update or not arguments.file.exists():
        _write(arguments.file, result.findings)
        return 0
    known = read_known(arguments.file)
    gone = known - {finding.id for finding in result.findings}
    new = without(result, known)
    if render:
        shared.print_content(render(new))
    else:
        from factcheck.report.terminal import show

        show(new, shared.console())
    if not arguments.quiet:
        told = f"; {len(gone)} of them gone, drop them with --update" if gone else ""
        print(f"factcheck: {len(known)} known findings left out{told}", file=sys.stderr)
    return shared.exit_code(new, options)


def without(result: Result, known: set[str]) -> Result:
    """The result without the disagreements that are known."""
    findings = [f for f in result.findings if f.severity not in DISAGREEMENTS or f.id not in known]
    return Result(
        documents=result.documents,
        claims=result.claims,
        findings=findings,
        problems=result.problems,
        compared={**result.compared, "known": len(result.findings) - len(findings)},
        unread=result.unread,
    )


def read_known(path: Path) -> set[str]:
    """The fingerprints in a baseline, or in a JSON report."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        return {str(row["id"]) for row in data["findings"] if row.get("severity") in DISAGREEMENTS}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "write it anew with --update"
        raise FactcheckError(Problem(str(path), f"not a baseline: {error}", hint=hint, stage="config")) from error


def _write(path: Path, findings: Sequence[Finding]) -> None:
    """Writes fingerprints with what a reader of a code review wants to see, in an order that keeps changes small."""
    from factcheck.report.json import dump

    shown = sorted((f for f in findings if f.severity in DISAGREEMENTS), key=lambda finding: (finding.rule, finding.id))
    rows = [{"id": f.id, "rule": f.rule, "severity": f.severity, "message": f.message} for f in shown]
    try:
        path.write_text(dump({"schema": SCHEMA, "findings": rows}, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise shared.usage(f"cannot write {path}: {error.strerror}", "choose another --file") from error
    print(f"factcheck: wrote {path}: {len(rows)} known findings", file=sys.stderr)
