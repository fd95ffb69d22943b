"""The place a figure speaks of: its own, the one just named, or what the article is about."""

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.period import day
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
CASES = [
    # words of one country's language tell it
    ("pt", "O défice situou-se nos 300 milhões de euros.", ["PT"]),
    ("pt", "A inflação chegou a 3%.", ["BR"]),
    # Christmas is no island
    ("es", "En Navidad se vendieron 512 barcas.", ["ES"]),
    ("en", "Sales of Harbour Line in Peru rose to $40 million in 2023.", ["PE"]),
    # a market that is the world's, whoever in it is named
    ("en", "The worldwide ferry market grew, the global ferry survey said, but Chinese builders gained. Harbour Line "
     "built 84 ferries.", ["world"]),
    # bodies that tell the country
    ("en", "The Tory leader spoke of the NHS. His party would save £35bn.", ["GB"]),
    ("es", "El Indec difundió los datos. La inflación fue de 4 %.", ["AR"]),
    # a language is no country
    ("de", "In Wien lernen die Kinder viel. In Wiens Schulen sprechen 23 Prozent der Schüler daheim Deutsch.", ["AT"]),
    ("en", "Ottawa spoke. In Canada 340 French-speaking pupils were told so.", ["CA"]),
    # a place that an article is not about holds for the next sentence, not for the paragraph
    ("pt", "A polícia do Brasil falou. No Brasil morreram 91 policiais. Nos Estados Unidos, foram 41 policiais. "
     "Lá é menos. Diz o chefe. No ano morreram 12 bombeiros.", ["BR", "US", "BR"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "regions"), CASES)
def test_the_region_of_each_figure(lang, text, regions):
    claims = extract(Document("a", "a", text, lang, published=day(2024, 5, 2)), BOOK)
    assert [claim.region for claim in claims] == regions
