"""The tables of an archive and their columns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from factcheck.archive import records
from factcheck.archive.arrow import pa
from factcheck.archive.columns import Column, columns, objects_of, rows_of, schema_of
from factcheck.archive.keys import claim_key, copy_keys, key_of
from factcheck.archive.packed import PACKED
from factcheck.archive.packed import SCHEMA as PACKED_SCHEMA
from factcheck.errors import Problem
from factcheck.model import Claim, Document, Finding, Zone


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of an article, and its claims; a later version supersedes it."""

    document: Document
    version: int  # from 1
    article: str  # id of the first version
    content: str  # hash of all that the article says
    claims: tuple[Claim, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What tells editions apart: the document's id and its version."""
        return self.document.id, self.version


_ZONES = pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64()), ("name", pa.string())]))
_DOCUMENT = [
    Column("key", pa.int64(), lambda e: key_of(e.document.id)),
    Column("version", pa.int64(), lambda e: e.version),
    Column("article", pa.string(), lambda e: e.article),
    Column("content", pa.string(), lambda e: e.content),
    *(column.of(lambda edition: edition.document) for column in columns(Document)),
    Column("zones", _ZONES, lambda e: [{"start": z.start, "end": z.end, "name": z.name} for z in e.document.zones]),
    Column("problems", pa.string(), lambda e: json.dumps([records.problem_row(p) for p in e.document.problems])),
    Column("claim_keys", pa.list_(pa.int64()), lambda e: sorted({claim_key(claim) for claim in e.claims})),
]
_CLAIM = [
    Column("key", pa.int64(), lambda pair: claim_key(pair[0])),
    Column("version", pa.int64(), lambda pair: pair[1]),
    *(column.of(lambda pair: pair[0]) for column in columns(Claim)),
]
_NAME = [
    Column("key", pa.int64(), lambda pair: key_of(pair[0])),
    Column("name", pa.string(), lambda pair: pair[0]),
    Column("article", pa.string(), lambda pair: pair[1].article),
    Column("doc", pa.string(), lambda pair: pair[1].document.id),
    Column("version", pa.int64(), lambda pair: pair[1].version),
    Column("content", pa.string(), lambda pair: pair[1].content),
]
_COPY = [
    Column("key", pa.int64(), lambda row: row[0]),
    Column("doc", pa.string(), lambda row: row[1]),
    Column("version", pa.int64(), lambda row: row[2]),
]
_FINDING = [
    Column("key", pa.int64(), lambda row: key_of(row[0].id)),
    *(column.of(lambda row: row[0]) for column in columns(Finding)),
    Column("body", pa.string(), lambda row: json.dumps(records.finding_body(row[0]), ensure_ascii=False)),
    Column("version", pa.int64(), lambda row: row[1]),  # of the archive; of two rows with one id the later is in force
    Column("gone", pa.bool_(), lambda row: row[2]),
]
_CITED = [
    Column("key", pa.int64(), lambda pair: key_of(pair[0])),
    Column("doc", pa.string(), lambda pair: pair[0]),
    Column("id", pa.string(), lambda pair: pair[1]),
]
SCHEMAS: Mapping[str, pa.Schema] = {
    "documents": schema_of(_DOCUMENT),
    "claims": schema_of(_CLAIM),
    PACKED: PACKED_SCHEMA,
    "names": schema_of(_NAME),  # the ids and URLs that an article goes by
    "copies": schema_of(_COPY),  # which document has which sentence, numbers aside
    "superseded": schema_of(_COPY),  # editions that a later one replaces
    "findings": schema_of(_FINDING),
    "cited": schema_of(_CITED),  # which documents a finding cites
}


def content_hash(document: Document) -> str:
    """A hash of all that an article says, where it was found aside."""
    published = document.published.edtf if document.published else ""
    parts = (document.text, document.title, document.lang, document.publisher, published)
    data = "\0".join(part or "" for part in parts)
    return blake2b(data.encode("utf-8", "replace"), digest_size=16).hexdigest()


def names_of(document: Document) -> list[str]:
    """What an article goes by, the surest first."""
    return [*([f"url:{document.url}"] if document.url else []), f"id:{document.id}"]


def edition_tables(editions: Sequence[Edition]) -> dict[str, pa.Table]:
    """The rows that editions add to each table but `superseded`."""
    claims = [(claim, edition.version) for edition in editions for claim in edition.claims]
    names = [(name, edition) for edition in editions for name in names_of(edition.document)]
    copies = [(key, *edition.key) for edition in editions for key in _copy_keys(edition)]
    return {
        "documents": rows_of(editions, _DOCUMENT),
        "claims": rows_of(claims, _CLAIM),
        "names": rows_of(names, _NAME),
        "copies": rows_of(copies, _COPY),
    }


def superseded_table(editions: Sequence[Edition] | Sequence[tuple[str, int]]) -> pa.Table:
    """The rows that mark editions as replaced."""
    keys = [item.key if isinstance(item, Edition) else item for item in editions]
    return rows_of([(key_of(doc), doc, version) for doc, version in keys], _COPY)


def finding_tables(findings: Sequence[Finding], gone: Sequence[Finding] = (), version: int = 0) -> dict[str, pa.Table]:
    """The rows that put findings in force, and take others out of it, in a version of the archive."""
    rows = [*((finding, version, False) for finding in findings), *((finding, version, True) for finding in gone)]
    cited = [(doc, finding.id) for finding in findings for doc in sorted(docs_of(finding))]
    return {"findings": rows_of(rows, _FINDING), "cited": rows_of(cited, _CITED)}


def docs_of(finding: Finding) -> set[str]:
    """The ids of the documents that a finding cites."""
    return {member.claim.doc for member in finding.members}


def claims_of(table: pa.Table) -> list[Claim]:
    """The claims of rows."""
    return objects_of(Claim, table)


def findings_of(table: pa.Table) -> list[Finding]:
    """The findings of rows."""
    plain: list[Finding] = objects_of(Finding, table)
    bodies = map(json.loads, table["body"].to_pylist())
    return [replace(finding, **records.body_of(body)) for finding, body in zip(plain, bodies, strict=True)]


def editions_of(table: pa.Table) -> list[Edition]:
    """The editions of rows, without their claims."""
    found = []
    rest = [table[name].to_pylist() for name in ("version", "article", "content", "zones", "problems")]
    for document, version, article, content, zones, problems in zip(objects_of(Document, table), *rest, strict=True):
        full = replace(document, zones=_zones(zones), problems=_problems(problems))
        found.append(Edition(full, version, article, content))
    return found


def _zones(rows: list[dict[str, Any]] | None) -> tuple[Zone, ...]:
    return tuple(Zone(row["start"], row["end"], row["name"]) for row in rows or ())


def _problems(text: str | None) -> tuple[Problem, ...]:
    return tuple(Problem(**row) for row in json.loads(text or "[]"))


def _copy_keys(edition: Edition) -> list[int]:
    lang = edition.document.lang
    return sorted(set[int]().union(*(copy_keys(sentence, lang) for sentence in {c.sentence for c in edition.claims})))
