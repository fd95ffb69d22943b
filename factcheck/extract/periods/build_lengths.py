"""From the slots of a matched template to a node: counts, lengths, and dates counted by a length."""

from __future__ import annotations

from typing import Any

from factcheck.extract.periods.atoms import FRACTION, PREFIX
from factcheck.extract.periods.grammar import Builder, Node
from factcheck.extract.words.tokens import Tokens

Slots = dict[str, Any]


def count(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    values = list(slots.values())
    if isinstance(values[0], int) and values[0] > 10_000_000:
        return None
    if any(value == "X" for value in values):
        return ("count", "X")
    scales = [1000, *(_step(value) for value in values)]
    if len(values) > 1 and any(value >= scale or value < 1 for value, scale in zip(values, scales, strict=False)):
        return None  # "two three", "forty twenty"
    return ("count", sum(values))


def _step(value: float) -> int:
    """What a number word added to this one must be below: hundreds take tens, tens take units, soixante takes dix."""
    if value >= 100:
        return 100
    return 20 if value in (60, 80) else 10 if value >= 20 else 1


def duration(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    parts: list[tuple[Any, str]] = []
    counts = [slots[name][1] for name in slots if name.startswith("COUNT")]
    units = [slots[name] for name in slots if name.startswith("UNIT")]
    if "HALFWORD" in slots and counts:
        counts[-1] = counts[-1] + 0.5 if counts[-1] != "X" else "X"
    if "PLURAL" in slots:
        counts, units = ["X"], [slots["PLURAL"]]
    for unit_index, unit in enumerate(units):
        amount = counts[unit_index] if unit_index < len(counts) else 1
        factor, base = COMPOUND_UNITS.get(unit, (1, unit))
        if amount == 0 or (base in _FRACTIONS and _no_length(amount, base, tokens, i, j)):
            return None
        parts.append((amount if amount == "X" else amount * factor, base))
    return ("dur", tuple(parts))


_FRACTIONS = ("second", "quarter", "half")


def _no_length(amount: Any, unit: str, tokens: Tokens, i: int, j: int) -> bool:
    """True for "a second", "a quarter", "three-quarters": an ordinal or a fraction, where the word can be one."""
    named = unit == "second" or any(first < j <= last for first, last, _ in tokens.hits.get(FRACTION, ()))
    plain = not tokens.forms[i][0].isdigit() and (amount in (1, "X") or tokens.glued(i + 1))
    return named and (plain or unit == "half")


COMPOUND_UNITS: dict[str, tuple[int, str]] = {"fortnight": (2, "week"), "fiscal": (1, "year"), "term": (1, "year")}


def ago(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", -1, slots["DUR"], "p")


def hence(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", 1, slots["DUR"], "p")


def within(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("within", slots["DUR"])


def later(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if j in tokens.first("than"):
        return None  # ten years later than planned
    return ("shift", 1, slots["DUR"], "c")


def earlier(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", -1, slots["DUR"], "c")


def after(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", 1, slots["DUR"], slots.get("P", slots.get("D")))


def before(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """Two days before Christmas; without a length the day before it: the eve of Christmas."""
    return ("shift", -1, slots.get("DUR", ("dur", ((1, "day"),))), slots["P"])


def length_of(slots: Slots, tokens: Tokens, i: int, j: int) -> Node:
    """The length that an expression names; of a plural without a number it is not told: negli ultimi anni."""
    if "DUR" in slots:
        return slots["DUR"]  # type: ignore[no-any-return]
    several = any(i <= first < j for first, _, _ in tokens.hits.get(PREFIX + "PLURAL", ()))
    amount = slots["COUNT"][1] if "COUNT" in slots else "X" if several else 1
    named = slots.get("UNIT") or slots.get("PLURAL", "year")
    factor, base = COMPOUND_UNITS.get(named, (1, named))
    return ("dur", ((amount if amount == "X" else amount * factor, base or named),))


def past(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    sign = slots.get("REL", -1)
    if slots.get("UNIT") in ("fiscal", "term") and "COUNT" not in slots:
        return ("unit", "year", sign, "p")
    return ("window", sign, length_of(slots, tokens, i, j), None) if sign else None


def prior(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """The previous six months: those before the time just named."""
    length = length_of(slots, tokens, i, j)
    timed = length[1][-1][1] in ("hour", "minute", "second")
    return None if timed or slots.get("CREL", -1) >= 0 else ("prior", length)


def coming(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("window", 1, length_of(slots, tokens, i, j), None)


def to(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    length = length_of(slots, tokens, i, j)
    return None if length[1][-1][1] in ("hour", "minute", "second") else ("window", -1, length, slots["P"])


def head(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """The first nine months of 2019, the last two quarters of the year."""
    side = slots.get("NTH", slots.get("REL"))
    if side not in (1, -1) or slots["UNIT"] in ("hour", "minute", "second"):
        return None
    amount = slots["COUNT"][1]
    return ("head", side, amount, slots["UNIT"], slots.get("P")) if isinstance(amount, int) and amount > 1 else None


LENGTHS: dict[str, Builder] = {
    "count": count,
    "duration": duration,
    "ago": ago,
    "hence": hence,
    "within": within,
    "later": later,
    "earlier": earlier,
    "after": after,
    "before": before,
    "past": past,
    "prior": prior,
    "coming": coming,
    "to": to,
    "head": head,
}
