"""Addresses of the review page, and moments in words."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote, urlencode

from factcheck.model import Claim
from factcheck.report.phrases import day
from factcheck.review.queue import Filter, storable


def queue_link(by: Filter, id: str = "") -> str:
    """The address of the queue under a filter, at a finding."""
    query = by.query(**({"at": id} if id else {}))
    return f"/?{query}" if query else "/"


def article_link(doc: str, id: str = "", claim: Claim | None = None, by: Filter | None = None) -> str:
    """The address of an article, at a claim's span, on the way from a finding."""
    more = {"doc": storable(doc), **({"at": id} if id else {}), **({"back": by.query()} if by and by.query() else {})}
    span = f"#{span_anchor(claim)}" if claim else ""
    return f"/article?{urlencode(more, errors='replace')}{span}"


def note_link(id: str, doc: str) -> str:
    """The address of a draft that asks for a correction of an article."""
    return f"/correction?{urlencode({'at': id, 'doc': storable(doc)}, errors='replace')}"


def export_link(name: str) -> str:
    """The address of a file to take away."""
    return f"/export/{quote(name)}"


def span_anchor(claim: Claim) -> str:
    """The anchor of a claim in its article."""
    return f"s{claim.start}-{claim.end}"


def moment(text: str) -> str:
    """An ISO time in words: "3 May 2024, 09:12 UTC"; other text as it is."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    if len(text) <= 10:
        return day(at.date())
    at = at.astimezone(UTC) if at.tzinfo else at
    return f"{day(at.date())}, {at:%H:%M} UTC"
