"""Near-copies: documents and sentences that are the same apart from numbers.

Each sentence is masked (every number becomes #; "more than" and the like beside it fall away) and hashed; documents
that share masked sentences are aligned, each with few earlier ones, so the cost grows with the text and not with the
square of the documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Indel, Levenshtein

from factcheck.compare.copies.sentences import Sentence, sentences
from factcheck.model import Document

ALIKE = 0.75  # of two masked sentences that face each other between anchors
LEADERS = 3  # earlier documents that a document is aligned with
_POSTINGS = 40
_GAP = 60
Place = tuple[int, int, int, int]  # tokens of the first sentence, and those of the second that face them


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Two sentences that say the same, numbers aside."""

    first: Sentence
    second: Sentence
    pairs: tuple[Place, ...]  # token ranges that stand for each other

    def opposite(self, start: int, end: int) -> tuple[int, int, bool] | None:
        """The place in the second sentence of a span in the first, and whether the words are the same."""
        tokens = [i for i, (low, high) in enumerate(zip(self.first.starts, self.first.ends, strict=True))
                  if low < end and high > start]  # fmt: skip
        if not tokens:
            return None
        places = [place for place in self.pairs if place[0] <= tokens[-1] and place[1] > tokens[0]]
        if not places or (places[0][3] == places[0][2] and len(places) == 1):
            return None
        first, last = _within(places, tokens[0], tokens[-1])
        if last <= first:
            return None
        same = self.first.forms[tokens[0] : tokens[-1] + 1] == self.second.forms[first:last]
        return self.second.starts[first], self.second.ends[last - 1], same

    def numbers(self) -> Iterator[tuple[int, int]]:
        """The tokens of numbers that face each other, one for one."""
        for i in self.first.numbers:
            place = self.opposite(self.first.starts[i], self.first.ends[i])
            start, end, _ = place or (0, 0, False)
            facing = [j for j in self.second.numbers if self.second.starts[j] >= start and self.second.ends[j] <= end]
            if len(facing) == 1:
                yield i, facing[0]


def _within(places: Sequence[Place], first: int, last: int) -> tuple[int, int]:
    """The tokens of the second sentence that face tokens first .. last of the first."""
    a, b, c, d = places[0]
    low = c + (first - a) if b - a == d - c and first >= a else c
    a, b, c, d = places[-1]
    high = c + (last - a) + 1 if b - a == d - c else d
    return low, high


@dataclass(frozen=True, slots=True, eq=False)
class Copy:
    """Two documents with aligned sentences; `whole` where most of the shorter one is copied."""

    first: str
    second: str
    sentences: tuple[Aligned, ...]
    whole: bool


def find_copies(documents: Sequence[Document]) -> list[Copy]:
    """The near-copies among the documents, each with up to three earlier ones."""
    split = [list(sentences(document.text, document.lang)) for document in documents]
    postings: dict[int, list[int]] = defaultdict(list)
    found: list[Copy] = []
    for i, own in enumerate(split):
        shared: Counter[int] = Counter()
        for sentence in own:
            if sentence.anchors:
                shared.update(postings[sentence.key][:_POSTINGS])
        for j, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:LEADERS]:
            copy = _align(documents[j].id, split[j], documents[i].id, own)
            if copy.sentences:
                found.append(copy)
        for key in {sentence.key for sentence in own if sentence.anchors}:
            if len(postings[key]) < _POSTINGS:
                postings[key].append(i)
    return found


def _align(first_id: str, first: list[Sentence], second_id: str, second: list[Sentence]) -> Copy:
    aligned: list[Aligned] = []
    gap: tuple[int, int] | None = None
    for equal, a, b, c, d in _opcodes(Indel.opcodes([s.key for s in first], [s.key for s in second])):
        if equal:
            if gap:
                aligned += _align_gap(first[gap[0] : a], second[gap[1] : c])
                gap = None
            aligned += [_pair(x, y) for x, y in zip(first[a:b], second[c:d], strict=True)]
        elif gap is None:
            gap = a, c
    if gap:
        aligned += _align_gap(first[gap[0] :], second[gap[1] :])
    anchored = sum(pair.first.anchors for pair in aligned)
    able = min(sum(s.anchors for s in first), sum(s.anchors for s in second))
    return Copy(first_id, second_id, tuple(aligned), anchored >= 2 and anchored >= 0.6 * able)


def _opcodes(opcodes: Iterable[Any]) -> Iterator[tuple[bool, int, int, int, int]]:
    for op in opcodes:
        yield op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end


def _align_gap(first: list[Sentence], second: list[Sentence]) -> Iterator[Aligned]:
    """Sentences between anchors that are alike, in order."""
    at = 0
    for one in first[:_GAP]:
        best, score = None, ALIKE
        for j in range(at, min(at + 6, len(second))):
            alike = Levenshtein.normalized_similarity(one.mask, second[j].mask)
            if alike >= score:
                best, score = j, alike + 1e-9
        if best is not None:
            yield _pair(one, second[best])
            at = best + 1


def _pair(first: Sentence, second: Sentence) -> Aligned:
    if first.mask == second.mask:
        places: tuple[Place, ...] = ((0, len(first.mask), 0, len(second.mask)),)
    else:
        opcodes = _opcodes(Levenshtein.opcodes(first.mask, second.mask))
        places = tuple(_merged([(a, b, c, d) for _, a, b, c, d in opcodes]))
    return Aligned(first, second, places)


def _merged(places: Sequence[Place]) -> list[Place]:
    """Each insertion or deletion joined to the one word before it, or after it at the start."""
    result: list[Place] = []
    for a, b, c, d in places:
        if a < b and c < d:
            start = _joinable(result)
            if start and b - a == d - c > 1:
                result[-1:] = [(start[0], a + 1, start[2], c + 1), (a + 1, b, c + 1, d)]
            else:
                result[-1:] = [(start[0], b, start[2], d)] if start else [*result[-1:], (a, b, c, d)]
        elif not result:
            result.append((a, b, c, d))
        else:
            e, f, g, h = result.pop()
            whole = f - e == h - g > 1
            result += [(e, f - 1, g, h - 1), (f - 1, b, h - 1, d)] if whole else [(e, b, g, d)]
    return result


def _joinable(places: Sequence[Place]) -> Place | None:
    """The last place, where it is an insertion or deletion at the very start."""
    return places[-1] if places and (places[-1][0] == places[-1][1] or places[-1][2] == places[-1][3]) else None
