"""What a law asks of a database, read off its typed form: what is shared, how the times stand, what breaks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from factcheck.compare.blocks import interchangeable
from factcheck.compare.engines.conditions import Side, may_fail, may_hold
from factcheck.compare.engines.table import GROUPED, SELECTED
from factcheck.compare.laws.expression import Arithmetic, Comparison, Expression, Field, Number, about_time, conjuncts
from factcheck.compare.laws.law import Law
from factcheck.compare.scope import WORLD

_MOST_DAYS = 1e6
Times = Literal["article", "alike", "before", "within", "any"]


@dataclass(frozen=True, slots=True)
class Plan:
    """One law of two roles, ready to be put into SQL; its texts are written by this package alone."""

    times: Times  # which claims may meet: of one article, of one time, in order of time, in each other's, all
    alike: bool  # either claim may play either role, so each pair is met once
    swapped: bool  # the second role stands first in time, or holds the first
    within: int | None  # days between the two, where the law limits them
    shared: tuple[str, ...]  # columns that both claims have equal, whatever the article
    across: tuple[str, ...]  # further such columns for claims of two articles
    place: str  # the column that says the region; empty where regions do not matter
    inside: bool  # the first claim's region lies in the second's
    loose: str  # claims whose article lets them meet others
    facts_only: bool
    first: str  # tests for the roles, with the values as parameters
    second: str
    parameters: Mapping[str, list[str]]
    roles: tuple[str, str]
    expect: Expression
    timed: tuple[Expression, ...]  # what `where` says of times

    def broken(self, a: Side, b: Side) -> str:
        """A test that is true wherever two claims break the law, or all claims of two cells by their extreme ends."""
        return may_fail(self.expect, dict(zip(self.roles, (a, b), strict=True)))

    def ordered(self, a: Side, b: Side) -> str:
        """A test that is true wherever the times of two claims stand as the law says."""
        sides = dict(zip(self.roles, (a, b), strict=True))
        return " AND ".join(may_hold(condition, sides) for condition in self.timed) or "TRUE"


def plan_of(law: Law) -> Plan:
    """The plan of a law of two roles that is written as conditions; ValueError for others."""
    if isinstance(law.expect, str) or len(law.claims) != 2:
        raise ValueError(f"{law.id} cannot be planned")
    one, two = law.claims
    first, second, parameters = _selectors(law, one, two)
    conditions = list(conjuncts(law.where))
    inside = next((c for c in conditions if isinstance(c, Comparison) and _is(c, "scope", "in", one)), None)
    shared = tuple(column for name in law.same if name in GROUPED for column in GROUPED[name])
    scoped = "scope" in law.same
    times, swapped, within = _times(law, conditions, one)
    return Plan(
        times=times,
        alike=interchangeable(law),
        swapped=swapped,
        within=within,
        shared=(*shared, "restrictors", "whole") if inside else shared,
        across=(_STANCE,) if "stance" in law.same else (),
        place="region" if inside else f"coalesce(told_region, '{WORLD}')" if scoped else "",
        inside=inside is not None,
        loose=" OR ".join(_loose(law, scoped)) or "FALSE",
        facts_only="stance" not in law.same,
        first=first,
        second=second,
        parameters=parameters,
        roles=(one, two),
        expect=law.expect,
        timed=tuple(condition for condition in conditions if about_time(condition)),
    )


_STANCE = "CASE WHEN fact THEN '' ELSE stance END"


def _loose(law: Law, scoped: bool) -> list[str]:
    tests = ["d0 IS NULL"] if "time" in law.same else []
    return tests + (["region IS NULL", "whole IS NOT NULL"] if scoped else []) + (
        ["NOT fact"] if "stance" in law.same else []
    )  # fmt: skip


def _selectors(law: Law, one: str, two: str) -> tuple[str, str, dict[str, list[str]]]:
    parameters: dict[str, list[str]] = {}
    texts = []
    for place, role in (("first", one), ("second", two)):
        tests = []
        for slot, accepted in law.claims[role].items():
            parameters[f"{place}_{slot}"] = [word.encode("utf-8", "replace").decode() for word in accepted]
            columns = ("kind", "shape") if slot == "kind" else (SELECTED[slot],)
            tests.append(_any_of(columns, f"{place}_{slot}"))
        texts.append(" AND ".join(tests) or "TRUE")
    return texts[0], texts[1], parameters


def _any_of(columns: tuple[str, ...], parameter: str) -> str:
    return "(" + " OR ".join(f"list_contains(${parameter}, {column})" for column in columns) + ")"


def _times(law: Law, conditions: list[Expression], one: str) -> tuple[Times, bool, int | None]:
    """How the times of the two stand, whether the second role comes first, and within how many days."""
    if {"document", "sentence"} & set(law.same):
        return "article", False, None
    if "time" in law.same:
        return "alike", False, None
    comparisons = [condition for condition in conditions if isinstance(condition, Comparison)]
    for comparison in comparisons:
        for relation, forward in (("<", True), (">", False)):
            if _is(comparison, "time", relation):
                assert isinstance(comparison.left, Field)
                swapped = (comparison.left.role == one) is not forward
                later = comparison.right.role if forward else comparison.left.role  # type: ignore[union-attr]
                return "before", swapped, _limit(comparisons, later)
    for comparison in comparisons:
        if _is(comparison, "time", "in"):
            assert isinstance(comparison.left, Field)
            return "within", comparison.left.role != one, None
    return "any", False, None


def _is(comparison: Comparison, type_: str, relation: str, role: str = "") -> bool:
    left, right = comparison.left, comparison.right
    if not (isinstance(left, Field) and isinstance(right, Field)) or comparison.relation != relation:
        return False
    return left.type == type_ and left.role != right.role and role in ("", left.role)


def _limit(comparisons: list[Comparison], later: str) -> int | None:
    """The days that the law allows between two times: `later.time - earlier.time <= 62`."""
    for comparison in comparisons:
        match comparison:
            case Comparison(
                relation="<" | "<=",
                left=Arithmetic(operator="-", left=Field(role=role, type="time")),
                right=Number(value=days),
            ) if role == later and 0 <= days < _MOST_DAYS:
                return int(days) + 1
    return None
