"""The log of decisions, held by subject and kept up to date while others write to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck.archive.decision_log import DecisionLog
from factcheck.archive.decisions import Decision, Precision, State, effective, state


class Ledger:
    """What a log holds, by subject and by person."""

    def __init__(self, log: DecisionLog) -> None:
        self.log = log
        self.number = 0  # of the last decision read
        self.decisions: list[Decision] = []
        self._histories: dict[str, list[Decision]] = defaultdict(list)
        self._by_person: dict[str, list[Decision]] = defaultdict(list)
        self._states: dict[str, State] = {}
        self._marks: dict[str, tuple[str, bool]] = {}  # findings that were judged: their rule, and whether it was right
        self._tally: Counter[tuple[str, bool]] = Counter()

    def refresh(self) -> list[Decision]:
        """Reads on, and returns what is new."""
        self.number, fresh = self.log.after(self.number)
        for decision in fresh:
            self.decisions.append(decision)
            self._histories[decision.subject].append(decision)
            self._by_person[decision.who].append(decision)
            self._states.pop(decision.subject, None)
        for subject in {decision.subject for decision in fresh}:
            self._count(subject)
        return fresh

    def history(self, subject: str) -> list[Decision]:
        """The decisions on a subject, oldest first."""
        return self._histories.get(subject, [])

    def knows(self, subject: str) -> bool:
        """True where something was decided on a subject."""
        return subject in self._histories

    def state(self, subject: str) -> State:
        """How a subject stands."""
        known = self._states.get(subject)
        if known is None:
            history = self._histories.get(subject)
            known = state(subject, history) if history else State(subject, 0)
            if history:
                self._states[subject] = known
        return known

    def precision(self, rule: str) -> Precision:
        """How often a rule was right, by the last decision on each of its findings."""
        return Precision(rule, self._tally[rule, True], self._tally[rule, False])

    def subjects(self) -> Iterator[str]:
        """Everything that was decided on."""
        return iter(self._histories)

    def people(self) -> list[str]:
        """Those who decided, or have something assigned."""
        return sorted({*self._by_person, *(d.assignee for d in self.decisions if d.assignee)})

    def latest_action(self, who: str) -> list[Decision]:
        """What a person decided last and still holds: what was decided at one moment is one action."""
        for decision in reversed(self._by_person.get(who, ())):
            if decision.verdict != "undo" and any(decision is held for held in self._held(decision.subject)):
                return [
                    other
                    for other in self._by_person[who]
                    if other.at == decision.at
                    and other.verdict != "undo"
                    and any(other is held for held in self._held(other.subject))
                ]
        return []

    def newest(self, subject: str) -> Decision | None:
        """The latest decision on a subject that was not undone."""
        held = self._held(subject)
        return held[-1] if held else None

    def _count(self, subject: str) -> None:
        if before := self._marks.pop(subject, None):
            self._tally[before] -= 1
        last = self.state(subject).last
        if last and last.rule and last.scope == "finding" and last.verdict != "unsure":
            mark = self._marks[subject] = (last.rule, last.verdict == "confirm")
            self._tally[mark] += 1

    def _held(self, subject: str) -> list[Decision]:
        return effective(self._histories[subject])
