"""All builders of the calendar grammar, by construction."""

from __future__ import annotations

from factcheck.extract.period_build_dates import DATES
from factcheck.extract.period_build_lengths import LENGTHS
from factcheck.extract.period_build_spans import SPANS
from factcheck.extract.period_build_times import TIMES
from factcheck.extract.period_build_years import YEARS
from factcheck.extract.period_grammar import Builder

BUILDERS: dict[str, Builder] = {**LENGTHS, **SPANS, **DATES, **YEARS, **TIMES}
