"""Dates altered in a near-copy, and the forms whose dates are another's each time."""

from __future__ import annotations

import pytest
from make import document

from factcheck.compare.engine import compare
from factcheck.config import Options
from factcheck.pipeline import load_rules

BOOK = load_rules(Options())
LIFE = """The ferry captain Mara Quist, who was born in 1951 in the small harbour town of Bellerive, died at her home.

She founded the Harbour Line company with two brothers in the spring of 1974 and led it until she was ill.

The company opened its first terminal on 14 March 1982, and its second one on the other side of the fjord.
"""
LEBEN = """Die Kapitänin Mara Quist, die 1951 in der kleinen Hafenstadt Bellerive geboren wurde, ist zu Hause gestorben.

Sie gründete die Reederei Nordkette im Frühjahr 1974 mit zwei Brüdern und führte sie, bis sie krank wurde.
"""
NOTICE = """The council of Ostend meets on 6 May 2024 in the town hall and takes questions from the public at 7 pm.

Who wants to speak writes to the clerk of the council, who keeps a list of all the names.
"""


def altered(one: str, other: str, days: tuple[str | None, str | None] = ("2024-05-02", "2024-05-02"),
            lang: str = "en") -> set[str]:  # fmt: skip
    """The quotes of altered figures in two articles."""
    documents = [document(f"{i}.txt", text, published=day, lang=lang)
                 for i, (text, day) in enumerate(zip((one, other), days, strict=True))]  # fmt: skip
    findings = compare([], documents, BOOK)
    return {member.claim.quote for finding in findings for member in finding.members}


@pytest.mark.parametrize(
    ("lang", "text", "old", "new"),
    [
        ("en", LIFE, "1951", "1953"),
        ("en", LIFE, "14 March 1982", "24 March 1982"),
        ("de", LEBEN, "1951", "1915"),
    ],
)
def test_a_date_altered_in_a_near_copy(lang: str, text: str, old: str, new: str) -> None:
    assert altered(text, text.replace(old, new), lang=lang) == {old, new}
    assert altered(text, text.replace(old, new), ("2024-05-02", "2024-05-20"), lang) == {old, new}
    assert altered(text, text, lang=lang) == set()


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        # the next meeting, announced in the same words
        (NOTICE, NOTICE.replace("6 May", "13 May"), ("2024-05-02", "2024-05-09")),
        # what an article says of its own day
        (NOTICE.replace("6 May", "2 May"), NOTICE.replace("6 May", "3 May"), ("2024-05-02", "2024-05-02")),
        # nearly every number is another: a form
        (LIFE, LIFE.replace("1951", "1953").replace("1974", "1980").replace("14 March", "3 May"), None),
        # nobody knows of which day they are
        (LIFE, LIFE.replace("1951", "1953"), (None, None)),
        # another sentence is not a copy
        (LIFE, "She was born in 1953 in the small harbour town of Bellerive. Her life was quiet. " * 3, None),
        # words, not a date
        ("Harbour Line bought the yard 6 years ago from the town of Ostend, its chief said.",
         "Harbour Line bought the yard 8 years ago from the town of Ostend, its chief said.", None),
    ],
)  # fmt: skip
def test_what_is_no_altered_date(one: str, other: str, days: tuple[str | None, str | None] | None) -> None:
    assert altered(one, other, days or ("2024-05-02", "2024-05-02")) == set()


def test_an_altered_date_has_one_id_on_every_machine() -> None:
    documents = [document("a", LIFE, published="2024-05-02"),
                 document("b", LIFE.replace("1951", "1953"), published="2024-05-02")]  # fmt: skip
    (finding,) = compare([], documents, BOOK)
    assert (finding.id, finding.rule, finding.severity) == ("3bdc0cb99cdc1445", "altered-figure", "conflict")
