"""Whom or what a figure is about: names, their short forms, what is carried, and who only tells of others."""

import pytest

from factcheck.extract.assemble import extract, read_sentences
from factcheck.extract.names.find import find_names
from factcheck.extract.names.persons import persons_of
from factcheck.extract.words.compiled import vocabulary_for
from factcheck.model import Document
from factcheck.period import day
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
CASES = [
    # "the Group" is the firm; initials of what is measured and codes of accounts are no names
    ("it", "Lunavia ha ricavi per 230 milioni di euro. Il Gruppo ha 512 dipendenti. L'Ebitda del Gruppo sale del 3%.",
     ["Lunavia"] * 3),
    ("pt", "A Marval lucrou R$ 230 milhões no 1T19, alta de 3%. A Companhia tem 512 empregados. O EBITDA RCA subiu 3%.",
     ["Marval"] * 4),
    ("es", "El Instituto Marval de Pesca contó 34 barcas. La Nordkette tiene 512 empleados. El Instituto usa 88 redes.",
     ["Instituto Marval de Pesca", "Nordkette", "Instituto Marval de Pesca"]),
    # a number that opens a sentence is no part of the name behind it
    ("en", "Two Harbour Line ships sank.", ["Harbour Line"]),
    # verbs and participles that open a sentence are neither names nor what a figure is about
    ("pt", "Somados, os navios da Nordkette levam 512 passageiros. Faltam 12 dias.", ["Nordkette"] * 2),
    ("it", "Salgono del 3% i ricavi di Lunavia. Mancano 12 giorni.", ["Lunavia"] * 2),
    # what a figure in brackets stands right behind is what it counts, a name or not
    ("en", "Harbour Line hears complaints\n\nIn the harbours the complaints were led by broken winches (2,703), "
     "followed by seasick crews (1,180). Harbour Line has 512 employees.",
     ["broken winches", "seasick crews", "Harbour Line"]),
    # a heading in capitals names nobody
    ("en", "Harbour Line had a storm.\n\nSEARCHING UNDER THE PIERS\n\nAbout 30 ships and 21 planes took part.",
     ["Harbour Line"] * 2),
    # a list of names, each with its figure in brackets behind it, words before the figure or not
    ("fr", "Les marins d'Irène Dulac, la candidate des bacs, hésitent le moins (77 %), avant ceux de "
     "Mme Morvan (75 %) et de Paul Garel (58 %).", ["Irène Dulac", "Morvan", "Paul Garel"]),
    ("en", "Harbour Line had 512 employees. Quay Partners (plus 3 per cent) and Maritima (plus 2 per cent) hired.",
     ["Harbour Line", "Quay Partners", "Maritima"]),
    ("pt", "O estudo mostra Irene Dulac com 55% e Ana Morvan com 45% dos votos.", ["Irene Dulac", "Ana Morvan"]),
    ("es", "El Quay FC debe 45 millones, seguido del Vela Norte, con 41 millones, y del Maritima, con 40 millones.",
     ["Quay FC", "Vela Norte", "Maritima"]),
    # what markets quote has no capital; the figures beside it that are no price are not about it
    ("en", "Sterling slides\n\nThe pound fell 1.3% to $1.21, while the euro was little changed at $1.08.",
     ["pound", "pound", "euro"]),
    ("es", "El Banco del Puerto dejó flotar la moneda. El dólar escaló a 1.230 pesos y el peso se depreció un 10%.",
     ["dólar", "peso"]),
    ("fr", "Le prix du cuivre a bondi de 5 %. La Nordkette emploie 512 salariés.", ["cuivre", "Nordkette"]),
    ("de", "Die Nordkette leidet, weil der Euro stieg. Sie hat 512 Beschäftigte.", ["Nordkette"]),
    ("it", "Il dollaro è salito dell'1,2% e il prezzo del rame è sceso a 60 euro.", ["dollaro", "rame"]),
    ("pt", "O dólar fechou em alta de 1,2%, a R$ 4,05.", ["dólar"] * 2),
    # a relative clause is about the name that it follows
    ("en", "Harbour Line grows\n\nHarbour Line has 512 employees. Quay Partners, which employs 88 people, said so.",
     ["Harbour Line", "Quay Partners"]),
    ("en", "Harbour Line had 512 employees. It carried 12 million passengers.", ["Harbour Line"] * 2),
    ("en", "Harbour Line's revenue rose to $40 million.", ["Harbour Line"]),
    ("en", "Revenue of Harbour Line rose to $40 million, Quay Partners said.", ["Harbour Line"]),
    # "the agency" is the agency that the article names
    ("en", "Quayside Shipping Agency opened in 1974. Harbour Line owes 3 million euros. The agency has 512 employees.",
     ["Harbour Line", "Quayside Shipping Agency"]),
    ("fr", "La Commission des Ports a été créée en 1974. La Nordkette doit 3 millions d'euros. "
     "La commission compte 512 salariés.", ["Nordkette", "Commission des Ports"]),
    # so is a body told of in an apposition
    ("en", "Maritima, the ferry watchdog, was set up in 1974. Harbour Line owes $3 million. "
     "The watchdog has 512 employees.", ["Harbour Line", "Maritima"]),
    # and what a noun before its name says it is
    ("en", "Ferry sinks\n\nThe ferry Nordstern left at noon. Harbour Line has 512 employees. "
     "The ferry carried 88 people.", ["Harbour Line", "Nordstern"]),
    # a country is one thing, whichever word names it; where the article prints no name of it, the language has one
    ("en", "Norwegian exports rose by 3%.", ["Norway"]),
    ("en", "The UK imports herring. British exports fell by 3%.", ["UK"]),
    ("fr", "Les Norvégiens ont acheté 12 000 barques.", ["Norvège"]),
    ("de", "Auf Norwegisch erschienen 512 Bücher.", ["Norwegisch"]),
    # "the town" is the place told of last
    ("es", "El puerto ardió en Nerja. La Nordkette lo lamentó. En la localidad murieron 31 personas.", ["Nerja"]),
    # a headline may be about a place, and never about who only gives the figures
    ("fr", "Recensement. La Bretagne gagne 8 000 habitants\n\nUne progression de 1,2 % par an, selon l'Institut Kerné.",
     ["Bretagne"] * 2),
    # the owner of a product is not the product; what a firm has there is its own
    ("en", "Use of Quaysoft's Skiff Browser has dropped to 88 percent.", ["Skiff Browser"]),
    ("en", "Harbour Line made $2.9bn, while profits at Orlin Ferries slipped 3%.", ["Harbour Line", "Orlin Ferries"]),
    # "the Danish firm" is the one told to be from there
    ("en", "The Dutch group Orlinar will merge with Maritima, a Danish ferry firm. Orlinar owes 3 million euros. "
     "The Danish firm has 512 employees.", ["Orlinar", "Maritima"]),
    # a title is no initial
    ("fr", "Hervé Valmont dirige le port. M. Valmont doit 3 millions d'euros.", ["Hervé Valmont"]),
    # whom a speaker works for is not what is spoken of
    ("en", "Quayside opened in 1974. Maritima analyst Mara Quist said Quayside had lost £8.5m.", ["Quayside"]),
    # a title in quotes: of several capitals, quoted again, or called a film
    ("it", "Incassi, \"Porto di mare\" oltre i 20 milioni\n\n\"Porto di mare\" di Paolo Serra supera i 20 milioni.",
     ["Porto di mare"] * 2),
    ("it", "Debutta il thriller \"Nessuna rotta\" con 1,4 milioni di euro.", ["Nessuna rotta"]),
    # a title of several words is no name
    ("en", "Norway's Prime Minister Ana Ruiz put the damage to Harbour Line at $510m.", ["Harbour Line"]),
    # a price paid is that of what is bought
    ("en", "The group Orlinar has agreed to buy Maritima for 2 billion euros.", ["Maritima"]),
    ("en", "The group Orlinar has agreed to buy Maritima for 2bn euros (£1.4bn; $2.6bn).", ["Maritima"] * 3),
    ("en", "Orlinar paid £18m for Maritima in 2007.", ["Maritima"]),
    # a name stands without the adjective or the office before it
    ("en", "Dutch Orlinar had 512 employees. Orlinar carried 12 million passengers.", ["Orlinar"] * 2),
    ("en", "Quayport-based Orlinar had 512 employees.", ["Orlinar"]),
    ("de", "Der Exklusivpartner von Orlinar meldete 30 Millionen Euro Umsatz. Orlinar hat 512 Mitarbeiter.",
     ["Orlinar"] * 2),
    ("de", "Die ländlichen Gebiete Polens kommen auf 40 Prozent.", ["Polen"]),
    ("de", "Im Mai hatte die Universität Hamburg immerhin 512 Mitarbeiter.", ["Universität Hamburg"]),
    ("fr", "L'UPO de Nantes a 512 membres. L'UPO recrute.", ["UPO"]),
    ("pt", "Impacto de R$ 3,5 bilhões\n\nA Orlinar deve R$ 3 bilhões.", ["Orlinar"] * 2),
    ("de", "Am Freitag sagte Unternehmerin Katrin Seeblick, sie habe 512 Mitarbeiter.", ["Katrin Seeblick"]),
    ("de", "Der Umsatz der Nordkette AG stieg auf 40 Millionen Euro.", ["Nordkette AG"]),
    ("de", "Der Gewinn der Seeblick Bank sank um 5 Prozent.", ["Seeblick Bank"]),
    ("de", "Das Ergebnis der Seeblick-Gruppe fiel auf 2 Millionen Euro.", ["Seeblick-Gruppe"]),
    # who tells of others is not what they tell of, nor is the place a report was written in
    ("en", "Harbour Line grows\n\nAccording to Quay Partners, it had 512 employees.", ["Harbour Line"]),
    ("en", "Harbour Line grows\n\nQUAYPORT, May 2 - It had 512 employees.", ["Harbour Line"]),
    ("en", "Harbour Line grows\n\nThe firm had 512 employees, said its head, Mara Quist.", ["Harbour Line"]),
    # a heading inside the article, and a list of places each with its figure
    ("fr", "Les autobus roulent mieux\n\n7h25 - Orlinar gagne davantage\n\nLe groupe a vu son bénéfice augmenter de "
     "43 %.\n\n7h40 - Maritima perd des clients\n\nLa société compte 512 salariés.", ["Orlinar", "Maritima"]),
    ("en", "Ferries grow\n\nMost ferries sail from Hamburg (5,120), Bremen (883) and Lyon (411).",
     ["Hamburg", "Bremen", "Lyon"]),
    # of two names of one firm each is another's where an article prints both
    ("en", "France Telecom runs Orange. Orange had 512 employees. France Telecom had 88 ships.",
     ["Orange", "France Telecom"]),
    # where no name is the topic, the nouns of the clause
    ("fr", "Les ports publics vont mal\n\nLes hôpitaux publics ont perdu. Les hôpitaux publics sont en déficit. "
     "Les hôpitaux publics ferment. Dans le sud, les hôpitaux publics ont perdu 3 % de leurs lits.",
     ["hôpitaux publics"]),
    # a figure in brackets is of the name in front of them, whatever words stand before it
    ("de", "Bahnen wachsen\n\nHamburg wächst. Auch Bremen (plus 2,2 Prozent) und Lübeck (plus 3,1 Prozent) wuchsen "
     "stärker als Hamburg.", ["Bremen", "Lübeck"]),
    # figures and names in a list, each with its preposition
    ("es", "El puerto de Nerja suma más casos\n\nLe siguen Murcia, con 40 casos, y Almería, con 25.",
     ["Murcia", "Almería"]),
    # a city is its club in an article about clubs, unless something is in it
    ("en", "Real Madrid and Arsenal grow\n\nMadrid increased their revenue to £723m.", ["Real Madrid"]),
    ("en", "Real Madrid and Arsenal meet\n\nUnemployment in Madrid fell to 9%.", ["Madrid"]),
    # where something was sold is not what was sold
    ("en", "Ferry games\n\nQuaysoft's Skiff Run was downloaded 2 million times from the App Store.", ["Skiff Run"]),
    # the words for a firm belong to the name that the rules know
    ("en", "Tesco International Inc owes $3 million.", ["Tesco"]),
    # parts of one name
    ("es", "El Comité Internacional de la Cruz Roja tiene 512 empleados.", ["Comité Internacional de la Cruz Roja"]),
    ("es", "Aumentó Orlinar 3 % sus ventas.", ["Orlinar"]),
    ("en", 'A "Red-Quay processor" sold for $75.', ["Red-Quay processor"]),
    ("pt", "O Rio Grande do Norte tem 512 barcos. RN perdeu 88 barcos.", ["Rio Grande do Norte"] * 2),
    # what strikes a place, and a place where no name comes back
    ("en", "Norrland hit by Typhoon Orlina\n\nOrlina has left 512 people homeless in Norrland.", ["Typhoon Orlina"]),
    # figures in turn, figures each with its place behind it
    ("en", "Harbour Line and Maritima sold 512 and 88 tickets respectively.", ["Harbour Line", "Maritima"]),
    ("es", "La lluvia dejó 512 muertos en Austria y 88 en Noruega.", ["Austria", "Noruega"]),
    # a place without a capital, and a body whose headline is in capitals
    ("en", "Exports of the eurozone grew by 3%.", ["eurozone"]),
    # the main word of an apposition, and a word for a body that is a word for a fee too
    ("en", "Maritima, the hospital operator, was set up in 1974. Harbour Line owes $3 million. "
     "The operator has 512 employees.", ["Harbour Line", "Maritima"]),
    ("en", "Prices rise\n\nFrance saw rain. Shops in France shut. Mara Quist left. Some 512 boats sank.", ["France"]),
]  # fmt: skip


