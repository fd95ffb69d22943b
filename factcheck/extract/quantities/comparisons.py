"""Figures that say by how much something is more or less: a 5 % increase, 12 % higher, 500 fewer posts."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.phrases import Phrases


class Comparisons:
    """Finds what stands behind the figures of a sentence and makes them changes."""

    def __init__(self, reading: Reading, phrases: Phrases) -> None:
        self.reading, self.phrases = reading, phrases
        self.after = reading.starts("q_move_after")
        self.counted = reading.starts("q_move_counted")
        self.between = reading.starts("q_move_between")
        self.than = reading.starts("than")
        self.to, self.by = reading.ends("q_link_to"), reading.ends("q_link_by")

    def mark(self, draft: Draft, starts: Collection[int]) -> bool:
        """Whether a figure is such a change, which it is made then.

        `starts` are the tokens where figures begin, with their qualifiers: 5 boats, more than half.
        """
        return self._noun_after(draft) or self._compared(draft, starts) or self._more_than(draft)

    def _noun_after(self, draft: Draft) -> bool:
        """ "a 5 % increase", "12 % higher", "5 % de plus", "5 % Wachstum"."""
        if draft.unit in ("count", "ratio") or dimension(draft.unit) == "time":
            return False
        j = draft.last
        particle = j in self.after and self.after[j][0] not in self.than
        if particle and any(date.first == j for date in self.reading.periods):
            return False  # 7,4 Prozent | ein Jahr zuvor; but 25 % more than last year
        for _ in range(2):
            hit = self.after.get(j)
            if hit:
                if draft.unit != "percent" and hit[0] not in self.than and j not in self.counted:
                    return False
                draft.direction = hit[1]
                if draft.first in self.to and draft.first not in self.by:
                    draft.role = "to"  # ist auf 5 Prozent gesunken
                else:
                    draft.kind, draft.role = "change", "by"
                return True
            if j not in self.between:
                return False
            j = self.between[j][0]
        return False

    def _more_than(self, draft: Draft) -> bool:
        """Whether a word for a sign and "than" tell how many more there are: 1.200, mais 200 do que em janeiro."""
        end, first = draft.noun[1] if draft.noun else draft.last, draft.core[0]
        more = self.reading.word(first - 1) in self.reading.rules.plus
        told = end in self.than and end not in self.reading.tokens.first("relative")
        apposed = not self.reading.word(first - 1 - more)[:1].isalnum()
        if draft.unit == "percent" or not (told and apposed) or not (more or draft.value < 0):
            return False
        draft.kind, draft.direction, draft.role = "change", "up" if more else "down", "by"
        return True

    def _compared(self, draft: Draft, starts: Collection[int]) -> bool:
        """Whether what is counted is more or fewer than before: 300 pessoas a mais, 500 fewer posts."""
        if draft.unit != "count" or not self.counted:
            return False
        at = draft.noun[1] if draft.noun and draft.noun[1] in self.counted else draft.last
        hit = self.counted.get(at)
        if hit is None or at in starts or self.reading.word(hit[0]) in self.phrases.of:
            return False
        than = any(at <= i <= hit[0] for i in self.than)
        if draft.noun is None and draft.number.style != "digits" and not than:
            return False  # four more; but four fewer than
        draft.kind, draft.direction, draft.role = "change", hit[1], "by"
        return True
