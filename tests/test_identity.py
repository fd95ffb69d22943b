"""Which figures of whole articles meet as one fact, and which never do: texts in, findings out."""

from __future__ import annotations

import pytest

from factcheck.compare.engine import compare
from factcheck.extract.assemble import extract
from factcheck.model import Document, Finding
from factcheck.period import day
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
AGAINST = frozenset({"conflict", "tension"})
AGREE = frozenset({"corroboration"})


def findings(lang: str, *texts: str, published: tuple[int, int, int] = (2024, 5, 2)) -> list[Finding]:
    """What is found in articles of one language and day."""
    articles = [Document(f"{n}.txt", f"{n}.txt", text, lang, published=day(*published)) for n, text in enumerate(texts)]
    return compare([claim for article in articles for claim in extract(article, BOOK)], articles, BOOK)


def opposed(found: list[Finding]) -> set[frozenset[str]]:
    """The figures that stand against each other, as printed."""
    return {
        frozenset(member.claim.quote for member in finding.members) for finding in found if finding.severity in AGAINST
    }


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
