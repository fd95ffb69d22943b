"""Headline, lead, body, captions and furniture are told apart in any language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.zones import find_zones

LEAD = "Harbour Line carried 12 million passengers last year, the company said on Monday."
BODY = "It now runs 40 ships on nine routes, and it means to buy four more of them by the end of the year."

CASES = {
    "headline, lead, body": (
        f"Ferry traffic doubles\n\n{LEAD}\n\n{BODY}\n",
        ["Ferry traffic doubles:headline", f"{LEAD}:lead", f"{BODY}:body"],
    ),
    "no headline": (f"{LEAD}\n\n{BODY}\n", [f"{LEAD}:lead", f"{BODY}:body"]),
    "one line to a paragraph": (f"Ferry traffic doubles\n{LEAD}\n{BODY}", ["headline", "lead", "body"]),
    "headline twice": (
        f"Ferry traffic doubles\n\nFerry traffic doubles\n\n{LEAD}\n{BODY}",
        ["headline", "lead", "body"],
    ),
    "headline with a period": (f"Ferries, full and fuller.\n\n{LEAD}\n\n{BODY}", ["headline", "lead", "body"]),
    "headline that asks": (f"Are the ferries full?\n\n{LEAD}\n\n{BODY}", ["headline", "lead", "body"]),
    "standfirst": (
        f"Ferry traffic doubles\nTwelve million people went by ship, and 13 million are to come\n\n{LEAD}\n\n{BODY}",
        ["headline", "lead", "body"],
    ),
    "author": (
        f"Ferry traffic doubles\nJo Doe | jo@post.example\n\n{LEAD}\n{BODY}",
        ["headline", "furniture", "lead", "body"],
    ),
    "wrapped lines": (
        "Ferry traffic doubles\n\nHarbour Line carried 12 million passengers\nlast year, it said.\n\nIt runs 40 ships\n"
        "on nine routes, it said.\n",
        ["headline", "lead", "body"],
    ),
    "wrapped lines without a headline": (
        "Harbour Line had 12 million passengers\nlast year, it said.\n\nIt runs 40 ships\non nine routes, it said.\n",
        ["lead", "body"],
    ),
    "caption": (f"Ferry traffic doubles\n\n{LEAD}\n\nPhoto: Jo Doe\n\n{BODY}", ["headline", "lead", "caption", "body"]),
    "copyright": (
        f"Ferry traffic doubles\n\n{LEAD}\n\n© Harbour Post\n\n{BODY}",
        ["headline", "lead", "caption", "body"],
    ),
    "caption said twice": (
        f"Full ships\n\n{LEAD}\n\nShips of the newest class\n\n{BODY}\n\nShips of the newest class\n\n{BODY[3:]}",
        ["headline", "lead", "body", "caption", "body"],
    ),
    "related": (
        f"Full ships\n\n{LEAD}\n\n{BODY}\n\nRead also:\nPort fees up 5 percent\nA new yard\n\n{BODY[3:]}",
        ["headline", "lead", "body", "furniture", "body"],
    ),
    "links at the end": (
        f"Full ships\n\n{LEAD}\n\n{BODY}\n\nPort fees up 5 percent\nA new yard for 300 ships\nWind stops ferries",
        ["headline", "lead", "body", "furniture"],
    ),
    "a list of facts is body": (
        f"Full ships\n\n{LEAD}\n\n{BODY}\n\n- 12 ships\n- 4 yards\n- 9 routes",
        ["headline", "lead", "body"],
    ),
    "a subheading is body": (f"Full ships\n\n{LEAD}\n\nA question of size\n\n{BODY}", ["headline", "lead", "body"]),
    "nothing": ("\n \n", []),
    "only a headline": ("Full ships", ["headline"]),
}


@pytest.mark.parametrize("name", CASES)
def test_zones(name):
    text, wanted = CASES[name]
    found = [f"{text[zone.start : zone.end]}:{zone.name}" for zone in find_zones(text)]
    names = [item.rpartition(":")[2] for item in found]
    assert [item if ":" in want else name for item, name, want in zip(found, names, wanted, strict=True)] == wanted


WORDS = [
    ("fr", "Crédit photo : Jean Dupont", "caption"),
    ("de", "Bild: Jana Muster/Nordbild", "caption"),
    ("nl", "Foto: Jana Muster", "caption"),
    ("es", "Foto de archivo © Puerto", "caption"),
    ("it", "Foto: Gianna Rossi", "caption"),
    ("pt", "Crédito da foto: Ana Silva", "caption"),
    ("fr", "À lire aussi : le port s'agrandit", "furniture"),
    ("de", "Lesen Sie auch: Hafen wird größer", "furniture"),
    ("nl", "Lees ook: haven wordt groter", "furniture"),
    ("es", "Lea también: el puerto crece", "furniture"),
    ("it", "Leggi anche: il porto cresce", "furniture"),
    ("pt", "Leia também: o porto cresce", "furniture"),
]


@pytest.mark.parametrize(("lang", "line", "zone"), WORDS)
def test_words_of_each_language(lang, line, zone):
    text = f"Titre\n\n{LEAD}\n\n{line}\n\n{BODY}"
    assert [zone.name for zone in find_zones(text, lang=lang)] == ["headline", "lead", zone, "body"]


def test_a_known_title_wins_over_the_line_above_it():
    text = f"The minister spoke again yesterday\nFerry traffic doubles\n\n{LEAD}\n\n{BODY}"
    [first, *_] = find_zones(text, title="Ferry traffic doubles - Harbour Post")
    assert text[first.start : first.end].endswith("Ferry traffic doubles")


@given(st.text(alphabet="Ab.: \n\r©|@-é", max_size=300), st.none() | st.text(max_size=20))
def test_zones_are_in_order_and_leave_out_only_white_space(text, title):
    zones = find_zones(text, title)
    at = 0
    for zone in zones:
        assert zone.start >= at
        assert zone.end > zone.start
        assert not text[at : zone.start].strip("\ufeff \t\r\n\u00a0")
        at = zone.end
    assert not text[at:].strip("\ufeff \t\r\n\u00a0")


def test_a_large_text_takes_little_time():
    text = ("Wort " * 12 + "\n") * 40_000
    assert find_zones(text)
