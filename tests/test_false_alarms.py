"""Figures that a careful reader would never hold against each other: whole articles in, no conflict or tension out."""

from __future__ import annotations

import pytest

from factcheck.compare.engine import compare
from factcheck.extract.assemble import extract
from factcheck.model import Document, Finding
from factcheck.period import Period, day
from factcheck.read.zones import find_zones
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
AGAINST = frozenset({"conflict", "tension"})


def findings(lang: str, *articles: tuple[Period, str]) -> list[Finding]:
    """What is found between articles of one language, each with its day."""
    read = [
        Document(f"{n}.txt", f"{n}.txt", text, lang, published=published, zones=find_zones(text))
        for n, (published, text) in enumerate(articles)
    ]
    return compare([claim for article in read for claim in extract(article, BOOK)], read, BOOK)


def alarms(lang: str, *texts: str, published: tuple[int, int, int] = (2024, 5, 2)) -> list[Finding]:
    """The conflicts and tensions in articles of one language and day."""
    found = findings(lang, *((day(*published), text) for text in texts))
    return [finding for finding in found if finding.severity in AGAINST]


CONVERSIONS = [
    "Norway and Sweden share a border of 1,954 miles (3,142km).",
    "Harbour Line invested 33.2 billion yuan ($4.6 billion; 4.3 billion euros; 3.7 billion) in the Quayport yard in "
    "April 2024.",
    "In 2011 Harbour Line received a loan of $10 billion (9.3 billion euros) from the town of Quayport.",
    "The reserves of Harbour Line fell by $69.1 billion (64.4 billion euros; 54.9 billion pounds) to $3.05 trillion "
    "in April 2024, or 2.2 percent.",
]  # fmt: skip


@pytest.mark.parametrize("text", CONVERSIONS)
def test_amounts_in_brackets_without_a_currency_or_at_the_rate_of_the_day(text: str) -> None:
    assert not alarms("en", text)


def test_an_amount_in_brackets_of_an_undated_article_that_a_later_day_explains() -> None:
    text = "In 2011 Harbour Line paid its chairman 830,000 euros ($900,000) for his work."
    read = [Document("1.txt", "1.txt", text, "en", zones=find_zones(text))]
    found = compare([claim for each in read for claim in extract(each, BOOK)], read, BOOK)
    assert [finding.severity for finding in found if finding.rule == "conversion-in-brackets"] == ["consistent"]


def test_an_amount_in_brackets_that_no_day_explains() -> None:
    text = "In 2011 Harbour Line received a loan of $10 billion (8.2 million euros) from the town of Quayport."
    assert [finding.rule for finding in alarms("en", text)] == ["conversion-in-brackets"]


MANY_OF_A_KIND = [
    ("en", "Storm reaches Norway\n\nNorway was hit by 160 kilometres per hour winds and gusts of up to 195 kph.\n\n"
     "The storm is moving north.\n\nOn Thursday the storm was weaker but still had 135 kph winds with gusts "
     "reaching 185 kph in Norway, according to the Harbour Research Centre."),
    ("en", "Quake of magnitude 6 with its epicentre at Quayport\n\n10:45 pm - A tremor of magnitude 4.1 with its "
     "epicentre at Quayport was felt in the whole county."),
    ("it", "Terremoto di magnitudo 6 con epicentro a Porto Chiaro\n\nOre 22:45 - È stata registrata una scossa di "
     "magnitudo 4.1 con epicentro a Porto Chiaro."),
    ("en", "Ana Orlin bettered the Norwegian record in the 100 metres butterfly.\n\nAna Orlin beat Bo Norwick after "
     "setting a world record in the 50 metres butterfly."),
    ("en", "Orlin celebrates 65 years at sea\n\nAna Orlin gave a party.\n\nAna Orlin said 56 years had gone by since "
     "the last visit."),
    ("en", "On 12 April 2024 the bridge at Quayport was closed for two days. The bridge at Quayport was closed on "
     "27 April 2024 for the first time in its 48-year history."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), MANY_OF_A_KIND)
def test_metrics_of_which_one_story_has_many(lang: str, text: str) -> None:
    assert not alarms(lang, text)


