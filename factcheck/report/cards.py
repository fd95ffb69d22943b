"""What the HTML page shows of a finding and of an article, ready for its template."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from factcheck.model import Claim, Document, Finding, Member, Result
from factcheck.report.articles import Article, Span, marked, web_address
from factcheck.report.difference import Difference, difference
from factcheck.report.passages import Piece, Places, one_sentence
from factcheck.report.phrases import (
    DISAGREEMENTS,
    fact,
    metric_name,
    role_of,
    rule_name,
    understood,
    value_of,
    when,
)
from factcheck.report.plot import plot
from factcheck.report.shapes import Plot

_SHOWN = 3  # passages of one side that are open from the start
_MOST = 40  # passages of one side in all


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim in its paragraph, with the place it links to."""

    claim: Claim
    pieces: list[Piece]
    title: str
    role: str
    value: str
    line: int
    published: str
    anchor: str | None  # of the claim in the article below
    slots: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of a finding that agree with each other."""

    letter: str
    value: str
    when: str
    shown: list[Passage]
    more: list[Passage]
    rest: int  # passages that are counted and not shown


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it."""

    finding: Finding
    anchor: str
    rule: str
    about: str
    apart: Difference | None
    sides: list[Side]
    documents: str  # the numbers of its documents, for the filter
    plot: Plot | None
    joint: Passage | None  # the one sentence that holds all of its claims


class Deck:
    """Builds the cards and articles of one result, with the anchors that link them."""

    def __init__(self, result: Result, shown: list[Finding], room: int) -> None:
        """Links the findings in `shown` and articles of at most `room` characters, those with findings first."""
        self.places = Places(result)
        self.numbers = {document.id: number for number, document in enumerate(result.documents)}
        self.ids = _anchors(shown)
        self.worst: dict[tuple[str, int, int], Finding] = {}
        self.counts: dict[str, set[str]] = defaultdict(set)
        for finding in shown:
            for member in finding.members:
                self.worst.setdefault(_key(member.claim), finding)
                if finding.severity in DISAGREEMENTS:
                    self.counts[member.claim.doc].add(finding.id)
        self.shown = self._fitting(result.documents, room)
        named = {document.id for document in self.shown}
        self.anchors = {_key(claim): f"c{n}" for n, claim in enumerate(result.claims) if claim.doc in named}

    def _fitting(self, documents: list[Document], room: int) -> list[Document]:
        chosen: set[str] = set()
        for document in sorted(documents, key=lambda document: not self.counts.get(document.id)):
            room -= len(document.text)
            if room < 0:
                break
            chosen.add(document.id)
        return [document for document in documents if document.id in chosen]

    def card(self, finding: Finding) -> Card:
        """A finding with its sides, each passage in its context."""
        groups: dict[int, list[Member]] = defaultdict(list)
        for member in finding.members:
            groups[member.group].append(member)
        rivals = [member.claim for member in finding.members]
        documents = sorted({self.numbers[claim.doc] for claim in rivals if claim.doc in self.numbers})
        return Card(
            finding=finding,
            anchor=self.ids[id(finding)],
            rule=rule_name(finding.rule),
            about=" · ".join(part for part in fact(finding) if part),
            apart=difference(finding),
            sides=[self._side(group, members, rivals) for group, members in sorted(groups.items())],
            documents=" ".join(f"d{number}" for number in documents),
            plot=plot(finding),
            joint=self._passage(finding.members[0], rivals) if len(rivals) > 1 and one_sentence(rivals) else None,
        )

    def _side(self, group: int, members: list[Member], rivals: list[Claim]) -> Side:
        passages = [self._passage(member, rivals) for member in members[:_MOST]]
        values = list(dict.fromkeys(value_of(member.claim) for member in members))
        notes = [note for member in members for note in (role_of(member), when(member.claim)) if note]
        times = list(dict.fromkeys(notes))
        return Side(
            letter=chr(ord("A") + min(group, 25)),
            value=", ".join(values[:_SHOWN]) + (" …" if len(values) > _SHOWN else ""),
            when=", ".join(times[:_SHOWN]),
            shown=passages[:_SHOWN],
            more=passages[_SHOWN:],
            rest=len(members) - len(passages),
        )

    def _passage(self, member: Member, rivals: list[Claim]) -> Passage:
        claim = member.claim
        return Passage(
            claim=claim,
            pieces=self.places.passage(claim, rivals),
            title=self.places.title(claim.doc),
            role=role_of(member),
            value=value_of(claim),
            published=self.places.published(claim.doc),
            line=self.places.line(claim),
            anchor=self.anchors.get(_key(claim)),
            slots=understood(claim),
        )

    def article(self, document: Document, claims: list[Claim]) -> Article:
        """A document in full, every claim marked."""
        return Article(
            document=document,
            anchor=f"d{self.numbers[document.id]}",
            title=self.places.title(document.id),
            published=self.places.published(document.id) or "undated",
            url=web_address(document.url),
            claims=len(claims),
            findings=len(self.counts.get(document.id, ())),
            spans=marked(document.text, claims, self._mark),
        )

    def _mark(self, claim: Claim, words: str) -> Span:
        finding = self.worst.get(_key(claim))
        tone = finding.severity if finding else "plain"
        label = " · ".join(filter(None, (claim.entity_name, metric_name(claim.metric), value_of(claim), when(claim))))
        link = self.ids[id(finding)] if finding and tone in DISAGREEMENTS else None
        return Span(words, self.anchors[_key(claim)], tone, link, label)


def _key(claim: Claim) -> tuple[str, int, int]:
    return claim.doc, claim.start, claim.end


def _anchors(findings: list[Finding]) -> dict[int, str]:
    """An anchor for each finding, from its id, so that links to it last."""
    taken: set[str] = set()
    anchors = {}
    for finding in findings:
        anchor = base = "f-" + re.sub(r"[^A-Za-z0-9_-]", "-", finding.id)[:80]
        suffix = 1
        while anchor in taken:
            suffix += 1
            anchor = f"{base}-{suffix}"
        taken.add(anchor)
        anchors[id(finding)] = anchor
    return anchors
