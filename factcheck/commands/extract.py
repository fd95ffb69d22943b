"""factcheck extract: the claims of articles."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.commands import shared
from factcheck.model import Claim, Result

if TYPE_CHECKING:
    from rich.table import Table

_KINDS = {"jsonl": "claims", "csv": "claims-csv"}  # the claims of a result are another table than its findings
_STANDARD_SET = {"claims.jsonl": "jsonl", "claims.csv": "csv"}


def run(arguments: argparse.Namespace) -> int:
    """Prints the claims, writes the files asked for; the exit code.

    The configured format and output are those of `check` and do not hold here.
    """
    options = shared.read_options(arguments)
    paths = shared.require_paths(options)
    form = arguments.format or "terminal"
    if form not in ("terminal", *_KINDS):
        raise shared.usage(f"no format {form!r} for claims", f"write one of terminal, {', '.join(_KINDS)}")
    given = shared.parse_outputs(arguments.output or (), lambda: list(_KINDS), _STANDARD_SET)
    outputs = [(_KINDS[kind], path) for kind, path in given]
    from factcheck.pipeline import run_extract

    with shared.progress(arguments.quiet) as progress:
        result = run_extract(paths, options, stdin=sys.stdin.buffer, progress=progress, jobs=shared.jobs(arguments))
    shared.write_outputs(result, outputs)
    if form != "terminal":
        shared.print_content(shared.renderer(_KINDS[form])(result))
    elif not shared.prints(outputs):
        shared.console().print(_table(result))
    shared.say_problems(result)
    if not arguments.quiet:
        print(f"factcheck: {len(result.claims)} claims in {len(result.documents)} articles", file=sys.stderr)
        shared.say_written(outputs)
    return shared.exit_code(result, replace(options, fail_on="none"))


def _table(result: Result) -> Table:
    from rich.table import Table
    from rich.text import Text

    from factcheck.report.text import one_line

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("where", "figure", "entity", "metric", "time", "region", "source"):
        table.add_column(name, overflow="fold", no_wrap=name == "where")
    for claim in result.claims:
        table.add_row(*(Text(one_line(cell)) for cell in _cells(claim)))
    return table


def _cells(claim: Claim) -> list[str]:
    name = claim.doc.rsplit("/", 1)[-1]
    time = claim.time.edtf if claim.time else ""
    row = (f"{name}:{claim.start}", claim.quote, claim.entity_name, claim.metric, time, claim.region, claim.source_name)
    return [cell or "" for cell in row]
