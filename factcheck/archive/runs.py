"""Sorted runs of Parquet files: writing, looking keys up, reading in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from factcheck.archive.arrow import pa, pc, pq
from factcheck.archive.manifest import File, Run, sync

FILE_ROWS = 131_072
GROUP_ROWS = 4_096  # rows that a look-up must read to find one


def write_run(folder: Path, table: str, rows: pa.Table) -> Run:
    """Writes rows as one sorted run."""
    rows = rows.sort_by([(name, "ascending") for name in ("key", "doc", "start") if name in rows.column_names])
    return Run(tuple(write_file(folder, table, rows.slice(at, FILE_ROWS)) for at in range(0, len(rows), FILE_ROWS)))


def write_file(folder: Path, table: str, rows: pa.Table) -> File:
    """Writes sorted rows to a new file and sees that they are on the disk."""
    name = f"{table}/{uuid4().hex}.parquet"
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    pq.write_table(rows, path, compression="zstd", row_group_size=GROUP_ROWS)
    sync(path)
    return File(name, len(rows), rows["key"][0].as_py(), rows["key"][-1].as_py())


def look_up(folder: Path, runs: Iterable[Run], keys: Iterable[int], schema: pa.Schema) -> pa.Table:
    """The rows whose key is one of `keys`, with the columns of `schema`."""
    wanted = sorted(set(keys))
    values = pa.array(wanted, pa.int64())
    found: list[pa.Table] = []
    for file in _files(runs):
        if _any_between(wanted, file.first, file.last):
            parquet = _open(folder, file)
            groups = [i for i, (low, high) in enumerate(_bounds(parquet)) if _any_between(wanted, low, high)]
            rows = _groups(parquet, groups, schema)
            found.append(rows.filter(pc.is_in(rows["key"], values)))
    return pa.concat_tables(found) if found else schema.empty_table()


def read_range(folder: Path, runs: Iterable[Run], low: int, high: int, schema: pa.Schema) -> pa.Table:
    """The rows whose key lies between two keys, both inside."""
    found: list[pa.Table] = []
    for file in _files(runs):
        if file.first <= high and file.last >= low:
            parquet = _open(folder, file)
            groups = [i for i, (first, last) in enumerate(_bounds(parquet)) if first <= high and last >= low]
            rows = _groups(parquet, groups, schema)
            inside = pc.and_(pc.greater_equal(rows["key"], low), pc.less_equal(rows["key"], high))
            found.append(rows.filter(inside))
    return pa.concat_tables(found) if found else schema.empty_table()


def scan(folder: Path, runs: Iterable[Run], schema: pa.Schema) -> Iterator[pa.Table]:
    """All rows, file by file."""
    for file in _files(runs):
        parquet = _open(folder, file)
        yield _groups(parquet, list(range(parquet.metadata.num_row_groups)), schema)


def group_bounds(folder: Path, runs: Iterable[Run]) -> list[tuple[int, int]]:
    """The first key and the number of rows of every row group."""
    found: list[tuple[int, int]] = []
    for file in _files(runs):
        parquet = _open(folder, file)
        sizes = [parquet.metadata.row_group(i).num_rows for i in range(parquet.metadata.num_row_groups)]
        found += [(low, size) for (low, _), size in zip(_bounds(parquet), sizes, strict=True)]
    return found


def _files(runs: Iterable[Run]) -> Iterator[File]:
    for run in runs:
        yield from run.files


def _open(folder: Path, file: File) -> pq.ParquetFile:
    return pq.ParquetFile(folder / file.name)


def _bounds(parquet: pq.ParquetFile) -> list[tuple[int, int]]:
    at = parquet.schema_arrow.get_field_index("key")
    columns = (parquet.metadata.row_group(i).column(at) for i in range(parquet.metadata.num_row_groups))
    return [(column.statistics.min, column.statistics.max) for column in columns]


def _groups(parquet: pq.ParquetFile, groups: Sequence[int], schema: pa.Schema) -> pa.Table:
    """Some row groups; a column that the file does not have yet is null."""
    have = [name for name in schema.names if name in parquet.schema_arrow.names]
    rows = parquet.read_row_groups(list(groups), columns=have)
    columns: list[Any] = [
        rows[field.name].cast(field.type) if field.name in have else pa.nulls(len(rows), field.type) for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _any_between(ordered: Sequence[int], low: int, high: int) -> bool:
    return bisect_right(ordered, high) > bisect_left(ordered, low)
