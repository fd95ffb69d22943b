"""What leaves the review page, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.archive.decisions import Decision
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Result
from factcheck.report import claimreview, sarif, xlsx
from factcheck.report import correction as notes
from factcheck.report.passages import Places
from factcheck.review import spreadsheet
from factcheck.review.desk import Desk

Export = Callable[[Desk], str | bytes]


def decided(desk: Desk, only: str = "") -> Result:
    """The findings with the desk's status, or those of one status, and their articles."""
    findings = [replace(f, status=desk.status(id)) for id, f in desk.findings.items() if only in ("", desk.status(id))]
    claims = {m.claim.id: m.claim for finding in findings for m in finding.members}
    docs = dict.fromkeys(claim.doc for claim in claims.values())
    documents = [desk.source.read(doc)[0] for doc in docs]
    return Result(documents=documents, claims=list(claims.values()), findings=findings)


def decisions_jsonl(desk: Desk) -> str:
    """The log, one decision a line."""
    return "".join(desk.source.log.export_lines())


def findings_xlsx(desk: Desk) -> bytes:
    """The spreadsheet with a drop-down for the status, which can be taken in again."""
    return xlsx.render(decided(desk))


def claimreview_json(desk: Desk) -> str:
    """ClaimReview of what was confirmed."""
    return claimreview.render(decided(desk, "confirmed"), confirmations(desk))


def report_sarif(desk: Desk) -> str:
    """SARIF, what was dismissed or suppressed marked as such."""
    return sarif.render(decided(desk))


def correction_notes(desk: Desk) -> str:
    """Draft notes on all that was confirmed."""
    return notes.render(decided(desk, "confirmed"))


def confirmations(desk: Desk) -> dict[str, Decision]:
    """The confirming decision of each confirmed finding."""
    found = {id: desk.ledger.state(id).last for id in desk.findings if desk.status(id) == "confirmed"}
    return {id: decision for id, decision in found.items() if decision}


def correction(desk: Desk, id: str, doc: str) -> str | None:
    """A draft note about an article of a confirmed finding; None where it is not confirmed."""
    if id not in desk.findings or desk.status(id) != "confirmed" or doc not in desk.docs:
        return None
    finding = desk.findings[id]
    docs = dict.fromkeys(member.claim.doc for member in finding.members)
    places = Places(Result(documents=[desk.source.read(other)[0] for other in docs]))
    return notes.draft(finding, desk.docs[doc], places)


def take_in(desk: Desk, name: str, content: bytes, who: str) -> list[str]:
    """Takes decisions from the spreadsheet, or from JSON Lines as exported; sentences that tell what was done."""
    if not who:
        raise FactcheckError(Problem("review", "nobody knows who you are", hint="give your name", stage="review"))
    if name.lower().endswith(".xlsx"):
        return spreadsheet.take_in(desk, content, who, name).lines()
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        problem = Problem(name, "neither a spreadsheet nor JSON Lines", hint="choose an exported file", stage="review")
        raise FactcheckError(problem) from error
    count = desk.source.log.import_lines(lines, name)
    desk.refresh()
    return [f"{count:,} decision{'' if count == 1 else 's'} taken in."]


EXPORTS: dict[str, tuple[Export, str]] = {
    "decisions.jsonl": (decisions_jsonl, "application/x-ndjson"),
    "findings.xlsx": (findings_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "claimreview.json": (claimreview_json, "application/ld+json"),
    "corrections.txt": (correction_notes, "text/plain; charset=utf-8"),
    "findings.sarif": (report_sarif, "application/sarif+json"),
}
