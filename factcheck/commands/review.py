"""factcheck review: serves the queue of findings, or moves decisions in and out."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from factcheck.commands.shared import usage
from factcheck.errors import FactcheckError, Problem


def run(arguments: argparse.Namespace) -> int:
    """Serves the review page until it is stopped; with --import or --export no page; the exit code."""
    from factcheck.review.desk import Desk
    from factcheck.review.sources import open_source

    desk, who = Desk(open_source(arguments.source)), arguments.who or _user()
    if arguments.take_in or arguments.export:
        for path in arguments.take_in or ():
            _take_in(desk, path, who)
        for path in arguments.export or ():
            _export(desk, path)
        return 0
    from factcheck.review.server import serve

    serve(desk, arguments.port, browser=not arguments.no_browser, who=who)
    return 0


def _take_in(desk: object, path: Path, who: str) -> None:
    from factcheck.review.exports import take_in

    try:
        content = path.read_bytes()
    except OSError as error:
        raise FactcheckError(Problem(str(path), error.strerror or str(error), stage="review")) from error
    for line in take_in(desk, str(path), content, who):  # type: ignore[arg-type]
        print(f"factcheck: {line}", file=sys.stderr)


def _export(desk: object, path: Path) -> None:
    from factcheck.review.exports import EXPORTS

    by_suffix = {Path(name).suffix: make for name, (make, _) in EXPORTS.items()}
    make = EXPORTS[path.name][0] if path.name in EXPORTS else by_suffix.get(path.suffix)
    if make is None:
        raise usage(f"--export {path}: no such format", f"name it like one of {', '.join(EXPORTS)}")
    content = make(desk)  # type: ignore[arg-type]
    try:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    except OSError as error:
        raise usage(f"cannot write {path}: {error.strerror}", "choose another path") from error
    print(f"factcheck: wrote {path}", file=sys.stderr)


def _user() -> str:
    """The name of the person at this machine, or none."""
    try:
        return os.environ.get("FACTCHECK_NAME") or getpass.getuser()
    except (KeyError, OSError):
        return ""
