"""Units left unsaid: a bare figure takes the currency or percent sign of its neighbour or of its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.extract.mentions import Quantity
from factcheck.extract.tokens import Tokens
from factcheck.extract.units import dimension

_SCALED = 1e5  # a bare figure from here on may be an amount of money; smaller ones are counts


def is_bare(quantity: Quantity) -> bool:
    """Whether a figure is printed without a unit and without anything it counts."""
    return quantity.unit == "count" and quantity.kind == "level" and quantity.noun is None and not quantity.ordinal


def share_units(quantities: Sequence[Quantity]) -> None:
    """Gives bare figures the unit of the nearest figure of their sentence that prints one: 3 and 4 per cent."""
    for i, quantity in enumerate(quantities):
        if not is_bare(quantity) or quantity.value is None:
            continue
        near = sorted((q for q in quantities if q.unit != "count"), key=lambda q: abs(q.first - quantity.first))
        for other in near[:2]:
            if _alike(quantity, other):
                quantity.unit = other.unit
                if other.kind in ("share", "level"):
                    quantity.kind = other.kind
                break
        else:
            _share_role(quantities, i)


def _alike(quantity: Quantity, other: Quantity) -> bool:
    """Whether two figures could be of one unit by their size and print."""
    value, neighbour = quantity.value or 0.0, other.value or 0.0
    if dimension(other.unit) == "money":
        return value >= _SCALED and neighbour >= _SCALED
    if other.unit != "percent" or quantity.style != "digits":
        return False
    return 0 < value <= 100 and 0.2 <= value / max(neighbour, 1e-9) <= 5


def _share_role(quantities: Sequence[Quantity], i: int) -> None:
    """Gives the bare end of a from-to pair the unit of the other end."""
    quantity = quantities[i]
    for other in quantities:
        if quantity.role_of is not None and quantities[quantity.role_of] is other and other.unit != "count":
            quantity.unit = other.unit


def currency_of(sentences: Sequence[Tokens]) -> str | None:
    """The currency an article prints most often."""
    counts = Counter(name.code for tokens in sentences for _, _, name in tokens.hits.get("q_currency", ()) if name.code)
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def as_money(quantity: Quantity, currency: str | None) -> bool:
    """Turns a bare scaled figure into an amount of the article's currency; False where it cannot be one."""
    if currency is None or not is_bare(quantity) or (quantity.value or 0.0) < _SCALED:
        return False
    quantity.unit = currency
    return True
