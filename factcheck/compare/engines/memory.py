"""The reference engine: candidate pairs in plain Python, swept in order of time, never all against all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.blocks import Blocks, interchangeable, plays
from factcheck.compare.engines.sweep import Sweep, partners
from factcheck.compare.gates import EVENT_DAYS
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View

WINDOW = 250  # later claims of a block that one claim is compared with, for one fact
NEIGHBOURS = 50  # the same for other laws: an outlier shows against its neighbours in time


class Memory:
    """Finds candidates among claims that are held as Python objects."""

    def __init__(self, views: Sequence[View], focus: frozenset[int] | None = None) -> None:
        self.focus, self.blocks = focus, Blocks(views, focus)

    def candidates(self, law: Law) -> Iterator[dict[str, View]]:
        """The ways in which claims may play the law's roles, one of them a claim of the focus where that is given."""
        names = list(law.claims)
        sweep = Sweep(law)
        alike = len(names) == 2 and interchangeable(law)
        for block in self.blocks.of(law):
            if len(names) == 1:
                yield from ({names[0]: view} for view in block if plays(view, law.claims[names[0]]))
            elif len(names) == 2:
                yield from _pairs(law, alike, block, _places(law, block, sweep, self._asked(block)))

    def _asked(self, block: Sequence[View]) -> list[int] | None:
        """The places of the claims that are asked about; None where all are."""
        return None if self.focus is None else [i for i, view in enumerate(block) if view.order in self.focus]


def _pairs(law: Law, alike: bool, block: list[View], places: Iterator[tuple[int, int]]) -> Iterator[dict[str, View]]:
    first, second = law.claims
    leads = [plays(view, law.claims[first]) for view in block]
    follows = [plays(view, law.claims[second]) for view in block]
    for i, j in places:
        if leads[i] and follows[j]:
            yield {first: block[i], second: block[j]}
        if not alike and leads[j] and follows[i]:
            yield {first: block[j], second: block[i]}


def _places(law: Law, block: list[View], sweep: Sweep, asked: Sequence[int] | None) -> Iterator[tuple[int, int]]:
    """Places of two claims that may meet: of one time where the law asks for it, else where values may break it."""
    by_fact, together = "fact" in law.same, "time" in law.same
    if not by_fact and not together:
        yield from sweep.later(block, NEIGHBOURS, asked)
        return
    reach = WINDOW if by_fact else NEIGHBOURS
    dated = sum(view.days is not None for view in block)
    for i, a in enumerate(block):
        last = min(i + 1 + reach, len(block))
        near = min(dated, last)
        for j in partners(asked, i, i + 1, near):
            if together and _apart(a, block[j]):
                break
            yield i, j
        passed = together and i + 1 < near and _apart(a, block[near - 1])
        start, end = (dated, min(dated + reach, len(block))) if passed else (max(dated, i + 1), last)
        yield from ((i, j) for j in partners(asked, i, start, end) if not together or not _apart(a, block[j]))


def _apart(a: View, b: View) -> bool:
    """True where dates rule out that both speak of one time."""
    if a.days is None or b.days is None:
        return a.claim.doc != b.claim.doc and a.kind != "event" and not _same_month(a, b)
    return b.days.low > a.days.high + (EVENT_DAYS if a.kind == "event" else 0)


def _same_month(a: View, b: View) -> bool:
    one, other = a.claim.time, b.claim.time
    return bool(one and other and one.edtf and one.edtf == other.edtf)
