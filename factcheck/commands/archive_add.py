"""factcheck archive add: keeps articles, and says which findings they make, change or take back."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from factcheck.commands import shared
from factcheck.config import Options
from factcheck.model import Claim, Finding, Result

if TYPE_CHECKING:
    from factcheck.archive.revision import Revision
    from factcheck.archive.store import Archive

SCHEMA = "factcheck-added-1"


def run(archive: Archive, arguments: argparse.Namespace) -> int:
    """Adds the articles, prints what that changed; the exit code."""
    options = shared.read_options(arguments)
    paths = shared.require_paths(options)
    from factcheck.archive.revision import Revision
    from factcheck.pipeline import extract_batches, load_rules
    from factcheck.revise import Reviser

    revise = Reviser(load_rules(options), options.profile) if arguments.compare else None
    counts, revision = Counter[str](), Revision()
    unread: list[str] = []
    for result in extract_batches(paths, options, stdin=sys.stdin.buffer, jobs=shared.jobs(arguments)):
        added = archive.add(result.documents, result.claims, revise)
        revision = revision.then(added.revision)
        changed = sum(edition.version > 1 for edition in added.editions)
        counts.update(new=len(added.editions) - changed, changed=changed, known=added.unchanged, claims=added.claims)
        unread += result.unread
        shared.say_problems(result)
    told = _undecided(revision, archive)
    _print(told, counts, options)
    if not arguments.quiet:
        print(f"factcheck: {_summary(counts, told, archive, bool(revise))}", file=sys.stderr)
    if not counts.total():
        return 2
    return 3 if options.strict and unread else 0


def _undecided(revision: Revision, archive: Archive) -> Revision:
    """What is worth telling: disagreements that nobody dismissed or suppressed."""
    from factcheck.against import undecided
    from factcheck.archive.revision import Revision
    from factcheck.report.phrases import DISAGREEMENTS

    def kept(findings: Iterable[Finding]) -> list[Finding]:
        given = [finding for finding in findings if finding.severity in DISAGREEMENTS]
        return undecided(given, archive, Result(), show_all=False)

    pairs = {after.id: before for before, after in revision.changed}
    return Revision(
        new=kept(revision.new),
        changed=[(pairs[finding.id], finding) for finding in kept(after for _, after in revision.changed)],
        retracted=kept(revision.retracted),
        altered=revision.altered,
    )


def _print(told: Revision, counts: Counter[str], options: Options) -> None:
    if options.format == "json":
        from factcheck.report.json import dump

        shared.print_content(dump(_row(told, counts), indent=2) + "\n")
        return
    from rich.text import Text

    from factcheck.commands.diff import Line, print_lines
    from factcheck.report.text import one_line

    lines: list[Line] = [("+", "red", finding.severity, finding) for finding in told.new]
    lines += [("~", "yellow", _turned(before, after), after) for before, after in told.changed]
    lines += [("-", "green", f"no {finding.severity} now:", finding) for finding in told.retracted]
    console = shared.console()
    print_lines(lines, console)
    for before, after in told.altered:
        words = f"* “{one_line(before.quote)}” is “{one_line(after.quote)}” now "
        console.print(Text(words) + Text(f"({one_line(after.doc)})", "dim"), soft_wrap=True)


def _turned(before: Finding, after: Finding) -> str:
    same = before.severity == after.severity
    return f"{after.severity}, told otherwise before:" if same else f"{before.severity} → {after.severity}"


def _summary(counts: Counter[str], told: Revision, archive: Archive, compared: bool) -> str:
    text = (
        f"{counts['new']} new articles, {counts['changed']} changed, {counts['known']} known already; "
        f"{counts['claims']} claims added to {archive.path}"
    )
    found = f"{len(told.new)} new, {len(told.changed)} changed, {len(told.retracted)} retracted"
    return f"{text}; findings: {found}" if compared else text


def _row(told: Revision, counts: Counter[str]) -> dict[str, Any]:
    from factcheck.report.rows import finding_row

    return {
        "schema": SCHEMA,
        "articles": {name: counts[name] for name in ("new", "changed", "known")},
        "claims": counts["claims"],
        "new": [finding_row(finding) for finding in told.new],
        "changed": [{"was": finding_row(before), "finding": finding_row(after)} for before, after in told.changed],
        "retracted": [finding_row(finding) for finding in told.retracted],
        "altered": [_altered_row(before, after) for before, after in told.altered],
    }


def _altered_row(before: Claim, after: Claim) -> dict[str, Any]:
    return {"doc": after.doc, "start": after.start, "end": after.end, "before": before.quote, "after": after.quote}
