"""Confirmed findings as schema.org ClaimReview (JSON-LD): only what a person has confirmed is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.archive.decisions import Decision
from factcheck.model import Claim, Document, Finding, Result
from factcheck.report.articles import web_address
from factcheck.report.difference import difference
from factcheck.report.json import dump
from factcheck.report.passages import Places
from factcheck.report.rows import ordered
from factcheck.report.text import one_line

_RATING = "Figures contradict each other"


def render(result: Result, decisions: Mapping[str, Decision] | None = None) -> str:
    """A review of each figure of each confirmed finding; `decisions`, by finding, tell who confirmed it and when."""
    places = Places(result)
    confirmed = [finding for finding in ordered(result) if finding.status == "confirmed"]
    reviews = [
        _review(finding, member.claim, places, (decisions or {}).get(finding.id))
        for finding in confirmed
        for member in finding.members
    ]
    return dump({"@context": "https://schema.org", "@graph": reviews}, indent=2) + "\n"


def _review(finding: Finding, claim: Claim, places: Places, decision: Decision | None) -> dict[str, Any]:
    apart = difference(finding)
    body = [finding.message, apart.text if apart else "", decision.why if decision else ""]
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": one_line(claim.sentence),
        "itemReviewed": _claim(claim, places.documents.get(claim.doc)),
        "reviewRating": {"@type": "Rating", "alternateName": _RATING},
        "reviewBody": " ".join(one_line(part) for part in body if part),
        "identifier": finding.id,
    }
    if decision:
        review |= {"author": {"@type": "Person", "name": one_line(decision.who)}, "datePublished": decision.at[:10]}
    return review


def _claim(claim: Claim, document: Document | None) -> dict[str, Any]:
    article: dict[str, Any] = {"@type": "NewsArticle", "identifier": one_line(claim.doc)}
    if document and document.title:
        article["headline"] = one_line(document.title)
    if document and (url := web_address(document.url)):
        article["url"] = url
    if document and document.published and document.published.start:
        article["datePublished"] = document.published.start.isoformat()
    if document and document.publisher:
        article["publisher"] = {"@type": "Organization", "name": one_line(document.publisher)}
    return {"@type": "Claim", "text": one_line(claim.quote), "appearance": article}
