"""What figures measure in ordinary sentences of every field of a newspaper, one a line in tests/fields/<lang>.txt."""

from pathlib import Path

import pytest

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.rulebook import load_rulebook

BOOK = load_rulebook()
FOLDER = Path(__file__).parent / "fields"


@pytest.mark.parametrize("lang", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_what_is_measured(lang: str) -> None:
    wrong = []
    for row in (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        wanted, _, text = row.partition(" | ")
        found = ", ".join(claim.metric for claim in extract(Document("a", "a", text, lang), BOOK))
        if found != wanted:
            wrong.append(f"{text} wanted {wanted}, got {found}")
    assert not wrong, "\n".join(wrong)
