"""From the slots of a matched template to a node: what was said, before it is known when that was."""

from __future__ import annotations

from datetime import date
from typing import Any

from factcheck.extract.period_grammar import Builder, Node
from factcheck.extract.tokens import Tokens

Slots = dict[str, Any]

# Constructions by level: each level may build on those above it, and on anything further right.
LEVELS: tuple[tuple[str, ...], ...] = (
    ("count", "fixed"),
    ("duration", "year", "unit", "whole", "week", "iso"),
    ("month", "day"), ("weekday", "quarter", "half", "season", "decade", "century", "holiday", "word", "clock", "days"),
    ("part", "nth", "ago", "hence", "within", "later", "earlier", "after", "before", "past", "coming", "to", "head", "same", "set"),
    ("at",),
    ("range", "season_year"),
    ("open",),
)

# Templates that hold in every language.
SHARED: dict[str, list[str]] = {
    "count": ["NUM", "NUMBER"],
    "fixed": ["UREL"],
    "year": ["' NN", "NUMBER ERA"],
    "iso": ["YYYY - MONTH - NN", "YYYY / MONTH / NN", "YYYY - NN - NN", "YYYY / NN / NN"],
    "day": ["NN / NN / YYYY", "NN - NN - YYYY", "NN / NN / NN", "NN [-|/] MONTH [-|/] YYYY", "MONTH - NN - YYYY"],
    "month": ["BAREMONTH", "MONTH Y", "MONTH [-|/] YYYY", "YYYY [-|/] MONTH"],
    "weekday": ["WEEKDAY"],
    "quarter": ["QUARTER", "QUARTER [-|/] Y", "Y [-|/] QUARTER"],
    "half": ["HALF Y", "Y [-|/] HALF"],
    "season": ["SEASON", "SEASON [/] Y"],
    "decade": ["DECADE"],
    "century": ["CENTURY"],
    "holiday": ["HOLIDAY", "HOLIDAY Y"],
    "word": ["NOW", "REF", "LAUNCH", "YTD"],
    "clock": ["NN : NN", "NN : NN : NN", "NN : NN AMPM", "NN : NN : NN AMPM", "NN AMPM", "HM AMPM", "CLOCK", "DAYPART"],
    "set": ["SET"],
    "season_year": ["YYYY - NN", "YYYY / NN"],
    "range": ["P (-|–|—) P", "YDOT (-|–|—) YDOT", "T (-|–|—) T"],
    "same": ["SAMEPREV"],
}


def classes_of(node: Node) -> tuple[str, ...]:
    """The classes under which templates may use a node."""
    kind = node[0]
    if kind in ("unit", "whole"):
        return _UNIT_CLASSES.get(node[1], ("P",))
    return _CLASSES.get(kind, ("P",))


_UNIT_CLASSES = {"year": ("Y", "P"), "month": ("M", "P"), "day": ("D", "P")}
_CLASSES = {
    "year": ("Y", "P"),
    "month": ("M", "P"),
    "day": ("D", "P"),
    "dur": ("DUR",),
    "clock": ("T",),
    "daypart": ("T",),
    "count": ("COUNT",),
    "open": ("O",),
    "set": ("SETP",),
    "launch": ("O",),
    "ref": ("O",),
}


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


