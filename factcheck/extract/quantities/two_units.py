"""One measure printed in two units: 6 ft 2 in, 5 feet, 11 inches, 8 lb 3 oz, 67 years and three months."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.units import dimension

_SMALLER = {
    "foot": ("inch", 12),
    "pound": ("ounce", 16),
    "stone": ("pound", 14),
    "year": ("month", 12),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_SIGNS = {"inch": frozenset({"in", "ins", "″"})}  # too short to be units anywhere else


def join_units(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the smaller unit of a measure joined to the larger one before it."""
    found: list[Draft] = []
    for draft in drafts:
        whole = found[-1] if found else None
        last = _end(reading, whole, draft) if whole is not None and whole.unit in _SMALLER else None
        if whole is None or last is None:
            found.append(draft)
            continue
        parts = _SMALLER[whole.unit][1]
        whole.value = float(f"{whole.value + draft.value / parts:.15g}")
        whole.number.step, whole.number.decimals = 1 / parts, True
        whole.widen(whole.first, last)
        whole.core = (whole.core[0], last)
    return found


def _end(reading: Reading, whole: Draft, draft: Draft) -> int | None:
    """The token behind the smaller part, where a draft is one."""
    unit, parts = _SMALLER[whole.unit]
    between = [i for i in range(whole.last, draft.first) if reading.word(i) != "-"]
    signed = dimension(whole.unit) != "time" and between and reading.word(between[0]) == ","
    tied = len(between) <= 1 and all(signed or i in reading.starts("conjunction") for i in between)
    if not tied or whole.value % 1 or not 0 < draft.value < parts:
        return None
    if draft.unit == unit:
        return draft.last
    return draft.last + 1 if draft.unit == "count" and reading.word(draft.last) in _SIGNS.get(unit, ()) else None
