"""The language of laws: `where` and `expect`, parsed with a whitelist to a typed form.

    where:  earlier.time < later.time
    expect: part.value <= whole.value and not part.scope == whole.scope

Nothing is ever evaluated as Python.  The typed form is compiled to interval arithmetic (compile.py).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NoReturn

from factcheck.compare.laws.expression import Arithmetic, Comparison, Expression, Field, Logic, Negative, Not, Number
from factcheck.compare.laws.scanner import LanguageError, Token, tokens

MAX_LENGTH = 600
MAX_DEPTH = 24
FIELDS = ("value", "time", "scope")
WORDS = frozenset({"in", "overlaps", "and", "or", "not"})
ORDER = frozenset({"<", "<=", ">=", ">"})


def parse(text: str, roles: Collection[str]) -> Expression:
    """The typed form of a condition over `roles`; raises LanguageError."""
    if len(text) > MAX_LENGTH:
        raise LanguageError(f"longer than {MAX_LENGTH} characters", MAX_LENGTH, "split it into two laws")
    parser = _Parser(tokens(text), roles)
    expression = parser.either(0)
    parser.expect_end()
    if expression.type != "truth":
        raise LanguageError("this is not a condition", 0, "compare two things: part.value <= whole.value")
    return expression


class _Parser:
    """Recursive descent, one method a level of precedence."""

    def __init__(self, tokens: list[Token], roles: Collection[str]) -> None:
        self.tokens, self.roles, self.at = tokens, roles, 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self, *texts: str) -> Token | None:
        token = self.token
        if token.kind in ("sign", "name") and token.text in texts:
            self.at += 1
            return token
        return None

    def fail(self, message: str, hint: str = "", token: Token | None = None) -> NoReturn:
        raise LanguageError(message, (token or self.token).offset, hint)

    def expect_end(self) -> None:
        if self.token.kind != "end":
            self.fail(f"{self.token.text!r} was not expected here", "join conditions with and, or")

    def either(self, depth: int) -> Expression:
        if depth > MAX_DEPTH:
            self.fail(f"nested deeper than {MAX_DEPTH}", "split it into two laws")
        left = self.both(depth)
        while token := self.take("or"):
            left = self.logic(token, left, self.both(depth))
        return left

    def both(self, depth: int) -> Expression:
        left = self.denial(depth)
        while token := self.take("and"):
            left = self.logic(token, left, self.denial(depth))
        return left

    def logic(self, token: Token, left: Expression, right: Expression) -> Expression:
        if left.type != "truth" or right.type != "truth":
            self.fail(f"{token.text} joins conditions", "write part.value <= whole.value on both sides", token)
        return Logic("and" if token.text == "and" else "or", left, right)

    def denial(self, depth: int) -> Expression:
        if token := self.take("not"):
            if depth > MAX_DEPTH:
                self.fail(f"nested deeper than {MAX_DEPTH}", "split it into two laws", token)
            operand = self.denial(depth + 1)
            if operand.type != "truth":
                self.fail("not turns a condition round", "write not (a.value <= b.value)", token)
            return Not(operand)
        return self.comparison(depth)

    def comparison(self, depth: int) -> Expression:
        left = self.sum(depth)
        token = self.take("<", "<=", "==", ">=", ">", "in", "overlaps")
        if token is None:
            return left
        right = self.sum(depth)
        self.check(token, left, right)
        if again := self.take("<", "<=", "==", ">=", ">", "in", "overlaps"):
            self.fail("comparisons cannot be chained", "write a <= b and b <= c", again)
        return Comparison(token.text, left, right)  # type: ignore[arg-type]

    def check(self, token: Token, left: Expression, right: Expression) -> None:
        if left.type != right.type or left.type == "truth":
            hint = "compare value with value, time with time, scope with scope"
            self.fail(f"a {left.type} cannot be compared with a {right.type}", hint, token)
        if token.text in ("in", "overlaps") and left.type == "number":
            self.fail(f"{token.text} is for time and scope", "write role.time in role.time", token)
        if token.text in ORDER and left.type == "scope":
            self.fail(f"{token.text} is for value and time", "write part.scope in whole.scope", token)

    def sum(self, depth: int) -> Expression:
        left = self.product(depth)
        while token := self.take("+", "-"):
            left = self.arithmetic(token, left, self.product(depth))
        return left

    def product(self, depth: int) -> Expression:
        left = self.sign(depth)
        while token := self.take("*", "/"):
            left = self.arithmetic(token, left, self.sign(depth))
        return left

    def arithmetic(self, token: Token, left: Expression, right: Expression) -> Expression:
        days = token.text == "-" and left.type == right.type == "time"
        if not days and not left.type == right.type == "number":
            self.fail(f"{token.text} needs two numbers", "use role.value; role.time - role.time gives days", token)
        return Arithmetic(token.text, left, right)  # type: ignore[arg-type]

    def sign(self, depth: int) -> Expression:
        if token := self.take("-"):
            if depth > MAX_DEPTH:
                self.fail(f"nested deeper than {MAX_DEPTH}", "split it into two laws", token)
            operand = self.sign(depth + 1)
            if operand.type != "number":
                self.fail("- needs a number", "use role.value", token)
            return Negative(operand)
        return self.atom(depth)

    def atom(self, depth: int) -> Expression:
        token = self.token
        if token.kind == "number":
            self.at += 1
            return Number(float(token.text))
        if self.take("("):
            inner = self.either(depth + 1)
            if not self.take(")"):
                self.fail("a bracket is not closed", "add )")
            return inner
        if token.kind == "name" and token.text not in WORDS:
            return self.field()
        return self.fail("something is missing here", "a number or role.value, role.time, role.scope")

    def field(self) -> Field:
        role = self.token
        if role.text not in self.roles:
            self.fail(f"no role is called {role.text!r}", f"the law's claims are {', '.join(self.roles) or 'empty'}")
        self.at += 1
        if not self.take("."):
            self.fail(f"a field is missing after {role.text!r}", f"write {role.text}.value")
        name = self.token
        if name.text not in FIELDS:
            self.fail(f"{name.text!r} is not a field", "a field is value, time or scope")
        self.at += 1
        return Field(role.text, name.text, "number" if name.text == "value" else name.text)  # type: ignore[arg-type]
