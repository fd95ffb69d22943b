"""Units left unsaid: a bare figure takes the unit of the figure it is set beside, or the currency of its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.tokens import Tokens

_SCALED = 1e5  # a bare figure from here on may be an amount of money; smaller ones are counts
_BESIDE = 4  # tokens between "3" and "4 per cent"
_LINKS = ("conjunction", "q_link_to", "q_link_from", "q_range_to", "r_contrast", "than")
_ENDS = (*_LINKS, "preposition", "of")


def is_bare(quantity: Quantity) -> bool:
    """Whether a figure is printed without a unit and without anything it counts."""
    return quantity.unit == "count" and quantity.kind == "level" and quantity.noun is None and not quantity.ordinal


def share_units(tokens: Tokens, quantities: Sequence[Quantity]) -> None:
    """Gives bare figures the unit of a figure of their sentence: 3 and 4 per cent; 7 % here and 9 there."""
    for i, quantity in enumerate(quantities):
        if not is_bare(quantity) or quantity.value is None or quantity.label:
            continue
        before = quantities[i - 1] if i else None
        after = quantities[i + 1] if i + 1 < len(quantities) else None
        if after is not None and _in_a_row(tokens, quantity, after):
            _take(quantity, after)
        elif before is not None and (_set_beside(tokens, before, quantity) or _in_brackets(tokens, before, quantity)):
            _take(quantity, before)
        else:
            _share_money(tokens, quantities, i)
            _share_role(quantities, i)


def _take(quantity: Quantity, other: Quantity) -> None:
    if other.unit == "count":
        quantity.noun = other.noun if 0.02 <= (quantity.value or 0) / max(other.value or 0, 1e-9) <= 50 else None
    elif _alike(quantity, other):
        quantity.unit, quantity.per = other.unit, other.per
        if other.kind != "change":
            quantity.kind = other.kind


def _alike(quantity: Quantity, other: Quantity) -> bool:
    """Whether two figures could be of one unit by their size and print."""
    value, neighbour = quantity.value or 0.0, other.value or 0.0
    if dimension(other.unit) == "money":
        return value >= _SCALED and neighbour >= _SCALED
    if quantity.style != "digits" or dimension(other.unit) == "time":
        return False
    return 0 < value <= (100 if other.unit == "percent" else 1e9) and 0.2 <= value / max(neighbour, 1e-9) <= 5


def _in_a_row(tokens: Tokens, quantity: Quantity, after: Quantity) -> bool:
    """Whether nothing but a conjunction or comma stands between a bare figure and the one that prints the unit."""
    gap = range(quantity.last, after.first)
    if not 0 < len(gap) <= _BESIDE:
        return False
    if any(i in tokens.first("conjunction") and i in tokens.first("r_contrast") for i in gap):
        return False  # 5,600, while about 800 houses
    linking = {i for category in _LINKS for first, last, _ in tokens.hits.get(category, ()) for i in range(first, last)}
    return all(i in linking or tokens.forms[i] == "," for i in gap)


def _set_beside(tokens: Tokens, before: Quantity, quantity: Quantity) -> bool:
    """Whether a figure follows a word that sets it beside the one before: compared to 6.7 here and 9 there."""
    first, last = quantity.first, quantity.last
    led = any(end == first for category in _LINKS for _, end, _ in tokens.hits.get(category, ()))
    closed = last >= len(tokens) or (not tokens.forms[last][0].isalpha() and tokens.forms[last] not in "(-")
    closed = closed or any(start == last for category in _ENDS for start, _, _ in tokens.hits.get(category, ()))
    return led and closed and not any(form in ".;" for form in tokens.forms[before.last : first])


def _in_brackets(tokens: Tokens, before: Quantity, quantity: Quantity) -> bool:
    """Whether a count in brackets is the whole of the one that they follow: 10 members (of 288)."""
    first, last = quantity.first, quantity.last
    led = first > 1 and first in tokens.after("preposition") and tokens.forms[first - 2] == "("
    return led and tokens.forms[last : last + 1] == [")"] and before.unit == "count" and before.last < first


def _share_money(tokens: Tokens, quantities: Sequence[Quantity], i: int) -> None:
    """Gives a large bare figure the currency of its sentence, but not that of its own conversion: 9bn ($1.3bn)."""
    quantity = quantities[i]
    near = [q for q in quantities if dimension(q.unit) == "money" and not _converts(tokens, quantity, q)]
    for other in sorted(near, key=lambda q: abs(q.first - quantity.first))[:2]:
        if _alike(quantity, other):
            quantity.unit = other.unit
            return


def _converts(tokens: Tokens, quantity: Quantity, other: Quantity) -> bool:
    return other.first == quantity.last + 1 and tokens.forms[quantity.last] in "(["


def _share_role(quantities: Sequence[Quantity], i: int) -> None:
    """Gives the bare end of a from-to pair the unit of the other end."""
    quantity = quantities[i]
    for other in quantities:
        if quantity.role_of is not None and quantities[quantity.role_of] is other and other.unit != "count":
            quantity.unit = other.unit


def currency_of(sentences: Sequence[Tokens]) -> str | None:
    """The currency an article prints most often."""
    counts = Counter(
        name.code
        for tokens in sentences
        for first, last, name in tokens.hits.get("q_currency", ())
        if name.code and _is_counted(tokens, first, last)
    )
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def _is_counted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether digits or a scale stand by the name of a currency, so that no Real Club is money."""
    near = tokens.forms[max(0, first - _BESIDE) : first] + tokens.forms[last : last + 1]
    return any(form[0].isdigit() for form in near)


def as_money(quantity: Quantity, currency: str | None) -> Quantity | None:
    """A bare scaled figure as an amount of the article's currency; None where it cannot be one."""
    moved = quantity.unit == "count" and quantity.kind == "change" and quantity.noun is None  # fell by 450 million
    if currency is None or not (moved or is_bare(quantity)) or 0 < (quantity.value or 0.0) < _SCALED:
        return None
    return replace(quantity, unit=currency)
