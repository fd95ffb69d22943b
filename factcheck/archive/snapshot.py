"""An archive as it was at one moment: everything that reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from factcheck.archive.arrow import empty, pa, pc, texts
from factcheck.archive.editions import Known
from factcheck.archive.holding import current, in_force
from factcheck.archive.keys import compact, entity_key, entity_range, key_of
from factcheck.archive.manifest import Manifest
from factcheck.archive.packed import CHOOSING, PACKED, TEXT, pack, unpack
from factcheck.archive.places import Days, look_up, widen
from factcheck.archive.runs import read_range, scan
from factcheck.archive.tables import SCHEMAS, Edition, claims_of, docs_of, editions_of, findings_of, names_of
from factcheck.model import Claim, Document, Finding

_BATCH = 256  # rows that become objects at a time
_TEXT = pa.schema([SCHEMAS[PACKED].field(TEXT)])


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The tables that one manifest lists."""

    folder: Path
    manifest: Manifest

    def find(self, table: str, keys: Iterable[int], columns: Collection[str] | None = None) -> pa.Table:
        """The rows of a table with one of the keys, and where they stand."""
        return look_up(self.folder, self.manifest.files(table), keys, _some(table, columns))[0]

    def claim_rows(
        self, keys: Iterable[int], near: Mapping[int, Sequence[Days]] | None = None
    ) -> tuple[pa.Table, set[int]]:
        """The rows of claims with one of the keys, by what chooses them; and the keys of which some were left out.

        Left out are those that are far from the days that `near` gives for their key.
        """
        if self.packed:
            return look_up(self.folder, self.manifest.files(PACKED), keys, _some(PACKED, ("key", *CHOOSING)), near)
        return pack(self.find("claims", keys)), set()

    def claims_in(self, rows: pa.Table) -> list[Claim]:
        """The claims of such rows."""
        if TEXT not in rows.column_names:
            rows = widen(self.folder, self.manifest.files(PACKED), rows, _TEXT)
        return unpack(rows)

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
        if entity is None:
            yield from self._objects(map(_selection(metric, docs), self.scan("claims")), claims_of, "doc", superseded)
            return
        rows = self._of_entity(entity, metric)
        rows = rows if docs is None else rows.filter(_among(rows["doc"], docs))
        for claim in self._objects([rows], unpack, "doc", superseded):
            if compact(claim.entity or "") == compact(entity) and metric in (None, claim.metric):
                yield claim

    def claims_of(self, editions: Collection[Edition]) -> list[Claim]:
        """The claims of a few current editions."""
        ids = {edition.document.id for edition in editions}
        documents = self.find("documents", map(key_of, ids), ("key", "claim_keys"))
        found, _ = self.claim_rows({key for keys in documents["claim_keys"].to_pylist() for key in keys or ()})
        return self.claims_in(self.current(found.filter(_among(found["doc"], ids)), "doc"))

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
        none = empty(_some("findings", columns))
        return in_force(pa.concat_tables([none, *self.scan("findings", columns)]))

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
        names = pa.concat_tables([empty(SCHEMAS["names"]), *self.scan("names")])
        later = set(names.filter(pc.greater(names["version"], 1))["article"].to_pylist())
        ids = set(names.filter(_among(names["article"], later))["doc"].to_pylist())
        texts = sorted(self.editions(ids, superseded=True), key=lambda edition: (edition.article, edition.version))
        held = [table.filter(_among(table["doc"], ids)) for table in self.scan("claims")] if ids else []
        claims = claims_by_edition(pa.concat_tables([empty(SCHEMAS["claims"]), *held]))
        full = [replace(edition, claims=tuple(claims.get(edition.key, ()))) for edition in texts]
        for older, newer in pairwise(full):
            if older.article == newer.article:
                yield older, newer

    def current(self, table: pa.Table, column: str) -> pa.Table:
        """The rows without those of superseded versions; `column` names their document."""
        return current(table, column, self.superseded())

    def superseded(self) -> pa.Table:
        """The versions that a later one replaces."""
        return pa.concat_tables([empty(SCHEMAS["superseded"]), *self.scan("superseded")])

    @property
    def packed(self) -> bool:
        """False for an archive of which some claims were written before claims were packed, as they are now."""
        return self.manifest.rows(PACKED) == self.manifest.rows("claims")

    def _of_entity(self, entity: str, metric: str | None) -> pa.Table:
        low, high = entity_range(entity) if metric is None else (entity_key(entity, metric),) * 2
        table = PACKED if self.packed else "claims"
        rows = read_range(self.folder, self.manifest.files(table), low, high, SCHEMAS[table])
        return rows if self.packed else pack(rows)

    def _objects(
        self, tables: Iterable[pa.Table], make: Callable[[pa.Table], list[Any]], column: str, superseded: bool
    ) -> Iterator[Any]:
        replaced = self.superseded()
        for table in tables:
            rows = table if superseded else current(table, column, replaced)
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
    return pc.is_in(column, texts(sorted(values)))
