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
        ("en", "Harbour Line had 40% of users.", "market_share"),
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
            [("revenue", "change"), ("duration", "level"), ("revenue", "level")],
        ),
        (
            "de",
            "Zwei Drittel der Summe fehlen. Im Mai zahlte Orlin 9 Millionen Euro Miete, ein Drittel des Betrags.",
            [("market_share", "share"), ("rent", "level"), ("rent", "share")],
        ),
        ("fr", "Le groupe va réduire ses effectifs de 900 salariés.", [("job_cuts", "level")]),
        ("en", "The firm will reduce its staff to 900 employees.", [("employees", "level")]),
        ("it", "Il club ha chiuso con una perdita di 13,8 milioni.", [("net_income", "level")]),
        ("it", "Lo vende a 38 mila euro al chilo.", [("price", "level")]),
        (
            "pt",
            "No trimestre, a receita com a linha Orlin – vendida a firmas – cresceu 42%.",
            [("revenue", "change")],
        ),
        ("de", "Orlin wurde bei dem Deal mit 8,2 Milliarden Dollar bewertet.", [("valuation", "level")]),
        ("de", "Gut 78 000 Wahlberechtigte sind aufgerufen.", [("voters", "level")]),
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


@pytest.mark.parametrize(
    ("lang", "text", "metric"),
    [
        ("en", "The average household bill is £886.", "bill"),
        ("en", "Some 3,200 posts would go by the end of 2006.", "job_cuts"),
        ("en", "The ship had a crew of 12, and 290 people were on board.", "people_aboard"),
        ("fr", "La masse salariale atteint 52 millions d'euros.", "wages"),
        ("de", "Die Synergien sollen 45 Millionen Euro erreichen.", "synergies"),
        ("de", "Er gewann mit 647 Stimmen Vorsprung.", "vote_margin"),
        ("es", "Las lluvias dejan 40 mil damnificados.", "affected"),
        ("es", "La indemnización será de 20.000 euros.", "compensation"),
        ("it", "Le plusvalenze valgono 17 milioni di euro.", "capital_gain"),
        ("pt", "A cobertura chegou a 90%.", "coverage"),
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
