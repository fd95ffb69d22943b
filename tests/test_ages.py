"""Ages of persons are no claims; years that a firm or a plan lasts are."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.extract.numbers.digits import decimal_mark
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
AGES = [
    ("en", "Ana Orlin, 34, runs the Harbour Line office."),
    ("en", "The driver, Tom Berg (58), was not hurt."),
    ("fr", "Un homme de 34 ans a été arrêté à Lyon."),
    ("fr", "Karim Valmont, 28 ans, a tout vu."),
    ("es", "Una mujer de 44 años llegó al puerto."),
    ("es", "Los menores de 25 años no pagan."),
    ("it", "Sergio Ferrante, 55 anni, guida il gruppo."),
    ("pt", "Um homem de 62 anos foi detido."),
    ("es", "El conductor, de 19 años, salió ileso."),
    ("fr", "La victime, 19 ans, est indemne."),
    ("es", "Entró en la empresa a los 27 años."),
    ("de", "Sie kam mit 27 Jahren in die Firma."),
    ("nl", "Een man van 27 jaar raakte gewond."),
    ("pt", "Ela entrou na empresa aos 27 anos."),
    ("it", "Arrestato un funzionario doganale di 52 anni."),
    ("es", "Habló el jefe, Lars Mikel. Mikel, de 44 años, manda."),
]
SPANS = [
    ("it", "Un operaio ha un contratto di 5 anni."),
    ("en", "The contract with Harbour Line runs for 34 years."),
    ("fr", "Le chantier a duré 12 ans."),
    ("de", "Die Firma wirbt mit 27 Jahren Erfahrung."),
    ("es", "La empresa cuenta con 27 años de experiencia."),
]


def figures(lang, text):
    return [claim.quote for claim in extract(Document("a.txt", "a.txt", text, lang), BOOK)]


@pytest.mark.parametrize(("lang", "text"), AGES)
def test_an_age_is_no_claim(lang, text):
    assert figures(lang, text) == []


@pytest.mark.parametrize(("lang", "text"), SPANS)
def test_a_span_of_years_is(lang, text):
    assert len(figures(lang, text)) == 1


@pytest.mark.parametrize(
    ("text", "usual", "mark"),
    [
        ("Sumó 8,412 millones, un 86.3 % y un 1.4 % más.", ",", "."),
        ("Sumó 8.412 millones, un 86,3 %.", ",", ","),
        ("1.234,5 and 2.345,6", ".", ","),
        ("12,345 people", ".", "."),
        ("41,300 casas, 5,000 camas y 1,340 sillas", ",", "."),
        ("a 1,459 euros, 1,429 y 1,339", ",", ","),
        ("41,300 casas y 3.400 camas, 5,000 y 1,200", ",", ","),
        ("no numbers", ",", ","),
    ],
)
def test_decimal_mark_of_a_text(text, usual, mark):
    assert decimal_mark(text, usual) == mark
