"""From a node to the days it stands for: against the publication date, or what the text has spoken of."""

from __future__ import annotations

from factcheck.extract.period_reference import RESOLVERS, Reading, Reference, resolve
from factcheck.extract.period_resolve_dates import DATES
from factcheck.extract.period_resolve_parts import PARTS
from factcheck.extract.period_resolve_spans import SPANS
from factcheck.extract.period_resolve_times import TIMES
from factcheck.extract.period_resolve_windows import WINDOWS

__all__ = ["Reading", "Reference", "resolve"]

RESOLVERS.update({**DATES, **TIMES, **PARTS, **SPANS, **WINDOWS})
