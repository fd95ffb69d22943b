"""An archive as it was at one moment: everything that reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from factcheck.archive.arrow import pa, pc
from factcheck.archive.editions import Known
from factcheck.archive.keys import entity_key, entity_range, key_of
from factcheck.archive.manifest import Manifest
from factcheck.archive.runs import PLACE, fetch, look_up, read_range, scan
from factcheck.archive.tables import SCHEMAS, Edition, claims_of, docs_of, editions_of, findings_of, names_of
from factcheck.model import Claim, Document, Finding

_BATCH = 256  # rows that become objects at a time
_OFTEN = 20
_VERSIONED = ("key", "id", "version", "gone")


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


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The tables that one manifest lists."""

    folder: Path
    manifest: Manifest

    def find(self, table: str, keys: Iterable[int], columns: Collection[str] | None = None) -> pa.Table:
        """The rows of a table with one of the keys, and where they stand."""
        return look_up(self.folder, self.manifest.files(table), keys, _some(table, columns))

    def fetch(self, table: str, places: Iterable[int]) -> pa.Table:
        """The rows at places that `find` gave."""
        return fetch(self.folder, self.manifest.files(table), places, SCHEMAS[table])

    def scan(self, table: str, columns: Collection[str] | None = None) -> Iterator[pa.Table]:
        """All rows of a table, some thousands at a time."""
        return scan(self.folder, self.manifest.files(table), _some(table, columns))

    def documents(self, ids: Collection[str] | None = None, superseded: bool = False) -> Iterator[Document]:
        """The articles, or those with some ids; with `superseded` their earlier versions too."""
        return (edition.document for edition in self.editions(ids, superseded))

    def editions(self, ids: Collection[str] | None = None, superseded: bool = False) -> Iterator[Edition]:
        """The current versions of articles, or those with some ids, without claims; or all versions."""
        if ids is None:
            tables: Iterable[pa.Table] = self.scan("documents")
        else:
            found = self.find("documents", map(key_of, ids))
            tables = [found.filter(_among(found["id"], ids))]
        yield from self._objects(tables, editions_of, "id", superseded)

    def claims(
        self, entity: str | None, metric: str | None, docs: Collection[str] | None, superseded: bool
    ) -> Iterator[Claim]:
        """The claims, or those of an entity, a metric, some documents."""
        tables = map(_selection(metric, docs), self._claim_tables(entity, metric))
        yield from self._objects(tables, claims_of, "doc", superseded)

    def claim_rows(self, editions: Collection[Edition]) -> pa.Table:
        """The rows of the claims of a few current editions."""
        ids = {edition.document.id for edition in editions}
        documents = self.find("documents", map(key_of, ids), ("key", "claim_keys"))
        keys = {key for keys in documents["claim_keys"].to_pylist() for key in keys or ()}
        found = self.find("claims", keys, ("key", "doc", "version"))
        found = self.current(found.filter(_among(found["doc"], ids)), "doc")
        return self.fetch("claims", found[PLACE].to_pylist())

    def findings(self, docs: Collection[str] | None = None) -> list[Finding]:
        """The findings in force, or those of them that cite one of some documents."""
        if docs is None:
            return findings_of(self.finding_rows())
        cited = self.find("cited", map(key_of, docs))
        ids = cited.filter(_among(cited["doc"], docs))["id"].to_pylist()
        found = findings_of(in_force(self.find("findings", map(key_of, ids))))
        return [finding for finding in found if not docs_of(finding).isdisjoint(docs)]

    def finding_rows(self, columns: Collection[str] | None = None) -> pa.Table:
        """The rows of the findings in force."""
        empty = _some("findings", columns).empty_table()
        return in_force(pa.concat_tables([empty, *self.scan("findings", columns)]))

    def known(self, documents: Iterable[Document]) -> Known:
        """The editions that go by the same names as some documents."""
        names = {name for document in documents for name in names_of(document)}
        found = self.find("names", map(key_of, names))
        known: Known = {}
        for row in found.filter(_among(found["name"], names)).to_pylist():
            document = Document(id=row["doc"], path=row["doc"], text="", lang="")
            edition = Edition(document, row["version"], row["article"], row["content"])
            known.setdefault(row["name"], []).append(edition)
        return known

    def ids_of(self, documents: Iterable[Document]) -> set[str]:
        """The ids of all versions of some articles."""
        return {edition.document.id for editions in self.known(documents).values() for edition in editions}

    def versions(self) -> Iterator[tuple[Edition, Edition]]:
        """Each version of an article with the next, both with their claims, by article."""
        names = pa.concat_tables([SCHEMAS["names"].empty_table(), *self.scan("names")])
        later = set(names.filter(pc.greater(names["version"], 1))["article"].to_pylist())
        ids = set(names.filter(_among(names["article"], later))["doc"].to_pylist())
        texts = sorted(self.editions(ids, superseded=True), key=lambda edition: (edition.article, edition.version))
        held = [table.filter(_among(table["doc"], ids)) for table in self.scan("claims")] if ids else []
        claims = claims_by_edition(pa.concat_tables([SCHEMAS["claims"].empty_table(), *held]))
        full = [replace(edition, claims=tuple(claims.get(edition.key, ()))) for edition in texts]
        for older, newer in pairwise(full):
            if older.article == newer.article:
                yield older, newer

    def stats(self) -> Stats:
        """Counts of what the archive holds."""
        languages, entities, metrics = Counter[str](), Counter[str](), Counter[str]()
        replaced = self._superseded()
        for table in self.scan("documents", ("key", "id", "version", "lang")):
            _count(languages, _current(table, "id", replaced)["lang"])
        for table in self.scan("claims", ("key", "doc", "version", "entity", "metric")):
            current = _current(table, "doc", replaced)
            _count(entities, current["entity"])
            _count(metrics, current["metric"])
        files = [file for table in self.manifest.tables for file in self.manifest.files(table)]
        return Stats(
            documents=languages.total(),
            superseded=len(replaced),
            claims=metrics.total(),
            findings=len(self.finding_rows(_VERSIONED)),
            files=len(files),
            bytes=sum((self.folder / file.name).stat().st_size for file in files),
            languages=_often(languages),
            entities=_often(entities),
            metrics=_often(metrics),
        )

    def current(self, table: pa.Table, column: str) -> pa.Table:
        """The rows without those of superseded versions; `column` names their document."""
        return _current(table, column, self._superseded())

    def _superseded(self) -> pa.Table:
        return pa.concat_tables([SCHEMAS["superseded"].empty_table(), *self.scan("superseded")])

    def _claim_tables(self, entity: str | None, metric: str | None) -> Iterable[pa.Table]:
        if entity is None:
            return self.scan("claims")
        if metric is not None:
            return [self.find("claims", [entity_key(entity, metric)])]
        return [read_range(self.folder, self.manifest.files("claims"), *entity_range(entity), SCHEMAS["claims"])]

    def _objects(
        self, tables: Iterable[pa.Table], make: Callable[[pa.Table], list[Any]], column: str, superseded: bool
    ) -> Iterator[Any]:
        replaced = self._superseded()
        for table in tables:
            rows = table if superseded else _current(table, column, replaced)
            for at in range(0, len(rows), _BATCH):
                yield from make(rows.slice(at, _BATCH))


