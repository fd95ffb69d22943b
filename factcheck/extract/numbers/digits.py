"""Printed digits to values: separators of the language, of the other convention, spaces, apostrophes, Indian groups."""

from __future__ import annotations

import re
from functools import lru_cache

_SPACES = re.compile(r"[\u00a0\u202f\u2009 ]")
_SEPARATOR = re.compile(r"[.,'’]")
_TRIPLES = 3  # so many numbers with three decimals, some of them 00, are thousands
_LONGEST = 40  # longer runs of digits are no numbers that news prints
_MARKED = re.compile(r"\d(?<![\d.,]\d)\d*+(?:[.,]\d++)+")


@lru_cache(maxsize=65536)
def parse_digits(form: str, decimal: str) -> tuple[float, int] | None:
    """The value of printed digits and how many decimals they show; None for versions, addresses and lists."""
    if len(form) > _LONGEST:
        return None
    if form.isdecimal():
        return float(form), 0
    text = _SPACES.sub("", form)
    signs = _SEPARATOR.findall(text)
    if not signs:
        return float(text), 0
    parts = _SEPARATOR.split(text)
    kinds = list(dict.fromkeys("'" if sign == "’" else sign for sign in signs))
    if len(kinds) > 2 or (len(kinds) == 2 and (signs[-1] in "'’" or signs.count(signs[-1]) > 1)):
        return None
    if len(kinds) == 2:
        return _value(parts[:-1], parts[-1]) if _grouped(parts[:-1]) else None
    if len(signs) > 1 or kinds[0] == "'":
        return _value(parts, "") if _grouped(parts) else None
    spaced = text != form
    if kinds[0] != decimal and not spaced and _grouped(parts) and parts[0] != "0":
        return _value(parts, "")
    return _value(parts[:1], parts[1])


def _grouped(parts: list[str]) -> bool:
    """Whether the parts are groups of three, or Indian groups (1,50,000)."""
    if len(parts) == 1:
        return True
    middle = {len(part) for part in parts[1:-1]}
    return 1 <= len(parts[0]) <= 3 and len(parts[-1]) == 3 and (middle <= {3} or (middle <= {2} and len(parts[0]) <= 2))


def _value(whole: list[str], decimals: str) -> tuple[float, int]:
    return float(f"{''.join(whole)}.{decimals or '0'}"), len(decimals)


def decimal_mark(text: str, usual: str, local: str | None = None) -> str:
    """The decimal sign a text uses: the usual one of its language, unless its numbers agree on the other.

    "8,412 millones" beside "86.3 %" is Mexican usage, although Spanish usually writes it the other way round. `local`
    is the sign of the country a text is about; it decides where the numbers say nothing else: 2,250 pesos.
    """
    votes = {".": 0, ",": 0}
    triples: dict[str, list[str]] = {".": [], ",": []}  # 41.300, where the dot may group or part decimals
    for form in _MARKED.findall(text):
        signs = _SEPARATOR.findall(form)
        parts = _SEPARATOR.split(form)
        other = "," if signs[0] == "." else "."
        if len(set(signs)) == 2 and signs.count(signs[-1]) == 1:
            votes[signs[-1]] += 2
        elif len(signs) > 1 and len(set(signs)) == 1 and _grouped(parts):
            votes[other] += 2
        elif len(signs) == 1 and len(parts[1]) == 1:
            votes[signs[0]] += 1
        elif _grouped(parts) and parts[0] != "0":
            triples[signs[0]].append(parts[1])
    unusual = "." if usual == "," else ","
    round_ones = sum(last.endswith("00") for last in triples[usual])
    grouped = len(triples[usual]) >= _TRIPLES and round_ones > 1 and not triples[unusual]
    grouped = grouped or (local == unusual and bool(triples[usual]) and not triples[unusual])
    return unusual if (votes[unusual] >= 2 or grouped) and not votes[usual] else usual
