"""Which constructions the calendar grammar knows, in which order they apply, and their words in every language."""

from __future__ import annotations

from factcheck.extract.periods.grammar import Node

# Constructions by level: each level may build on those above it, and on anything further right.
LEVELS: tuple[tuple[str, ...], ...] = (
    ("count", "fixed"),
    ("duration", "year", "unit", "whole", "week", "iso"),
    ("month", "day"),
    ("weekday", "quarter", "half", "season", "decade", "century", "holiday", "word", "clock", "days"),
    (
        "part",
        "nth",
        "ago",
        "hence",
        "within",
        "later",
        "earlier",
        "after",
        "before",
        "past",
        "prior",
        "coming",
        "to",
        "head",
        "weekend_of",
    ),
    ("same", "set", "times"),
    ("daytime", "set_at"),
    ("at",),
    ("range", "season_year", "from_now"),
    ("open",),
)

# Templates that hold in every language.
SHARED: dict[str, list[str]] = {
    "count": ["NUM", "NUMBER"],
    "fixed": ["UREL"],
    "unit": ["REL DAYPART"],
    "year": ["' NN", "NUMBER ERA"],
    "iso": [
        "YYYY - MONTH - NN",
        "YYYY / MONTH / NN",
        "YYYY - NN - NN",
        "YYYY / NN / NN",
        "YYYY (-|/) NN (-|/) MONTH",
        "MONTH (-|/) YYYY (-|/) NN",
        "NN (-|/) YYYY (-|/) MONTH",
    ],
    "day": [
        "NN / NN",
        "NN / NN / YYYY",
        "NN - NN - YYYY",
        "NN / NN / NN",
        "NN [-|/] MONTH [-|/] YYYY",
        "MONTH - NN - YYYY",
        "WEEKDAY ( D )",
        "WEEKDAY ( NN / NN )",
        "WDX ( NN / NN )",
        "WEEKDAY ( DM )",
        "WDX ( DM )",
    ],
    "month": ["NN (-|/) YYYY", "BAREMONTH", "MONTH Y", "MONTH [-|/] YYYY", "YYYY [-|/] MONTH"],
    "weekday": ["WEEKDAY", "WEEKDAY ( DAY )", "WDX ( DAY )"],
    "quarter": ["QUARTER", "QUARTER [-|/] Y", "Y [-|/] QUARTER", "QUARTER NN"],
    "half": ["HALF Y", "Y [-|/] HALF", "HALF NN"],
    "season": ["SEASON", "SEASON [/] Y"],
    "decade": ["DECADE"],
    "century": ["CENTURY"],
    "holiday": ["HOLIDAY", "HOLIDAY Y"],
    "word": ["NOW", "REF", "LAUNCH", "YTD"],
    "clock": [
        "NN : NN",
        "NN : NN : NN",
        "NN : NN AMPM",
        "NN : NN : NN AMPM",
        "NN AMPM",
        "HM AMPM",
        "HHMM AMPM",
        "CLOCK",
        "DAYPART",
    ],
    "set": ["SET"],
    "daytime": ["T T"],
    "set_at": ["SETP [,] T", "T SETP"],
    "season_year": ["[UNIT] YYYY (-|/|–) (NN|YYYY)", "FISCAL YYYY (-|/|–) (NN|YYYY)"],
    "times": ["T (-|–|—) T"],
    "range": ["P (-|–|—|~) P", "YDOT (-|–|—) YDOT"],
    "same": ["SAMEPREV"],
    "open": ["OPEN T", "P [,] OPEN T", "T OPENPOST", "P [,] OPENPOST"],
    "duration": ["COUNT UNIT [,] COUNT UNIT [,] COUNT UNIT"],
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
    if kind == "year" and node[-1] == "words":
        return ("Y",)  # spelled out, it needs a month or a day beside it
    if kind == "part" and node[2][0] == "daypart":
        return ("T",)
    if kind in ("unit", "whole"):
        return _UNIT_CLASSES.get(node[1], ("P",))
    return _CLASSES.get(kind, ("P",))
