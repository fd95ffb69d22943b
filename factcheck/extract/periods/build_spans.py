"""From the slots of a matched template to a node: units, parts, ranges and open ends."""

from __future__ import annotations

from factcheck.extract.periods.atoms import PREFIX
from factcheck.extract.periods.build_lengths import COMPOUND_UNITS, Slots
from factcheck.extract.periods.build_times import at, is_day
from factcheck.extract.periods.grammar import Builder, Node
from factcheck.extract.periods.steps import PARTS_OF_YEAR
from factcheck.extract.words.tokens import Tokens

_TERM = 3  # words of "l'intero esercizio"


def unit(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "UREL" in slots:
        if slots["UREL"] == "none":
            return None  # the eve of an election: whose day is not told
        name, offset, *rest = slots["UREL"].split()
        parts = [part for part in rest if part != "c"]
        return ("unit", name, int(offset), "c" if "c" in rest else "p", *parts)
    if "DAYPART" in slots:
        return ("unit", "day", slots["REL"], "p", "T" + slots["DAYPART"])
    name = slots["UNIT"]
    if name in ("hour", "minute", "second"):
        return None
    offset = slots["CREL"] if "CREL" in slots else slots["REL"]
    factor, name = COMPOUND_UNITS.get(name, (1, name))
    return ("unit", name or "half", offset * factor, "c" if "CREL" in slots else "p")


def whole(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """ "The quarter", "the full year": the one spoken of; a "term" is a fiscal year or something else."""
    name = slots["UNIT"]
    if name in ("hour", "minute", "second", "half", "night") or (name == "term" and j - i < _TERM):
        return None
    return ("whole", COMPOUND_UNITS.get(name, (1, name))[1])


def part(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    for edge, name in (("YEDGE", "year"), ("MEDGE", "month")):
        if edge in slots:
            return ("part", slots[edge], slots.get("Y") or slots.get("P") or ("unit", name, 0, "p"))
    if "T" in slots:
        return ("part", slots["PART"], slots["T"]) if slots["T"][0] == "daypart" else None
    if "UNIT" in slots:
        return ("part", slots.get("PART") or slots["PARTOF"], ("unit", slots["UNIT"], slots.get("REL", 0), "p"))
    if "PART" not in slots and "PARTOF" not in slots:
        rest = tokens.words[i] == "later"
        fits = slots["P"][0] == "unit" and (slots["P"][2] == 0 or not rest)
        return ("part", "rest" if rest else "end", slots["P"]) if fits else None
    which = slots.get("PART") or slots["PARTOF"]
    if slots["P"][0] in ("part", "now", "clock") or (slots["P"][0] == "year" and slots["P"][1] < 1000):
        return None
    if which in ("sofar", "rest") and slots["P"][0] not in ("unit", "whole", "year"):
        return None
    return ("part", which, slots["P"])


def nth(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    n = slots["NTH"] if "NTH" in slots else slots.get("REL")
    whole = slots.get("P", slots.get("Y"))
    if "FISCAL" in slots and whole is not None and whole[0] == "year":
        whole = ("year", whole[1], "fiscal")
    if "FISCAL" in slots and whole is None and slots.get("UNIT") in ("quarter", "half"):
        return ("reported", slots["UNIT"])
    if "WEEKDAY" in slots:
        return ("nth_weekday", n, slots["WEEKDAY"], whole)
    name = slots["UNIT"]
    if name == "century" or (n == 0) or (n is not None and n > 60) or ("REL" in slots and n != -1):
        return None
    if whole is None and name not in PARTS_OF_YEAR:
        return None
    if name == "fortnight" and n is not None and whole and whole[0] == "month":
        return _half_month(n, whole)
    if "NTH2" in slots:
        return ("range", ("nth", n, name, whole), ("nth", slots["NTH2"], name, whole)) if n < slots["NTH2"] else None
    if name in ("hour", "minute", "second"):
        return None
    return ("nth", n, name, whole)


def _half_month(n: int, month: Node) -> Node | None:
    """The first or second fortnight of a month: la primera quincena de mayo."""
    last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month[2], 31)
    first, end = (1, 15) if n == 1 else (16, last)
    return ("range", ("day", *month[1:], first), ("day", *month[1:], end)) if n in (1, 2) else None


def same(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """The same period of another year, with the part of a year that it names: the same quarter of 2018."""
    node = ("same", slots.get("Y") or ("unit", "year", -1, "p"))
    named = [name for first, _, name in tokens.hits.get(PREFIX + "UNIT", ()) if i <= first < j and name in _NAMED]
    return (*node, named[0]) if named else node


_NAMED = ("month", "quarter", "half")


def range_(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "YDOT" in slots:
        (y1, m1), (y2, m2) = slots["YDOT"], slots["YDOT2"]
        return ("range", ("month", ("year", y1), m1), ("month", ("year", y2), m2))
    first, last = slots.get("P") or slots.get("Y"), slots.get("P2") or slots.get("Y2")
    if "P" in slots and "Y" in slots:  # between April 2012 and (that) of 2013
        last = (first[0], slots["Y"], *first[2:]) if first and first[0] in ("month", "quarter", "half") else None
        if last is None:
            return None
    if "NN" in slots:
        last = ("year", first[1] // 100 * 100 + slots["NN"]) if first and first[0] == "year" else None
    if last is None and first is not None and first[0] != "now":
        last = ("now",)
    if first is None or last is None or first[0] in ("now", "range", "whole") or last[0] in ("range", "whole"):
        return None
    if first[0] == "week" and last[0] == "day":
        return None  # settimana 3-9 aprile
    if first[0] == last[0] == "year" and not first[1] < last[1] <= first[1] + 500:
        return None
    return ("range", first, last)


def from_now(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """Between now and April."""
    return None if slots["P"][0] in ("now", "range", "whole") else ("range", ("now",), slots["P"])


def weekend_of(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """The weekend of a holiday or of a day."""
    day = slots.get("P", slots.get("D")) or ("holiday", None, slots["HOLIDAY"])
    return ("weekend_of", day) if is_day(day) and slots.get("UNIT", "weekend") == "weekend" else None


def open_(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "T" in slots:
        inner = at({"P": slots["P"], "T": slots["T"]}, tokens, i, j) if "P" in slots else slots["T"]
        if inner is None or slots["T"][0] not in ("clock", "daypart"):
            return None
        return ("open", slots["OPENPOST"] if "OPENPOST" in slots else slots["OPEN"], inner)
    if slots["P"][0] == "now" and slots.get("OPEN") != "until":
        return None
    return ("open", slots["OPENPOST"] if "OPENPOST" in slots else slots["OPEN"], slots["P"])


SPANS: dict[str, Builder] = {
    "unit": unit,
    "whole": whole,
    "part": part,
    "nth": nth,
    "same": same,
    "range": range_,
    "from_now": from_now,
    "weekend_of": weekend_of,
    "open": open_,
    "fixed": unit,
}
