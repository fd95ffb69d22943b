"""Slips told by arithmetic, and silence where none fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from make import claim, day

from factcheck.compare.context import make_context
from factcheck.compare.copies.altered import CopiedFigures
from factcheck.compare.diagnosis.diagnose import diagnose
from factcheck.compare.diagnosis.exchange import rate
from factcheck.compare.view import views
from factcheck.model import Claim
from factcheck.period import Period
from factcheck.rulebook import Metric, Rulebook

BOOK = Rulebook(metrics={"revenue": Metric("revenue", "Revenue", "flow", ("money",))})
DAY = day("2019-02-27")
USUAL: dict[str, Any] = {"metric": "revenue", "unit": "USD", "time": DAY}


def figure(value: float, quote: str, doc: str = "spring.txt", **slots: Any) -> Claim:
    return replace(claim(value=value), **USUAL | {"quote": quote, "doc": doc, "id": f"{doc}-{quote}"} | slots)


def slips(a: Claim, b: Claim, *others: Claim) -> list[tuple[str, str]]:
    seen = views((a, b, *others), BOOK)
    context = make_context(seen, [], BOOK, CopiedFigures(), False)
    return [(found.slip, found.message) for found in diagnose(seen[0], seen[1], context)]


@pytest.mark.parametrize(
    ("a", "b", "slip", "words"),
    [
        (figure(5.7e6, "$5.7 million"), figure(5.7e9, "$5.7 billion"), "factor", "a factor of 1,000"),
        (figure(12e6, "12 million"), figure(120e6, "120 million"), "factor", "a factor of 10:"),
        (figure(3.4e6, "3.4 million"), figure(3.4e10, "34 billion"), "factor", "万"),
        (figure(165e6, "165 million"), figure(156e6, "156 million"), "digits", "two digits swapped"),
        (figure(11984, "11,984"), figure(1984, "1,984"), "digits", "missing or doubled"),
        (figure(4715.0, "4,715"), figure(4775.0, "4,775"), "digits", "differ in one digit"),
        (figure(5.7e6, "$5.7 million"), figure(38e6, "$38 million"), "exchange_rate", "CNY at 6.681 (27 Feb 2019)"),
        (figure(62.0, "62", unit="mile"), figure(62.0, "62", unit="kilometre"), "unit", "kilometres for miles"),
    ],
)
def test_slips(a: Claim, b: Claim, slip: str, words: str) -> None:
    found = slips(a, b, figure(600.0, "600 yuan", unit="CNY"))
    assert found
    assert found[0][0] == slip
    assert words in found[0][1]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (figure(5.7e6, "$5.7 million"), figure(9.3e6, "$9.3 million")),
        (figure(200e6, "200 million"), figure(400e6, "400 million")),
        (figure(7e6, "7 million"), figure(10e6, "10 million")),
        (figure(1.0, "1"), figure(0.0, "0")),
        (figure(5e6, "5 million"), figure(5e6, "5 million")),
    ],
)
def test_no_diagnosis_where_none_fits(a: Claim, b: Claim) -> None:
    assert slips(a, b) == []


def test_a_figure_borrowed_from_another_entity_or_an_earlier_day() -> None:
    wrong, right = figure(714e6, "$714 million"), figure(205e6, "$205 million", "b.txt")
    other = figure(714e6, "$714 million", "c.txt", entity="Quayside")
    assert ("entity", "714 million is Quayside's figure in c.txt.") in slips(wrong, right, other)
    stale = figure(714e6, "$714 million", "d.txt", time=day("2018-02-27"))
    assert ("stale", "714 million is the figure of 2018-02-27 in d.txt.") in slips(wrong, right, stale)


def test_rates_are_those_of_the_nearest_earlier_day() -> None:
    saturday = rate("USD", "CNY", date(2019, 3, 2))
    assert saturday is not None
    assert saturday.day == date(2019, 3, 1)
    assert 6.6 < saturday.value < 6.8
    assert rate("USD", "CNY", date(1985, 3, 2)) is None
    assert rate("USD", "XXX", date(2019, 3, 1)) is None


def test_inferred_dates_try_only_currencies_of_the_article() -> None:
    time = Period(date(2019, 2, 27), date(2019, 2, 27), "2019-02-27", "inferred")
    pair = figure(5.7e6, "$5.7 million", time=time), figure(38e6, "$38 million", time=time)
    assert slips(*pair) == []
    assert slips(*pair, figure(600.0, "600 yuan", unit="CNY"))[0][0] == "exchange_rate"
