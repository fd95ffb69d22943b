"""Units of measure: the base unit of each, and the factor to it.

What pint says of the units that newsrooms use stands in units.json, since loading pint takes half a second;
other units are looked up in pint itself.

    python -m factcheck.units          # writes units.json; a test compares
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.yamlfile import read_kept

_FOLDER = Path(__file__).parent
TABLE = _FOLDER / "units.json"
_POINTS = frozenset({"magnitude", "point"})  # bare numbers on a scale
SCALES = frozenset({"rating", "ratio"}) | _POINTS  # units that are not printed: 4.5, of an earthquake
_PLAIN = frozenset({"", "count", "percent", "ratio", "money", "rating"})

Base = tuple[str, float]


def is_money(unit: str) -> bool:
    """True for an ISO 4217 code."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


@lru_cache(maxsize=1024)
def base_unit(unit: str) -> Base:
    """The base unit and the factor to it: mile -> ("meter", 1609.344), length -> ("meter", 1.0).

    Money, counts and unknown units stay as they are.
    """
    if unit in _POINTS:
        return "count", 1.0
    counted = unit.partition("/")[0]
    if counted in _PLAIN or is_money(counted):
        return unit, 1.0
    return _table().get(unit) or look_up(unit)


def look_up(unit: str) -> Base:
    """The same, asked of pint; a scale with its own zero, such as Celsius, has no factor and stays."""
    if not unit.replace("_", "").replace("/", "").isalnum():
        return unit, 1.0
    registry = _registry()
    try:
        zero, one = (registry.Quantity(number, unit).to_base_units() for number in (0.0, 1.0))
    except (AttributeError, ValueError, TypeError, AssertionError, RecursionError):
        return unit, 1.0
    if zero.magnitude != 0:
        return unit, 1.0
    return str(one.units), float(f"{one.magnitude:.12g}")


@lru_cache(maxsize=1)
def _table() -> dict[str, Base]:
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    return {unit: (base, factor) for unit, (base, factor) in rows.items()}


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    registry: Any = pint.UnitRegistry(autoconvert_offset_to_baseunit=True, on_redefinition="ignore")
    registry.load_definitions(str(_FOLDER / "units.txt"))
    registry._build_cache()  # or a unit that is defined anew (decade) keeps its old size
    return registry


def generate() -> str:
    """The text of units.json: every unit and every dimension of units.yml."""
    dimensions: dict[str, list[str]] = read_kept(_FOLDER / "units.yml")["dimensions"]
    bases = {name: (look_up(units[0])[0], 1.0) for name, units in dimensions.items()}
    bases.update((unit, look_up(unit)) for units in dimensions.values() for unit in units)
    rows = [f"{json.dumps(name)}: {json.dumps(base)}" for name, base in sorted(bases.items())]
    return "{\n" + ",\n".join(rows) + "\n}\n"


if __name__ == "__main__":
    TABLE.write_text(generate(), encoding="utf-8")
