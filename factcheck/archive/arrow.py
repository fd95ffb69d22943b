"""pyarrow, or an error that says how to install it."""

from __future__ import annotations

from factcheck.errors import FactcheckError, Problem

try:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
except ImportError as error:
    _PROBLEM = Problem("archive", "pyarrow is not installed", hint="pip install 'factcheck[archive]'", stage="config")
    raise FactcheckError(_PROBLEM) from error

__all__ = ["pa", "pc", "pq"]
