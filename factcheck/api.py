"""What a script or a notebook calls: check, extract and compare, with answers that turn into tables and pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factcheck import pipeline
from factcheck.config import Options
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Document, Result

if TYPE_CHECKING:
    import pyarrow

Source = str | Path | Document
Table = Literal["claims", "findings"]
_WHOLE = {"start", "end", "group", "line", "origins"}
_REAL = {"value", "high", "low_allowed", "high_allowed", "low_stated", "high_stated"}
_TRUTH = {"negated", "hypothetical"}
_FRAME = '<iframe srcdoc="{}" sandbox="allow-scripts" style="width:100%;height:640px;border:0"></iframe>'


@dataclass(slots=True)
class Answer(Result):
    """Documents, claims, findings and problems of a run, as objects, as tables, and as the page of the report."""

    def to_arrow(self, table: Table = "claims") -> pyarrow.Table:
        """One row a claim, or one a claim of each finding; the columns are those of the CSV files."""
        pa = _installed("pyarrow")
        names, rows = self._rows(table)
        kinds = (
            dict.fromkeys(_WHOLE, pa.int64()) | dict.fromkeys(_REAL, pa.float64()) | dict.fromkeys(_TRUTH, pa.bool_())
        )
        schema = pa.schema([(name, kinds.get(name, pa.string())) for name in names])
        return pa.Table.from_pylist(rows, schema=schema)

    def to_pandas(self, table: Table = "claims") -> Any:
        """The same rows as a data frame."""
        names, rows = self._rows(table)
        return _installed("pandas").DataFrame(rows, columns=list(names))

    def to_html(self) -> str:
        """The report as one page that needs no network."""
        from factcheck.report import html

        return html.render(self)

    def _repr_html_(self) -> str:
        return _FRAME.format(escape(self.to_html()))

    def _rows(self, table: Table) -> tuple[Sequence[str], list[dict[str, Any]]]:
        from factcheck.report import csv

        if table == "claims":
            return csv.CLAIM_COLUMNS, csv.claim_rows(self)
        if table == "findings":
            return csv.FINDING_COLUMNS, csv.finding_rows(self)
        raise ValueError(f'no table {table!r}: write "claims" or "findings"')


def check(sources: Source | Iterable[Source], options: Options | None = None) -> Answer:
    """The claims of articles and what they say against each other; `sources` are files, folders, globs or Documents."""
    return _answer(pipeline.run_check(_listed(sources), options))


def extract_claims(sources: Source | Iterable[Source], options: Options | None = None) -> Answer:
    """The claims of articles, not compared."""
    return _answer(pipeline.run_extract(_listed(sources), options))


def compare_claims(
    claims: Iterable[Claim], documents: Iterable[Document] = (), options: Options | None = None
) -> Answer:
    """What claims say against each other; with their `documents`, near-copies are found too."""
    options = options or Options()
    rulebook = pipeline.load_rules(options)
    result = Result(documents=list(documents), claims=list(claims), problems=list(rulebook.problems))
    pipeline.compare_claims(result, rulebook, options)
    return _answer(result)


def _listed(sources: Source | Iterable[Source]) -> list[Source]:
    return [sources] if isinstance(sources, str | Path | Document) else list(sources)


def _answer(result: Result) -> Answer:
    return Answer(**{field.name: getattr(result, field.name) for field in fields(Result)})


def _installed(name: str) -> Any:
    """A package that factcheck itself can do without, or an error that says how to get it."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        problem = Problem(name, "is not installed", hint=f"pip install {name}", stage="config")
        raise FactcheckError(problem) from error
