"""When a figure was so: each date of its sentence, and what is carried to it, is weighed by how it stands to it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from factcheck.extract.discourse import Discourse
from factcheck.extract.times.dates import dates
from factcheck.extract.times.figures import Date, Figure
from factcheck.period import Period
from factcheck.yamlfile import read_kept


@cache
def weights() -> dict[str, float]:
    """What each feature of a date adds to its weight, by name; fitted to hand-made claims."""
    return {str(name): float(value) for name, value in read_kept(Path(__file__).with_name("weights.yml")).items()}


def time_of(figure: Figure, discourse: Discourse, published: Period | None) -> Date:
    """The date that a figure is likeliest to be of; without a period where nothing dates it."""
    weight = weights().get
    best: tuple[float, Date] | None = None
    found = list(dates(figure, discourse, published))
    for date in found:
        total = 0.0
        for name, value in date.features:
            total += weight(name, 0.0) * value
        total = round(total, 6)  # the order of a sum must not decide between two that weigh the same
        if best is None or total > best[0]:
            best = (total, date)
    assert best is not None
    return best[1] if best[1].mention else _stated(best[1], found)


def _stated(carried: Date, found: list[Date]) -> Date:
    """The date of the figure's own sentence that names the days which are carried to it, else these."""
    if carried.period is None:
        return carried
    ends = (carried.period.start, carried.period.end)
    named = (date for date in found if date.mention and date.period and (date.period.start, date.period.end) == ends)
    return next(named, carried)