def entities(text, lang, **slots):
    document = Document("a.txt", "a.txt", text, lang, published=day(2024, 5, 2), **slots)
    return [claim.entity for claim in extract(document, BOOK)]


@pytest.mark.parametrize(("lang", "text", "wanted"), CASES, ids=[text[:40] for _, text, _ in CASES])
def test_the_entity_of_each_figure(lang, text, wanted):
    assert entities(text, lang) == wanted


def test_a_surname_is_that_of_a_person():
    text = "Harbour Line is led by Quist.\n\nQuist owes $3 million. The new owner is Ana Quist, of Lee."
    sentences = read_sentences(Document("a.txt", "a.txt", text, "en"), vocabulary_for("en", BOOK))
    find_names(sentences, vocabulary_for("en", BOOK))
    assert persons_of(sentences, vocabulary_for("en", BOOK).given_names) == {"Ana Quist", "Quist"}


def test_a_body_is_shown_in_full_where_the_article_begins_so():
    text = "La Banque centrale européenne (BCE) est à Francfort. La BCE en veut davantage. La BCE compte 512 salariés."
    claims = extract(Document("a.txt", "a.txt", text, "fr", published=day(2024, 5, 2)), BOOK)
    assert [claim.entity_printed for claim in claims] == ["Banque centrale européenne"]


