"""factcheck check: reads articles, compares their figures, reports."""

from __future__ import annotations

import argparse
import sys

from factcheck import plugins
from factcheck.commands import shared


def run(arguments: argparse.Namespace) -> int:
    """Prints the report, writes the files asked for; the exit code."""
    options = shared.read_options(arguments)
    paths = shared.require_paths(options)
    outputs = shared.parse_outputs(options.output, plugins.formats, shared.STANDARD_SET)
    render = None if options.format == "terminal" else shared.renderer(options.format)
    from factcheck.pipeline import run_check

    with shared.progress(arguments.quiet) as progress:
        result = run_check(paths, options, stdin=sys.stdin.buffer, progress=progress, jobs=shared.jobs(arguments))
    shared.write_outputs(result, outputs)
    if render:
        shared.print_content(render(result))
    elif result.documents and not shared.prints(outputs):
        from factcheck.report.terminal import show

        show(result, shared.console())
    if render or shared.prints(outputs) or not result.documents:
        shared.say_problems(result)
        if not arguments.quiet:
            from factcheck.report.sentences import verdict

            print(f"factcheck: {verdict(result)}", file=sys.stderr)
    if not arguments.quiet:
        shared.say_written(outputs)
    return shared.exit_code(result, options)
