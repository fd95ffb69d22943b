"""From the slots of a matched template to a node: days, months, weeks, quarters, seasons, holidays."""

from __future__ import annotations

from typing import Any

from factcheck.extract.periods.build_lengths import Slots
from factcheck.extract.periods.build_spans import unit
from factcheck.extract.periods.build_years import full_year, tight, year_of
from factcheck.extract.periods.grammar import Builder, Node
from factcheck.extract.words.tokens import Tokens


def week(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "NTH" in slots or "DAY" in slots:
        return ("week_from", ("day", None, None, slots.get("NTH", slots.get("DAY"))))
    if "D" in slots:
        return ("week_from", slots["D"])
    return ("week", year_of(slots), slots["NN"]) if 1 <= slots["NN"] <= 53 else None


def iso(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    d = slots["NN2"] if "NN2" in slots else slots["NN"]
    m = slots["NN"] if "NN2" in slots else slots["MONTH"]
    return _day(slots["YYYY"], m, d) if tight(tokens, i, j) else None


def _day(y: int | None, m: int, d: int) -> Node | None:
    if not (1 <= m <= 12 and 1 <= d <= 31):
        return None
    return ("day", None if y is None else ("year", y), m, d)


def month(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "MONTH" not in slots and "BAREMONTH" not in slots:
        in_number = tokens.glued(i) and tokens.forms[i - 1] not in "([\"'“«„"
        fits = 1 <= slots["NN"] <= 12 and tight(tokens, i, j) and not in_number
        return ("month", ("year", slots["YYYY"]), slots["NN"]) if fits else None
    m = slots["MONTH"] if "MONTH" in slots else slots["BAREMONTH"]
    if "NN" in slots:
        return ("month", ("year", full_year(slots["NN"])), m) if slots["NN"] > 31 else None
    if "REL" in slots:
        return ("rel", slots["REL"], ("month", None, m))
    return ("month", year_of(slots), m)


def day(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "UNIT" in slots:
        of = ("unit", "month", slots["REL"], "p")
        return ("nth", slots["NTH"], "day", of) if slots["UNIT"] == "month" and slots["NTH"] > 0 else None
    if "D" in slots:
        if slots["D"][0] == "unit":
            return None
        if "WEEKDAY" in slots and slots["D"][0] == "day" and slots["D"][2] is None:
            return ("weekday_day", slots["WEEKDAY"], slots["D"][3])
        plain = "REL" not in slots or slots["D"][0] == "numeric"
        found: Node = slots["D"] if plain else ("rel", slots["REL"], slots["D"])
        return found
    if "DM" in slots:
        return _day(None, slots["DM"][1], slots["DM"][0])
    if "MONTH" not in slots and ("NTH" in slots or "WEEKDAY" in slots or "WDX" in slots):
        return _weekday_day(slots, tokens, i, j)
    if "DAY" in slots and "NN" in slots and "MONTH" not in slots:
        return _day(slots.get("YYYY"), slots["NN"], slots["DAY"]) if tight(tokens, i, j) else None
    if "MONTH" in slots:
        d = _day_number(slots)
        if not isinstance(d, int):
            return None
        node = _day(None, slots["MONTH"], d)
        if node is None:
            return None
        node = ("day", year_of(slots), slots["MONTH"], d)
        return ("rel", slots["REL"], node) if "REL" in slots else node
    if "DAY" in slots:
        return ("day", None, None, slots["DAY"])
    return _numeric_day(slots, tokens, i, j)


def _weekday_day(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """Monday 21, Thu 14th, on the 4th, quarta-feira (21/5)."""
    if "NN2" in slots:
        return ("numeric", slots["NN"], slots["NN2"], None)
    name = next((slots[key] for key in ("WEEKDAY", "WDSHORT", "WDX") if key in slots), None)
    d = slots.get("NTH", slots.get("DAY"))
    if not isinstance(d, int) or not 1 <= d <= 31 or not any(form[0].isdigit() for form in tokens.forms[i:j]):
        return None
    return ("weekday_day", name, d) if name is not None else ("day", None, None, d)


def _day_number(slots: Slots) -> Any:
    """The day of a month; spelled out it is none below two: "a May evening"."""
    if "COUNT" in slots:
        return slots["COUNT"][1] if slots["COUNT"][1] != 1 else None
    return slots["DAY"] if "DAY" in slots else slots["NN"]


def _numeric_day(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """NN/NN/YYYY; the language's order is applied when it is resolved, as only then is it known."""
    if not tight(tokens, i, j) or "NN2" not in slots:
        return None
    if len(slots) == 2:
        return ("numeric", slots["NN"], slots["NN2"], None)
    last = slots.get("YYYY")
    if "NN3" in slots:
        last = full_year(slots["NN3"])
    return ("numeric", slots["NN"], slots["NN2"], last)


def weekday(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "DUR" in slots:
        whole = slots["DUR"][1][-1][1] in ("week", "month", "year")
        return ("weekday_of", slots["WEEKDAY"], ("shift", 1, slots["DUR"], "p")) if whole else None
    if "WDPART" in slots:
        name, part_of_day = slots["WDPART"].split()
        day_node: Node = ("weekday", int(name))
        if "REL" in slots:
            day_node = ("rel", slots["REL"], day_node)
        return ("at", day_node, ("daypart", part_of_day))
    name = next((slots[key] for key in ("WEEKDAY", "WDX", "WDSHORT") if key in slots), None)
    if "DAY" in slots:
        return ("weekday_day", name, slots["DAY"])
    if "UNIT" in slots:
        node = unit(slots, tokens, i, j)
        return ("weekday_of", name, node) if slots["UNIT"] == "week" and node else None
    if "REL" in slots:
        return ("rel", slots["REL"], ("weekday", name))
    if "P" in slots:
        return ("weekday_of", name, slots["P"])
    if "CREL" in slots:
        return ("rel", slots["CREL"], ("weekday", name))
    return ("weekday", name)


def quarter(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return _of_year("quarter", slots["QUARTER"], slots, tokens, j)


def half(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return _of_year("half", slots["HALF"], slots, tokens, j)


def _of_year(kind: str, number: int, slots: Slots, tokens: Tokens, j: int) -> Node | None:
    """A quarter or half with its year, whose last two digits are glued on: 1T23."""
    if "NN" not in slots:
        return (kind, year_of(slots), number)
    return (kind, ("year", full_year(slots["NN"])), number) if tokens.glued(j - 1) else None


def season(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    node = ("season", year_of(slots), slots["SEASON"] if "SEASON" in slots else slots["WSEASON"])
    return ("rel", slots["REL"], node) if "REL" in slots else node


def holiday(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    node = ("holiday", year_of(slots), slots["HOLIDAY"])
    return ("rel", slots["REL"], node) if "REL" in slots else node


def days(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """Two days of one month: 4-6 May 2019, May 4 to 6."""
    m, y = slots["MONTH"], year_of(slots)
    first, last = slots["DAY"], slots["DAY2"]
    if first >= last or _day(None, m, last) is None:
        return None
    return ("range", ("day", y, m, first), ("day", y, m, last))


DATES: dict[str, Builder] = {
    "week": week,
    "iso": iso,
    "month": month,
    "day": day,
    "weekday": weekday,
    "quarter": quarter,
    "half": half,
    "season": season,
    "holiday": holiday,
    "days": days,
}
