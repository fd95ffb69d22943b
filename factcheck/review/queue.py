"""The queue of findings: filters, order, pages and neighbours, answered from an index in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from urllib.parse import urlencode

from factcheck.model import Finding
from factcheck.report.phrases import rule_name, value_of
from factcheck.report.text import one_line

PAGE = 40  # findings listed at a time
OFFERED = 150  # choices of a menu, the most frequent ones
_SCHEMA = """
CREATE TABLE items (n INTEGER PRIMARY KEY, id TEXT UNIQUE, severity TEXT, rule TEXT, entity TEXT,
  status TEXT, assignee TEXT, cluster INTEGER, words TEXT);
CREATE TABLE places (doc TEXT, n INTEGER, PRIMARY KEY (doc, n)) WITHOUT ROWID;
CREATE INDEX by_status ON items (status, n);
CREATE INDEX by_rule ON items (rule, n);
CREATE INDEX by_entity ON items (entity, n);
CREATE INDEX by_cluster ON items (cluster, n);
"""
STATUSES = ("open", "confirmed", "dismissed", "unsure", "suppressed")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the queue is narrowed to; an empty field narrows nothing."""

    status: str = "open"
    severity: str = ""
    rule: str = ""
    entity: str = ""
    doc: str = ""
    assignee: str = ""
    q: str = ""

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Filter:
        """The filter that a query string or a form gives."""
        return cls(**{field.name: values[field.name] for field in fields(cls) if field.name in values})

    def query(self, **more: str) -> str:
        """The filter, and more, as a query string; what narrows nothing is left out."""
        usual = asdict(Filter())
        given = {key: value for key, value in asdict(self).items() if value != usual[key]}
        return urlencode({**given, **more})


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as the queue lists it."""

    id: str
    status: str
    assignee: str


class Queue:
    """An index of findings in a given order; one caller at a time."""

    def __init__(self, findings: Sequence[Finding], titles: Mapping[str, str]) -> None:
        self._base = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._base.executescript(_SCHEMA)
        cluster_of = clusters(findings)
        with self._base:
            self._base.execute("BEGIN")
            rows = (_row(n, finding, cluster_of[n], titles) for n, finding in enumerate(findings))
            self._base.executemany(f"INSERT INTO items VALUES ({', '.join('?' * 9)})", rows)
            places = {(storable(m.claim.doc), n) for n, finding in enumerate(findings) for m in finding.members}
            self._base.executemany("INSERT INTO places VALUES (?, ?)", sorted(places))
        self._base.execute("ANALYZE")
        self.docs, self.entities = self._most("places", "doc"), self._most("items", "entity")
        self.rules = self._most("items", "rule")

    def set_state(self, states: Iterable[tuple[str, str, str]]) -> None:
        """Puts findings, by id, into a status and an assignee's hands."""
        self._base.execute("BEGIN")
        update = "UPDATE items SET status = ?, assignee = ? WHERE id = ?"
        self._base.executemany(update, [(status, assignee, id) for id, status, assignee in states])
        self._base.execute("COMMIT")

    def count(self, by: Filter) -> int:
        """How many findings pass a filter."""
        where, values = _where(by)
        return int(self._base.execute(f"SELECT count(*) FROM items WHERE {where}", values).fetchone()[0])

    def page(self, by: Filter, first: int) -> list[Item]:
        """The findings that pass a filter, from the `first` on, a page of them."""
        where, values = _where(by)
        query = f"SELECT id, status, assignee FROM items WHERE {where} ORDER BY n LIMIT {PAGE} OFFSET ?"
        return [Item(*row) for row in self._base.execute(query, (*values, first))]

    def position(self, by: Filter, id: str) -> int:
        """How many findings that pass a filter come before one, which need not pass itself."""
        where, values = _where(by)
        query = f"SELECT count(*) FROM items WHERE {where} AND n < (SELECT n FROM items WHERE id = ?)"
        return int(self._base.execute(query, (*values, id)).fetchone()[0])

    def holds(self, by: Filter, id: str) -> bool:
        """True where a finding passes a filter."""
        where, values = _where(by)
        query = f"SELECT count(*) FROM items WHERE {where} AND id = ?"
        return bool(self._base.execute(query, (*values, id)).fetchone()[0])

    def after(self, by: Filter, id: str) -> str | None:
        """The next finding that passes a filter."""
        return self._neighbour(by, id, ">", "ASC")

    def before(self, by: Filter, id: str) -> str | None:
        """The finding before, of those that pass a filter."""
        return self._neighbour(by, id, "<", "DESC")

    def cluster(self, id: str) -> list[Item]:
        """The findings that rest on the same figures as one, itself among them."""
        query = "SELECT id, status, assignee FROM items WHERE cluster = (SELECT cluster FROM items WHERE id = ?)"
        return [Item(*row) for row in self._base.execute(f"{query} ORDER BY n", (id,))]

    def counts(self, column: str, by: Filter | None = None) -> dict[str, int]:
        """How many findings have each value of a column, most frequent first."""
        assert column in ("status", "severity", "rule", "entity", "assignee")
        where, values = _where(by or Filter(status=""))
        query = f"SELECT {column}, count(*) FROM items WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1"
        return dict(self._base.execute(query, values).fetchall())

    def _most(self, table: str, column: str) -> list[str]:
        """The most frequent values of a column."""
        query = f"SELECT {column} FROM {table} WHERE {column} != '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?"
        return [value for (value,) in self._base.execute(query, (OFFERED,))]

    def _neighbour(self, by: Filter, id: str, sign: str, order: str) -> str | None:
        where, values = _where(by)
        query = (
            f"SELECT id FROM items WHERE {where} AND n {sign} (SELECT n FROM items WHERE id = ?)"
            f" ORDER BY n {order} LIMIT 1"
        )
        found = self._base.execute(query, (*values, id)).fetchone()
        return str(found[0]) if found else None


