"""An article as the HTML page shows it: in full, every claim marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from factcheck.model import Claim, Document


@dataclass(frozen=True, slots=True)
class Span:
    """A run of article text; one with a claim has its anchor, its tone and a link to its finding."""

    text: str
    anchor: str | None = None
    tone: str = ""
    link: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A document as the page shows it, in full."""

    document: Document
    anchor: str
    title: str
    published: str
    url: str | None
    claims: int
    findings: int
    spans: list[Span]


def marked(text: str, claims: Iterable[Claim], mark: Callable[[Claim, str], Span]) -> list[Span]:
    """The whole text in spans; `mark` gives the span of a claim's words, empty for a claim inside another."""
    spans, reached = [], 0
    for claim in sorted(claims, key=lambda claim: (claim.start, -claim.end)):
        if claim.start < reached or claim.end > len(text):
            spans.append(mark(claim, ""))
            continue
        spans += [Span(text[reached : claim.start]), mark(claim, text[claim.start : claim.end])]
        reached = claim.end
    return [*spans, Span(text[reached:])]


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, else None."""
    if not url or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
