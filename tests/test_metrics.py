"""What a figure measures, where no noun right beside it says so."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()


def metrics(lang: str, text: str) -> list[tuple[str, str]]:
    return [(claim.metric, claim.kind) for claim in extract(Document("a", "a", text, lang), BOOK)]


@pytest.mark.parametrize(
    ("lang", "text", "metric"),
    [
        ("en", "About 60% of homes in the valley still burn coal.", "homes"),
        ("en", "One in three bridges will be closed for repairs.", "other:bridges"),
        ("en", "Two-thirds of the choir were retired.", "other:choir"),
        ("fr", "La moitié des tentes est arrivée.", "other:tents"),
        ("fr", "Un témoin sur deux n'est pas venu.", "other:witnesses"),
        ("en", "The survey found that a third of users never log in.", "users"),
        ("en", "Harbour Line had 40% of users.", "share"),
        ("en", "In the poll of voters 62% said the tax was unfair.", "voters"),
    ],
)
def test_what_a_share_is_of(lang, text, metric):
    assert metrics(lang, text) == [(metric, "share")]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Sales came to £18m, down 44% on the week before.", [("revenue", "level"), ("revenue", "change")]),
        ("en", "Global revenue growth, rising 77% in May, went on.", [("revenue", "change")]),
        ("en", "Bills went up. The steepest rise, 9.8%, is in Norwick.", [("bill", "change")]),
        (
            "en",
            "Of 22 economists, 14 expect the bank to lower borrowing costs.",
            [("count:economists", "level")] * 2,
        ),
        (
            "fr",
            "Les ventes ont reculé de 17 % en deux ans, à 61 millions d'euros.",
            [("revenue", "change"), ("revenue", "level")],
        ),
        (
            "de",
            "Zwei Drittel der Summe fehlen. Im Mai zahlte Orlin 9 Millionen Euro Miete, ein Drittel des Betrags.",
            [("share", "share"), ("rent_price", "level"), ("rent_price", "share")],
        ),
        ("fr", "Le groupe va réduire ses effectifs de 900 salariés.", [("job_cuts", "level")]),
        ("en", "The firm will reduce its staff to 900 employees.", [("employees", "level")]),
        ("it", "Il club ha chiuso con una perdita di 13,8 milioni.", [("net_income", "level")]),
        ("it", "Lo vende a 38 mila euro al chilo.", [("price", "level")]),
        # what is counted: behind a code, two words joined, an abbreviation in the plural,
        # a noun that is a verb elsewhere
        ("en", "There were 33 H1N1 flu deaths.", [("deaths", "level")]),
        (
            "en",
            "The body looked into about 50 radio and television dramas.",
            [("count:radio and television dramas", "level")],
        ),
        ("en", "It sacked 14 DJs at once.", [("count:djs", "level")]),
        ("en", "Three unmanned cargo ships docked.", [("ships", "level")]),
        # a metric noun that describes a firm is none
        (
            "en",
            "Earnings at the Orlin investment bank rose 25% to £1.04bn.",
            [("net_income", "change"), ("net_income", "level")],
        ),
        ("en", "Orlin generates more than 80% of its sales abroad.", [("revenue", "share")]),
        ("en", "The family owns 62% of the shares.", [("stake", "share")]),
        # compared with the figure before it; a sum of what is only ever money
        (
            "it",
            "L'utile sale del 12% a 7,7 miliardi di euro, contro i 6,5 miliardi del piano.",
            [("net_income", "change"), ("net_income", "level"), ("net_income", "level")],
        ),
        (
            "it",
            "Orlin ha 3 miliardi di euro. Chiude con 7,7 miliardi di utile netto.",
            [("other:amount", "level"), ("net_income", "level")],
        ),
        # the last part of a compound; what GDP does is growth; who only expects a figure is not counted
        ("de", "Die Mehlpreise sanken um 4 Prozent.", [("price", "change")]),
        ("es", "El PIB aumentó 1,3 por ciento.", [("growth", "change")]),
        ("en", "Average monthly wages fell 1.8% to $332.", [("average_wage", "change"), ("average_wage", "level")]),
        # those asked, and what they say; one share of them after another
        (
            "en",
            "In the poll 44% of respondents found the economy in a worse state, against 34% who did not.",
            [("respondents", "share"), ("respondents", "share")],
        ),
        (
            "en",
            "Two high schools are eight kilometers away from the dam.",
            [("schools", "level"), ("distance", "level")],
        ),
        ("en", "Orlin must reduce costs by $5bn a year.", [("savings", "level")]),
        # of two metrics of one name, the one that the levels beside it are counted in
        (
            "fr",
            "Le constructeur a vu ses ventes augmenter de 1,9 %, à 1.154.700 unités.",
            [("units_sold", "change"), ("units_sold", "level")],
        ),
        ("en", "Sales rose 3% to 1.2 million cars.", [("units_sold", "change"), ("units_sold", "level")]),
        ("en", "Sales rose 3% to $3bn.", [("revenue", "change"), ("revenue", "level")]),
        (
            "en",
            "Two hospitals were treating 230 people, 38 of them in serious condition.",
            [("hospitals", "level"), ("count:people", "level"), ("count:people", "level")],
        ),
        ("en", "The ferry carried 230 people, 38 of them died.", [("passengers", "level"), ("deaths", "level")]),
        # deals
        ("en", "Orlin paid £18m for Maritima in 2007.", [("acquisition_price", "level")]),
        ("de", "Orlin hat die Werft für 350 Millionen Euro verkauft.", [("acquisition_price", "level")]),
        ("en", "Orlin has sued the Danish government for $28.3bn.", [("damages", "level")]),
        # the verb says what happened to people, also behind a clause set between
        ("pt", "A agência disse que nove civis, entre eles crianças, morreram.", [("deaths", "level")]),
        ("es", "Más de 150 periodistas han perdido la vida.", [("deaths", "level")]),
        (
            "it",
            "Gli occupati sono 22,195 milioni, stabile a 25,497 milioni il totale.",
            [("employed", "level"), ("employed", "level")],
        ),
        (
            "pt",
            "No trimestre, a receita com a linha Orlin – vendida a firmas – cresceu 42%.",
            [("revenue", "change")],
        ),
        ("de", "Orlin wurde bei dem Deal mit 8,2 Milliarden Dollar bewertet.", [("valuation", "level")]),
        ("de", "Gut 78 000 Wahlberechtigte sind aufgerufen.", [("voters", "level")]),
        # a later clause has a subject of its own; what is given by the share stays so
        (
            "en",
            "Turnover rose 6% to £1.1bn, while net profit was up from £71m to £78m.",
            [("revenue", "change"), ("revenue", "level"), ("net_income", "level"), ("net_income", "level")],
        ),
        (
            "en",
            "Profit was 41 cents a share, while analysts had hoped for 43 cents.",
            [("earnings_per_share", "level")] * 2,
        ),
        (
            "en",
            "Net profit rose to $214m, or $3.25 a share, from $177m.",
            [("net_income", "level"), ("earnings_per_share", "level"), ("net_income", "level")],
        ),
        # to cut the staff by so much percent changes the staff; a share and a rate have names of their own
        ("fr", "Le groupe va réduire ses effectifs de 8 %.", [("employees", "change")]),
        ("en", "Among the young, two in five are jobless.", [("unemployment_rate", "level")]),
        ("en", "There were 31 cases per 100,000 residents.", [("incidence_rate", "ratio")]),
        ("fr", "On compte 31 cas pour 100 000 habitants.", [("incidence_rate", "ratio")]),
        ("es", "Hubo 8 muertes por cada 100 mil habitantes.", [("mortality_rate", "ratio")]),
        ("it", "Ci sono 8 decessi ogni 100mila abitanti.", [("mortality_rate", "ratio")]),
        ("pt", "Há 7 barcos por cada 100 pessoas.", [("boats", "ratio")]),
        # labels, rounds, rates of money
        ("de", "Ausgesetzte Belohnung: 10 Millionen Euro", [("incentive_payment", "level")]),
        ("en", "Orlin has closed a $40 million Series C.", [("fund", "level")]),
        ("en", "The zloty gained 16% against the euro.", [("exchange_rate", "change")]),
        ("pt", "O mercado cresce a uma taxa de 20% ao ano.", [("growth", "change")]),
        # what changes hands, what a firm is owned of, what an amount describes
        ("en", "Orlin sold its ferries to Harbour Line for a total of $76 million.", [("acquisition_price", "level")]),
        ("pt", "Os donos passarão a ter 5,4% da Harbour Line.", [("stake", "share")]),
        ("en", "Orlin opened a $48 million factory.", [("cost", "level")]),
        ("en", "I make $21.40 an hour.", [("hourly_wage", "level")]),
        ("it", "La quota dei film italiani è balzata al 58%.", [("share", "share")]),
        ("fr", "La part des films italiens a bondi à 58 %.", [("share", "share")]),
        # the company is none of the companies, own staff no share of a market, years no things counted
        ("de", "Die Zahl der Kunden gibt das Unternehmen mit 280.000 an.", [("customers", "level")]),
        ("en", "Orlin had put 11% of its staff on short hours.", [("employees", "share")]),
        ("fr", "Orlin a 724 600 habitants, contre 643 900 dix ans plus tôt.", [("population", "level")] * 2),
        ("en", "Its larger rival made £2.9bn.", [("net_income", "level")]),
        # part of a figure, the number of things
        ("fr", "Orlin emploie 5 600 personnes, dont 4 200 en France.", [("employees", "level")] * 2),
        ("de", "Im Mai wurden 12 000 Autos neu zugelassen.", [("registrations", "level")]),
        (
            "es",
            "La deuda asciende a 87,5 millones de euros. De esa cantidad, 22 millones se deben a Orlin.",
            [("debt", "level")] * 2,
        ),
        (
            "de",
            "Der Verlust lag bei 17 Millionen Euro; zuvor hatte Orlin 21 Millionen verdient.",
            [("net_income", "level")] * 2,
        ),
        ("it", "Gli stipendi sono 52 milioni di euro, il 64% dei ricavi.", [("wages", "level"), ("wages", "share")]),
        (
            "de",
            "Orlin hat 60 Millionen Nutzer. Rund jeder Vierte davon zahlt.",
            [("users", "level"), ("users", "share")],
        ),
        ("fr", "Le nombre de juges a baissé de 12 %.", [("count:judges", "change")]),
        ("en", "The total number of people with a boat rose by 12%.", [("count:people", "change")]),
    ],
)
def test_the_metric_of_a_clause(lang, text, found):
    assert metrics(lang, text) == found


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Lantern tops the box office\n\nThe film made $18m. It has now earned $61m.", "box_office"),
        ("Rovers sell winger as transfer window shuts\n\nRovers paid £3m. They had valued him at £5m.", "transfer_fee"),
    ],
)
def test_amounts_go_with_the_theme_of_an_article(text, metric):
    assert {found for found, _ in metrics("en", text)} == {metric}


def test_what_a_film_cost_is_none_of_its_takings():
    text = "Lantern tops the box office\n\nThe film cost $9m. It made $18m."
    assert [found for found, _ in metrics("en", text)] == ["cost", "box_office"]


def test_a_headline_about_other_money_leaves_no_theme():
    text = "Orlin Rovers post a loss of £6m\n\nA poor box office is to blame. The club lost £2m a year ago."
    assert [found for found, _ in metrics("en", text)] == ["net_income", "net_income"]


def test_who_carried_out_a_poll_carries_no_passengers():
    assert ("passengers", "share") not in metrics("en", "A poll carried out for the board suggests 54% think it good.")


def test_none_is_a_margin_of_error_that_does_not_say_so():
    text = "El sondeo tiene un margen de error del 3%. El concejal Juan Dulac solo alcanzó 3,3%."
    assert metrics("es", text) == [("margin_of_error", "share"), ("share", "share")]


def test_a_bare_percentage_is_what_the_article_opens_with():
    text = "Inflation slows to 4.7% in May\n\nPetrol prices rose 2%.\n\nThe bank saw 6.2% by the end of the year."
    assert metrics("en", text) == [("inflation_rate", "level"), ("petrol_price", "change"), ("inflation_rate", "level")]


@pytest.mark.parametrize(
    ("lang", "text", "metric"),
    [
        ("en", "The average household bill is £886.", "bill"),
        ("de", "Brot verteuerte sich um 3 Prozent.", "price"),
        ("pt", "O consumo das famílias cresceu 0,9%.", "spending"),
        ("it", "I consumi delle famiglie sono calati dell'1%.", "spending"),
        ("es", "El consumo eléctrico subió 2%.", "energy_consumption"),
        ("es", "El pan se encareció un 3%.", "price"),
        ("fr", "Le pain renchérit de 3 %.", "price"),
        ("it", "La benzina è rincarata del 3%.", "price"),
        ("pt", "A fruta barateou 2%.", "price"),
        ("en", "The new van gets a 149 horsepower engine.", "power"),
        ("de", "Der Motor leistet 150 PS.", "power"),
        ("en", "Prices in Norway rose 5.8 percent.", "inflation_rate"),
        ("fr", "Les prix en Norvège ont augmenté de 5,8 %.", "inflation_rate"),
        ("de", "Die Preise in Norwegen sind um 5,8 Prozent gestiegen.", "inflation_rate"),
        ("en", "Prices for timber in Norway rose 12 percent.", "price"),
        ("en", "About 80% of the patients admitted to wards in Norway are vaccinated.", "vaccination_rate"),
        ("fr", "Environ 80 % des patients hospitalisés dans le nord sont vaccinés.", "vaccination_rate"),
        ("en", "Some 3,200 posts would go by the end of 2006.", "job_cuts"),
        ("en", "The ship had a crew of 12, and 290 people were on board.", "people_aboard"),
        ("fr", "La masse salariale atteint 52 millions d'euros.", "wage_bill"),
        ("de", "Die Synergien sollen 45 Millionen Euro erreichen.", "synergies"),
        ("de", "Er gewann mit 647 Stimmen Vorsprung.", "vote_margin"),
        ("es", "Las lluvias dejan 40 mil damnificados.", "affected"),
        ("es", "La indemnización será de 20.000 euros.", "compensation"),
        ("en", "The council set aside £3m for repairs.", "fund"),
        ("en", "Another 40 people came down with the fever.", "cases"),
        ("en", "Sales of albums fell 4%.", "units_sold"),
        ("fr", "La Région a débloqué 3 millions d'euros.", "fund"),
        ("fr", "La famille Morlet détient 34 % de la brasserie.", "stake"),
        ("de", "Vor Zinsen und Steuern verdiente die Reederei 41 Millionen Euro.", "operating_profit"),
        ("de", "Im Vergleich zum Vorjahr sind das 3 Millionen Euro mehr Umsatz.", "revenue"),
        ("es", "En el choque, 12 personas resultaron heridas.", "injured"),
        ("es", "Fueron desalojadas 340 personas.", "evacuees"),
        ("it", "Il bilancio è salito a 14.", "deaths"),
        ("it", "La Regione ha stanziato 3 milioni di euro.", "fund"),
        ("pt", "O estado registrou 37 roubos.", "count:robberies"),
        ("pt", "A cidade gastou 3 milhões de euros em ações contra o fogo.", "spending"),
        ("pt", "A polícia deteve 12 pessoas.", "arrests"),
        ("de", "Er nannte 40 Beispiele.", "count:beispiele"),
        ("de", "Der Verein machte 40 Ausflüge.", "count:ausflüge"),
        ("de", "Es waren 40 Länderspiele.", "matches"),
        ("es", "La participación fue del 69,2 %.", "turnout"),
        ("es", "La empresa vendió su participación del 34 %.", "stake"),
        ("it", "Le plusvalenze valgono 17 milioni di euro.", "capital_gain"),
        ("pt", "A cobertura chegou a 90%.", "coverage"),
        # one word for one thing: pupils are no students at a university, a loan is not all that a bank has lent
        ("de", "Im Vorjahr waren es 33.000 Schüler.", "pupils"),
        ("fr", "L'université accueille 12 000 étudiants.", "students"),
        ("es", "El Gobierno envió 900 militares.", "soldiers"),
        ("en", "The factory will create 450 jobs.", "jobs_created"),
        ("en", "The airline secured a loan of $600m.", "loan"),
        ("en", "The bank's loans rose to $600bn.", "loans"),
        ("en", "Insurance claims from the storm will reach $10bn.", "insurance_claims"),
        ("it", "Allo stadio c'erano 11.000 spettatori.", "spectators"),
        ("en", "Dorn won 326 seats, with 37% of the vote.", "vote_share"),
        ("en", "The stadium can hold 40,000 spectators.", "capacity"),
        ("en", "The carmaker sold 18,000 vans, 6% fewer than the year before.", "units_sold"),
        ("en", "The new line will cut journeys by 20 minutes.", "duration"),
        ("de", "Die Werft lieferte 420 Fahrzeuge aus.", "units_sold"),
        ("it", "Il tasso è alto: a marzo i disoccupati erano il 9%.", "unemployment_rate"),
        ("pt", "A multa é de 50 mil reais por dia.", "fine"),
        ("es", "El dólar cerró a 17,2 pesos.", "exchange_rate"),
        ("fr", "Le stade peut accueillir 40 000 spectateurs.", "capacity"),
        ("en", "Spam accounts for 60% of all messages.", "share"),
        ("fr", "Les fourgons ont représenté 12,5 % des livraisons.", "share"),
        ("en", "A survey found that 52% would vote.", "share"),
        ("pt", "A morte de 26 presos foi confirmada.", "deaths"),
        ("es", "El viento destruyó 1.200 casas.", "homes_destroyed"),
        ("en", "Nine people died in the crash, including three children.", "deaths"),
        ("de", "Angeboten wurden 25 Sprachen.", "count:languages"),
        ("fr", "En outre, 40 gendarmes sont mobilisés.", "count:gendarmes"),
        ("en", "Doctors performed 47,000 operations.", "count:operations"),
        ("en", "Robberies rose 11%.", "count:robberies"),
        ("es", "El fondo compró el 40% de la empresa por 120 millones de euros.", "acquisition_price"),
        ("es", "El fondo compró el 40% de la empresa.", "stake"),
        ("pt", "A ponte tem 1,2 km.", "length"),
        ("fr", "Le téléphone sera vendu 899 euros.", "price"),
        ("it", "Il turismo vale il 13% del Pil.", "share"),
        ("en", "The club paid £45m for the midfielder.", "transfer_fee"),
        ("it", "Il club ha acquistato il difensore per 40 milioni di euro.", "transfer_fee"),
        # a word that only ends like another: Scheidung
        ("de", "Die Entscheidung der 40 Schöffen war einstimmig.", "count:jurors"),
        # in the language that names the things, the noun itself
        ("en", "The council bought 40 lorries.", "count:lorries"),
        ("en", "The council bought 40 trucks.", "count:trucks"),
        ("fr", "La ville a acheté 40 camions.", "count:trucks"),
        ("en", "It fined 40 skippers.", "count:skippers"),
    ],
)
def test_everyday_nouns(lang, text, metric):
    assert metrics(lang, text)[-1][0] == metric


BARE_RATIOS = [
    ("en", "The stickiness ratio of the Quayside app was 0.5 in May.", "dau_mau_ratio"),
    ("de", "Das DAU/MAU-Verhältnis der Nordkette AG lag im Mai bei 0,5.", "dau_mau_ratio"),
]


@pytest.mark.parametrize(("lang", "text", "metric"), BARE_RATIOS)
def test_a_bare_figure_with_decimals_may_be_a_ratio(lang, text, metric):
    found = extract(Document("a.txt", "a.txt", text, lang), BOOK)
    assert [(claim.metric, claim.kind, claim.unit, claim.value) for claim in found] == [(metric, "ratio", "ratio", 0.5)]


SOLD = [
    ("en", "Orlinar has sold 3,000 consoles.", "units_sold"),
    ("de", "Orlinar verkaufte 3000 Konsolen.", "units_sold"),
    ("en", "Orlinar has sold three subsidiaries.", "count:subsidiaries"),
]


@pytest.mark.parametrize(("lang", "text", "metric"), SOLD)
def test_goods_by_the_hundred_that_are_sold_are_units(lang, text, metric):
    assert [found for found, *_ in metrics(lang, text)] == [metric]


def test_a_share_that_says_an_amount_again_has_its_metric():
    text = "The budget deficit came to $8.4 billion, or 4.1 percent of gross domestic product."
    assert [found for found, *_ in metrics("en", text)] == ["budget_deficit"] * 2


@pytest.mark.parametrize(
    ("opening", "metric"), [("The market share of Quayside grew.", "market_share"), ("Quayside grew.", "share")]
)
def test_a_plain_share_in_an_article_that_names_a_market_share(opening, metric):
    assert metrics("en", f"{opening} Quayside had a share of 40% in May.") == [(metric, "share")]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Voting intentions move.\n\nAna Ruiz leads by 8 points. Tom Berg lost two points.",
         [("vote_margin", "level", "percent"), ("vote_intention", "change", "percent")]),
        ("es", "La intención de voto se mueve.\n\nLa ventaja bajó de 7,3 a 3,8 puntos. Él ganó dos puntos.",
         [("vote_margin", "level", "percent")] * 2 + [("vote_intention", "change", "percent")]),
        ("fr", "Intentions de vote : nouveau sondage.\n\nAna Ruiz gagne deux points.",
         [("vote_intention", "change", "percent")]),
        ("en", "The approval rating of the mayor is a worry.\n\nThe six-point decline is the sharpest yet.",
         [("approval_rating", "change", "percent")]),
        ("en", "The Orlin index is at a peak.\n\nThe jobless rate rose. The index gained 12 points.",
         [("index_points", "change", "point")]),
    ],
)  # fmt: skip
def test_points_of_a_percentage(lang, text, found):
    claims = [claim for claim in extract(Document("a", "a", text, lang), BOOK) if "%" not in claim.sentence]
    assert [(claim.metric, claim.kind, claim.unit) for claim in claims] == found


@pytest.mark.parametrize(
    ("lang", "text", "metric"),
    [
        ("en", "The navy sent two F-16s.", "count:f-16s"),
        ("it", "L'aeronautica ha inviato due F-16.", "count:f-16"),
        ("es", "La aerolínea encargó cinco A320.", "orders"),
        ("en", "It bought twelve Boeing 737 MAX jets.", "count:boeings"),
    ],
)
def test_models_that_are_counted(lang, text, metric):
    assert [found.lower() for found, _ in metrics(lang, text)] == [metric]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "More than 300 people were killed and 40 others injured when a ferry sank.", ["deaths", "injured"]),
        ("en", "The group, which employs 8,400 people, will close in May with the loss of 640 jobs.",
         ["employees", "job_cuts"]),
        ("en", "The bakery will close two of its nine ovens.", ["count:ovens", "count:ovens"]),
        ("de", "Der Gewinn brach um 40 Prozent auf 45 Millionen Euro ein.", ["net_income", "net_income"]),
        ("es", "La empresa, que emplea a 8.400 personas, recortará 640 empleos.", ["employees", "job_cuts"]),
        ("fr", "Au moins 14 personnes sont mortes et 60 autres ont été blessées.", ["deaths", "injured"]),
    ],
)  # fmt: skip
def test_each_figure_has_its_own_verb_or_noun(lang, text, found):
    assert [metric for metric, _ in metrics(lang, text)] == found
