"""What the commands of the newsroom's day take: review, baseline, diff, watch."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_review(command: argparse.ArgumentParser) -> None:
    """The options of `factcheck review`."""
    command.add_argument("source", type=Path, metavar="ARCHIVE_OR_REPORT", help="an archive, or a report.json")
    command.add_argument("--port", type=int, default=0, metavar="N", help="on 127.0.0.1 (a free one)")
    command.add_argument("--no-browser", action="store_true", help="print the link, open nothing")
    command.add_argument("--as", dest="who", default="", metavar="NAME", help="your name in the log (your login)")
    command.add_argument(
        "--import", dest="take_in", action="append", type=Path, metavar="FILE",
        help="take in decisions, .xlsx or .jsonl, and serve nothing",
    )  # fmt: skip
    command.add_argument(
        "--export", action="append", type=Path, metavar="FILE",
        help="write findings.xlsx, decisions.jsonl, claimreview.json, corrections.txt or findings.sarif",
    )  # fmt: skip


def add_diff(command: argparse.ArgumentParser) -> None:
    """The options of `factcheck diff`."""
    command.add_argument("old", type=Path, metavar="OLD", help="a report.json")
    command.add_argument("new", type=Path, metavar="NEW", help="a later one")
    command.add_argument("--format", choices=("terminal", "json", "markdown"), default="terminal")
    _add_fail_on(command, "conflict")


def add_baseline(command: argparse.ArgumentParser) -> None:
    """The options of `factcheck baseline`, beside those for input."""
    command.add_argument(
        "--file", type=Path, default=Path("factcheck-baseline.json"), metavar="FILE",
        help="the known findings (factcheck-baseline.json); made by the first run",
    )  # fmt: skip
    command.add_argument("--update", action="store_true", help="take the findings of now as known")
    command.add_argument("--profile", metavar="NAME", help="which rules at which severity (default)")
    command.add_argument("--format", metavar="FORMAT", help="terminal, or a format of check; of what is new")
    _add_fail_on(command, None)


def add_watch(command: argparse.ArgumentParser) -> None:
    """The options of `factcheck watch`, beside those for input."""
    command.add_argument("-o", "--output", action="append", metavar="KIND=PATH", help="write a file after each check")
    command.add_argument("--profile", metavar="NAME", help="which rules at which severity (default)")


def _add_fail_on(command: argparse.ArgumentParser, default: str | None) -> None:
    command.add_argument(
        "--fail-on", choices=("none", "note", "tension", "conflict"), default=default,
        help="exit 1 where something new is at least that grave (conflict)",
    )  # fmt: skip
