"""Calendar expressions in every language: which days they stand for, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import period as p
from factcheck.extract.periods import find as periods
from factcheck.extract.times import dateline
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import tokenize
from factcheck.extract.words.vocabulary import Vocabulary, languages, read_language
from factcheck.period import Period

PUBLISHED = "2020-05-20"  # a Wednesday


@pytest.fixture(scope="module")
def words() -> dict[str, Vocabulary]:
    vocabularies = {lang: read_language(lang) for lang in languages()}
    for vocabulary in vocabularies.values():
        periods.register(vocabulary)
    return vocabularies


def find(
    text: str, vocabulary: Vocabulary, published: str | None = PUBLISHED, context: str | None = None
) -> list[PeriodMention]:
    tokens = tokenize(text)
    tokens.take(vocabulary.lexicon.scan(tokens))
    return periods.find_periods(
        tokens, vocabulary, p.parse(published) if published else None, p.parse(context) if context else None
    )


def span(mention: PeriodMention) -> str:
    period = mention.period
    if period is None:
        return "launch" if mention.timekind == "since_launch" else "none"
    if period.start is None and period.end is None:
        return period.edtf
    first, last = period.start or "..", period.end or ".."
    return str(first) if first == last else f"{first}/{last}"


Y2018, Y2019, Y2020 = "2018-01-01/2018-12-31", "2019-01-01/2019-12-31", "2020-01-01/2020-12-31"
NOV9, MAY1, APR22 = "2004-11-09", "2004-05-01", "2022-04-22"
APR, APR20 = "2020-04-01/2020-04-30", "2020-04-01/2020-04-30"
SEP19, JUL19, AUG19 = "2019-09-01/2019-09-30", "2019-07-01/2019-07-31", "2019-08-01/2019-08-31"
MID18, START19, END19, BY18 = "2018-05-16/2018-08-15", "2019-01-01/2019-01-31", "2019-12-01/2019-12-31", "2018-12-31"
Q1, Q2, Q3, H1 = "2018-01-01/2018-03-31", "2020-04-01/2020-06-30", "2019-07-01/2019-09-30", "2019-01-01/2019-06-30"
NINE, OCT_DEC = "2019-01-01/2019-09-30", "2019-10-01/2019-12-31"
R1519, LAST3, LAST12 = "2015-01-01/2019-12-31", "2020-02-21/2020-05-20", "2019-05-21/2020-05-20"
SUMMER, NINETIES, C19 = "2004-06-01/2004-08-31", "1990-01-01/1999-12-31", "1800-01-01/1899-12-31"
MAY, NEXT, UNTIL14 = "2020-05-01/2020-05-31", "2021-01-01/2021-12-31", "../2014-12-31"
WED, TUE, MON, YESTERDAY, TODAY, TOMORROW = (
    "2020-05-20", "2020-05-19", "2020-05-18", "2020-05-19", "2020-05-20", "2020-05-21",
)  # fmt: skip
AGO3Y, AGO2M = "2017-01-01/2017-12-31", "2020-03-01/2020-03-31"
SINCE_MAY, YTD = "2020-05-01/2020-05-20", "2020-01-01/2020-05-20"

CASES: list[tuple[str, str, str]] = [
    # absolute days
    ("en", "On November 9th 2004 it rained.", NOV9),
    ("en", "On 9 November 2004 it rained.", NOV9),
    ("en", "Filed 2004-11-09.", NOV9),
    ("en", "Filed 11/09/2004.", NOV9),
    ("en", "On Tuesday, November 9, 2004, it rained.", NOV9),
    ("fr", "Le 9 novembre 2004, il pleuvait.", NOV9),
    ("fr", "Déposé le 09/11/2004.", NOV9),
    ("fr", "Le 1er mai 2004, il pleuvait.", MAY1),
    ("de", "Am 9. November 2004 regnete es.", NOV9),
    ("de", "Eingereicht am 9.11.2004.", NOV9),
    ("nl", "Op 9 november 2004 regende het.", NOV9),
    ("nl", "Ingediend op 9-11-2004.", NOV9),
    ("de", "Am Freitag, dem 22. April 2022, regnete es.", APR22),
    ("nl", "Op vrijdag 22 april 2022 regende het.", APR22),
    ("es", "El 9 de noviembre de 2004 llovió.", NOV9),
    ("es", "El viernes 22 de abril de 2022 llovió.", APR22),
    ("it", "Il 9 novembre 2004 pioveva.", NOV9),
    ("it", "Il 1º maggio 2004 pioveva.", MAY1),
    # the codes of accounts, Roman numbers, parts of a year of two and four months
    *[(lang, text, Q1) for lang, text in [
        ("es", "En el 1T18 llovió."), ("es", "En el 1T de 2018 llovió."), ("es", "En el I trimestre de 2018 llovió."),
        ("it", "Nel I trimestre 2018 pioveva."), ("it", "Nel 1T 2018 pioveva."), ("pt", "No 1T18 choveu."),
        ("fr", "Au 1T 2018, il pleuvait."), ("en", "In 1Q18 it rained."),
    ]],
    ("es", "En el primer bimestre llovió.", "2020-01-01/2020-02-29"),
    ("it", "Nel primo bimestre del 2018 pioveva.", "2018-01-01/2018-02-28"),
    ("pt", "No último bimestre de 2018 choveu.", "2018-11-01/2018-12-31"),
    ("es", "En el segundo cuatrimestre de 2018 llovió.", "2018-05-01/2018-08-31"),
    # the eve of a day is the day before it; whose day is not told is none
    ("es", "En la víspera de Navidad llovió.", "2019-12-24"),
    ("it", "Alla vigilia di Natale pioveva.", "2019-12-24"),
    ("pt", "Na véspera do Natal choveu.", "2019-12-24"),
    ("pt", "Na véspera choveu.", YESTERDAY),
    ("es", "En lo que va del mes llovió.", SINCE_MAY),
    ("pt", "No acumulado em 12 meses choveu.", LAST12),
    ("pt", "Em 9 de novembro de 2004 choveu.", NOV9),
    ("pt", "Em 1º de maio de 2004 choveu.", MAY1),
    ("pt", "Na sexta-feira, 22 de abril de 2022, choveu.", APR22),
    # months
    ("en", "In April it sold more.", APR),
    ("en", "In April 2020 it sold more.", APR20),
    ("en", "It fell last September.", SEP19),
    ("en", "It fell in July last year.", JUL19),
    ("en", "It fell in April this year.", APR),
    ("fr", "En avril, les ventes ont monté.", APR),
    ("fr", "Elles ont baissé en septembre dernier.", SEP19),
    ("fr", "Elles ont baissé en juillet de l'année dernière.", JUL19),
    ("de", "Im April stieg der Absatz.", APR),
    ("nl", "In april steeg de afzet.", APR),
    ("nl", "Afgelopen september daalde hij.", SEP19),
    ("nl", "In juli vorig jaar daalde hij.", JUL19),
    ("de", "Im vergangenen September sank er.", SEP19),
    ("de", "Im Juli letzten Jahres sank er.", JUL19),
    ("es", "En abril subieron las ventas.", APR),
    ("es", "Cayeron el pasado mes de septiembre.", SEP19),
    ("es", "Cayeron en julio del año pasado.", JUL19),
    ("it", "Ad aprile le vendite sono salite.", APR),
    ("it", "Sono calate lo scorso settembre.", SEP19),
    ("it", "Sono calate a luglio dello scorso anno.", JUL19),
    ("pt", "Em abril as vendas subiram.", APR),
    ("pt", "Caíram em setembro passado.", SEP19),
    ("pt", "Caíram em julho do ano passado.", JUL19),
    # years and their parts
    *[(lang, text, Y2018) for lang, text in [
        ("en", "In 2018 it rained."), ("fr", "En 2018, il pleuvait."), ("de", "Im Jahr 2018 regnete es."),
        ("nl", "In 2018 regende het."),
        ("es", "En 2018 llovió."), ("it", "Nel 2018 pioveva."), ("pt", "Em 2018 choveu."),
    ]],
    *[(lang, text, MID18) for lang, text in [
        ("en", "By then, mid-2018, it rained."), ("fr", "À la mi-2018, il pleuvait."),
        ("de", "Mitte 2018 regnete es."),
        ("nl", "Medio 2018 regende het."), ("nl", "Halverwege 2018 regende het."),
        ("es", "A mediados de 2018 llovió."), ("it", "A metà 2018 pioveva."),
        ("pt", "Em meados de 2018 choveu."),
    ]],
    *[(lang, text, START19) for lang, text in [
        ("en", "At the beginning of 2019 it rained."), ("fr", "Au début de l'année 2019, il pleuvait."),
        ("de", "Zu Beginn des Jahres 2019 regnete es."),
        ("nl", "Begin 2019 regende het."), ("es", "A principios de 2019 llovió."),
        ("it", "All'inizio del 2019 pioveva."), ("pt", "No início de 2019 choveu."),
    ]],
    *[(lang, text, BY18) for lang, text in [
        ("en", "It wants 40 stores by the end of 2018."), ("fr", "Elle veut 40 magasins d'ici la fin de 2018."),
        ("de", "Sie will 40 Filialen bis Ende 2018."),
        ("nl", "Ze wil 40 filialen tegen eind 2018."), ("es", "Quiere 40 tiendas hasta finales de 2018."),
        ("it", "Vuole 40 negozi entro la fine del 2018."), ("pt", "Quer 40 lojas até o fim de 2018."),
    ]],
    ("en", "Early 2019 was wet.", "2019-01-01/2019-04-30"),
    ("en", "Late 2019 was wet.", "2019-09-01/2019-12-31"),
    ("en", "At the beginning of January 2019 it rained.", "2019-01-01/2019-01-10"),
    # quarters, halves, months together
    *[(lang, text, Q1) for lang, text in [
        ("en", "In the first quarter of 2018 it rained."), ("en", "Q1 2018 was wet."),
        ("fr", "Au 1er trimestre 2018, il pleuvait."), ("de", "Im 1. Quartal 2018 regnete es."),
        ("nl", "In het eerste kwartaal van 2018 regende het."),
        ("es", "En el primer trimestre de 2018 llovió."), ("it", "Nel primo trimestre del 2018 pioveva."),
        ("pt", "No 1o trimestre de 2018 choveu."),
    ]],
    *[(lang, text, H1) for lang, text in [
        ("en", "In the first half of 2019 it rained."), ("fr", "Au premier semestre 2019, il pleuvait."),
        ("de", "Im 1. Halbjahr 2019 regnete es."),
        ("nl", "In de eerste helft van 2019 regende het."),
        ("es", "En el primer semestre de 2019 llovió."),
        ("it", "Nel primo semestre 2019 pioveva."), ("pt", "No primeiro semestre de 2019 choveu."),
        ("en", "In the first two quarters of 2019 it rained."),
    ]],
    *[(lang, text, NINE) for lang, text in [
        ("en", "In the first nine months of 2019 it rained."),
        ("fr", "Sur les neuf premiers mois de 2019, il pleuvait."),
        ("de", "In den ersten neun Monaten 2019 regnete es."),
        ("nl", "In de eerste negen maanden van 2019 regende het."),
        ("es", "En los primeros nueve meses de 2019 llovió."),
        ("it", "Nei primi nove mesi del 2019 pioveva."), ("pt", "Nos primeiros nove meses de 2019 choveu."),
    ]],
    *[(lang, text, OCT_DEC) for lang, text in [
        ("en", "It rained from October to December."), ("fr", "Il pleuvait d'octobre à décembre."),
        ("de", "Es regnete von Oktober bis Dezember."),
        ("nl", "Het regende van oktober tot december."), ("es", "Llovió de octubre a diciembre."),
        ("it", "Pioveva da ottobre a dicembre."), ("pt", "Choveu de outubro a dezembro."),
    ]],
    ("en", "Third-quarter 2019 profit fell.", Q3),
    ("en", "In the three months to June 2019 it rained.", "2019-04-01/2019-06-30"),
    ("en", "In the six months to June 2019 it rained.", H1),
    ("en", "In the nine months ended September 30, 2019, it rained.", NINE),
    ("en", "In the year to March 2019 it rained.", "2018-04-01/2019-03-31"),
    ("en", "In the first and second quarters of 2019 it rained.", H1),
    # ranges
    *[(lang, text, R1519) for lang, text in [
        ("en", "It rained from 2015 to 2019."), ("en", "Rain, 2015-2019."), ("fr", "Il pleuvait de 2015 à 2019."),
        ("de", "Es regnete von 2015 bis 2019."),
        ("nl", "Het regende van 2015 tot 2019."), ("es", "Llovió de 2015 a 2019."), ("it", "Pioveva dal 2015 al 2019."),
        ("pt", "Choveu de 2015 a 2019."),
    ]],
    ("en", "In 2012-13 it rained.", "2012-07-01/2013-06-30"),
    ("es", "La temporada 2012-2013 fue buena.", "2012-07-01/2013-06-30"),
    ("de", "Im Geschäftsjahr 2003/04 sank der Umsatz.", "2003-07-01/2004-06-30"),
    ("fr", "La saison 2003/2004 fut belle.", "2003-07-01/2004-06-30"),
    ("en", "In 2012-2013 it rained.", "2012-01-01/2013-12-31"),
    ("pt", "Nos cinco primeiros meses do ano choveu.", "2020-01-01/2020-05-31"),
    ("en", "In the three months to the end of March sales rose.", "2020-01-01/2020-03-31"),
    ("en", "Rain (2018.1-2019.9) in figures.", "2018-01-01/2019-09-30"),
    ("en", "It rained May 4 to 6, 2019.", "2019-05-04/2019-05-06"),
    ("de", "Es regnete vom 4. bis 6. Mai 2019.", "2019-05-04/2019-05-06"),
    ("es", "Llovió del 4 al 6 de mayo de 2019.", "2019-05-04/2019-05-06"),
    # seasons, decades, centuries
    *[(lang, text, SUMMER) for lang, text in [
        ("nl", "In de zomer van 2004 regende het."),
        ("en", "Summer 2004 was wet."), ("fr", "L'été 2004 fut humide."), ("de", "Im Sommer 2004 regnete es."),
        ("es", "El verano de 2004 fue húmedo."), ("it", "L'estate 2004 fu umida."),
        ("pt", "O verão de 2004 foi úmido."),
    ]],
    *[(lang, text, NINETIES) for lang, text in [
        ("en", "In the 1990s it rained."), ("fr", "Dans les années 90, il pleuvait."),
        ("nl", "In de jaren 90 regende het."), ("nl", "In de jaren negentig regende het."),
        ("de", "In den 90er-Jahren regnete es."), ("es", "En los años 90 llovió."), ("it", "Negli anni '90 pioveva."),
        ("pt", "Na década de 1990 choveu."),
    ]],
    *[(lang, text, C19) for lang, text in [
        ("en", "In the 19th century it rained."), ("fr", "Au XIXe siècle, il pleuvait."),
        ("nl", "In de negentiende eeuw regende het."),
        ("de", "Im 19. Jahrhundert regnete es."), ("es", "En el siglo XIX llovió."), ("it", "Nel XIX secolo pioveva."),
        ("pt", "No século XIX choveu."),
    ]],
    # weekdays and days by name
    *[(lang, text, TUE) for lang, text in [
        ("nl", "Dinsdag regende het."),
        ("en", "It rained on Tuesday."), ("fr", "Il a plu mardi."), ("de", "Am Dienstag regnete es."),
        ("es", "Este martes llovió."), ("it", "Martedì pioveva."), ("pt", "Choveu na terça-feira."),
        ("pt", "Choveu na terça."),
    ]],
    *[(lang, text, YESTERDAY) for lang, text in [
        ("nl", "Gisteren regende het."),
        ("en", "It rained yesterday."), ("fr", "Il a plu hier."), ("de", "Gestern regnete es."), ("es", "Ayer llovió."),
        ("it", "Ieri pioveva."), ("pt", "Ontem choveu."),
    ]],
    *[(lang, text, MON) for lang, text in [
        ("nl", "Eergisteren regende het."),
        ("en", "It rained the day before yesterday."), ("fr", "Il a plu avant-hier."), ("de", "Vorgestern regnete es."),
        ("es", "Anteayer llovió."), ("it", "L'altro ieri pioveva."), ("pt", "Anteontem choveu."),
    ]],
    *[(lang, text, TOMORROW) for lang, text in [
        ("en", "It may rain tomorrow."), ("fr", "Il pleuvra demain."), ("de", "Es regnet morgen."),
        ("es", "Lloverá mañana."), ("it", "Domani piove."), ("pt", "Amanhã chove."),
    ]],
    # years, months by offset
    *[(lang, text, Y2019) for lang, text in [
        ("en", "It rained last year."), ("fr", "Il a plu l'an dernier."), ("fr", "Il a plu l'année dernière."),
        ("nl", "Vorig jaar regende het."),
        ("de", "Im vergangenen Jahr regnete es."), ("de", "Im Vorjahr regnete es."), ("es", "Llovió el año pasado."),
        ("it", "Pioveva l'anno scorso."), ("pt", "Choveu no ano passado."),
    ]],
    *[(lang, text, Y2020) for lang, text in [
        ("nl", "Dit jaar regende het."),
        ("en", "It rained this year."), ("fr", "Il a plu cette année."), ("de", "Dieses Jahr regnete es."),
        ("es", "Llovió este año."), ("it", "Quest'anno pioveva."), ("pt", "Choveu este ano."),
    ]],
    *[(lang, text, MAY) for lang, text in [
        ("en", "It rained this month."), ("fr", "Il a plu ce mois-ci."), ("de", "Diesen Monat regnete es."),
        ("es", "Llovió este mes."), ("it", "Pioveva questo mese."), ("pt", "Choveu neste mês."),
    ]],
    *[(lang, text, NEXT) for lang, text in [
        ("en", "It may rain next year."), ("fr", "Il pleuvra l'an prochain."), ("de", "Nächstes Jahr regnet es."),
        ("es", "Lloverá el próximo año."), ("it", "Il prossimo anno piove."), ("pt", "No próximo ano chove."),
    ]],
    *[(lang, text, AGO3Y) for lang, text in [
        ("en", "It rained three years ago."), ("fr", "Il a plu il y a trois ans."),
        ("nl", "Drie jaar geleden regende het."),
        ("de", "Vor drei Jahren regnete es."),
        ("es", "Llovió hace tres años."), ("it", "Pioveva tre anni fa."), ("pt", "Choveu há três anos."),
    ]],
    *[(lang, text, AGO2M) for lang, text in [
        ("en", "It rained two months ago."), ("fr", "Il a plu il y a deux mois."),
        ("de", "Vor zwei Monaten regnete es."),
        ("es", "Llovió hace dos meses."), ("it", "Pioveva due mesi fa."), ("pt", "Choveu há dois meses."),
    ]],
    *[(lang, text, LAST3) for lang, text in [
        ("en", "It rained in the last three months."), ("fr", "Il a plu au cours des trois derniers mois."),
        ("nl", "In de afgelopen drie maanden regende het."),
        ("de", "In den letzten drei Monaten regnete es."), ("es", "Llovió en los últimos tres meses."),
        ("it", "Pioveva negli ultimi tre mesi."), ("pt", "Choveu nos últimos três meses."),
    ]],
    *[(lang, text, LAST12) for lang, text in [
        ("en", "It rained over the past 12 months."), ("fr", "Il a plu sur les 12 derniers mois."),
        ("de", "In den vergangenen zwölf Monaten regnete es."), ("es", "Llovió en los últimos 12 meses."),
        ("it", "Pioveva negli ultimi 12 mesi."), ("pt", "Choveu nos últimos 12 meses."),
        ("en", "It rained over the past year."),
    ]],
    # open ends
    *[(lang, text, SINCE_MAY) for lang, text in [
        ("nl", "Sinds mei regent het."),
        ("en", "It has rained since May."), ("fr", "Il pleut depuis mai."), ("de", "Seit Mai regnet es."),
        ("es", "Llueve desde mayo."), ("it", "Piove da maggio."), ("pt", "Chove desde maio."),
    ]],
    *[(lang, text, UNTIL14) for lang, text in [
        ("en", "It rained until 2014."), ("fr", "Il a plu jusqu'en 2014."), ("fr", "520 postes d'ici à 2014."),
        ("nl", "Tot 2014 regende het."),
        ("de", "Bis 2014 regnete es."), ("es", "Llovió hasta 2014."), ("it", "Pioveva fino al 2014."),
        ("pt", "Choveu até 2014."),
    ]],
    *[(lang, text, YTD) for lang, text in [
        ("en", "So far this year it has rained."), ("fr", "Il pleut depuis le début de l'année."),
        ("nl", "Sinds begin dit jaar regent het."),
        ("de", "Seit Jahresbeginn regnet es."), ("es", "Llueve en lo que va de año."), ("it", "Piove da inizio anno."),
        ("pt", "Chove desde o início do ano."),
    ]],
    ("en", "Before July 2004 it rained.", "../2004-06-30"),
    *[(lang, text, "launch") for lang, text in [
        ("en", "It carried 3 million people since its launch."), ("fr", "3 millions depuis son lancement."),
        ("de", "3 Millionen seit dem Start."), ("es", "3 millones desde su lanzamiento."),
        ("it", "3 milioni dal suo lancio."), ("pt", "3 milhões desde o lançamento."),
        ("nl", "Tot nu toe waren het er 3 miljoen."),
        ("en", "So far it carried 3 million."), ("de", "Bisher waren es 3 Millionen."),
    ]],
    *[(lang, text, TODAY) for lang, text in [
        ("en", "It currently has 3 shops."), ("fr", "Elle compte actuellement 3 magasins."),
        ("nl", "Momenteel heeft ze 3 winkels."),
        ("de", "Derzeit hat sie 3 Filialen."), ("es", "Actualmente tiene 3 tiendas."),
        ("it", "Attualmente ha 3 negozi."), ("pt", "Atualmente tem 3 lojas."),
    ]],
    # two suffixes, three shapes
    ("de", "Im Jahr 2019 regnete es, 2018 auch.", Y2019),
    ("en", "EV sales, in 2019 alone, doubled.", Y2019),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_days_of_an_expression(words: dict[str, Vocabulary], lang: str, text: str, expected: str) -> None:
    found = find(text, words[lang])
    assert expected in [span(mention) for mention in found], found
    mention = next(m for m in found if span(m) == expected)
    assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "About 2500 volunteers and 2000 people came."),
        ("en", "It may march on, as she said."),
        ("en", "It costs $2010 and weighs 1998 kg."),
        ("en", "They sat in the sun for the second show."),
        ("fr", "Il a été vendu à 2000 personnes."),
        ("de", "Es kamen 2012 Menschen und 2000 neue Stellen."),
        ("es", "El mar y 2010 voluntarios."),
        ("it", "Arrivarono 2012 persone."),
        ("pt", "Chegaram 2012 pessoas."),
        ("it", "Nell'esercizio delle sue funzioni ha venduto due navi."),
    ],
)
def test_no_date_here(words: dict[str, Vocabulary], lang: str, text: str) -> None:
    assert [m for m in find(text, words[lang]) if m.type == "date"] == []


@pytest.mark.parametrize(
    ("lang", "text", "timex"),
    [
        ("en", "It took three years.", "P3Y"),
        ("en", "It took 10 seconds.", "PT10S"),
        ("en", "It took two and a half hours.", "PT2.5H"),
        ("fr", "Cela a duré dix jours.", "P10D"),
        ("de", "Es dauerte zwei Wochen.", "P2W"),
        ("es", "Duró 15 minutos.", "PT15M"),
        ("it", "È durato sei mesi.", "P6M"),
        ("pt", "Durou cinco horas.", "PT5H"),
    ],
)
def test_durations_name_no_days(words: dict[str, Vocabulary], lang: str, text: str, timex: str) -> None:
    (mention,) = find(text, words[lang])
    assert (mention.type, mention.period, mention.timex) == ("duration", None, timex)


@pytest.mark.parametrize(
    ("lang", "text", "published", "expected"),
    [
        ("de", "Für Montag ist ein Streik geplant.", "2024-05-02", "2024-05-06"),
        ("it", "Lo sciopero è indetto per lunedì.", "2024-05-02", "2024-05-06"),
        ("en", "A strike was called for Monday.", "2024-05-02", "2024-05-06"),
        ("en", "They prayed for Monday's dead.", "2024-05-02", "2024-04-29"),
        ("fr", "Il se rend ce lundi à Orlin.", "2024-05-05", "2024-05-06"),
        (
            "de",
            "Im dritten Quartal 2023 war es mehr, ein Quartal zuvor weniger.",
            "2024-05-02",
            "2023-04-01/2023-06-30",
        ),
        ("fr", "Un semestre plus tôt, c'était plus.", "2024-05-02", "2023-07-01/2023-12-31"),
        ("en", "Since the launch of the Orlin app in March it has grown.", "2024-05-02", "2024-03-01/2024-05-02"),
    ],
)
def test_days_beside_publication(
    words: dict[str, Vocabulary], lang: str, text: str, published: str, expected: str
) -> None:
    found = find(text, words[lang], published)
    assert expected in [span(mention) for mention in found], found


@pytest.mark.parametrize(
    ("text", "published", "context", "expected"),
    [
        ("In October it was 200 million.", "2020-01-20", "2018-06", "2018-10-01/2018-10-31"),
        ("In October it was 200 million.", "2020-01-20", None, "2019-10-01/2019-10-31"),
        ("In October it was 200 million.", "2020-01-20", "2019-11", "2019-10-01/2019-10-31"),
        ("It was $3 million a year earlier.", "2020-01-20", "2019-07", "2018-07-01/2018-07-31"),
        ("It was $3 million a year earlier.", "2020-01-20", "2019-34", "2018-04-01/2018-06-30"),
        ("In the same period last year it was less.", "2018-05-20", "2018-33", "2017-01-01/2017-03-31"),
        ("It opened that year.", "2020-01-20", "2011", "2011-01-01/2011-12-31"),
        ("Five years later it closed.", "2020-01-20", "2011", "2016-01-01/2016-12-31"),
        ("The next day it closed.", "2020-01-20", "2019-07-09", "2019-07-10"),
        ("On Friday it fell.", "2020-05-20", None, "2020-05-15"),
        ("It will open on Friday.", "2020-05-20", None, "2020-05-22"),
        ("It will open in October.", "2020-05-20", None, "2020-10-01/2020-10-31"),
        ("It was sold in April this year.", None, None, "XXXX-04"),
        ("It opens on 22 May.", "2020-05-20", None, "2020-05-22"),
    ],
)
def test_publication_and_context_decide(
    words: dict[str, Vocabulary], text: str, published: str | None, context: str | None, expected: str
) -> None:
    assert expected in [span(m) for m in find(text, words["en"], published, context)]


def test_a_year_earlier_refers_to_the_sentence(words: dict[str, Vocabulary]) -> None:
    found = find("Sales were $12 in the third quarter of 2019, from $9 a year earlier.", words["en"])
    assert [span(m) for m in found] == ["2019-07-01/2019-09-30", "2018-07-01/2018-09-30"]


@pytest.mark.parametrize(
    ("text", "timekind", "mod"),
    [
        ("On 9 November 2004 it had 3.", "as_of", None),
        ("By the end of 2004 it had 3.", "as_of", "by"),
        ("In mid-2018 it had 3.", "as_of", "mid"),
        ("In 2018 it sold 3.", "during", None),
        ("Since May it sold 3.", "during", "since"),
        ("Since its launch it sold 3.", "since_launch", "since"),
    ],
)
def test_kind_of_time(words: dict[str, Vocabulary], text: str, timekind: str, mod: str | None) -> None:
    (mention,) = find(text, words["en"])
    assert (mention.timekind, mention.mod) == (timekind, mod)


def test_fiscal_quarter_is_noted(words: dict[str, Vocabulary]) -> None:
    (mention,) = find("No 1o trimestre do ano fiscal de 2018 subiu.", words["pt"])
    assert mention.fiscal
    assert span(mention) == Q1


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "date 2022-07-29\n\nHarbour Line grows\n", "2022-07-29"),
        ("en", "Harbour Line grows\nPublished: July 29, 2022\n", "2022-07-29"),
        ("fr", "Nordvent s'étend\n\n2 juillet 2012. - La société a annoncé un plan.\n", "2012-07-02"),
        ("es", "Viernes 22 abril, 2022\nLa empresa crece.\n", "2022-04-22"),
        ("de", "Nordkette AG wächst\n22. April 2022\n", "2022-04-22"),
        ("en", "The firm, which was founded on 3 May 1999 in a small garage by the harbour of the town, grew.", None),
    ],
)  # fmt: skip
def test_date_line(words: dict[str, Vocabulary], lang: str, text: str, expected: str | None) -> None:
    found = dateline.find_dateline(text, words[lang])
    assert (found.edtf if found else None) == expected


def inferred(text: str, vocabulary: Vocabulary) -> Period | None:
    tokens = tokenize(text)
    vocabulary.lexicon.mark(tokens)
    return dateline.infer_date([tokens], vocabulary)


def test_year_inferred_from_inside(words: dict[str, Vocabulary]) -> None:
    text = "On the first day of 2020 Harbour Line ran 40 ships. On January 6 this year it had 41. In 2018 it had 30."
    found = inferred(text, words["en"])
    assert found is not None
    assert (found.edtf, found.basis) == ("2020", "inferred")
    assert inferred("Founded in 2018, it sold more in April this year.", words["en"]) is None


def test_nothing_to_do_without_calendar_words(words: dict[str, Vocabulary]) -> None:
    assert find("Harbour Line bought three ships for 1,984 euros each.", words["en"]) == []


@settings(max_examples=150, deadline=None)
@given(
    lang=st.sampled_from(languages()),
    pieces=st.lists(
        st.sampled_from(
            ["2018", "31", "13", "/", "-", ".", "May", "mai", "de", "the", "last", "year", "Jahr", "in", "of", "Q3",
             "T1", "fin", "end", "Ende", "since", "hasta", "三", "%", "9999", "0", "février", "30", "29", "years",
             "ago", "X"]
        ),
        max_size=12,
    ),
)  # fmt: skip
def test_any_jumble_gives_mentions_in_order(words: dict[str, Vocabulary], lang: str, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for published in (None, PUBLISHED, "2020"):
        found = find(text, words[lang], published)
        assert all(a.last <= b.first for a, b in pairwise(found))
        for mention in found:
            period = mention.period
            assert period is None or period.start is None or period.end is None or period.start <= period.end


@pytest.mark.parametrize(
    "piece", ["1 day after ", "end of the ", "2018 - ", "May ", "1 ", "10 years 10 months ", "1/1/"]
)
def test_endless_repetition_ends(words: dict[str, Vocabulary], piece: str) -> None:
    for lang in languages():
        find(piece * 600 + "2018", words[lang])


def test_a_comparison_is_marked(words: dict[str, Vocabulary]) -> None:
    found = find("Sales were $12 in 2019, from $9 a year earlier and $8 in the same period of 2015.", words["en"])
    assert [m.compares for m in found] == [False, True, True]
