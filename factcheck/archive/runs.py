"""Sorted runs of Parquet files: writing, looking keys up, reading in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from uuid import uuid4

from factcheck.archive.arrow import pa, pc, pq
from factcheck.archive.manifest import File, Run, sync

FILE_ROWS = 65_536
GROUP_ROWS = 2_048  # rows that a look-up must read to find one
PLACE = "place"  # where a row stands: the file's number in the list of files, and the row's in the file
_PLACES = pa.field(PLACE, pa.int64())
_ORDER = ("key", "time_end", "doc", "start")  # of what is looked up together, claims of one time side by side
_READERS = 2  # files that are read at the same time, each in a thread
_ROW_BITS = 32
_ROW_MASK = (1 << _ROW_BITS) - 1


def write_run(folder: Path, table: str, rows: pa.Table) -> Run:
    """Writes rows as one sorted run."""
    order = [name for name in _ORDER if name in rows.column_names]
    rows = rows.sort_by([(name, "ascending") for name in order])
    return Run(tuple(_write(folder, table, rows.slice(at, FILE_ROWS)) for at in range(0, len(rows), FILE_ROWS)))


def look_up(folder: Path, files: Sequence[File], keys: Iterable[int], schema: pa.Schema) -> pa.Table:
    """The rows whose key is one of `keys`: the columns of `schema`, and their place."""
    wanted = sorted(set(keys))
    values = pa.array(wanted, pa.int64())

    def rows_of(number: int) -> pa.Table:
        parquet = _open(folder, files[number])
        groups = [i for i, (low, high) in enumerate(_bounds(parquet)) if _any_between(wanted, low, high)]
        rows = _read(parquet, groups, schema)
        at = pc.indices_nonzero(pc.is_in(rows["key"], values))
        return rows.take(at).append_column(_PLACES, _places(parquet, groups, number, at))

    numbers = [i for i, file in enumerate(files) if _any_between(wanted, file.first, file.last)]
    return pa.concat_tables([schema.append(_PLACES).empty_table(), *_together(rows_of, numbers)])


def fetch(folder: Path, files: Sequence[File], places: Iterable[int], schema: pa.Schema) -> pa.Table:
    """The rows that stand at some places."""
    by_file: dict[int, list[int]] = defaultdict(list)
    for place in sorted(places):
        by_file[place >> _ROW_BITS].append(place & _ROW_MASK)

    def rows_of(number: int) -> pa.Table:
        rows = by_file[number]
        parquet = _open(folder, files[number])
        starts = _starts(parquet)
        groups = sorted({bisect_right(starts, row) - 1 for row in rows})
        held = [range(starts[i], starts[i] + parquet.metadata.row_group(i).num_rows) for i in groups]
        at = {row: i for i, row in enumerate(chain.from_iterable(held))}
        return _read(parquet, groups, schema).take(pa.array([at[row] for row in rows], pa.int64()))

    return pa.concat_tables([schema.empty_table(), *_together(rows_of, list(by_file))])


def read_range(folder: Path, files: Iterable[File], low: int, high: int, schema: pa.Schema) -> pa.Table:
    """The rows whose key lies between two keys, both inside."""
    found: list[pa.Table] = [schema.empty_table()]
    for file in files:
        if file.first <= high and file.last >= low:
            parquet = _open(folder, file)
            groups = [i for i, (first, last) in enumerate(_bounds(parquet)) if first <= high and last >= low]
            rows = _read(parquet, groups, schema)
            inside = pc.and_(pc.greater_equal(rows["key"], low), pc.less_equal(rows["key"], high))
            found.append(rows.filter(inside))
    return pa.concat_tables(found)


def scan(folder: Path, files: Iterable[File], schema: pa.Schema) -> Iterator[pa.Table]:
    """All rows, file by file."""
    for file in files:
        parquet = _open(folder, file)
        yield _read(parquet, range(parquet.metadata.num_row_groups), schema)


def group_sizes(folder: Path, files: Iterable[File]) -> list[tuple[int, int]]:
    """The first key and the number of rows of every row group."""
    found: list[tuple[int, int]] = []
    for file in files:
        parquet = _open(folder, file)
        starts = [*_starts(parquet), file.rows]
        found += [(low, starts[i + 1] - starts[i]) for i, (low, _) in enumerate(_bounds(parquet))]
    return found


def _together(rows_of: Callable[[int], pa.Table], numbers: Sequence[int]) -> Iterable[pa.Table]:
    """The rows of each file, in order; reading leaves Python alone, so that threads gain."""
    if len(numbers) < _READERS:
        return map(rows_of, numbers)
    with ThreadPoolExecutor(_READERS) as pool:
        return list(pool.map(rows_of, numbers))


def _write(folder: Path, table: str, rows: pa.Table) -> File:
    """Writes sorted rows to a new file and sees that they are on the disk."""
    name = f"{table}/{uuid4().hex}.parquet"
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    pq.write_table(rows, path, compression="zstd", row_group_size=GROUP_ROWS)
    sync(path)
    return File(name, len(rows), rows["key"][0].as_py(), rows["key"][-1].as_py())


def _open(folder: Path, file: File) -> pq.ParquetFile:
    return pq.ParquetFile(folder / file.name, memory_map=True, pre_buffer=False)


def _bounds(parquet: pq.ParquetFile) -> list[tuple[int, int]]:
    """The lowest and the highest key of every row group."""
    metadata = parquet.metadata
    at = parquet.schema_arrow.get_field_index("key")
    every = (metadata.row_group(i).column(at).statistics for i in range(metadata.num_row_groups))
    return [(statistics.min, statistics.max) for statistics in every]


def _starts(parquet: pq.ParquetFile) -> list[int]:
    """The number of each row group's first row."""
    starts = [0]
    for i in range(parquet.metadata.num_row_groups - 1):
        starts.append(starts[-1] + parquet.metadata.row_group(i).num_rows)
    return starts


def _read(parquet: pq.ParquetFile, groups: Sequence[int], schema: pa.Schema) -> pa.Table:
    """Some row groups; a column that the file does not have yet is null. The parts are too small for threads."""
    have = set(parquet.schema_arrow.names).intersection(schema.names)
    rows = parquet.read_row_groups(list(groups), columns=sorted(have), use_threads=False)
    columns = [rows[f.name] if f.name in have else pa.nulls(len(rows), f.type) for f in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _places(parquet: pq.ParquetFile, groups: Sequence[int], number: int, at: pa.Array) -> pa.ChunkedArray:
    """The places of rows by their order in the row groups that were read."""
    starts, passed, taken = _starts(parquet), 0, 0
    found: list[pa.Array] = []
    for i in groups:
        shift = (number << _ROW_BITS) + starts[i] - passed
        passed += parquet.metadata.row_group(i).num_rows
        count = pc.sum(pc.less(at, passed)).as_py() or 0
        found.append(pc.add(pc.cast(at.slice(taken, count - taken), pa.int64()), shift))
        taken = count
    return pa.chunked_array(found, pa.int64())


def _any_between(ordered: Sequence[int], low: int, high: int) -> bool:
    return bisect_right(ordered, high) > bisect_left(ordered, low)
