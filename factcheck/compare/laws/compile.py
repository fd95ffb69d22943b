"""Conditions compiled to interval arithmetic: roles in, (certainly true, certainly false) out."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factcheck.compare.laws.expression import Arithmetic, Comparison, Expression, Field, Logic, Negative, Not, Number
from factcheck.compare.scope import Scope, scope_equal, scope_inside, scope_overlaps
from factcheck.interval import EVERYTHING, Interval, Truth, equal, less, less_equal

UNDECIDED: Truth = (False, False)


@dataclass(frozen=True, slots=True)
class Operand:
    """What a role stands for: a value, its days (as ordinals; None where undated) and its scope."""

    value: Interval
    time: Interval | None
    scope: Scope


Roles = Mapping[str, Operand]
Condition = Callable[[Roles], Truth]
_ARITHMETIC: dict[str, Callable[[Interval, Interval], Interval]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def compile_condition(expression: Expression) -> Condition:
    """The function that judges a parsed condition."""
    match expression:
        case Not(operand=operand):
            inner = compile_condition(operand)
            return lambda roles: inner(roles)[::-1]
        case Logic(operator=joiner, left=left, right=right):
            return _logic(joiner, compile_condition(left), compile_condition(right))
        case Comparison():
            return _comparison(expression)
    raise TypeError(f"not a condition: {expression!r}")


def _logic(joiner: str, left: Condition, right: Condition) -> Condition:
    def both(roles: Roles) -> Truth:
        (a_true, a_false), (b_true, b_false) = left(roles), right(roles)
        return a_true and b_true, a_false or b_false

    def either(roles: Roles) -> Truth:
        (a_true, a_false), (b_true, b_false) = left(roles), right(roles)
        return a_true or b_true, a_false and b_false

    return both if joiner == "and" else either


def _comparison(node: Comparison) -> Condition:
    if node.left.type == "number":
        return _numbers(node.relation, _number(node.left), _number(node.right))
    if not isinstance(node.left, Field) or not isinstance(node.right, Field):
        raise TypeError(f"not a field: {node!r}")
    if node.left.type == "time":
        return _times(node.relation, node.left.role, node.right.role)
    return _scopes(node.relation, node.left.role, node.right.role)


def _number(node: Expression) -> Callable[[Roles], Interval]:
    match node:
        case Number(value=value):
            point = Interval.point(value)
            return lambda roles: point
        case Field(role=role):
            return lambda roles: roles[role].value
        case Negative(operand=operand):
            inner = _number(operand)
            return lambda roles: -inner(roles)
        case Arithmetic(operator="-", left=Field(role=first, type="time"), right=Field(role=second, type="time")):
            return lambda roles: _days(roles[first].time, roles[second].time)
        case Arithmetic(operator="*", left=Number(value=value), right=operand) if value > 0:
            factor, scaled = value, _number(operand)
            return lambda roles: _scale(scaled(roles), factor)
        case Arithmetic(operator=sign, left=left, right=right):
            apply, a, b = _ARITHMETIC[sign], _number(left), _number(right)
            return lambda roles: apply(a(roles), b(roles))
    raise TypeError(f"not a number: {node!r}")


def _days(a: Interval | None, b: Interval | None) -> Interval:
    return EVERYTHING if a is None or b is None else Interval(a.low - b.high, a.high - b.low)


def _scale(interval: Interval, factor: float) -> Interval:
    return Interval(interval.low * factor, interval.high * factor, interval.low_open, interval.high_open)


def _numbers(relation: str, left: Callable[[Roles], Interval], right: Callable[[Roles], Interval]) -> Condition:
    judge: Callable[[Interval, Interval], Truth] = {
        "<": less,
        "<=": less_equal,
        "==": equal,
        ">": lambda a, b: less(b, a),
        ">=": lambda a, b: less_equal(b, a),
    }[relation]
    return lambda roles: judge(left(roles), right(roles))


def _times(relation: str, first: str, second: str) -> Condition:
    judge: Callable[[Interval, Interval], Truth] = {
        "<": less,
        "<=": less_equal,
        ">": lambda a, b: less(b, a),
        ">=": lambda a, b: less_equal(b, a),
        "==": lambda a, b: (a == b, a != b),
        "in": lambda a, b: _decided(a.inside(b)),
        "overlaps": lambda a, b: _decided(a.overlaps(b)),
    }[relation]

    def compare(roles: Roles) -> Truth:
        a, b = roles[first].time, roles[second].time
        return UNDECIDED if a is None or b is None else judge(a, b)

    return compare


def _scopes(relation: str, first: str, second: str) -> Condition:
    judge = {"==": scope_equal, "in": scope_inside, "overlaps": scope_overlaps}[relation]
    return lambda roles: judge(roles[first].scope, roles[second].scope)


def _decided(answer: bool) -> Truth:
    return answer, not answer
