"""One sorted Parquet file: which of its row groups may hold a key, or a day, and their rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from factcheck.archive.arrow import pa, pq

_DATES = ("time_start", "time_end")


@dataclass(frozen=True, slots=True)
class SortedFile:
    """A file's footer, and what a look-up asks of it."""

    path: str
    metadata: pq.FileMetaData
    names: frozenset[str]  # of its columns
    bounds: list[tuple[int, int]]  # the lowest and the highest key of each row group
    starts: list[int]  # the number of each row group's first row, and of all rows
    dates: tuple[int, ...]  # the numbers of the columns that hold days

    def holding(self, row: int) -> int:
        """The row group in which a row stands."""
        return bisect_right(self.starts, row) - 1

    def days(self, group: int) -> tuple[int, int] | None:
        """The first and the last day in a row group; None where a row has no date."""
        found = self.metadata.row_group(group)
        first, last = (found.column(at).statistics for at in self.dates)
        if not (first and last and first.has_min_max and last.has_min_max) or first.null_count or last.null_count:
            return None
        return first.min.toordinal(), last.max.toordinal()

    def read(self, groups: Sequence[int], schema: pa.Schema) -> pa.Table:
        """Some row groups; a column that the file does not have is null. The parts are too small for threads."""
        have = self.names.intersection(schema.names)
        file = pq.ParquetFile(self.path, metadata=self.metadata, memory_map=True, pre_buffer=False)
        rows = file.read_row_groups(list(groups), columns=sorted(have), use_threads=False)
        columns = [rows[f.name] if f.name in have else pa.nulls(len(rows), f.type) for f in schema]
        return pa.Table.from_arrays(columns, schema=schema)


def open_sorted(folder: Path, name: str) -> SortedFile:
    """A file of an archive; its footer is read once, since a file never changes."""
    return _opened(str(folder / name))


@lru_cache(maxsize=1024)
def _opened(path: str) -> SortedFile:
    with pq.ParquetFile(path, memory_map=True, pre_buffer=False) as file:
        metadata, names = file.metadata, frozenset(file.schema_arrow.names)
    groups = [metadata.row_group(i) for i in range(metadata.num_row_groups)]
    at = _columns(metadata, ("key",))[0]
    keys = [group.column(at).statistics for group in groups]
    starts = list(accumulate((group.num_rows for group in groups), initial=0))
    dates = _columns(metadata, _DATES)
    return SortedFile(path, metadata, names, [(key.min, key.max) for key in keys], starts, dates)


def _columns(metadata: pq.FileMetaData, names: Sequence[str]) -> tuple[int, ...]:
    """The numbers of those of some columns that a file has."""
    known = {metadata.schema.column(i).path: i for i in range(metadata.num_columns)}
    return tuple(known[name] for name in names if name in known)
