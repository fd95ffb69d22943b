"""Bodies whose data an article reports, and those whom the data are about: what one of these says is soon over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extract.sources.credit import Credit
from factcheck.extract.words.sentences import Sentence

_FAR = 6  # paragraphs over which data go on past what those say whom they are about


@dataclass(slots=True)
class Observer:
    """The body last credited with data, and the firms and bodies named beside its figures."""

    who: str | None = None
    paragraph: int = -9
    observed: set[str] = field(default_factory=set)

    def note(self, found: Sequence[Credit], carried: str | None, sentence: Sentence, persons: frozenset[str]) -> None:
        """Takes in whose data a sentence tells of, and about whom."""
        data = sentence.tokens.first("data")
        telling = (c.source for c in found if (c.told or c.cue in data) and not (c.nobody or c.source in persons))
        who = next(telling, None)
        if who and who not in self.observed:
            self.observed = self.observed if who == self.who else set()
            self.who, self.paragraph = who, sentence.paragraph
        if self.who and self.who == carried and sentence.quantities:
            self.observed.update(
                n.entity for n in sentence.names if n.sure and n.region is None and n.entity != self.who
            )

    def outlasts(self, source: str | None, told: int, paragraph: int) -> bool:
        """Whether the data go on where somebody whom they are about spoke in an earlier paragraph."""
        return source in self.observed and paragraph > told and paragraph - self.paragraph <= _FAR
