"""Invented documents, claims, findings and results for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from factcheck.extract.words.vocabulary import languages, read_language
from factcheck.interval import Interval
from factcheck.model import Claim, Diagnosis, Document, Finding, Gate, Member, Result
from factcheck.period import Period

SPRING = """Harbour Line sails past twelve million

Harbour Line, the ferry company, celebrated on Thursday. By 1 May 2024 Harbour Line had carried 12 million passengers \
in total, its chief executive Mara Quist told reporters.

The fleet has 14 ships. In April it carried 410,000 passengers, up 12% from a year earlier.
"""
SUMMER = """Fewer aboard than thought

By 1 June 2024 Harbour Line had carried 11.2 million passengers in total, the Quay Gazette has learned. \
The company would not comment.
"""


def complete_languages() -> list[str]:
    """The languages that rules/ speaks in full; one that does not yet says `partial` in its file."""
    return [lang for lang in languages() if not read_language(lang).words.get("partial")]


def document(id: str = "spring.txt", text: str = SPRING, **slots: Any) -> Document:
    """A document; `published` may be an ISO date."""
    published = slots.pop("published", None)
    if isinstance(published, str):
        published = day(published)
    return Document(**{"id": id, "path": id, "text": text, "lang": "en", "published": published} | slots)


def day(iso: str, basis: str = "stated") -> Period:
    """A period of one day."""
    value = date.fromisoformat(iso)
    return Period(value, value, iso, basis)


def claim(
    quote: str = "12 million", article: Document | None = None, value: float | None = 12e6, **slots: Any
) -> Claim:
    """A claim on the first place where the quote stands in the document `article`."""
    article = article or document()
    start = article.text.index(quote)
    first = article.text.rfind("\n", 0, start) + 1
    last = article.text.find("\n", start)
    sentence = article.text[first : last if last >= 0 else len(article.text)]
    exact = Interval.point(value or 0.0)
    usual: dict[str, Any] = {
        "id": f"{article.id}-{quote}",
        "doc": article.id,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "sentence": sentence,
        "sentence_start": first,
        "entity": "Harbour Line",
        "metric": "passengers",
        "kind": "level",
        "value": value,
        "unit": "count",
        "bound": "exact",
        "allowed": exact,
        "stated": exact,
    }
    return Claim(**usual | slots)


def finding(*claims: Claim, severity: str = "conflict", **slots: Any) -> Finding:
    """A finding in which every claim stands for itself, unless `groups` says otherwise."""
    groups = slots.pop("groups", range(len(claims)))
    usual: dict[str, Any] = {
        "id": "f1",
        "rule": "running-total-fell",
        "severity": severity,
        "confidence": "high",
        "message": "Harbour Line: 12 million passengers by 1 May 2024, but only 11.2 million by 1 June 2024.",
        "explanation": "A figure counted since launch can only grow.",
        "members": tuple(Member(one, group) for one, group in zip(claims, groups, strict=True)),
    }
    return Finding(**usual | slots)


def result(**slots: Any) -> Result:
    """Two articles about one ferry company, with one conflict, a sum that comes out right, and a claim said twice."""
    spring = document(published="2024-05-02", title="Harbour Line sails past twelve million")
    summer = document("summer.txt", SUMMER, title="Fewer aboard than thought")
    total = claim(article=spring, time=day("2024-05-01"), timekind="since_launch")
    later = claim("11.2 million", summer, 11.2e6, time=day("2024-06-01"), timekind="since_launch")
    ships = claim("14 ships", spring, 14.0, metric="count:ship")
    month = claim("410,000", spring, 410_000.0, entity=None)
    conflict = finding(
        total,
        later,
        diagnosis=(Diagnosis("digits", "11.2 could be 12.1 with two digits swapped.", 0.4),),
        gates=(Gate("entity", True, "Harbour Line in both"), Gate("time", True, "1 May before 1 June 2024")),
    )
    check = finding(month, severity="consistent", id="f2", rule="change-checks", message="410,000 is 12% up.")
    twice = finding(ships, severity="corroboration", id="f3", rule="same-fact", message="14 ships, twice.", origins=2)
    usual: dict[str, Any] = {
        "documents": [spring, summer],
        "claims": [total, ships, month, later],
        "findings": [twice, conflict, check],
        "compared": {"pairs": 6, "stopped_at": {"metric": 3, "time": 2}},
    }
    return Result(**usual | slots)
