"""Whether a metric can be what a figure measures, by the figure's unit, form and size."""

from __future__ import annotations

from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.rulebook import Metric
from factcheck.units import base_unit

_TIMES = frozenset({"hour", "day", "week", "month"})


def fits(metric: Metric, quantity: Quantity) -> bool:
    """Whether a metric can be given in the figure's unit; shares, changes and ratios can be of anything."""
    kind = dimension(quantity.unit).removesuffix("_rate")  # tonnes a year
    if (metric.per and metric.per != quantity.per) or quantity.kind in metric.never:
        return False
    if quantity.per in _TIMES and metric.kind == "stock" and metric.units == ("money",):
        return False  # a valuation is not so much a week
    if quantity.per == "hour" and metric.kind == "flow":
        return False  # nor what a firm earns so much an hour
    weighed = kind == "money" and dimension(quantity.per or "") in ("mass", "volume")
    if weighed and (metric.kind != "price" or metric.bearer == "person"):
        return False  # 38 euros a kilo are no pay
    if metric.units == ("count",) and is_fraction(quantity) and (quantity.value or 0.0) < 1:
        return False  # nobody has half a user
    if kind in metric.units or ("ratio" in metric.units and is_fraction(quantity)):
        return True
    if quantity.kind in ("change", "share", "ratio") and kind in ("percent", "ratio"):
        return not {"time", "length", "speed", "temperature"} & set(metric.units)
    return False


def is_fraction(quantity: Quantity) -> bool:
    """Whether a bare figure with decimals counts nothing, so that it can be a ratio: 0.5."""
    bare = quantity.unit == "count" and quantity.kind == "level" and quantity.noun is None
    return bare and bool((quantity.value or 0.0) % 1)


def is_plausible(metric: Metric, quantity: Quantity) -> bool:
    """Whether a figure that is no money can be of a metric that its sentence names somewhere: no rain of 100 metres."""
    if metric.plausible is None or quantity.kind != "level" or dimension(quantity.unit) == "money" or quantity.per:
        return True
    value = abs(quantity.value or 0.0) * base_unit(quantity.unit)[1]
    return value <= metric.plausible[1]
