"""Numbers of near-copies that were not read as claims: labels, scores, bare numbers.

Alone they say nothing. That one of them is another number in the copy says that a text was altered.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.compare.copies.find import Aligned, Copy
from factcheck.compare.view import View, views
from factcheck.extract.assemble import extract
from factcheck.model import Claim, Document
from factcheck.rulebook import Rulebook

Place = tuple[int, int]  # characters of a document


def unread_figures(
    copies: Sequence[Copy], read: Sequence[View], documents: Sequence[Document], rulebook: Rulebook
) -> list[View]:
    """The figures of near-copies that no claim holds and that face another figure."""
    spans = _spans(read)
    wanted: dict[str, set[Place]] = defaultdict(set)
    for copy in copies:
        for aligned in copy.sentences:
            if copy.whole or aligned.first.anchors:
                for first, second in _differing(aligned, spans[copy.first], spans[copy.second]):
                    wanted[copy.first].add(first)
                    wanted[copy.second].add(second)
    found = [
        _nameless(claim)
        for document in documents
        for claim in (extract(document, rulebook, everything=True) if document.id in wanted else ())
        if any(claim.start <= start and end <= claim.end for start, end in wanted[document.id])
        and not _holds(spans[document.id], claim.start, claim.end)
    ]
    return [replace(view, order=len(read) + view.order) for view in views(found, rulebook)]


def _nameless(claim: Claim) -> Claim:
    return replace(claim, id=f"{claim.id}-unread", metric="other:", confidence="low")


def _spans(read: Sequence[View]) -> dict[str, list[Place]]:
    spans: dict[str, list[Place]] = defaultdict(list)
    for view in read:
        spans[view.claim.doc].append((view.claim.start, view.claim.end))
    for own in spans.values():
        own.sort()
    return spans


def _holds(spans: Sequence[Place], start: int, end: int) -> bool:
    """True where a claim meets these characters."""
    at = bisect_right(spans, (end - 1, end))
    return at > 0 and spans[at - 1][1] > start


def _differing(aligned: Aligned, first: Sequence[Place], second: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Numbers that face each other, of which not both are read and which are not the same plain number."""
    for i, j in aligned.numbers():
        here = aligned.first.starts[i], aligned.first.ends[i]
        there = aligned.second.starts[j], aligned.second.ends[j]
        here_read, there_read = _holds(first, *here), _holds(second, *there)
        same = aligned.first.forms[i] == aligned.second.forms[j]
        if not (here_read and there_read) and not (same and here_read == there_read):
            yield here, there
