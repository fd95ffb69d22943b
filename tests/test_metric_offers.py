"""Which of the words of a sentence and of its article a figure takes for its metric."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()


def metrics(lang: str, text: str) -> list[str]:
    return [claim.metric for claim in extract(Document("a", "a", text, lang), BOOK)]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        # the title of what is measured is a name and a metric
        ("en", "The Consumer Price Index rose 2.4% in May.", ["inflation_rate"]),
        ("es", "El PIB de las Actividades Pesqueras tuvo un alza de 2.7 por ciento.", ["growth"]),
        # to raise a figure is no fund-raising; what an offer is worth is what it offers
        ("en", "Orlin raised its bid to $8.4bn.", ["acquisition_price"]),
        ("en", "The offer is worth £49 a share.", ["acquisition_price"]),
        ("en", "Harbour Line's first offer was valued at $2.9 billion.", ["acquisition_price"]),
        ("pt", "A oferta de 12 euros por ação avalia a empresa em 2,1 bilhões de euros.", ["acquisition_price"] * 2),
        ("en", "The company is valued at $3 billion after the round.", ["valuation"]),
        # a share of GDP or of a total belongs to the amount before it
        ("en", "Debt came to $14bn, which is 102% of GDP.", ["debt", "debt"]),
        ("es", "La deuda suma 900 millones de euros, lo que equivale al 12 % del PIB.", ["debt", "debt"]),
        ("pt", "Os gastos somam 90 milhões de euros, o que corresponde a 12% do total.", ["spending", "spending"]),
        # what another figure counts, or is a share of, is none of a percentage's own
        (
            "es",
            "Los tres países tienen el mayor índice de paro: 62 por ciento en Orlin y 42 por ciento en Norwick.",
            ["countries", "unemployment_rate", "unemployment_rate"],
        ),
        ("it", "Le crociere fanno il 48% dei ricavi, i traghetti il 25%.", ["revenue", "revenue"]),
        # a sum stolen happens once, thefts change
        ("en", "There was an 8% increase in theft.", ["thefts"]),
        ("en", "Burglaries (up 2%) were rare.", ["count:burglaries"]),
        ("en", "It rose 42 percent.", ["growth"]),
        # what an amount consists of stands behind it; without it the verb tells
        ("en", "Orlin raised $4m in donations.", ["donations"]),
        ("en", "The town can save $4m in government spending.", ["savings"]),
        ("fr", "Orlin a versé 10 millions en dividendes.", ["dividend"]),
        ("pt", "Orlin pagou 3 milhões de euros em impostos.", ["tax"]),
        ("en", "Orlin generated $40m.", ["revenue"]),
        ("fr", "Orlin a remboursé 40 millions d'euros.", ["payments"]),
        ("de", "Orlin schrieb 40 Millionen Euro ab.", ["write_down"]),
        ("es", "Orlin emitió 40 millones de euros.", ["bond_issue"]),
        ("it", "Orlin ha distribuito 40 milioni di euro.", ["dividend"]),
        ("pt", "O Estado garantiu 40 milhões de euros.", ["guarantee"]),
        # a list of those to whom the same befell, and what befell others
        ("de", "Es wurden 14 Rebellen, sieben Zivilisten, acht Köche und ein Hirte getötet.", ["deaths"] * 3),
        ("de", "Die Leichen von vier Männern, zwei Mädchen und vier Frauen lagen dort.", ["deaths"] * 3),
        ("en", "The blast left three dead and 12 injured.", ["deaths", "injured"]),
        ("en", "The crash killed 40 people. Among them were 12 children.", ["deaths", "deaths"]),
        ("es", "El choque dejó 40 muertos. Entre ellos había 12 niños.", ["deaths", "deaths"]),
        # people who live somewhere; to what a population grows; a figure that a verb turns into another
        ("en", "Some 40,000 people live in the camp.", ["population"]),
        ("fr", "La ville abrite 40 000 personnes.", ["population"]),
        ("en", "The population will grow to 9,000 people.", ["population"]),
        ("en", "The firm has 900 jobs. It will cut 450 this year.", ["jobs", "job_cuts"]),
        # people of whom the sentence says no more are those told of before; a bracket parts nothing
        ("fr", "Cinq personnes ont été arrêtées ; il s'agit de trois Russes et de deux Grecs.", ["arrests"] * 3),
        ("it", "L'ebitda è di 64 milioni (91 milioni nel 2022).", ["ebitda", "ebitda"]),
        (
            "pt",
            "A nota trimestral da firma aponta que o Ebitda (antes de juros, impostos e amortização) ajustado do grupo "
            "foi de R$ 21 bilhões.",
            ["ebitda"],
        ),
        # the end of a move is of the figure in its own unit
        ("en", "It forecast growth of 3.6% for the 30 countries, slipping to 2.9%.", ["growth", "countries", "growth"]),
        # who comes to a rally protests; the longer of two phrases says what befell homes
        ("en", "The rally drew 3,000 people.", ["protesters"]),
        ("fr", "Le rassemblement a réuni 3 000 salariés.", ["protesters"]),
        ("es", "El concierto reunió a 3.000 personas.", ["attendance"]),
        ("en", "Some 300 homes lost power.", ["households_without_power"]),
        ("it", "Il treno è arrivato con 40 minuti di ritardo.", ["delay_duration"]),
        # quakes
        ("fr", "Un séisme de 6,3 a frappé l'île.", ["earthquake_magnitude"]),
        ("it", "Una scossa di 4,8 è stata registrata.", ["earthquake_magnitude"]),
        # a move in points of what is told in percent
        ("fr", "Depuis mai, le taux de chômage est en hausse de 0,3 point.", ["unemployment_rate"]),
        ("en", "The index rose 12 points.", ["index_points"]),
        # what is of many is told of, not how many they are
        ("en", "Revenues of the top 30 harbours rose by 12% to £7bn.", ["revenue", "revenue"]),
        # what a sentence tells of those a share is of; a share of the dead is none of that
        ("en", "Nearly 10 percent of the passengers died.", ["mortality_rate"]),
        ("es", "El frío causa el 70 por ciento de las muertes.", ["deaths"]),
        ("fr", "Un tiers des adultes fument.", ["smoking_rate"]),
        # a verb with a noun of its own acts on that, one behind a hyphen on nothing
        ("en", "The firm, which has 73,000 posts, wants to reduce costs.", ["jobs"]),
        ("en", "The goods-producing firms lost 900 jobs.", ["job_cuts"]),
        # a loss or a growth in percent is that of the figure before it
        ("de", "Das Ebit lag bei 64 Millionen Euro, das war ein Minus von 7 Prozent.", ["operating_profit"] * 2),
        ("pt", "O lucro foi de 24 milhões de reais, o melhor da história, e um crescimento de 3%.", ["net_income"] * 2),
        # how often people do something
        ("fr", "Chaque jour, 40 millions de personnes utilisent l'application.", ["dau"]),
        # who lists names counts no followers of them; who was feared lost is missing
        ("en", "Another 40 people are feared to be missing.", ["missing"]),
    ],
)
def test_the_metric_that_the_words_offer(lang, text, found):
    assert metrics(lang, text) == found


def test_a_rate_that_fell_by_points_fell_by_percentage_points():
    text = "El desempleo bajó 0,3 puntos."
    claim = extract(Document("a", "a", text, "es"), BOOK)[0]
    assert (claim.metric, claim.unit, claim.kind) == ("unemployment_rate", "percent", "change")


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Wall Street ends higher\n\nThe Dow Jones rose 0.4%. Orlin fell 3%.", ["index_points", "share_price"]),
        ("en", "Orlin shares fall\n\nProfit rose 12%. Harbour Line gained 2.1%.", ["net_income", "share_price"]),
        ("de", "Dax schließt fester\n\nDer Dax legte um 1,2 Prozent auf 12.300 Punkte zu.", ["index_points"] * 2),
        (
            "fr",
            "La Bourse de Paris monte\n\nLes bénéfices du CAC 40 ont atteint 64 milliards d'euros, en hausse de 9%.",
            ["net_income", "net_income"],
        ),
        ("it", "Piazza Affari, Ftse Mib a +0,5%\n\nOrlin ha perso il 2%.", ["index_points", "share_price"]),
        ("es", "Paritaria de los mozos\n\nEl gremio reclama un 60 por ciento de aumento.", ["pay_increase"]),
        ("de", "Tarifrunde der Hafenarbeiter\n\nGefordert wird ein Plus von 6 Prozent.", ["pay_increase"]),
    ],
)
def test_what_rises_in_an_article_about_a_stock_exchange_or_wage_talks(lang, text, found):
    assert metrics(lang, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orlin takes over Harbour Line\n\nLee Bank is in with loans of £4m, followed by Quay Bank (£3m).",
         ["loans", "loans"]),
        ("Orlin in takeover talks\n\nA rival had put £9m on the table.", ["acquisition_price"]),
        ("Broadband users\n\nThe network has 4m users.\n\nThe town is old.\n\nIt is far.\n\nIn Italy it rose by 12%.",
         ["users", "users"]),
        ("Deaths on the roads\n\nThere were 90 deaths. In the Ardenne it was 29%.", ["deaths", "share"]),
    ],
)  # fmt: skip
def test_what_the_article_has_spoken_of(text, found):
    assert metrics("en", text) == found
