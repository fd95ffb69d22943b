"""What the commands that read articles have in common: options, progress, output, exit codes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import plugins
from factcheck.config import Options, find_config, load_options, merge
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Result
from factcheck.rulebook import own_rules

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.pipeline import Progress

STANDARD_SET = {
    "report.html": "html",
    "report.json": "json",
    "report.md": "markdown",
    "findings.csv": "csv",
    "claims.jsonl": "claims",
}
_BY_SUFFIX = {
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".sarif": "sarif",
    ".xlsx": "xlsx",
}
_REDRAWN = 0.1  # seconds between two states of the progress bar
Outputs = list[tuple[str, Path]]


def read_options(arguments: argparse.Namespace) -> Options:
    """The options of the nearest configuration file with those of the command line over them.

    Where neither names rules, those in `rules/` of the current folder are taken.
    """
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in vars(arguments).items()}
    given = {key: None if value == () else value for key, value in given.items()}
    options = merge(load_options(arguments.config or find_config(Path.cwd())), given)
    return options if options.rules else replace(options, rules=own_rules(Path()))


def jobs(arguments: argparse.Namespace) -> int:
    """How many processes to extract in: as asked for, else one for each core."""
    return int(arguments.jobs or os.cpu_count() or 1)


def require_paths(options: Options) -> tuple[str, ...]:
    """The paths to read; an error where there are none."""
    if not options.paths:
        raise usage("nothing to read", 'name files or folders, "-" for standard input, or set paths in factcheck.toml')
    return options.paths


def usage(message: str, hint: str) -> FactcheckError:
    """An error of wrong usage."""
    return FactcheckError(Problem("usage", message, hint=hint, stage="config"))


def parse_outputs(given: Sequence[str], kinds: Callable[[], list[str]], standard: dict[str, str]) -> Outputs:
    """What to write where: KIND=PATH, a file whose suffix tells its kind, or a folder for the standard set."""
    found: Outputs = []
    for text in given:
        kind, equals, path = text.partition("=")
        if not equals:
            kind, path = _BY_SUFFIX.get(Path(text).suffix.lower(), ""), text
            if not kind or Path(text).is_dir():
                found += [(kind, Path(text, name)) for name, kind in standard.items()]
                continue
        if kind not in kinds():
            known = ", ".join(kinds())
            raise usage(f"-o {text}: no format {kind!r} here", f"write -o KIND={path} with one of {known}")
        if not path:
            raise usage(f"-o {text}: no path", f"write -o {kind}=PATH")
        found.append((kind, Path(path)))
    return found


def renderer(kind: str) -> Callable[[Result], str | bytes]:
    """The function that renders a format; an error where there is none."""
    found = plugins.report(kind)
    if found is None:
        raise usage(f"no format {kind!r}", f"write one of terminal, {', '.join(plugins.formats())}")
    return found


def write_outputs(result: Result, outputs: Outputs) -> None:
    """Writes each file whole or not at all; a path "-" is standard output."""
    for kind, path in outputs:
        content = renderer(kind)(result)
        if str(path) == "-":
            print_content(content)
            continue
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        try:
            _write_whole(path, data)
        except OSError as error:
            raise usage(f"cannot write {path}: {error.strerror}", "choose another path") from error


def _write_whole(path: Path, data: bytes) -> None:
    """Puts a file in place of what was there; a device or a pipe, such as /dev/null, is written to and stays."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    part = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(data)
    os.replace(part, path)


def print_content(content: str | bytes) -> None:
    """Writes a rendered report to standard output."""
    if isinstance(content, str):
        sys.stdout.write(content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def prints(outputs: Outputs) -> bool:
    """True where a report goes to standard output by -o KIND=-, so that nothing else may."""
    return any(str(path) == "-" for _, path in outputs)


def say_written(outputs: Outputs) -> None:
    """Names on stderr the files that were written."""
    names = [str(path) for _, path in outputs if str(path) != "-"]
    if names:
        print(f"factcheck: wrote {', '.join(names)}", file=sys.stderr)


def say_problems(result: Result) -> None:
    """The problems of a run, on stderr, for where stdout holds data."""
    from factcheck.report.rows import problems

    for problem in problems(result):
        print(f"factcheck: {problem}", file=sys.stderr)


def console(stderr: bool = False) -> Console:
    """A rich console that keeps lines whole where its output is no terminal."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else 120
    return Console(stderr=stderr, width=width, soft_wrap=False, emoji=False)


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """A progress callback that draws a bar on stderr; None where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress as Bar

    with Bar(console=console(stderr=True), transient=True, auto_refresh=False) as bar:  # no thread, which forbids forks
        tasks = {stage: bar.add_task(stage, total=None, visible=False) for stage in ("read", "extract", "compare")}
        drawn = 0.0

        def update(stage: str, done: int, total: int) -> None:
            nonlocal drawn
            due = done == total or bar.get_time() - drawn >= _REDRAWN
            drawn = bar.get_time() if due else drawn
            bar.update(tasks[stage], completed=done, total=total or None, visible=True, refresh=due)

        yield update


def exit_code(result: Result, options: Options) -> int:
    """The exit code that the options ask for; rules that cannot be used, or nothing read at all, are wrong usage."""
    order = ("note", "tension", "conflict")
    if not result.documents or any(problem.stage == "rules" for problem in result.problems):
        return 2
    if options.strict and result.unread:
        return 3
    failing = order[order.index(options.fail_on) :] if options.fail_on in order else ()
    return 1 if any(finding.severity in failing for finding in result.findings) else 0
