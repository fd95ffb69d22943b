"""The gates: which pairs may be compared, and the printed reason where not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from make import claim

from factcheck.compare.gates import trace
from factcheck.model import Claim
from factcheck.period import Period
from factcheck.rulebook import Entity, Metric, Rulebook

BOOK = Rulebook(
    metrics={
        "downloads": Metric("downloads", "Downloads", "cumulative", ("count",)),
        "mau": Metric("mau", "Monthly active users", "stock", ("count",)),
        "dau": Metric("dau", "Daily active users", "stock", ("count",)),
        "revenue": Metric("revenue", "Revenue", "flow", ("money",)),
        "fine": Metric("fine", "Fine", "event", ("money",)),
    },
    entities={"Pebble": Entity("Pebble", twins=("Pebble Kids",))},
)


def period(start: str, end: str, edtf: str = "", basis: str = "stated") -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end), edtf or f"{start}/{end}", basis)


Y2019 = period("2019-01-01", "2019-12-31", "2019")
Y2020 = period("2020-01-01", "2020-12-31", "2020")
JUNE_3 = period("2019-06-03", "2019-06-03")
MAY = period("2019-05-01", "2019-05-31", "2019-05")


UNFINISHED: dict[str, Any] = {
    "metric": "revenue", "unit": "USD", "time": Y2019, "timekind": "during", "published": "2019-06-03",
}  # fmt: skip


def say(**slots: Any) -> Claim:
    usual: dict[str, Any] = {"entity": "Pebble", "metric": "mau", "time": MAY, "timekind": "as_of", "region": "world"}
    source = {"source": slots.pop("credit")} if "credit" in slots else {}
    return replace(claim(**usual | slots), **source)


@pytest.mark.parametrize(
    ("a", "b", "name", "reason"),
    [
        ({}, {"entity": "Sandbox"}, "entity", "Pebble against Sandbox"),
        ({}, {"entity": "Pebble Kids"}, "entity", "easily confused"),
        ({}, {"metric": "dau"}, "metric", "monthly active users against daily active users"),
        ({}, {"metric": "count:shops"}, "metric", "monthly active users against shops"),
        ({"metric": "downloads"}, {"metric": "downloads", "timekind": "during"}, "kind", "cumulative against flow"),
        ({}, {"kind": "share", "unit": "percent"}, "kind", "stock against share"),
        ({}, {"unit": "count/hour"}, "kind", "stock against rate"),
        ({"metric": "revenue", "unit": "USD"}, {"metric": "revenue", "unit": "EUR"}, "unit", "USD against EUR"),
        ({}, {"region": "IN"}, "scope", "world against IN"),
        ({}, {"restrictors": ("who:under 18",)}, "scope", "world against world, under 18"),
        ({}, {"time": Y2020}, "time", "2019-05 against 2020"),
        ({}, {"time": None}, "time", "one of them undated"),
        ({}, {"stance": "forecast"}, "stance", "asserted against forecast"),
        ({}, {"negated": True}, "stance", "asserted against denied"),
        ({"kind": "share", "of": "homes"}, {"kind": "share", "of": "adults"}, "scope", "of homes against of adults"),
        (UNFINISHED | {"credit": "Ostwind"}, UNFINISHED | {"credit": "Quay Bank"}, "stance", "was not over"),
    ],
)
def test_first_failed_gate_names_both_sides(a: dict[str, Any], b: dict[str, Any], name: str, reason: str) -> None:
    gates = trace(say(**a), say(doc="summer.txt", **b), BOOK)
    failed = next(gate for gate in gates if not gate.passed)
    assert (failed.name, reason in failed.reason) == (name, True), failed


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({}, {}),
        ({"entity": "Peb ble"}, {"entity": "PEBBLE"}),
        ({"region": None}, {"region": "world"}),
        ({"metric": "other:length", "unit": "kilometre"}, {"metric": "other:length", "unit": "mile"}),
        ({"metric": "fine", "unit": "USD"}, {"metric": "fine", "unit": "USD", "time": None}),
        ({"metric": "fine", "unit": "USD"}, {"metric": "fine", "unit": "USD", "time": JUNE_3}),
        ({"stance": "forecast", "credit": "Ostwind"}, {"stance": "forecast", "credit": "the Ostwind"}),
        (UNFINISHED | {"credit": "Ostwind"}, UNFINISHED | {"credit": "the Ostwind"}),
        (UNFINISHED | {"published": "2020-01-01", "credit": "Ostwind"}, UNFINISHED | {"credit": "Quay Bank"}),
    ],
)
def test_comparable_pairs_pass_every_gate(a: dict[str, Any], b: dict[str, Any]) -> None:
    gates = trace(say(**a), say(doc="summer.txt", **b), BOOK)
    assert all(gate.passed for gate in gates), gates
    assert [gate.name for gate in gates] == ["entity", "metric", "kind", "unit", "scope", "time", "stance"]


def test_gates_are_symmetric() -> None:
    one, other = say(), say(doc="summer.txt", region="IN", time=Y2019)
    assert [g.passed for g in trace(one, other, BOOK)] == [g.passed for g in trace(other, one, BOOK)]
