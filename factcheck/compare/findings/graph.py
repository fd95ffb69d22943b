"""Claims that one law compared, as a graph: which agree, and which stand against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from factcheck.compare.arithmetic.precision import cut_off
from factcheck.compare.identity.evidence import Evidence
from factcheck.compare.view import View
from factcheck.model import Gate

_CHECKED = 20  # members of a group that a newcomer is checked against
_RANK = {"conflict": 3, "tension": 2, "note": 1, "upheld": 0}


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that a law compared, and what it said."""

    roles: Mapping[str, View]
    verdict: str
    evidence: Evidence
    gates: tuple[Gate, ...] = ()

    @property
    def views(self) -> tuple[View, ...]:
        return tuple(self.roles.values())

    @property
    def key(self) -> tuple[int, ...]:
        return tuple(sorted(view.order for view in self.views))

    @property
    def rank(self) -> tuple[float, ...]:
        """Best first: severity, evidence, then order of the input."""
        return (-_RANK[self.verdict], -round(self.evidence.weight, 6), *self.key)


@dataclass(slots=True)
class Graph:
    """Which claims agree, and which stand against each other."""

    views: dict[int, View] = field(default_factory=dict)
    friends: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    foes: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    broken: dict[tuple[int, ...], Link] = field(default_factory=dict)

    def add(self, link: Link) -> None:
        a, b = link.views
        edges = self.friends if link.verdict == "upheld" else self.foes
        edges[a.order].add(b.order)
        edges[b.order].add(a.order)
        self.views |= {a.order: a, b.order: b}
        if link.verdict != "upheld":
            self.broken[link.key] = link

    def near(self, orders: Iterable[int]) -> set[int]:
        """The claims that were compared with one of these."""
        return {other for order in orders for edges in (self.friends, self.foes) for other in edges.get(order, ())}


def components(graph: Graph) -> list[list[View]]:
    """Claims joined by agreement whose values do not exclude each other, in order of the input."""
    seen: set[int] = set()
    groups: list[list[View]] = []
    for order in sorted(graph.friends):
        if order in seen:
            continue
        group: list[View] = []
        queue = [order]
        while queue:
            view = graph.views[queue.pop()]
            if view.order in seen or any(_two_numbers(view, other) for other in group[:_CHECKED]):
                continue
            seen.add(view.order)
            group.append(view)
            queue += sorted(graph.friends[view.order] - seen, reverse=True)
        groups.append(sorted(group, key=lambda view: view.order))
    return groups


def _two_numbers(a: View, b: View) -> bool:
    return not a.size.overlaps(b.size) and not cut_off(a, b)
