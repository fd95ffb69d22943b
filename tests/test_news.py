"""Single slots of figures in ordinary sentences of newspapers, one a line in tests/news/<lang>.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.extract.assemble import extract
from factcheck.model import Claim, Document
from factcheck.period import day
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
FOLDER = Path(__file__).parent / "news"
PUBLISHED = day(2024, 5, 2)


def slot(claim: Claim, name: str) -> Any:
    if name == "time":
        return claim.time.edtf if claim.time else None
    if name in ("entity", "source"):
        return getattr(claim, f"{name}_printed") or getattr(claim, name)
    return getattr(claim, name)


@pytest.mark.parametrize("lang", sorted(path.stem for path in FOLDER.glob("*.yml")))
def test_slots(lang: str) -> None:
    wrong = []
    for row in yaml.safe_load((FOLDER / f"{lang}.yml").read_text(encoding="utf-8")):
        claims = extract(Document("a", "a", row["text"], lang, published=PUBLISHED), BOOK)
        wanted = row["want"]
        if wanted is None:
            wrong += [f"{row['text']}: no claim is {claim.quote}" for claim in claims]
            continue
        quote = wanted.get("quote", "")
        claim = next((each for each in claims if quote in each.quote), None)
        found = {name: slot(claim, name) for name in wanted if name != "quote"} if claim else None
        if found != {name: value for name, value in wanted.items() if name != "quote"}:
            wrong.append(f"{row['text']} wanted {wanted}, got {found}")
    assert not wrong, "\n".join(wrong)
