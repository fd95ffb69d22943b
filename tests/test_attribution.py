"""Who is credited with a figure."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
LINE = "Harbour Line carries passengers.\n\n"

CREDITED = [
    # the words behind or before what was said
    ("en", "At least 63 people drowned in the storm, the coastguard said on Wednesday.", "63", "coastguard"),
    ("en", "The city has lost 1,400 jobs since May, according to state figures.", "1,400", "state figures"),
    ("en", "The finance ministry estimates that prices rose by 4.4%.", "4.4%", "finance ministry"),
    ("fr", "Selon la police, 90 personnes ont défilé, 300 personnes d'après le syndicat.", "300", "syndicat"),
    ("fr", "Pour le procureur fédéral, 3 millions d'euros ont été volés.", "3 millions", "procureur"),
    ("it", "Una volta venduta, spiegano gli inquirenti, la merce vale 2 milioni.", "2 milioni", "inquirenti"),
    ("de", "Der Umbau kostet laut Bauamt 6 Millionen Euro.", "6 Millionen", "Bauamt"),
    ("pt", "O governo estadual prometeu R$ 45 milhões em crédito.", "45 milhões", "governo"),
    ("es", "La fiscalía cifró en 12 millones de euros el fraude.", "12 millones", "fiscalía"),
    # groups and whom they are of
    ("en", "Analysts at Orlin Research had been looking for a profit of $150m.", "$150m", "Orlin Research"),
    ("en", "Of 22 economists polled by Orlin Press, 14 expect a cut of at least 2%.", "2%", "Orlin Press"),
    ("de", "Analysten von Orlin Bank rechnen mit 25 Millionen Euro.", "25 Millionen", "Orlin Bank"),
    ("de", "Analysten hatten im Schnitt mit einem Umsatz von 325 Millionen Euro gerechnet.", "325", "Analysten"),
    # who binds himself, demands or rates
    ("en", "Orlin Ferries promised 50,000 pesos to each family.", "50,000", "Orlin Ferries"),
    ("en", "Two clubs have asked about the winger, valued by Orlin Rovers at £3m.", "£3m", "Orlin Rovers"),
    ("pt", "O valor é menor do que os R$ 120 milhões pedidos pela Orlinsul.", "120 milhões", "Orlinsul"),
    # who refers to whom
    ("en", LINE + "The Lisbon-based group said on Friday that 300 posts would go.", "300", "Harbour Line"),
    ("de", "Orlin AG wächst.\n\nDer Umsatz stieg um 5 Prozent, wie die Firma mitteilte.", "5 Prozent", "Orlin AG"),
    ("en", 'Ana Ruiz, 54, told reporters: "We lost £60m."', "£60m", "Ana Ruiz"),
    ("en", 'Chairman Tom Berg described the position as grave.\n\n"We pay 31 players," he said.', "31", "Tom Berg"),
    ("en", "Chief executive Ana Ruiz left early. The chief executive said 40 ships were idle.", "40", "Ana Ruiz"),
    ("it", "Il presidente Aldo Berti tace. Ho speso 90 euro, ha detto il presidente.", "90", "Aldo Berti"),
    ("en", "Orlin Aid, which has been collecting names, said 340 people were aboard.", "340", "Orlin Aid"),
    ("en", "Orlin Bank, the Lisbon-based lender, said 250 branches would close.", "250", "Orlin Bank"),
    ("en", "Orlin Bank declined to name names, but said Harbour Line had lost 20 ships.", "20 ships", "Orlin Bank"),
    ("en", "Enough, said Tim Marsh of the chain Ovalon, who reckons that 30 shops will do.", "30", "Tim Marsh"),
    ("en", "Thirty people were hurt, said Orlin City's health officer, Ana Ruiz.", "Thirty", "Ana Ruiz"),
    # a quotation has one speaker
    ("fr", "« On a vu 261 cas. La perte est de 700 000 euros », explique Ana Ruiz.", "261", "Ana Ruiz"),
    ("fr", "« On a vu 261 cas. La perte est de 700 000 euros », explique Ana Ruiz.", "700 000", "Ana Ruiz"),
    ("en", '"We wanted 10%," said Ana Ruiz. "Now 15% is possible."', "15%", "Ana Ruiz"),
    # a body and its initials
    ("fr", "L'Institut de veille des mers (InVM) a recensé 412 cas.", "412", "Institut de veille des mers"),
]  # fmt: skip

NOT_CREDITED = [
    ("en", "Only 38 survivors were admitted by two hospitals.", "38", "survivors"),
    ("de", "Die Stilllegung des Ofens werde das Ergebnis mit 19 Millionen Euro belasten.", "19", "Stilllegung"),
    ("en", "According to figures released in May, 38 ships were lost.", "38", "figures released"),
    ("pt", "O Sul responde por um quarto das vendas, 20 milhões de euros.", "20 milhões", "Sul"),
]


def source(lang, text, quote):
    claims = extract(Document("a", "a", text, lang), BOOK)
    found = [c for c in claims if quote in c.quote or c.quote in quote]
    assert found, f"no claim {quote!r} in {[c.quote for c in claims]}"
    return found[0].source


@pytest.mark.parametrize(("lang", "text", "quote", "credited"), CREDITED)
def test_the_source_of_a_figure(lang, text, quote, credited):
    assert source(lang, text, quote) == credited


@pytest.mark.parametrize(("lang", "text", "quote", "other"), NOT_CREDITED)
def test_who_stands_near_is_not_the_source(lang, text, quote, other):
    assert source(lang, text, quote) != other


def test_a_speaker_of_common_words_is_found_for_verbs_and_phrases_alike():
    assert source("en", "The toll has reached 20, the oldest inhabitants said.", "20") == "the oldest inhabitants"