def clusters(findings: Sequence[Finding]) -> list[int]:
    """For each finding the first one that it shares a figure with, over others in between too."""
    leader = list(range(len(findings)))
    first: dict[str, int] = {}

    def lead(n: int) -> int:
        while leader[n] != n:
            leader[n] = n = leader[leader[n]]
        return n

    for n, finding in enumerate(findings):
        for member in finding.members:
            one, other = sorted((lead(n), lead(first.setdefault(member.claim.id, n))))
            leader[other] = one
    return [lead(n) for n in range(len(findings))]


def entity_of(finding: Finding) -> str:
    """The first entity that a finding's claims name."""
    return next((member.claim.entity for member in finding.members if member.claim.entity), "")


def _row(n: int, finding: Finding, cluster: int, titles: Mapping[str, str]) -> tuple[object, ...]:
    claims = [member.claim for member in finding.members]
    words = [finding.message, rule_name(finding.rule), finding.id]
    words += [part for c in claims for part in (c.sentence, c.entity or "", c.doc, titles.get(c.doc, ""), value_of(c))]
    text = storable(" ".join(dict.fromkeys(words))).casefold()
    entity = storable(entity_of(finding))
    row = (storable(finding.id), finding.severity, storable(finding.rule), entity, finding.status, "", cluster, text)
    return (n, *row)


def storable(text: str) -> str:
    """An id or a name as it is kept, shown and sent back by forms: on one line, without characters that act."""
    return one_line(text)


def _where(by: Filter) -> tuple[str, list[str]]:
    """The filter as a condition of SQL, and its values."""
    parts = list(_conditions(by))
    return " AND ".join(part for part, _ in parts) or "1", [storable(value) for _, value in parts]


def _conditions(by: Filter) -> Iterator[tuple[str, str]]:
    for column in ("status", "severity", "rule", "entity"):
        if value := getattr(by, column):
            yield f"{column} = ?", value
    if by.assignee:
        yield "assignee = ?", "" if by.assignee == "-" else by.assignee
    if by.doc:
        yield "n IN (SELECT n FROM places WHERE doc = ?)", by.doc
    for word in by.q.casefold().split():
        yield "instr(words, ?)", word
