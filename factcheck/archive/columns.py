"""Core types as flat rows: an interval is four columns, a period four, everything else one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from factcheck.archive.arrow import pa
from factcheck.interval import Interval
from factcheck.period import Period

Row = dict[str, Any]
_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: how it is filled from an object."""

    name: str
    type: pa.DataType
    get: Callable[[Any], Any]

    def of(self, part: Callable[[Any], Any]) -> Column:
        """The same column of a part of an object."""
        return Column(self.name, self.type, lambda item: self.get(part(item)))


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a core type: its columns, and how it is made of their values."""

    name: str
    columns: tuple[Column, ...]
    make: Callable[..., Any]
    default: Any  # for rows that were written before the field was


@lru_cache(maxsize=8)
def slots(cls: type) -> tuple[Slot, ...]:
    """The fields of a dataclass that can be stored, in its order."""
    hints = get_type_hints(cls)
    return tuple(slot for field in fields(cls) if (slot := _slot(field.name, hints[field.name], _default(field))))


def columns(cls: type) -> list[Column]:
    """The columns of a dataclass."""
    return [column for slot in slots(cls) for column in slot.columns]


def rows_of(objects: Sequence[Any], given: Sequence[Column]) -> pa.Table:
    """The objects as a table; a lone surrogate, which no file can hold, becomes a question mark."""
    arrays = []
    for column in given:
        values = [column.get(item) for item in objects]
        try:
            arrays.append(pa.array(values, column.type))
        except UnicodeEncodeError:
            arrays.append(pa.array(list(map(_clean, values)), column.type))
    return pa.Table.from_arrays(arrays, schema=schema_of(given))


def schema_of(given: Sequence[Column]) -> pa.Schema:
    """The Arrow schema of some columns."""
    return pa.schema([(column.name, column.type) for column in given])


def objects_of(cls: type, table: pa.Table) -> list[Any]:
    """The objects that a table's rows describe."""
    names = (column.name for slot in slots(cls) for column in slot.columns)
    return objects_from(cls, {name: table[name].to_pylist() for name in names}, len(table))


def objects_from(cls: type, cells: Mapping[str, Sequence[Any]], count: int) -> list[Any]:
    """The objects that columns of plain values describe."""
    made = []
    for slot in slots(cls):
        values = [cells[column.name] for column in slot.columns]
        made.append([slot.make(slot.default, *cells) for cells in zip(*values, strict=True)])
    return [cls(*cells) for cells in _named(cls, made, count)]


def _named(cls: type, made: list[list[Any]], count: int) -> list[list[Any]]:
    """The arguments of each object in the order of the class's fields."""
    by_name = dict(zip((slot.name for slot in slots(cls)), made, strict=True))
    filled = [by_name.get(field.name) or [_default(field)] * count for field in fields(cls)]
    return [list(cells) for cells in zip(*filled, strict=True)]


def _default(field: Any) -> Any:
    return None if field.default is MISSING else field.default


def _slot(name: str, hint: Any, default: Any) -> Slot | None:
    arguments = get_args(hint)
    optional = NoneType in arguments
    plain = next((a for a in arguments if a is not NoneType), hint) if optional else hint
    if plain is Interval:
        return Slot(name, _interval_columns(name), _interval, default)
    if plain is Period:
        return Slot(name, _period_columns(name), _period, default)
    if get_origin(plain) is Literal:
        plain = str
    if plain == tuple[str, ...]:
        return Slot(name, (Column(name, pa.list_(pa.string()), lambda item: list(getattr(item, name))),), _tuple, ())
    if plain not in _SCALARS:
        return None
    column = Column(name, _SCALARS[plain], lambda item: getattr(item, name))
    return Slot(name, (column,), _optional if optional else _required, default)


def _interval_columns(name: str) -> tuple[Column, ...]:
    return (
        Column(f"low_{name}", pa.float64(), lambda item: getattr(item, name).low),
        Column(f"high_{name}", pa.float64(), lambda item: getattr(item, name).high),
        Column(f"low_open_{name}", pa.bool_(), lambda item: getattr(item, name).low_open),
        Column(f"high_open_{name}", pa.bool_(), lambda item: getattr(item, name).high_open),
    )


def _period_columns(name: str) -> tuple[Column, ...]:
    def part(key: str) -> Callable[[Any], Any]:
        return lambda item: getattr(getattr(item, name), key, None)

    return (
        Column(f"{name}_start", pa.date32(), part("start")),
        Column(f"{name}_end", pa.date32(), part("end")),
        Column(f"{name}_edtf", pa.string(), part("edtf")),
        Column(f"{name}_basis", pa.string(), part("basis")),
    )


def _interval(_: Any, low: float, high: float, low_open: bool, high_open: bool) -> Interval:
    return Interval(low, high, low_open, high_open)


@lru_cache(maxsize=4096)
def _period(_: Any, start: Any, end: Any, edtf: str | None, basis: str | None) -> Period | None:
    return None if edtf is None else Period(start, end, edtf, basis or "")


def _tuple(_: Any, cells: list[str] | None) -> tuple[str, ...]:
    return tuple(cells or ())


def _optional(_: Any, cell: Any) -> Any:
    return cell


def _required(default: Any, cell: Any) -> Any:
    return default if cell is None else cell


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {key: _clean(item) for key, item in value.items()}
    return list(map(_clean, value)) if isinstance(value, list) else value
