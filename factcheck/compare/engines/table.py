"""Views as a table: the columns that SQL compares, one row a claim."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from factcheck.compare.scope import WORLD
from factcheck.compare.stances import reported
from factcheck.compare.view import View
from factcheck.interval import Interval

FAR = 100_000_000  # the day that stands for no day: long before or after any date

COLUMNS: dict[str, tuple[str, Callable[[View], Any]]] = {
    "ord": ("INTEGER", lambda view: view.order),
    "doc": ("VARCHAR", lambda view: view.claim.doc),
    "passage": ("INTEGER", lambda view: view.claim.sentence_start),
    "origin": ("VARCHAR", lambda view: view.claim.source or view.claim.doc),
    "entity": ("VARCHAR", lambda view: view.entity or f"\0{view.claim.doc}"),
    "metric": ("VARCHAR", lambda view: view.claim.metric),
    "kind": ("VARCHAR", lambda view: view.kind),
    "shape": ("VARCHAR", lambda view: view.claim.kind),
    "unit": ("VARCHAR", lambda view: view.claim.unit),
    "dimension": ("VARCHAR", lambda view: view.dimension),
    "restrictors": ("VARCHAR", lambda view: "\0".join(sorted(view.scope.restrictors))),
    "whole": ("VARCHAR", lambda view: view.scope.of),
    "region": ("VARCHAR", lambda view: view.scope.region),
    "told_region": ("VARCHAR", lambda view: view.claim.region),
    "zone": ("VARCHAR", lambda view: view.claim.zone),
    "timekind": ("VARCHAR", lambda view: view.claim.timekind),
    "stance": ("VARCHAR", lambda view: view.claim.stance),
    "fact": ("BOOLEAN", lambda view: reported(view)),
    "asserted": ("BOOLEAN", lambda view: view.asserted),
    "edtf": ("VARCHAR", lambda view: view.claim.time.edtf if view.claim.time else None),
    "low": ("DOUBLE", lambda view: inner(view.stated)[0]),
    "high": ("DOUBLE", lambda view: inner(view.stated)[1]),
    "d0": ("INTEGER", lambda view: _day(view.days.low) if view.days else None),
    "d1": ("INTEGER", lambda view: _day(view.days.high) if view.days else None),
}
GROUPED = {
    "entity": ("entity",),
    "metric": ("metric",),
    "kind": ("kind",),
    "unit": ("dimension",),
    "scope": ("restrictors",),
    "region": (f"coalesce(region, '{WORLD}')",),
    "document": ("doc",),
    "sentence": ("doc", "passage"),
}
SELECTED = {"metric": "metric", "unit": "unit", "zone": "zone", "timekind": "timekind", "stance": "stance"}


def arrow_table(views: Sequence[View]) -> Any:
    """The claims that have a value and a named metric, as an Arrow table with the columns above."""
    import pyarrow as pa

    kept = [view for view in views if view.claim.value is not None and not view.claim.metric.endswith(":")]
    types = {"VARCHAR": pa.string(), "INTEGER": pa.int32(), "DOUBLE": pa.float64(), "BOOLEAN": pa.bool_()}
    cells = {name: [get(view) for view in kept] for name, (_, get) in COLUMNS.items()}
    return pa.table({name: pa.array(_clean(cells[name]), types[type_]) for name, (type_, _) in COLUMNS.items()})


def _clean(cells: list[Any]) -> list[Any]:
    """The same; a lone surrogate, which no database can hold, becomes a question mark."""
    texts = any(isinstance(cell, str) and not cell.isascii() for cell in cells)
    return [cell.encode("utf-8", "replace").decode() if cell else cell for cell in cells] if texts else cells


def inner(interval: Interval) -> tuple[float, float]:
    """The ends of an interval, an open one moved to the next number inside."""
    low = math.nextafter(interval.low, math.inf) if interval.low_open else interval.low
    high = math.nextafter(interval.high, -math.inf) if interval.high_open else interval.high
    return low, high


def _day(day: float) -> int:
    return int(max(-FAR, min(FAR, day)))
