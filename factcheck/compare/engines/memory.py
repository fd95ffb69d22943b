"""The reference engine: candidate pairs in plain Python, swept in order of time, never all against all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.blocks import blocks, interchangeable, plays
from factcheck.compare.engines.sweep import Sweep
from factcheck.compare.gates import EVENT_DAYS
from factcheck.compare.law import Law
from factcheck.compare.view import View

WINDOW = 250  # later claims of a block that one claim is compared with, for one fact
NEIGHBOURS = 50  # the same for other laws: an outlier shows against its neighbours in time


class Memory:
    """Finds candidates among claims that are held as Python objects."""

    def __init__(self, views: Sequence[View], focus: frozenset[int] | None = None) -> None:
        self.views, self.focus = views, focus

    def candidates(self, law: Law) -> Iterator[dict[str, View]]:
        """The ways in which claims may play the law's roles."""
        return candidates(law, self.views, self.focus)


def candidates(law: Law, views: Sequence[View], focus: frozenset[int] | None = None) -> Iterator[dict[str, View]]:
    """The ways in which claims may play the law's roles, one of them a claim of the focus where that is given."""
    names = list(law.claims)
    sweep = Sweep(law)
    for block in blocks(law, views, focus):
        if len(names) == 1:
            yield from ({names[0]: view} for view in block if plays(view, law.claims[names[0]]))
        elif len(names) == 2:
            yield from _pairs(law, names[0], names[1], block, _asked(_places(law, block, sweep), block, focus))


def _asked(
    places: Iterator[tuple[int, int]], block: Sequence[View], focus: frozenset[int] | None
) -> Iterator[tuple[int, int]]:
    """The pairs that hold a claim of the focus."""
    if focus is None:
        return places
    asked = [view.order in focus for view in block]
    return ((i, j) for i, j in places if asked[i] or asked[j])


def _pairs(
    law: Law, first: str, second: str, block: list[View], places: Iterator[tuple[int, int]]
) -> Iterator[dict[str, View]]:
    alike = interchangeable(law)
    leads = [plays(view, law.claims[first]) for view in block]
    follows = [plays(view, law.claims[second]) for view in block]
    for i, j in places:
        if leads[i] and follows[j]:
            yield {first: block[i], second: block[j]}
        if not alike and leads[j] and follows[i]:
            yield {first: block[j], second: block[i]}


def _places(law: Law, block: list[View], sweep: Sweep) -> Iterator[tuple[int, int]]:
    """Places of two claims that may meet: of one time where the law asks for it, else where values may break it."""
    by_fact, together = "fact" in law.same, "time" in law.same
    if not by_fact and not together:
        yield from sweep.later(block, NEIGHBOURS)
        return
    reach = WINDOW if by_fact else NEIGHBOURS
    dated = sum(view.days is not None for view in block)
    for i, a in enumerate(block):
        last = min(i + 1 + reach, len(block))
        for j in range(i + 1, last):
            if not together or not _apart(a, block[j]):
                yield i, j
            elif block[j].days is not None:
                undated = range(dated, min(dated + reach, len(block)))
                yield from ((i, k) for k in undated if not _apart(a, block[k]))
                break


def _apart(a: View, b: View) -> bool:
    """True where dates rule out that both speak of one time."""
    if a.days is None or b.days is None:
        return a.claim.doc != b.claim.doc and a.kind != "event" and not _same_month(a, b)
    return b.days.low > a.days.high + (EVENT_DAYS if a.kind == "event" else 0)


def _same_month(a: View, b: View) -> bool:
    one, other = a.claim.time, b.claim.time
    return bool(one and other and one.edtf and one.edtf == other.edtf)
