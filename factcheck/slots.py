"""When one slot of an extracted claim agrees with that of a hand-made one, leniently where wording is free."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from factcheck.units import base_unit

Row = dict[str, Any]
TOLERANCE = 0.005
_BEGIN = 31  # days between two beginnings that are alike
_DIRECTION = {"more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<", "approx": "~"}
_LIKE_NEARLY = ("<", "~")
_NOUNS_WITHOUT_MEANING = frozenset(("count", "other", "number", "total", "of", "the"))


def same_value(gold: Row, predicted: Row) -> bool:
    """True where the values agree, as they stand or in base units; a range agrees by either end."""
    value = predicted.get("value")
    wanted = [number for number in (gold.get("value"), gold.get("high")) if number is not None]
    if value is None or not wanted:
        return value is None and not wanted
    if any(_close(abs(number), abs(value)) for number in wanted):
        return True
    dimension, factor = base_unit(gold.get("unit") or "")
    other_dimension, other_factor = base_unit(predicted.get("unit") or "")
    return dimension == other_dimension and any(_close(number * factor, value * other_factor) for number in wanted)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def _same_name(gold: Any, predicted: Any) -> bool:
    """True where one name holds the other, or they share half of their words."""
    a, b = _compact(gold), _compact(predicted)
    if a == b or (min(len(a), len(b)) > 3 and (a in b or b in a)):
        return True
    words, others = _stems(gold), _stems(predicted)
    return 2 * len(words & others) >= len(words | others) > 0


def _same_metric(gold: Any, predicted: Any) -> bool:
    """True for the same id, and for nouns that share a stem."""
    return _compact(gold) == _compact(predicted) or bool(_stems(gold) & _stems(predicted))


def _same_time(gold: Any, predicted: Any) -> bool:
    """True where the periods share half of the longer one, or begin alike where one is open; no end is one day."""
    if not isinstance(predicted, dict) or not (predicted.get("start") or predicted.get("end")):
        return False
    if gold.get("start") and predicted.get("start") and not gold.get("end"):
        return abs(_days(gold)[0] - _days(predicted)[0]) <= _BEGIN
    (a, b), (c, d) = _days(gold), _days(predicted)
    shared = min(b, d) - max(a, c) + 1
    return shared > 0 and 2 * shared >= max(b - a, d - c) + 1


def _days(time: Row) -> tuple[int, int]:
    ends = [date.fromisoformat(time[key][:10]).toordinal() for key in ("start", "end") if time.get(key)]
    return ends[0], ends[-1]


def _same_bound(gold: Any, predicted: Any) -> bool:
    """True for the same direction; nearly is both below and about."""
    a, b = _DIRECTION.get(gold, gold), _DIRECTION.get(predicted, predicted)
    return bool(a == b or (a == "nearly" and b in _LIKE_NEARLY) or (b == "nearly" and a in _LIKE_NEARLY))


def _same_unit(gold: Any, predicted: Any) -> bool:
    return base_unit(gold or "")[0] == base_unit(predicted or "")[0]


def _same_flag(gold: Any, predicted: Any) -> bool:
    return bool(gold) == bool(predicted)


def _same(gold: Any, predicted: Any) -> bool:
    return bool(gold == predicted)


def _compact(text: Any) -> str:
    return "".join(filter(str.isalnum, str(text or "").casefold().rpartition(":")[2]))


def _stems(text: Any) -> frozenset[str]:
    words = "".join(char if char.isalnum() else " " for char in str(text or "").casefold()).split()
    return frozenset(word[:5] for word in words if word not in _NOUNS_WITHOUT_MEANING)


SLOTS: dict[str, Callable[[Any, Any], bool]] = {
    "unit": _same_unit,
    "bound": _same_bound,
    "kind": _same,
    "entity": _same_name,
    "metric": _same_metric,
    "time": _same_time,
    "region": _same,
    "source": _same_name,
    "negated": _same_flag,
    "hypothetical": _same_flag,
}
