"""The period a figure is given: its own, the one reported on, the day's."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.period import day, year
from factcheck.read.zones import find_zones
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
CASES = [
    ("en", "Harbour Line spoke on Tuesday of a fine second quarter of 2024. Revenue was $40 million.", ["2024-34"]),
    ("en", "In 2023 revenue at Harbour Line rose to $40 million from $31 million.", ["2023", "2022"]),
    ("en", "Revenue at Harbour Line rose from $31 million in 2019 to $40 million in 2023.", ["2019", "2023"]),
    ("en", "Harbour Line took in $40 million in 2023, more than in 2019. Profit was $3 million.", ["2023", "2023"]),
    ("en", "Harbour Line had a good 2023. Its share price rose to $12.40.", ["2024-05-02"]),
    ("de", "Die Nordkette AG setzte 2023 40 Millionen Euro um, nach 31 Millionen Euro im Jahr 2019.", ["2023", "2019"]),
    ("es", "Puerto Claro ingresó 40 millones de euros en 2023, frente a 2019 un récord. Ganó 3 millones de euros.",
     ["2023", "2023"]),
    ("pt", "A Costa Verde faturou R$ 40 milhões no Pará em março.", ["2024-03"]),
    # what a change is counted from, by whatever word; the same month is the one reported on
    ("en", "Profit was $40 million, an 82% jump on 2022 figures.", ["2024-05", "2024-05"]),
    ("en", "Salaries grew 1.9% in March 2024 from March 2023. Wages fell 1.8% in March.", ["2024-03", "2024-03"]),
    ("de", "Heizöl verbilligte sich im März zum Vorjahr um 16 Prozent.", ["2024-03"]),
    ("it", "A marzo i disoccupati erano 3,3 milioni, l'1,6% in più rispetto a febbraio. Nello stesso mese gli occupati "
     "erano 22 milioni.", ["2024-03"] * 3),
    ("es", "En marzo la economía creció 4 por ciento con relación a marzo de 2023.", ["2024-03"]),
    ("en", "Freight in March was 4 percent above the previous year.", ["2024-03"]),
    ("de", "Die Fracht lag im März um 4 Prozent unter dem Vorjahr.", ["2024-03"]),
    ("de", "Der Umsatz stieg gegenüber dem Vorjahr um 7 Prozent.", ["2024-05"]),
    ("fr", "Le fret est inférieur de 7 % à celui de l'an dernier.", ["2024-05"]),
    ("es", "La carga fue un 7 % inferior a la del año pasado.", ["2024-05"]),
    ("it", "Le merci sono superiori del 4% a quelle dell'anno precedente.", ["2024-05"]),
    ("pt", "A carga ficou 7% abaixo do ano passado.", ["2024-05"]),
    # the day of a month in brackets; hours reach into the day before
    ("pt", "O dia mais violento foi o sábado (27), que registrou 11 mortos.", ["2024-04-27"]),
    ("es", "En las últimas 24 horas murieron 38 personas.", ["2024-05-01/2024-05-02"]),
    # asides between commas, and dates that only say how rare a figure is
    ("en", "Harbour Line, founded in Bergen in 1974, had 512 employees in March.", ["2024-03"]),
    ("it", "La Costa Verde, quotata a Milano dal 3 aprile 2023, ha avuto 512 dipendenti a marzo.", ["2024-03"]),
    ("en", "Oil closed at $79 a barrel, the lowest price since 2010.", ["2024-05-02"]),
    # a figure that is set against another has its date for itself
    ("pt", "Em 2023 a economia cresceu 2,3%, contra 2% em 2022. A despesa subiu 4,8%.", ["2023", "2022", "2023"]),
    ("fr", "En 2023, le festival a réuni 286 000 visiteurs, 11 % de plus qu'en 2022 (257 500).",
     ["2023", "2023", "2022"]),
    ("en", "The jobless rate rose to 4.6% in the three months to March, from 4.4% in the previous quarter.",
     ["2024-33", "2023-36"]),
    ("de", "Im ersten Quartal setzte die Nordkette AG 40 Millionen Euro um. Die Marge sank von 6,1 auf 1,9 Prozent.",
     ["2024-33", "2023-33", "2024-33"]),
    ("en", "Unemployment was 4.6% in March. Inflation edged up to 3.1% from 2.9%.", ["2024-03", "2024-03", "2024-02"]),
    # the ends of a span belong to what a figure grew from and to
    ("en", "Between 2022 and 2023 revenue at Harbour Line rose from $31 million to $40 million.", ["2022", "2023"]),
    ("pt", "Entre 2022 e 2023, a Costa Verde reduziu o orçamento de R$ 23 milhões para R$ 16 milhões.",
     ["2022", "2023"]),
    ("en", "The jobless rate has been falling since April 2022 when it reached a peak of 13.1%.", ["2022-04"]),
    ("en", "Fares had gone up by 76% since 2019, when a ticket cost $68.", ["2019/2024-05-02", "2019"]),
    ("de", "Die Arbeitslosenquote fiel im April gegenüber März von 7,2 auf 7,1 Prozent.", ["2024-03", "2024-04"]),
    # how long a change took says nothing of the level beside it
    ("fr", "Le taux de chômage est de 24,2 % (+0,7 point sur trois mois, +0,4 point sur un an) et de 25 % au nord.",
     ["2024-05", "2024-05", "2023-05-03/2024-05-02", "2024-05"]),
    # the loss or gain that an amount is set against keeps its own date
    ("en", "Harbour Line spoke.\n\nIn 2023 the firm made a loss of $40 million, against a profit of $31m in 2019.",
     ["2023", "2019"]),
    ("it", "La Costa Verde parla.\n\nNel 2023 la perdita è di 40 milioni di euro, a fronte di un utile di 31 milioni "
     "del 2019.", ["2023", "2019"]),
    ("de", "Die Nordkette AG berichtet.\n\nDer Umsatz stieg im ersten Quartal auf 4 Millionen Euro nach 3 Millionen "
     "Euro vor einem Jahr.", ["2024-33", "2023-33"]),
    # the months before those just named, in whatever words
    ("en", "Harbour Line sold 50 boats in the second half of 2023, compared with 40 in the previous six months.",
     ["2023-41", "2023-40"]),
    ("fr", "Le port a vendu 50 bateaux au deuxième semestre 2023, contre 40 au semestre précédent.",
     ["2023-41", "2023-40"]),
    ("de", "Der Hafen verkaufte im zweiten Halbjahr 2023 rund 50 Boote nach 40 in den vorangegangenen sechs Monaten.",
     ["2023-41", "2023-40"]),
    ("es", "El puerto vendió 50 barcos en el trimestre julio-septiembre y 40 en el trimestre inmediato anterior.",
     ["2023-07/2023-09", "2023-34"]),
    ("pt", "O porto vendeu 50 barcos no segundo semestre de 2023, contra 40 nos seis meses anteriores.",
     ["2023-41", "2023-40"]),
    # the same month of another year
    ("en", "Harbour Line sold 300 boats in March. In 2019 it sold 280 boats in the same month.",
     ["2024-03", "2019-03"]),
    # since a launch whose day the article names
    ("en", "The ferry went on sale on 15 April. Harbour Line has sold 300 boats since its launch.",
     ["2024-04-15/2024-05-02"]),
    ("es", "La huelga comenzó el 15 de abril. Desde el inicio del paro hubo 53 heridos.", ["2024-04-15/2024-05-02"]),
    # one deadline for all that is planned
    ("en", "Harbour Line plans.\n\nIt plans to build 30 boats, hire 200 people and invest $4m by the end of 2026.",
     ["2026-12-31"] * 3),
    # between a month and that of another year; a clause that a year before opens; what is compared has its own date
    ("es", "El paro pasó de 21.3 a 23.7 por ciento entre abril de 2022 y de 2023.", ["2022-04", "2023-04"]),
    ("es", "La tasa fue de 12 por ciento en marzo.\n\nUn año antes, el paro afectaba a 11 por ciento de la población y "
     "en el sur a 10 por ciento.", ["2024-03", "2023-03", "2023-03"]),
    ("pt", "A Costa Verde fala.\n\nA receita somou R$ 70 milhões no primeiro trimestre, queda de 14% frente aos R$ 82 "
     "milhões gerados no primeiro trimestre de 2022.", ["2024-33", "2024-33", "2022-33"]),
    ("it", "La Costa Verde parla.\n\nNel primo trimestre i ricavi sono di 87 milioni di euro (118 milioni di euro nel "
     "primo trimestre del 2022).", ["2024-33", "2022-33"]),
    ("en", "Harbour Line said its fiscal first-quarter profit rose to $40 million.", ["2024-33"]),
    # the quarter of a fiscal year that is told of before the calendar has it
    ("en", "Revenue at Harbour Line rose to $40 million in the fourth quarter of fiscal 2024.", ["2024-33"]),
    # what only a later sentence dates
    ("en", "Profit at Harbour Line rose by a third.\n\nIn the year to March 2024 it was $40 million.",
     ["2023-04/2024-03", "2023-04/2024-03"]),
    ("it", "Il film incassa 5 milioni di euro.\n\nTra venerdì e domenica le sale hanno incassato 14 milioni di euro.",
     ["2024-04-26/2024-04-28", "2024-04-26/2024-04-28"]),
    ("es", "Puerto Claro ganó 12 millones de euros hasta marzo.", ["2024-01-01/2024-03-31"]),
    # parts of a year that is over, and the year that an article speaks of
    ("en", "Net profit in the last three months of 2023 fell to $38m from $61m a year earlier.",
     ["2023-36", "2022-36"]),
    ("de", "In den letzten drei Monaten 2023 sank der Gewinn auf 38 Millionen Euro.", ["2023-36"]),
    ("en", "Fans bought more albums than ever before in 2023. A total of 163 million albums were sold over the year, "
     "up from 159 million in 2022. More than six million tracks were sold in the course of the year.",
     ["2023", "2022", "2023"]),
    # the day in a date line is that of the report, not of what it tells
    ("es", "Puerto Claro, 2 may.- El partido obtuvo el domingo el 36,4 % de los votos. Su rival logró el 30 %.",
     ["2024-04-28", "2024-04-28"]),
    ("en", "Growth in the year to March 2024 was 2.6%.", ["2023-04/2024-03"]),
    # the year a budget is for
    ("en", "The council passed its budget for 2025 on Tuesday. Spending rises 4.8%, to $137 million.",
     ["2025", "2025"]),
    # what a paragraph says of years gone by dates nothing in the next one
    ("en", "In January 2022 Harbour Line had 400 employees.\n\nIn March it hired 60.", ["2022-01", "2024-03"]),
    ("es", "Puerto Claro perdió 4 millones de euros en la temporada 2022-23, y 3 millones la temporada anterior.",
     ["2022-07/2023-06", "2021-08/2022-05"]),
    ("de", "Am 15. April öffnete das Werk. Seitdem kamen 115.000 Besucher.", ["2024-04-15/2024-05-02"]),
    # seasons, launches, weekends, goals
    ("en", "He scored 14 goals last season.", ["2022-08/2023-05"]),
    ("de", "Seit dem Start am 15. April kamen 115.000 Besucher.", ["2024-04-15/2024-05-02"]),
    ("it", "Nell'ultimo fine settimana sono arrivati 14.900 visitatori.", ["2024-04-27/2024-04-28"]),
    ("de", "Bis 2030 sollen es 30 Gigawatt sein.", ["2030"]),
    ("nl", "Sinds de opening op 15 april kwamen 115.000 bezoekers.", ["2024-04-15/2024-05-02"]),
    ("de", "Ende Juni beschäftigte die Nordkette AG 512 Mitarbeiter.", ["2023-06-30"]),
    ("en", "A year ago Harbour Line had 512 employees.", ["2023-05"]),
    ("en", "Harbour Line plans to hire 60 more employees by December.", ["2024-12"]),
    # what a year or month is compared with is not what a figure is of
    ("pt", "A Costa Verde transportou 19 milhões de passageiros em 2023, uma subida de 6% face ao ano anterior.",
     ["2023", "2023"]),
    ("es", "En marzo la producción subió 4 % en comparación con febrero.", ["2024-03"]),
    ("en", "Downloads last year came to more than tenfold those of 2022.", ["2023"]),
    ("en", "Sales reached 672 million units in 2023, up 29% on the 2022 total of 521 million.",
     ["2023", "2023", "2022"]),
    # the day of saying, the day of now, the day of a disaster
    ("de", "Die Preise stiegen im März um 0,4 Prozent, wie das Amt am Dienstag mitteilte.", ["2024-03"]),
    ("de", "In dem Werk arbeiten derzeit noch 530 Menschen.", ["2024-05"]),
    ("fr", "460 pompiers sont mobilisés dans les Orlins.", ["2024-05-02"]),
    ("it", "A marzo gli occupati erano 3 milioni, dopo il calo da febbraio. Nello stesso mese i disoccupati "
     "sono 2 milioni.", ["2024-03"] * 2),
    ("pt", "Até março foram registrados nove incêndios.", ["2024-01-01/2024-03-31"]),
    ("en", "The line expects 2025 sales of 70 million tonnes. It forecasts exports of 12 million.", ["2025"] * 2),
    # what is so now is so for a while; a toll is that of the day
    ("fr", "Costa Verde possède actuellement 256 avions.", ["2024-05"]),
    ("en", "There are currently 31 dead after the storm.", ["2024-05-02"]),
    # a level when a year or month was closed, and at its end
    ("es", "Puerto Claro cerró 2023 con una deuda de 14 millones de euros.", ["2023-12-31"]),
    ("es", "La deuda de Puerto Claro era de 14 millones de euros al finalizar marzo pasado.", ["2024-03-31"]),
    ("pt", "A Costa Verde fechou março com uma dívida de R$ 14 milhões.", ["2024-03-31"]),
    ("it", "La Costa Verde ha chiuso il 2023 con debiti per 14 milioni di euro e ricavi per 40 milioni.",
     ["2023-12-31", "2023"]),
    # the quarter, though a year goes before, and whatever it is compared with
    ("it", "La Costa Verde ha presentato i dati del primo trimestre. Il 2024 è l'anno del mare. I ricavi sono pari a "
     "40 milioni di euro, il 6,2% in più rispetto al primo trimestre 2023.", ["2024-33"] * 2),
    ("en", "Harbour Line told of its first quarter. Revenue was $40 million, 30 percent more than a year ago.",
     ["2024-33"] * 2),
    ("en", "Harbour Line told of its first quarter. Revenue rose to $40 million, twice last year's figure.",
     ["2024-33"]),
    ("pt", "A receita da Costa Verde foi de R$ 40 milhões no primeiro trimestre, alta de 1% comparado aos R$ 39 "
     "milhões do quarto trimestre.", ["2024-33", "2024-33", "2023-36"]),
    ("en", "Employers cut 190,000 jobs in March. In January they had cut 85,000 jobs. Builders shed 62,000 jobs in "
     "the month.", ["2024-03", "2024-01", "2024-03"]),
    # two estimates of one year or month
    ("en", "Growth will come to 2.9% in 2024 and slow to 2.1% next year from an earlier estimate of 2.6%.",
     ["2024", "2025", "2025"]),
    ("de", "Die Bank korrigierte ihre Prognose für das Wachstum 2025 von 1,9 auf 1,2 Prozent.", ["2025", "2025"]),
    ("en", "Forecasts were scaled back to growth of 3.1% from 3.6% this year and 1.8% from 2.3% in 2025.",
     ["2024", "2024", "2025", "2025"]),
    # what "and" ties to a figure that is compared; a price as of a day
    ("en", "Harbour Line sold 48 million tickets in the first quarter, compared to a 9.4% share and 31 million "
     "tickets sold in the year-ago quarter.", ["2024-33", "2023-33", "2023-33"]),
    ("en", "As of Monday, a gallon of petrol was $2.55.", ["2024-04-29"]),
    # the days on which people were asked
    ("en", "Orlin Research polled 1,000 voters between April 4 and 9. Of men, 31 percent back Costa.",
     ["2024-04-04/2024-04-09"] * 2),
    # the second, no Monday; who is called Marco, no March
    ("pt", "Nesta segunda rodada, Marco Aurelio teve 18% dos votos.", ["2024-05-02"]),
    # how long something took that is past, and how rare it is
    ("pt", "A Costa Verde triplicou os gastos em três anos.", ["2021-05-02/2024-05-02"] * 2),
    ("en", "Fares rose by 4% in May 2023, the first time in nine years.", ["2023-05", "2023-05"]),
    # a toll from the day of what struck
    ("en", "At least 27 people have died since floods struck the coast on Sunday.", ["2024-04-28/2024-05-02"]),
    # a clause that goes on behind its comma is no aside, nor is one behind a colon; what befell of late in one
    ("fr", "Dans le pays, le marché a rebondi au premier trimestre, à 5,7 millions de barques.", ["2024-33"]),
    ("en", "In truth, fares fell for months: As of Monday, a ticket was $2.55.", ["2024-04-29"]),
    ("en", "The line told of orders, all scheduled for delivery from March 2024 to June 2024, of $4.9bn.",
     ["2024-03/2024-06"]),
    ("fr", "Orlins : le feu recule.\n\nHier, le vent a forci. L'incendie, déclaré ce jeudi, a parcouru 930 hectares.",
     ["2024-05-02"]),
    # the survey before, and those asked of whom it is said what is so now
    ("fr", "Costa perd un point depuis le sondage précédent, réalisé les 9 et 10 avril. Alma gagne avec 56 %. "
     "Sondage réalisé les 22 et 23 avril auprès de 640 personnes.", ["2024-04-22/2024-04-23"] * 2),
    ("pt", "Os votos em branco passaram de 6% para 7%. A sondagem ouviu 540 pessoas entre 16 e 18 de abril.",
     ["2024-04-16/2024-04-18"] * 3),
    # the same period is the one reported on, not the day on which it was
    ("pt", "A Costa Verde lucrou R$ 6 milhões no 1º trimestre de 2024, segundo balanço divulgado nesta quinta-feira "
     "(2). Frente ao mesmo período do ano anterior (R$ 2 milhões), o lucro cresceu.", ["2024-33", "2023-33"]),
    ("en", "Harbour Line earned $9m in the first quarter, it said on Tuesday. It had earned $4m in the same period of "
     "2022.", ["2024-33", "2022-33"]),
    # soon after a quarter "this quarter" is the one reported on
    ("es", "El paro subió en 300 personas en el primer trimestre de 2024. El empleo sube este trimestre en "
     "200 personas entre las mujeres.", ["2024-33"] * 2),
    # what a firm owes and whom it employs is so on the last day
    ("it", "Nel primo trimestre la Costa Verde ha avuto ricavi per 40 milioni di euro. L'indebitamento è sceso a 58 "
     "milioni di euro.", ["2024-33", "2024-03-31"]),
    ("en", "From January to March staff at Harbour Line grew to 512 employees.", ["2024-03-31"]),
    # a month that stood for that of this year does so again, whatever was told between
    ("de", "Die Arbeitslosenquote lag im April bei 7,1 Prozent. Im April 2022 betrug sie 6,5 Prozent. Im Süden lag die "
     "Quote im April bei 6,9 Prozent.", ["2024-04", "2022-04", "2024-04"]),
    # "of" is no "from", and what has come from somewhere is compared with nothing
    ("pt", "Em 2022, foi uma das 91 vítimas.", ["2022"]),
    ("en", "From 1 January to 27 April 2024, 212 drownings were reported from 17 countries.",
     ["2024-01-01/2024-04-27"] * 2),
    ("pt", "A receita foi de R$ 29 milhões no primeiro trimestre, queda de 1% ante o quarto trimestre, de "
     "R$ 30 milhões.",
     ["2024-33", "2024-33", "2023-36"]),
    ("es", "El gasto creció de 2021 a 2023. En Orlín pasó de 20 millones de euros a 23 millones de euros.",
     ["2021", "2023"]),
    # the full or fiscal year, that of late early in another
    ("en", "Harbour Line earned $9m in the first quarter. For the full year, it expects revenue of $50 million.",
     ["2024-33", "2024"]),
    ("de", "Im abgelaufenen Geschäftsjahr stieg der Umsatz der Nordkette AG auf 50 Millionen Euro.", ["2023"]),
    ("fr", "Sur l'ensemble de l'exercice, la Costa Verde prévoit un chiffre d'affaires de 50 millions d'euros.",
     ["2024"]),
    ("es", "En el ejercicio anterior Puerto Claro ganó 50 millones de euros.", ["2023"]),
    ("it", "Per l'intero anno la Costa Verde prevede ricavi per 50 milioni di euro.", ["2024"]),
    ("pt", "Para o ano inteiro, a Costa Verde prevê receita de R$ 50 milhões.", ["2024"]),
    ("en", "At this time last year, Harbour Line operated 4,100 boats.", ["2023-05"]),
    ("en", "Since the end of the financial year Harbour Line has raised $11m.", ["2023-12/2024-05-02"]),
    # a change over a year beside the year; what was on a date; no rank is at least; a month where its part is vague
    ("fr", "La fraude a coûté 522 millions d'euros en 2023, en hausse de 4,5 % sur un an.", ["2023", "2023"]),
    ("en", "Its busiest day, a firm founded in 1997 said, was 13 April, when it took 61,000 orders.", ["2024-04-13"]),
    ("en", "An outbreak has killed at least 37 people since March.", ["2024-03/2024-05-02"]),
    ("pt", "No final de abril, a estatal fechou um acordo de R$ 853 milhões.", ["2024-04"]),
    # a season is no two years, a count no year of old, and a change over a year is that of the month behind it
    ("en", "Attendance averaged 24,300 last season, up from 22,100 in 2021-22.",
     ["2022-08/2023-05", "2021-07/2022-06"]),
    ("de", "Zwischen dem 8. und 12. April 1000 Personen zu befragen reicht.", ["2024-04-08/2024-04-12"]),
    ("fr", "Les prix ont augmenté de 2,2 % sur un an en mars, après 2,3 % en février.", ["2024-03", "2024-02"]),
    # the year behind what it is of; a year like the one named; what a few words lead to is a figure's own
    ("fr", "Le budget 2025 prévoit 3 milliards d'euros, contre 2,8 milliards cette année.", ["2025", "2024"]),
    ("it", "La manovra 2025 prevede 3 miliardi di euro, contro i 2,8 miliardi di quest'anno.", ["2025", "2024"]),
    ("en", "Harbour Line lost £3m in the year to March, against a profit of £5m the year before.",
     ["2023-04/2024-03", "2022-04/2023-03"]),
    ("en", "Turnout was 61% on Sunday, compared with 66% at the last election in 2019.", ["2024-04-28", "2019"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "times"), CASES)
def test_the_period_of_each_figure(lang, text, times):
    claims = extract(Document("a", "a", text, lang, published=day(2024, 5, 2)), BOOK)
    assert [claim.time.edtf if claim.time else None for claim in claims] == times


@pytest.mark.parametrize(
    ("text", "time"),
    [("Profit for the year was $30m.", "2023"), ("It expects a profit of $30m for the full year.", "2024")],
)
def test_early_on_what_is_told_of_a_year_is_told_of_the_last_one(text, time):
    claims = extract(Document("a", "a", text, "en", published=day(2024, 1, 18)), BOOK)
    assert [claim.time.edtf for claim in claims if claim.time] == [time]


def test_an_article_without_a_day_is_of_the_year_that_it_names():
    text = """It lost 106 boats between 21 and 27 August.

