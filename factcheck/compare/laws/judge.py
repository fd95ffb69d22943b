"""One candidate of a declarative law, judged: broken, broken on the face value only, or upheld."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.compare.laws.compile import Condition, Operand, compile_condition
from factcheck.compare.laws.expression import orders_times
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.interval import Interval

Verdict = Literal["conflict", "tension", "note", "upheld"]
MINUTE = 0.05  # a gap on the face value that is worth an editor's minute: still there when both ends give this much
TENFOLD = 10.0  # from here on an inferred date no longer softens a conflict


@dataclass(frozen=True, slots=True)
class Judge:
    """The compiled conditions of one law."""

    law: Law
    where: Condition | None
    expect: Condition
    ordered: bool = False  # `where` says which of two times comes first

    def verdict(self, roles: Mapping[str, View]) -> Verdict | None:
        """What the law says of these claims; None where `where` does not certainly hold."""
        stated = {name: view.as_stated for name, view in roles.items()}
        if self.where and not self.where(stated)[0]:
            return None
        if self.ordered and all(view.claim.time and view.claim.time.basis == "inferred" for view in roles.values()):
            return None  # the order of two times that no sentence states is a guess
        if not self.expect(stated)[1]:  # and what the face value upholds, the wider reading does too
            return "upheld"
        if self.excludes(roles):
            return self._broken(roles)
        return "tension" if self._worth(roles) else "note"

    def excludes(self, roles: Mapping[str, View]) -> bool:
        """True where the law fails for all that the words allow, whatever the dates are worth."""
        return self.expect({name: view.as_allowed for name, view in roles.items()})[1]

    def _broken(self, roles: Mapping[str, View]) -> Verdict:
        inferred = any(view.claim.time and view.claim.time.basis == "inferred" for view in roles.values())
        if inferred and not self._holds_by(roles, TENFOLD):
            return "tension"
        return "conflict"

    def _worth(self, roles: Mapping[str, View]) -> bool:
        stated = {name: view.as_stated for name, view in roles.items()}
        return self.expect({name: _widened(operand, 1 + MINUTE) for name, operand in stated.items()})[1]

    def _holds_by(self, roles: Mapping[str, View], factor: float) -> bool:
        root = factor**0.5
        return self.expect({name: _widened(view.as_allowed, root) for name, view in roles.items()})[1]


def make_judge(law: Law) -> Judge:
    """The judge of a declarative law."""
    if isinstance(law.expect, str):
        raise TypeError(f"{law.id} is a comparison in Python")
    return Judge(
        law, compile_condition(law.where) if law.where else None, compile_condition(law.expect), orders_times(law.where)
    )


def _widened(operand: Operand, factor: float) -> Operand:
    low, high = operand.value.low, operand.value.high
    low = low / factor if low > 0 else low * factor
    high = high * factor if high > 0 else high / factor
    return replace(operand, value=Interval(low, high, operand.value.low_open, operand.value.high_open))


def limited(severity: str, law: Law) -> Verdict:
    """The severity, at most that of the law."""
    order = ("note", "tension", "conflict")
    return order[min(order.index(severity), order.index(law.severity))]  # type: ignore[return-value]
