"""pyarrow, or an error that says how to install it; arrays of plain values.

`pa.array`, and what calls it, imports pandas where that is installed: that takes longer than a look-up.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate

from factcheck.errors import FactcheckError, Problem

try:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
except ImportError as error:
    _PROBLEM = Problem("archive", "pyarrow is not installed", hint="pip install 'factcheck[archive]'", stage="config")
    raise FactcheckError(_PROBLEM) from error

__all__ = ["empty", "integer", "integers", "pa", "pc", "pq", "texts"]


def empty(schema: pa.Schema) -> pa.Table:
    """A table without rows."""
    return pa.Table.from_batches([], schema=schema)


def integers(values: Iterable[int]) -> pa.Array:
    """The numbers as an int64 array."""
    data = array("q", values)
    return pa.Array.from_buffers(pa.int64(), len(data), [None, pa.py_buffer(data)])


def integer(value: int) -> pa.Scalar:
    """The number as an int64 scalar."""
    return integers([value])[0]


def texts(values: Iterable[str]) -> pa.Array:
    """The texts as a string array; a lone surrogate becomes a question mark."""
    encoded = [value.encode("utf-8", "replace") for value in values]
    ends = array("i", accumulate(map(len, encoded), initial=0))
    buffers = [None, pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.string(), len(encoded), buffers)