def year(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "ERA" in slots:
        return ("bc", slots["NUMBER"]) if isinstance(slots["NUMBER"], int) else None
    if "NN" in slots:
        if not tokens.glued(j - 1) or len(tokens.forms[j - 1]) != 2 or (i and tokens.glued(i)):
            return None
        return ("year", full_year(slots["NN"]))
    if "NUM" in slots:
        thousands, units = slots["NUM"], slots.get("NUM2", 0)
        return ("year", thousands + units)
    return ("year", slots["YYYY"], "fiscal") if "FISCAL" in slots else ("year", slots["YYYY"])


def full_year(two_digits: int) -> int:
    """The year of a two-digit one, in the hundred years that end in 2035."""
    return two_digits + (2000 if two_digits < 36 else 1900)


def unit(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "UREL" in slots:
        name, offset, *rest = slots["UREL"].split()
        parts = [part for part in rest if part != "c"]
        return ("unit", name, int(offset), "c" if "c" in rest else "p", *parts)
    name = slots["UNIT"]
    if name in ("hour", "minute", "second"):
        return None
    offset = slots["CREL"] if "CREL" in slots else slots["REL"]
    factor, name = _COMPOUND_UNITS.get(name, (1, name))
    return ("unit", name or "half", offset * factor, "c" if "CREL" in slots else "p")


def whole(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """ "The quarter", "the year": the one spoken of."""
    return None if slots["UNIT"] in ("hour", "minute", "second", "half", "night") else ("whole", slots["UNIT"])


def week(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "D" in slots:
        return ("week_from", slots["D"])
    return ("week", _year_of(slots), slots["NN"]) if 1 <= slots["NN"] <= 53 else None


def iso(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    d = slots["NN2"] if "NN2" in slots else slots["NN"]
    m = slots["NN"] if "NN2" in slots else slots["MONTH"]
    return _day(slots["YYYY"], m, d) if _tight(tokens, i, j) else None


def _tight(tokens: Tokens, i: int, j: int) -> bool:
    return all(tokens.glued(k) for k in range(i + 1, j))


def _day(y: int | None, m: int, d: int) -> Node | None:
    try:
        date(2000 if y is None else y, m, d)
    except ValueError:
        return None
    return ("day", None if y is None else ("year", y), m, d)


def month(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    m = slots["MONTH"] if "MONTH" in slots else slots["BAREMONTH"]
    if "NN" in slots:
        return ("month", ("year", full_year(slots["NN"])), m)
    if "REL" in slots:
        return ("rel", slots["REL"], ("month", None, m))
    return ("month", _year_of(slots), m)


def _year_of(slots: Slots) -> Node | None:
    if "Y" in slots:
        return slots["Y"]  # type: ignore[no-any-return]
    return ("year", slots["YYYY"]) if "YYYY" in slots else None


def day(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "D" in slots:
        if slots["D"][0] == "unit":
            return None
        return slots["D"] if "REL" not in slots else ("rel", slots["REL"], slots["D"])
    if "DM" in slots:
        return _day(None, slots["DM"][1], slots["DM"][0])
    if "WEEKDAY" in slots and "DAY" in slots:
        return ("weekday_day", slots["WEEKDAY"], slots["DAY"])
    if "DAY" in slots and "NN" in slots and "MONTH" not in slots:
        return _day(slots.get("YYYY"), slots["NN"], slots["DAY"]) if _tight(tokens, i, j) else None
    if "MONTH" in slots:
        d = slots["DAY"] if "DAY" in slots else slots["NN"]
        node = _day(None, slots["MONTH"], d)
        if node is None:
            return None
        node = ("day", _year_of(slots), slots["MONTH"], d)
        return ("rel", slots["REL"], node) if "REL" in slots else node
    if "DAY" in slots:
        return ("day", None, None, slots["DAY"])
    return _numeric_day(slots, tokens, i, j)


def _numeric_day(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """NN/NN/YYYY; the language's order is applied when it is resolved, as only then is it known."""
    if not _tight(tokens, i, j) or "NN2" not in slots:
        return None
    if len(slots) == 2:
        return ("numeric", slots["NN"], slots["NN2"], None)
    last = slots.get("YYYY")
    if "NN3" in slots:
        last = full_year(slots["NN3"])
    return ("numeric", slots["NN"], slots["NN2"], last)


def weekday(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "WDPART" in slots:
        name, part_of_day = slots["WDPART"].split()
        node = ("weekday", int(name)) if "REL" not in slots else ("rel", slots["REL"], ("weekday", int(name)))
        return ("at", node, ("daypart", part_of_day))
    name = next((slots[key] for key in ("WEEKDAY", "WDX") if key in slots), None)
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
        return ("weekday", name)
    return ("weekday", name)


def quarter(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("quarter", _year_of(slots), slots["QUARTER"])


def half(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("half", _year_of(slots), slots["HALF"])


def season(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    node = ("season", _year_of(slots), slots["SEASON"] if "SEASON" in slots else slots["WSEASON"])
    return ("rel", slots["REL"], node) if "REL" in slots else node


def decade(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    value = next((slots[key] for key in ("DECADE", "YYYY", "NN") if key in slots), None)
    if value is None or value % 10:
        return None
    return ("decade", 1900 + value if value < 100 and value >= 20 else 2000 + value if value < 100 else value)


def century(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    n = slots["CENTURY"] if "CENTURY" in slots else slots.get("NTH", slots.get("ROMAN"))
    return ("century", n) if n is not None and 1 <= n <= 21 else None


def holiday(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    node = ("holiday", _year_of(slots), slots["HOLIDAY"])
    return ("rel", slots["REL"], node) if "REL" in slots else node


def word(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    name, value = next(iter(slots.items()))
    return {"NOW": ("now",), "REF": ("ref", value), "LAUNCH": ("launch",), "YTD": ("ytd",)}[name]


def clock(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "DAYPART" in slots and len(slots) == 1:
        return ("daypart", slots["DAYPART"])
    if "CLOCK" in slots:
        h, m = (int(part) for part in slots["CLOCK"].split(":"))
        return ("clock", h, m, None)
    if any(form == ":" and not tokens.glued(i + k) for k, form in enumerate(tokens.forms[i:j])):
        return None
    if "NN2" in slots and ":" not in tokens.forms[i:j] and any(form in "-–" for form in tokens.forms[i:j]):
        return ("clocks", ("clock", slots["NN"], None, None), ("clock", slots["NN2"], None, None))
    if "HM" in slots and ("NN" in slots or "HM2" in slots):
        ends = [(slots[k], None) if k[0] == "N" else slots[k] for k in slots if k[:2] in ("NN", "HM")]
        return ("clocks", *(("clock", *end, None) for end in ends))
    h, m = slots["HM"] if "HM" in slots else (slots.get("NN", slots.get("NUM")), slots.get("NN2"))
    half_day = slots.get("AMPM") or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(slots.get("DAYPART", ""))
    if not isinstance(h, int) or (half_day and h > 24):
        return None
    if half_day == "pm" and h < 12:
        h += 12
    if half_day == "am" and h == 12:
        h = 0
    s = slots.get("NN3")
    return ("clock", h, m, s) if h <= 24 and (m or 0) < 60 and (s or 0) < 60 else None


def days(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """Two days of one month: 4-6 May 2019, May 4 to 6."""
    m, y = slots["MONTH"], _year_of(slots)
    first, last = slots["DAY"], slots["DAY2"]
    if first >= last or _day(None, m, last) is None:
        return None
    return ("range", ("day", y, m, first), ("day", y, m, last))


def part(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    for edge, name in (("YEDGE", "year"), ("MEDGE", "month")):
        if edge in slots:
            return ("part", slots[edge], slots.get("Y") or slots.get("P") or ("unit", name, 0, "p"))
    if "UNIT" in slots:
        return ("part", slots["PART"], ("unit", slots["UNIT"], slots["REL"], "p"))
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


def _length(slots: Slots) -> Node:
    if "DUR" in slots:
        return slots["DUR"]  # type: ignore[no-any-return]
    amount = slots["COUNT"][1] if "COUNT" in slots else 1
    return ("dur", ((amount, slots["UNIT"]),))


def past(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("window", -1, _length(slots), None)


def coming(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    return ("window", 1, _length(slots), None)


def to(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    length = _length(slots)
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
        return ("set", "T" + slots["DAYPART"])
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
    if "T" in slots:
        return ("clocks", slots["T"], slots["T2"]) if "T2" in slots else ("clocks", ("clock", slots["NN"], None, None), slots["T"])
    first, last = slots.get("P") or slots.get("Y"), slots.get("P2") or slots.get("Y2")
    if "NN" in slots:
        last = ("year", first[1] // 100 * 100 + slots["NN"]) if first and first[0] == "year" else None
    if first is None or last is None or first[0] in ("now", "range") or last[0] == "range":
        return None
    if first[0] == last[0] == "year" and not first[1] < last[1] <= first[1] + 500:
        return None
    return ("range", first, last)


def season_year(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """2012-13 is a season or a fiscal year; 2012-03 is a month."""
    y, n = slots["YYYY"], slots["NN"]
    if not _tight(tokens, i, j) or len(tokens.forms[j - 1]) != 2 or (j < len(tokens) and tokens.forms[j] in "-/"):
        return None
    if n == (y + 1) % 100 or n > 12:
        return ("range", ("year", y), ("year", y - y % 100 + n)) if n > y % 100 else None
    return ("month", ("year", y), n) if n and tokens.forms[i + 1] == "-" else None


def open_(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if slots["P"][0] == "now" and slots["OPEN"] != "until":
        return None
    return ("open", slots["OPEN"], slots["P"])


BUILDERS: dict[str, Builder] = {
    "count": count, "duration": duration, "year": year, "unit": unit, "fixed": unit, "whole": whole, "week": week, "iso": iso, "month": month, "day": day,
    "weekday": weekday, "quarter": quarter, "half": half, "season": season, "decade": decade, "century": century,
    "holiday": holiday, "word": word, "clock": clock, "days": days, "part": part, "nth": nth, "ago": ago,
    "hence": hence, "within": within, "later": later, "earlier": earlier, "after": after, "before": before, "past": past,
    "coming": coming, "to": to, "head": head, "same": same, "set": set_, "at": at, "range": range_,
    "season_year": season_year, "open": open_,
}  # fmt: skip
