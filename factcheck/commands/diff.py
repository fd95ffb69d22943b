"""factcheck diff: what two reports do not have in common."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Finding, Severity

if TYPE_CHECKING:
    from rich.console import Console

Line = tuple[str, str, str, Finding]
_ORDER = ("note", "tension", "conflict")


@dataclass(frozen=True, slots=True)
class Changes:
    """The findings of one run against those of an earlier one, by fingerprint; agreements left out."""

    new: list[Finding]
    gone: list[Finding]
    changed: list[tuple[Severity, Finding]]  # with the severity before
    same: int


def run(arguments: argparse.Namespace) -> int:
    """Prints what is new, gone or of another severity; the exit code."""
    from factcheck.commands import shared
    from factcheck.review.sources import finding_of, read_report

    old, new = ([finding_of(row) for row in read_report(path)["findings"]] for path in (arguments.old, arguments.new))
    changes = compared(old, new)
    if arguments.format == "json":
        shared.print_content(_json(changes))
    elif arguments.format == "markdown":
        shared.print_content(_markdown(changes))
    else:
        print_changes(changes, shared.console())
        print(f"factcheck: {counted(changes)}", file=sys.stderr)
    return 1 if at_least(changes, arguments.fail_on) else 0


def compared(old: Sequence[Finding], new: Sequence[Finding]) -> Changes:
    """What changed from one run to the next."""
    before, after = _disagreements(old), _disagreements(new)
    both = [(before[id].severity, finding) for id, finding in after.items() if id in before]
    return Changes(
        new=[finding for id, finding in after.items() if id not in before],
        gone=[finding for id, finding in before.items() if id not in after],
        changed=[(was, finding) for was, finding in both if was != finding.severity],
        same=sum(was == finding.severity for was, finding in both),
    )


def at_least(changes: Changes, severity: str) -> list[Finding]:
    """What is new, or became graver, and is at least of a severity."""
    wanted = _ORDER[_ORDER.index(severity) :] if severity in _ORDER else ()
    graver = [finding for was, finding in changes.changed if _ORDER.index(was) < _ORDER.index(finding.severity)]
    return [finding for finding in (*changes.new, *graver) if finding.severity in wanted]


def counted(changes: Changes) -> str:
    """One line with the counts."""
    changed = f", {len(changes.changed)} of another severity" if changes.changed else ""
    return f"{len(changes.new)} new, {len(changes.gone)} gone{changed}, {changes.same} as before."


def print_changes(changes: Changes, console: Console) -> None:
    """Prints the changes, a finding a line."""
    print_lines(_lines(changes), console)


def print_lines(lines: Iterable[Line], console: Console) -> None:
    """Prints findings, one a line, each with its sign, the sign's style and words, and the articles that it cites."""
    from rich.text import Text

    from factcheck.report.text import one_line

    for sign, style, words, finding in lines:
        where = ", ".join(dict.fromkeys(one_line(member.claim.doc) for member in finding.members))
        line = Text(f"{sign} {words:<8} ", style) + Text(f"{one_line(finding.message)} ") + Text(f"({where})", "dim")
        console.print(line, soft_wrap=True)


def _lines(changes: Changes) -> list[Line]:
    lines: list[Line] = [("+", "red", finding.severity, finding) for finding in changes.new]
    lines += [("~", "yellow", f"{was} → {finding.severity}", finding) for was, finding in changes.changed]
    return lines + [("-", "green", finding.severity, finding) for finding in changes.gone]


def _json(changes: Changes) -> str:
    from factcheck.report.json import dump
    from factcheck.report.rows import finding_row

    rows = {
        "schema": "factcheck-diff-1",
        "new": [finding_row(finding) for finding in changes.new],
        "gone": [finding_row(finding) for finding in changes.gone],
        "changed": [{"was": was, "finding": finding_row(finding)} for was, finding in changes.changed],
        "same": changes.same,
    }
    return dump(rows, indent=2) + "\n"


def _markdown(changes: Changes) -> str:
    from factcheck.report.markdown import escape

    lines = ["# What changed", "", escape(counted(changes)), ""]
    lines += [f"- **{sign} {words}**: {escape(finding.message)}" for sign, _, words, finding in _lines(changes)]
    return "\n".join(lines).rstrip() + "\n"


def _disagreements(findings: Sequence[Finding]) -> dict[str, Finding]:
    return {finding.id: finding for finding in findings if finding.severity in _ORDER}
