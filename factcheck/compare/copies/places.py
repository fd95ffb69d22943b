"""Places of copied texts: claims that stand at one place are joined over all copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.compare.view import View


@dataclass(frozen=True, slots=True)
class Places:
    """Claims at one place of a text and its copies, by the first of them."""

    root: Mapping[int, int]  # order of a claim -> order of the first claim at its place
    members: Mapping[int, tuple[View, ...]]

    def of(self, view: View) -> int:
        """The order of the first claim at the claim's place; its own where it was not copied."""
        return self.root.get(view.order, view.order)

    def at(self, view: View) -> tuple[View, ...]:
        """All claims at the claim's place, in order of the input."""
        return self.members.get(self.of(view), (view,))


def join(pairs: Iterable[tuple[View, View]]) -> Places:
    """The places that these pairs of claims make."""
    parent: dict[int, int] = {}
    views: dict[int, View] = {}
    for pair in pairs:
        for view in pair:
            parent.setdefault(view.order, view.order)
            views[view.order] = view
        one, other = sorted(_root(parent, view.order) for view in pair)
        parent[other] = one
    root = {order: _root(parent, order) for order in views}
    members: dict[int, list[View]] = defaultdict(list)
    for order in sorted(views):
        members[root[order]].append(views[order])
    return Places(root, {order: tuple(group) for order, group in members.items()})


def _root(parent: dict[int, int], order: int) -> int:
    while parent[order] != order:
        parent[order] = parent[parent[order]]
        order = parent[order]
    return order
