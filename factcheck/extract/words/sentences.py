"""Sentences of a document, with their paragraph and zone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.extract.words.mentions import Name, NounPhrase, PeriodMention, Quantity
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.model import Document

# Begins with one set of characters, so that all others are skipped fast.
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)(?:[ \t\r]*+\n\s*+)?|(?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?=\s|[“«„]))")
_WORD_BACKWARDS = re.compile(r"(?:[^\W_]|[.&])+")
_WORD = 20  # characters of the longest abbreviation
_LONGEST = 2000  # characters
_ITEM = 8  # characters among which the sign of an item of a list stands
_BULLETS = frozenset("*-–—•·▪‣◦")
_CLOSED = tuple('.!?…:"”»')


@dataclass(slots=True)
class Sentence:
    """One sentence: where it stands, its tokens, and what the finders saw in it."""

    index: int
    start: int
    end: int
    paragraph: int
    zone: str
    tokens: Tokens
    periods: list[PeriodMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    meant: list[tuple[int, str]] = field(default_factory=list)  # tokens that stand for a place named before
    speakers: frozenset[int] = frozenset()  # tokens of those who are credited with its figures
    nouns: list[NounPhrase] = field(default_factory=list)  # phrases without a name, where there are quantities
    gaps: list[int] = field(default_factory=list)  # running cost of distance, one entry a token
    asides: dict[int, tuple[int, int] | None] = field(
        default_factory=dict
    )  # in which its periods stand, by first token
    breaks: list[int] = field(default_factory=list)  # tokens that end a clause; told only where there are quantities

    @property
    def text(self) -> str:
        return self.tokens.text[self.start : self.end]


def split(document: Document, vocabulary: Vocabulary) -> Iterator[Sentence]:
    """The sentences of a document in order; a blank line always ends one, a hard-wrapped line does not."""
    zones = sorted(document.zones, key=lambda zone: zone.start)
    position = 0
    for index, (start, end, paragraph) in enumerate(_spans(document.text, vocabulary)):
        while position < len(zones) and zones[position].end <= start:
            position += 1
        inside = position < len(zones) and zones[position].start <= start
        zone = zones[position].name if inside else "body"
        yield Sentence(index, start, end, paragraph, zone, tokenize(document.text, start, end))


def _spans(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int, int]]:
    section = vocabulary.section("grammar")
    abbreviations = frozenset(section.get("abbreviations", ()))
    ordinal_dot = bool(section.get("ordinal_dot", False))
    wrapped = _is_wrapped(text)
    start, paragraph, listed = 0, 0, False  # the items of a list belong to the paragraph that leads to it
    for match in _STOP.finditer(text):
        stop = match.group()
        newline = stop[0] == "\n"
        blank = newline and stop.count("\n") > 1
        if newline and not blank and wrapped:
            continue
        if not newline and not _ends(text, match.start(), match.end(), abbreviations, ordinal_dot):
            continue
        yield from _trimmed(text, start, match.start() if newline else match.end(), paragraph)
        start = match.end()
        if newline:
            listed = is_item(text, start) and (listed or text[max(0, match.start() - 1) : match.start()] == ":")
        paragraph += (blank or (newline and not wrapped)) and not listed
    yield from _trimmed(text, start, len(text), paragraph)


def is_item(text: str, start: int) -> bool:
    """Whether an item of a list begins at a place in a text, by its sign."""
    sign = text[start : start + _ITEM].lstrip()
    return sign[:1] in _BULLETS and sign[1:2].isspace()


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Iterator[tuple[int, int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:  # no sentence of prose: cut, so that cost stays linear whatever the text
        cut = max(text.rfind(" ", start + 1, start + _LONGEST), start + _LONGEST // 2)
        yield start, cut, paragraph
        start = cut
    if start < end:
        yield start, end, paragraph


def _ends(text: str, dot: int, after: int, abbreviations: frozenset[str], ordinal_dot: bool) -> bool:
    """Whether the stop at `dot` ends a sentence."""
    follow = text[after : after + 3].lstrip()[:1]
    if follow and follow.islower():
        return False
    if text[dot] != "." or text[dot : dot + 3] == "...":
        return True
    before = _WORD_BACKWARDS.match(text[max(dot - _WORD, 0) : dot][::-1])
    if before is None:
        return True
    word = before.group()[::-1]
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    if word.isdigit():
        return not (ordinal_dot and len(word) <= 2)
    if "." in word and word.replace(".", "").isalpha():
        return bool(follow) and len(word) > 3 and after < len(text) and text[after] == "\n"
    return word.lower() not in abbreviations


def _is_wrapped(text: str) -> bool:
    """True where most lines break in mid-sentence, as in mail and old wires."""
    lines = [line.rstrip() for line in text[:20_000].split("\n")]
    inner = [a for a, b in itertools.pairwise(lines) if a and b]
    if len(inner) < 5:
        return False
    open_ended = sum(1 for line in inner if not line.endswith(_CLOSED) and 40 <= len(line) <= 100)
    return open_ended > 0.6 * len(inner)
