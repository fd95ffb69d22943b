"""Invented articles, each with the claims that must and must not be found in it.

`NAME.txt` stands beside `NAME.claims.yml`: `published`, `claims` (a quote and the slots that matter),
`none` (words that hold a number but are no claim), `todo` (claims that are known to be missed).
"""

from datetime import date
from pathlib import Path

import pytest
import yaml

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.period import Period
from factcheck.read.zones import find_zones
from factcheck.rulebook import load_rulebook

ARTICLES = sorted(Path(__file__).parent.glob("articles/*/*.txt"))
BOOK = load_rulebook()


def load(path):
    text = path.read_text(encoding="utf-8")
    expected = yaml.safe_load(path.with_suffix(".claims.yml").read_text(encoding="utf-8"))
    day = expected.get("published")
    published = Period(day, day, day.isoformat(), "stated") if isinstance(day, date) else None
    document = Document(path.name, path.name, text, path.parent.name, published=published, zones=find_zones(text))
    return document, expected


def at(claims, text, quote):
    """The claim that holds the number of a quote."""
    start = text.index(quote)
    return [c for c in claims if c.start < start + len(quote) and c.end > start]


def slot(claim, name):
    if name == "time":
        return claim.time.edtf if claim.time else None
    return getattr(claim, name)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_article(path):
    document, expected = load(path)
    claims = extract(document, BOOK)
    wrong = []
    for row in expected["claims"]:
        found = at(claims, document.text, row["quote"])
        if not found:
            wrong.append(f"missed {row['quote']!r}")
            continue
        best = [{k: slot(c, k) for k in row if k != "quote"} for c in found]
        wanted = {k: v for k, v in row.items() if k != "quote"}
        if wanted not in best:
            wrong.append(f"{row['quote']!r}: wanted {wanted}, got {best}")
    wrong += [f"no claim: {words!r}" for words in expected.get("none", ()) if at(claims, document.text, words)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_known_gaps_are_still_gaps(path):
    """A gap that has closed moves from `todo` to `claims`."""
    document, expected = load(path)
    claims = extract(document, BOOK)
    for row in expected.get("todo", ()):
        wanted = {k: v for k, v in row.items() if k != "quote"}
        found = at(claims, document.text, row["quote"])
        assert not any({k: slot(c, k) for k in wanted} == wanted for c in found), f"closed: {row['quote']!r}"
