"""Readers, report formats and comparisons: those that come with factcheck, and those other packages add.

A package adds one under the entry-point group factcheck.readers (name: file suffix without its dot),
factcheck.reports (name: format) or factcheck.comparisons (name: as a law's `expect` calls it).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import Any

READERS = {
    "txt": "factcheck.read.text:read_text",
    "text": "factcheck.read.text:read_text",
    "md": "factcheck.read.markdown:read_markdown",
    "markdown": "factcheck.read.markdown:read_markdown",
    "html": "factcheck.read.html:read_html",
    "htm": "factcheck.read.html:read_html",
    "xhtml": "factcheck.read.html:read_html",
    "pdf": "factcheck.read.pdf:read_pdf",
    "docx": "factcheck.read.docx:read_docx",
    "jsonl": "factcheck.read.jsonl:read_jsonl",
    "ndjson": "factcheck.read.jsonl:read_jsonl",
}
REPORTS = {
    "json": "factcheck.report.json:render",
    "jsonl": "factcheck.report.jsonl:render_findings",
    "csv": "factcheck.report.csv:render",
    "markdown": "factcheck.report.markdown:render",
    "html": "factcheck.report.html:render",
    "claims": "factcheck.report.jsonl:render",
    "claims-csv": "factcheck.report.csv:render_claims",
    "sarif": "factcheck.report.sarif:render",
    "github": "factcheck.report.github:render",
    "xlsx": "factcheck.report.xlsx:render",
    "webannotation": "factcheck.report.webannotation:render",
    "claimreview": "factcheck.report.claimreview:render",
    "correction": "factcheck.report.correction:render",
    "text": "factcheck.report.terminal:render",
}


def reader(suffix: str) -> Callable[..., Any] | None:
    """The function that reads files of a suffix such as "html"; None where nothing does."""
    return _find(suffix, READERS, "factcheck.readers")


def report(name: str) -> Callable[..., str | bytes] | None:
    """The function that renders a report format; None where there is no such format."""
    return _find(name, REPORTS, "factcheck.reports")


def comparisons() -> dict[str, Callable[..., Any]]:
    """The comparisons that other packages add, by the name that a law's `expect` calls them."""
    return {name: entry.load() for name, entry in _entries("factcheck.comparisons").items()}


def suffixes() -> list[str]:
    """The file suffixes that can be read, without their dots."""
    return [*READERS, *(name for name in _entries("factcheck.readers") if name not in READERS)]


def formats() -> list[str]:
    """The names of the report formats."""
    return [*REPORTS, *(name for name in _entries("factcheck.reports") if name not in REPORTS)]


def _find(name: str, shipped: dict[str, str], group: str) -> Callable[..., Any] | None:
    if name in shipped:
        module, function = shipped[name].split(":")
        found: Callable[..., Any] = getattr(import_module(module), function)
        return found
    entry = _entries(group).get(name)
    return entry.load() if entry else None


@lru_cache(maxsize=8)
def _entries(group: str) -> dict[str, Any]:
    if not _is_declared(group):
        return {}
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in sorted(entry_points(group=group), key=lambda entry: entry.name)}


def _is_declared(group: str) -> bool:
    """Whether an installed package may add to a group; reading all that packages say of themselves takes longer."""
    heading = f"[{group}]"
    return any(heading in declared for folder in sys.path for declared in _declarations(folder or "."))


@lru_cache(maxsize=64)
def _declarations(folder: str) -> tuple[str, ...]:
    """The entry points that packages of a folder declare, as they are written; all groups where it is an archive."""
    if os.path.isfile(folder):
        return tuple(f"[factcheck.{kind}]" for kind in ("readers", "reports", "comparisons"))
    return tuple(_texts(folder))


def _texts(folder: str) -> Iterator[str]:
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.endswith((".dist-info", ".egg-info")):
                with suppress(OSError), open(os.path.join(folder, name, "entry_points.txt"), encoding="utf-8") as file:
                    yield file.read()
