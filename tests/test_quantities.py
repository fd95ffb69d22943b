from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.assemble import extract
from factcheck.extract.quantities.units import DEFINITIONS, dimension, shared
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.vocabulary import languages
from factcheck.model import Document
from factcheck.rulebook import load_rulebook
from tests.quantity_words import claims, read, tokens_of

# text -> (value, unit, bound) of every quantity
PLAIN = [
    # a figure that another is compared with; a verb's own "up"; what is not reached or not exceeded
    ("en", "below the 3.3 pct increase of May", [(3.3, "percent", "exact")]),
    ("en", "below 3.3 pct", [(3.3, "percent", "less_than")]),
    ("en", "Unemployment shot up to 10.2%", [(10.2, "percent", "exact")]),
    ("en", "The tax does not exceed 5%", [(5, "percent", "at_most")]),
    ("fr", "Le club ne compte plus que 42 300 adhérents", [(42300, "count", "exact")]),
    ("fr", "La taxe ne dépasse pas 5 %", [(5, "percent", "at_most")]),
    ("de", "Die Partei erreicht nicht einmal 5 Prozent", [(5, "percent", "less_than")]),
    ("es", "El partido no llega al 5 %", [(5, "percent", "less_than")]),
    ("it", "La tassa non supera il 5%", [(5, "percent", "at_most")]),
    ("pt", "O partido não atinge 5%", [(5, "percent", "less_than")]),
    ("fr", "Le port a franchi hier la barre des 100 000 visiteurs", [(100000, "count", "more_than")]),
    ("de", "Der Kurs fiel unter die Schwelle von 80 Euro", [(80, "EUR", "less_than")]),
    ("it", "Il porto supera la soglia dei 300 visitatori", [(300, "count", "more_than")]),
    # an average and "as well as" are no estimate
    ("de", "Die Preise stiegen um durchschnittlich 2,3 Prozent", [(2.3, "percent", "exact")]),
    ("en", "a toll of an average of about 3 euros", [(3, "EUR", "approx")]),
    ("es", "trece barcos, así como 24 remos", [(13, "count", "exact"), (24, "count", "exact")]),
    ("en", "a fine ($38 million)", [(38e6, "USD", "exact")]),
    ("en", "a $5.7 million fine", [(5.7e6, "USD", "exact")]),
    (
        "en",
        "USD34.6 million and US$4.7bn and £1.2m",
        [(34.6e6, "USD", "exact"), (4.7e9, "USD", "exact"), (1.2e6, "GBP", "exact")],
    ),
    ("en", "214 mln dlrs and 500,000 bpd", [(214e6, "USD", "exact"), (5e5, "barrel/day", "exact")]),
    ("en", "15 light-years away", [(15, "light_year", "exact")]),
    ("en", "$ 11.7 million", [(11.7e6, "USD", "exact")]),
    ("en", "it was 200 million, and now 400 million", [(200e6, "count", "exact"), (400e6, "count", "exact")]),
    ("en", "200 million in April", [(200e6, "count", "exact")]),
    (
        "it",
        "8.000 secondo i sindacati, 8 secondi dopo, un secondo",
        [(8000, "count", "exact"), (8, "second", "exact"), (1, "second", "exact")],
    ),
    ("pt", "8.000 segundo os sindicatos e 8 segundos", [(8000, "count", "exact"), (8, "second", "exact")]),
    (
        "en",
        "it showed a 14% rise in thefts of boats in the port, from 630 to 719",
        [(14, "percent", "exact"), (630, "count", "exact"), (719, "count", "exact")],
    ),
    (
        "en",
        "sales nearly doubled from $30m to $50m",
        [(2, "ratio", "nearly"), (30e6, "USD", "exact"), (50e6, "USD", "exact")],
    ),
    (
        "es",
        "las ventas se triplicaron, de 30 millones a 50 millones",
        [(3, "ratio", "exact"), (30e6, "count", "exact"), (50e6, "count", "exact")],
    ),
    ("en", "<Four Quays Inc> and <40 boats", [(4, "count", "exact"), (40, "count", "less_than")]),
    (
        "en",
        "A$5, HK$7 and CHF 3'000 and Rs 500",
        [(5, "AUD", "exact"), (7, "HKD", "exact"), (3000, "CHF", "exact"), (500, "INR", "exact")],
    ),
    ("en", "600 yuan and 50p and 33 cents", [(600, "CNY", "exact"), (0.5, "GBP", "exact"), (0.33, "USD", "exact")]),
    ("en", "twelve dollars and thirty-five cents", [(12.35, "USD", "exact")]),
    ("en", "a loss of $-3.2bn", [(-3.2e9, "USD", "exact")]),
    ("en", "more than 165 million riders", [(165e6, "count", "more_than")]),
    ("en", "rides exceeded 2 billion", [(2e9, "count", "more_than")]),
    ("en", "broken the 300 million mark", [(300e6, "count", "more_than")]),
    ("en", "around the 95% mark", [(95, "percent", "approx")]),
    ("en", "closer to 15%", [(15, "percent", "approx")]),
    (
        "en",
        "nearly 20 million, at least 5, up to 7, less than 9, as many as 14",
        [
            (20e6, "count", "nearly"),
            (5, "count", "at_least"),
            (7, "count", "at_most"),
            (9, "count", "less_than"),
            (14, "count", "at_most"),
        ],
    ),
    ("en", "300 or more and 40 or so", [(300, "count", "at_least"), (40, "count", "approx")]),
    ("en", "it took over five years", [(5, "year", "exact")]),
    ("en", "it was shut for over five years", [(5, "year", "more_than")]),
    ("en", "it is over five years old", [(5, "year", "more_than")]),
    ("de", "sie ist seit über fünf Jahren zu", [(5, "year", "more_than")]),
    ("en", "growth was negative 0.3 percent", [(-0.3, "percent", "exact")]),
    ("en", "he tested negative three times", [(3, "count", "exact")]),
    ("fr", "le PS 2 millions d'électeurs", [(2e6, "count", "exact")]),
    ("en", "a year and a half", [(1.5, "year", "exact")]),
    ("en", "half an hour", [(0.5, "hour", "exact")]),
    ("en", "three quarters of an hour", [(0.75, "hour", "exact")]),
    (
        "en",
        "310 acres, nine-acre, 15-second, 256kbps, 6km, 15Mb",
        [
            (310, "acre", "exact"),
            (9, "acre", "exact"),
            (15, "second", "exact"),
            (256, "kilobit/second", "exact"),
            (6, "kilometre", "exact"),
            (15, "megabit", "exact"),
        ],
    ),
    (
        "en",
        "90 km/h and 30 m² and 5 m3 and 1.8m tall",
        [
            (90, "kilometre/hour", "exact"),
            (30, "square_metre", "exact"),
            (5, "cubic_metre", "exact"),
            (1.8, "metre", "exact"),
        ],
    ),
    ("en", "12.3m tonnes", [(12.3e6, "tonne", "exact")]),
    ("en", "46.2 per cent, 5 pct, 3pc", [(46.2, "percent", "exact"), (5, "percent", "exact"), (3, "percent", "exact")]),
    ("en", "It stands at 46 percent, down two points", [(46, "percent", "exact"), (2, "percent", "exact")]),
    ("fr", "Le taux est à 24,2% (+ 0,9 point)", [(24.2, "percent", "exact"), (0.9, "percent", "exact")]),
    ("es", "La tasa es del 24,2% (+0,9 puntos)", [(24.2, "percent", "exact"), (0.9, "percent", "exact")]),
    ("fr", "Il est à 46 %, en hausse de 2 points", [(46, "percent", "exact"), (2, "percent", "exact")]),
    ("en", "25 basis points and 2 percentage points", [(0.25, "percent", "exact"), (2, "percent", "exact")]),
    ("en", "two thirds of riders", [(200 / 3, "percent", "exact")]),
    ("en", "just over one third of riders", [(100 / 3, "percent", "more_than")]),
    ("en", "one in five", [(20, "percent", "exact")]),
    ("en", "in the third quarter", []),
    ("en", "hundreds of thousands of dollars", [(1e5, "USD", "approx")]),
    ("en", "dozens of people", [(24, "count", "approx")]),
    ("en", "millions of riders", [(1e6, "count", "more_than")]),
    ("en", "Firefox 1.0 arrived", [(1, "count", "exact")]),
    ("en", "in 2019 and 2400 helpers", [(2400, "count", "exact")]),
    ("en", "the top 10 songs", [(10, "count", "exact")]),
    ("en", "2.1m passengers, up from 1.8m a year ago", [(2.1e6, "count", "exact"), (1.8e6, "count", "exact")]),
    ("en", "200 or more than 190", [(200, "count", "exact"), (190, "count", "more_than")]),
    ("de", "mehr als zwei Drittel der 1000 Befragten", [(200 / 3, "percent", "more_than"), (1000, "count", "exact")]),
    ("fr", "près d'un tiers des salariés", [(100 / 3, "percent", "nearly")]),
    ("fr", "près de 3 millions d'euros", [(3e6, "EUR", "nearly")]),
    ("fr", "jusqu'à plusieurs centaines de milliers de dollars", [(1e5, "USD", "at_most")]),
    ("fr", "une vingtaine de salariés", [(20, "count", "approx")]),
    ("fr", "4,7 Md€ et 816 000 t", [(4.7e9, "EUR", "exact"), (816000, "tonne", "exact")]),
    ("fr", "un Français sur cinq", [(20, "percent", "exact")]),
    ("fr", "la moitié des clients", [(50, "percent", "exact")]),
    ("fr", "50 cents de plus", [(0.5, "EUR", "exact")]),
    ("fr", "au moins 20 personnes, 30 ou plus", [(20, "count", "at_least"), (30, "count", "at_least")]),
    ("de", "gut 7,3 Milliarden Dollar", [(7.3e9, "USD", "more_than")]),
    ("de", "mehr als einer halben Milliarde Euro", [(5e8, "EUR", "more_than")]),
    ("de", "16 Mio. Euro und 4,7 Mrd. €", [(16e6, "EUR", "exact"), (4.7e9, "EUR", "exact")]),
    ("de", "rund jeder Vierte", [(25, "percent", "approx")]),
    ("de", "knapp 20 Prozent", [(20, "percent", "nearly")]),
    ("nl", "zo'n 300 schepen en ruim 20 procent", [(300, "count", "approx"), (20, "percent", "more_than")]),
    ("nl", "bijna € 4,7 mld. en minstens 16 miljoen euro", [(4.7e9, "EUR", "nearly"), (16e6, "EUR", "at_least")]),
    ("nl", "hooguit 50 kilometer", [(50, "kilometre", "at_most")]),
    ("nl", "een op de vijf klanten", [(20, "percent", "exact")]),
    ("nl", "meer dan de helft van de klanten", [(50, "percent", "more_than")]),
    ("nl", "honderden mensen", [(100, "count", "approx")]),
    ("de", "1.234,5 Tonnen und 1,234.5 Tonnen", [(1234.5, "tonne", "exact"), (1234.5, "tonne", "exact")]),
    ("es", "unos 45 mil viajeros", [(45000, "count", "approx")]),
    ("es", "más de 2.500 millones de dólares", [(2.5e9, "USD", "more_than")]),
    ("es", "por lo menos 3 heridos", [(3, "count", "at_least")]),
    ("es", "el 12 por ciento", [(12, "percent", "exact")]),
    ("it", "oltre 3,5 miliardi di euro", [(3.5e9, "EUR", "more_than")]),
    ("it", "due italiani su tre", [(200 / 3, "percent", "exact")]),
    ("it", "decine di migliaia di persone", [(1e4, "count", "approx")]),
    ("pt", "cerca de mil milhões de euros", [(1e9, "EUR", "approx")]),
    ("pt", "US$ 20 bi e R$ 3 mi", [(20e9, "USD", "exact"), (3e6, "BRL", "exact")]),
    ("it", "ha perso oltre il 3%", [(3, "percent", "more_than")]),
    ("pt", "mais da metade das vendas", [(50, "percent", "more_than")]),
    ("es", "cerca del 40 % y más de la mitad", [(40, "percent", "approx"), (50, "percent", "more_than")]),
    ("fr", "plus du quart des clients", [(25, "percent", "more_than")]),
    ("de", "mehr als die Hälfte der Kunden", [(50, "percent", "more_than")]),
    ("pt", "pelo menos 20 carros", [(20, "count", "at_least")]),
    ("pt", "uma em cada três pessoas", [(100 / 3, "percent", "exact")]),
    ("en", "15 dollars 50 and 17 USD 25", [(15.5, "USD", "exact"), (17.25, "USD", "exact")]),
    ("en", "75 USD million and 20 usd", [(75e6, "USD", "exact"), (20, "USD", "exact")]),
    ("en", "it rose to 5 dollars and 20 people left", [(5, "USD", "exact"), (20, "count", "exact")]),
    ("en", "rmb 10 usd 20", [(10, "CNY", "exact"), (20, "USD", "exact")]),
    ("en", "a PS6m bonus", [(6e6, "GBP", "exact")]),
    ("de", "zwei Euro fünfzig und 30 kambodschanische Riel", [(2.5, "EUR", "exact"), (30, "KHR", "exact")]),
    ("es", "25 euros con 50.", [(25.5, "EUR", "exact")]),
    ("es", "3 euros con 99 céntimos y U$D 90 millones", [(3.99, "EUR", "exact"), (90e6, "USD", "exact")]),
    ("pt", "75 USD milhões", [(75e6, "USD", "exact")]),
    ("it", "costa 15 dollari e 15.", [(15.15, "USD", "exact")]),
    ("en", "6 ft 2 in tall and 9 lbs 4 oz", [(6 + 2 / 12, "foot", "exact"), (9.25, "pound", "exact")]),
    ("en", "30C and 99 deg F", [(30, "celsius", "exact"), (99, "fahrenheit", "exact")]),
    ("en", "five F-16s", [(5, "count", "exact")]),
    ("en", "the 2021 C.P.I. and 14.7C/share", [(14.7, "count", "exact")]),
    ("en", "1,200 parts per million, 15 ppm", [(1200, "part_per_million", "exact"), (15, "part_per_million", "exact")]),
    ("fr", "40 parties par million", [(40, "part_per_million", "exact")]),
    ("en", "less than or equal to 30", [(30, "count", "at_most")]),
    ("fr", "supérieur ou égal à 30", [(30, "count", "at_least")]),
    ("de", "größer oder gleich 30", [(30, "count", "at_least")]),
    ("es", "menores o iguales a 30", [(30, "count", "at_most")]),
    ("it", "maggiore o uguale a 30", [(30, "count", "at_least")]),
    ("pt", "menor ou igual a 30", [(30, "count", "at_most")]),
    ("en", "<=-30 and >= 5", [(-30, "count", "at_most"), (5, "count", "at_least")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), PLAIN)
def test_value_unit_bound(lang: str, text: str, expected: list[tuple[float, str, str]]) -> None:
    found = [(q.value, q.unit, q.bound) for q in claims(lang, text)]
    assert [(unit, bound) for _, unit, bound in found] == [(unit, bound) for _, unit, bound in expected]
    assert [value for value, _, _ in found] == pytest.approx([value for value, _, _ in expected])


RANGES = [
    ("fr", "attirer 30 à 50 milliards d'euros", 30e9, 50e9, "EUR"),
    ("es", "faltan 30 a 50 millones de euros", 30e6, 50e6, "EUR"),
    ("en", "3-5 million", 3e6, 5e6, "count"),
    ("en", "between 3 and 5", 3, 5, "count"),
    ("en", "$3.1bn to $3.25bn", 3.1e9, 3.25e9, "USD"),
    ("fr", "de 3 à 5 millions d'euros", 3e6, 5e6, "EUR"),
    ("de", "3,5 bis 4 Prozent", 3.5, 4, "percent"),
    ("de", "zwischen 3 und 5 Millionen", 3e6, 5e6, "count"),
    ("nl", "tussen de 3 en 5 miljoen euro", 3e6, 5e6, "EUR"),
    ("nl", "3,5 tot 4 procent", 3.5, 4, "percent"),
    ("es", "entre $6 millones y $9 millones", 6e6, 9e6, "USD"),
    ("it", "tra il 3% e il 5%", 3, 5, "percent"),
    ("it", "compreso fra il 15% e il 20%", 15, 20, "percent"),
    ("es", "de entre el 15 y el 20%", 15, 20, "percent"),
    ("pt", "entre o 5% e o 10%", 5, 10, "percent"),
    ("en", "two or three", 2, 3, "count"),
    ("en", "above 1000 and below 1500", 1000, 1500, "count"),
    ("en", "no more than 50 and no less than 20 boats", 20, 50, "count"),
    ("es", "más alta que 1000 y más baja que 1500", 1000, 1500, "count"),
    ("fr", "plus grand que 10 et plus petit que 20", 10, 20, "count"),
    ("it", "superiore a 10 e inferiore a 20", 10, 20, "count"),
    ("pt", "no máximo 100 e no mínimo 20", 20, 100, "count"),
]


@pytest.mark.parametrize(("lang", "text", "low", "high", "unit"), RANGES)
def test_ranges(lang: str, text: str, low: float, high: float, unit: str) -> None:
    [found] = claims(lang, text)
    assert (found.value, found.high, found.unit, found.bound) == (low, high, unit, "range")
    assert found.stated.low == low
    assert found.stated.high == high


# (value, kind, direction, role) of every quantity
CHANGES = [
    (
        "es",
        "La deuda se redujo en 45 millones de euros, hasta 890 millones de euros",
        [(45e6, "change", "down", "by"), (890e6, "level", "down", "to")],
    ),
    ("fr", "Le chômage recule de 0,2 point à 7,1 %", [(0.2, "change", "down", "by"), (7.1, "share", "down", "to")]),
    ("pt", "O número passou de 1.200 para 1.850", [(1200, "level", None, "from"), (1850, "level", None, "to")]),
    (
        "fr",
        "Le bénéfice a reculé de 15 %, à 310 millions",
        [(15, "change", "down", "by"), (310e6, "level", "down", "to")],
    ),
    ("it", "L'utile è sceso del 15% a 310 milioni", [(15, "change", "down", "by"), (310e6, "level", "down", "to")]),
    ("es", "El paro subió de 9% a 11%", [(9, "share", "up", "from"), (11, "share", "up", "to")]),
    ("en", "It dropped 45 points, or 1.1%", [(45, "change", "down", "by"), (1.1, "change", "down", "by")]),
    ("en", "The shares added 15 cents to $2.70", [(0.15, "change", "up", "by"), (2.7, "level", "up", "to")]),
    ("en", "Stocks rose 18 cents to $2.05", [(0.18, "change", "up", "by"), (2.05, "level", "up", "to")]),
    ("en", "It fell by 0.3 percentage points to 4.1%", [(0.3, "change", "down", "by"), (4.1, "share", "down", "to")]),
    (
        "de",
        "Der Umsatz stieg um 24 Prozent auf 2 Millionen Euro, der Gewinn um 35 Prozent auf 3 Millionen Euro an",
        [
            (24, "change", "up", "by"),
            (2e6, "level", "up", "to"),
            (35, "change", "up", "by"),
            (3e6, "level", "up", "to"),
        ],
    ),
    # what is counted is more or fewer than before; "more than" may be the bound of the next figure
    ("pt", "O porto tinha 340 guindastes a mais", [(340, "change", "up", "by")]),
    ("fr", "Le port compte 500 salariés de moins", [(500, "change", "down", "by")]),
    ("en", "It has 500 fewer ferries", [(500, "change", "down", "by")]),
    (
        "de",
        "Mit 400 Menschen mehr als 3000 Boote",
        [(400, "level", None, None), (3000, "level", None, None)],
    ),
    ("es", "Sube un 12 % hasta los 145 euros", [(12, "change", "up", "by"), (145, "level", "up", "to")]),
    (
        "en",
        "Profit rose by 25% to $250m from $200m",
        [(25, "change", "up", "by"), (250e6, "level", "up", "to"), (200e6, "level", "up", "from")],
    ),
    ("en", "Sales fell 9.8%", [(9.8, "change", "down", "by")]),
    # a verb that closes its clause; a word that leads to a difference whatever the verb
    ("de", "Der Umsatz soll um 3 Prozent steigen", [(3, "change", "up", "by")]),
    ("de", "Der Preis wurde um 5 Euro angehoben", [(5, "change", "up", "by")]),
    ("de", "Die Zahl der Schiffe hat um 300 zugenommen", [(300, "change", "up", "by")]),
    ("en", "The bond programme was extended by $7b", [(7e9, "change", None, "by")]),
    ("en", "Orlin was followed by 5.2% for Quay", [(5.2, "share", None, None)]),
    ("en", "It was signed by 300 sailors", [(300, "level", None, None)]),
    ("en", "Revenue has risen a staggering 29.7%", [(29.7, "change", "up", "by")]),
    ("es", "El aumento de la deuda pública de 8 millones de dólares", [(8e6, "change", "up", "by")]),
    ("fr", "La hausse de la dette publique de 8 millions d'euros", [(8e6, "change", "up", "by")]),
    ("en", "up 180 percent", [(180, "change", "up", "by")]),
    ("en", "a 5% increase", [(5, "change", "up", "by")]),
    ("en", "It stood at 61.4%", [(61.4, "share", None, None)]),
    ("en", "Its share fell to 71.3%", [(71.3, "share", "down", "to")]),
    ("en", "They raised $5m", [(5e6, "level", None, None)]),
    ("en", "This made up 30% of sales", [(30, "share", None, None)]),
    ("en", "The index gained +0.3%", [(0.3, "change", "up", "by")]),
    (
        "fr",
        "une baisse de 3 % des ventes et de 31 % du bénéfice",
        [(3, "change", "down", "by"), (31, "change", "down", "by")],
    ),
    (
        "de",
        "Der Umsatz stieg um 5 Prozent auf 12 Millionen Euro",
        [(5, "change", "up", "by"), (12e6, "level", "up", "to")],
    ),
    ("de", "von 345 auf 325", [(345, "level", None, "from"), (325, "level", None, "to")]),
    ("nl", "van 345 naar 325", [(345, "level", None, "from"), (325, "level", None, "to")]),
    (
        "nl",
        "De omzet daalde met 4 procent tot 310 miljoen",
        [(4, "change", "down", "by"), (310e6, "level", "down", "to")],
    ),
    ("nl", "Het aantal nam met 7 procent toe", [(7, "change", "up", "by")]),
    ("nl", "Het aantal nam met 7 procent af", [(7, "change", "down", "by")]),
    ("en", "Sales rose 5 %, or 300 boats", [(5, "change", "up", "by"), (300, "change", "up", "by")]),
    ("de", "Der Bestand (plus 2,4 Prozent oder 436 Boote)", [(2.4, "change", "up", "by"), (436, "change", "up", "by")]),
    (
        "en",
        "Shares rose from $32 to $35, 10 percent",
        [(32, "level", "up", "from"), (35, "level", "up", "to"), (10, "change", "up", "by")],
    ),
    (
        "es",
        "Las acciones subieron de 32 a 35 dólares, o 10 %",
        [(32, "level", "up", "from"), (35, "level", "up", "to"), (10, "change", "up", "by")],
    ),
    (
        "en",
        "It dropped 17 points, to 60 percent there and 14 points here",
        [(17, "change", "down", "by"), (60, "share", "down", "to"), (14, "change", "down", "by")],
    ),
    ("es", "Las ventas cayeron un 3,5%", [(3.5, "change", "down", "by")]),
    ("it", "in calo del 4,2%", [(4.2, "change", "down", "by")]),
    ("pt", "A receita cresceu 42%", [(42, "change", "up", "by")]),
    ("pt", "Caiu de 12% para 9%", [(12, "share", "down", "from"), (9, "share", "down", "to")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), CHANGES)
def test_changes(lang: str, text: str, expected: list[tuple[float, str, str | None, str | None]]) -> None:
    assert [(q.value, q.kind, q.direction, q.role) for q in claims(lang, text)] == expected


# text -> (value, kind, unit) of every claim
TOLD = [
    # a figure of another clause lends no noun; a fall by a bare amount is money where its metric is
    (
        "es",
        "Los desplazados son 5.600, mientras unas 80 casas ardieron.",
        [(5600, "level", "count"), (80, "level", "count")],
    ),
    (
        "pt",
        "A receita foi de 340 milhões de euros. A dívida reduziu-se em 45 milhões.",
        [(340e6, "level", "EUR"), (45e6, "change", "EUR")],
    ),
    # the subject or a date stands between a verb and what leads to the difference
    ("es", "Sube el paro en 12.300 personas.", [(12300, "change", "count")]),
    ("es", "El paro subió en abril en 12.300 personas.", [(12300, "change", "count")]),
    ("it", "Gli occupati sono diminuiti di 12mila unità.", [(12000, "change", "count")]),
    (
        "en",
        "The bid was worth £49 a share, £5 more than the first one.",
        [(49, "level", "GBP"), (5, "change", "GBP")],
    ),
    (
        "pt",
        "O lucro teve alta de 39% ante os R$ 15 bilhões de maio e de 6% ante junho.",
        [(39, "change", "percent"), (15e9, "level", "BRL"), (6, "change", "percent")],
    ),
    (
        "it",
        "Il risultato operativo, pari a 414 milioni ha superato i 156 milioni del trimestre precedente.",
        [(414e6, "level", "EUR"), (156e6, "level", "EUR")],
    ),
    ("es", "Bajó este lunes 90 euros hasta 145 euros.", [(90, "change", "EUR"), (145, "level", "EUR")]),
    ("es", "Caen ventas en abril 20%", [(20, "change", "percent")]),
    ("fr", "Les prix sont 12 % plus élevés qu'en mai.", [(12, "change", "percent")]),
    ("it", "I prezzi sono del 12% più alti.", [(12, "change", "percent")]),
    ("pt", "Os salários são 12% maiores.", [(12, "change", "percent")]),
    ("en", "A magnitude 6.3 earthquake struck Quayport.", [(6.3, "level", "magnitude")]),
    ("es", "Un sismo de 6.5 grados Richter sacudió Quayport.", [(6.5, "level", "magnitude")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TOLD)
def test_value_kind_unit_of_claims(lang: str, text: str, expected: list[tuple[float, str, str]]) -> None:
    found = extract(Document("a", "a", text, lang), load_rulebook())
    assert [(claim.value, claim.kind, claim.unit) for claim in found] == expected


def test_from_figure_knows_its_to_figure() -> None:
    by, to, origin = claims("en", "Profit rose by 25% to $250m from $200m")
    assert (by.role_of, to.role_of, origin.role_of) == (1, None, 1)


RATIOS = [
    ("fr", "Le nombre de marins a été divisé par 10", 10),
    ("it", "Il numero dei soci si è moltiplicato per 10", 10),
    ("pt", "O lucro cresceu mais de quatro vezes", 4),
    ("en", "6.3 times higher", 6.3),
    ("en", "3.4 times more ferries", 3.4),
    ("en", "Ridership doubled", 2),
    ("en", "it tripled", 3),
    ("en", "half as many", 0.5),
    ("fr", "le double", 2),
    ("de", "mehr als doppelt so viele", 2),
    ("nl", "twee keer zoveel", 2),
    ("pt", "o dobro", 2),
    ("es", "el triple", 3),
    ("it", "è raddoppiato", 2),
    ("en", "a 5x return", 5),
]


@pytest.mark.parametrize(("lang", "text", "value"), RATIOS)
def test_multiples_are_ratios(lang: str, text: str, value: float) -> None:
    [found] = claims(lang, text)
    assert (found.value, found.unit, found.kind) == (value, "ratio", "ratio")


def test_plain_times_are_counted() -> None:
    [found] = claims("en", "watched almost six million times")
    assert (found.value, found.unit) == (6e6, "count")


RATES = [
    ("en", "90000 rides per hour", "count/hour", "hour"),
    ("en", "33 cents a share", "USD", "share"),
    ("en", "48,000 barrels a day", "barrel/day", "day"),
    ("en", "10.7 million barrels daily", "barrel/day", "day"),
    ("en", "31 million a year ago", "count", None),
    ("fr", "10 euros par jour", "EUR", "day"),
    ("de", "5 Euro pro Stunde", "EUR", "hour"),
    ("nl", "5 euro per uur", "EUR", "hour"),
    ("es", "300 viajes por hora", "count/hour", "hour"),
    ("pt", "20% ao ano", "percent", "year"),
    ("it", "mille euro al mese", "EUR", "month"),
]


@pytest.mark.parametrize(("lang", "text", "unit", "per"), RATES)
def test_rates(lang: str, text: str, unit: str, per: str | None) -> None:
    found = claims(lang, text)[0]
    assert (found.unit, found.per) == (unit, per)


BRACKETED = [
    ("en", "winds of 75 miles (120 kilometres) per hour", ["mile/hour", "kilometre/hour"]),
    ("en", "3,540 gallons (13,400 litres) of water per minute", ["gallon/minute", "litre/minute"]),
    ("fr", "3 540 gallons (soit 13 400 litres d'eau) par minute", ["gallon/minute", "litre/minute"]),
    ("en", "5 tonnes (4,500 kilos) for an hour", ["tonne", "kilogram"]),
]


@pytest.mark.parametrize(("lang", "text", "units"), BRACKETED)
def test_a_rate_behind_a_bracket_is_that_of_both_figures(lang: str, text: str, units: list[str]) -> None:
    assert [found.unit for found in claims(lang, text)][: len(units)] == units


def test_per_hundred_is_one_ratio() -> None:
    [found] = claims("en", "4.5 boats per 100 people")
    assert (found.value, found.unit, found.kind, found.per) == (4.5, "ratio", "ratio", "100 people")


NOUNS = [
    ("en", "more than 340 small harbours", "small harbours"),
    ("en", "2400 helpers.", "helpers"),
    ("fr", "3 400 marins", "marins"),
    ("fr", "deux millions de personnes", "personnes"),
    ("es", "45 mil viajeros", "viajeros"),
    ("en", "six more ferries", "ferries"),
    ("de", "300 kleine Firmen melden", "kleine Firmen"),
    ("nl", "300 kleine bedrijven in Orlin", "kleine bedrijven"),
]


@pytest.mark.parametrize(("lang", "text", "noun"), NOUNS)
def test_counted_noun(lang: str, text: str, noun: str) -> None:
    [found] = claims(lang, text)
    assert found.noun is not None
    assert tokens_of(lang, text).span(*found.noun) == noun


def test_quote_covers_qualifier_scale_and_unit() -> None:
    text = "Riders paid more than $5.7 million in June"
    [found] = claims("en", text)
    assert text[found.start : found.end] == "more than $5.7 million"


def test_dates_are_no_quantities_and_durations_are() -> None:
    text = "three years ago it took four days"
    date = PeriodMention(0, 3, 0, 15, None, type="date")
    duration = PeriodMention(5, 7, 24, 33, None, type="duration")
    assert [(q.value, q.unit) for q in read("en", text, (date, duration))] == [(4, "day")]


def test_labels_are_flagged() -> None:
    [found] = claims("en", "They like Firefox 1.0 a lot")
    assert found.label


def test_percentage_points_are_noted() -> None:
    [found] = claims("de", "um 2 Prozentpunkte")
    assert (found.unit, found.points, found.kind) == ("percent", True, "change")


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_the_sections(lang: str) -> None:
    assert read(lang, "12 %")[0].unit == "percent"
    assert read(lang, "5 €")[0].unit == "EUR"
    assert read(lang, "5 km")[0].unit == "kilometre"


def test_units_are_known_to_pint() -> None:
    import pint

    registry = pint.UnitRegistry()
    registry.load_definitions(str(DEFINITIONS))
    for names in shared()["dimensions"].values():
        for name in names:
            registry.Unit(name)


def test_dimensions() -> None:
    assert [dimension(unit) for unit in ("count", "USD", "percent", "acre", "count/hour", "megabit/second")] == [
        "count",
        "money",
        "percent",
        "area",
        "count",
        "data_rate",
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789 .,-%$€/:()abmk'\u00a0½\n", max_size=60), st.sampled_from(["en", "fr", "de"]))
def test_any_text_gives_ordered_quantities_inside_the_text(text: str, lang: str) -> None:
    found = read(lang, text)
    for quantity in found:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.stated.low <= quantity.stated.high
    assert [q.first for q in found] == sorted(q.first for q in found)


def test_hostile_text_is_linear() -> None:
    started = time.perf_counter()
    for text in (
        "1 " * 3000,
        "a million " * 2000,
        "from 1 to " * 2000,
        "one hundred and " * 2000,
        "rose by 5% to " * 1500,
    ):
        read("en", text)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        # set against a change, or an amount that says it again
        ("en", "Petrol rose 25% this year, against 27% for diesel.", ["change", "change"]),
        ("en", "Sales grew 5% after 3% of the shops closed.", ["change", "share"]),
        ("de", "Der Umsatz wuchs um 5 Prozent, nach 3 Prozent bei Orlin.", ["change", "change"]),
        ("es", "La gasolina subió un 25%, frente al 27% del gasóleo.", ["change", "change"]),
        ("it", "La benzina è salita del 25%, contro il 27% del gasolio.", ["change", "change"]),
        ("pt", "A gasolina subiu 25%, contra 27% do diesel.", ["change", "change"]),
        ("fr", "L'essence a augmenté de 25 %, contre 27 % pour le gazole.", ["change", "change"]),
        ("en", "Profit made a leap of 62%, or $2.9m.", ["change", "change"]),
        ("it", "L'utile è balzato del 62%, ossia di 2,9 milioni di euro.", ["change", "change"]),
        ("de", "Der Gewinn stieg um 62 Prozent oder 2,9 Millionen Euro.", ["change", "change"]),
        # a rate of another day, a count of its own, and what a noun names are none
        ("de", "Die Quote sank auf 7,1 Prozent, nach 7,4 Prozent ein Jahr zuvor.", ["share", "share"]),
        ("en", "The number of people out of work fell by 85,000 to 2.2 million.", ["change", "level"]),
        ("en", "Wages rose 4.2 percent, outpacing inflation of 3.1 percent.", ["change", "level"]),
        # measured more or less
        ("en", "Gusts reached 195 km/h, 22 km/h more than the record.", ["level", "change"]),
        ("de", "Er aß 52 Kilogramm, 4,2 Kilogramm weniger als 2021.", ["level", "change"]),
        ("fr", "Les rafales ont atteint 195 km/h, soit 22 km/h de plus que le record.", ["level", "change"]),
        ("it", "Le raffiche hanno raggiunto 195 km/h, 22 km/h in più del record.", ["level", "change"]),
        ("pt", "As rajadas chegaram a 195 km/h, 22 km/h a mais que o recorde.", ["level", "change"]),
        ("en", "The bridge is two metres wide.", ["level"]),
    ],
)
def test_figures_set_beside_a_change(lang, text, kinds):
    found = extract(Document("a", "a", text, lang), load_rulebook())
    assert [claim.kind for claim in found] == kinds
