"""From the slots of a matched template to a node: years in digits and in words, decades, centuries, 2012-13."""

from __future__ import annotations

from factcheck.extract.periods.build_lengths import Slots
from factcheck.extract.periods.grammar import Builder, Node
from factcheck.extract.words.tokens import Tokens


def year(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    if "ERA" in slots:
        return ("bc", slots["NUMBER"]) if isinstance(slots["NUMBER"], int) else None
    if "NN" in slots:
        if not tokens.glued(j - 1) or len(tokens.forms[j - 1]) != 2 or (i and tokens.glued(i)):
            return None
        return ("year", full_year(slots["NN"]))
    if "COUNT" in slots or "THOUSAND" in slots or "CENT" in slots:
        mixed = any(form[0].isdigit() for form in tokens.forms[i:j])  # mil 594 are so many
        return None if mixed else _spelled_year(slots)
    return ("year", slots["YYYY"], "fiscal") if "FISCAL" in slots else ("year", slots["YYYY"])


def _spelled_year(slots: Slots) -> Node | None:
    """Nineteen ninety-six, nineteen hundred and five, two thousand and fifteen."""
    first, rest = slots.get("NUM", slots.get("CENT", 1)), slots.get("COUNT", ("count", 0))[1]
    scale = 1000 if "THOUSAND" in slots else 100
    if not isinstance(first, int) or not isinstance(rest, int) or rest >= scale:
        return None
    value = first * scale + rest
    plausible = value >= _SPELLED if scale == 1000 else first > 10 and (rest > 9 or "HUNDRED" in slots)
    return ("year", value, "words") if plausible and value < _FUTURE else None


_SPELLED, _FUTURE = 1100, 2100


def full_year(two_digits: int) -> int:
    """The year of a two-digit one, in the hundred years that end in 2035."""
    return two_digits + (2000 if two_digits < 36 else 1900)


def decade(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    value = next((slots[key] for key in ("DECADE", "YYYY", "NN") if key in slots), None)
    if value is None or value % 10:
        return None
    return ("decade", 1900 + value if value < 100 and value >= 20 else 2000 + value if value < 100 else value)


def century(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    n = slots["CENTURY"] if "CENTURY" in slots else slots.get("NTH", slots.get("ROMAN"))
    return ("century", n) if n is not None and 1 <= n <= 21 else None


def season_year(slots: Slots, tokens: Tokens, i: int, j: int) -> Node | None:
    """2012-13 is a season or a fiscal year, as 2012-2013 is behind such a word; 2012-19 is a range, 2012-03 a month."""
    y, led = slots["YYYY"], "UNIT" in slots or "FISCAL" in slots
    if not tight(tokens, j - 3, j) or slots.get("UNIT", "season") not in ("season", "year"):
        return None
    if "YYYY2" in slots:
        split = slots["YYYY2"] == y + 1 and (led or tokens.forms[j - 2] == "/")
        return ("split", ("year", y), ("year", y + 1)) if split else None
    n = slots["NN"]
    if len(tokens.forms[j - 1]) != 2 or (j < len(tokens) and tokens.forms[j] in "-/"):
        return None
    if n == (y + 1) % 100:
        return ("split", ("year", y), ("year", y + 1))
    if led or 12 < n <= y % 100 + 20:
        return ("range", ("year", y), ("year", y - y % 100 + n)) if n > y % 100 else None
    return ("month", ("year", y), n) if n and tokens.forms[j - 2] == "-" else None


def year_of(slots: Slots) -> Node | None:
    if "Y" in slots:
        return slots["Y"]  # type: ignore[no-any-return]
    return ("year", slots["YYYY"]) if "YYYY" in slots else None


def tight(tokens: Tokens, i: int, j: int) -> bool:
    return all(tokens.glued(k) for k in range(i + 1, j))


YEARS: dict[str, Builder] = {"year": year, "decade": decade, "century": century, "season_year": season_year}
