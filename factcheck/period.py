"""Closed spans of days, with their EDTF string (ISO 8601-2:2019, Extended Date/Time Format)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both inside; None is an open or unknown end.

    `basis` says where the dates come from: stated (a full date in the text), resolved (worked out from the
    publication date or a neighbour), inferred (guessed from other dates of the text), unstated.
    """

    start: date | None
    end: date | None
    edtf: str
    basis: str = "stated"

    @property
    def days(self) -> int | None:
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1
