"""What the templates show: the queue, a finding, an article, the desk's log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from factcheck.archive.decisions import (
    Decision,
    contradictions,
    effective,
)
from factcheck.model import Claim, Finding, Result
from factcheck.report.articles import Span, marked, web_address
from factcheck.report.cards import Card, Deck
from factcheck.report.passages import Places
from factcheck.report.phrases import metric_name, rule_name, value_of, when
from factcheck.review.advice import advice
from factcheck.review.desk import Desk
from factcheck.review.links import queue_link, span_anchor
from factcheck.review.queue import PAGE, STATUSES, Filter, Item, storable

_LOGGED = 200  # decisions listed
Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in the list, or in a cluster."""

    id: str
    finding: Finding
    status: str
    assignee: str
    version: int


def queue_view(desk: Desk, by: Filter, at: str, who: str) -> Context:
    """The page of the queue that holds the finding at hand, and the finding; the first one where none is named."""
    queue = desk.queue
    total = queue.count(by)
    position = queue.position(by, at) if at in desk.findings else 0
    first = min(position, max(0, total - 1)) // PAGE * PAGE
    rows = [_row(desk, item) for item in queue.page(by, first)]
    current = at if at in desk.findings else rows[0].id if rows else ""
    listed = any(row.id == current for row in rows)
    return {
        **_frame(desk, by, who),
        "rows": rows,
        "first": first,
        "total": total,
        "older": queue_link(by, _edge(desk, by, first - PAGE)) if first else "",
        "newer": queue_link(by, _edge(desk, by, first + PAGE)) if first + PAGE < total else "",
        "position": position + 1 if listed else 0,
        **(finding_view(desk, by, current) if current else {"card": None, "id": ""}),
    }


def finding_view(desk: Desk, by: Filter, id: str) -> Context:
    """A finding with its passages, its history and its cluster."""
    finding, state = desk.findings[id], desk.ledger.state(id)
    after, before = desk.queue.after(by, id), desk.queue.before(by, id)
    members = [_row(desk, item) for item in desk.queue.cluster(id)[: PAGE + 1]]
    known = desk.ledger.precision(finding.rule)
    return {
        "id": id,
        "card": card_of(desk, finding),
        "finding": finding,
        "status": desk.status(id),
        "version": state.version,
        "assignee": state.assignee,
        "history": history_of(desk.ledger.history(id)),
        "silencing": [d for d in desk.silencing(finding) if d.subject != id],
        "cluster": [row for row in members if row.id != id][:PAGE],
        "next": queue_link(by, after) if after else "",
        "previous": queue_link(by, before) if before else "",
        "known": known,
        "advice": advice(known),
        "docs": list(dict.fromkeys(member.claim.doc for member in finding.members)),
    }


def card_of(desk: Desk, finding: Finding) -> Card:
    """A finding as the report shows it."""
    docs = dict.fromkeys(member.claim.doc for member in finding.members)
    documents = [desk.source.read(doc)[0] for doc in docs]
    return Deck(Result(documents=documents, findings=[finding]), [finding], 0).card(finding)


def article_view(desk: Desk, doc: str, at: str, back: Filter, who: str) -> Context:
    """An article in full, every claim marked, with its findings."""
    document, claims = desk.source.read(doc)
    by = Filter(status="", doc=storable(doc))
    spans = marked(document.text, claims, lambda claim, words: _span(desk, by, claim, words))
    places = Places(Result(documents=[document]))
    return {
        **_frame(desk, by, who),
        "document": document,
        "title": places.title(doc) if document.text else desk.source.titles.get(doc, doc),
        "published": places.published(doc) or "undated",
        "url": web_address(document.url),
        "spans": spans,
        "claims": claims,
        "rows": [_row(desk, item) for item in desk.queue.page(by, 0)],
        "total": desk.queue.count(by),
        "at": at if at in desk.findings else "",
        "back": queue_link(back, at if at in desk.findings else ""),
    }