def claims_by_edition(table: pa.Table) -> dict[tuple[str, int], list[Claim]]:
    """The claims of rows by document and version, in the order of their text."""
    found: dict[tuple[str, int], list[Claim]] = {}
    for claim, version in zip(claims_of(table), table["version"].to_pylist(), strict=True):
        found.setdefault((claim.doc, version), []).append(claim)
    for claims in found.values():
        claims.sort(key=lambda claim: (claim.start, claim.end))
    return found


def _current(table: pa.Table, column: str, replaced: pa.Table) -> pa.Table:
    if not len(replaced) or not len(table):
        return table
    suspects = pc.is_in(table[column], replaced["doc"].combine_chunks())
    if not pc.any(suspects).as_py():
        return table
    gone = set(zip(replaced["doc"].to_pylist(), replaced["version"].to_pylist(), strict=True))
    keys = zip(table[column].to_pylist(), table["version"].to_pylist(), strict=True)
    return table.filter(pa.array([key not in gone for key in keys], pa.bool_()))


def in_force(rows: pa.Table) -> pa.Table:
    """Of the findings' rows with one id the latest, unless it says that the finding is gone; by key."""
    last: dict[str, tuple[int, int]] = {}
    for at, (id, version) in enumerate(zip(rows["id"].to_pylist(), rows["version"].to_pylist(), strict=True)):
        last[id] = max(last.get(id, (0, 0)), (version or 0, at))
    latest = rows.take(pa.array(sorted(at for _, at in last.values()), pa.int64()))
    kept = latest.filter(pc.invert(pc.fill_null(latest["gone"], False)))
    return kept.sort_by([("key", "ascending"), ("id", "ascending")])


def _selection(metric: str | None, docs: Collection[str] | None) -> Callable[[pa.Table], pa.Table]:
    def select(table: pa.Table) -> pa.Table:
        if metric is not None:
            table = table.filter(pc.equal(table["metric"], metric))
        return table if docs is None else table.filter(_among(table["doc"], docs))

    return select


def _some(table: str, columns: Collection[str] | None) -> pa.Schema:
    schema = SCHEMAS[table]
    return schema if columns is None else pa.schema([schema.field(name) for name in columns])


def _among(column: pa.ChunkedArray, values: Iterable[str]) -> pa.ChunkedArray:
    return pc.is_in(column, pa.array(sorted(values), pa.string()))


def _count(counter: Counter[str], column: pa.ChunkedArray) -> None:
    for pair in column.drop_null().value_counts().to_pylist():
        counter[pair["values"]] += pair["counts"]


def _often(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_OFTEN])
