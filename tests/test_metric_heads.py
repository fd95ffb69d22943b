"""Which of several metrics that a sentence names is that of a figure."""

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
        # the head of a phrase, not what narrows it
        ("en", "Investment in fixed assets was up 21%.", ["investment"]),
        ("de", "Die Preise im Verkehr gaben um 4,0 Prozent nach.", ["price"]),
        # not what stands in an aside
        ("en", "Growth in output - the aim of all those credits and investments - was 11.5%.", ["output"]),
        ("pt", "O Ebitda (lucro antes de juros e impostos) da Orlin foi de R$ 21 bilhões.", ["ebitda"]),
        # what a relative clause is about
        ("en", "Strong take-up of its lines also helped Orlin's profits, which showed a rise of 5%.", ["net_income"]),
        # people who are paid, firms that earn
        ("en", "New figures show that 300 nurses are earning over $140,000.", ["nurses", "salary"]),
        ("en", "Orlin earned $14 million last year.", ["net_income"]),
        # persons of whom something befell a part; those whose killing is told
        ("fr", "Les quatre personnes blessées, dont deux policiers, ont été hospitalisées.", ["injured", "injured"]),
        ("es", "Cinco miembros de una familia (del sur) murieron.", ["deaths"]),
        ("es", "La ONG lamentó el asesinato el lunes de tres de sus médicos.", ["homicides"]),
        # so much a year or a day
        ("en", "The mine produces 190,000 tonnes a year.", ["output"]),
        ("en", "Harland will raise crude production to 3 million barrels per day.", ["oil_production"]),
        # the rate that is told of a share of people
        ("fr", "En 2007, 33% des habitants vivaient sous le seuil de pauvreté.", ["poverty_rate"]),
        # shares in an article that opens with an election poll
        (
            "pt",
            "Ana Prado tem 33% das intenções de voto.\n\nRui Lage é citado por 18% dos eleitores.",
            ["vote_intention", "vote_intention"],
        ),
        # adjectives joined by "and", a code before what is counted
        ("en", "The agency counted 486 cold and wet weather cases.", ["cases"]),
        ("en", "The state sent six UH-60 Black Hawk helicopters.", ["count:helicopters"]),
        ("de", "In der Stadt leben 84.000 Menschen.", ["population"]),
        # a share of those who could work, where they are told to have none
        ("fr", "Les données ont été confirmées à 9,3% de la population active.", ["unemployment_rate"]),
    ],
)
def test_metric_of_several(lang, text, found):
    assert metrics(lang, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Rate betrug im April 11 Prozent.", "losses_stolen"),  # a verb, no fraud
        ("Bei der Prüfung waren zehn Prozent der Arbeiten negativ.", "employees"),  # a noun, nobody works
    ],
)
def test_a_capital_tells_nouns_from_verbs_where_nouns_have_one(text, found):
    assert found not in metrics("de", text)
