"""Sorted runs of Parquet files: writing, and reading in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from pathlib import Path
from uuid import uuid4

from factcheck.archive.arrow import empty, pa, pc, pq
from factcheck.archive.manifest import File, Run, sync
from factcheck.archive.sorted_file import open_sorted

FILE_ROWS = 65_536  # about
_ORDER = ("key", "time_end", "doc", "start")  # of what is looked up together, claims of one time side by side
GROUP_ROWS = 1_024  # rows that a look-up must read to find one
_TIMES = {"claims": 8.0, "documents": 1 / 4, "findings": 1 / 16}  # claims are read in order only, the others are wide
_COUNTED = ("key", "time_start", "time_end")  # of which a row group's footer tells least and most


def write_run(folder: Path, table: str, rows: pa.Table) -> Run:
    """Writes rows as one sorted run."""
    order = [name for name in _ORDER if name in rows.column_names]
    rows = rows.sort_by([(name, "ascending") for name in order])
    size = ceil(len(rows) / max(1, round(len(rows) / FILE_ROWS))) or 1
    return Run(tuple(_write(folder, table, rows.slice(at, size)) for at in range(0, len(rows), size)))


def read_range(folder: Path, files: Iterable[File], low: int, high: int, schema: pa.Schema) -> pa.Table:
    """The rows whose key lies between two keys, both inside."""
    found: list[pa.Table] = [empty(schema)]
    for file in files:
        if file.first <= high and file.last >= low:
            opened = open_sorted(folder, file.name)
            groups = [i for i, (first, last) in enumerate(opened.bounds) if first <= high and last >= low]
            rows = opened.read(groups, schema)
            inside = pc.and_(pc.greater_equal(rows["key"], low), pc.less_equal(rows["key"], high))
            found.append(rows.filter(inside))
    return pa.concat_tables(found)


def scan(folder: Path, files: Iterable[File], schema: pa.Schema) -> Iterator[pa.Table]:
    """All rows, file by file."""
    for file in files:
        opened = open_sorted(folder, file.name)
        yield opened.read(range(len(opened.bounds)), schema)


def group_sizes(folder: Path, files: Iterable[File]) -> list[tuple[int, int]]:
    """The first key and the number of rows of every row group."""
    found: list[tuple[int, int]] = []
    for file in files:
        opened = open_sorted(folder, file.name)
        found += [(low, opened.starts[i + 1] - opened.starts[i]) for i, (low, _) in enumerate(opened.bounds)]
    return found


def _write(folder: Path, table: str, rows: pa.Table) -> File:
    """Writes sorted rows to a new file and sees that they are on the disk."""
    name = f"{table}/{uuid4().hex}.parquet"
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    counted = [name for name in _COUNTED if name in rows.column_names]
    size = max(1, int(GROUP_ROWS * _TIMES.get(table, 1)))
    pq.write_table(rows, path, compression="zstd", compression_level=3, row_group_size=size, write_statistics=counted)
    sync(path)
    return File(name, len(rows), rows["key"][0].as_py(), rows["key"][-1].as_py())