TWO_THINGS = [
    ("en", "In the latest survey of the Harbour Research Centre, 65% of Norwegians called bribes unacceptable. But "
     "many say they are endemic: 45% believe that nobody can stop them, said Ana Orlin."),
    ("es", "Unos 62 muertos tras un sismo en Puerto Claro\n\nUnas 62 personas murieron hoy por un sismo en "
     "Puerto Claro.\n\nEl sismo se sintió en todo el país.\n\nEn la localidad murieron 31 personas."),
    ("en", "Inflation in Norway could top the 2 percent target of the bank. It was below 2 percent for years.\n\n"
     "“Inflation in Norway may run above 2 percent for some time,” Ana Orlin said."),
    ("en", "The number of teachers of Harbour Line rose to 422.\n\nMost teachers of Harbour Line work in Quayport "
     "(242 of 422)."),
    ("en", "Harbour Line is buying rival Corvo Mobile.\n\nIn December 2023, Corvo Mobile reported a base of 34 million "
     "customers, Harbour Line had 95 million, and Pebble reported 94 million."),
    ("en", "The Orlin Institute says that its method has spread to 183 countries. According to the Harbour "
     "Research Centre, 103 member states of the union have given their approval to the teaching of it."),
    ("en", "A winter storm moves through Norway. At least 3,431 Norwegian flights have been cancelled and at least 732 "
     "have been delayed. Yesterday, close to 500 flights were cancelled and 2,330 were delayed."),
    ("en", "The judge heard Bo Norwick on Monday.\n\n“You believe that as of today the Quayside mill is worth $1.5 "
     "billion?” the lawyer asked.\n\n“I think between a billion and $1.2 billion,” Norwick responded."),
    ("en", "Norway's food exports were worth 131 billion euros. That is 1.7 billion euros, or 1.3 percent, above the "
     "2015 number - and 29.4 billion euros, or 29 percent, above the 2011 number."),
    ("en", "Ana Orlin said that 45% of the Japanese people whom Pebble questioned use their camera at least once a "
     "month. In 2003 the figure was 29%. In 2003 a mere 6% of those in Britain did so, according to Bo Norwick. "
     "Now the figure is 14%."),
    ("de", "Die Zahl der Übernachtungen von ausländischen Gästen stieg um fünf Prozent auf 38,6 Millionen. Die meisten "
     "kamen aus dem Inland: Die Zahl der Übernachtungen von Inlandsgästen stieg allerdings nur um vier Prozent auf "
     "175,4 Millionen."),
    ("en", "The number of foreign visitors rose to 38.6 million. However, the number of Norwegian visitors fell to "
     "175.4 million."),
    ("it", "I decessi in Norvegia sono stati 640mila, circa 20mila in meno dell'anno precedente (-3,1%)."),
    ("en", "Deaths in Norway came to 640,000, about 20,000 fewer than a year earlier (-3.1%)."),
    ("fr", "Norvège: plus de 40.000 morts et 800.000 cas confirmés\n\nLa Norvège a franchi jeudi le seuil des 40.000 "
     "morts et des 800.000 cas confirmés. \n\nLa région de Bergen, où le "
     "premier cas est apparu, a franchi elle aussi un seuil jeudi, avec 10.145 morts, pour 162.520 cas confirmés."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), TWO_THINGS)
def test_figures_of_two_things(lang: str, text: str) -> None:
    assert not alarms(lang, text)


def test_the_two_sides_of_one_vote_in_two_articles() -> None:
    one = "The government of Norway won a motion of confidence in parliament on Wednesday night by 57 votes to 52."
    other = "The motion of confidence in the government of Norway was passed by 57 votes to 52, with 44 abstentions."
    assert not alarms("en", one, other)


def test_what_is_so_and_what_is_not_are_of_one_order() -> None:
    one = (
        "Quayport council: The reduction of the seats of Quayport council from 108 to 90 means that each ward "
        "returns five members, not six seats as before."
    )
    other = "In 2023 the Dockers lost a seat of Quayport council and have six seats now; Quayport council has 90 seats."
    assert not alarms("en", one, other)


