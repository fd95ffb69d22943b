"""Where a claim stands: line and column, and its sentence in pieces with the numbers marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from factcheck.model import Claim, Document, Result
from factcheck.report.phrases import period
from factcheck.report.text import around, one_line

Role = Literal["context", "sentence", "mark", "other"]
_LINE_END = re.compile(r"\r\n|\r|\n")
_REACH = 220  # characters of context either side of a sentence
_LONGEST = 900  # characters of a sentence that are still shown


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one role: context, sentence, the number itself (mark), a rival number (other)."""

    text: str
    role: Role


class Places:
    """Looks up documents, lines and passages of one result's claims."""

    def __init__(self, result: Result) -> None:
        self.documents: dict[str, Document] = {document.id: document for document in result.documents}
        self._lines: dict[str, list[int]] = {}

    def position(self, doc: str, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of a character of a document."""
        starts = self._lines.get(doc)
        if starts is None:
            document = self.documents.get(doc)
            ends = _LINE_END.finditer(document.text) if document else ()
            starts = self._lines[doc] = [0, *(end.end() for end in ends)]
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, claim: Claim) -> int:
        """The line, from 1, on which a claim's quote begins."""
        return self.position(claim.doc, claim.start)[0]

    def title(self, doc: str) -> str:
        """The headline of a document, or its id where it has none."""
        document = self.documents.get(doc)
        if document is None or document.title:
            return (document.title if document else None) or doc
        zone = next((zone for zone in document.zones if zone.name == "headline"), None)
        return (one_line(document.text[zone.start : zone.end]) if zone else "") or doc

    def published(self, doc: str) -> str:
        """When a document was published, and whether that is a guess; empty where nobody knows."""
        document = self.documents.get(doc)
        if document is None or document.published is None:
            return ""
        guess = " (inferred)" if document.published.basis == "inferred" else ""
        return period(document.published) + guess

    def passage(self, claim: Claim, rivals: Iterable[Claim] = (), reach: int = _REACH) -> list[Piece]:
        """The claim's sentence with its number marked, in the context of its paragraph."""
        document = self.documents.get(claim.doc)
        if document is None or document.text[claim.start : claim.end] != claim.quote:
            return _from_sentence(claim)
        text = document.text
        first, last = _sentence(claim, text)
        low, high = around(text, first, last, reach)
        spans = [(rival.start, rival.end) for rival in rivals if rival.doc == claim.doc and rival.id != claim.id]
        return [
            *([Piece("… ", "context")] if _cut(text, low, first) else []),
            *_pieces(text, low, first, spans, "context"),
            *_pieces(text, first, claim.start, spans, "sentence"),
            Piece(claim.quote, "mark"),
            *_pieces(text, claim.end, last, spans, "sentence"),
            *_pieces(text, last, high, spans, "context"),
            *([Piece(" …", "context")] if _cut(text, last, high, at_end=True) else []),
        ]


def one_sentence(claims: Iterable[Claim]) -> bool:
    """True where all the claims stand in the same sentence."""
    return len({(claim.doc, claim.sentence_start, claim.sentence) for claim in claims}) == 1


def _sentence(claim: Claim, text: str) -> tuple[int, int]:
    first, last = claim.sentence_start, claim.sentence_start + len(claim.sentence)
    if text[first:last] != claim.sentence or not first <= claim.start <= claim.end <= last:
        first = text.rfind(claim.sentence, max(0, claim.end - len(claim.sentence)), claim.start + len(claim.sentence))
        last = first + len(claim.sentence)
    if first < 0 or not first <= claim.start <= claim.end <= last or last - first > _LONGEST:
        return around(text, claim.start, claim.end, _REACH)
    return first, last


def _cut(text: str, low: int, high: int, at_end: bool = False) -> bool:
    """True where context was shown and stops short of its paragraph's edge."""
    beyond = text[high : high + 2] if at_end else text[max(0, low - 2) : low]
    return low < high and bool(beyond.strip(" ")) and "\n" not in beyond


def _pieces(text: str, low: int, high: int, marks: list[tuple[int, int]], role: Role) -> list[Piece]:
    pieces = []
    for start, end in sorted(marks):
        if low <= start and end <= high:
            pieces += [Piece(text[low:start], role), Piece(text[start:end], "other")]
            low = end
    return [piece for piece in (*pieces, Piece(text[low:high], role)) if piece.text]


def _from_sentence(claim: Claim) -> list[Piece]:
    before, quote, after = claim.sentence.partition(claim.quote)
    if not quote:
        return [Piece(claim.quote, "mark")]
    return [p for p in (Piece(before, "sentence"), Piece(quote, "mark"), Piece(after, "sentence")) if p.text]
