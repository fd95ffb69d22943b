"""Which figures of whole articles meet as one fact, and which never do: texts in, findings out."""

from __future__ import annotations

import pytest

from factcheck.compare.engine import compare
from factcheck.extract.assemble import extract
from factcheck.model import Document, Finding
from factcheck.period import day
from factcheck.read.zones import find_zones
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
AGAINST = frozenset({"conflict", "tension"})
AGREE = frozenset({"corroboration"})


def findings(lang: str, *texts: str, published: tuple[int, int, int] = (2024, 5, 2)) -> list[Finding]:
    """What is found in articles of one language and day."""
    articles = [
        Document(f"{n}.txt", f"{n}.txt", text, lang, published=day(*published), zones=find_zones(text))
        for n, text in enumerate(texts)
    ]
    return compare([claim for article in articles for claim in extract(article, BOOK)], articles, BOOK)


def opposed(found: list[Finding]) -> set[frozenset[str]]:
    """The figures that stand against each other, as printed."""
    return {
        frozenset(member.claim.quote for member in finding.members) for finding in found if finding.severity in AGAINST
    }


AGAINST_EACH_OTHER = [
    # one number in two units, whatever each was taken for
    ("en", "Harbour Line pumps 13,400 litres (3,540 gallons) of water per minute through its dock, the company said.",
     "Through its dock Harbour Line pumps 13,400 litres of water per second, according to a leaflet.",
     {"13,400 litres"}),
    ("fr", "Nordkette pompe 13 400 litres d'eau par minute dans son bassin, selon la société.",
     "Le bassin de Nordkette avale 13 400 litres d'eau par seconde, affirme un tract.", {"13 400 litres"}),
    # what is denied, and said in other words of the same party
    ("fr", "Seuls 2,4 % des marins venus du Portugal n'ont pas de contrat, et non la moitié.",
     "La moitié des pêcheurs du Portugal qui sont arrivés à Bellerive travaillent sans contrat.",
     {"2,4 %", "La moitié"}),
    ("en", "Mara Quist spends 2.5% of her income on ferries, not 40%.",
     "Mara Quist spends 40% of her income on ferries, a leaflet says.", {"2.5%", "40%"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other", "wanted"), AGAINST_EACH_OTHER)
def test_two_articles_are_set_against_each_other(lang: str, one: str, other: str, wanted: set[str]) -> None:
    assert frozenset(wanted) in opposed(findings(lang, one, other))


CUT_OFF = [
    ("en", "Harbour Line made a net profit of $23.6 million in 2023, the company said.",
     "In 2023 Harbour Line made a net profit of $23.677 million, the company said.",
     {"$23.6 million", "$23.677 million"}),
    ("pt", "A Linha do Porto lucrou R$ 41,2 milhões em 2023, segundo a companhia.",
     "Em 2023 a Linha do Porto lucrou R$ 41,288 milhões, segundo a companhia.",
     {"R$ 41,2 milhões", "R$ 41,288 milhões"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other", "wanted"), CUT_OFF)
def test_a_figure_without_its_last_digits_is_the_same(lang: str, one: str, other: str, wanted: set[str]) -> None:
    found = findings(lang, one, other)
    assert not opposed(found)
    assert frozenset(wanted) in agreed(found)


NOT_AGAINST = [
    ("en", "Harbour Line pumps 13,400 litres of water per minute through its dock.",
     "Harbour Line pumps 13,400 litres of water per minute, or 804,000 litres per hour, through its dock."),
    ("en", "Harbour Line pumps 13,400 litres of water per minute through its dock.",
     "The Quayside mill burns 13,400 litres of oil per hour in winter."),
    ("en", "The ferry of Harbour Line weighs 1,350 tonnes.", "Harbour Line sold 1,350 kilos of fish."),
    ("fr", "Seuls 2,4 % des marins venus du Portugal n'ont pas de contrat, et non la moitié.",
     "La moitié des écoles de Norvège ferment en juillet."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other"), NOT_AGAINST)
def test_two_articles_speak_of_two_things(lang: str, one: str, other: str) -> None:
    assert not opposed(findings(lang, one, other))


COPIES = [
    ("en", "With the last boat counted, the average age of the Quayside fleet was 78, the clerk wrote.",
     "With the last boat counted, the average age of the Quayside fleet was 29, the clerk wrote.", {"78", "29"}),
    ("en", "With the last boat counted, the average age of the Quayside fleet was 78, the clerk wrote.",
     "With the last boat counted, the average age of the Quayside fleet was more than 90, the clerk wrote.",
     {"78", "more than 90"}),
    ("fr", "Après le dernier bateau, la note moyenne de la flotte de Port-Clair était de 78, écrit le greffier.",
     "Après le dernier bateau, la note moyenne de la flotte de Port-Clair était de 29, écrit le greffier.",
     {"78", "29"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "copy", "wanted"), COPIES)
def test_a_bare_number_that_a_copy_alters_is_shown(lang: str, text: str, copy: str, wanted: set[str]) -> None:
    assert opposed(findings(lang, text, copy)) == {frozenset(wanted)}


@pytest.mark.parametrize(
    ("lang", "text", "copy"),
    [
        ("en", "With the last boat counted, the average age of the Quayside fleet was 78, the clerk wrote.",
         "With the last boat counted, the average age of the Quayside fleet was 78, the clerk wrote."),
        ("en", "The clerk of the Quayside fleet will tell the owners of the last boat on 12 May, they wrote.",
         "The clerk of the Quayside fleet will tell the owners of the last boat on 13 May, they wrote."),
        ("de", "Der Hafenmeister schrieb den Eignern der Flotte am 12. Mai 2024 einen langen Brief.",
         "Der Hafenmeister schrieb den Eignern der Flotte am 13. Mai 2024 einen langen Brief."),
    ],
)  # fmt: skip
def test_a_copy_is_no_alarm_for_equal_numbers_and_dates(lang: str, text: str, copy: str) -> None:
    assert opposed(findings(lang, text, copy)) == set()


SLOTS = [
    # a word that belongs to the figure narrows nothing
    ("fr", "Le taux de navires refaits à Port-Clair est inférieur à 50 %.", {"restrictors": ()}),
    # nobody dated the figure, and the month that it is given has only begun
    ("en", "Quayside has 48,000 customers.", {"stance": "asserted"}),
    ("de", "Die Nordkette AG hat 48.000 Kunden.", {"stance": "asserted"}),
]


@pytest.mark.parametrize(("lang", "text", "slots"), SLOTS)
def test_slots_that_would_keep_figures_apart(lang: str, text: str, slots: dict[str, object]) -> None:
    (claim,) = extract(Document("a", "a", text, lang, published=day(2024, 5, 1)), BOOK)
    assert {name: getattr(claim, name) for name in slots} == slots


def agreed(found: list[Finding]) -> set[frozenset[str]]:
    """The figures that are shown to tell one fact, as printed."""
    return {
        frozenset(member.claim.quote for member in finding.members) for finding in found if finding.severity in AGREE
    }


TOLD_TWICE = [
    # a round figure, then the exact one
    ("en", "Harbour Line raised more than half a billion dollars from banks.\n\n"
           "The ferry company got $526 million in all, it said on Wednesday.",
     {"more than half a billion dollars", "$526 million"}),
    ("de", "Die Nordkette AG hat mehr als eine halbe Milliarde Dollar von Banken bekommen.\n\n"
           "Insgesamt nahm die Nordkette AG 526 Millionen Dollar ein, hieß es am Mittwoch.",
     {"mehr als eine halbe Milliarde Dollar", "526 Millionen Dollar"}),
    # clauses that are nearly the same
    ("en", "The number of ferry passengers online in Europe has broken the 100 million mark.\n\n"
           "The total number of ferry passengers in Europe online rose to 100 million last year.",
     {"broken the 100 million", "100 million"}),
    # a figure of four digits, whoever the sentences are about
    ("de", "Die Nordkette AG hält indirekt 11,34 Prozent am Hafen.\n\nDie Quayside AG bestätigte, dass es 11,34 "
           "Prozent am Hafen sind.", {"11,34 Prozent"}),
    # the figure beside it comes again too
    ("fr", "La direction veut embaucher 210 jeunes sur trois ans, a-t-elle dit.\n\n"
           "Il n'y a que 210 embauches sur trois ans, relève le syndicat de Port-Clair.", {"210"}),
    # the headline's figure, whatever its metric was taken for
    ("en", "Harbour Line to shed 3,260 jobs\n\nThe Ostend-based firm said on Friday that 3,260 posts would go.\n",
     {"3,260"}),
    # the round figure of a headline, and the exact one that it stands for
    ("es", "Una crecida en Bravo deja 20.000 damnificados\n\nSegún el último informe, los damnificados por la crecida "
           "en Bravo son 20.450.", {"20.000", "20.450"}),
    # an exact figure on the side that the words before the round one name
    ("en", "A quake at Quayport injured more than 1,100 people.\n\nThe Red Cross put the number of injured at Quayport "
           "at 1,178.", {"more than 1,100", "1,178"}),
    # the same, though the two words for what is counted differ
    ("fr", "Plus de 5 000 cas en un trimestre à Bellerive : la grippe flambe de nouveau.\n\n"
           "Entre le 1er janvier et le 31 mars 2024, l'Institut du port a recensé 5 412 malades à Bellerive.",
     {"Plus de 5 000", "5 412"}),
    # a fall, and a minus
    ("de", "Treibstoffpreise sanken in Emden im Oktober 2023 um 16,8 Prozent.\n\n"
           "Die Treibstoffpreise in Emden wirkten im Oktober 2023 mit minus 16,8 Prozent als Bremse.",
     {"16,8 Prozent", "minus 16,8 Prozent"}),
    # a rough figure, and right beside it in the same sentence the exact one
    ("fr", "Les ports de Norlandie vont mal : en 2022 près de deux tiers (64 %) d'entre eux étaient en "
           "déficit.", {"près de deux tiers", "64 %"}),
    ("en", "In a poll of May 2024 less than a third of Norwegians, or 31 percent, like their ferries.",
     {"less than a third", "31 percent"}),
    # twice more than so many, once to more digits
    ("en", "Over 28,000 people have been affected by the storm in Quayport.\n\nThe Red Cross said over 28,629 people "
           "have been affected in Quayport.", {"Over 28,000", "over 28,629"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "wanted"), TOLD_TWICE)
def test_an_article_says_one_fact_twice(lang: str, text: str, wanted: set[str]) -> None:
    assert frozenset(wanted) in agreed(findings(lang, text))


NOT_TWICE = [
    # two facts of one sentence
    ("en", "While the share of Harbour Line fell 5% since May, that of Quayside grew by 5%."),
    # another year, another forecast
    ("de", "Für das Jahr 2024 rechnet die Nordkette AG mit einem Umsatz von bis zu 1,3 Milliarden Euro.\n\n"
           "2011 hatte die Nordkette AG 1,29 Milliarden Euro umgesetzt."),
    # a word that may mean anything
    ("en", "Harbour Line has millions of passengers.\n\nHarbour Line has carried over 1 million passengers this year."),
    # other things that happen to be as many
    ("en", "Harbour Line has 12 ferries in Ostend.\n\nThe port of Westhaven bought 12 cranes."),
    # two days, again and again
    ("en", "The strike at Quayside lasted two days.\n\nThe port was shut for two days, officials said. The storm went "
     "on for two days."),
    ("fr", "La grève à Bellerive a duré deux jours.\n\nLe port est resté fermé deux jours, selon la mairie. La tempête "
     "a soufflé deux jours."),
    # 19 is no rounding of at least 17
    ("en", "A storm at Quayport killed at least 17 people.\n\nThe storm at Quayport killed 19 people in the end."),
    ("fr", "La tempête a fait au moins 17 morts à Bellerive.\n\nÀ Bellerive, la tempête a finalement fait 19 morts."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NOT_TWICE)
def test_figures_that_are_equal_by_chance(lang: str, text: str) -> None:
    assert agreed(findings(lang, text)) == set()


def test_a_ratio_is_that_of_two_figures_of_one_sentence_whatever_the_smaller_was_taken_for() -> None:
    text = ("In April 2024 Quayside had 60 million users and 120 million monthly active users. The ratio of daily to "
            "monthly active users of Quayside was 0.5 in April 2024.")  # fmt: skip
    found = {f.severity for f in findings("en", text) if f.rule == "ratio-of-terms"}
    assert found == {"consistent"}
    assert not [f for f in findings("en", text.replace("0.5", "0.7")) if f.rule == "ratio-of-terms"]


def test_up_to_hundreds_of_thousands_is_as_vague_as_they_are() -> None:
    offers = "Quayside may pay hundreds of thousands of dollars to Mara Quist and 4,170 others in {}."
    found = findings("en", offers.format("Ostend"), offers.replace("pay h", "pay up to h").format("Ostend"))
    assert opposed(found) == set()


SET_AGAINST = [
    # what is so, and what is not
    ("en", "Harbour Line has had 6.5 million visitors, and Quayside has had 900,000 visitors.\n\n"
           "Update: Quayside says the number of visitors is 1.2 million, not 900,000.", {"900,000", "1.2 million"}),
    ("de", "Die Nordkette AG hatte 900.000 Besucher.\n\n"
           "Korrektur: Die Nordkette AG hatte nicht 900.000, sondern 1,2 Millionen Besucher.",
     {"900.000", "1,2 Millionen"}),
    # another speaker takes the figure up
    ("es", "La crecida del río Bravo dejó 17 muertos, informó el Centro de Emergencia Regional.\n\n"
           "El ministro de Puertos, Tomás Rivas, elevó sin embargo la cifra de víctimas mortales a 19.",
     {"17", "19"}),
    # ... though the first left it open
    ("es", "La crecida del río Bravo dejó al menos 17 muertos, informó el Centro de Emergencia Regional.\n\n"
           "El ministro de Puertos, Tomás Rivas, elevó sin embargo la cifra de víctimas mortales a 19.",
     {"al menos 17", "19"}),
    # another source's own count, in the sentence behind: a bare number is of what the one before it is of
    ("de", "Laut Polizei demonstrierten am Mittwoch in Emden 1800 Menschen. Die Gewerkschaft schätzte die Zahl auf "
           "rund 3000.", {"1800", "rund 3000"}),
    ("es", "Según la policía, 1.800 personas protestaron el miércoles en Bravo. El sindicato de estibadores eleva esa "
           "cifra a 3.000.", {"1.800", "3.000"}),
    # another source's toll needs no such word; who counts the dead is not one of them
    ("pt", "O bombardeio deixou vítimas em Porto Claro. O Exército diz que 6 pessoas morreram. O Observatório Civil "
           "afirma que 14 pessoas morreram.", {"6", "14"}),
    ("en", "A storm hit Quayport on Tuesday. Police said six people had died. The Red Cross said 11 people had died.",
     {"six", "11"}),
    ("es", "Una tormenta azotó Bravo el martes. La policía informó de que los muertos son 31. La Cruz Roja dijo que "
           "los muertos son 40.", {"31", "40"}),
    # the toll of the moment is the toll
    ("it", "Un terremoto ha colpito Porto Chiaro. L'ultimo bilancio della Guardia di Porto vede un totale provvisorio "
           "di 31 vittime. La Croce Rossa parla di 40 morti.", {"31", "40"}),
    # ... nor does the count of a crowd, however far apart the two are; what calls it estimated narrows nothing
    ("en", "The ministry reported 12 dead in Quayport, while rebels spoke of 40 dead.", {"12", "40"}),
    ("en", "Police estimated the crowd in Quayport at 30,000. Organisers said 80,000 people had marched.",
     {"30,000", "80,000"}),
    ("en", "Union officials claimed 90% of staff had walked out in Quayport. Harbour Line said 40% of staff had walked "
           "out.", {"90%", "40%"}),
    ("fr", "Selon la préfecture, 3.000 personnes ont défilé à Bellerive mardi. Les syndicats ont compté 8.000 "
           "manifestants.", {"3.000", "8.000"}),
    ("es", "La manifestación reunió a 3.000 personas en Bravo según la policía y a 8.000 según los organizadores.",
     {"3.000", "8.000"}),
    ("it", "La manifestazione ha riunito 3.000 persone a Porto Chiaro secondo la polizia, 8.000 secondo gli "
           "organizzatori.", {"3.000", "8.000"}),
    ("pt", "A manifestação reuniu 3.000 pessoas em Porto Claro segundo a polícia e 8.000 segundo os organizadores.",
     {"3.000", "8.000"}),
    # a toll in the headline and another below
    ("en", "Blast in Quayport kills 12\n\nA blast at the harbour of Quayport killed 15 people on Tuesday, police said.",
     {"12", "15"}),
    ("de", "Explosion in Emden: 12 Tote\n\nBei einer Explosion im Hafen von Emden sind am Dienstag 15 Menschen "
           "gestorben, teilte die Polizei mit.", {"12", "15"}),
    # a part that exceeds the whole, as another source has it
    ("pt", "O bombardeio deixou vítimas em Porto Claro. A agência do porto afirma que nove civis morreram. O Exército "
           "diz que 6 pessoas morreram.", {"nove", "6"}),
    # two digits changed places between the headline and the text
    ("de", "Orlin siegt in Emden mit 647 Stimmen Vorsprung\n\nKnapp war es. Beide trennen am Ende 467 Stimmen.",
     {"647", "467"}),
    ("it", "Secondo la polizia 1.800 persone hanno manifestato mercoledì a Porto Chiaro. Il sindacato parla di oltre "
           "3.000 manifestanti.", {"1.800", "di oltre 3.000"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "wanted"), SET_AGAINST)
def test_an_article_sets_two_figures_against_each_other(lang: str, text: str, wanted: set[str]) -> None:
    assert frozenset(wanted) in opposed(findings(lang, text))


def test_a_rise_and_a_fall_are_not_one_fact() -> None:
    text = "In August DS sold well (+26 %) in Norway. Fiat did badly: -26 % for Fiat and -60 % for Alfa in Norway."
    assert not [each for each in findings("en", text) if each.severity == "corroboration"]


DISPUTED = [
    ("fr", "Des pirates ont volé plus de 3 millions d'euros aux banques de Port-Clair, a annoncé le procureur.\n\n"
           "La fédération des banques a nuancé les chiffres du parquet. « Il y a eu 261 cas de fraude réelle pour 2 "
           "millions d'euros volés », a dit la fédération.", {"plus de 3 millions d'euros", "2 millions d'euros"}),
    ("es", "Unos ladrones robaron más de 3 millones de euros a los bancos de Bravo, informó el fiscal.\n\n"
           "La federación de bancos cuestionó las cifras del fiscal. «Hubo 261 casos por 2 millones de euros robados», "
           "dijo la federación.", {"más de 3 millones de euros", "2 millones de euros"}),
]  # fmt: skip


def test_one_number_is_not_both_nearly_and_more_than_reached_whoever_tells_it() -> None:
    told = findings("fr", "Le parquet de Port-Clair annonce que des pirates ont volé près de 3 millions d'euros.\n\n"
                    "Quatre hommes sont arrêtés. Pour le procureur, plus de 3 millions d'euros auraient été volés.\n\n"
                    "En tout, ils auraient volé plus de 3 millions d'euros, selon le parquet.")  # fmt: skip
    assert frozenset({"près de 3 millions d'euros", "plus de 3 millions d'euros"}) in opposed(told)


@pytest.mark.parametrize(("lang", "text", "wanted"), DISPUTED)
def test_a_source_that_disputes_what_another_counted_contradicts_it(lang: str, text: str, wanted: set[str]) -> None:
    found = [finding for finding in findings(lang, text) if finding.severity in AGAINST]
    assert [({m.claim.quote for m in finding.members}, finding.severity) for finding in found] == [(wanted, "conflict")]


TWO_ARTICLES = [
    # two digits changed places on the way to the other language's desk; no figure is common, but the names are
    ("Le verrier Nordkette Glas va supprimer 214 emplois à Bellerive. L'usine de Bellerive a 7 fours. Le groupe Quai "
     "Blanc détient 61 % de Nordkette Glas.",
     "Nordkette Glas maintient la suppression de 241 postes à Bellerive. Le chiffre d'affaires de Quai Blanc est de "
     "880 millions d'euros.", {"214", "241"}),
    # the whole of a share, named in one article only
    ("Le taux de bateaux refaits parmi les vieux bateaux est inférieur à 50 % à Bellerive.",
     "80 % des vieux bateaux de Bellerive sont des bateaux refaits.", {"inférieur à 50 %", "80 %"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "other", "wanted"), TWO_ARTICLES)
def test_two_articles_contradict_each_other(text: str, other: str, wanted: set[str]) -> None:
    assert frozenset(wanted) in opposed(findings("fr", text, other))


TWO_DESKS = [
    # the perfect closes the clause: auf 2,4 Prozent gesunken is a level
    ("de", "Die Inflationsrate in Norland ist im April auf 2,4 Prozent gesunken, teilte das Statistikamt mit.",
     "Im April lag die Inflationsrate in Norland bei 4,2 Prozent, wie das Statistikamt mitteilte.",
     {"2,4 Prozent", "4,2 Prozent"}),
    # two names of one rate, and an office that counts for its country
    ("en", "The unemployment rate in Norland rose to 5.1 percent in April, Statistics Norland said.",
     "Norland's jobless rate stood at 5.7 percent in April, according to Statistics Norland.",
     {"5.1 percent", "5.7 percent"}),
    # what is agreed on, told as a fact and as a plan
    ("en", "Kestrel Group has agreed to sell its pump unit to Orlin Engineering for $850 million, the companies said "
     "on Monday.",
     "Orlin Engineering will pay $580 million for Kestrel Group's pump unit under a deal announced on Monday.",
     {"$850 million", "$580 million"}),
    ("de", "Autobauer Veltrin streicht Stellen\n\nDer Autobauer Veltrin streicht in diesem Jahr 3.200 Stellen, wie das "
     "Unternehmen am Dienstag mitteilte.",
     "Stellenabbau bei Veltrin\n\nVeltrin will in diesem Jahr 2.300 Stellen abbauen. Das teilte der Autobauer am "
     "Dienstag mit.", {"3.200", "2.300"}),
    ("es", "La Comisión de Competencia multó a Lunavia con 3 millones de euros por pactar precios, informó el lunes.",
     "Lunavia deberá pagar una multa de 5 millones de euros por pactar precios, según la Comisión de Competencia "
     "informó el lunes.", {"3 millones de euros", "5 millones de euros"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "other", "wanted"), TWO_DESKS)
def test_two_desks_contradict_each_other(lang: str, text: str, other: str, wanted: set[str]) -> None:
    assert frozenset(wanted) in opposed(findings(lang, text, other))


def test_two_attacks_are_no_total_that_fell() -> None:
    first = "In January 2024 rebels attacked the town hall of Quayport with several bombs, killing over 30 people."
    second = "Rebels attacked a checkpoint in Quayport early on 30 April 2024, killing 12 guards, officials said."
    assert opposed(findings("en", first, second)) == set()


def test_what_no_slip_makes_of_the_other_is_another_thing() -> None:
    first = "Police in Quayport counted 4.9 million offences in the year to June, the Port Office said."
    second = "The Port Office registered an increase in homicide offences in Quayport, to 719 in the year to June."
    assert opposed(findings("en", first, second)) == set()


NOT_AGAINST = [
    ("en", "Quayside has had 900,000 visitors.\n\nUpdate: Harbour Line has 40 ferries, not 45."),
    ("en", "Quayside said that it had carried 900,000 passengers. Harbour Line said that it had carried 700,000."),
    ("fr", "Port-Clair a accueilli 900 000 visiteurs, selon la mairie, et Bellerive 700 000, selon le préfet."),
    # a toll that grew, one of another place, one of others
    ("en", "A storm hit Quayport on Tuesday. Police said six people had died. Later the Red Cross put the toll at 11."),
    ("en", "Police said six people had died in Quayport. The Red Cross said 11 people had died in Norwick."),
    ("en", "Police said six people had died in the storm. The Red Cross said another 11 people had died."),
    # ... in another part of the country, another blast, of its own people, of another day
    ("en", "Police said 12 people were killed in the north of the country. The army said 40 people were killed in the "
     "south."),
    ("fr", "La police a annoncé 12 morts dans le nord du pays. L'armée a annoncé 40 morts dans le sud."),
    ("es", "La policía informó de 12 muertos en el norte del país. El ejército informó de 40 muertos en el sur."),
    ("en", "The ministry said 12 people died in the first blast. The army said 20 people died in the second."),
    ("en", "The army said 12 soldiers were killed. The rebels said that 30 of their fighters were killed."),
    ("en", "Police said six people had died. Hospital officials said 20 people had died since Monday."),
    ("en", "Police counted 3,000 marchers in Quayport; the union counted 8,000 marchers in Norwick."),
    # how many more, and how many somewhere else
    ("fr", "Recensement. Bellerive gagne 8 000 habitants par an\n\nLe port attire. Port-Clair reste la première ville "
     "de Bellerive avec 57 800 habitants, dit le recensement."),
    # a headline's total and what it is made of
    ("de", "Sturm fordert 12 Tote\n\nDer Sturm forderte in Emden vier Tote, in Norden acht, teilte die Polizei mit."),
    ("fr", "Tempête : 12 morts\n\nLa tempête a fait quatre morts à Bellerive et huit à Port-Clair, selon la police."),
    ("en", "Harbour Line sold tickets for 115,000 seats.\n\nHarbour Line sold tickets for 43,236 seats in the north, "
     "10,176 seats in the south and 5,481 seats in the west."),
    ("en", "Harbour Line employs 900 people, the company said.\n\nHarbour Line employs 430 people in Quayport, 210 "
     "people in Norwick and 60 people in Leer, the company said."),
    # two digits that happen to be those of a part
    ("en", "Storm kills 71 at Quayport\n\nA storm killed 71 people on Tuesday. Among them were 17 students."),
    # another thing that another source counted
    ("en", "Police said 40 people were arrested at Quayside. The hospital, however, said 60 people were injured."),
    ("de", "Laut Polizei wurden in Emden 40 Menschen festgenommen. Die Klinik zählte dagegen 60 Verletzte."),
    # what a quarter is compared to is no part of it; a change is of the levels to which it fits
    ("en", "Quayside came second with a 13.5% market share after selling 38.6 million boats in its third quarter,"
     " compared to 10.9% market share and 31.4 million boats sold in the year-ago quarter, a 22.9% increase."),
    # each of two firms multiplied its own
    ("en", "Harbour Line more than doubled its presence on the list, from 16 ships to 33, and Quayside more than "
     "tripled its presence from two to seven."),
    # each amount has its percentage
    ("en", "That is $1.7 billion, or 1.3 percent, above the 2023 number - and $29.4 billion, or 29 percent, above the "
     "2019 number."),
    # a number of ratings is no rating
    ("en", "The Harbour Line app has more than 21,000 ratings."),
    ("de", "Die App der Nordkette AG hat mehr als 21.000 Bewertungen."),
    # a year that is not over: two forecasts, though no verb says so
    ("pt", "Para a economista Mara Quist, a inflação fecha 2024 em 6,3%. O mercado, segundo o boletim Foco, "
     "espera 6,22%."),
]  # fmt: skip


@pytest.mark.parametrize("text", [
    "With most of the boats counted , Quayside leads with 51.6 % of the vote",
    "Mara bought 10 tickets , some at the full price of $ 2.00 per ticket ,",
])  # fmt: skip
def test_a_text_without_a_full_stop_is_read_to_its_end(text: str) -> None:
    assert extract(Document("a", "a", text, "en", published=day(2024, 5, 1)), BOOK)


def test_a_time_of_day_without_a_colon_is_no_figure() -> None:
    text = "At 626 PM the storm was 40 miles off Quayside."
    assert [c.quote for c in extract(Document("a", "a", text, "en", published=day(2024, 5, 1)), BOOK)] == ["40 miles"]


@pytest.mark.parametrize(("lang", "text"), NOT_AGAINST)
def test_figures_of_two_things_are_no_rivals(lang: str, text: str) -> None:
    assert opposed(findings(lang, text)) == set()


TWO_TIMES = [
    ("en", "In October 2022 the Quayside app had more than 400 million users. In January 2024 the Quayside app had "
     "more than 400 million users."),
    ("fr", "En octobre 2022, l'application Nordkette comptait plus de 400 millions d'utilisateurs. En janvier 2024, "
     "l'application Nordkette comptait plus de 400 millions d'utilisateurs."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), TWO_TIMES)
def test_a_figure_that_one_article_gives_for_two_times_is_not_one_fact(lang, text):
    assert not [finding for finding in findings(lang, text) if finding.severity in AGREE]


DISASTERS = [
    ("en", "Quake shakes Quayport\n\nThe quake killed 51 people at Quayport on Tuesday.\n\n"
     "A quake killed more than 500 people at Quayport in August 2019."),
    ("es", "Terremoto en Puerto Claro\n\nEl terremoto dejó 51 muertos en Puerto Claro el martes.\n\n"
     "Un terremoto dejó más de 500 muertos en Puerto Claro en agosto de 2019."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), DISASTERS)
def test_the_dead_of_two_disasters_are_no_total_that_fell(lang, text):
    assert not opposed(findings(lang, text))


def test_who_agrees_with_one_side_of_a_disagreement_stands_on_that_side_and_is_shown_to_agree():
    title = "Harbour Line to close Quayport yard; 790 to lose jobs\n\n"
    told = "The Harbour Line yard on Quay Street in Quayport will close by summer, putting 740 people out of work."
    other = (
        "By summer the Harbour Line yard on Quay Street in Quayport will close, the firm said, putting 740 people out "
    )
    found = findings("en", title + told, other + "of work.")
    (against,) = (finding for finding in found if finding.severity in AGAINST)
    assert [(m.claim.quote, m.claim.doc, m.group) for m in against.members] == [
        ("790", "0.txt", 0), ("740", "0.txt", 1), ("740", "1.txt", 1),
    ]  # fmt: skip
    assert frozenset({"740"}) in agreed(found)


BY_HEADS = [
    ("en", "In 2023 Quayside had 31 flu cases per 100,000 residents.",
     "In 2023 Quayside had 31 flu cases per million residents.", AGAINST),
    ("en", "In 2023 Quayside had 31 flu cases per 100,000 residents.",
     "In 2023 Quayside had 310 flu cases per million residents.", AGREE),
    ("de", "2023 gab es in Emden 31 Grippefälle je 100.000 Einwohner.",
     "2023 gab es in Emden 31 Grippefälle je Million Einwohner.", AGAINST),
    ("fr", "En 2023, Bellerive comptait 31 cas de grippe pour 100 000 habitants.",
     "En 2023, Bellerive comptait 310 cas de grippe pour un million d'habitants.", AGREE),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "other", "severities"), BY_HEADS)
def test_rates_by_heads_meet_whatever_the_heads(lang, text, other, severities):
    found = findings(lang, text, other)
    assert found
    assert {finding.severity for finding in found} <= severities


OF_MANY = [
    ("en", "About 25 out of every 100,000 people in Quayside died.", "100000 people"),
    ("fr", "À Bellerive, 25 habitants sur 100 000 sont morts.", "100000"),
    ("de", "In Emden starben 25 von 100.000 Menschen.", "100000 menschen"),
    ("es", "Murieron 25 de cada 100.000 habitantes de Bravo.", "100000 habitantes"),
    ("pt", "Morreram 25 em cada 100 mil habitantes de Porto Claro.", "100000 habitantes"),
]


@pytest.mark.parametrize(("lang", "text", "of"), OF_MANY)
def test_so_many_of_a_hundred_thousand_is_a_rate(lang, text, of):
    (claim,) = extract(Document("a", "a", text, lang, published=day(2024, 5, 1)), BOOK)
    assert (claim.value, claim.kind, claim.unit, claim.of) == (25, "ratio", "ratio", of)
