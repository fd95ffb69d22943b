"""Blocks: the claims that may meet under a law, joined by what must be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence

from factcheck.compare.laws.expression import symmetric
from factcheck.compare.laws.law import Law
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


_Block = tuple[list[View], Sequence[View]]  # claims that may meet, and those of them that are asked about


class Blocks:
    """The claims by what laws ask to be the same; with a focus only those that share it with a claim of the focus."""

    def __init__(self, views: Sequence[View], focus: frozenset[int] | None = None) -> None:
        self.views, self.focus = views, focus
        self._known: dict[tuple[str, ...], list[_Block]] = {}

    def of(self, law: Law) -> list[list[View]]:
        """The blocks of a law, each in order of time, what is undated last."""
        names = tuple(name for name in law.same if name in KEYS)
        if names not in self._known:
            self._known[names] = self._grouped(names)
        known = self._known[names]
        return [
            [view for view in block if admitted(law, view)]
            for block, asked in known if any(admitted(law, view) for view in asked)
        ]  # fmt: skip

    def _asked(self, block: Sequence[View]) -> Sequence[View]:
        return block if self.focus is None else [view for view in block if view.order in self.focus]

    def _grouped(self, names: Sequence[str]) -> list[_Block]:
        keys = [KEYS[name] for name in names]
        found: dict[tuple[Hashable, ...], list[View]] = defaultdict(list)
        for view in self.views:
            found[tuple([key(view) for key in keys])].append(view)
        groups = [(block, asked) for block in found.values() if (asked := self._asked(block))]
        for block, _ in groups:
            block.sort(key=lambda view: (view.days is None, view.days.low if view.days else 0.0, view.order))
        return groups


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
