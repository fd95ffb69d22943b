"""What editors decided about findings, and what follows from it: pure functions over a list of decisions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from factcheck.model import Finding

Verdict = Literal["confirm", "dismiss", "unsure", "note", "assign", "undo", "suppress"]
Scope = Literal["finding", "pair", "claim", "rule", "fact"]
VERDICTS: tuple[Verdict, ...] = ("confirm", "dismiss", "unsure", "note", "assign", "undo", "suppress")
SCOPES: tuple[Scope, ...] = ("finding", "pair", "claim", "rule", "fact")
JUDGEMENTS = frozenset({"confirm", "dismiss", "unsure"})
_OPPOSED = ({"confirm", "dismiss"}, {"confirm", "suppress"})
STATUS_OF = {"confirm": "confirmed", "dismiss": "dismissed", "unsure": "unsure"}


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log. `subject` is a finding's fingerprint; a suppression's is what it silences."""

    subject: str
    verdict: Verdict
    who: str
    at: str  # ISO 8601, UTC
    why: str = ""
    rule: str = ""  # of the finding
    claims: tuple[str, ...] = ()  # fingerprints
    scope: Scope = "finding"
    assignee: str = ""
    expires: date | None = None
    version: int = 0  # of the subject, from 1; given by the log


@dataclass(frozen=True, slots=True)
class State:
    """How a subject stands after all its decisions."""

    subject: str
    version: int
    verdict: Verdict | None = None  # confirm, dismiss, unsure or suppress
    assignee: str = ""
    notes: tuple[str, ...] = ()
    last: Decision | None = None  # that gave the verdict


def pair_subject(a: str, b: str) -> str:
    """What a suppression of two claims is filed under, in either order."""
    return "|".join(sorted((a, b)))


def effective(history: Iterable[Decision]) -> list[Decision]:
    """A subject's decisions without those that were undone; each undo takes back the latest that still holds."""
    held: list[Decision] = []
    for decision in history:
        if decision.verdict != "undo":
            held.append(decision)
        elif held:
            held.pop()
    return held


def state(subject: str, history: Sequence[Decision]) -> State:
    """How a subject stands after its decisions, oldest first."""
    held = effective(history)
    judged = [decision for decision in held if decision.verdict in JUDGEMENTS or decision.verdict == "suppress"]
    assigned = [decision.assignee for decision in held if decision.verdict == "assign"]
    return State(
        subject=subject,
        version=len(history),
        verdict=judged[-1].verdict if judged else None,
        assignee=assigned[-1] if assigned else "",
        notes=tuple(decision.why for decision in held if decision.verdict == "note"),
        last=judged[-1] if judged else None,
    )


def states(decisions: Iterable[Decision]) -> dict[str, State]:
    """The state of every subject."""
    by_subject: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_subject[decision.subject].append(decision)
    return {subject: state(subject, history) for subject, history in by_subject.items()}


def contradictions(decisions: Iterable[Decision]) -> list[tuple[Decision, Decision]]:
    """Decisions that still hold, each with the next judgement on its subject where that says the opposite."""
    by_subject: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_subject[decision.subject].append(decision)
    found: list[tuple[Decision, Decision]] = []
    for history in by_subject.values():
        judged = [d for d in effective(history) if d.verdict in JUDGEMENTS or d.verdict == "suppress"]
        found += [(a, b) for a, b in pairwise(judged) if {a.verdict, b.verdict} in _OPPOSED]
    return found


def orphans(decisions: Iterable[Decision], findings: Iterable[Finding]) -> list[State]:
    """The states of findings, facts, pairs and claims that no finding of this run has any more."""
    known = {subject for finding in findings for subject in _subjects(finding)}
    known.update(decision.subject for decision in decisions if decision.scope == "rule")
    every = states(decisions).values()
    return [s for s in every if s.subject not in known and (s.verdict or s.notes or s.assignee)]


def suppressions(decisions: Iterable[Decision], today: date) -> list[Decision]:
    """The suppressions in force on a day."""
    held = (state.last for state in states(decisions).values())
    return [d for d in held if d and d.verdict == "suppress" and (d.expires is None or d.expires >= today)]


def expired(decisions: Iterable[Decision], today: date) -> list[Decision]:
    """The suppressions whose time is over."""
    held = (state.last for state in states(decisions).values())
    return [d for d in held if d and d.verdict == "suppress" and d.expires is not None and d.expires < today]


def suppresses(suppression: Decision, finding: Finding) -> bool:
    """True where a suppression silences a finding."""
    return suppression.subject in _BY_SCOPE[suppression.scope](finding)


def judged(
    findings: Sequence[Finding], decisions: Sequence[Decision], today: date
) -> tuple[list[Finding], list[Decision]]:
    """The findings with what was decided as their status, and the suppressions that silenced nothing."""
    current, active = states(decisions), suppressions(decisions, today)
    used: set[Decision] = set()
    found: list[Finding] = []
    for finding in findings:
        silencing = [suppression for suppression in active if suppresses(suppression, finding)]
        used.update(silencing)
        known = current.get(finding.id)
        status = STATUS_OF.get(known.verdict or "", finding.status) if known else finding.status
        found.append(replace(finding, status="suppressed" if silencing else status))
    return found, [suppression for suppression in active if suppression not in used]


@dataclass(frozen=True, slots=True)
class Precision:
    """How often a rule's findings were confirmed."""

    rule: str
    confirmed: int
    dismissed: int

    @property
    def share(self) -> float | None:
        judged = self.confirmed + self.dismissed
        return self.confirmed / judged if judged else None


def precision(decisions: Iterable[Decision]) -> list[Precision]:
    """The precision of each rule by the last decision on each finding; a suppressed one was a false alarm."""
    counts: Counter[tuple[str, bool]] = Counter()
    for known in states(decisions).values():
        last = known.last
        if last and last.rule and last.scope == "finding" and last.verdict != "unsure":
            counts[last.rule, last.verdict == "confirm"] += 1
    return [Precision(rule, counts[rule, True], counts[rule, False]) for rule in sorted({rule for rule, _ in counts})]


def _claims(finding: Finding) -> list[str]:
    return [member.claim.id for member in finding.members]


def _pairs(finding: Finding) -> list[str]:
    members = finding.members
    return [pair_subject(a.claim.id, b.claim.id) for i, a in enumerate(members) for b in members[i + 1 :]]


_BY_SCOPE: dict[Scope, Callable[[Finding], Collection[str]]] = {
    "finding": lambda finding: (finding.id,),
    "fact": lambda finding: (finding.id,),
    "rule": lambda finding: (finding.rule,),
    "claim": _claims,
    "pair": _pairs,
}


def _subjects(finding: Finding) -> list[str]:
    return [finding.id, *_claims(finding), *_pairs(finding)]
