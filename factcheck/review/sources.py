"""What is reviewed: the findings of an archive or of a JSON report, their articles, and the log beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.archive.decision_log import DecisionLog
from factcheck.archive.records import body_of, period_of
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Document, Finding
from factcheck.report.phrases import DISAGREEMENTS, SEVERITIES

_CONFIDENCES = ("high", "medium", "low")
_HELD = 64  # articles kept at hand
Reading = tuple[Document, list[Claim]]


@dataclass(frozen=True, slots=True)
class Source:
    """Findings to review, the log of decisions on them, and how to read an article with its claims."""

    name: str
    findings: list[Finding]  # disagreements, gravest and surest first
    log: DecisionLog
    titles: dict[str, str]
    read: Callable[[str], Reading]


def open_source(path: Path) -> Source:
    """The source at a path: an archive's folder, a report.json, or a folder that holds one."""
    if (path / "manifest.json").is_file():
        return _archive(path)
    report = path / "report.json" if path.is_dir() else path
    if report.suffix == ".json" and report.is_file():
        return _report(report)
    hint = "name an archive, or the report.json that `factcheck check PATH -o reports` writes"
    raise FactcheckError(Problem(str(path), "neither an archive nor a JSON report", hint=hint, stage="review"))


def open_log(path: Path) -> DecisionLog:
    """The log of decisions that belongs to an archive or a report; a file .sqlite is a log itself."""
    if path.suffix in (".sqlite", ".db"):
        return DecisionLog(path)
    return DecisionLog((path if path.is_dir() else path.parent) / "decisions.sqlite")


def read_report(path: Path) -> dict[str, Any]:
    """A JSON report as written by the json format."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(report, dict) and str(report.get("schema", "")).startswith("factcheck-report-"):
            return report
        message = "not a report of factcheck"
    except (OSError, ValueError) as error:
        message = f"cannot be read as a report: {error}"
    hint = "write one with: factcheck check PATH -o json=report.json"
    raise FactcheckError(Problem(str(path), message, hint=hint, stage="review"))


def finding_of(row: dict[str, Any]) -> Finding:
    """The finding that a row of a JSON report describes."""
    members = [{"claim": claim, "group": claim["group"], "role": claim["role"]} for claim in row["claims"]]
    names = ("id", "rule", "severity", "confidence", "message", "explanation", "origins", "status")
    plain = {name: row[name] for name in names if name in row}
    return Finding(**plain, **body_of(row | {"members": members}))


def _archive(path: Path) -> Source:
    from factcheck.archive.keys import key_of
    from factcheck.archive.store import Archive

    snapshot = Archive(path).snapshot()
    findings = _queued(snapshot.findings())
    docs = _documents(findings)
    rows = snapshot.find("documents", map(key_of, docs), ("key", "id", "title", "version"))
    current = snapshot.current(rows, "id")
    titles = dict(zip(current["id"].to_pylist(), current["title"].to_pylist(), strict=True))

    @lru_cache(_HELD)
    def read(doc: str) -> Reading:
        edition = next(iter(snapshot.editions([doc])), None)
        if edition is None:
            return _from_claims(doc, findings)
        return edition.document, snapshot.claims_of([edition])

    return Source(str(path), findings, open_log(path), {doc: titles.get(doc) or doc for doc in docs}, read)


def _report(path: Path) -> Source:
    report = read_report(path)
    try:
        findings = _queued([finding_of(row) for row in report["findings"]])
        known = {row["id"]: row for row in report.get("documents", ())}
    except (KeyError, TypeError, ValueError) as error:
        problem = Problem(str(path), f"not a whole report: {error!r}", hint="write it anew", stage="review")
        raise FactcheckError(problem) from error
    titles = {doc: known.get(doc, {}).get("title") or doc for doc in _documents(findings)}

    @lru_cache(_HELD)
    def read(doc: str) -> Reading:
        return _from_file(doc, known.get(doc, {}), path.parent, findings)

    return Source(str(path), findings, open_log(path), titles, read)


def _from_file(doc: str, row: dict[str, Any], folder: Path, findings: Iterable[Finding]) -> Reading:
    """An article read again from its file, if that still holds the claims; else what the claims tell of it."""
    from factcheck.read.paths import read_paths

    shell, claims = _from_claims(doc, findings)
    published = period_of(row.get("published"))
    for path in (Path(doc), folder / doc, folder.parent / doc):
        if doc == "-" or not claims or not path.is_file():
            continue
        for item in read_paths([path]):
            if isinstance(item, Document) and any(item.text[c.start : c.end] == c.quote for c in claims):
                facts = {"title": row.get("title") or item.title, "url": row.get("url") or item.url}
                return _document(doc, item.text, item.lang, published, zones=item.zones, **facts), claims
    return _document(doc, shell.text, shell.lang, published, title=row.get("title"), url=row.get("url")), claims


def _from_claims(doc: str, findings: Iterable[Finding]) -> Reading:
    """A document without text, and the claims that findings have of it."""
    claims = {m.claim.id: m.claim for finding in findings for m in finding.members if m.claim.doc == doc}
    ordered = sorted(claims.values(), key=lambda claim: (claim.start, claim.end))
    return _document(doc, "", ordered[0].lang if ordered else "en", None), ordered


def _document(doc: str, text: str, lang: str, published: Any, **slots: Any) -> Document:
    return Document(id=doc, path=doc, text=text, lang=lang, published=published, **slots)


def _queued(findings: Iterable[Finding]) -> list[Finding]:
    """The disagreements, gravest first, then surest first, else in order; the log alone says how they stand."""
    shown = [replace(f, status="open") for f in findings if f.severity in DISAGREEMENTS and f.members]
    return sorted(shown, key=lambda f: (SEVERITIES.index(f.severity), _CONFIDENCES.index(f.confidence)))


def _documents(findings: Iterable[Finding]) -> list[str]:
    return sorted({member.claim.doc for finding in findings for member in finding.members})
