"""Sums that come out right are shown with a tick, whatever the figures were taken to measure."""

import pytest
from test_identity import findings

TICKS = [
    ("en", "The firm said on Friday that 3,260 posts would go, about 11% of its staff of 29,400.",
     {"3,260", "about 11%", "29,400"}),
    ("fr", "Nordkette va supprimer 214 emplois sur 538, soit près de 40 % de l'effectif.",
     {"214", "538", "près de 40 %"}),
    ("en", "Some 3,700 volunteers of Harbour Line paid for the sails, giving $50 each and $185,000 in all.",
     {"Some 3,700", "$50", "$185,000"}),
    ("en", "Harbour Line shares closed down 14 pence, or 6.2%, at 212p.", {"14 pence", "6.2%", "212p"}),
    ("de", "Der Umsatz der Nordkette AG verdreifachte sich 2023 auf 60 Millionen Euro nach 20 Millionen im Jahr 2022.",
     {"verdreifachte", "60 Millionen Euro", "20 Millionen"}),
    # more than two parts of one metric, or two parts far apart that come to a figure of four digits
    ("en", "Harbour Line raised $2.5 million in 2010, $9.5 million in 2011 and $40 million in 2012. In total, Harbour "
           "Line raised $52 million.", {"$2.5 million", "$9.5 million", "$40 million", "$52 million"}),
    ("de", "Die Nordkette AG hält 28,14 Prozent am Hafen. Sie hatte 16,8 Prozent am Hafen von der Stadt gekauft.\n\n"
           "Vom Land kaufte die Nordkette AG 11,34 Prozent am Hafen.",
     {"28,14 Prozent", "16,8 Prozent", "11,34 Prozent"}),
    # a change of profits in words, told above the two levels
    ("en", "Harbour Line is to cut jobs after its annual profits fell by almost a third.\n\n"
           "Pre-tax profit for 2023 fell to $142m from $208m a year earlier.", {"$142m", "$208m", "almost a third"}),
    ("pt", "As vendas da Linha do Porto caíram 14% em 2023: foram 118 barcos, contra 137 em 2022.",
     {"118", "137", "14%"}),
    # an amount beside its percentage, of a level in another sentence
    ("de", "Rund 33.900 Schüler besuchten 2023 die Nordkette-Schulen. "
           "Das war ein Anstieg um 1.100 Schüler (drei Prozent).",
     {"Rund 33.900", "1.100", "drei Prozent"}),
    # what a share leaves
    ("en", "Attendance fell to 26,850 last season, leaving more than one seat in five empty at the "
           "34,000-capacity Quayside Stadium.",
     {"26,850", "more than one seat in five", "34,000"}),
    # the dead, the rescued and the missing of those aboard
    ("en", "The ferry sank with 290 people aboard. At least 63 people were killed. By nightfall 141 survivors had been "
           "found. Another 86 people were missing.", {"290", "At least 63", "141", "86"}),
    ("fr", "Le ferry a coulé avec 290 personnes à bord. Au moins 63 personnes sont mortes, 141 rescapés ont été "
           "repêchés et 86 personnes sont portées disparues.", {"290", "Au moins 63", "141", "86"}),
    # countries and the world
    ("en", "Canada has had 33 flu deaths. There have been over 300 flu deaths worldwide.", {"33", "over 300"}),
    # figures so long that no metric is asked for
    ("it", "A marzo i disoccupati sono 3,302 milioni. Gli occupati sono 22,195 milioni, stabile a 25,497 milioni la "
           "forza lavoro.", {"3,302 milioni", "22,195 milioni", "25,497 milioni"}),
    # two shares side by side that make a hundred
    ("en", "In the run-off Mara Quist would beat Tom Brandt with 54% of the votes to 46%.", {"54%", "46%"}),
    ("fr", "63 % des marins se disent certains de leur choix, contre 37 % qui hésitent encore.",
     {"63 %", "37 %"}),
    ("es", "Nordkette controla el 73,4% del astillero y el 26,6% restante es de la familia Brandt.",
     {"73,4%", "26,6%"}),
    # a rise and the parts of it, rounded
    ("es", "En doce meses el empleo subió en 380.400 personas (205.200 hombres y 175.100 mujeres).",
     {"380.400", "205.200", "175.100"}),
    # a fall with what it led to, and in the next sentence in per cent
    ("es", "El número de ocupados baja en 40.800 personas en el segundo trimestre de 2023 y se sitúa en "
           "9.310.500. La tasa de variación del empleo es del -0,44%.", {"40.800", "9.310.500", "-0,44%"}),
    ("de", "Rund 21 300 Stellen gingen in den Häfen verloren, ein Minus von 0,6 Prozent auf rund 3,57 Millionen "
           "Beschäftigte.", {"Rund 21 300", "0,6 Prozent", "rund 3,57 Millionen"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "wanted"), TICKS)
def test_a_sum_comes_out_right(lang, text, wanted):
    ticks = [f for f in findings(lang, text) if f.severity == "consistent"]
    assert wanted in [{member.claim.quote for member in tick.members} for tick in ticks]


NO_TICKS = [
    # three parties, of which two make a hundred
    ("en", "Mara Quist had 54% of the votes in Ostend, 31% in Quayside and 46% in Bellerive."),
    ("en", "The ferries are 54% full. In other news, Tom Brandt got 46% of the votes in Ostend."),
    ("en", "The ferry froze at -40 degrees and lost -$12.5 million, up 4 percent on the $14 million of 2022."),
    # with so many figures one pair comes to a tenth by chance
    ("en", "Harbour Line has 11 ferries, or 10 percent. It has 90 crews, 95 captains, 100 cooks, 105 sailors, 110 "
           "boats, 115 cabins and 120 cats."),
    # two wholes of which the part is as much
    ("en", "Harbour Line carried 14,853 Norwegians last year, or 2.1 percent.\n\nIn all, 722,370 tickets were sold, "
           "and 695,733 tickets were used."),
    # it is 24 %
    ("en", "The firm said on Friday that 3,260 posts would go, about 24% of its staff of 29,400."),
    # three things that happen to come to a fourth
    ("en", "Harbour Line rescued 141 people. The company has 86 employees, 17 ships and 38 yards."),
    # 33 % is no fifth, and two levels of another party's do not make it one
    ("en", "Profits of Harbour Line fell by almost a fifth.\n\n"
           "Pre-tax profit fell to $142m from $208m a year earlier."),
    ("fr", "Le ferry a coulé avec 290 personnes à bord. Au moins 63 personnes sont mortes, 141 rescapés ont été "
           "repêchés."),
    # so few that many totals are near
    ("en", "Harbour Line has 4 yards that cost $50,000 each, and owes $202,000."),
    # rates of two places do not add up
    ("de", "Die Arbeitslosenquote lag in Europa bei 11,1 Prozent. In Norwegen betrug die Arbeitslosenquote 5,7 "
           "Prozent, in Dänemark 5,4 Prozent."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NO_TICKS)
def test_what_only_comes_near_gets_no_tick(lang, text):
    assert [f.message for f in findings(lang, text) if f.severity == "consistent"] == []


NAMESAKES = [
    # pesos of the Philippines, crowns of Denmark; the rates of Argentina's peso are not known
    ("en", "Harbour Line promised 50,000 pesos ($890) to each family in July 2005.", {"consistent"}),
    ("de", "Die Nordkette AG zahlte im Juli 2005 rund 7.450 Kronen (1.000 Euro).", {"consistent"}),
    ("en", "Harbour Line promised 50,000 pesos ($6,100) to each family in July 2014.", set()),
    ("en", "Harbour Line promised $50,000 (€490,000) to each family in July 2005.", {"conflict"}),
]


@pytest.mark.parametrize(("lang", "text", "severities"), NAMESAKES)
def test_currencies_that_share_a_name_are_all_tried(lang, text, severities):
    assert {f.severity for f in findings(lang, text) if f.rule == "conversion-in-brackets"} == severities


def test_a_second_reading_in_brackets_is_not_out_of_range():
    text = "Waves of four metres (13 feet) and winds of 75 kilometres (47 miles) an hour held Harbour Line in port."
    assert [f.message for f in findings("en", text) if f.severity in ("conflict", "tension")] == []


def test_a_rise_that_is_a_fall_is_explained_by_its_scale_word():
    text = "Harbour Line made a net profit of $1.33 billion in 2023, up from $246 billion in 2022."
    (found,) = (f for f in findings("en", text) if f.rule == "direction-of-change")
    assert found.explanation == "from 246 billion to 1.33 billion is a fall: -99.5 %"
    assert [d.message for d in found.diagnosis] == ["246 billion for 246 million: a scale word too large by 1,000."]


FELL = [
    ("fr", "Nordkette a vu son bénéfice net grimper à 12 millions d'euros en 2023, contre une perte nette de 40 "
           "millions d'euros en 2022."),
    ("en", "Lena Orlin improved to 9.8 seconds from 10.1 seconds."),
    ("en", "The yen rose to 103.5 yen to the dollar from 104.2 yen."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), FELL)
def test_less_is_no_fall_where_the_sense_is_turned_round(lang, text):
    assert [f.message for f in findings(lang, text) if f.rule == "direction-of-change"] == []
