"""Periods: constructors, and EDTF strings there and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import period as p


@pytest.mark.parametrize(
    ("made", "start", "end", "edtf"),
    [
        (p.day(2004, 11, 9), "2004-11-09", "2004-11-09", "2004-11-09"),
        (p.month(2020, 2), "2020-02-01", "2020-02-29", "2020-02"),
        (p.quarter(2018, 3), "2018-07-01", "2018-09-30", "2018-35"),
        (p.half(2018, 2), "2018-07-01", "2018-12-31", "2018-41"),
        (p.season(2004, 23), "2004-09-01", "2004-11-30", "2004-23"),
        (p.season(2003, 24), "2003-12-01", "2004-02-29", "2003-24"),
        (p.year(2018), "2018-01-01", "2018-12-31", "2018"),
        (p.decade(1990), "1990-01-01", "1999-12-31", "199X"),
        (p.century(20), "1900-01-01", "1999-12-31", "19XX"),
        (p.between(p.month(2004, 10), p.month(2004, 12)), "2004-10-01", "2004-12-31", "2004-10/2004-12"),
        (p.days(date(2004, 7, 1), date(2004, 7, 1)), "2004-07-01", "2004-07-01", "2004-07-01"),
    ],
)
def test_closed_periods(made: p.Period, start: str, end: str, edtf: str) -> None:
    assert (str(made.start), str(made.end), made.edtf) == (start, end, edtf)


def test_open_periods() -> None:
    assert p.since(p.month(2004, 5)) == p.Period(date(2004, 5, 1), None, "2004-05/..")
    assert p.since(p.month(2004, 5), date(2004, 11, 23)).edtf == "2004-05/2004-11-23"
    assert p.until(p.year(2014)) == p.Period(None, date(2014, 12, 31), "../2014")
    assert p.unknown("XXXX-04").basis == "unstated"
    assert p.unknown("XXXX-04").days is None


@pytest.mark.parametrize(
    "edtf",
    ["2004-11-09", "2020-02", "2018-33", "2018-36", "2018-40", "2004-21", "2004-24", "2018", "199X", "19XX",
     "2004-10/2004-12", "2004-05/..", "../2014", "XXXX-04"],
)  # fmt: skip
def test_edtf_round_trip(edtf: str) -> None:
    assert p.parse(edtf).edtf == edtf


@pytest.mark.parametrize("text", ["2004-13", "2004-02-30", "soon", "2004-50"])
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        p.parse(text)


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_days_parse_to_themselves(a: date, b: date) -> None:
    first, last = sorted((a, b))
    made = p.days(first, last)
    again = p.parse(made.edtf)
    assert (again.start, again.end) == (first, last)
    assert made.days == (last - first).days + 1