In August 2017 it lost 400 boats. In 2007 it lost 374 boats in August."""
    claims = extract(Document("a", "a", text, "en"), BOOK)
    assert [claim.time.edtf for claim in claims if claim.time] == ["2017-08-21/2017-08-27", "2017-08", "2007-08"]


def test_a_publication_known_by_its_year_alone_dates_no_day():
    text = "On Tuesday 40 people died. Last week 30 people died. This year 500 people died."
    claims = extract(Document("a", "a", text, "en", published=year(2022)), BOOK)
    times = [claim.time.edtf for claim in claims if claim.time]
    assert times[0] == "XXXX"
    assert times[1] in ("XXXX", "2022")
    assert times[2] == "2022"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Jobless rate rises to 4.3% in March\n\nThe jobless rate rose to 4.3% in the three months to March, the "
         "agency said. There were 1.4 million people out of work.", ["2024-33"] * 3),
        ("Economy grew 0.4% in March\n\nThe economy grew 0.4% in March, the agency said. It grew 0.6% in the three "
         "months to March.", ["2024-03", "2024-03", "2024-33"]),
    ],
)  # fmt: skip
def test_a_headline_names_the_last_of_the_months_reported_on(text, times):
    claims = extract(Document("a", "a", text, "en", published=day(2024, 5, 2), zones=find_zones(text)), BOOK)
    assert [claim.time.edtf for claim in claims if claim.time] == times
