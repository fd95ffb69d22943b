"""From the slots of a matched template to a node: times of day, and words such as "now" and "so far"."""

from __future__ import annotations

from factcheck.extract.periods.atoms import PREFIX
from factcheck.extract.periods.build_lengths import Slots
from factcheck.extract.periods.grammar import Builder, Node
from factcheck.extract.words.tokens import Tokens


def word(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    name, value = next(iter(slots.items()))
    return {"NOW": ("now",), "REF": ("ref", value), "LAUNCH": ("launch", value), "YTD": ("ytd",)}[name]


def clock(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "DAYPART" in slots and len(slots) == 1:
        return ("daypart", slots["DAYPART"])
    if "MIN" in slots or "PAST" in slots:
        return _spoken(slots)
    if "CLOCK" in slots:
        return ("clock", *(int(part) for part in slots["CLOCK"].split(":")), None)
    for k in range(i, j - 1):
        if tokens.forms[k] == ":" and (not tokens.glued(k) or len(tokens.forms[k + 1]) != 2):
            return None
    if "NN2" in slots and ":" not in tokens.forms[i:j] and any(form in "-–" for form in tokens.forms[i:j]):
        return ("clocks", ("clock", slots["NN"], None, None), ("clock", slots["NN2"], None, None))
    if "HM" in slots and ("NN" in slots or "HM2" in slots):
        ends = [(slots[k], None) if k[0] == "N" else slots[k] for k in slots if k[:2] in ("NN", "HM")]
        return ("clocks", *(("clock", *end, None) for end in ends))
    named = slots.get("HM", slots.get("HHMM"))
    hour, m = named or (slots.get("NN", slots.get("NUM")), slots.get("NN2"))
    return _time_of_day(hour, m, slots.get("NN3"), slots)


def _spoken(slots: Slots) -> Node | None:
    """Half past three, a quarter to eight, ten minutes past six: minutes after the hour, or before it."""
    minutes = slots["MIN"] if "MIN" in slots else slots["COUNT"][1] * slots["PAST"]
    hour = _time_of_day(slots.get("NN", slots.get("NUM")), 0, None, slots)
    if hour is None or not isinstance(minutes, int) or abs(minutes) >= _HOUR:
        return None
    h, m = divmod(hour[1] * _HOUR + minutes, _HOUR)
    return ("clock", h % 24, m, None)


_HOUR = 60  # minutes


def daytime(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """A clock time with its half of the day: 8 in the evening, the morning at 7."""
    first, last = slots["T"], slots["T2"]
    first, last = (node[2] if node[0] == "part" else node for node in (first, last))
    part, when = (first, last) if first[0] == "daypart" else (last, first)
    if part[0] != "daypart" or when[0] not in ("clock", "clocks"):
        return None
    return afternoon(when) if part[1] in ("AF", "EV", "NI") else when


def afternoon(node: Node) -> Node:
    """The same time of day after noon."""
    if node[0] == "clocks":
        return ("clocks", afternoon(node[1]), afternoon(node[2]))
    return ("clock", node[1] + 12, *node[2:]) if node[0] == "clock" and node[1] < 12 else node


def set_at(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """Every day at 7; and where a language has a word for "in the mornings", 7 in the morning."""
    repeated, when = slots["SETP"][1], slots["T"] if "T" in slots else ("clock", slots["NN"], None, None)
    if isinstance(repeated, str) and repeated[0] == "T":
        return daytime({"T": ("daypart", repeated[1:]), "T2": when}, tokens, i, j)
    return ("set", repeated, when) if when[0] in ("clock", "clocks") and repeated[0] != "daypart" else None


def _time_of_day(h: int | float | str | None, m: int | None, s: int | None, slots: Slots) -> Node | None:
    half_day = slots.get("AMPM") or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(slots.get("DAYPART", ""))
    if not isinstance(h, int) or (half_day and h > 24):
        return None
    if half_day == "pm" and h < 12:
        h += 12
    if half_day == "am" and h == 12:
        h = 0
    return ("clock", h, m, s) if h <= 24 and (m or 0) < 60 and (s or 0) < 60 else None


def times(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """Two times of day; "1-3 pm" means the afternoon for both."""
    if "T" not in slots:
        numbers = [slots[name] for name in slots if name.startswith("NN")]
        last = _time_of_day(numbers[-1], None, None, slots)
        first = _time_of_day(numbers[0], numbers[1] if len(numbers) > 2 else None, None, {})
    else:
        first, last = slots["T"], slots.get("T2")
        if last is None:
            first, last = ("clock", slots["NN"], slots.get("NN2"), None), first
    if first is None or last is None or first[0] != "clock" or last[0] != "clock":
        return None
    halves = [first for first, last, _ in tokens.hits.get(PREFIX + "AMPM", ()) if i <= first < j]
    if first[1] < 12 <= last[1] and first[1] + 12 <= last[1] and len(halves) < 2 and not tokens.words[j - 1].isdigit():
        first = ("clock", first[1] + 12, *first[2:])
    return ("clocks", first, last)


def set_(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "LONG" in slots:
        return ("dur", slots["LONG"])
    if "DAYPART" in slots:
        return ("set", ("daypart", slots["DAYPART"]))
    if "SET" in slots:
        return ("set", slots["SET"])
    if "DUR" in slots:
        return ("set", slots["DUR"])
    if "UNIT" in slots:
        return ("set", ("dur", ((slots["COUNT"][1] if "COUNT" in slots else 1, slots["UNIT"]),)))
    return ("set", ("weekday", slots["WEEKDAY"]))


def at(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "P" not in slots:
        d = next(slots[name] for name in ("DAY", "NTH", "NN") if name in slots)
        return ("at", ("day", None, None, d), slots["T"]) if slots["T"][0] != "daypart" and 1 <= d <= 31 else None
    if not is_day(slots["P"]):
        return None
    if "T" in slots:
        return ("at", slots["P"], slots["T"])
    hours = [slots[name] for name in slots if name.startswith("NN")]
    if not hours:
        return slots["P"]  # type: ignore[no-any-return]  # in der Nacht zum Montag
    if max(hours) > 24:
        return None
    clocks = [("clock", h, None, None) for h in hours]
    return ("at", slots["P"], clocks[0] if len(clocks) == 1 else ("clocks", *clocks))


_DAYS = frozenset(("day", "numeric", "weekday", "weekday_day", "weekday_of", "nth_weekday", "holiday", "shift"))


def is_day(node: Node) -> bool:
    """Whether a node stands for one day, so that it may have an hour."""
    if node[0] == "rel":
        return is_day(node[2])
    return (
        node[0] in _DAYS
        or (node[0] in ("unit", "whole") and node[1] == "day")
        or (node[0] == "nth" and node[2] == "day")
    )


TIMES: dict[str, Builder] = {
    "set": set_,
    "at": at,
    "word": word,
    "clock": clock,
    "times": times,
    "daytime": daytime,
    "set_at": set_at,
}
