"""What went wrong, as data: a run collects problems, reports them and goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read, parsed or used, and what to write instead."""

    path: str
    message: str
    line: int | None = None
    column: int | None = None
    hint: str = ""
    stage: str = ""  # read | extract | rules | compare | report

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" + (f" ({self.hint})" if self.hint else "")


class FactcheckError(Exception):
    """Raised where a run cannot go on: wrong usage or configuration. Carries its Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
