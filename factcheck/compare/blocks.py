"""Blocks: the claims that may meet under a law, joined by what must be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence

from factcheck.compare.expression import symmetric
from factcheck.compare.law import Law
from factcheck.compare.scope import WORLD
from factcheck.compare.view import View

KEYS: dict[str, Callable[[View], Hashable]] = {
    "entity": lambda view: view.entity or ("", view.claim.doc),
    "metric": lambda view: view.claim.metric,
    "kind": lambda view: view.kind,
    "unit": lambda view: view.dimension,
    "scope": lambda view: view.scope.restrictors,
    "region": lambda view: view.scope.region or WORLD,
    "document": lambda view: view.claim.doc,
    "sentence": lambda view: (view.claim.doc, view.claim.sentence_start),
}


def block_key(law: Law, view: View) -> tuple[Hashable, ...]:
    """What a claim must share with another to meet it under the law."""
    return tuple(KEYS[name](view) for name in law.same if name in KEYS)


def admitted(law: Law, view: View) -> bool:
    """True where the law speaks of the claim: it has a value and a named metric, plays a role, and is given as fact."""
    if view.claim.value is None or view.claim.metric.endswith(":"):
        return False
    if "stance" not in law.same and not view.asserted:
        return False
    return any(plays(view, selector) for selector in law.claims.values())


def blocks(law: Law, views: Sequence[View], focus: frozenset[int] | None = None) -> list[list[View]]:
    """The blocks of a law, or those that hold a claim of the focus, each in order of time, what is undated last."""
    found: dict[tuple[Hashable, ...], list[View]] = defaultdict(list)
    wanted = None if focus is None else {block_key(law, v) for v in views if v.order in focus and admitted(law, v)}
    for view in views if wanted is None or wanted else ():
        key = block_key(law, view)
        if (wanted is None or key in wanted) and admitted(law, view):
            found[key].append(view)
    for block in found.values():
        block.sort(key=lambda view: (view.days is None, view.days.low if view.days else 0.0, view.order))
    return list(found.values())


def interchangeable(law: Law) -> bool:
    """True where it does not matter which of two claims plays which role."""
    one, other = law.claims
    conditions = [law.expect, *([law.where] if law.where else [])]
    same = law.claims[one] == law.claims[other]
    return same and all(isinstance(c, str) or symmetric(c, one, other) for c in conditions)


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
