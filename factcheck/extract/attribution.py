"""Who is credited through an article: what a sentence says of it, and what is carried from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extract.clauses import measure
from factcheck.extract.credits import Credit, credits, may_credit
from factcheck.extract.offices import Voices, learn_offices
from factcheck.extract.quotations import continuations
from factcheck.extract.sentences import Sentence

_FAR = 2  # paragraphs over which a source or a person is carried


@dataclass(slots=True)
class Attribution:
    """The speakers of one article as it is read from sentence to sentence."""

    persons: frozenset[str]
    following: dict[int, list[Sentence]] = field(default_factory=dict)  # of a quotation that a sentence leaves open
    holders: dict[str, str] = field(default_factory=dict)  # office -> who holds it
    source: str | None = None
    source_paragraph: int = -9
    person: str | None = None
    person_paragraph: int = -9
    firm: str | None = None
    firm_paragraph: int = -9

    @classmethod
    def of(cls, sentences: Sequence[Sentence], marks: Sequence[Sequence[str]], persons: frozenset[str]) -> Attribution:
        """The attribution of an article of which nothing has been read."""
        return cls(persons, continuations(sentences, marks))

    def read(self, sentence: Sentence, topic: str | None) -> list[Credit]:
        """The credits of a sentence; `topic` is what "the company" stands for where the paragraph names no other."""
        learn_offices(sentence, self.persons, self.holders)
        voices = self._voices(sentence, topic)
        found = credits(sentence, voices)
        for later in self.following.get(sentence.index, ()) if not found else ():
            if may_credit(later):
                measure(later)
            if ahead := credits(later, voices):
                self._remember(ahead[-1].source, sentence)
                break
        if found:
            speakers = [credit for credit in found if not credit.told] or found
            self._remember(speakers[-1].source, sentence)
        else:
            named = next((name.entity for name in sentence.names if name.entity in self.persons), None)
            if named:
                self.person, self.person_paragraph = named, sentence.paragraph
        self._note_firm(sentence)
        return found

    def carried(self, paragraph: int) -> str | None:
        """The last source, where it was credited in this paragraph or one of the two before."""
        return self.source if paragraph - self.source_paragraph <= _FAR else None

    def _voices(self, sentence: Sentence, topic: str | None) -> Voices:
        firm = self.firm if self.firm_paragraph == sentence.paragraph else None
        last = self.carried(sentence.paragraph)
        if firm and (last is None or self.source_paragraph < sentence.paragraph):
            last = firm
        near = self.person and sentence.paragraph - self.person_paragraph <= _FAR
        return Voices(firm or topic, last, self.person if near else self.carried(sentence.paragraph), self.holders)

    def _note_firm(self, sentence: Sentence) -> None:
        """Keeps the first name of a sentence that is no place, person or object of a preposition."""
        led = {end for category in ("preposition", "of") for _, end, _ in sentence.tokens.hits.get(category, ())}
        for name in sentence.names:
            if name.sure and name.region is None and name.entity not in self.persons and name.first not in led:
                self.firm, self.firm_paragraph = name.entity, sentence.paragraph
                return

    def _remember(self, source: str, sentence: Sentence) -> None:
        self.source, self.source_paragraph = source, sentence.paragraph
        if source in self.persons:
            self.person, self.person_paragraph = source, sentence.paragraph
