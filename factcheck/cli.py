"""The command line: which commands there are, what they take, and how errors are shown."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from factcheck import __version__
from factcheck.commands.arguments import add_baseline, add_diff, add_review, add_watch
from factcheck.errors import FactcheckError

OK, FINDINGS, USAGE, UNREAD = 0, 1, 2, 3
_FEW_CYCLES = 600_000  # objects between two searches for cycles: nearly all that a run makes has none
_EPILOG = """\
exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage or configuration, or nothing to read;
            3 some input could not be read (with --strict)
examples:
  factcheck check articles/                      check a folder, print what does not agree
  factcheck check articles/ -o reports           and write report.html, report.json, findings.csv ... to reports/
  factcheck extract article.txt --format jsonl   the claims of one article, one a line
  factcheck why a.txt:120 b.txt:87 articles/     why two figures were, or were not, set against each other
"""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="factcheck",
        description="Finds figures in news articles that cannot both be true.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"factcheck {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_check(commands.add_parser("check", help="compare the figures of articles and report what cannot be true"))
    _add_extract(commands.add_parser("extract", help="list the claims of articles"))
    _add_why(commands.add_parser("why", help="show step by step why two claims were or were not compared"))
    _add_rules(commands.add_parser("rules", help="list, explain and test the rules"))
    _add_archive(commands.add_parser("archive", help="keep articles, and check all that is kept"))
    add_review(commands.add_parser("review", help="work through the findings at a desk, in the browser"))
    add_diff(commands.add_parser("diff", help="tell what two reports do not have in common"))
    _add_baseline(commands.add_parser("baseline", help="check, and show only what is not known already"))
    _add_watch(commands.add_parser("watch", help="check again whenever an article changes"))
    _add_score(commands.add_parser("score", help="measure extracted claims against a hand-made gold file"))
    _add_init(commands.add_parser("init", help="write a factcheck.toml and a folder for rules of your own"))
    _add_completion(commands.add_parser("completion", help="print a completion script for a shell"))
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parsed = parser().parse_args(arguments)
    gc.set_threshold(_FEW_CYCLES)
    try:
        code: int = import_module(f"factcheck.commands.{parsed.command}").run(parsed)
        sys.stdout.flush()
        return code
    except FactcheckError as error:
        print(f"factcheck: {error}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that Python's own flush at exit is silent
        return OK
    except KeyboardInterrupt:
        return 130
    finally:
        if arguments is None:
            gc.freeze()  # nor does Python search for cycles three times more at its end


def _add_rule_folders(command: argparse.ArgumentParser) -> None:
    command.add_argument("--rules", action="append", type=Path, metavar="FOLDER", help="rules of your own, over ours")
    command.add_argument("--config", type=Path, metavar="FILE", help="instead of the nearest factcheck.toml")


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, globs; - for standard input")
    _add_rule_folders(command)
    command.add_argument("--strict", action="store_true", default=None, help="exit 3 if some input could not be read")
    command.add_argument("-j", "--jobs", type=int, metavar="N", help="processes to extract in (one for each core)")
    command.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary on stderr")


def _add_output(command: argparse.ArgumentParser, formats: str) -> None:
    command.add_argument("--format", metavar="FORMAT", help=f"what to print: {formats} (default terminal)")
    command.add_argument("-o", "--output", action="append", metavar="KIND=PATH", help="write a file; may be repeated")


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    _add_output(command, "terminal, json, jsonl, csv, markdown, html, sarif, github")
    command.add_argument(
        "--fail-on", choices=("none", "note", "tension", "conflict"), help="exit 1 from here (conflict)"
    )
    command.add_argument("--profile", metavar="NAME", help="which rules at which severity (default)")
    command.add_argument("--all", action="store_true", default=None, help="show pairs with weak evidence too")
    command.add_argument("--against", metavar="ARCHIVE", help="compare with all that an archive holds; changes nothing")
    command.add_argument("--engine", choices=("memory", "duckdb"), help="what finds pairs; same findings (memory)")


def _add_archive(command: argparse.ArgumentParser) -> None:
    from factcheck.commands.archive_options import add_actions

    add_actions(command, _add_input, _add_output)


def _add_extract(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    _add_output(command, "terminal, jsonl, json, csv")


def _add_why(command: argparse.ArgumentParser) -> None:
    command.add_argument("a", metavar="A", help="a claim's id, or DOC:OFFSET")
    command.add_argument("b", metavar="B", help="a claim's id, or DOC:OFFSET")
    _add_input(command)
    command.add_argument("--format", choices=("terminal", "json"))


def _add_rules(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, words in {
        "list": "every law, metric and entity file",
        "explain": "one law, metric or entity in full",
        "test": "run the examples inside the laws",
        "schema": "the JSON Schema of a law, for editors",
    }.items():
        action = actions.add_parser(name, help=words)
        action.add_argument(
            "--rules", action="append", type=Path, metavar="FOLDER", help="rules of your own, over ours"
        )
        action.add_argument("--config", type=Path, metavar="FILE", help="instead of the nearest factcheck.toml")
        if name in ("explain", "test"):
            action.add_argument("ids", nargs="+" if name == "explain" else "*", metavar="ID", help="a rule's id")


def _add_baseline(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    add_baseline(command)


def _add_watch(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    add_watch(command)


def _add_score(command: argparse.ArgumentParser) -> None:
    command.add_argument("gold", type=Path, metavar="GOLD", help="hand-made claims, JSON Lines")
    command.add_argument("claims", type=Path, metavar="CLAIMS", help="extracted claims, JSON Lines")
    command.add_argument("--misses", action="store_true", help="list what was missed, invented, or has a wrong slot")
    command.add_argument("--format", choices=("terminal", "json"), default="terminal")


def _add_init(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", nargs="?", type=Path, default=Path("."), metavar="FOLDER")


def _add_completion(command: argparse.ArgumentParser) -> None:
    command.add_argument("shell", choices=("bash", "zsh", "fish"))


if __name__ == "__main__":
    sys.exit(main())
