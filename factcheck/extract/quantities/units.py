"""Units and money in the lexicon: names of each language, signs and symbols of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.extract.numbers.numerals import spellings
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.vocabulary import Vocabulary, load_yaml

SHARED = Path(__file__).parents[2] / "units.yml"
DEFINITIONS = SHARED.with_suffix(".txt")
OF_STUFF = frozenset({"mass", "volume"})  # dimensions of what is weighed or poured, and not counted


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as printed: its pint name, and whether it is a symbol that needs digits, or even touching digits."""

    unit: str
    symbol: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class MoneyName:
    """A currency as printed; `sign` may stand before the number, `before` must; `heavy` may be a mass instead."""

    code: str
    sign: bool = False
    before: bool = False
    heavy: bool = False
    scaled: bool = False  # money only before a scale: PS6m
    factor: float = 1.0  # MEUR counts millions


@lru_cache(maxsize=1)
def shared() -> dict[str, Any]:
    """The table of signs, symbols and dimensions that all languages share."""
    return load_yaml(SHARED)


@lru_cache(maxsize=1)
def _dimensions() -> dict[str, str]:
    return {unit: name for name, units in shared()["dimensions"].items() for unit in units}


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """What a unit measures: count, money, percent, ratio, time, length ...; of other rates the numerator's + _rate."""
    if unit in ("count", "percent", "ratio"):
        return unit
    if len(unit) == 3 and unit.isupper():
        return "money"
    known = _dimensions().get(unit)
    if known:
        return known
    head, _, tail = unit.partition("/")
    if tail and _dimensions().get(tail) == "time" and head == "count":
        return "count"
    return f"{dimension(head)}_rate" if tail else "other"


def register(vocabulary: Vocabulary) -> None:
    """Adds units, currencies, cents and percent signs under q_unit, q_currency, q_cents and q_percent."""
    section = vocabulary.section("quantities")
    _add_units(vocabulary, section)
    _add_money(vocabulary, section)
    lexicon = vocabulary.lexicon
    for kind, forms in shared()["percent"].items():
        lexicon.add_all("q_percent", map(str, forms), kind, cased=True)
    for kind, forms in (section.get("percent") or {}).items():
        lexicon.add_all("q_percent", map(str, forms), kind)


def prepare(vocabulary: Vocabulary) -> None:
    """Keeps the symbols of units in `vocabulary.compiled`."""
    vocabulary.compiled["symbols"] = dict(_symbols())


def _symbols() -> Iterator[tuple[str, UnitName]]:
    """The symbols of units as printed, which all languages share."""
    glued = {str(symbol) for symbol in shared()["glued_only"]}
    for unit, symbols in shared()["symbols"].items():
        for symbol in map(str, symbols):
            yield symbol, UnitName(unit, True, symbol in glued)


def _add_units(vocabulary: Vocabulary, section: Mapping[str, Any]) -> None:
    lexicon, table = vocabulary.lexicon, shared()
    for symbol, name in _symbols():
        lexicon.add("q_unit", _plain(symbol), name, cased=True)
    for key, forms in (vocabulary.cldr.get("units") or {}).items():
        unit = table["cldr"].get(key)
        for form in forms if unit else ():
            if len(form) > 3 and form.replace(" ", "").replace("-", "").isalpha():
                lexicon.add("q_unit", _plain(form), UnitName(unit))
    for unit, forms in (section.get("units") or {}).items():
        phrases = (phrase for template in forms or () for phrase in expand(str(template)))
        for form in (spelled for phrase in phrases for spelled in spellings(phrase)):
            short = len(form) <= 2
            lexicon.add("q_unit", form, UnitName(str(unit), short), cased=short)


def _add_money(vocabulary: Vocabulary, section: Mapping[str, Any]) -> None:
    lexicon, table = vocabulary.lexicon, shared()
    before = {str(sign) for sign in table["before_only"]}
    for code, signs in table["currency_signs"].items():
        for sign in map(str, signs):
            name = MoneyName(code, True, sign in before, scaled=sign in table["scaled_only"])
            lexicon.add("q_currency", _plain(sign), name, cased=True)
    for code in table["currency_codes"]:
        lexicon.add("q_currency", code, MoneyName("CNY" if code == "CNH" else code, True), cased=True)
    for prefix, factor in table["scaled_codes"].items():
        for code in table["scaled_currencies"]:
            lexicon.add("q_currency", prefix + code, MoneyName(code, factor=float(factor)), cased=True)
    named = set()
    for code, forms in (section.get("currencies") or {}).items():
        for form in map(str, forms or ()):
            lexicon.add("q_currency", form, MoneyName(str(code)))
            named.add(form.lower())
    for code, forms in (section.get("scaled_currencies") or {}).items():
        for form, factor in forms.items():
            lexicon.add("q_currency", str(form), MoneyName(str(code), factor=float(factor)))
    for code, forms in (section.get("money_or_mass") or {}).items():
        lexicon.add_all("q_currency", map(str, forms), MoneyName(str(code), heavy=True))
    for code, forms in (vocabulary.cldr.get("currencies") or {}).items():
        for form in forms[1:] if code in table["currency_codes"] or code in table["currency_names"] else ():
            if "(" not in form and form.lower() not in named:
                lexicon.add("q_currency", _plain(form), MoneyName(code))
    for code, forms in (section.get("cents") or {}).items():
        lexicon.add_all("q_cents", map(str, forms), (str(code), False))
    for sign, (code, _) in table["cents_glued"].items():
        lexicon.add("q_cents", sign, (code, True), cased=True)


def _plain(form: str) -> str:
    """A template that stands for just this form."""
    return form.replace("’", "'") if not set(form) & set("[]()|") else ""