SUMS = [
    "Norway's trade with Sweden totalled $40.4 billion last year, a 10.1 percent drop, and trade with Denmark stood at "
    "$139.2 billion, down 2.8 percent.",
    "In 2023, ships were 26 percent of Norway's exports (about $600 billion) and 21 percent of Sweden's (about $81 "
    "billion). Engines were 16 percent of Norway's ($364 billion) and 16 percent of Sweden's ($59 billion).",
    "Quayside ended 2023 with 319 million monthly active users, a gain of four percent from a year ago and only two "
    "million more than the prior quarter.",
    "Only 2% of Norwegian municipalities (111) had half of the cases and 10% of municipalities (557) had 76.5% of all "
    "deaths.",
    "Mr Orlin's party won 33 of parliament's 150 seats, down from 41 at the last vote in 2020.",
    "In Europe, visas range from 60 euros ($65) in Germany to 230 euros in Great Britain.",
    "The team has won one of its last six games and must play seven games including one in Norway.",
    "A group of investors lowered their stake in Harbour Line to 260,500 shares, or 6.4 percent of the total, from "
    "370,500 shares, or 9.2 percent.",
    "Ana Orlin unseated Bo Norwick with a 6.7 percent swing, 13,748 votes to 11,601 votes.",
    "The results of Harbour Line for 2023 show total sales were 920.8m euros, down from 967.2m euros in 2022, which "
    "Corvo blamed on market slowdowns in Hong Kong and Saudi Arabia.",
]  # fmt: skip


@pytest.mark.parametrize("text", SUMS)
def test_sums_that_no_sentence_invites(text: str) -> None:
    assert not alarms("en", text)


RUNNING = [
    "From January 1 to March 9 this year, at least 521 people drowned off Norway. On Friday about 250 people drowned "
    "off Norway after two boats sank.",
    "Bo Norwick handed over more than 700,000 signatures on Tuesday last week. They had been collected against many "
    "banks.\n\nA petition against Harbour Line alone had 300,000 signatures by Monday.",
    "Norwegian athletes packed a load of 12 medals on the ninth day of the Quayport Games.\n\nNorway's two bronze "
    "medals on Wednesday were won by Ana Orlin.",
    "Quayport car bomb kills at least 48\n\nThe bomb went off at a market.\n\nOn Wednesday, an attack in the north of "
    "Quayport left 18 dead, medics said.",
]  # fmt: skip


@pytest.mark.parametrize("text", RUNNING)
def test_totals_whose_order_is_a_guess(text: str) -> None:
    assert not alarms("en", text)


MISREAD = [
    "Progress in Norway was slowed by heavy rain but units were only 100 metres from the Iron Bridge.",
    "Two tons of snow had come down the 2,400m (7,800ft) mountain of Norway.",
    "A tremor of magnitude 5.9 destroyed 1,200 houses in Norway and left another 21,000 damaged.",
    "Since 2011, Ana Orlin has taken photos of around 1,000 species of birds in dozens of countries.",
    "In all 10 countries, 44 percent of people between the ages of 418 and 629 were against a ban.",
    "In May 2024 Norway's high-speed rail network totalled 121,000 km.",
    "In 2015 Ana Orlin was charged with embezzling 5.775 trillion rupiah from the funds of Harbour Line.",
    "Orlin Cars wants to double the number of cars it sold in China to more than 10 million. Quayside, the world's "
    "largest maker of doors, said on Thursday that Orlin Cars had sold 5.6 million cars.",
    "Harbour Line can be reached by telephone: +44 (0)7946 001812.",
]  # fmt: skip


@pytest.mark.parametrize("text", MISREAD)
def test_slots_that_were_misread(text: str) -> None:
    assert not alarms("en", text)


def dated(lang: str, *articles: str) -> list[Finding]:
    """The conflicts and tensions in articles that each begin with their day."""
    parted = (article.partition(": ") for article in articles)
    found = findings(lang, *((day(*map(int, published.split("-"))), text) for published, _, text in parted))
    return [finding for finding in found if finding.severity in AGAINST]


