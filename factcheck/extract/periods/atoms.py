"""The calendar words and numbers of a sentence, each under the classes that templates use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.extract.periods.grammar import Edge
from factcheck.extract.periods.steps import PARTS_OF_YEAR
from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary

PREFIX = "t_"
FRACTION = PREFIX + "FRACTION"
# Without one of these, or a year in digits, a sentence holds no calendar expression.
ANCHORS = frozenset(
    PREFIX + name
    for name in (
        "MONTH", "WEEKDAY", "WDSHORT", "WDX", "WDPART", "SEASON", "WSEASON", "HOLIDAY", "QUARTER", "HALF", "DECADE",
        "CENTURY", "ERA", "UNIT", "PLURAL", "UREL", "YEDGE", "MEDGE", "SAMEPREV", "YTD", "LAUNCH", "NOW", "REF",
        "SET", "LONG", "DAYPART", "CLOCK", "OCLOCK", "AMPM", "MIN", "HOUR", "THOUSAND", "CENT",
    )
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1000, 2199
_SMALL = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_ROMAN = {"XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}


def has_year(tokens: Tokens) -> bool:
    """True where some token could be a year, a date or a time in digits (2018, 9.11.2004, 9.11., 18:30)."""
    if not tokens.digits:
        return False
    forms = tokens.forms
    for i in tokens.digits:
        form, size = forms[i], len(forms[i])
        if size >= 4 and (
            size == 8 or (size > 5 and "." in form) or (size == 4 and form[0] in "12" and form.isdigit())
        ):
            return True
        if "." in form and forms[i + 1 : i + 2] == ["."] and tokens.glued(i + 1) and i + 2 < len(forms):
            return True  # am 12.10. war
    return "/" in forms or ":" in forms


_DAYS = range(1, 32)


def places(tokens: Tokens, edges: dict[int, list[Edge]]) -> list[int]:
    """The tokens, from right to left, at which an expression may begin: those near an anchor."""
    near: set[int] = set()
    for category in ANCHORS & tokens.hits.keys():
        reach = 1 if category in _ALONE else REACH
        ahead = _AHEAD.get(category, 0)
        for first, last, _ in tokens.hits[category]:
            near.update(range(max(first - reach, 0), min(last + ahead, len(tokens))))
    for i in tokens.digits:
        if len(tokens.forms[i]) >= 4 or (i + 1 < len(tokens) and tokens.forms[i + 1] in _DATE_SIGNS):
            near.update(range(max(i - REACH, 0), i + 1))
    return sorted(near, reverse=True)


REACH = 10  # tokens of an expression before its anchor
_ALONE = frozenset(PREFIX + name for name in ("NOW", "REF", "LAUNCH", "SET", "YTD", "HOUR"))
# Tokens after an anchor at which the rest of its expression may begin: a year in words, the hour of a day.
_AHEAD = {
    PREFIX + name: reach
    for name, reach in (("THOUSAND", 5), ("CENT", 5), ("WEEKDAY", 5), ("WDX", 5), ("UREL", 4), ("DAYPART", 3))
}
_DATE_SIGNS = frozenset("/-:.")


class Atoms:
    """Reads the atoms of sentences by one language's conventions."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        section = vocabulary.section("periods")
        self.suffixes = frozenset(section.get("ordinal_suffixes", ()))
        self.before_month = frozenset(section.get("month_before", ()))
        self.decimal = vocabulary.cldr.get("separators", {}).get("decimal", ".")

    def read(self, tokens: Tokens) -> dict[int, list[Edge]]:
        """The edges of all atoms, by first token."""
        edges: dict[int, list[Edge]] = {}
        for category, hits in tokens.hits.items():
            if not category.startswith(PREFIX):
                continue
            name = category[len(PREFIX) :]
            for first, last, payload in hits:
                found = edges.setdefault(first, [])
                if name == "MONTH":
                    self._month(found, tokens, first, last, payload)
                else:
                    found.append((name, last, payload))
                    if name == "NTH" and isinstance(payload, int) and 0 < payload <= 31:
                        found.append(("DAY", last, payload))
        for i in tokens.digits:
            edges.setdefault(i, []).extend(self._number(tokens, i, tokens.forms[i]))
        for first, _, name in tokens.hits.get(PREFIX + "UNIT", ()):
            if first and name in PARTS_OF_YEAR and (n := _SMALL.get(tokens.forms[first - 1])):
                edges.setdefault(first - 1, []).append(("NTH", first, n))
        if not _ROMAN.keys().isdisjoint(tokens.forms):
            for i, form in enumerate(tokens.forms):
                if form in _ROMAN:
                    edges.setdefault(i, []).append(("ROMAN", i + 1, _ROMAN[form]))
        return edges

    def _month(self, found: list[Edge], tokens: Tokens, first: int, last: int, payload: tuple[int, Any]) -> None:
        m, bare = payload
        found.append(("MONTH", last, m))
        if bare is True or (bare == "check" and first and tokens.words[first - 1] in self.before_month):
            found.append(("BAREMONTH", last, m))

    def _number(self, tokens: Tokens, i: int, form: str) -> Iterator[Edge]:
        if form.isdigit():
            yield from self._integer(tokens, i, form)
        elif "." in form or "," in form:
            yield from self._dotted(form, i)
            if "," in form and not _measures(tokens, i + 1):
                yield from (edge for edge in self._dotted(form.replace(",", "."), i) if edge[0] == "HM")
            plain = form.replace(self.decimal, "#").replace(".", "").replace(",", "").replace("#", ".")
            if plain.count(".") == 1 and plain.replace(".", "").isdigit():
                yield "NUMBER", i + 1, float(plain)
            elif plain.isdigit():
                yield "NUMBER", i + 1, int(plain)

    def _integer(self, tokens: Tokens, i: int, form: str) -> Iterator[Edge]:
        value = int(form) if len(form) < 12 else 0
        yield "NUMBER", i + 1, value
        if len(form) <= 2:
            yield "NN", i + 1, value
            if 1 <= value <= 31:
                yield "DAY", i + 1, value
            end = self._suffix_end(tokens, i + 1)
            if end:
                yield "NTH", end, value
                if 1 <= value <= 31:
                    yield "DAY", end, value
        elif (
            len(form) == 8 and 1900 <= value // 10000 < 2100 and 1 <= value // 100 % 100 <= 12 and value % 100 in _DAYS
        ):
            yield "DATE", i + 1, [value % 100, value // 100 % 100, value // 10000]
        elif len(form) == 4 and FIRST_YEAR <= value <= LAST_YEAR and not _part_of_name(tokens, i):
            yield "YYYY", i + 1, value
            yield "Y", i + 1, ("year", value)
            yield "P", i + 1, ("year", value)
            if value // 100 < 24 and value % 100 < 60:
                yield "HHMM", i + 1, (value // 100, value % 100)

    def _suffix_end(self, tokens: Tokens, i: int) -> int:
        """The token after an ordinal's suffix (st, 1º, 1.º); 0 where there is none."""
        words, size = tokens.words, len(tokens)
        if i < size and tokens.glued(i):
            if words[i] in self.suffixes:
                return i + 1
            if words[i] == "." and i + 1 < size and tokens.glued(i + 1) and words[i + 1] in self.suffixes:
                return i + 2
        return 0

    @staticmethod
    def _dotted(form: str, i: int) -> Iterator[Edge]:
        parts = form.split(".")
        if not all(part.isdigit() and len(part) in (1, 2, 4) for part in parts):
            return
        values = [int(part) for part in parts]
        if len(parts) == 3 and 1 <= values[1] <= 12 and 1 <= values[0] <= 31 and len(parts[0]) < 3:
            yield "DATE", i + 1, values
        if len(parts) == 2 and len(parts[0]) < 3 and len(parts[1]) < 3:
            yield "DM", i + 1, (values[0], values[1])
            if len(parts[1]) == 2:
                yield "HM", i + 1, (values[0], values[1])
        if len(parts) == 2 and len(parts[0]) == 4 and len(parts[1]) < 3 and 1 <= values[1] <= 12:
            yield "YDOT", i + 1, (values[0], values[1])


def _measures(tokens: Tokens, j: int) -> bool:
    """Whether a unit, money or a scale in words stands at a token: alle 17,30 tonnellate."""
    unit = tokens.first("q_unit").get(j)
    named = unit is not None and not unit[1].symbol
    return named or any(j in tokens.first(kind) for kind in ("q_currency", "q_percent", "q_number"))


def _part_of_name(tokens: Tokens, i: int) -> bool:
    """True for 2000 in A2000, $2000, 1/2000: digits that hang on to something before them."""
    return tokens.glued(i) and (tokens.forms[i - 1][-1].isalpha() or tokens.forms[i - 1] in "$€£¥#@&_+=")
