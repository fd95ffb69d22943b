"""factcheck watch: checks a folder whenever it changes; only what changed is read and extracted again."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck import plugins
from factcheck.commands import shared
from factcheck.config import Options
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Document, Result

_PAUSE = 300  # milliseconds of quiet before a check, since editors save in several steps
Stamp = tuple[tuple[int, int], ...]  # of a file and its sidecar: time and size


@dataclass(slots=True)
class Watched:
    """What is known from the checks before: the documents of each file, the claims of each document."""

    files: dict[str, tuple[Stamp, list[Document | Problem]]] = field(default_factory=dict)
    extracted: dict[Document, Result] = field(default_factory=dict)
    rules: Any = None

    def check(self, paths: Sequence[str], options: Options) -> Result:
        """The result of a check of all, for which only what changed was read and extracted."""
        from factcheck.pipeline import collect, compare_claims, extract_claims, load_rules

        rulebook = load_rules(options)
        known = self.extracted if rulebook is self.rules else {}
        self.rules, self.extracted = rulebook, {}
        whole = Result(problems=list(rulebook.problems))
        for item in self._read(paths):
            part = known.get(item) if isinstance(item, Document) else None
            if part is None:
                part = Result()
                collect(item, part)
                extract_claims(part, rulebook)
            if isinstance(item, Document):
                self.extracted[item] = part
            for name in ("documents", "claims", "problems", "unread"):
                getattr(whole, name).extend(getattr(part, name))
        compare_claims(whole, rulebook, options)
        return whole

    def _read(self, paths: Sequence[str]) -> Iterator[Document | Problem]:
        from factcheck.read.files import list_files
        from factcheck.read.paths import read_file, with_own_id

        used: set[str] = set()
        before, self.files = self.files, {}
        for file in list_files(paths):
            if isinstance(file, Problem):
                yield file
                continue
            now = _stamp(file.path)
            stamp, items = before.get(file.shown, ((), []))
            if stamp != now:
                items = list(read_file(file))
            self.files[file.shown] = now, items
            yield from (with_own_id(item, used) if isinstance(item, Document) else item for item in items)


def run(arguments: argparse.Namespace) -> int:
    """Checks until it is stopped; the exit code."""
    options = shared.read_options(arguments)
    paths = shared.require_paths(options)
    outputs = shared.parse_outputs(options.output, plugins.formats, shared.STANDARD_SET)
    if missing := [path for path in paths if not Path(path).exists()]:
        raise shared.usage(f"nothing at {missing[0]}", "name files or folders that are there")
    watched = Watched()
    result = watched.check(paths, options)
    _show_first(result)
    shared.write_outputs(result, outputs)
    shared.say_written(outputs)
    for _ in _changes((*paths, *map(str, options.rules)), {path.resolve() for _, path in outputs}):
        before, result = result, watched.check(paths, options)
        shared.write_outputs(result, outputs)
        _show_changes(before, result)
    return 0


def _changes(paths: Sequence[str], ours: set[Path]) -> Iterator[None]:
    """One item each time something below the paths changed, our own reports aside."""
    try:
        from watchfiles import watch
    except ImportError as error:
        hint = "pip install 'factcheck[watch]'"
        raise FactcheckError(Problem("watch", "watchfiles is not installed", hint=hint, stage="config")) from error
    print("factcheck: watching; stop with Ctrl+C", file=sys.stderr)
    for changes in watch(*paths, step=_PAUSE, raise_interrupt=True):
        changed = {Path(path).resolve() for _, path in changes}
        parts = {path.with_name(f".{path.name}.part") for path in ours}
        if not changed <= ours | parts:
            yield None


def _show_first(result: Result) -> None:
    from factcheck.report.terminal import show

    show(result, shared.console())


def _show_changes(before: Result, after: Result) -> None:
    """Prints what is new and what is gone."""
    from factcheck.commands.diff import compared, print_changes
    from factcheck.report.sentences import verdict

    print_changes(compared(before.findings, after.findings), shared.console())
    shared.say_problems(after)
    print(f"factcheck: {verdict(after)}", file=sys.stderr)


def _stamp(path: Path) -> Stamp:
    """What changes when a file, or what is said of it beside it, changes."""
    return tuple(_of(one) for one in (path, path.with_suffix(".json")))


def _of(path: Path) -> tuple[int, int]:
    try:
        known = path.stat()
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_size