TWO_ARTICLES = [
    # a denial meets what it denies, not every like number
    ("en", "2024-03-05: Essayist speaks in Norway\n\n“A country does not bury over a million people and fight three "
     "and a "
     "half wars without grief,” said the writer Imran Orlin.",
     "2024-03-06: Norway counts its migrants\n\nOver the years, millions of people have moved to Norway."),
    ("es", "2024-04-24: Discurso de Lobera\n\nLe he dicho que el 4 por ciento de 10 millones son 400.000, no un "
     "millón.",
     "2024-04-26: Discurso de Garrán\n\nSe está pidiendo a Noruega, comparado con las cifras de millones y millones de "
     "refugiados en el mundo, que acoja a menos de 6.000 refugiados."),
    # a total that grows until the year is over
    ("en", "2024-02-06: Swedes lead the table\n\nSweden has won 13 bronze medals at the 2024 Winter Games of "
     "Quayport, two "
     "days before their end.",
     "2024-02-08: Swedes go home\n\nSweden has won 15 bronze medals at the 2024 Winter Games of Quayport, which ended "
     "on "
     "Thursday."),
    # the dead of a war, and of one strike
    ("en", "2024-03-14: Rebels leave Norway\n\nThe talks began in January. The Orlin Observatory says the conflict has "
     "killed some 465,000 people in Norway since its beginning.",
     "2024-03-21: Airstrikes reviewed\n\nThe army is looking into a March 16 airstrike near a mosque in Norway that is "
     "said to have killed dozens."),
    # two votes
    ("en", "2024-03-10: Bill moves closer\n\nMembers of Norway's lower house threw out a clause on the status of "
     "Swedes "
     "resident in Norway by 335 votes to 287.",
     "2024-03-14: Parliament clears the way\n\nMembers of Norway's upper house agreed to drop the clause on the "
     "status of "
     "Swedes resident in Norway by 274 votes to 135."),
    ("en", "2024-02-06: Games near their end\n\nTwo days before the Winter Games of Quayport end, Sweden has 23 gold, "
     "20 silver and 13 bronze medals at the 2024 Winter Games of Quayport.",
     "2024-02-08: Games end\n\nSweden has completed the 2024 Winter Games of Quayport with 29 gold, 27 silver and 15 "
     "bronze medals."),
    # "not two, but three" is said for its sound, of other things
    ("en", "2024-02-09: Captain looks up\n\nWith Harbour Line building not one, not two, but three new vehicles, there "
     "is much to see, said Ana Orlin of Harbour Line.",
     "2024-02-12: Vehicles leave\n\nOn board of the new vehicle of Harbour Line were two Swedes and three Danes."),
    ("en", "2024-02-09: Crime in Quayport\n\nPolice in Quayport recorded 4,000 gun crimes in 2023.",
     "2024-02-12: Fewer blades\n\nThere were 4,700 knife crimes in Quayport in 2023, according to the police, who want "
     "new laws."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "one", "other"), TWO_ARTICLES)
def test_articles_that_tell_of_two_things(lang: str, one: str, other: str) -> None:
    assert not dated(lang, one, other)


