"""Rows found by key, and more columns of the rows that were found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

from factcheck.archive.arrow import empty, integer, integers, pa, pc
from factcheck.archive.manifest import File
from factcheck.archive.sorted_file import SortedFile, open_sorted

PLACE = "place"  # where a row stands: the file's number in the list of files, and the row's in the file
_PLACES = pa.field(PLACE, pa.int64())
_KEY = pa.schema([("key", pa.int64())])
_READERS = 2  # files that are read at the same time, each in a thread
_ROW_BITS = 32
_ROW_MASK = (1 << _ROW_BITS) - 1
Days = tuple[float, float]  # the first and the last, as ordinals


def look_up(
    folder: Path,
    files: Sequence[File],
    keys: Iterable[int],
    schema: pa.Schema,
    near: Mapping[int, Sequence[Days]] | None = None,
) -> tuple[pa.Table, set[int]]:
    """The rows whose key is one of `keys`: the columns of `schema`, and their place.

    Row groups of which no day lies in a stretch that `near` gives for their keys are left out; the keys of which some
    were are returned too.
    """
    wanted = sorted(set(keys))
    values = integers(wanted)
    left_out: set[int] = set()

    def rows_of(number: int) -> pa.Table:
        file = open_sorted(folder, files[number].name)
        groups = []
        for i, (low, high) in enumerate(file.bounds):
            inside = wanted[bisect_left(wanted, low) : bisect_right(wanted, high)]
            if inside and (near is None or _meets(file.days(i), chain.from_iterable(near[key] for key in inside))):
                groups.append(i)
            else:
                left_out.update(inside)
        return _rows_with(file, number, groups, values, schema)

    numbers = [i for i, file in enumerate(files) if _any_between(wanted, file.first, file.last)]
    return pa.concat_tables([empty(schema.append(_PLACES)), *_together(rows_of, numbers)]), left_out


def widen(folder: Path, files: Sequence[File], found: pa.Table, schema: pa.Schema) -> pa.Table:
    """Rows that were looked up, by place, with the columns of `schema` beside what they have."""
    found = found.sort_by(PLACE)
    by_file: dict[int, list[int]] = defaultdict(list)
    for place in found[PLACE].to_pylist():
        by_file[place >> _ROW_BITS].append(place & _ROW_MASK)

    def rows_of(number: int) -> pa.Table:
        file = open_sorted(folder, files[number].name)
        groups = sorted(set(map(file.holding, by_file[number])))
        shifts, passed = {}, 0
        for i in groups:
            shifts[i] = passed - file.starts[i]
            passed += file.starts[i + 1] - file.starts[i]
        at = [row + shifts[file.holding(row)] for row in by_file[number]]
        return file.read(groups, schema).take(integers(at))

    more = pa.concat_tables([empty(schema), *_together(rows_of, list(by_file))])
    for field in schema:
        found = found.append_column(field, more[field.name])
    return found


def _meets(days: Days | None, stretches: Iterable[Days]) -> bool:
    """True where a day lies in one of the stretches, or may."""
    return days is None or any(days[0] <= last and first <= days[1] for first, last in stretches)


def _rows_with(file: SortedFile, number: int, groups: Sequence[int], values: pa.Array, schema: pa.Schema) -> pa.Table:
    """The rows of some row groups whose key is among the values; most columns are read only where there is one."""
    keys = file.read(groups, _KEY)["key"]
    held = pc.is_in(keys, values).combine_chunks()
    found = pc.cast(pc.indices_nonzero(held), pa.int64())
    numbers = memoryview(found.buffers()[1] or b"").cast("q")[found.offset : found.offset + len(found)]
    kept, masks, places = [], [], []
    first, passed, at = number << _ROW_BITS, 0, 0
    for i in groups:
        size = file.starts[i + 1] - file.starts[i]
        end = bisect_left(numbers, passed + size, at)
        if end > at:
            kept.append(i)
            masks.append(held.slice(passed, size))
            places.append(pc.add(found.slice(at, end - at), integer(first + file.starts[i] - passed)))
        passed, at = passed + size, end
    others = [field for field in schema if field.name != "key"]
    rows = file.read(kept, pa.schema(others)).filter(pa.chunked_array(masks, pa.bool_()))
    columns = [keys.filter(held) if field.name == "key" else rows[field.name] for field in schema]
    columns.append(pa.chunked_array(places, pa.int64()))
    return pa.Table.from_arrays(columns, schema=schema.append(_PLACES))


def _together(rows_of: Callable[[int], pa.Table], numbers: Sequence[int]) -> Iterable[pa.Table]:
    """The rows of each file, in order; reading leaves Python alone, so that threads gain."""
    if len(numbers) < _READERS:
        return map(rows_of, numbers)
    with ThreadPoolExecutor(_READERS) as pool:
        return list(pool.map(rows_of, numbers))


def _any_between(ordered: Sequence[int], low: int, high: int) -> bool:
    return bisect_right(ordered, high) > bisect_left(ordered, low)
