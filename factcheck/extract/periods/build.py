"""All builders of the calendar grammar, by construction."""

from __future__ import annotations

from factcheck.extract.periods.build_dates import DATES
from factcheck.extract.periods.build_lengths import LENGTHS
from factcheck.extract.periods.build_spans import SPANS
from factcheck.extract.periods.build_times import TIMES
from factcheck.extract.periods.build_years import YEARS
from factcheck.extract.periods.grammar import Builder

BUILDERS: dict[str, Builder] = {**LENGTHS, **SPANS, **DATES, **YEARS, **TIMES}
