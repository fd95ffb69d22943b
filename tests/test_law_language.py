"""The language of laws: what it accepts, what it refuses and where, what it computes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.laws.compile import Operand, compile_condition
from factcheck.compare.laws.expression import roles_of
from factcheck.compare.laws.language import parse
from factcheck.compare.laws.scanner import LanguageError
from factcheck.compare.scope import Scope
from factcheck.interval import Interval

WORLD, FRANCE, EUROPE = (Scope(region, frozenset()) for region in ("world", "FR", "150"))


def box(low: float, high: float | None = None, days: tuple[int, int] | None = (1, 1), scope: Scope = WORLD) -> Operand:
    value = Interval(low, low if high is None else high)
    return Operand(value, Interval(*days) if days else None, scope)


def judge(text: str, **roles: Operand) -> tuple[bool, bool]:
    return compile_condition(parse(text, tuple(roles)))(roles)


TRUE, FALSE, OPEN = (True, False), (False, True), (False, False)


@pytest.mark.parametrize(
    ("text", "a", "b", "answer"),
    [
        ("a.value < b.value", box(1, 2), box(3, 4), TRUE),
        ("a.value < b.value", box(1, 3), box(2, 4), OPEN),
        ("a.value >= b.value", box(1, 2), box(3, 4), FALSE),
        ("a.value == b.value", box(2), box(2), TRUE),
        ("a.value == b.value", box(1, 2), box(2, 3), OPEN),
        ("a.value == b.value", box(1, 2), box(3), FALSE),
        ("a.value / b.value > 0", box(1, 2), box(-1, 1), OPEN),
        ("(a.value - b.value) / b.value * 100 <= 60", box(54), box(34), TRUE),
        ("a.value * 10 + 5 > b.value", box(1), box(15), FALSE),
        ("-a.value < b.value", box(1), box(0), TRUE),
        ("a.value < b.value and b.value < 1", box(1), box(2), FALSE),
        ("a.value < b.value or b.value < 1", box(1), box(2), TRUE),
        ("not a.value < b.value", box(1), box(2), FALSE),
        ("not (a.value < b.value or 1 < 0)", box(1), box(2), FALSE),
        ("a.time < b.time", box(1, days=(1, 5)), box(1, days=(6, 9)), TRUE),
        ("a.time < b.time", box(1, days=(1, 6)), box(1, days=(6, 9)), OPEN),
        ("a.time < b.time", box(1, days=None), box(1, days=(6, 9)), OPEN),
        ("a.time in b.time", box(1, days=(3, 4)), box(1, days=(1, 9)), TRUE),
        ("a.time in b.time", box(1, days=(1, 9)), box(1, days=(3, 4)), FALSE),
        ("a.time overlaps b.time", box(1, days=(1, 3)), box(1, days=(3, 4)), TRUE),
        ("b.time - a.time <= 60", box(1, days=(1, 10)), box(1, days=(30, 40)), TRUE),
        ("a.scope in b.scope", box(1, scope=FRANCE), box(1, scope=EUROPE), TRUE),
        ("a.scope in b.scope", box(1, scope=EUROPE), box(1, scope=FRANCE), FALSE),
        ("a.scope == b.scope", box(1, scope=EUROPE), box(1, scope=EUROPE), TRUE),
        ("a.scope overlaps b.scope", box(1, scope=Scope(None, frozenset())), box(1), OPEN),
    ],
)
def test_answers(text: str, a: Operand, b: Operand, answer: tuple[bool, bool]) -> None:
    assert judge(text, a=a, b=b) == answer


@pytest.mark.parametrize(
    ("text", "offset", "hint"),
    [
        ("a.value = b.value", 8, "write =="),
        ("a.value != b.value", 8, "write not … == …"),
        ("a.value < 10%", 12, "divide by 100"),
        ("a.value < b.value < 3", 18, "write a <= b and b <= c"),
        ("a.valeu < b.value", 2, "a field is value, time or scope"),
        ("c.value < 1", 0, "the law's claims are a, b"),
        ("a < b", 2, "write a.value"),
        ("a.value", 0, "compare two things: part.value <= whole.value"),
        ("a.value + b.time > 1", 8, "use role.value; role.time - role.time gives days"),
        ("a.value < b.time", 8, "compare value with value, time with time, scope with scope"),
        ("a.value in b.value", 8, "write role.time in role.time"),
        ("a.scope < b.scope", 8, "write part.scope in whole.scope"),
        ("(a.value < 1", 12, "add )"),
        ("a.value < ", 9, "a number or role.value, role.time, role.scope"),
        ("a.value and b.value", 8, "write part.value <= whole.value on both sides"),
        ("__import__('os').system('x')", 11, ""),
        ("a.value.__class__ == 1", 7, "join conditions with and, or"),
        ("[x for x in a]", 0, ""),
        ("lambda: 1", 6, ""),
        ("a.value < 1 if 1 else 2", 12, "join conditions with and, or"),
        ("é.value < 1", 0, ""),
        ("a.value < 1; import os", 11, ""),
        ("(" * 500, 25, "split it into two laws"),
        ("not " * 100 + "a.value < 1", 100, "split it into two laws"),
        ("-" * 500 + "a.value < 1", 25, "split it into two laws"),
        ("a.value < 1 " * 100, 600, "split it into two laws"),
    ],
)
def test_refuses_with_place_and_hint(text: str, offset: int, hint: str) -> None:
    with pytest.raises(LanguageError) as caught:
        parse(text, ("a", "b"))
    assert caught.value.offset == offset
    assert hint in caught.value.hint
    assert caught.value.message


@given(st.text(alphabet="ab.value time scope<>=+-*/() 0123456789andornti\x00'\"[]_", max_size=80))
def test_any_text_parses_or_is_refused(text: str) -> None:
    try:
        expression = parse(text, ("a", "b"))
    except LanguageError as error:
        place = error.offset
    else:
        answer = compile_condition(expression)({"a": box(1, 2), "b": box(0, 3)})
        assert answer in (TRUE, FALSE, OPEN)
        assert roles_of(expression) <= {"a", "b"}
        return
    assert 0 <= place <= len(text)
