"""How a figure is put forward: what is planned, expected or offered is no fact yet."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.read.zones import find_zones
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()

AHEAD = [
    # what has been agreed or decided is still to come
    ("en", "The producers agreed to reduce output by 300 barrels.", "300 barrels"),
    ("en", "Harbour Line has struck a deal to build 300 boats.", "300"),
    ("fr", "Orlin s'apprêtait à signer pour l'achat de 114 navires.", "114"),
    ("es", "La empresa decidió construir 300 barcos.", "300"),
    ("it", "Il gruppo ha deciso di vendere 300 navi.", "300"),
    ("pt", "A empresa decidiu construir 300 navios.", "300"),
    ("de", "Die Reederei hat beschlossen, 300 Boote zu bauen.", "300"),
    ("en", "Harbour Line has said it needs to cut 6,000 jobs.", "6,000"),
    # what a colon leads to is what the word before it is of
    ("en", "Harbour Line confirmed its targets for 2025: revenue of $83m.", "$83m"),
    ("de", "Die Reederei bestätigte ihre Ziele für 2025: einen Umsatz von 83 Millionen Euro.", "83"),
    ("it", "La compagnia conferma i target per il 2025: ricavi per 83 milioni di euro.", "83"),
    ("en", "Jurors recommended that Tom Berg serve nine years in prison.", "nine years"),
    ("en", "Its rival Ovalon had offered $40m for the yard.", "$40m"),
    ("de", "Der Rivale Ovalon hatte 40 Millionen Euro geboten.", "40"),
    ("fr", "Le groupe Orlin avait proposé 160 millions d'euros.", "160"),
    ("en", "Harbour Line to shed 3,200 jobs\n\nThe ferry firm Harbour Line spoke on Friday.", "3,200"),
    ("en", "The firm said on Friday that 3,200 posts would go.", "3,200"),
    ("en", "The firm plans to close its yard in Orlin, Ohio, with the loss of 740 jobs.", "740"),
    ("en", "Analysts had been looking for a profit of $150m.", "$150m"),
    ("en", "Of the 13,000 jobs that Harbour Line had promised the town, few have come.", "13,000"),
    ("fr", "Harbour Line va supprimer 640 emplois. En Italie, 410 emplois sont supprimés.", "410"),
    ("de", "Der Umbau wird das Ergebnis mit 19 Millionen Euro belasten.", "19"),
    ("de", "Die Bank teilte mit, dass der Umsatz um 5 Prozent steigen wird.", "5 Prozent"),
    ("fr", "Le groupe investira 40 millions d'euros et embauchera 300 salariés.", "300"),
    ("es", "La empresa abonará 410 millones de euros en efectivo.", "410"),
    ("it", "Il gruppo restituirà 20 milioni di euro agli azionisti.", "20"),
    ("pt", "As vendas devem somar 36 milhões de euros.", "36"),
    ("pt", "A empresa devolverá 20 milhões de euros aos clientes.", "20"),
    # a figure set behind one to come, and an infinitive tied to an earlier one
    ("en", "The household would pay £1,214 in May, a rise of 4%.", "4%"),
    ("en", "The firm would save £65m. About half of that would come from purchasing.", "half"),
    ("de", "Bis Ende 2014 sollen 1200 Stellen wegfallen, davon 740 in Spanien.", "740"),
    ("fr", "Orlin va fermer un four et supprimer 214 emplois.", "214"),
    ("pt", "O grão deve somar 36 milhões de toneladas, uma alta de 12%.", "12%"),
    ("en", "The union feared the cuts could be nearer 1,000 jobs.", "1,000"),
    # what a goal rises to, both figures of a forecast that is cut or of an offer, and what a list goes on with
    ("en", "Harbour Line is hoping to increase online sales from 29% to 40% of revenue.", "40%"),
    ("en", "Forecasts for growth were scaled back to 3.1% from 3.6% this year.", "3.6%"),
    ("en", "The cash part of the offer was raised to $37 from the $35.20 a share offered in May.", "$35.20"),
    ("en", "The office predicts that May will see 12 ferries, 7 tugs and 3 large tugs.", "3"),
    ("fr", "La France sera la plus touchée, avec 390 départs, devant l'Orlande (180).", "180"),
]
FACTS = [
    # what was expected is what the figure is told by; those asked only speak of what is to come
    ("en", "Sales of 300 ships were more than expected.", "300"),
    ("pt", "O lucro da Orlin ficou 37% abaixo das expectativas de analistas.", "37%"),
    ("it", "Le vendite sono salite a 300 navi, un terzo del target.", "un terzo"),
    ("en", "Forty percent said they would buy a boat.", "Forty percent"),
    ("en", "The company has 45 employees and plans to open another yard.", "45"),
    ("en", "The firm is to cut jobs after its annual profits fell by 30%.", "30%"),
    ("en", "The film took $40m against a budget of $25m.", "$25m"),
    ("en", "Sales are forecast to rise from 19 million dollars.", "19 million"),
    ("fr", "Le groupe, qui emploie 6 900 personnes, promet des reclassements.", "6 900"),
    ("fr", "Harbour Line va supprimer 640 emplois. En mars 2011, le groupe a supprimé 410 emplois.", "410"),
    ("de", "Berg, der 12 Schiffe besaß, will sich zurückziehen.", "12"),
    ("fr", "Le fraudeur aurait volé 3 millions d'euros.", "3 millions"),
    # what a part of is to go is there already
    ("es", "Además, 14 de los 96 empleados perderán su puesto.", "96"),
    ("de", "Wegfallen sollen 1200 der weltweit rund 11 800 Arbeitsplätze.", "11 800"),
    ("pt", "O efetivo, que vai de casa em casa, recebeu 2 milhões de reais.", "2 milhões"),
    ("es", "La deuda cerró junio en 1.150 millones de euros y subirá en 2016.", "1.150"),
    # what a forecast is for is there already; what will be said is past
    ("en", "The report forecast growth of 3.6% for the 30 member countries.", "30"),
    ("en", "They will say that more than 2,600 orders were issued.", "2,600"),
]


def hypothetical(lang, text, quote):
    claims = extract(Document("a", "a", text, lang, zones=find_zones(text)), BOOK)
    found = [c for c in claims if quote in c.quote or c.quote in quote]
    assert found, f"no claim {quote!r} in {[c.quote for c in claims]}"
    return found[0].hypothetical


@pytest.mark.parametrize(("lang", "text", "quote"), AHEAD)
def test_what_is_to_come_is_no_fact(lang, text, quote):
    assert hypothetical(lang, text, quote)


@pytest.mark.parametrize(("lang", "text", "quote"), FACTS)
def test_a_word_of_the_future_governs_its_own_figure_only(lang, text, quote):
    assert not hypothetical(lang, text, quote)


def test_a_headline_has_the_stance_of_the_figure_it_restates():
    text = "Orlin supprime 214 postes\n\nLe verrier Orlin va supprimer 214 postes en France."
    claims = extract(Document("a", "a", text, "fr", zones=find_zones(text)), BOOK)
    assert [claim.hypothetical for claim in claims] == [True, True]


def test_a_list_is_planned_where_what_leads_to_it_is():
    text = """The offer of Orlin has three parts:

* savings of $600 million;

* $30 million for repairs. That is more than in 2023.

* and 40 new ships.

Orlin has 12 ships."""
    claims = extract(Document("a", "a", text, "en"), BOOK)
    assert [claim.stance for claim in claims] == ["offer", "offer", "offer", "asserted"]


def test_a_voting_intention_is_no_intention():
    claims = extract(Document("a", "a", "Ana Ruiz tiene una intención de voto de 48,7 por ciento.", "es"), BOOK)
    assert [(claim.metric, claim.stance) for claim in claims] == [("vote_intention", "asserted")]
