"""A sweep in place of all pairs: claims that no later claim of the block can stand against are passed over.

An interval that fails a monotone condition against any claim of a run fails it against the run's greatest lower or
least upper end, so a whole run of claims is judged by its two ends.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.compare.laws.compile import Condition, Operand, compile_condition
from factcheck.compare.laws.expression import Arithmetic, Comparison, Expression, Field, Logic, Negative, Number
from factcheck.compare.laws.law import Law
from factcheck.compare.scope import Scope
from factcheck.compare.view import View
from factcheck.interval import Interval

_RUN = 16  # claims that are judged together
_ANYWHERE = Scope(None, frozenset())
Ends = tuple[Operand, Operand]


def monotone(expression: Expression) -> bool:
    """True where a condition is on values alone, and fails at an end of a range of values if it fails inside."""
    match expression:
        case Logic(operator="and", left=left, right=right):
            return monotone(left) and monotone(right)
        case Comparison(left=left, right=right) if left.type == "number":
            used = [*_values(left), *_values(right)]
            return None not in used and len(used) == len(set(used))
    return False


def _values(expression: Expression) -> Iterator[str | None]:
    """The roles whose value is used; None for what is not monotone."""
    match expression:
        case Field(role=role, name="value"):
            yield role
        case Negative(operand=operand):
            yield from _values(operand)
        case Arithmetic(operator=sign, left=left, right=right):
            yield from _values(left)
            yield from _values(right)
            if sign in "*/" and not isinstance(right if sign == "/" else left, Number):
                yield None
        case Number():
            return
        case _:
            yield None


class Sweep:
    """The later claims of a block that may break a law with an earlier one."""

    def __init__(self, law: Law) -> None:
        self.names = list(law.claims)
        usable = not isinstance(law.expect, str) and monotone(law.expect)
        self.expect: Condition | None = compile_condition(law.expect) if usable else None  # type: ignore[arg-type]

    def later(self, block: Sequence[View], reach: int, asked: Sequence[int] | None = None) -> Iterator[tuple[int, int]]:
        """Places of two claims, in order, whose values may break the law; all where the law cannot be swept.

        Where only some places are asked about, there are few pairs, and none is passed over.
        """
        if self.expect is None or asked is not None:
            size = len(block)
            yield from ((i, j) for i in range(size) for j in partners(asked, i, i + 1, min(i + 1 + reach, size)))
            return
        runs = [_ends(block[at : at + _RUN]) for at in range(0, len(block), _RUN)]
        whole = _ends(block) if block else None
        for i, view in enumerate(block):
            if whole is None or not self._may_break(view, whole):
                continue
            last = min(i + 1 + reach, len(block))
            for number in range((i + 1) // _RUN, (last - 1) // _RUN + 1):
                if self._may_break(view, runs[number]):
                    start, end = max(i + 1, number * _RUN), min(last, (number + 1) * _RUN)
                    yield from ((i, j) for j in range(start, end))

    def _may_break(self, view: View, ends: Ends) -> bool:
        assert self.expect is not None
        first, second = self.names
        own = view.as_stated
        return any(self.expect({first: own, second: end})[1] or self.expect({first: end, second: own})[1]
                   for end in ends)  # fmt: skip


def partners(asked: Sequence[int] | None, place: int, start: int, end: int) -> Sequence[int]:
    """The places that one is paired with: all of a stretch, or those asked about where it is not."""
    if asked is None:
        return range(start, end)
    at = bisect_left(asked, place)
    if at < len(asked) and asked[at] == place:
        return range(start, end)
    return asked[bisect_left(asked, start) : bisect_left(asked, end)]


def _ends(views: Sequence[View]) -> Ends:
    """The greatest lower and the least upper end of some claims' values, as open points."""
    low = max(view.stated.low for view in views)
    high = min(view.stated.high for view in views)
    return _point(low), _point(high)


def _point(value: float) -> Operand:
    return Operand(Interval(value, value, True, True), None, _ANYWHERE)
