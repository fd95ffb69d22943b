"""Which constructions the calendar grammar knows, in which order they apply, and their words in every language."""

from __future__ import annotations

from factcheck.extract.period_grammar import Node

# Constructions by level: each level may build on those above it, and on anything further right.
LEVELS: tuple[tuple[str, ...], ...] = (
    ("count", "fixed"),
    ("duration", "year", "unit", "whole", "week", "iso"),
    ("month", "day"),
    ("weekday", "quarter", "half", "season", "decade", "century", "holiday", "word", "clock", "days"),
    ("part", "nth", "ago", "hence", "within", "later", "earlier", "after", "before", "past", "coming", "to", "head"),
    ("same", "set", "times"),
    ("at",),
    ("range", "season_year"),
    ("open",),
)

# Templates that hold in every language.
SHARED: dict[str, list[str]] = {
    "count": ["NUM", "NUMBER"],
    "fixed": ["UREL"],
    "unit": ["REL DAYPART"],
    "year": ["' NN", "NUMBER ERA"],
    "iso": ["YYYY - MONTH - NN", "YYYY / MONTH / NN", "YYYY - NN - NN", "YYYY / NN / NN"],
    "day": [
        "NN / NN",
        "NN / NN / YYYY",
        "NN - NN - YYYY",
        "NN / NN / NN",
        "NN [-|/] MONTH [-|/] YYYY",
        "MONTH - NN - YYYY",
    ],
    "month": ["NN (-|/) YYYY", "BAREMONTH", "MONTH Y", "MONTH [-|/] YYYY", "YYYY [-|/] MONTH"],
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
    "times": ["T (-|–|—) T"],
    "range": ["P (-|–|—) P", "YDOT (-|–|—) YDOT"],
    "same": ["SAMEPREV"],
}

_UNIT_CLASSES = {"year": ("Y", "P"), "month": ("M", "P"), "day": ("D", "P")}

_CLASSES = {
    "year": ("Y", "P"),
    "month": ("M", "P"),
    "day": ("D", "P"),
    "numeric": ("D", "P"),
    "dur": ("DUR",),
    "clock": ("T",),
    "daypart": ("T",),
    "clocks": ("T",),
    "count": ("COUNT",),
    "open": ("O",),
    "set": ("SETP",),
    "launch": ("O",),
    "ref": ("O",),
}


def classes_of(node: Node) -> tuple[str, ...]:
    """The classes under which templates may use a node."""
    kind = node[0]
    if kind in ("unit", "whole"):
        return _UNIT_CLASSES.get(node[1], ("P",))
    return _CLASSES.get(kind, ("P",))