OTHER_LAWS = [
    ("en", "Rich families of Norway own 2.3 overseas homes each on average, and 12.5 percent of them own at least four "
     "each, according to the Orlin Institute."),
    ("en", "What happened: A gunman attacked a hotel in Norway, killing 38 people.\n\nWhat happened: Bombs at an "
     "airport "
     "killed 32 people from around the world.\n\nWhat happened: Explosions in Sweden killed eight people."),
    ("en", "Despite its building firms (an industry that represents some 10 percent of Norway's GDP), only two "
     "Norwegian "
     "companies are among the 700 said to be interested in the wall."),
    ("en", "The drugs approved from 2002 to 2014 gave patients only 2.1 more months of life."),
    ("en", "Glitch causes 80 false flood alerts around Quayport\n\nThe county council said that over 80 flood alerts "
     "issued for the Quayport area are due to a computer error."),
    ("en", "Orlin Corp bought the Silver Nugget casino of Quayport. The deal included 140 million dollars in cash and "
     "stock."),
    ("en", "According to a Datapoint/Pebble poll, 57% said they liked the address of Norway's president, with seven "
     "out of "
     "10 saying they believed his plans were right."),
    ("de", "Deren Zahl hat in Norwegen abgenommen, und zwar um 1,4 Millionen. Aber die Zahl der Teilzeitstellen in "
     "Norwegen hat zugenommen, und zwar um 1,6 Millionen."),
    # amounts for two measures, places of a ranking, cases that are supposed, items of a list
    ("en", "Auditors put the price of the Norwegian fence at US$6.5 million per mile (3.8 million euros per "
     "kilometre)."),
    ("en", "Norway's place among countries with a strong internet industry has moved up to 25 in 2023 from 36 in "
     "2019."),
    ("de", "Norwegens Platz unter den Ländern mit starker Industrie ist von 36 im Jahr 2019 auf 25 gestiegen."),
    ("en", "If the shift was made in full, Norway would need 8,834 hospital beds by 2030, the institute said. If only "
     "a quarter was made, Norway would need 16,174 hospital beds by 2030, the institute said."),
    ("fr", "Si le projet est mené à bien, la Norvège aura besoin de 8 834 lits d'hôpital en 2030. Si rien n'est fait, "
     "la Norvège aura besoin de 16 174 lits d'hôpital en 2030."),
    ("de", "Die besten Angebote\n\n- Orlin Speicherstift mit 64 Gigabyte für 16 Euro\n\n- Orlin Speicherstift mit 128 "
     "Gigabyte für 29 Euro"),
    ("es", "No es lo mismo un país con un 20 por ciento de paro que un país con un 6 por ciento de paro, dijo la "
     "ministra Lobera."),
    ("es", "Hay países de Europa que hace unos años tenían una tasa de desempleo del 9 por ciento y ahora tienen una "
     "tasa de desempleo del 14 por ciento."),
    ("en", "“The Heron Queen” opens on Friday with the old 1991 score by Ana Orlin."),
    # a loss and a gain, two groups of age, two sorts of clubs, the swing of a vote
    ("en", "The papers showed Harbour Line earned $150 million in 2005.\n\nThe papers showed Harbour Line paid little "
     "tax in 2005 after writing off $100 million in losses."),
    ("de", "Die Papiere zeigen: Harbour Line machte 2005 einen Gewinn von 150 Millionen Euro.\n\nDie Papiere zeigen: "
     "Harbour Line machte 2005 im Ausland einen Verlust von 100 Millionen Euro."),
    ("en", "Flu shot works, study finds\n\nThe vaccine was found to be 48 percent effective in preventing flu-related "
     "medical visits for all ages, according to the report.\n\nThe vaccine was found to be 53 percent effective in "
     "preventing flu-related medical visits for the young children and 58 percent effective for the older adults."),
    ("en", "The number of hate groups of rowers in Norway also grew, to 193 last year from 180 in 2022, according to "
     "the Orlin Centre. Moving in the other direction, however, the number of hate groups of fishermen declined 37.5 "
     "percent to 623 last year from 998 in 2022, Ana Orlin said."),
    ("en", "Bo Norwick unseated Ana Orlin with a 6.7 percent swing, 13,748 votes to 11,601."),
    # the young are some of all; what narrows a metric by a word of its name
    ("en", "The unemployment rate of Norway was 19.7% in 2023.\n\nThe youth unemployment rate of Norway was 44% in "
     "2023."),
    ("de", "Die Arbeitslosenquote in Norwegen lag 2023 bei 3,2 Prozent.\n\nDie Jugendarbeitslosigkeit in Norwegen "
     "lag 2023 bei 14,1 Prozent."),
    ("fr", "En 2023, le taux de chômage en Norvège était de 3,2 %.\n\nEn 2023, le taux de chômage des jeunes en "
     "Norvège était de 14,1 %."),
    ("pt", "A taxa de desemprego na Noruega foi de 3,2% em 2023.\n\nA taxa de desemprego jovem na Noruega foi de 14,1% "
     "em 2023."),
    ("en", "Existing home sales in Norway came to 320,000 in 2023.\n\nNew home sales in Norway came to 271,000 in "
     "2023."),
    # a change of another month than the levels
    ("es", "Así, la baja de las exportaciones en marzo es la tercera mayor, debajo del 14 por ciento en julio y 21.7 "
     "por ciento en octubre de 2023, y superó a la contracción de 3.1 por ciento en enero de este año."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), OTHER_LAWS)
def test_laws_that_do_not_apply(lang: str, text: str) -> None:
    assert not alarms(lang, text)


