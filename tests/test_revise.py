"""What adding articles does to an archive's findings: the same as comparing all that is kept anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import make
import pytest

from factcheck.archive.revision import Revision, revised
from factcheck.archive.store import Archive
from factcheck.compare.engine import compare
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.examples import read_example
from factcheck.compare.laws.lawbook import load_laws
from factcheck.config import Options
from factcheck.model import Document, Finding
from factcheck.pipeline import extract_document, load_rules
from factcheck.report.phrases import DISAGREEMENTS
from factcheck.revise import Reviser

BOOK = load_rules(Options())
REVISER = Reviser(BOOK)


NO_DATES = "an archive keeps no dates of events: they meet in articles that are read together"


def examples() -> Iterator[object]:
    """The examples of several articles that break a law."""
    for law in load_laws(BOOK, all_comparisons())[0].values():
        for number, texts in enumerate(law.examples.get("conflict", ())):
            if len(texts) > 1:
                gap = pytest.mark.xfail(law.expect == "event_has_one_date", reason=NO_DATES, strict=True)
                yield pytest.param(texts, id=f"{law.id}-{number}", marks=gap)


def add(archive: Archive, document: Document) -> Revision:
    dated, claims, _ = extract_document(document, BOOK)
    return archive.add([dated], claims, REVISER).revision


def of_all(archive: Archive) -> list[Finding]:
    claims = sorted(archive.claims(), key=lambda claim: (claim.doc, claim.start, claim.id))
    return compare(claims, sorted(archive.documents(), key=lambda document: document.id), BOOK)


def disagreements(findings: list[Finding]) -> dict[str, str]:
    return {finding.id: finding.severity for finding in findings if finding.severity in DISAGREEMENTS}


@pytest.mark.parametrize("texts", list(examples()))
def test_articles_added_one_by_one_give_what_all_give_together(texts: list[str], tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    documents = [read_example(text, number) for number, text in enumerate(texts, 1)]
    for number, document in enumerate(documents):
        add(archive, replace(document, id=f"{number}.txt", path=f"{number}.txt"))
    assert disagreements(archive.findings()) == disagreements(of_all(archive)) != {}
    add(archive, make.document("0.txt", "Harbour Line takes no more questions on this matter."))
    assert disagreements(archive.findings()) == disagreements(of_all(archive))


def test_a_figure_meets_those_of_the_other_party_that_it_may_be_about(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    texts = (
        "Harbour Line's ferry Aurora burned. The fire destroyed 3,780 square metres of decks, Harbour Line said. "
        "Harbour Line had insured the Aurora for $41.5 million and its 2,350 beds.",
        "Harbour Line counts its losses. The fire destroyed 3,870 square metres of the Aurora's decks. Harbour Line "
        "gets $41.5 million from the insurer of the Aurora; the 2,350 beds of the Aurora are gone.",
    )
    for number, text in enumerate(texts):
        add(archive, make.document(f"{number}.txt", text, published="2024-05-02"))
    assert disagreements(archive.findings()) == disagreements(of_all(archive)) != {}


def passengers(figure: str, name: str = "spring.txt") -> Document:
    text = f"By 1 May 2024 Harbour Line had carried {figure} million passengers in total, the Quay Gazette reports."
    return make.document(name, text, published="2024-05-02")


def test_a_finding_that_a_further_article_joins_is_changed(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    add(archive, passengers("12"))
    first = add(archive, passengers("19", "summer.txt"))
    second = add(archive, passengers("12", "autumn.txt"))
    assert [len(finding.members) for finding in first.new] == [2]
    assert [(len(before.members), len(after.members)) for before, after in second.changed] == [(2, 3)]
    assert disagreements(archive.findings()) == disagreements(of_all(archive))


def finding(id: str, *quotes: str, severity: str = "conflict", rule: str = "same-fact") -> Finding:
    claims = (make.claim(id=quote, doc=f"{quote[0]}.txt") for quote in quotes)
    return make.finding(*claims, id=id, severity=severity, rule=rule)


@pytest.mark.parametrize(
    ("before", "after", "new", "changed", "retracted", "kept", "merged"),
    [
        ([], [("x", "a1", "b1")], "x", "", "", "", ""),
        ([("x", "a1", "b1")], [("x", "a1", "b1")], "", "", "", "x", ""),
        ([("x", "a1", "b1")], [("y", "a2", "b1")], "", "xy", "", "", ""),
        ([("x", "a1", "b1")], [], "", "", "x", "", ""),
        ([("x", "b1", "c1")], [], "", "", "", "", ""),  # of articles that did not change: not looked at whole
        ([("x", "b1", "c1"), ("y", "d1", "e1")], [("z", "b1", "c1", "d1", "e1", "f1")], "", "xz", "", "", "y"),
        ([("x", "a1", "a3")], [("y", "a2", "a4")], "", "xy", "", "", ""),  # all figures of the one article changed
        ([("x", "a1", "b1")], [("y", "c1", "d1")], "y", "", "x", "", ""),
    ],
)
def test_findings_before_and_after(
    before: list[tuple[str, ...]], after: list[tuple[str, ...]], new: str, changed: str, retracted: str, kept: str,
    merged: str,
) -> None:  # fmt: skip
    lost = {("a.txt", "a1"), ("a.txt", "a3")}
    found = revised([finding(*row) for row in before], [finding(*row) for row in after], lost)
    assert "".join(one.id for one in found.new) == new
    assert "".join(one.id + other.id for one, other in found.changed) == changed
    assert "".join(one.id for one in found.retracted) == retracted
    assert "".join(one.id for one in found.kept) == kept
    assert "".join(one.id for one in found.merged) == merged


def test_a_disagreement_that_became_an_agreement_is_retracted() -> None:
    before, after = finding("x", "a1", "b1"), finding("y", "a2", "b1", severity="corroboration")
    found = revised([before], [after], {("a.txt", "a1")})
    assert (found.retracted, found.new) == ([before], [after])


def test_two_steps_as_one() -> None:
    x, y, z = finding("x", "a1", "b1"), finding("y", "a2", "b1"), finding("z", "a3", "b1")
    made, turned = Revision(new=[x]), Revision(changed=[(x, y)])
    assert made.then(turned).new == [y]
    assert made.then(Revision(retracted=[x])) == Revision()
    assert turned.then(Revision(changed=[(y, z)])).changed == [(x, z)]
    assert turned.then(Revision(retracted=[y])).retracted == [x]
