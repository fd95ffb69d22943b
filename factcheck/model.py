"""The types that flow from stage to stage: Document, Claim, Finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from factcheck.errors import Problem
from factcheck.interval import Interval
from factcheck.period import Period

Kind = Literal["level", "change", "ratio", "share"]
Bound = Literal["exact", "approx", "nearly", "more_than", "at_least", "less_than", "at_most", "range"]
TimeKind = Literal["as_of", "during", "since_launch", "unknown"]
Stance = Literal["asserted", "reported", "forecast", "plan", "target", "offer", "rumour", "denied"]
Severity = Literal["conflict", "tension", "note", "consistent", "corroboration"]
Confidence = Literal["high", "medium", "low"]

HYPOTHETICAL = frozenset({"forecast", "plan", "target", "offer", "rumour"})


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a document's text: headline, lead, body, caption, furniture."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text as read, and what is known about it."""

    id: str  # path as given, relative and with forward slashes; the same on every machine
    path: str
    text: str
    lang: str = ""  # empty: told by the text
    title: str | None = None
    url: str | None = None
    published: Period | None = None  # its basis: sidecar is stated, page metadata and date lines too, else inferred
    publisher: str | None = None
    zones: tuple[Zone, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantitative statement: value interval x time x entity x metric x scope, and where it stands."""

    id: str
    doc: str
    start: int  # of the quote, in characters of the document's text
    end: int
    quote: str  # the number with its qualifier, scale and unit
    sentence: str
    entity: str | None
    metric: str  # an id of rules/metrics, or count:<noun>, other:<noun>
    kind: Kind
    value: float | None
    unit: str  # ISO 4217 code, count, percent, ratio, a pint unit name, or a rate such as count/hour
    bound: Bound
    allowed: Interval  # everything a careful writer may have meant
    stated: Interval  # the face value
    high: float | None = None
    time: Period | None = None
    timekind: TimeKind = "unknown"
    region: str | None = None  # ISO 3166 alpha-2, UN M49 number, or world
    restrictors: tuple[str, ...] = ()  # "who:city dwellers", "which:…", "when:…", "part:…", "role:a year earlier"
    of: str | None = None  # what a share is a share of
    event: str | None = None
    source: str | None = None
    stance: Stance = "asserted"
    negated: bool = False
    zone: str = "body"
    lang: str = "en"
    published: str | None = None  # ISO date
    confidence: Confidence = "high"
    alternatives: tuple[str, ...] = ()  # other readings of a slot, "entity=…", best first
    # Evidence of identity
    sentence_start: int = 0
    paragraph: int = 0
    bracket_of: str | None = None  # id of the figure that this one, in brackets or apposition, restates or converts
    basis: str | None = None  # id of the figure that a change or ratio is measured against
    frame: tuple[str, ...] = ()  # stems of the clause's content words beyond the slots
    entity_basis: str = "subject"  # alias | subject | possessive | of | carried | topic
    region_basis: str = "stated"  # stated | carried | topic
    entity_printed: str | None = None  # as the article names them, where that is not the name the rules use
    source_printed: str | None = None

    @property
    def hypothetical(self) -> bool:
        return self.stance in HYPOTHETICAL

    @property
    def entity_name(self) -> str | None:
        """The entity as a reader of its article knows it."""
        return self.entity_printed or self.entity

    @property
    def source_name(self) -> str | None:
        """The source as a reader of its article knows it."""
        return self.source_printed or self.source


@dataclass(frozen=True, slots=True)
class Gate:
    """One step of a comparison: what was compared, and whether the pair passed."""

    name: str
    passed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Member:
    """A claim's place in a finding: members of one group agree, groups stand against each other."""

    claim: Claim
    group: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A slip that would explain a finding, with its arithmetic."""

    slip: str  # factor, exchange_rate, unit, digits, points, period, part, stale, entity
    message: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact on which claims disagree, or are shown to agree."""

    id: str
    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    explanation: str
    members: tuple[Member, ...]
    diagnosis: tuple[Diagnosis, ...] = ()
    gates: tuple[Gate, ...] = ()
    origins: int = 1
    status: str = "open"


@dataclass(slots=True)
class Result:
    """What one run gave: documents, claims, findings, and all that could not be read, parsed or dated."""

    documents: list[Document] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    compared: dict[str, Any] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)  # paths that gave nothing: unreadable, or no language file
