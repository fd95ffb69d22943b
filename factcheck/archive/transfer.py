"""Export to a folder of Parquet or JSON Lines files that any other program reads, and import of such a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from factcheck.archive import records
from factcheck.archive.arrow import pa, pq
from factcheck.archive.snapshot import claims_by_edition
from factcheck.archive.store import Archive
from factcheck.archive.tables import SCHEMAS, Edition, editions_of, findings_of
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Claim, Finding

TABLES = ("documents", "claims", "findings")
DECISIONS = "decisions.jsonl"
_BATCH = 500  # editions that are added in one step
Row = dict[str, Any]


def export_parquet(archive: Archive, folder: Path) -> None:
    """Writes documents, claims and findings, every version of an article, and decisions.jsonl."""
    snapshot = archive.snapshot()
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(snapshot.finding_rows(), folder / "findings.parquet", compression="zstd")
    for name in TABLES[:2]:
        with pq.ParquetWriter(folder / f"{name}.parquet", SCHEMAS[name], compression="zstd") as writer:
            for table in snapshot.scan(name):
                writer.write_table(table)
    _write_lines(folder / DECISIONS, archive.decisions.export_lines())


def export_lines(archive: Archive, folder: Path) -> None:
    """Writes the same as JSON Lines; claims are laid out as in the claims file, with what it leaves out."""
    snapshot = archive.snapshot()
    folder.mkdir(parents=True, exist_ok=True)
    editions = (_edition_row(edition) for edition in snapshot.editions(superseded=True))
    claims = (
        records.claim_row(claim) | {"version": version}
        for table in snapshot.scan("claims")
        for (_, version), found in claims_by_edition(table).items()
        for claim in found
    )
    rows: dict[str, Iterable[Row]] = {
        "documents": editions,
        "claims": claims,
        "findings": map(records.finding_row, snapshot.findings()),
    }
    for name, table in rows.items():
        _write_lines(folder / f"{name}.jsonl", (json.dumps(row, ensure_ascii=False) + "\n" for row in table))
    _write_lines(folder / DECISIONS, archive.decisions.export_lines())


def import_folder(archive: Archive, folder: Path) -> int:
    """Adds what such a folder holds, its findings in place of the old ones; how many articles were new or changed."""
    editions, claims, findings = _readers(folder)
    by_edition: dict[tuple[str, int], list[Claim]] = {}
    for found in claims():
        for key, more in found.items():
            by_edition.setdefault(key, []).extend(more)
    ordered = sorted(editions(), key=lambda edition: (edition.version, edition.article, edition.document.id))
    added = 0
    for batch in _batches(ordered):
        more_claims = [claim for edition in batch for claim in by_edition.get(edition.key, ())]
        added += len(archive.add([edition.document for edition in batch], more_claims).editions)
    if found_findings := findings():
        archive.put_findings(found_findings)
    if (folder / DECISIONS).is_file():
        with (folder / DECISIONS).open(encoding="utf-8") as lines:
            archive.decisions.import_lines(lines, DECISIONS)
    return added


Editions = Callable[[], Iterator[Edition]]
Claims = Callable[[], Iterator[dict[tuple[str, int], list[Claim]]]]


def _readers(folder: Path) -> tuple[Editions, Claims, Callable[[], list[Finding]]]:
    """The functions that read a folder in the format it is in."""
    if (folder / "documents.parquet").is_file():
        return (
            lambda: (edition for table in _parquet(folder, "documents") for edition in editions_of(table)),
            lambda: map(claims_by_edition, _parquet(folder, "claims")),
            lambda: [finding for table in _parquet(folder, "findings") for finding in findings_of(table)],
        )
    if (folder / "documents.jsonl").is_file():
        return (
            lambda: (_edition_of(row) for row in _lines(folder, "documents")),
            lambda: ({(row["doc"], row["version"]): [records.claim_of(row)]} for row in _lines(folder, "claims")),
            lambda: [records.finding_of(row) for row in _lines(folder, "findings")],
        )
    message = "no exported archive here: no documents.parquet or documents.jsonl"
    raise FactcheckError(Problem(str(folder), message, hint="make one with: factcheck archive export", stage="archive"))


def _parquet(folder: Path, name: str) -> Iterator[pa.Table]:
    path = folder / f"{name}.parquet"
    if path.is_file():
        for batch in pq.ParquetFile(path).iter_batches(10_000):
            yield pa.Table.from_batches([batch])


def _lines(folder: Path, name: str) -> Iterator[Row]:
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise FactcheckError(Problem(str(path), f"not JSON: {error}", number, stage="archive")) from error


def _edition_row(edition: Edition) -> Row:
    return records.document_row(edition.document) | {"version": edition.version, "article": edition.article}


def _edition_of(row: Row) -> Edition:
    return Edition(records.document_of(row), row["version"], row["article"], "")


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as handle:
        handle.writelines(lines)


def _batches(editions: Iterable[Edition]) -> Iterator[list[Edition]]:
    """Some hundred editions at a time, never two of one article."""
    batch: list[Edition] = []
    for edition in editions:
        if len(batch) == _BATCH or (batch and batch[-1].version != edition.version):
            yield batch
            batch = []
        batch.append(edition)
    if batch:
        yield batch
