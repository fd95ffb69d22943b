from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.assemble import extract
from factcheck.extract.numbers.digits import parse_digits
from factcheck.extract.numbers.find import find_numbers
from factcheck.model import Document
from factcheck.rulebook import load_rulebook
from tests.quantity_words import tokens_of, vocabulary

VALUES = [
    # a smaller scale goes on behind "and" where the language says so
    ("pt", "2 milhões e 650 mil pessoas", [2_650_000]),
    ("it", "2 milioni e 650mila persone", [2_650_000]),
    ("it", "2 milioni 650mila persone", [2_650_000]),
    ("es", "2 millones y 650 mil personas", [2_650_000]),
    ("en", "twenty-seven ferries", [27]),
    ("en", "one hundred and five ferries", [105]),
    ("en", "two thousand three hundred and forty-one", [2341]),
    ("en", "five and six", [5, 6]),
    ("en", "5.7 million", [5.7e6]),
    ("en", "a million", [1e6]),
    ("en", "half a million riders", [5e5]),
    ("en", "a billion and a half", [1.5e9]),
    ("en", "two and a half million", [2.5e6]),
    ("en", "two point five million", [2.5e6]),
    ("en", "half a dozen", [6]),
    ("en", "12 lakh and 3 crore and 2 万 and 4 亿", [1.2e6, 3e7, 2e4, 4e8]),
    ("en", "5k, 5K, $5m, $5bn, $5tn", [5e3, 5e3, 5e6, 5e9, 5e12]),
    ("en", "1½ and ½", [1.5, 0.5]),
    ("en", "1,234.5 and 1 234 567 and 1,50,000", [1234.5, 1234567, 150000]),
    ("en", "a rate of .534", [0.534]),
    ("fr", "quatre-vingt-dix-sept", [97]),
    ("fr", "vingt et un et vingt-et-un", [21, 21]),
    ("fr", "soixante et onze", [71]),
    ("fr", "quatre-vingts et nonante-trois", [80, 93]),
    ("fr", "2 milliards et 1,5 million", [2e9, 1.5e6]),
    ("fr", "un million et demi", [1.5e6]),
    ("fr", "trois mille deux cent quatre", [3204]),
    ("fr", "816 000 et 3 500", [816000, 3500]),
    ("fr", "une vingtaine, une centaine, un millier", [20, 100, 1000]),
    ("de", "siebenundzwanzig", [27]),
    ("de", "einhundertfünfundzwanzig und dreitausendvierhundert", [125, 3400]),
    ("de", "anderthalb und zweieinhalb", [1.5, 2.5]),
    ("de", "eine halbe Million", [5e5]),
    ("de", "1,5 Mio. und 4,7 Mrd. und 3 Tsd.", [1.5e6, 4.7e9, 3e3]),
    ("de", "1.234,5 und 1,234.5 und 3'000", [1234.5, 1234.5, 3000]),
    ("nl", "vijfentwintig en tweeëntwintig en driehonderdvijfenveertig", [25, 22, 345]),
    ("nl", "anderhalf en tweeënhalf en vierenhalf", [1.5, 2.5, 4.5]),
    ("nl", "een half miljoen en drieduizend", [5e5, 3e3]),
    ("nl", "1,5 mln. en 4,7 mld en 1.234,5", [1.5e6, 4.7e9, 1234.5]),
    ("es", "treinta y cinco mil", [35000]),
    ("es", "mil millones", [1e9]),
    ("es", "tres billones cuatrocientos cinco mil doscientos millones", [3.4052e12]),
    ("en", "two thousand million and five hundred thousand", [2.0005e9]),
    ("es", "un millón y medio", [1.5e6]),
    ("es", "4 millones 500 mil", [4.5e6]),
    ("es", "veintisiete y doscientas", [27, 200]),
    ("it", "ventisette, duecentocinquanta, tremilaquattrocento", [27, 250, 3400]),
    ("it", "ventuno e trentotto", [21, 38]),
    ("it", "un milione e mezzo", [1.5e6]),
    ("it", "60 mila", [60000]),
    ("pt", "mil milhões", [1e9]),
    ("pt", "vinte e cinco mil", [25000]),
    ("pt", "cento e vinte e três", [123]),
    ("pt", "um milhão e meio", [1.5e6]),
    ("pt", "R$ 3 bi e 4 mi", [3e9, 4e6]),
    ("en", "3 hundred and 21, 4 thousand 3 hundred", [321, 4300]),
    ("en", "200 million, and by May 400 million", [200e6, 400e6]),
    ("en", "2 hundred people and 3 boats", [200, 3]),
    ("en", "minus five degrees, negative two", [-5, -2]),
    ("fr", "moins dix degrés et au moins dix marins", [-10, 10]),
    ("es", "menos diez grados y por lo menos diez", [-10, 10]),
    ("it", "meno tre gradi e almeno tre", [-3, 3]),
    ("pt", "menos dois graus e pelo menos dois", [-2, 2]),
    ("de", "minus sieben Grad", [-7]),
    ("en", "twenty point five, two point one four", [20.5, 2.14]),
    ("pt", "dez vírgula vinte e dois", [10.22]),
    ("es", "tres coma quinientos doce", [3.512]),
    ("de", "zweihundertfuenfundzwanzig", [225]),
    ("pt", "tres milhoes", [3e6]),
    ("fr", "zero", [0]),
    ("es", "2 mil 600 millones, mil 600 millones, dos mil 640", [2.6e9, 1.6e9, 2640]),
    ("es", "2 mil 640 casas, mil 200 camas, 20 mil y 300", [2640, 1200, 20000, 300]),
    (
        "es",
        "mil 589.95 millones, cinco millones 423.37 mil, 4 mil 3 casos, 10 mil 87 alumnos",
        [1589950000, 5423370, 4003, 10087],
    ),
    ("en", "a thousand 300 dollar phones", [1000, 300]),
    ("en", "1.3e6, 6.02 × 10^23, 2x10^3 and 10⁻³", [1.3e6, 6.02e23, 2000, 0.001]),
    ("fr", "12,5e3", [12500]),
    ("en", "2 x 10 m and 5 m²", [2, 10, 5]),
    ("pt", "um trilhão e meio milhão", [1000000500000]),
    ("fr", ",08 et 0,8", [0.08, 0.8]),
    ("en", "a sub-7 chip", [7]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), VALUES)
