"""Times of day, repetitions and spelled-out dates in every language, by TIMEX3 value; days that were once misread."""

from __future__ import annotations

import pytest

from factcheck import period as p
from factcheck.extract.periods import find as periods
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import tokenize
from factcheck.extract.words.vocabulary import Vocabulary, languages, read_language

PUBLISHED = "2020-05-20"  # a Wednesday
SUNDAY, FRIDAY, NEXT_FRIDAY = "2020-05-24", "2020-05-22", "2020-05-29"


@pytest.fixture(scope="module")
def words() -> dict[str, Vocabulary]:
    vocabularies = {lang: read_language(lang) for lang in languages()}
    for vocabulary in vocabularies.values():
        periods.register(vocabulary)
    return vocabularies


def find(text: str, vocabulary: Vocabulary, published: str = PUBLISHED) -> list[PeriodMention]:
    tokens = tokenize(text)
    tokens.take(vocabulary.lexicon.scan(tokens))
    return periods.find_periods(tokens, vocabulary, p.parse(published))


TIMES = [
    ("en", "The ferry left at half past seven.", "T07:30"),
    ("en", "The ferry left at a quarter to eight.", "T07:45"),
    ("en", "The ferry left at ten minutes past six.", "T06:10"),
    ("en", "The ferry left at 8 in the evening.", "T20"),
    ("en", "The ferry left at 1140 a.m.", "T11:40"),
    ("en", "The ferry left before 2.30pm.", "T14:30"),
    ("en", "The ferry left in the early evening.", "TEV"),
    ("en", "The ferry left at 18:45.", "T18:45"),
    ("fr", "Le bac est parti à sept heures et demie.", "T07:30"),
    ("fr", "Le bac est parti à huit heures moins le quart.", "T07:45"),
    ("fr", "Le bac est parti à 18:45.", "T18:45"),
    ("de", "Die Fähre legte um halb acht ab.", "T07:30"),
    ("nl", "De veerboot vertrok om half acht.", "T07:30"),
    ("nl", "De veerboot vertrok om acht uur 's avonds.", "T20"),
    ("nl", "De veerboot vertrok om 10.30 uur.", "T10:30"),
    ("de", "Die Fähre legte um viertel nach drei ab.", "T03:15"),
    ("de", "Die Fähre legte abends um 8 Uhr ab.", "T20"),
    ("de", "Die Fähre legte um 3 Uhr nachmittags ab.", "T15"),
    ("es", "El ferry salió a las siete y media.", "T07:30"),
    ("es", "El ferry salió a las ocho menos cuarto.", "T07:45"),
    ("es", "El ferry salió a las ocho y veinte de la noche.", "T20:20"),
    ("es", "El ferry salió a las 3:40.", "T03:40"),
    ("it", "Il traghetto partì alle sette e mezza.", "T07:30"),
    ("it", "Il traghetto partì alle otto meno un quarto.", "T07:45"),
    ("pt", "A balsa saiu às sete e meia.", "T07:30"),
    ("pt", "A balsa saiu às 5 e vinte da tarde.", "T17:20"),
]


@pytest.mark.parametrize(("lang", "text", "timex"), TIMES)
def test_time_of_day(words: dict[str, Vocabulary], lang: str, text: str, timex: str) -> None:
    assert [(m.type, m.timex) for m in find(text, words[lang])] == [("time", timex)]


@pytest.mark.parametrize(
    ("lang", "text", "timex"),
    [
        ("en", "It sails every day at 7:15 p.m.", "T19:15"),
        ("en", "It sails every 61 days.", "P61D"),
        ("en", "It sails every Monday at 4 pm.", "XXXX-WXX-1T16"),
        ("fr", "Il part chaque lundi à 16h.", "XXXX-WXX-1T16"),
        ("de", "Sie fährt jeden Tag um 19:15 Uhr.", "T19:15"),
        ("de", "Sie fährt alle vier Jahre.", "P4Y"),
        ("es", "Sale cada 15 días.", "P15D"),
        ("it", "Parte ogni lunedì.", "XXXX-WXX-1"),
        ("pt", "Sai a cada dois anos.", "P2Y"),
        ("en", "It sails on Mondays.", "XXXX-WXX-1"),
        ("fr", "Il part les lundis.", "XXXX-WXX-1"),
        ("es", "Sale los lunes.", "XXXX-WXX-1"),
        ("fr", "Une réunion semestrielle.", "P6M"),
    ],
)
def test_repetition(words: dict[str, Vocabulary], lang: str, text: str, timex: str) -> None:
    assert [(m.type, m.timex) for m in find(text, words[lang])] == [("set", timex)]


