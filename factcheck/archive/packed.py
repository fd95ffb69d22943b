"""Claims with all that is said of one in a single text: what a look-up reads in place of fifty columns.

The table of claims is for other programs and for reading in order; this one, made of it, is sorted by key and day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any

from factcheck.archive.arrow import pa, pc
from factcheck.archive.columns import columns, objects_from
from factcheck.model import Claim

CHOOSING = ("doc", "version", "region", "time_start", "time_end")  # by which rows are chosen
TEXT = "text"
_END, _ITEM, _NOTHING, _ESCAPE = "\x1f", "\x1e", "\x1d", "\x1c"
_ESCAPES = {_ESCAPE: "0", _NOTHING: "1", _ITEM: "2", _END: "3"}
_OWN = [column for column in columns(Claim) if column.name in CHOOSING]
_REST = [column for column in columns(Claim) if column.name not in CHOOSING]
_LAYOUT = blake2b(repr([(column.name, str(column.type)) for column in _REST]).encode(), digest_size=4).hexdigest()
_NAME = "packed_"
PACKED = _NAME + _LAYOUT  # another name where claims have other columns: the text of a row does not tell
SCHEMA = pa.schema(
    [
        ("key", pa.int64()),
        ("version", pa.int64()),
        *((column.name, column.type) for column in _OWN),
        (TEXT, pa.string()),
    ]
)


def is_packed(table: str) -> bool:
    """True for the name of such a table, also of one with another layout."""
    return table.startswith(_NAME)


def pack(claims: pa.Table) -> pa.Table:
    """The same claims, each as a row of few columns."""
    cells = [_cells(claims[column.name]) for column in _REST]
    text = pc.binary_join_element_wise(*cells, _END, null_handling="replace", null_replacement=_NOTHING)
    return pa.Table.from_arrays([*(claims[field.name] for field in SCHEMA if field.name != TEXT), text], schema=SCHEMA)


def unpack(rows: pa.Table) -> list[Claim]:
    """The claims of such rows."""
    cells: dict[str, Sequence[Any]] = {column.name: rows[column.name].to_pylist() for column in _OWN}
    texts = zip(*(text.split(_END) for text in rows[TEXT].to_pylist()), strict=True)
    found = list(texts) or [()] * len(_REST)
    for column, values in zip(_REST, found, strict=True):
        read = _reader(column.type)
        known = {value: None if value == _NOTHING else read(value) for value in set(values)}
        cells[column.name] = [known[value] for value in values]
    return objects_from(Claim, cells, len(rows))


def _cells(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column as texts without the marks."""
    if pa.types.is_list(column.type):
        parts = [_joined(chunk) for chunk in column.chunks]
        return pa.chunked_array(parts, pa.string())
    return _escaped(column) if pa.types.is_string(column.type) else pc.cast(column, pa.string())


def _joined(lists: pa.ListArray) -> pa.Array:
    """Each list as one text, every item behind a mark, so that no items and one that is empty differ."""
    items = _escaped(pa.chunked_array([lists.values])).combine_chunks()
    same = pa.ListArray.from_arrays(lists.offsets, items)
    joined = pc.binary_join(same, _ITEM)
    marked = pc.binary_join_element_wise(_ITEM, joined, "")
    filled = pc.if_else(pc.equal(pc.list_value_length(same), 0), "", marked)
    return pc.if_else(pc.is_valid(lists), filled, None)


def _escaped(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts in which the marks themselves are written otherwise."""
    if any(mark.encode() in data for data in map(_bytes, column.chunks) for mark in _ESCAPES):
        for mark, letter in _ESCAPES.items():
            column = pc.replace_substring(column, mark, _ESCAPE + letter)
    return column


def _bytes(chunk: pa.Array) -> bytes:
    data = chunk.buffers()[2]
    return data.to_pybytes() if data else b""


def _reader(kind: pa.DataType) -> Callable[[str], Any]:
    """What turns a cell's text into its value."""
    if pa.types.is_list(kind):
        return lambda text: [_plain(item) for item in text.split(_ITEM)[1:]]
    if pa.types.is_string(kind):
        return _plain
    if pa.types.is_floating(kind):
        return float
    if pa.types.is_integer(kind):
        return int
    return date.fromisoformat if pa.types.is_date(kind) else "true".__eq__


def _plain(text: str) -> str:
    if _ESCAPE in text:
        for mark, letter in reversed(_ESCAPES.items()):
            text = text.replace(_ESCAPE + letter, mark)
    return text
