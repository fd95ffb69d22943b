"""From a node to the days it stands for: against the publication date, or what the text has spoken of."""

from __future__ import annotations

from factcheck.extract.periods.reference import RESOLVERS, Reading, Reference, resolve
from factcheck.extract.periods.resolve_dates import DATES
from factcheck.extract.periods.resolve_days import DAYS
from factcheck.extract.periods.resolve_parts import PARTS
from factcheck.extract.periods.resolve_relative import RELATIVE
from factcheck.extract.periods.resolve_spans import SPANS
from factcheck.extract.periods.resolve_times import TIMES
from factcheck.extract.periods.resolve_windows import WINDOWS

__all__ = ["Reading", "Reference", "resolve"]

RESOLVERS.update({**DAYS, **DATES, **TIMES, **PARTS, **RELATIVE, **SPANS, **WINDOWS})