@pytest.mark.parametrize(
    ("lang", "text", "edtf"),
    [
        # the year, the season and the weekday that other tools misread
        ("en", "In mid-2018 the line had 40 ships.", "2018-05-16/2018-08-15"),
        ("en", "In the 2012-13 season the club won 30 games.", "2012-07/2013-06"),
        ("en", "On Friday the line sold two ships.", "2020-05-15"),
        # spelled out
        ("en", "It sank on 6 April seventeen hundred thirty three.", "1733-04-06"),
        ("en", "They left in nineteen ninety six.", "1996"),
        ("es", "Zarpó el diez de octubre de dos mil dieciocho.", "2018-10-10"),
        ("es", "Zarpó el 28 de marzo de mil novecientos noventa y dos.", "1992-03-28"),
        ("pt", "Partiu em 2 de outubro de dois mil e vinte e seis.", "2026-10-02"),
        ("fr", "Il est parti le quatre octobre 2018.", "2018-10-04"),
        ("it", "Partì il due agosto 2018.", "2018-08-02"),
        # weekends that are over, and those to come
        ("en", "It took $31m over the weekend.", "2020-05-16/2020-05-17"),
        ("en", "It will sail over the weekend.", "2020-05-23/2020-05-24"),
        ("fr", "Le rassemblement du week-end a réuni 300 marins.", "2020-05-16/2020-05-17"),
        ("de", "Am Wochenende kamen 300 Matrosen.", "2020-05-16/2020-05-17"),
        ("nl", "In het weekend kwamen 300 matrozen.", "2020-05-16/2020-05-17"),
        ("es", "El fin de semana vinieron 300 marineros.", "2020-05-16/2020-05-17"),
        # the Friday to come, which English has in the next week
        ("en", "It will sail next Friday.", NEXT_FRIDAY),
        ("fr", "Il partira vendredi prochain.", FRIDAY),
        ("de", "Sie fährt am kommenden Freitag.", FRIDAY),
        ("de", "In der Nacht zum kommenden Freitag sank sie.", FRIDAY),
        ("de", "In der Nacht zum Freitag sank sie.", "2020-05-15"),
        ("nl", "Ze vaart komende vrijdag.", FRIDAY),
        ("es", "Zarpará el próximo viernes.", FRIDAY),
        ("it", "Partirà venerdì prossimo.", FRIDAY),
        ("pt", "Partirá na próxima sexta-feira.", FRIDAY),
        # hours belong to their day
        ("en", "It sailed on Monday from 10am to 12pm.", "2020-05-18"),
        ("en", "All ships were back before 11 a.m. Friday.", "2020-05-15"),
        ("en", "Between now and 3 June it will sail twice.", "2020-05-20/2020-06-03"),
        ("en", "From March to date it sailed twice.", "2020-03/2020-05-20"),
        ("en", "In the 3 next weeks it will sail twice.", "2020-05-21/2020-06-10"),
        ("en", "It sailed twice over the past fortnight.", "2020-05-07/2020-05-20"),
        # a quarter or fiscal year by its end, half a month, days in digits, parts of a year so far
        ("en", "It sailed twice in the three-month period ended March 31.", "2020-33"),
        ("de", "Im Geschäftsjahr bis Ende März fuhr es zweimal.", "2019-04/2020-03"),
        ("de", "In dem am 31. März beendeten Geschäftsjahr fuhr es zweimal.", "2019-04/2020-03"),
        ("fr", "Au trimestre clos fin mars, il a navigué deux fois.", "2020-33"),
        ("es", "En el trimestre terminado en marzo navegó dos veces.", "2020-33"),
        ("it", "Nell'esercizio chiuso al 31 marzo ha navigato due volte.", "2019-04/2020-03"),
        ("pt", "No exercício encerrado em 31 de março navegou duas vezes.", "2019-04/2020-03"),
        ("es", "En la primera quincena de abril navegó dos veces.", "2020-04-01/2020-04-15"),
        ("pt", "Na segunda quinzena de abril navegou duas vezes.", "2020-04-16/2020-04-30"),
        ("es", "En lo que va de 2020 navegó dos veces.", "2020-01-01/2020-05-20"),
        ("de", "Am 12.5. fuhr es zweimal.", "2020-05-12"),
        ("de", "Im ersten Jahresviertel fuhr es zweimal.", "2020-33"),
        ("fr", "Dans les années 1990, il a navigué.", "199X"),
        ("en", "The fair is on Monday two weeks from now.", "2020-06-01"),
        ("de", "Die Messe ist am Montag in zwei Wochen.", "2020-06-01"),
        ("fr", "Que se passera-t-il dans les cinq années à venir ?", "2020-05-21/2025-05-20"),
        ("es", "Zarpó en la semana 27 del año pasado.", "2019-07-01/2019-07-07"),
        ("pt", "Zarpou na semana 27 do ano passado.", "2019-07-01/2019-07-07"),
        ("en", "It sank on the 7th of January.", "2020-01-07"),
        ("en", "The line plans to buy 60 more ships by December.", "2020-12"),
        ("en", "If it goes ahead in December, it will be late.", "2020-12"),
        ("en", "On Friday the line announced plans to grow.", "2020-05-15"),
        ("en", "The port will cut its fees by as much as 4.1% in April.", "2021-04"),
        ("en", "Sales, which fell in April, will rise soon.", "2020-04"),
        ("es", "La deuda, que cerró junio en 1.150 millones, subirá pronto.", "2019-06"),
        ("en", "Repairs should save $85m a year from 2007.", "2007"),
        ("de", "Für das Gesamtjahr rechnet die Reederei mit mehr.", "2020"),
        ("fr", "Les ventes d'avant 2010 ou après 2018.", "2019-01-01/.."),
        ("es", "Zarpó el lunes 18 a las 4.", "2020-05-18"),
    ],
)
def test_days(words: dict[str, Vocabulary], lang: str, text: str, edtf: str) -> None:
    assert edtf in [m.period.edtf for m in find(text, words[lang]) if m.period]


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "Call 000 111 82-2100 for a berth.", []),
        ("en", "Ticket 123-12-1234 is lost.", []),
        ("en", "If it earned $320 last week, it may buy a boat.", ["2020-05-11/2020-05-17"]),
        ("en", "The angle was 2.1 last year.", ["2019"]),
        ("en", "It rained, and in May two ships were lost.", ["2020-05"]),
        ("en", "About two thousand people came in June.", ["2019-06"]),
        ("es", "Pasaron de mil 594 barcos a dos mil en junio.", ["2019-06"]),
        ("en", "It sailed to the Winter Games.", []),
        ("de", "Davon kamen 2000 im Jahr 2011 und 1700 im vergangenen Jahr.", ["2011", "2019"]),
        ("en", "They sold 1900 in 2011 and 1700 in 2012.", ["2011", "2012"]),
        ("en", "On Monday 21 sailors were hurt.", ["2020-05-18"]),
        ("en", "On Friday it closed at 5 dollars.", ["2020-05-15"]),
        ("es", "Unas dos mil personas vinieron en junio.", ["2019-06"]),
        ("fr", "Un mai pluvieux.", ["2020-05"]),
        ("es", "El lunes las 3 empresas cerraron.", ["2020-05-18"]),
        ("es", "Es probable que se cierre este año.", ["2020"]),
    ],
)
def test_numbers_beside_a_date_stay_numbers(
    words: dict[str, Vocabulary], lang: str, text: str, days: list[str]
) -> None:
    assert [m.period.edtf for m in find(text, words[lang]) if m.period] == days
