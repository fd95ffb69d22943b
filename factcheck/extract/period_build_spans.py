"""From the slots of a matched template to a node: lengths, parts, offsets, ranges of other dates."""

from __future__ import annotations

from typing import Any

from factcheck.extract.period_grammar import Builder, Node
from factcheck.extract.tokens import Tokens

Slots = dict[str, Any]


def count(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    values = list(slots.values())
    if isinstance(values[0], int) and values[0] > 10_000_000:
        return None
    if any(value == "X" for value in values):
        return ("count", "X")
    if len(values) == 2 and not (values[0] >= 20 and values[1] < 10):
        return None
    return ("count", sum(values))


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
        factor, base = _COMPOUND_UNITS.get(unit, (1, unit))
        if base is None or amount == 0 or (base in ("second", "quarter") and _no_length(amount, tokens, i)):
            return None
        parts.append((amount if amount == "X" else amount * factor, base))
    return ("dur", tuple(parts))


def _no_length(amount: Any, tokens: Tokens, i: int) -> bool:
    """True for "a second", "a quarter", "three-quarters": an ordinal or a fraction."""
    return not tokens.forms[i][0].isdigit() and (amount in (1, "X") or tokens.glued(i + 1))


_COMPOUND_UNITS: dict[str, tuple[int, str | None]] = {"half": (1, None), "fortnight": (2, "week")}


def unit(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "UREL" in slots:
        name, offset, *rest = slots["UREL"].split()
        parts = [part for part in rest if part != "c"]
        return ("unit", name, int(offset), "c" if "c" in rest else "p", *parts)
    if "DAYPART" in slots:
        return ("unit", "day", slots["REL"], "p", "T" + slots["DAYPART"])
    name = slots["UNIT"]
    if name in ("hour", "minute", "second"):
        return None
    offset = slots["CREL"] if "CREL" in slots else slots["REL"]
    factor, name = _COMPOUND_UNITS.get(name, (1, name))
    return ("unit", name or "half", offset * factor, "c" if "CREL" in slots else "p")


def whole(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """ "The quarter", "the year": the one spoken of."""
    return None if slots["UNIT"] in ("hour", "minute", "second", "half", "night") else ("whole", slots["UNIT"])


def part(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    for edge, name in (("YEDGE", "year"), ("MEDGE", "month")):
        if edge in slots:
            return ("part", slots[edge], slots.get("Y") or slots.get("P") or ("unit", name, 0, "p"))
    if "UNIT" in slots:
        return ("part", slots.get("PART") or slots["PARTOF"], ("unit", slots["UNIT"], slots.get("REL", 0), "p"))
    if "PART" not in slots and "PARTOF" not in slots:
        rest = tokens.words[i] == "later"
        fits = slots["P"][0] == "unit" and (slots["P"][2] == 0 or not rest)
        return ("part", "rest" if rest else "end", slots["P"]) if fits else None
    which = slots.get("PART") or slots["PARTOF"]
    if slots["P"][0] in ("part", "now", "clock") or (slots["P"][0] == "year" and slots["P"][1] < 1000):
        return None
    if which in ("sofar", "rest") and slots["P"][0] not in ("unit", "whole"):
        return None
    return ("part", which, slots["P"])


def nth(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    n = slots["NTH"] if "NTH" in slots else slots.get("REL")
    whole = slots.get("P", slots.get("Y"))
    if "FISCAL" in slots and whole is not None and whole[0] == "year":
        whole = ("year", whole[1], "fiscal")
    if "WEEKDAY" in slots:
        return ("nth_weekday", n, slots["WEEKDAY"], whole)
    name = slots["UNIT"]
    if name == "century" or (n == 0) or (n is not None and n > 60) or ("REL" in slots and n != -1):
        return None
    if whole is None and name not in ("quarter", "half"):
        return None
    if "NTH2" in slots:
        return ("range", ("nth", n, name, whole), ("nth", slots["NTH2"], name, whole)) if n < slots["NTH2"] else None
    if name in ("hour", "minute", "second"):
        return None
    return ("nth", n, name, whole)


def ago(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", -1, slots["DUR"], "p")


def hence(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", 1, slots["DUR"], "p")


def within(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("within", slots["DUR"])


def later(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", 1, slots["DUR"], "c")


def earlier(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", -1, slots["DUR"], "c")


def after(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", 1, slots["DUR"], slots["P"])


def before(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("shift", -1, slots["DUR"], slots["P"])


def length_of(slots: Slots) -> Node:
    if "DUR" in slots:
        return slots["DUR"]  # type: ignore[no-any-return]
    amount = slots["COUNT"][1] if "COUNT" in slots else 1
    return ("dur", ((amount, slots.get("UNIT", "year")),))


def past(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("window", -1, length_of(slots), None)


def coming(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("window", 1, length_of(slots), None)


def to(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    length = length_of(slots)
    return None if length[1][-1][1] in ("hour", "minute", "second") else ("window", -1, length, slots["P"])


def head(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """The first nine months of 2019, the last two quarters of the year."""
    side = slots.get("NTH", slots.get("REL"))
    if side not in (1, -1) or slots["UNIT"] in ("hour", "minute", "second"):
        return None
    amount = slots["COUNT"][1]
    return ("head", side, amount, slots["UNIT"], slots.get("P")) if isinstance(amount, int) and amount > 1 else None


def same(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("same", slots.get("Y") or ("unit", "year", -1, "p"))


def set_(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "LONG" in slots:
        return ("dur", slots["LONG"])
    if "DAYPART" in slots:
        return ("set", ("daypart", slots["DAYPART"]))
    if "SET" in slots:
        return ("set", slots["SET"])
    if "DUR" in slots:
        return ("set", slots["DUR"])
    return ("set", ("dur", ((1, slots["UNIT"]),)) if "UNIT" in slots else ("weekday", slots["WEEKDAY"]))


def at(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return None if slots["P"][0] in ("now", "at", "year") else ("at", slots["P"], slots["T"])


def range_(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "YDOT" in slots:
        (y1, m1), (y2, m2) = slots["YDOT"], slots["YDOT2"]
        return ("range", ("month", ("year", y1), m1), ("month", ("year", y2), m2))
    first, last = slots.get("P") or slots.get("Y"), slots.get("P2") or slots.get("Y2")
    if "NN" in slots:
        last = ("year", first[1] // 100 * 100 + slots["NN"]) if first and first[0] == "year" else None
    if first is None or last is None or first[0] in ("now", "range", "whole") or last[0] in ("range", "whole"):
        return None
    if first[0] == last[0] == "year" and not first[1] < last[1] <= first[1] + 500:
        return None
    return ("range", first, last)


def open_(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if slots["P"][0] == "now" and slots.get("OPEN") != "until":
        return None
    return ("open", slots["OPENPOST"] if "OPENPOST" in slots else slots["OPEN"], slots["P"])


SPANS: dict[str, Builder] = {
    "count": count,
    "duration": duration,
    "unit": unit,
    "whole": whole,
    "part": part,
    "nth": nth,
    "ago": ago,
    "hence": hence,
    "within": within,
    "later": later,
    "earlier": earlier,
    "after": after,
    "before": before,
    "past": past,
    "coming": coming,
    "to": to,
    "head": head,
    "same": same,
    "set": set_,
    "at": at,
    "range": range_,
    "open": open_,
    "fixed": unit,
}
