"""Writes languages/cldr/<lang>.yml from the Unicode CLDR as babel ships it.

    python -m factcheck.languages.generate          # every language that has a hand-written file
    python -m factcheck.languages.generate --check  # exit 1 where a file is not what CLDR gives

The files are data for the extractor and are never edited by hand; a test runs the check.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_NO_REGIONS = ("ZZ", "EZ", "XA", "XB")
_NO_CITIES = ("Indian/Christmas", "Indian/Reunion")  # Navidad, Reunión: the island has its name from elsewhere
_UNITS = (
    "length",
    "mass",
    "area",
    "volume",
    "speed",
    "temperature",
    "digital",
    "duration",
    "power",
    "energy",
    "pressure",
    "frequency",
    "angle",
    "electric",
    "consumption",
)


def generate(lang: str) -> str:
    """The text of cldr/<lang>.yml: separators, scales, calendar names, currencies, regions, cities, units."""
    from babel import Locale

    locale = Locale.parse(lang)
    data = {
        "separators": _separators(locale),
        "scales": _scales(locale),
        "months": _calendar(locale.months),
        "weekdays": _calendar(locale.days),
        "quarters": _calendar(locale.quarters),
        "currencies": _currencies(locale),
        "regions": {code: name for code, name in sorted(locale.territories.items()) if code not in _NO_REGIONS},
        "cities": _cities(locale),
        "units": _units(locale),
    }
    head = f"# Generated from the Unicode CLDR by factcheck/languages/generate.py for {lang}; do not edit.\n"
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=True, width=200)


def _separators(locale: Any) -> dict[str, Any]:
    """The signs of the language, and the decimal sign of each country that speaks it and writes another."""
    from babel import Locale
    from babel.languages import get_official_languages
    from babel.localedata import locale_identifiers

    symbols = _symbols(locale)
    countries = (Locale.parse(name) for name in locale_identifiers() if name.startswith(f"{locale.language}_"))
    signs = {country.territory: _symbols(country)["decimal"] for country in countries if country.territory}
    spoken = {code for code in signs if locale.language in get_official_languages(code, regional=True, de_facto=True)}
    local = {code: signs[code] for code in sorted(spoken) if signs[code] != symbols["decimal"]}
    return {"decimal": symbols["decimal"], "group": symbols["group"], "local": local}


def _symbols(locale: Any) -> Any:
    return locale.number_symbols.get("latn", locale.number_symbols)


def _scales(locale: Any) -> dict[str, int]:
    """Names and short forms of powers of ten: {"million": 1000000, "Mio.": 1000000}."""
    found: dict[str, int] = {}
    for style in ("short", "long"):
        for forms in locale.compact_decimal_formats[style].values():
            for size, pattern in forms.items():
                text = str(pattern.pattern)
                name = text.strip("0 \u00a0'").replace("'", "")
                zeros = max(1, text.count("0"))
                if name and name != text and "0" not in name:
                    found[name] = int(size) // 10 ** (zeros - 1)
                elif name and "0" not in text:
                    found[name] = int(size)
    return found


def _calendar(names: Any) -> dict[str, list[str]]:
    """{number: every printed form, widest first}."""
    found: dict[str, list[str]] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for key, name in names[context][width].items():
                forms = found.setdefault(str(key), [])
                if name not in forms:
                    forms.append(name)
    return found


def _currencies(locale: Any) -> dict[str, list[str]]:
    """{code: symbol, then display names with their plurals}."""
    found: dict[str, list[str]] = {}
    plurals = locale._data["currency_names_plural"]
    for code, name in locale.currencies.items():
        symbol = locale.currency_symbols.get(code, code)
        names = [symbol, str(name), *map(str, dict(plurals.get(code, {})).values())]
        found[code] = list(dict.fromkeys(names))
    return found


def _cities(locale: Any) -> dict[str, str]:
    """{city: country}, from the exemplar cities of the time zones."""
    from babel.core import get_global

    country_of = get_global("zone_territories")
    found: dict[str, str] = {}
    for zone, code in sorted(country_of.items()):
        name = locale.time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        if "/" in zone and not zone.startswith("Etc/") and zone not in _NO_CITIES:
            found[str(name)] = code
    return found


def _units(locale: Any) -> dict[str, list[str]]:
    """{CLDR unit id such as length-kilometer: printed forms, the number left out}."""
    found: dict[str, list[str]] = {}
    for unit, widths in locale._data["unit_patterns"].items():
        if not unit.startswith(tuple(f"{kind}-" for kind in _UNITS)):
            continue
        forms: list[str] = []
        for width in ("long", "short"):
            for key, pattern in sorted(widths.get(width, {}).items()):
                if isinstance(pattern, str) and "{0}" in pattern and key in ("one", "other", "many"):
                    form = pattern.replace("{0}", "").strip(" \u00a0\u202f")
                    if form and form not in forms:
                        forms.append(form)
        if forms:
            found[unit] = forms
    return found


def main(arguments: list[str]) -> int:
    stale = []
    for path in sorted(HERE.glob("*.yml")):
        target = HERE / "cldr" / path.name
        text = generate(path.stem)
        if "--check" in arguments:
            if not target.exists() or target.read_text(encoding="utf-8") != text:
                stale.append(target.name)
        else:
            target.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name} is not what CLDR gives: run python -m factcheck.languages.generate", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
