"""Candidate pairs for a law: joined by what must be the same, swept in order of time, never all against all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from factcheck.compare.gates import EVENT_DAYS
from factcheck.compare.law import Law
from factcheck.compare.scope import WORLD
from factcheck.compare.sweep import Sweep
from factcheck.compare.view import View

WINDOW = 250  # later claims of a block that one claim is compared with, for one fact
NEIGHBOURS = 50  # the same for other laws: an outlier shows against its neighbours in time

_KEYS: dict[str, Callable[[View], Hashable]] = {
    "entity": lambda view: view.entity or ("", view.claim.doc),
    "metric": lambda view: view.claim.metric,
    "kind": lambda view: view.kind,
    "unit": lambda view: view.dimension,
    "scope": lambda view: view.scope.restrictors,
    "region": lambda view: view.scope.region or WORLD,
    "document": lambda view: view.claim.doc,
    "sentence": lambda view: (view.claim.doc, view.claim.sentence_start),
}


def candidates(law: Law, views: Sequence[View]) -> Iterator[dict[str, View]]:
    """The ways in which claims may play the law's roles."""
    names = list(law.claims)
    sweep = Sweep(law)
    for block in _blocks(law, views):
        if len(names) == 1:
            yield from ({names[0]: view} for view in block if plays(view, law.claims[names[0]]))
        elif len(names) == 2:
            yield from _pairs(law, names[0], names[1], block, sweep)


def _blocks(law: Law, views: Sequence[View]) -> list[list[View]]:
    keys = [_KEYS[name] for name in law.same if name in _KEYS]
    facts_only = "stance" not in law.same
    blocks: dict[tuple[Hashable, ...], list[View]] = defaultdict(list)
    for view in views:
        if view.claim.value is None or view.claim.metric.endswith(":") or (facts_only and not view.asserted):
            continue
        if any(plays(view, selector) for selector in law.claims.values()):
            blocks[tuple(key(view) for key in keys)].append(view)
    for block in blocks.values():
        block.sort(key=lambda view: (view.days is None, view.days.low if view.days else 0.0, view.order))
    return list(blocks.values())


def plays(view: View, selector: Mapping[str, tuple[str, ...]]) -> bool:
    """True where the claim has the slots that the role asks for."""
    claim = view.claim
    for name, accepted in selector.items():
        if name == "kind":
            if view.kind not in accepted and claim.kind not in accepted:
                return False
        elif getattr(claim, name) not in accepted:
            return False
    return True


def _pairs(law: Law, first: str, second: str, block: list[View], sweep: Sweep) -> Iterator[dict[str, View]]:
    alike = law.claims[first] == law.claims[second] and law.where is None
    leads = [plays(view, law.claims[first]) for view in block]
    follows = [plays(view, law.claims[second]) for view in block]
    for i, j in _places(law, block, sweep):
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
    for i, a in enumerate(block):
        for j in range(i + 1, min(i + 1 + reach, len(block))):
            if not together or not _apart(a, block[j]):
                yield i, j
            elif block[j].days is not None:
                break


def _apart(a: View, b: View) -> bool:
    """True where dates rule out that both speak of one time."""
    if a.days is None or b.days is None:
        return a.claim.doc != b.claim.doc and a.kind != "event" and not _same_month(a, b)
    return b.days.low > a.days.high + (EVENT_DAYS if a.kind == "event" else 0)


def _same_month(a: View, b: View) -> bool:
    one, other = a.claim.time, b.claim.time
    return bool(one and other and one.edtf and one.edtf == other.edtf)
