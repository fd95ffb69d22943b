"""The traps of the language files: sentences in which no number is a claim, family by family."""

from __future__ import annotations

import pytest

from factcheck.extract.assemble import extract
from factcheck.extract.words.vocabulary import LANGUAGES, languages, load_yaml
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

TRAPS = {lang: traps for lang in languages() if (traps := load_yaml(LANGUAGES / f"{lang}.yml").get("traps"))}
SENTENCES = [(lang, family, text) for lang, traps in TRAPS.items() for family in traps for text in traps[family]]
BOOK = load_rulebook()


@pytest.mark.parametrize(("lang", "family", "text"), SENTENCES)
def test_no_claim(lang: str, family: str, text: str) -> None:
    assert [claim.quote for claim in extract(Document("trap", "trap", text, lang), BOOK)] == []


@pytest.mark.parametrize("lang", TRAPS)
def test_every_language_has_the_same_families(lang: str) -> None:
    assert list(TRAPS[lang]) == list(TRAPS["en"])
    assert all(len(sentences) >= 2 for sentences in TRAPS[lang].values())


# What looks like a trap and is none.
CLAIMS = [
    ("en", "The firm cut 300 Wall Street jobs.", [300]),
    ("en", "The pay of MOS 11B personnel rose for 3,000 of them.", [3000]),
    ("en", "Quaysoft sold 11M handsets.", [11e6]),
    ("en", "SALES HIT 11M HANDSETS", [11e6]),
    ("en", "On Monday 30 people were hurt in Quay Street.", [30]),
    ("en", "The ferry took 12 200 passengers in May.", [12200]),
    ("en", "In 2019 300 people were hurt.", [300]),
    ("en", "The strike lasted two years.", [2]),
    ("en", "Orlin hired 210 people over two years.", [210]),
    ("en", "Sales of Orlin rose 3% in three months.", [3]),
    ("fr", "Les ventes d'Orlin ont gagné 3 % en trois mois.", [3]),
    ("en", "The yard employs 52 people.", [52]),
    # digits in groups, and what goes on with the count before it
    ("fr", "Le port a reçu 5 412 navires, plus qu'en 2010 (5 071).", [5412, 5071]),
    ("en", "Some 410 jobs will go in Italy, Germany (280) and Spain.", [410, 280]),
    ("fr", "Ils étaient 180 selon la police.", [180]),
    ("fr", "Ont voté contre 10 députés du Port (sur 288) et 11 députés du Quai (sur 30).", [10, 288, 11, 30]),
    ("en", "Some 10 members of Harbour (of 288) voted against.", [10, 288]),
    ("de", "In der Kaistraße 22 wurden 30 Menschen verletzt.", [30]),
    ("fr", "La compagnie emploie 520 salariés sur trois sites.", [520, 3]),
    ("es", "El astillero emplea a 520 personas.", [520]),
    ("it", "Il cantiere ha 520 dipendenti.", [520]),
    ("pt", "O estaleiro emprega 520 pessoas.", [520]),
    # a length of years is no age, and halves of a telephone number are no range
    ("fr", "Les travaux du port prendront de 10 à 15 ans.", [10]),
    ("en", "Some 2300-2500 people came.", [2300]),
    ("en", "The harbour was dredged in the 10-15 years before.", [10]),
    ("nl", "Op de Kadestraat 22 raakten 30 mensen gewond.", [30]),
    ("nl", "De werf telt 520 werknemers.", [520]),
]


@pytest.mark.parametrize(("lang", "text", "values"), CLAIMS)
def test_claims_stay_claims(lang: str, text: str, values: list[float]) -> None:
    assert [claim.value for claim in extract(Document("text", "text", text, lang), BOOK)] == values
