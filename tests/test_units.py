"""Units: the table is what pint says, and what is no unit stays as it is."""

import pytest

from factcheck import units
from factcheck.units import base_unit

CASES = [
    ("mile", "meter", 1609.344),
    ("tonne", "kilogram", 1000),
    ("square_mile", "meter ** 2", 2589988.11),
    ("mile/hour", "meter / second", 0.44704),
    ("decade", "second", 315576000),
    ("length", "meter", 1),
    ("furlongs", "meter", 201.168),
    ("celsius", "celsius", 1),
    ("count", "count", 1),
    ("count/hour", "count/hour", 1),
    ("EUR", "EUR", 1),
    ("EUR/barrel", "EUR/barrel", 1),
    ("bogus", "bogus", 1),
    ("(", "(", 1),
    ("", "", 1),
]


@pytest.mark.parametrize(("unit", "base", "factor"), CASES)
def test_base_unit(unit, base, factor):
    found, by = base_unit(unit)
    assert found == base
    assert by == pytest.approx(factor, rel=1e-4)


def test_the_table_is_what_pint_says():
    assert units.TABLE.read_text(encoding="utf-8") == units.generate()
