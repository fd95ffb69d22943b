from datetime import date

import make
import pytest

from factcheck.interval import Interval
from factcheck.period import Period
from factcheck.report import phrases
from factcheck.report.difference import difference


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (45, "45"),
        (0.25, "0.25"),
        (1234, "1,234"),
        (-1234.5, "-1,234.5"),
        (5_700_000, "5.7 million"),
        (11_984_231, "11,984,231"),
        (2e9, "2 billion"),
        (1.5e12, "1.5 trillion"),
        (float("inf"), "∞"),
        (1e30, "1e+30"),
    ],
)
def test_numbers(value, text):
    assert phrases.number(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (45, "percent", "45%"),
        (5.7e6, "USD", "5.7 million USD"),
        (3, "ratio", "3 times"),
        (12, "count/hour", "12 per hour"),
        (14, "count", "14"),
        (9, "metric_ton", "9 metric tons"),
        (1, "day", "1 day"),
        (2, "day", "2 days"),
        (6, "foot", "6 feet"),
        (70, "USD/barrel", "70 USD per barrel"),
        (120, "kilometer/hour", "120 kilometers per hour"),
        (50, "hertz", "50 hertz"),
    ],
)
def test_values_with_units(value, unit, text):
    assert phrases.value_of(make.claim(value=value, unit=unit)) == text


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(17e6, 20e6), "17 million to 20 million"),
        (Interval(165e6, float("inf"), low_open=True), "more than 165 million"),
        (Interval(165e6, float("inf")), "165 million or more"),
        (Interval(float("-inf"), 5.0, high_open=True), "less than 5"),
        (Interval.point(3), "3"),
    ],
)
def test_intervals(interval, text):
    assert phrases.span_of(interval, "count") == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2024-05-03", "2024-05-03", "3 May 2024"),
        ("2024-04-01", "2024-04-30", "Apr 2024"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2024-01-01", "2024-03-31", "Jan 2024 to Mar 2024"),
        ("2024-01-05", "2024-03-03", "5 Jan 2024 to 3 Mar 2024"),
        ("2024-01-05", None, "from 5 Jan 2024"),
        (None, "2024-01-05", "until 5 Jan 2024"),
        (None, None, "XXXX-04"),
        ("9999-01-01", "9999-12-31", "1 Jan 9999 to 31 Dec 9999"),
    ],
)
def test_periods(start, end, text):
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    assert phrases.period(Period(days[0], days[1], "XXXX-04")) == text


def test_difference_in_words():
    low, high = make.claim(value=5.7e6, unit="USD"), make.claim(value=38e6, unit="USD")
    assert difference(make.finding(low, high)).text == "6.67 times apart; at least 32.3 million USD between them"


def test_difference_of_ranges_is_the_least_distance():
    nearly = make.claim(value=20e6, allowed=Interval(17e6, 20e6))
    less = make.claim(value=16e6, allowed=Interval(15.5e6, 16.5e6))
    assert difference(make.finding(nearly, less)).text == "25% apart; at least 500,000 between them"


@pytest.mark.parametrize(
    "claims",
    [
        (make.claim(),),
        (make.claim(), make.claim(value=5.0, unit="percent")),
        (make.claim(), make.claim(value=5.0, kind="change")),
    ],
)
def test_no_difference_between_values_that_are_not_alike(claims):
    assert difference(make.finding(*claims)) is None


def test_no_difference_where_a_group_is_a_sum_of_parts():
    parts = make.claim(value=5.0), make.claim(value=6.0), make.claim(value=10.0)
    assert difference(make.finding(*parts, groups=(0, 0, 1))) is None


def test_percentages_differ_by_points():
    pair = make.finding(make.claim(value=40.0, unit="percent"), make.claim(value=52.0, unit="percent"))
    assert "12 percentage points" in difference(pair).text


def test_fact_names_what_all_claims_share():
    pair = make.finding(make.claim(region="DE"), make.claim(region="DE", metric="count:ship"))
    assert phrases.fact(pair) == ("Harbour Line", "DE")


def test_an_entity_is_named_as_its_articles_print_it():
    old = {"entity": "Quayside Group", "entity_printed": "Harbour Line"}
    renamed = [make.claim("12 million", **old), make.claim("410,000", **old)]
    assert phrases.fact(make.finding(*renamed))[0] == "Harbour Line"
    mixed = [renamed[0], make.claim("410,000", entity="Quayside Group")]
    assert phrases.fact(make.finding(*mixed))[0] == "Quayside Group"
    assert ("entity", "Harbour Line (known as Quayside Group)") in phrases.understood(renamed[0])
    assert ("entity", "Quayside Group") in phrases.understood(mixed[1])
