"""The desk: what its people may do with the findings, one at a time, with nothing lost and nothing overwritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import RLock

from factcheck.archive.decision_log import StaleDecision
from factcheck.archive.decisions import (
    STATUS_OF,
    Decision,
    Scope,
    State,
    Verdict,
    contradictions,
    suppresses,
)
from factcheck.errors import FactcheckError, Problem
from factcheck.model import Finding
from factcheck.review.ledger import Ledger
from factcheck.review.queue import Queue, storable
from factcheck.review.sources import Source
from factcheck.review.subjects import subject_of, subjects_of, tidy, wrong

Versions = Mapping[str, int]  # of findings, as the person who decides saw them


class Contradiction(FactcheckError):
    """Raised where a judgement says the opposite of an earlier one; carries the earlier ones."""

    def __init__(self, earlier: Sequence[Decision]) -> None:
        first = earlier[0]
        message = f"{first.who} said “{first.verdict}” on {first.at[:10]}"
        super().__init__(Problem(first.subject, message, hint="decide again to insist", stage="review"))
        self.earlier = list(earlier)


class Desk:
    """The findings of a source with what was decided on them."""

    def __init__(self, source: Source, today: Callable[[], date] = date.today) -> None:
        self.source, self.today, self.lock = source, today, RLock()
        self.findings: dict[str, Finding] = {finding.id: finding for finding in map(tidy, source.findings)}
        self.docs = {storable(doc): doc for doc in source.titles}
        self.queue = Queue(list(self.findings.values()), source.titles)
        self.ledger = Ledger(source.log)
        self._touching: dict[str, list[str]] = defaultdict(list)  # findings by their ids, rules and claims
        for id, finding in self.findings.items():
            for subject in {id, finding.rule, *(member.claim.id for member in finding.members)}:
                self._touching[subject].append(id)
        self._states = {id: (finding.status, "") for id, finding in self.findings.items()}  # status, assignee
        self.refresh()

    def refresh(self) -> None:
        """Takes in what was decided since, by this process or another."""
        with self.lock:
            touched = {decision.subject for decision in self.ledger.refresh()}
            ids = {id for subject in touched for part in subject.split("|") for id in self.touching(part)}
            now = {id: (self._status(self.findings[id]), self.ledger.state(id).assignee) for id in sorted(ids)}
            self.queue.set_state((id, *state) for id, state in now.items() if state != self._states[id])
            self._states.update(now)

    def status(self, id: str) -> str:
        """How a finding stands: open, confirmed, dismissed, unsure or suppressed."""
        return self._states[id][0]

    def touching(self, subject: str) -> list[str]:
        """The findings with an id, of a rule or with a claim, in the queue's order."""
        return self._touching.get(subject, [])

    def decide(self, who: str, verdict: Verdict, seen: Versions, why: str = "", insist: bool = False) -> None:
        """Judges findings, all or none; refused where they changed since `seen`, or contradict and do not insist."""
        if verdict not in ("confirm", "dismiss", "unsure"):
            raise wrong(f"no verdict {verdict!r}")
        self._record([self._on(id, verdict, who, why) for id in seen], seen, insist)

    def note(self, who: str, id: str, version: int, text: str) -> None:
        """Adds a note to a finding."""
        self._record([self._on(id, "note", who, text)], {id: version})

    def assign(self, who: str, seen: Versions, assignee: str) -> None:
        """Gives findings to somebody."""
        self._record([self._on(id, "assign", who, "", assignee=assignee) for id in seen], seen)

    def suppress(
        self, who: str, id: str, version: int, scope: Scope, why: str, expires: date | None, which: Sequence[int] = ()
    ) -> None:
        """Silences a finding's fact or rule, or one or two of its claims; `which` numbers them."""
        subject = subject_of(self._finding(id), scope, which)
        decision = replace(self._on(id, "suppress", who, why, scope=scope, expires=expires), subject=subject)
        self._check_version(id, version)
        self._record([decision], {subject: self.ledger.state(subject).version}, insist=True)

    def undo(self, who: str, subject: str, version: int) -> None:
        """Takes back the latest decision on a subject."""
        self._record([Decision(subject, "undo", who, _now())], {subject: version})

    def undo_latest(self, who: str) -> str:
        """Takes back what a person did last, and returns a finding that it was about."""
        with self.lock:
            self.refresh()
            action = self.ledger.latest_action(who)
            if not action:
                raise wrong("there is nothing of yours to undo")
            for decision in action:
                newest = self.ledger.newest(decision.subject)
                if newest is not None and newest != decision:
                    raise wrong(f"{newest.who} has added to it since; undo it at the finding")
            at = _now()
            versions = {decision.subject: self.ledger.state(decision.subject).version for decision in action}
            self._record([Decision(subject, "undo", who, at) for subject in versions], versions)
            return self._first_touched(action[0].subject)

    def silencing(self, finding: Finding) -> list[Decision]:
        """The suppressions that hold for a finding."""
        subjects = (subject for subject in subjects_of(finding) if self.ledger.knows(subject))
        held = [last for last in map(self.last, subjects) if last and last.verdict == "suppress"]
        silent = [decision for decision in held if suppresses(decision, finding)]
        return [decision for decision in silent if decision.expires is None or decision.expires >= self.today()]

    def silenced(self, suppression: Decision) -> list[str]:
        """The findings that a suppression silences."""
        touched = dict.fromkeys(id for part in suppression.subject.split("|") for id in self.touching(part))
        return [id for id in touched if suppresses(suppression, self.findings[id])]

    def orphans(self) -> list[State]:
        """What was decided on findings, figures or pairs that are no longer there, or were edited since."""
        gone = (s for s in self.ledger.subjects() if s not in self._touching)
        states = [(self.ledger.state(subject), self.ledger.history(subject)[-1]) for subject in gone]
        return [
            known
            for known, last in states
            if (known.verdict or known.notes or known.assignee) and last.scope != "rule" and not self.silenced(last)
        ]

    def last(self, subject: str) -> Decision | None:
        """The judgement or suppression that holds for a subject."""
        return self.ledger.state(subject).last

    def _finding(self, id: str) -> Finding:
        if id not in self.findings:
            raise wrong("there is no such finding")
        return self.findings[id]

    def _on(self, id: str, verdict: Verdict, who: str, why: str, assignee: str = "", **rest: object) -> Decision:
        finding = self._finding(id)
        claims = tuple(member.claim.id for member in finding.members)
        given = {"rule": finding.rule, "claims": claims, "assignee": assignee, **rest}
        return Decision(id, verdict, who, "", why.strip(), **given)  # type: ignore[arg-type]

    def _record(self, decisions: Sequence[Decision], seen: Versions, insist: bool = False) -> None:
        with self.lock:
            self.refresh()
            if not insist and (earlier := self._contradicted(decisions, seen)):
                raise Contradiction(earlier)
            try:
                self.source.log.record_all(decisions, seen)
            finally:
                self.refresh()

    def _contradicted(self, decisions: Iterable[Decision], seen: Versions) -> list[Decision]:
        """The earlier judgements that some new ones speak against; a stale view is left for the log to refuse."""
        earlier = []
        for decision in decisions:
            history = self.ledger.history(decision.subject)
            if decision.verdict in ("confirm", "dismiss") and len(history) == seen.get(decision.subject):
                earlier += [a for a, b in contradictions([*history, decision]) if b is decision]
        return earlier

    def _check_version(self, id: str, version: int) -> None:
        self.refresh()
        now = self.ledger.state(id)
        if now.version != version:
            raise StaleDecision(now)

    def _status(self, finding: Finding) -> str:
        if self.silencing(finding):
            return "suppressed"
        return STATUS_OF.get(self.ledger.state(finding.id).verdict or "", finding.status)

    def _first_touched(self, subject: str) -> str:
        touched = [id for part in subject.split("|") for id in self.touching(part)]
        return touched[0] if touched else ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
