"""Money by a name that several countries share, and signs and words that are no money."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
UNITS = [
    ("en", "Manila, the capital of the Philippines, pays 50,000 pesos to each family.", "PHP"),
    ("es", "Argentina sube las tarifas\n\nArgentina cobrará 850 pesos por mes.", "ARS"),
    ("es", "Argentina sube las tarifas\n\nArgentina cobrará $ 850 por mes.", "ARS"),
    ("es", "La naviera invirtió 25 mdp.", "MXN"),
    ("es", "La naviera invirtió 25 mdd.", "USD"),
    ("es", "México sube las tarifas\n\nMéxico cobrará 850 pesos argentinos.", "ARS"),
    ("en", "Argentina raises prices\n\nArgentina will charge $850.", "USD"),
    ("en", "Denmark raises prices\n\nDenmark will charge 850 kroner.", "DKK"),
    ("en", "The firm raised money at A $300M valuation.", "USD"),
    ("en", "The firm raised A$300M.", "AUD"),
    ("en", "Peru released 15 million soles.", "PEN"),
]


@pytest.mark.parametrize(("lang", "text", "unit"), UNITS)
def test_the_country_tells_whose_money_it_is(lang, text, unit):
    assert [claim.unit for claim in extract(Document("a", "a", text, lang), BOOK)] == [unit]


@pytest.mark.parametrize(("url", "unit"), [("https://quay.example.nz/a", "NZD"), ("https://quay.example/a", "USD")])
def test_dollars_are_those_of_the_outlet_s_country(url: str, unit: str) -> None:
    document = Document("a", "a", "Quayport will cut $7.4 billion, and US$2 billion abroad.", "en", url=url)
    assert [claim.unit for claim in extract(document, BOOK)] == [unit, "USD"]


def test_a_club_called_real_is_no_money():
    text = "El Real Puerto pierde 6,4 millones\n\nLa junta del Real explica la pérdida de 6,4 millones de euros."
    assert {claim.unit for claim in extract(Document("a", "a", text, "es"), BOOK)} == {"EUR"}
