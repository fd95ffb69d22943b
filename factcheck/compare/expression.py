"""The typed form of a law's condition: what the parser makes and the engines compile."""

from __future__ import annotations

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
