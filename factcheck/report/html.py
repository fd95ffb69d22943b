"""The report as one HTML file that needs no network."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck.model import Claim, Result
from factcheck.report.articles import Article
from factcheck.report.cards import Deck
from factcheck.report.compiled import Compiled
from factcheck.report.phrases import DISAGREEMENTS, SEVERITIES, counted, plural, rule_name
from factcheck.report.rows import ordered, problems, summary
from factcheck.report.sentences import covered, verdict
from factcheck.report.text import inert

TEMPLATES = Path(__file__).parent / "templates"
_FINDINGS = 3000  # shown; the rest is counted
_AGREEMENTS = 500
_ARTICLE_CHARACTERS = 8_000_000
_HEADINGS = {"conflict": "Conflicts", "tension": "Tensions", "note": "Notes"}
_MEANING = {
    "conflict": "Cannot both be true.",
    "tension": "Hard to believe together; one of the readings is probably wrong.",
    "note": "Consistent by rounding only, or worth knowing.",
}


def render(result: Result) -> str:
    """The page: summary, findings by severity, what agrees, coverage, and the articles with every claim marked."""
    against = [finding for finding in ordered(result) if finding.severity in DISAGREEMENTS]
    agree = [finding for finding in ordered(result) if finding.severity not in DISAGREEMENTS]
    deck = Deck(result, [*against[:_FINDINGS], *agree[:_AGREEMENTS]], _ARTICLE_CHARACTERS)
    cards = [deck.card(finding) for finding in against[:_FINDINGS]]
    style, script = _asset("report.css"), _asset("report.js")
    page = environment(TEMPLATES).get_template("report.html.j2")
    return page.render(
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        verdict=verdict(result),
        tiles=_tiles(result),
        sections=[(s, _HEADINGS[s], _MEANING[s], [c for c in cards if c.finding.severity == s]) for s in DISAGREEMENTS],
        rules=sorted({(card.finding.rule, card.rule) for card in cards}),
        options=[(f"d{n}", deck.places.title(doc)) for doc, n in deck.numbers.items() if deck.counts.get(doc)],
        agreements=[deck.card(finding) for finding in agree[:_AGREEMENTS]],
        unshown={
            "findings": max(0, len(against) - _FINDINGS),
            "agreements": max(0, len(agree) - _AGREEMENTS),
            "articles": len(result.documents) - len(deck.shown),
        },
        covered=list(covered(result)),
        problems=problems(result),
        articles=_articles(result, deck),
        total=len(cards),
    )


def _articles(result: Result, deck: Deck) -> list[Article]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in result.claims:
        claims[claim.doc].append(claim)
    return [deck.article(document, claims[document.id]) for document in deck.shown]


def _tiles(result: Result) -> list[tuple[str, str, str, str]]:
    """The summary tiles: tone, number, words, and the section each leads to."""
    counts = summary(result)
    tiles = [
        (severity, f"{counts['severities'][severity]:,}", _words(severity, counts["severities"][severity]), target)
        for severity, target in zip(SEVERITIES, (*DISAGREEMENTS, "agreements", "agreements"), strict=True)
    ]
    articles = plural(counts["documents"], "article").partition(" ")[2]
    claims = plural(counts["claims"], "claim").partition(" ")[2] + " read"
    return [
        *tiles,
        ("plain", f"{counts['claims']:,}", claims, "coverage"),
        ("plain", f"{counts['documents']:,}", articles, "articles"),
    ]


def _words(severity: str, number: int) -> str:
    return counted(severity, number).partition(" ")[2]


def _policy(style: str, script: str) -> str:
    """The content security policy: this style and this script, and nothing else."""
    parts = ["default-src 'none'", f"style-src '{_digest(style)}'", f"script-src '{_digest(script)}'"]
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def environment(*folders: Path) -> Environment:
    """The templates of some folders; whatever they are given is shown as inert text."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        bytecode_cache=Compiled(Path(__file__)),
    )
    environment.filters["rule_name"] = rule_name
    return environment


def _shown(value: Any) -> Any:
    """Every text that is not markup, made inert before it is escaped."""
    return inert(value) if type(value) is str else value
