"""Invented queues of any length for tests and benchmarks of the review page."""

from __future__ import annotations

from pathlib import Path

import make

from factcheck.archive.decision_log import DecisionLog
from factcheck.model import Claim, Diagnosis, Document, Finding, Gate
from factcheck.review.desk import Desk
from factcheck.review.sources import Source

FIRMS = ("Harbour Line", "Nordkette AG", "Costa Verde", "Lago Motori", "Seeblick Bahn", "Puerto Claro")
RULES = ("running-total-fell", "same-fact", "part-exceeds-whole", "implausible-jump")
SEVERITIES = ("conflict", "tension", "note")


def source(folder: Path, count: int = 12, together: int = 1) -> Source:
    """Findings between pairs of articles; `together` of them in a row rest on one figure."""
    documents: dict[str, Document] = {}
    claims: dict[str, list[Claim]] = {}
    findings = []
    for n in range(count):
        firm = FIRMS[n // together % len(FIRMS)]
        early = _article(f"{n // together}-spring.txt", firm, "May", f"{12 + n // together % 80} million")
        late = _article(f"{n}-summer.txt", firm, "June", f"{9 + n % 3}.{n % 9 + 1} million")
        for document, _ in (early, late):
            documents[document.id] = document
        pair = [early[1], late[1]]
        for claim in pair:
            claims.setdefault(claim.doc, [claim])
        findings.append(_finding(n, firm, pair))
    titles = {doc: document.title or doc for doc, document in documents.items()}
    log = DecisionLog(folder / "decisions.sqlite")
    return Source("invented", findings, log, titles, lambda doc: (documents[doc], claims[doc]))


def desk(folder: Path, count: int = 12, together: int = 1) -> Desk:
    """A desk over such findings, its log in a folder."""
    return Desk(source(folder, count, together))


def _article(id: str, firm: str, month: str, quote: str) -> tuple[Document, Claim]:
    text = (
        f"{firm} counts its guests\n\nIt was a busy quarter on the quays, and the company likes to say so.\n\n"
        f"By 1 {month} 2024 {firm} had carried {quote} passengers in total, its chief executive said. "
        "The fleet is to grow by two ships next year, and the timetable with it.\n"
    )
    document = make.document(
        id, text, title=f"{firm} counts its guests in {month}", published=f"2024-0{5 if month == 'May' else 6}-03"
    )
    day = make.day(f"2024-0{5 if month == 'May' else 6}-01")
    value = float(quote.split()[0]) * 1e6
    return document, make.claim(
        quote, document, value, id=f"{id}/{quote}", entity=firm, time=day, timekind="since_launch"
    )


def _finding(n: int, firm: str, pair: list[Claim]) -> Finding:
    return make.finding(
        *pair,
        id=f"f{n:05}",
        rule=RULES[n % len(RULES)],
        severity=SEVERITIES[min(2, n * 5 // 12 % 3)],
        message=f"{firm}: {pair[0].quote} passengers by 1 May 2024, but only {pair[1].quote} by 1 June 2024.",
        diagnosis=(Diagnosis("stale", "The later article may have copied last year's figure.", 0.4),),
        gates=(Gate("entity", True, f"{firm} in both"), Gate("time", True, "1 May before 1 June 2024")),
    )
