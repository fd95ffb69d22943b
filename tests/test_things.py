"""What is counted has one name in all languages."""

import pytest
from make import complete_languages

from factcheck.extract.assemble import extract
from factcheck.extract.words.lexicon import expand
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
LANGUAGES = sorted({lang for names in BOOK.things.values() for lang in names})
VILLAGES = {
    "en": "The flood cut off 37 villages.",
    "fr": "La crue a isolé 37 villages.",
    "de": "Die Flut schnitt 37 Dörfer ab.",
    "es": "La crecida aisló 37 aldeas.",
    "it": "La piena ha raggiunto 37 villaggi.",
    "pt": "A cheia isolou 37 aldeias.",
    "nl": "De vloed sneed 37 dorpen af.",
}


@pytest.mark.parametrize("lang", VILLAGES)
def test_one_thing_has_one_name(lang):
    [claim] = extract(Document("a", "a", VILLAGES[lang], lang), BOOK)
    assert claim.metric == "count:villages"


@pytest.mark.parametrize("thing", BOOK.things)
def test_a_thing_is_named_in_every_complete_language(thing):
    assert set(BOOK.things[thing]) >= set(complete_languages())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_noun_stands_for_one_thing(lang):
    seen = {}
    for thing, names in BOOK.things.items():
        for phrase in set(expand(names[lang])) if lang in names else ():
            assert seen.setdefault(phrase, thing) == thing, f"{phrase} is {thing} and {seen[phrase]}"


# The noun behind a metric is what it describes in English, and what describes it where nouns come first.
@pytest.mark.parametrize(
    ("lang", "text", "metric"),
    [
        ("es", "El banco vendió préstamos bancarios por 40 millones de euros.", "loans"),
        ("en", "Harbour Line has 40 salespeople in two export markets.", "count:salespeople"),
        ("en", "Harbour Line closed 40 cash machines.", "count:cash machines"),
        ("es", "Se han escrutado 3.400 mesas.", "count:polling stations"),
        ("fr", "Une centaine d'exploitations ont fermé.", "count:farms"),
        ("de", "Das Land hat 40 Wärmepumpen gefördert.", "count:heat pumps"),
        ("pt", "A polícia apreendeu 40 facões.", "count:knives"),
        ("it", "Sono stati abbattuti 40 bovini.", "count:cattle"),
        ("it", "Sono stati abbattuti 40 capi di bestiame.", "count:cattle"),
        ("nl", "De gemeente plaatste 40 lantaarnpalen.", "count:street lamps"),
    ],
)
def test_a_figure_is_of_the_noun_at_its_head(lang, text, metric):
    assert extract(Document("a", "a", text, lang), BOOK)[0].metric == metric
