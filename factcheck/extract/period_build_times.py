"""From the slots of a matched template to a node: times of day, and words such as "now" and "so far"."""

from __future__ import annotations

from factcheck.extract.period_build_spans import Slots
from factcheck.extract.period_grammar import Builder, Node
from factcheck.extract.tokens import Tokens


def word(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    name, value = next(iter(slots.items()))
    return {"NOW": ("now",), "REF": ("ref", value), "LAUNCH": ("launch",), "YTD": ("ytd",)}[name]


def clock(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "DAYPART" in slots and len(slots) == 1:
        return ("daypart", slots["DAYPART"])
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
    hour, m = slots["HM"] if "HM" in slots else (slots.get("NN", slots.get("NUM")), slots.get("NN2"))
    return _time_of_day(hour, m, slots.get("NN3"), slots)


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
    if first[1] < 12 <= last[1] and first[1] + 12 <= last[1] and tokens.words[j - 1] not in tokens.words[i : j - 1]:
        first = ("clock", first[1] + 12, *first[2:])
    return ("clocks", first, last)


TIMES: dict[str, Builder] = {"word": word, "clock": clock, "times": times}
