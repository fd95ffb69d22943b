"""Who is credited through an article: what a sentence says of it, and what is carried from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.extract.names.forms import Names
from factcheck.extract.names.offices import Voices, learn_offices
from factcheck.extract.sources.credit import Credit, body_of
from factcheck.extract.sources.credited_claims import credited, is_uncredited
from factcheck.extract.sources.credits import credits, is_unnamed_paper, may_credit
from factcheck.extract.sources.headline_credits import labelled, signed
from factcheck.extract.sources.observers import Observer
from factcheck.extract.sources.openings import company, heads
from factcheck.extract.sources.quotations import continuations, inside_quotation, is_line, opens_with_quotation
from factcheck.extract.sources.reach import is_fleeting, is_narrow, main_speaker
from factcheck.extract.words.clauses import measure
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.model import Claim

_FAR = 2  # paragraphs over which a source or a person is carried
_GONE = 6  # the same to a verb that leaves its pronoun out
_LEAD = 3  # the sentences that may speak of a survey before they say whose it is
_SURVEYED = 10  # the sentences among which they say so
_OPENING = 5  # the sentences among which the first credit holds for what stands before it


@dataclass(slots=True)
class Attribution:
    """The speakers of one article as it is read from sentence to sentence."""

    persons: frozenset[str]
    following: dict[int, list[Sentence]]  # of a quotation that a sentence leaves open
    heads: dict[int, str]  # sentence -> the firm or body that it begins with
    company: str | None  # what "the company" stands for where the paragraph names no other
    holders: dict[str, str] = field(default_factory=dict)  # office -> who holds it
    quoting: frozenset[int] = frozenset()  # the sentences that begin within a quotation
    participles: tuple[str, ...] = ()  # endings of a verb that lacks its auxiliary
    attributes: tuple[str, ...] = ()  # the same of one that describes the noun before it
    idle: frozenset[str] = frozenset()  # words that are nobody: Também disse que
    drops: bool = False  # whether the language leaves pronouns out
    heard: set[str] = field(default_factory=set)  # everybody credited so far
    source: str | None = None
    source_paragraph: int = -9
    body: str | None = None  # the last source that is no person
    survey: str | None = None  # the data without an owner that the lead credits
    surveyor: str | None = None  # the body credited next, whose they are
    opening: tuple[int, str] | None = None  # the first credit: where its sentence begins, the body that it credits
    label: tuple[int, str] | None = None  # whom a headline names before a colon, and where it ends
    observer: Observer = field(default_factory=Observer)
    person: str | None = None
    person_paragraph: int = -9
    firm: str | None = None
    firm_paragraph: int = -9

    @classmethod
    def of(
        cls, sentences: Sequence[Sentence], vocabulary: Vocabulary, persons: frozenset[str], topic: str | None
    ) -> Attribution:
        """The attribution of an article of which nothing has been read; `topic` is what it is about."""
        grammar = vocabulary.section("grammar")
        drops, participles = bool(grammar.get("drops_pronouns")), tuple(grammar.get("participles", ()))
        attributes = tuple(grammar.get("attributes", participles))
        opened = heads(sentences, persons)
        following = continuations(sentences, vocabulary.section("attribution").get("quote_marks", ()))
        quoting = frozenset(later.index for quotation in following.values() for later in quotation)
        return cls(
            persons,
            following,
            opened,
            company(sentences, opened, None if topic in persons else topic),
            quoting=quoting,
            participles=participles,
            attributes=attributes,
            drops=drops,
            idle=vocabulary.stopwords,
        )

    def hear(self, sentence: Sentence) -> tuple[list[Credit], str | None]:
        """The credits of a sentence, and the source of what none of them governs."""
        if is_line(sentence) and self.source_paragraph < sentence.paragraph <= self.source_paragraph + _FAR:
            self.source_paragraph += 1  # a heading, a row of a list
        before = self.carried(sentence.paragraph)
        found = self.read(sentence)
        return found, before if is_narrow(found, sentence) else self.carried(sentence.paragraph)

    def read(self, sentence: Sentence) -> list[Credit]:
        """The credits of a sentence."""
        learn_offices(sentence, self.persons, self.holders)
        cited = may_credit(sentence)
        found = self._outside(credits(sentence, self._voices(sentence)), sentence) if cited else []
        if not found and sentence.zone == "headline":
            found = self._headline(sentence)
        for later in self.following.get(sentence.index, ()) if not found else ():
            if may_credit(later):
                measure(later)
                if ahead := credits(later, self._voices(sentence)):
                    self._remember(ahead[-1].source, sentence)
                    break
        if found:
            lasting = [credit for credit in found if not is_fleeting(credit, sentence)]
            self._learn(lasting, sentence)
            if lasting and (not all(credit.aside for credit in lasting) or self.carried(sentence.paragraph) is None):
                self._remember(main_speaker(lasting, sentence), sentence)
        else:
            if speaker := self._quoted_person(sentence):
                self._remember(speaker, sentence)
            named = next((name.entity for name in sentence.names if name.entity in self.persons), None)
            if named:
                self.person, self.person_paragraph = named, sentence.paragraph
        self.observer.note(found, self.carried(sentence.paragraph), sentence, self.persons)
        if firm := self.heads.get(sentence.index):
            self.firm, self.firm_paragraph = firm, sentence.paragraph
        return found

    def _headline(self, sentence: Sentence) -> list[Credit]:
        """The credit of a headline by where a name stands; that of a body before a colon has to be told again."""
        credit = signed(sentence) or labelled(sentence)
        if credit and not credit.told and credit.source not in self.persons:
            self.label = sentence.end, credit.source
            return []
        return [credit] if credit else []

    def _outside(self, found: list[Credit], sentence: Sentence) -> list[Credit]:
        """The credits that no quotation holds; those within one give way to its speaker."""
        quoted = inside_quotation(sentence, sentence.index in self.quoting)
        found = [credit for credit in found if credit.source.lower() not in self.idle]
        outer = [credit for credit in found if credit.cue not in quoted]
        told = sentence.paragraph - self.source_paragraph <= 1 and (0 in quoted or 1 in quoted)
        return outer if outer or told else found

    def carried(self, paragraph: int) -> str | None:
        """The last source, where it was credited in this paragraph or one of the two before; farther a lone body."""
        if self.observer.outlasts(self.source, self.source_paragraph, paragraph):
            return self.observer.who
        if paragraph - self.source_paragraph <= _FAR:
            return self.source
        return self.body if self.heard - self.persons == {self.body} else None

    def reveal(self, claims: Sequence[Claim], names: Names) -> list[Claim]:
        """The claims, those that the lead credits to a survey or nobody being credited to the body named next."""
        start, first = self.opening or (0, None)
        end, label = self.label or (0, None)
        if label and label in self.heard:
            claims = [credited(c, label, names) if is_uncredited(c, end) else c for c in claims]
        if self.survey and self.surveyor:
            claims = [credited(c, self.surveyor, names) if c.source == self.survey else c for c in claims]
        return [credited(c, first, names) if first and is_uncredited(c, start) else c for c in claims]

    def _learn(self, found: Sequence[Credit], sentence: Sentence) -> None:
        """Notes a survey that the lead credits, and the first body that is credited after it; the first of all."""
        if self.source is None and sentence.index <= _OPENING:
            firm = [c.source for c in found if not (c.weak or c.nobody or is_unnamed_paper(c, sentence))]
            if firm and firm[0] not in self.persons:
                self.opening = sentence.start, firm[0]
        unowned = next((credit.source for credit in found if credit.nobody), None)
        if unowned and sentence.index < _LEAD:
            self.survey = self.survey or unowned
        elif self.survey and self.surveyor is None and sentence.index < _SURVEYED:
            told = (body_of(credit, sentence, self.persons) for credit in found if not credit.nobody)
            bodies = (body for body in told if body)
            self.surveyor = next(bodies, None)

    def _voices(self, sentence: Sentence) -> Voices:
        head = self.heads.get(sentence.index)
        before = self.firm if self.firm_paragraph == sentence.paragraph else None
        firm = head or before
        last = dropped = self.carried(sentence.paragraph)
        if last is None or self.source_paragraph < sentence.paragraph:
            last, dropped = firm or last, before or last
        near = self.person and sentence.paragraph - self.person_paragraph <= _FAR
        person = self.person if near else self.carried(sentence.paragraph)
        firm = firm or self.company
        if person and self.person_paragraph == sentence.paragraph > self.source_paragraph:
            dropped = person
        if dropped is None and sentence.paragraph - self.source_paragraph <= _GONE:
            dropped = self.source
        dropped = (dropped or head) if self.drops else None
        return Voices(
            firm, last, person, self.body, self.holders, head, self.persons, self.participles, self.attributes, dropped
        )

    def _quoted_person(self, sentence: Sentence) -> str | None:
        """The person of a paragraph in which nobody has been credited, where a quotation opens a sentence."""
        silent = self.person_paragraph == sentence.paragraph > self.source_paragraph
        return self.person if silent and opens_with_quotation(sentence) else None

    def _remember(self, source: str, sentence: Sentence) -> None:
        self.source, self.source_paragraph = source, sentence.paragraph
        self.heard.add(source)
        if source in self.persons:
            self.person, self.person_paragraph = source, sentence.paragraph
        else:
            self.body = source