def test_values(lang: str, text: str, expected: list[float]) -> None:
    found = [n.value for n in find_numbers(tokens_of(lang, text), vocabulary(lang)) if n.form != "ordinal"]
    assert found == pytest.approx(expected)


CODES = [
    "the IE7 and A380",
    "Windows-10",
    "COVID-19",
    "a 4G network",
    "at 10:20",
    "a 2-0 win",
    "192.168.1.20",
    "version 1.5.2",
    "https://example.org/a/2020/15?b=30%25",
    "call 555-0199-22",
    "in mid-2016",
    "in 2012-13",
    "open 24/7",
    "agent 007",
    "the 1990s",
    "in her 30s",
    "a 1080p screen",
    "me@firm12.example",
    "the all-in-one printer",
]


@pytest.mark.parametrize("text", CODES)
def test_codes_are_no_numbers(text: str) -> None:
    assert find_numbers(tokens_of("en", text), vocabulary("en")) == []


PRONOUNS = [
    ("en", "the one who left"),
    ("en", "no one"),
    ("en", "one by one"),
    ("fr", "un homme"),
    ("de", "eine Frau"),
    ("nl", "een vrouw"),
    ("es", "una casa"),
    ("it", "uno dei"),
    ("pt", "uma pessoa"),
]


@pytest.mark.parametrize(("lang", "text"), PRONOUNS)
def test_articles_and_pronouns_count_nothing(lang: str, text: str) -> None:
    from tests.quantity_words import read

    assert read(lang, text) == []


ORDINALS = [
    ("en", "the 21st floor", 21),
    ("en", "the twenty-third man", 23),
    ("fr", "le 2e étage", 2),
    ("fr", "le 1er rang", 1),
    ("de", "die 3. Banane", 3),
    ("nl", "de 3e verdieping", 3),
    ("nl", "de eenentwintigste gast", 21),
    ("de", "der einhunderttausendste Gast", 100000),
    ("es", "el 4.º lugar", 4),
    ("it", "il ventesimo posto", 20),
    ("pt", "o 1º lugar", 1),
    ("pt", "o tricentésimo quadragésimo sétimo posto", 347),
    ("pt", "o vigesimo quinto posto", 25),
    ("es", "cuatrocientos cincuenta y dos milésimo tricentésimo primero", 452301),
    ("es", "tresmillonésimo viajero", 3e6),
    ("en", "the five thousandth visitor", 5000),
    ("de", "der Millionste Gast", 1e6),
    ("de", "wir sind zu zwölft", 12),
    ("it", "il venticinquesimo posto", 25),
    ("fr", "la vingt-et-unième place", 21),
]


@pytest.mark.parametrize(("lang", "text", "value"), ORDINALS)
def test_ordinals_are_flagged(lang: str, text: str, value: float) -> None:
    found = find_numbers(tokens_of(lang, text), vocabulary(lang))
    assert [(n.value, n.form) for n in found] == [(value, "ordinal")]


DIGITS = [
    ("1,234.5", ".", 1234.5),
    ("1.234,5", ".", 1234.5),
    ("1,234", ".", 1234),
    ("1.234", ".", 1.234),
    ("1.234", ",", 1234),
    ("1,234", ",", 1.234),
    ("1.5", ",", 1.5),
    ("1.234.567", ",", 1234567),
    ("3'000", ".", 3000),
    ("3’000.50", ".", 3000.5),
    ("1\u202f234,5", ",", 1234.5),
    ("0,5", ",", 0.5),
    ("0.123", ",", 0.123),
    ("12,34,567", ".", 1234567),
]


@pytest.mark.parametrize(("form", "decimal", "value"), DIGITS)
def test_separators(form: str, decimal: str, value: float) -> None:
    parsed = parse_digits(form, decimal)
    assert parsed is not None
    assert parsed[0] == pytest.approx(value)


LOCAL = [
    ("es", "En México gastaron 2,250 pesos.", 2250),  # Mexico writes decimals with a dot
    ("es", "En España gastaron 2,250 euros.", 2.25),
    ("es", "En México gastaron 12.500 pesos y 2,250 más.", 12500),  # this text writes them as Spain does
]


@pytest.mark.parametrize(("lang", "text", "value"), LOCAL)
def test_the_country_tells_the_decimal_sign_where_the_numbers_do_not(lang: str, text: str, value: float) -> None:
    claims = extract(Document("text", "text", text, lang), load_rulebook())
    assert claims[0].value == value


@pytest.mark.parametrize("form", ["1.5.2", "1,2,3", "192.168.1.1", "1'23", "12.34.56"])
def test_versions_and_addresses_have_no_value(form: str) -> None:
    assert parse_digits(form, ".") is None


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_round_trip(value: int) -> None:
    assert parse_digits(f"{value:,}", ".") == (float(value), 0)
    assert parse_digits(f"{value:,}".replace(",", "."), ",") == (float(value), 0)


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=1, max_value=99))
def test_decimals_round_trip(whole: int, cents: int) -> None:
    assert parse_digits(f"{whole:,}.{cents:02d}", ".") == (pytest.approx(whole + cents / 100), 2)
