"""factcheck archive: keeps articles, and checks all that is kept."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from factcheck import plugins
from factcheck.commands import archive_add, shared
from factcheck.config import Options
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Finding, Result

if TYPE_CHECKING:
    from factcheck.archive.store import Archive


def run(arguments: argparse.Namespace) -> int:
    """Does what the action says; the exit code."""
    from factcheck.archive.store import Archive

    archive = Archive(arguments.archive)
    actions = {"add": archive_add.run, "check": _check, "stats": _stats, "export": _export, "import": _import}
    return actions[arguments.action](archive, arguments)


def _check(archive: Archive, arguments: argparse.Namespace) -> int:
    options = shared.read_options(arguments)
    outputs = shared.parse_outputs(options.output, plugins.formats, shared.STANDARD_SET)
    render = None if options.format == "terminal" else shared.renderer(options.format)
    result = _compared(archive, options, arguments.versions)
    archive.put_findings(result.findings)
    result.findings = _open(archive, result, options)
    shared.write_outputs(result, outputs)
    if render:
        shared.print_content(render(result))
    elif not shared.prints(outputs):
        from factcheck.report.terminal import show

        show(result, shared.console())
    if not arguments.quiet:
        shared.say_written(outputs)
    return shared.exit_code(result, options)


def _compared(archive: Archive, options: Options, versions: bool) -> Result:
    """Everything kept, compared; with `versions` the earlier text of an article as an article of its own."""
    from factcheck.compare.engine import compare
    from factcheck.pipeline import load_rules

    result = Result(documents=list(archive.documents()), claims=list(archive.claims()))
    for older, _ in archive.versions() if versions else ():
        name = f"{older.document.id} (version {older.version})"
        result.documents.append(replace(older.document, id=name))
        result.claims += [replace(claim, doc=name) for claim in older.claims]
    result.documents.sort(key=lambda document: document.id)
    result.claims.sort(key=lambda claim: (claim.doc, claim.start, claim.id))
    rulebook = load_rules(options)
    result.findings = compare(result.claims, result.documents, rulebook, profile=options.profile, show_all=options.all)
    result.problems += rulebook.problems
    return result


def _open(archive: Archive, result: Result, options: Options) -> list[Finding]:
    """The findings that nobody dismissed or suppressed."""
    from factcheck.against import undecided

    return undecided(result.findings, archive, result, options.all)


def _stats(archive: Archive, arguments: argparse.Namespace) -> int:
    stats = archive.stats()
    if arguments.format == "json":
        print(json.dumps(asdict(stats), ensure_ascii=False, indent=2))
        return 0
    print(f"{stats.documents:12,} articles, and {stats.superseded:,} earlier versions")
    print(f"{stats.claims:12,} claims")
    print(f"{stats.findings:12,} findings in force")
    print(f"{stats.bytes / 1e6:12,.1f} MB in {stats.files} files")
    for title, counts in (("languages", stats.languages), ("entities", stats.entities), ("metrics", stats.metrics)):
        print(f"\nmost frequent {title}")
        for name, count in list(counts.items())[:10]:
            print(f"{count:12,} {name}")
    return 0


def _export(archive: Archive, arguments: argparse.Namespace) -> int:
    from factcheck.archive.transfer import export_lines, export_parquet

    folder = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FactcheckError(Problem(str(folder), "this is there already", hint="name a new folder", stage="archive"))
    (export_parquet if arguments.format == "parquet" else export_lines)(archive, folder)
    print(f"factcheck: wrote {', '.join(sorted(path.name for path in folder.iterdir()))} to {folder}", file=sys.stderr)
    return 0


def _import(archive: Archive, arguments: argparse.Namespace) -> int:
    from factcheck.archive.transfer import import_folder

    added = import_folder(archive, arguments.folder)
    print(f"factcheck: {added} new or changed articles added to {archive.path}", file=sys.stderr)
    return 0