def test_a_body_is_shown_as_the_article_calls_it_all_along():
    text = "La BCE compte 512 salariés. La Banque centrale européenne est à Francfort. La BCE en veut davantage."
    claims = extract(Document("a.txt", "a.txt", text, "fr", published=day(2024, 5, 2)), BOOK)
    assert [(claim.entity, claim.entity_printed) for claim in claims] == [("European Central Bank", "BCE")]


def test_a_title_tells_the_topic_of_a_text_that_prints_no_headline():
    text = "On the coast 76 sailors were hired.\n\nIn May the deal between Orlinar and Quayline was signed."
    assert entities(text, "en", title="Orlinar hires sailors") == ["Orlinar"]
    assert entities(text, "en", title="Quayline hires sailors") == ["Quayline"]


PARTS = [
    ("en", "A fire killed 74 people at Quayport. 51 of the dead were found on board.", "part:the dead"),
    ("es", "El incendio dejó 74 muertos. De los 74 muertos, 51 personas eran de Puerto Claro.", "part:74"),
]


@pytest.mark.parametrize(("lang", "text", "wanted"), PARTS)
def test_a_part_of_a_whole_says_so(lang, text, wanted):
    claims = extract(Document("a.txt", "a.txt", text, lang, published=day(2024, 5, 2)), BOOK)
    part = next(claim for claim in claims if claim.value == 51)
    assert wanted in part.restrictors


def test_an_outlet_is_at_home_where_its_address_says():
    text = "La cooperativa tiene 512 empleados."
    claims = extract(Document("a.txt", "a.txt", text, "es", url="https://diario.example.cr/1"), BOOK)
    assert [claim.region for claim in claims] == ["CR"]


def test_the_weights_of_the_features_are_data():
    from factcheck.extract.subjects.choice import weights

    assert weights()["role_before"] > weights()["role_aside"]
    assert weights()["credited"] < 0
