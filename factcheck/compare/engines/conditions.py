"""Conditions as SQL: tests that are true wherever a condition may be broken, or may hold, and seldom elsewhere.

Only the typed form of a law reaches this place. Names of columns come from here, numbers are printed by Python, and
what cannot be said in SQL becomes TRUE: the exact judge sees every claim that passes.

An end that its interval excludes is stored as the next number inside (see `table`), so ends compare as they stand;
an end that was computed may be off in its last digits, and compares with a little slack.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.compare.laws.expression import Arithmetic, Comparison, Expression, Field, Logic, Negative, Not, Number

ANYTHING = "TRUE"
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Side:
    """The columns that stand for a role: the ends of its value, its first and last day."""

    low: str
    high: str
    first_day: str
    last_day: str


@dataclass(frozen=True, slots=True)
class _Ends:
    low: str
    high: str
    printed: bool  # straight from a column, so without rounding


Sides = Mapping[str, Side]


def side(alias: str, suffix: str = "") -> Side:
    """The columns of a table's alias; with a suffix those that a cell keeps for a role."""
    return Side(f"{alias}.low{suffix}", f"{alias}.high{suffix}", f"{alias}.d0", f"{alias}.d1")


def may_fail(expression: Expression, sides: Sides) -> str:
    """A test that is true wherever the condition is certainly false."""
    match expression:
        case Not(operand=operand):
            return may_hold(operand, sides)
        case Logic(operator=joiner, left=left, right=right):
            return _joined("OR" if joiner == "and" else "AND", may_fail(left, sides), may_fail(right, sides))
        case Comparison(left=Field(type="time"), right=Field(type="time")):
            return _times_fail(expression, sides)
        case Comparison(relation=relation, left=left, right=right) if left.type == "number":
            a, b = _ends(left, sides), _ends(right, sides)
            if a is None or b is None:
                return ANYTHING
            if relation in ("<", "<="):
                return _below(b, a, strict=relation == "<=")
            if relation in (">", ">="):
                return _below(a, b, strict=relation == ">=")
            return _joined("OR", _below(a, b, strict=True), _below(b, a, strict=True))
    return ANYTHING


def may_hold(expression: Expression, sides: Sides) -> str:
    """A test that is true wherever the condition is certainly true."""
    match expression:
        case Not(operand=operand):
            return may_fail(operand, sides)
        case Logic(operator=joiner, left=left, right=right):
            return _joined(joiner.upper(), may_hold(left, sides), may_hold(right, sides))
        case Comparison(left=Field(type="time"), right=Field(type="time")):
            return _times_hold(expression, sides)
        case Comparison(relation=relation, left=left, right=right) if left.type == "number":
            a, b = _ends(left, sides), _ends(right, sides)
            if a is None or b is None:
                return ANYTHING
            if relation in ("<", "<="):
                return _below(a, b, strict=False)
            if relation in (">", ">="):
                return _below(b, a, strict=False)
            return f"({a.low} <= {b.high} AND {b.low} <= {a.high})" if a.printed and b.printed else ANYTHING
    return ANYTHING


def monotone(expression: Expression) -> bool:
    """True for a condition on values alone: a set of claims breaks it only if the extremes of their ends do."""
    match expression:
        case Logic(left=left, right=right) | Arithmetic(left=left, right=right) | Comparison(left=left, right=right):
            return monotone(left) and monotone(right)
        case Negative(operand=operand):
            return monotone(operand)
        case Field(type=kind):
            return kind == "number"
        case Number():
            return True
    return False


def _joined(operator: str, left: str, right: str) -> str:
    return f"({left} {operator} {right})"


def _below(a: _Ends, b: _Ends, *, strict: bool) -> str:
    """That a's upper end lies below b's lower one."""
    if a.printed and b.printed:
        return f"{a.high} {'<' if strict else '<='} {b.low}"
    return f"{a.high} <= {b.low} + {_SLACK!r} * abs({b.low})"


def _ends(expression: Expression, sides: Sides) -> _Ends | None:
    """The ends of a number; None where SQL does not follow."""
    match expression:
        case Number(value=value) if math.isfinite(value):
            return _Ends(_printed(value), _printed(value), True)
        case Field(role=role, name="value"):
            return _Ends(sides[role].low, sides[role].high, True)
        case Negative(operand=operand):
            inner = _ends(operand, sides)
            return _Ends(f"(-{inner.high})", f"(-{inner.low})", inner.printed) if inner else None
        case Arithmetic(operator="-", left=Field(role=first, type="time"), right=Field(role=second, type="time")):
            a, b = sides[first], sides[second]
            return _Ends(f"({a.first_day} - {b.last_day})", f"({a.last_day} - {b.first_day})", True)
        case Arithmetic(operator=sign, left=left, right=right):
            return _arithmetic(sign, left, right, sides)
    return None


def _arithmetic(sign: str, left: Expression, right: Expression, sides: Sides) -> _Ends | None:
    if sign == "*" and isinstance(right, Number):
        left, right = right, left
    if sign in "*/":
        factor = left if sign == "*" else right
        inner = _ends(right if sign == "*" else left, sides)
        if inner is None or not isinstance(factor, Number) or factor.value <= 0 or not math.isfinite(factor.value):
            return None
        number = _printed(factor.value)
        return _Ends(f"({inner.low} {sign} {number})", f"({inner.high} {sign} {number})", False)
    a, b = _ends(left, sides), _ends(right, sides)
    if a is None or b is None:
        return None
    low, high = (b.low, b.high) if sign == "+" else (b.high, b.low)
    return _Ends(f"({a.low} {sign} {low})", f"({a.high} {sign} {high})", False)


def _printed(value: float) -> str:
    return f"{float(value)!r}::DOUBLE"


def _times_hold(node: Comparison, sides: Sides) -> str:
    assert isinstance(node.left, Field)
    assert isinstance(node.right, Field)
    a, b = sides[node.left.role], sides[node.right.role]
    return {
        "<": f"({a.last_day} < {b.first_day})",
        "<=": f"({a.last_day} <= {b.first_day})",
        ">": f"({b.last_day} < {a.first_day})",
        ">=": f"({b.last_day} <= {a.first_day})",
        "==": f"({a.first_day} = {b.first_day} AND {a.last_day} = {b.last_day})",
        "in": f"({a.first_day} >= {b.first_day} AND {a.last_day} <= {b.last_day})",
        "overlaps": f"({a.first_day} <= {b.last_day} AND {b.first_day} <= {a.last_day})",
    }[node.relation]


def _times_fail(node: Comparison, sides: Sides) -> str:
    assert isinstance(node.left, Field)
    assert isinstance(node.right, Field)
    a, b = sides[node.left.role], sides[node.right.role]
    opposite = {
        "<": f"({a.first_day} >= {b.last_day})",
        "<=": f"({a.first_day} > {b.last_day})",
        ">": f"({b.first_day} >= {a.last_day})",
        ">=": f"({b.first_day} > {a.last_day})",
    }
    return opposite.get(node.relation) or f"NOT {_times_hold(node, sides)}"
