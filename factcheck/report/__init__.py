"""Report formats: each a module with a function that renders a result, loaded when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from factcheck.errors import FactcheckError, Problem
from factcheck.model import Result


@dataclass(frozen=True, slots=True)
class Format:
    """Where a format's function stands, and what its file in a reports folder is called."""

    function: str  # module:function
    file: str


FORMATS: dict[str, Format] = {
    "html": Format("factcheck.report.html:render", "report.html"),
    "json": Format("factcheck.report.json:render", "report.json"),
    "jsonl": Format("factcheck.report.jsonl:render", "claims.jsonl"),
    "findings-jsonl": Format("factcheck.report.jsonl:render_findings", "findings.jsonl"),
    "markdown": Format("factcheck.report.markdown:render", "report.md"),
    "csv": Format("factcheck.report.csv:render", "findings.csv"),
    "claims-csv": Format("factcheck.report.csv:render_claims", "claims.csv"),
    "sarif": Format("factcheck.report.sarif:render", "report.sarif"),
    "github": Format("factcheck.report.github:render", "annotations.txt"),
    "terminal": Format("factcheck.report.terminal:render", "report.txt"),
    "xlsx": Format("factcheck.report.xlsx:render", "report.xlsx"),
    "webannotation": Format("factcheck.report.webannotation:render", "annotations.jsonld"),
}
FOLDER = ("html", "json", "jsonl", "csv", "markdown", "sarif")  # what a reports folder holds


def render(result: Result, format: str) -> str | bytes:
    """The report in one of FORMATS; text, or bytes for a binary format."""
    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise FactcheckError(Problem("--format", f"no report format is called {format!r}", hint=f"one of {known}"))
    module, _, function = FORMATS[format].function.partition(":")
    rendered: str | bytes = getattr(import_module(module), function)(result)
    return rendered


def write(result: Result, format: str, path: Path) -> Path:
    """Writes one format to a file, as UTF-8 with line feeds, and returns its path."""
    content = render(result, format)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    return path


def write_folder(result: Result, folder: Path) -> list[Path]:
    """Writes the usual formats into a reports folder and returns their paths."""
    return [write(result, format, folder / FORMATS[format].file) for format in FOLDER]
