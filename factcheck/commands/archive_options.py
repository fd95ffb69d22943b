"""What `factcheck archive` takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

FORMATS = ("parquet", "jsonl")
_ACTIONS = {
    "add": "read articles, keep them with their claims, and tell which findings are new, changed or retracted",
    "check": "compare all that is kept, and keep the findings",
    "stats": "count what is kept",
    "export": "write all that is kept to a folder",
    "import": "read such a folder back, or that of another archive",
}


def add_actions(
    command: argparse.ArgumentParser,
    add_input: Callable[[argparse.ArgumentParser], None],
    add_output: Callable[[argparse.ArgumentParser, str], None],
) -> None:
    """Gives the command its five actions."""
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, words in _ACTIONS.items():
        action = actions.add_parser(name, help=words, description=words.capitalize() + ".")
        action.add_argument("archive", type=Path, metavar="ARCHIVE", help="the archive's folder")
        if name == "add":
            add_input(action)
            _add_comparison(action)
        elif name == "check":
            _add_check(action, add_output)
        else:
            _add_folder(action, name)


def _add_comparison(action: argparse.ArgumentParser) -> None:
    action.add_argument("--profile", metavar="NAME", help="which rules at which severity (default)")
    action.add_argument("--format", choices=("terminal", "json"), help="how to print what changed (terminal)")
    action.add_argument(
        "--no-compare", dest="compare", action="store_false", help="only keep them; archive check compares later"
    )


def _add_check(action: argparse.ArgumentParser, add_output: Callable[[argparse.ArgumentParser, str], None]) -> None:
    add_output(action, "terminal, json, jsonl, csv, markdown, html, sarif, github")
    action.add_argument("--rules", action="append", type=Path, metavar="FOLDER", help="rules of your own, over ours")
    action.add_argument("--config", type=Path, metavar="FILE", help="instead of the nearest factcheck.toml")
    action.add_argument(
        "--fail-on", choices=("none", "note", "tension", "conflict"), help="exit 1 from here (conflict)"
    )
    action.add_argument("--profile", metavar="NAME", help="which rules at which severity (default)")
    action.add_argument("--all", action="store_true", default=None, help="weak evidence and dismissed findings too")
    action.add_argument("--versions", action="store_true", help="show what changed between versions of an article too")
    action.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary on stderr")


def _add_folder(action: argparse.ArgumentParser, name: str) -> None:
    if name == "stats":
        action.add_argument("--format", choices=("terminal", "json"), default="terminal")
        return
    action.add_argument("folder", type=Path, metavar="FOLDER", help="of the exported files")
    if name == "export":
        action.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="(parquet)")