def desk_view(desk: Desk, who: str) -> Context:
    """The rules with the desk's own precision, suppressions, contradictions, orphans and the latest decisions."""
    ledger, open_by_rule = desk.ledger, desk.queue.counts("rule", Filter())
    twice = [d for subject in ledger.subjects() for d in ledger.history(subject) if len(ledger.history(subject)) > 1]
    silent = [last for last in map(desk.last, ledger.subjects()) if last and last.verdict == "suppress"]
    over = [decision for decision in silent if decision.expires and decision.expires < desk.today()]
    return {
        **_frame(desk, Filter(), who),
        "rules": [_rule(desk, rule, n, open_by_rule) for rule, n in desk.queue.counts("rule").items()],
        "suppressions": [(d, len(desk.silenced(d)), ledger.state(d.subject).version) for d in silent if d not in over],
        "expired": [(d, ledger.state(d.subject).version) for d in over],
        "contradictions": contradictions(twice)[-_LOGGED:],
        "orphans": [(s, ledger.history(s.subject)[-1]) for s in desk.orphans()[:_LOGGED]],
        "log": list(reversed(ledger.decisions[-_LOGGED:])),
        "findings": desk.findings,
    }


def history_of(decisions: Iterable[Decision]) -> list[tuple[Decision, bool, bool]]:
    """A finding's decisions, newest first: each with whether it was undone, and whether it contradicts another."""
    every = list(decisions)
    against = {id(later) for _, later in contradictions(every)}
    kept = {id(decision) for decision in effective(every)}
    return [(d, d.verdict != "undo" and id(d) not in kept, id(d) in against) for d in reversed(every)]


def _frame(desk: Desk, by: Filter, who: str) -> Context:
    """What every page shows: who is there, how far the desk is, and the filters."""
    counts = desk.queue.counts("status")
    action = desk.ledger.latest_action(who) if who else []
    return {
        "by": by,
        "who": who,
        "source": desk.source.name,
        "number": desk.ledger.number,
        "statuses": [(status, counts.get(status, 0)) for status in STATUSES],
        "severities": desk.queue.counts("severity", Filter(status=by.status)),
        "decided": len(desk.findings) - counts.get("open", 0),
        "everything": len(desk.findings),
        "last": action[0] if action else None,
        "last_count": len(action),
        "last_finding": desk.findings.get(action[0].subject) if action else None,
        "people": desk.ledger.people(),
        **_choices(desk, by),
    }


def _choices(desk: Desk, by: Filter) -> Context:
    """The choices of the menus, the most frequent ones; what is chosen is always among them."""
    queue = desk.queue
    docs = dict.fromkeys((*queue.docs, *([by.doc] if by.doc else [])))
    return {
        "rule_choices": sorted(((rule, rule_name(rule)) for rule in queue.rules), key=lambda pair: pair[1]),
        "entity_choices": sorted({*queue.entities, *([by.entity] if by.entity else [])}),
        "doc_choices": [
            (doc, desk.source.titles.get(desk.docs.get(doc, doc), doc)) for doc in dict.fromkeys((*docs, by.doc)) if doc
        ],
    }


def _edge(desk: Desk, by: Filter, first: int) -> str:
    return next((item.id for item in desk.queue.page(by, max(0, first))), "")


def _row(desk: Desk, item: Item) -> Row:
    return Row(item.id, desk.findings[item.id], item.status, item.assignee, desk.ledger.state(item.id).version)


def _span(desk: Desk, by: Filter, claim: Claim, words: str) -> Span:
    ids = desk.touching(storable(claim.id))
    label = " · ".join(filter(None, (claim.entity_name, metric_name(claim.metric), value_of(claim), when(claim))))
    if not ids:
        return Span(words, span_anchor(claim), "plain", None, label)
    return Span(words, span_anchor(claim), desk.findings[ids[0]].severity, queue_link(by, ids[0]), label)


def _rule(desk: Desk, rule: str, total: int, waiting: dict[str, int]) -> Context:
    known = desk.ledger.precision(rule)
    return {"id": rule, "total": total, "open": waiting.get(rule, 0), "precision": known, "advice": advice(known)}
