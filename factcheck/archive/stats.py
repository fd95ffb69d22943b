"""Counts of what an archive holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from factcheck.archive.arrow import pa
from factcheck.archive.snapshot import Snapshot

_OFTEN = 20


@dataclass(frozen=True, slots=True)
class Stats:
    """What an archive holds."""

    documents: int
    superseded: int
    claims: int
    findings: int
    files: int
    bytes: int
    languages: dict[str, int]
    entities: dict[str, int]  # of current claims, the twenty most frequent
    metrics: dict[str, int]


def stats_of(archive: Snapshot) -> Stats:
    """The counts, of current versions where nothing else is said."""
    languages, entities, metrics = Counter[str](), Counter[str](), Counter[str]()
    for table in archive.scan("documents", ("key", "id", "version", "lang")):
        _count(languages, archive.current(table, "id")["lang"])
    for table in archive.scan("claims", ("key", "doc", "version", "entity", "metric")):
        current = archive.current(table, "doc")
        _count(entities, current["entity"])
        _count(metrics, current["metric"])
    files = [file for table in archive.manifest.tables for file in archive.manifest.files(table)]
    return Stats(
        documents=languages.total(),
        superseded=len(archive.superseded()),
        claims=metrics.total(),
        findings=len(archive.finding_rows(("key", "id", "version", "gone"))),
        files=len(files),
        bytes=sum((archive.folder / file.name).stat().st_size for file in files),
        languages=_often(languages),
        entities=_often(entities),
        metrics=_often(metrics),
    )


def _count(counter: Counter[str], column: pa.ChunkedArray) -> None:
    for pair in column.drop_null().value_counts().to_pylist():
        counter[pair["values"]] += pair["counts"]


def _often(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_OFTEN])
