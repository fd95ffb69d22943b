"""The scorer: pairs claims one to one, then judges their slots."""

import json

import pytest

from factcheck.errors import FactcheckError
from factcheck.score import misses, read_claims, score

GOLD = {
    "doc": "a.txt",
    "start": 10,
    "end": 20,
    "quote": "12 million",
    "value": 12e6,
    "high": None,
    "unit": "count",
    "bound": "exact",
    "kind": "level",
    "entity": "Harbour Line",
    "metric": "passengers",
    "time": {"start": "2024-01-01", "end": "2024-12-31"},
    "region": "DE",
    "source": "Harbour Post",
    "negated": False,
    "hypothetical": False,
}


def test_a_perfect_match():
    result = score([GOLD], [dict(GOLD)])
    assert (result.precision, result.recall, result.f1, result.strict_f1) == (1, 1, 1, 1)
    assert all(result.accuracy(slot) == 1 for slot in result.asked)


APART = [
    {"start": 20, "end": 30},
    {"doc": "b.txt"},
    {"value": 12.2e6},
    {"value": None},
]


@pytest.mark.parametrize("other", APART)
def test_not_detected(other):
    result = score([GOLD], [GOLD | other])
    assert result.matched == 0
    assert result.f1 == result.strict_f1 == 0


def test_claims_pair_one_to_one_the_closest_first():
    result = score([GOLD], [GOLD | {"start": 12, "entity": "Nordkette"}, dict(GOLD)])
    assert (result.gold, result.predicted, result.matched, result.strict) == (1, 2, 1, 1)
    assert result.precision == 0.5
    assert result.f1 == pytest.approx(2 / 3)


def test_documents_without_hand_made_claims_do_not_count():
    assert score([GOLD], [dict(GOLD), GOLD | {"doc": "other.txt"}]).precision == 1


SLOTS = [
    ("entity", "Harbour Line AG", True),
    ("entity", "Nordkette AG", False),
    ("entity", None, False),
    ("metric", "count:passengers", True),
    ("metric", "count:passenger", True),
    ("metric", "revenue", False),
    ("time", {"start": "2024-01-01", "end": "2024-09-30"}, True),
    ("time", {"start": "2024-01-01", "end": "2024-01-31"}, False),
    ("time", {"start": "2023-01-01", "end": "2023-12-31"}, False),
    ("time", None, False),
    ("bound", "nearly", False),
    ("region", "world", False),
    ("unit", "EUR", False),
    ("negated", True, False),
    ("hypothetical", None, True),
]


@pytest.mark.parametrize(("slot", "value", "right"), SLOTS)
def test_slots(slot, value, right):
    assert score([GOLD], [GOLD | {slot: value}]).accuracy(slot) == right


@pytest.mark.parametrize(("a", "b"), [("nearly", "approx"), ("nearly", "less_than"), ("at_least", "more_than")])
def test_bounds_of_one_direction_agree(a, b):
    assert score([GOLD | {"bound": a}], [GOLD | {"bound": b}]).accuracy("bound") == 1
    assert score([GOLD | {"bound": b}], [GOLD | {"bound": a}]).accuracy("bound") == 1


def test_units_of_one_dimension_agree_when_their_values_do():
    road = GOLD | {"value": 6, "unit": "kilometre"}
    assert score([road], [road | {"value": 6000, "unit": "metre"}]).accuracy("unit") == 1
    assert score([road], [road | {"value": 6000, "unit": "gram"}]).matched == 0


def test_an_open_slot_is_not_counted():
    result = score([GOLD | {"entity": None, "time": None}], [dict(GOLD)])
    assert result.accuracy("entity") is result.accuracy("time") is None
    assert result.strict_f1 == 1


def test_misses_are_listed():
    lines = list(
        misses(
            score([GOLD, GOLD | {"start": 50, "end": 60}], [GOLD | {"region": "FR"}, GOLD | {"start": 90, "end": 95}])
        )
    )
    assert [line.split()[0] for line in lines] == ["missed", "invented", "slot"]


def test_a_line_that_is_no_claim_is_named(tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(GOLD) + "\n\n" + json.dumps({"doc": "a.txt"}) + "\n")
    with pytest.raises(FactcheckError, match=r"claims\.jsonl:3: not a claim"):
        read_claims(path)