WHOLES_AND_CHANGES = [
    ("en", "The ship carried 2,300 Norvians, 1,560 Danes, 690 Swedes and 57 Finns, of whom 4,120 were men."),
    ("es", "Viajaron 2.300 daneses; 1.560 suecos; 690 fineses, y 57 noruegos, de los cuales 4.120 son varones."),
    ("en", "The number of users of Harbour Line grew from 7.1 to 40.9 million from 2001 to 2012 and in the last six "
     "years had an annual growth rate of 14.1 percent."),
    ("de", "Der Index stieg (10,6 Prozent), von 134,8 Punkten im November auf 149,1 Punkte im Dezember."),
    ("it", "Un urto a 30 km/h a velocità costante la letalità è del 5%; a 50km/h è del 70%."),
    ("de", "Bei Ärmeren stieg der Index um 12,4 Prozent, von 79,9 Punkten im November auf 89,8 Punkte im Dezember. Bei "
     "Reichen stieg er um 17,4 Prozent, von 92,7 Punkten im November auf 108,8 Punkte im Dezember."),
    ("de", "Bei der Gewalt gab es in Orlin einen Anstieg von 388 auf 412 Fälle."),
    ("de", "Die Polizei meldete einen Rückgang von 388 auf 312 Fälle."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), WHOLES_AND_CHANGES)
def test_parts_of_a_sum_and_changes_that_are_no_shares(lang: str, text: str) -> None:
    assert not alarms(lang, text)


def test_a_toll_that_the_later_article_says_has_risen() -> None:
    one = "The blast of a tanker near Orlin killed 19 people on Saturday, the authorities said."
    later = "The toll of the tanker's blast near Orlin on Saturday rose to 20 dead, up from 19, the authorities said."
    assert not [f for f in findings("en", (day(2024, 5, 5), one), (day(2024, 5, 6), later)) if f.severity in AGAINST]


NOT_SAID_TWICE = [
    # the displaced and the dead; figures of few digits whose clauses share no word, or that two metrics name
    ("Flight from Norway\n\nContinued war in Norway has forced 52,000 people to flee to Sweden in January alone, the "
     "Orlin Agency said.\n\nAt least 50,000 people have died in the war in Norway.",),
    ("Duty on Norwegian ships\n\nUp to 100 countries have given up the duty on ships of Norway.",
     "Sport in Norway\n\nAs many as 100 companies could be founded in Norway with a focus on tourism."),
    ("A judge of Norway\n\nAna Orlin said in Norway that she spent hundreds of hours with clients who pay nothing.",
     "A law of Norway\n\nThe talks of Norway's ministers lasted more than a year, with hundreds of hours of hearings."),
]  # fmt: skip


@pytest.mark.parametrize("texts", NOT_SAID_TWICE)
def test_figures_that_are_alike_by_chance(texts: tuple[str, ...]) -> None:
    assert not said_twice(*texts)


def test_one_figure_in_two_articles() -> None:
    one = "Harbour towns\n\nHarbour Line said on Thursday that it had hired 1,340 sailors in Norway in 2023."
    other = "Sailors wanted\n\nIn 2023 Harbour Line hired 1,340 sailors in Norway, its chief Bo Norwick said."
    assert said_twice(one, other)


def test_a_forecast_may_be_raised_later() -> None:
    text = "Norland's growth may be around {} percent this year, Finance Minister Ana Orlin said."
    told = findings("en", (day(2024, 3, 2), text.format("1.1")), (day(2024, 5, 2), text.format("1.8")))
    assert not [finding for finding in told if finding.severity in ("conflict", "tension")]


def said_twice(*texts: str) -> list[Finding]:
    """The corroborations between English articles of one week."""
    found = findings("en", *((day(2024, 5, 2 + n), text) for n, text in enumerate(texts)))
    return [finding for finding in found if finding.severity == "corroboration"]


OF_TWO_THINGS = [
    ("en", "Exports of wheat from Norway rose by seven percent to 310,000 tonnes in 2023. Exports of maize from Norway "
     "rose by three percent to 290,000 tonnes in 2023."),
    ("en", "Wheat exports of Norway rose by seven percent to 310,000 tonnes in 2023. Maize exports of Norway rose by "
     "three percent to 290,000 tonnes in 2023."),
    ("en", "Sales of electric cars in Norway rose by nine percent to 84,000 in 2023. Sales of diesel cars in Norway "
     "rose by two percent to 31,000 in 2023."),
    ("de", "Die Produktion von Stahl sank 2023 in Norwegen um sieben Prozent auf 310.000 Tonnen. Die Produktion von "
     "Aluminium sank 2023 in Norwegen um drei Prozent auf 290.000 Tonnen."),
    ("de", "Die Ausfuhren von Weizen stiegen 2023 in Norwegen um sieben Prozent. Die Ausfuhren von Mais stiegen 2023 "
     "in Norwegen um drei Prozent."),
    ("it", "Le vendite di auto elettriche in Norvegia sono salite del nove per cento a 84.000 nel 2023. Le vendite di "
     "auto diesel in Norvegia sono salite del due per cento a 31.000 nel 2023."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), OF_TWO_THINGS)
