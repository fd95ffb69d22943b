"""Units left unsaid: a bare figure takes the unit of the figure it is set beside, or the currency of its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.quantities.parts import share_nouns
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.tokens import Tokens

_SCALED = 1e5  # a bare figure from here on may be an amount of money; smaller ones are counts
_BESIDE = 4  # tokens between "3" and "4 per cent"
_NAMED = 5  # tokens of a name and the signs before it
_LINKS = ("conjunction", "q_link_to", "q_link_from", "q_range_to", "r_contrast", "than")
_ENDS = (*_LINKS, "preposition", "of")


def is_bare(quantity: Quantity) -> bool:
    """Whether a figure is printed without a unit and without anything it counts."""
    return quantity.unit == "count" and quantity.kind == "level" and quantity.noun is None and not quantity.ordinal


def share_units(tokens: Tokens, quantities: Sequence[Quantity], periods: Sequence[PeriodMention] = ()) -> None:
    """Gives bare figures the unit of a figure of their sentence: 3 and 4 per cent; 7 % here and 9 there."""
    dates = [mention for mention in periods if mention.type == "date"]
    share_nouns(tokens, quantities)
    for i, quantity in enumerate(quantities):
        before = quantities[i - 1] if i else None
        if before is not None and _is_step_of(tokens, before, quantity):
            quantity.unit, quantity.points = before.unit, before.unit == "percent"
        if before is not None and is_bare(quantity) and _is_moved(tokens, before, quantity):
            quantity.unit, quantity.kind, quantity.points, quantity.label = "percent", "change", True, False
        if before is not None and is_bare(quantity) and _is_listed(tokens, before, quantity):
            quantity.noun, quantity.label = before.noun, False
        if not is_bare(quantity) or quantity.value is None or quantity.label:
            continue
        after = quantities[i + 1] if i + 1 < len(quantities) else None
        if after is not None and _in_a_row(tokens, quantity, after):
            _take(quantity, after)
        elif before is not None and (
            _set_beside(tokens, before, quantity)
            or _in_brackets(tokens, before, quantity)
            or _dated(tokens, before, quantity, dates)
        ):
            _take(quantity, before)
        else:
            _share_money(tokens, quantities, i)
            _share_role(quantities, i)


def _is_step_of(tokens: Tokens, before: Quantity, quantity: Quantity) -> bool:
    """Whether a bare change stands right behind the level that it leads to: 17.7 degrees, 1.7 more than in 2010."""
    bare = quantity.unit == "count" and quantity.kind == "change" and quantity.noun is None
    told = before.kind == "level" and before.unit != "count" and abs(quantity.value or 0) < abs(before.value or 0)
    amount = before.unit.isupper() and (quantity.value or 0) >= _SCALED and quantity.first - before.last <= _NAMED
    return bare and told and (amount or tokens.forms[before.last : quantity.first] == [","])


def _is_moved(tokens: Tokens, before: Quantity, quantity: Quantity) -> bool:
    """Whether brackets right behind a share hold but a sign or word and the points it has moved: 31 % (+2)."""
    forms, first = tokens.forms, quantity.first
    opened = before.last
    if (
        before.unit != "percent"
        or forms[opened : opened + 1] != ["("]
        or forms[quantity.last : quantity.last + 1] != [")"]
    ):
        return False
    signed = first == opened + 1 and not forms[first][0].isdigit()
    return signed or (first == opened + 2 and forms[opened + 1].isalpha())


def _take(quantity: Quantity, other: Quantity) -> None:
    if other.unit == "count":
        quantity.noun = other.noun if 0.02 <= (quantity.value or 0) / max(other.value or 0, 1e-9) <= 50 else None
    elif other.role == "by" and other.unit == "percent" and not other.points and quantity.role in ("to", "from"):
        return  # down 25 %, to 63 from 84
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


def _dated(tokens: Tokens, before: Quantity, quantity: Quantity, dates: Sequence[PeriodMention]) -> bool:
    """Whether a figure and the one before each have a date of their own: 183 cases in 2024 and 647 this year."""
    if any(form in ".;" for form in tokens.forms[before.last : quantity.first]):
        return False
    behind = [mention for mention in dates if 0 <= mention.first - quantity.last <= 1]
    ties = tokens.first("conjunction")
    ahead = [mention for mention in dates if before.last <= mention.first and 0 <= quantity.first - mention.last <= 1]
    ahead = [mention for mention in ahead if mention.last not in ties]
    others = [mention for mention in dates if mention not in (*behind, *ahead)]
    own = any(mention.last <= quantity.first for mention in others)
    own = own or (before.unit == "percent" and tokens.forms[before.last] == ",")  # 5.6 percent, 5.4 in March
    starts = (quantity.first, *(mention.first for mention in ahead))
    led = any(at in tokens.after("conjunction") or tokens.forms[at - 1] == "," for at in starts)
    return bool(behind or ahead) and own and led


def _is_listed(tokens: Tokens, before: Quantity, quantity: Quantity) -> bool:
    """Whether names and figures take turns, what is counted said once: the Greens have 58 seats, CHP 32 and MHP 8."""
    if before.unit != "count" or before.noun is None or quantity.style != "digits":
        return False
    behind, joins = range(before.last, quantity.first), tokens.first("conjunction")
    start = max((i for i in behind if tokens.forms[i] == "," or i in joins), default=None)
    if start is None or any(tokens.forms[i] in ".;:" for i in behind):
        return False
    start -= tokens.forms[start - 1] == ","
    ties = ("conjunction", "determiner", "preposition")
    names = [i for i in range(start, quantity.first) if not any(i in tokens.first(tie) for tie in ties)]
    named = all(tokens.forms[i][0].isupper() or tokens.forms[i] == "," for i in names) and len(names) <= _NAMED
    led = any(form[0].isupper() for form in tokens.forms[max(0, before.first - _BESIDE) : before.first])
    closed = quantity.last >= len(tokens) or quantity.last in tokens.first("conjunction")
    closed = closed or tokens.forms[quantity.last] in ",.;)("
    return named and led and closed and any(tokens.forms[i][0].isupper() for i in names)


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
