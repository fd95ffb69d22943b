"""The typed form of a law's condition: what the parser makes and the engines compile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Type = Literal["number", "time", "scope", "truth"]
Operator = Literal["+", "-", "*", "/"]
Relation = Literal["<", "<=", "==", ">=", ">", "in", "overlaps"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: float
    type: Type = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """`role.value`, `role.time` or `role.scope`."""

    role: str
    name: str
    type: Type


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus a number."""

    operand: Expression
    type: Type = "number"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two numbers and `+ - * /`; two times and `-` give days."""

    operator: Operator
    left: Expression
    right: Expression
    type: Type = "number"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two numbers, times or scopes, and how they must stand."""

    relation: Relation
    left: Expression
    right: Expression
    type: Type = "truth"


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    operand: Expression
    type: Type = "truth"


@dataclass(frozen=True, slots=True)
class Logic:
    """Two conditions joined by `and` or `or`."""

    operator: Literal["and", "or"]
    left: Expression
    right: Expression
    type: Type = "truth"


Expression = Number | Field | Negative | Arithmetic | Comparison | Not | Logic


def roles_of(expression: Expression) -> set[str]:
    """The roles that an expression speaks of."""
    match expression:
        case Field(role=role):
            return {role}
        case Negative(operand=operand) | Not(operand=operand):
            return roles_of(operand)
        case Arithmetic(left=left, right=right) | Comparison(left=left, right=right) | Logic(left=left, right=right):
            return roles_of(left) | roles_of(right)
    return set()


def conjuncts(expression: Expression | None) -> Iterator[Expression]:
    """The conditions that must all hold."""
    match expression:
        case None:
            return
        case Logic(operator="and", left=left, right=right):
            yield from conjuncts(left)
            yield from conjuncts(right)
        case _:
            yield expression


def about_time(expression: Expression) -> bool:
    """True for a condition on the times of claims alone."""
    match expression:
        case Comparison(left=left, right=right) | Logic(left=left, right=right) | Arithmetic(left=left, right=right):
            return about_time(left) and about_time(right)
        case Not(operand=operand) | Negative(operand=operand):
            return about_time(operand)
        case Field(type=kind):
            return kind == "time"
        case Number():
            return True
    return False


def orders_times(expression: Expression | None) -> bool:
    """True for a condition that says which of two times comes first."""
    return any(
        isinstance(condition, Comparison) and condition.left.type == "time" and condition.relation != "overlaps"
        for condition in conjuncts(expression)
    )


def orders_scopes(expression: Expression | None) -> bool:
    """True for a condition that says which of two scopes lies in the other."""
    return any(
        isinstance(condition, Comparison) and condition.left.type == "scope" and condition.relation == "in"
        for condition in conjuncts(expression)
    )


def symmetric(expression: Expression, one: str, other: str) -> bool:
    """True where a condition says the same with its two roles exchanged."""
    return _canonical(expression, {}) == _canonical(expression, {one: other, other: one})


def _canonical(node: Expression, names: Mapping[str, str]) -> tuple[str, ...]:
    """A form that does not depend on the order in which equals, sums and the like are written."""
    match node:
        case Field(role=role, name=name):
            return ("field", names.get(role, role), name)
        case Number(value=value):
            return ("number", repr(value))
        case Negative(operand=operand) | Not(operand=operand):
            return (type(node).__name__, repr(_canonical(operand, names)))
    sides = [repr(_canonical(side, names)) for side in (node.left, node.right)]
    sign: str = node.operator if isinstance(node, Arithmetic | Logic) else node.relation
    if sign in (">", ">="):
        sign, sides = sign.replace(">", "<"), sides[::-1]
    return (sign, *(sorted(sides) if sign in ("==", "overlaps", "and", "or", "+", "*") else sides))