def test_figures_of_two_things_that_the_words_beside_one_name_tell_apart(lang: str, text: str) -> None:
    assert not alarms(lang, text)


OF_ONE_THING = [
    ("en", "The production of steel in Norway fell seven percent to 310,000 tonnes in 2023, the Orlin Agency said. The "
     "production of steel in Norway fell nine percent to 310,000 tonnes in 2023, the Orlin Agency said."),
    ("de", "Die Produktion von Stahl sank 2023 in Norwegen um sieben Prozent auf 310.000 Tonnen. Die Produktion von "
     "Stahl sank 2023 in Norwegen um neun Prozent auf 310.000 Tonnen."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), OF_ONE_THING)
def test_figures_of_one_thing_named_twice(lang: str, text: str) -> None:
    assert [finding.rule for finding in alarms(lang, text)] == ["same-fact"]


OF_ALL_OF_THEM = [
    ("en", "None of the six schools of Quayport opened and 1,900 pupils had no lessons. The strike closed the six "
     "schools on Monday."),
    ("de", "Keine der sechs Kliniken in Quayhafen war offen, und 1.900 Patienten blieben ohne Termin. Der Streik "
     "schloss am Montag die sechs Kliniken."),
    ("fr", "Aucune des six usines de Port-Clair n'a ouvert et 1.900 ouvriers sont restés chez eux. La grève a fermé "
     "lundi les six usines."),
    ("es", "Ninguna de las seis escuelas de Puerto Claro abrió y 1.900 alumnos se quedaron sin clase. La huelga cerró "
     "el lunes las seis escuelas."),
    ("it", "Nessuna delle sei scuole di Porto Chiaro ha aperto e 1.900 alunni sono rimasti senza lezione. Lo sciopero "
     "ha chiuso lunedì le sei scuole."),
    ("pt", "Nenhuma das seis fábricas de Porto Claro abriu portas e 1.900 operários ficaram em casa. A greve obrigou a "
     "encerrar as seis fábricas do concelho."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), OF_ALL_OF_THEM)
def test_what_is_denied_of_all_leaves_their_number(lang: str, text: str) -> None:
    assert not alarms(lang, text)


FORMER_TOLLS = [
    ("en", "Raiders stormed the market of Quayport, killing seven people, including three guards, Ana Orlin said. "
     "The previous toll, given by a nurse, was one dead and 12 injured."),
    ("de", "Räuber haben den Markt von Quayhafen gestürmt und sieben Menschen getötet, darunter drei Wachleute. Die "
     "vorherige Opferzahl lag bei einem Toten und 12 Verletzten."),
    ("fr", "Des pillards ont attaqué le marché de Port-Clair, tuant sept personnes, dont trois gardes. Un précédent "
     "bilan, donné par un médecin, faisait état d'un mort et 12 blessés."),
    ("es", "Los asaltantes atacaron el mercado de Puerto Claro matando a siete personas, entre ellas tres guardias. El "
     "balance precedente, ofrecido por un médico, era de un muerto y 12 heridos."),
    ("it", "I razziatori hanno attaccato il mercato di Porto Chiaro uccidendo sette persone, tra cui tre guardie. Il "
     "bilancio precedente, fornito da un medico, era di un morto e 12 feriti."),
    ("pt", "Os assaltantes atacaram o mercado de Porto Claro, matando sete pessoas, entre elas três guardas. O balanço "
     "anterior, dado por um médico, era de um morto e 12 feridos."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), FORMER_TOLLS)
def test_a_toll_that_was_told_before(lang: str, text: str) -> None:
    read = Document("a.txt", "a.txt", text, lang, published=day(2024, 5, 2), zones=find_zones(text))
    former = [claim.value for claim in extract(read, BOOK) if any("role:" in word for word in claim.restrictors)]
    assert former == [1, 12]
    assert not alarms(lang, text)


