"""Words for what a claim says: periods, regions, values, places in a text."""

from __future__ import annotations

import math

from factcheck.interval import Interval
from factcheck.model import Claim
from factcheck.period import Period
from factcheck.rulebook import Rulebook

_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def period_text(period: Period | None) -> str:
    """The EDTF string of a period, or what is missing."""
    if period is None or not period.edtf or period.basis == "unstated":
        return "no date given"
    return period.edtf


def region_text(region: str | None) -> str:
    """A region's code, or what is missing."""
    return region or "no region given"


def number_text(value: float) -> str:
    """A number as an editor writes it: 11.7 million, 2,500, 0.5."""
    if math.isinf(value):
        return "any more" if value > 0 else "any less"
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:,.4g}{name}"
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 10_000 else f"{value:,.4g}"


def interval_text(interval: Interval) -> str:
    """A range of values in words."""
    low, high = number_text(interval.low), number_text(interval.high)
    if math.isinf(interval.high):
        return f"more than {low}" if interval.low_open else f"{low} or more"
    return low if low == high else f"{low} to {high}"


def metric_text(claim: Claim, rulebook: Rulebook) -> str:
    """The metric's title in running text, or the noun that was counted."""
    metric = rulebook.metrics.get(claim.metric)
    if metric is None:
        return claim.metric.partition(":")[2] or "figure"
    return metric.title if metric.title.isupper() else metric.title[:1].lower() + metric.title[1:]


def value_text(claim: Claim) -> str:
    """The figure as printed, in one line."""
    return " ".join(claim.quote.split())
