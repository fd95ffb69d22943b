"""Draft notes that ask for a correction, for a person to check, finish and send."""

from __future__ import annotations

from factcheck.model import Finding, Member, Result
from factcheck.report.difference import difference
from factcheck.report.passages import Places
from factcheck.report.rows import ordered
from factcheck.report.text import one_line

_BREAK = "\n\n" + "-" * 72 + "\n\n"


def render(result: Result) -> str:
    """A draft for each article of each confirmed finding."""
    places = Places(result)
    confirmed = [finding for finding in ordered(result) if finding.status == "confirmed"]
    drafts = [draft(finding, doc, places) for finding in confirmed for doc in _docs(finding)]
    return _BREAK.join(drafts) or "No finding is confirmed, so there is nothing to ask for.\n"


def draft(finding: Finding, doc: str, places: Places) -> str:
    """A note about one article: what it says, what speaks against it, and the question."""
    own = [member for member in finding.members if member.claim.doc == doc]
    groups = {member.group for member in own}
    others = [member for member in finding.members if member.claim.doc != doc or member.group not in groups]
    title, published = one_line(places.title(doc)), places.published(doc)
    apart = difference(finding)
    lines = [
        f"Subject: A figure in “{title}”",
        "",
        "Dear colleagues,",
        "",
        f"in “{title}”{f' ({published})' if published else ''} we read:",
        "",
        *(_quoted(member, places) for member in own),
        *(["", "That does not fit with:", "", *(_quoted(member, places) for member in others)] if others else []),
        "",
        one_line(finding.message) + (f" ({apart.text})" if apart and apart.text else ""),
        *(f"Possible slip: {one_line(diagnosis.message)}" for diagnosis in finding.diagnosis[:1]),
        "",
        "Could you check which figure is right, and correct the article if it is not this one?",
        "",
        "Kind regards",
    ]
    return "\n".join(lines) + "\n"


def _quoted(member: Member, places: Places) -> str:
    claim = member.claim
    return f"> {one_line(claim.sentence)}\n  ({one_line(places.title(claim.doc))}, line {places.line(claim)})"


def _docs(finding: Finding) -> list[str]:
    return list(dict.fromkeys(member.claim.doc for member in finding.members))