ADDED_BY_ANOTHER = [
    ("en", "The crash at Quayport injured 12 people, police said. Nurses also treated eight people who were injured by "
     "the smoke, the Harbour Clinic said."),
    ("de", "Bei dem Unfall in Quayhafen wurden zwölf Menschen verletzt, teilte die Polizei mit. Zudem wurden nach "
     "Angaben der Feuerwehr acht Menschen durch den Rauch verletzt."),
    ("fr", "Douze personnes ont été blessées à Port-Clair, selon la police. Les pompiers ont également signalé huit "
     "personnes blessées par la fumée."),
    ("es", "Doce personas resultaron heridas en Puerto Claro, según la policía. Los bomberos también informaron de "
     "ocho heridos por el humo."),
    ("it", "Dodici persone sono rimaste ferite a Porto Chiaro, secondo la polizia. Secondo i pompieri anche otto "
     "persone sono rimaste ferite per il fumo."),
    ("pt", "Doze pessoas ficaram feridas em Porto Claro, segundo a polícia. Os bombeiros informaram também que oito "
     "pessoas ficaram feridas com o fumo."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), ADDED_BY_ANOTHER)
def test_what_another_source_adds(lang: str, text: str) -> None:
    assert not alarms(lang, text)


def test_what_another_source_counts_anew() -> None:
    text = (
        "The crash at Quayport injured 12 people, police said. But the Harbour Clinic said eight people were injured."
    )
    assert [finding.rule for finding in alarms("en", text)] == ["same-fact"]


ONE_VERB_FOR_TWO_CHANGES = [
    ("en", "Sales of trams rose 5 percent to 540 units in 2023, those of buses 4 percent to 810 units."),
    ("de", "Der Absatz von Autos stieg 2023 um 5 Prozent auf 54.000, der von Bussen um 4 Prozent auf 8.100."),
    ("de", "Die Übernachtungen von Ausländern nahmen 2023 um fünf Prozent auf 5,4 Millionen zu, die von Inländern um "
     "vier Prozent auf 8,1 Millionen."),
    ("fr", "Les ventes de voitures ont augmenté de 5 % à 54 000, celles de bus de 4 % à 8 100."),
    ("es", "Las ventas de coches subieron un 5 por ciento hasta 54.000, las de autobuses un 4 por ciento hasta 8.100."),
    ("it", "Le vendite di auto sono salite del 5 per cento a 54.000, quelle di autobus del 4 per cento a 8.100."),
    ("pt", "As vendas de carros subiram 5% para 54.000, as de autocarros 4% para 8.100."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), ONE_VERB_FOR_TWO_CHANGES)
def test_a_verb_said_once_tells_of_two_changes(lang: str, text: str) -> None:
    read = Document("a.txt", "a.txt", text, lang, published=day(2024, 5, 2), zones=find_zones(text))
    assert [claim.kind for claim in extract(read, BOOK)] == ["change", "level", "change", "level"]
    assert not alarms(lang, text)


PARTS_IN_BRACKETS = [
    ("en", "Norway won 71 medals (29 gold, 27 silver, 15 bronze) at the Harbour Games.", "Norway"),
    ("en", "Harbour Line has 84 ships (54 ferries, 30 tugs), Orlin Shipping has none in Quayport.", "Harbour Line"),
    ("de", "Norwegen gewann 71 Medaillen (29 Gold, 27 Silber, 15 Bronze) bei den Harbour-Spielen.", "Norwegen"),
    ("pt", "A Suécia ficou em segundo com 36 medalhas (11 de ouro, 8 de prata, 17 de bronze).", "Suécia"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "entity"), PARTS_IN_BRACKETS)
def test_the_parts_in_brackets_are_of_whom_the_whole_is(lang: str, text: str, entity: str) -> None:
    read = Document("a.txt", "a.txt", text, lang, published=day(2024, 5, 2), zones=find_zones(text))
    claims = extract(read, BOOK)
    assert len(claims) >= 3
    assert {claim.entity for claim in claims} == {entity}


def test_round_terms_do_not_bear_out_a_change_that_they_do_not_come_to() -> None:
    text = "Thefts in Orlin fell by {}, from 600 in 2021 to 400 in 2022."
    told = [findings("en", (day(2024, 5, 2), text.format(fall))) for fall in ("20 percent", "a third")]
    assert [[f.severity for f in found if f.rule == "change-against-levels"] for found in told] == [[], ["consistent"]]
