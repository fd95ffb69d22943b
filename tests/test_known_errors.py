"""What other extractors are known to get wrong."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Claim, Document
from factcheck.period import Period
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
PUBLISHED = Period(date(2019, 3, 6), date(2019, 3, 6), "2019-03-06", "stated")  # a Wednesday

# text -> (value, unit) of every claim
ERRORS = [
    ("brackets are no minus", "Harbour Line paid a fine ($38 million).", [(38e6, "USD")]),
    ("an article is no number", "It was a $5.7 million fine.", [(5.7e6, "USD")]),
    ("in is no inch", "The line carried 200 million in April.", [(200e6, "count")]),
    (
        "two figures are not one",
        "It carried 200 million riders, and the rival carried 400 million riders.",
        [(200e6, "count"), (400e6, "count")],
    ),
    ("mid-2018 is no negative number", "The yard has grown since mid-2018.", []),
    ("a code may touch its number", "Harbour Line raised USD34.6 million.", [(34.6e6, "USD")]),
    ("a season is no range", "The yard closed in 2012-13.", []),
    ("five and six are not eleven", "Five and six boats sank.", [(5, "count"), (6, "count")]),
    ("a group of thousands stays", "The yard shipped 816 000 t of coal.", [(816000, "tonne")]),
]
WEEKDAYS = [
    ("en", "Harbour Line carried 300 riders on Friday.", "2019-03-01"),
    ("en", "Harbour Line will carry 300 riders on Friday.", "2019-03-08"),
    ("fr", "La ligne a transporté 300 passagers vendredi.", "2019-03-01"),
    ("de", "Die Linie beförderte am Freitag 300 Fahrgäste.", "2019-03-01"),
    ("es", "La línea transportó 300 pasajeros el viernes.", "2019-03-01"),
    ("it", "La linea ha trasportato 300 passeggeri venerdì.", "2019-03-01"),
    ("pt", "A linha transportou 300 passageiros na sexta-feira.", "2019-03-01"),
]


def claims(lang: str, text: str) -> list[Claim]:
    return extract(Document("text", "text", text, lang, published=PUBLISHED), BOOK)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_value_and_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(claim.value, claim.unit) for claim in claims("en", text)] == expected


@pytest.mark.parametrize(("lang", "text", "day"), WEEKDAYS)
def test_a_weekday_is_the_nearest_one(lang: str, text: str, day: str) -> None:
    [claim] = claims(lang, text)
    assert claim.time is not None
    assert claim.time.edtf == day
