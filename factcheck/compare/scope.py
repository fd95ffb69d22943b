"""What a figure covers: region, restrictors, and what a share is a share of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from factcheck.interval import Truth
from factcheck.yamlfile import read_kept

WORLD = "world"


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the world that a figure speaks of; region None is not said."""

    region: str | None
    restrictors: frozenset[str]
    of: str | None = None


@lru_cache(maxsize=1)
def _parents() -> dict[str, tuple[str, ...]]:
    groups: dict[str, str] = read_kept(Path(__file__).parent / "regions.yml")
    parents: dict[str, tuple[str, ...]] = {}
    for group, members in groups.items():
        for member in members.split():
            parents[member] = (*parents.get(member, ()), group)
    return parents


@lru_cache(maxsize=4096)
def region_inside(part: str, whole: str) -> bool:
    """True where one region is the other or lies in it."""
    if part == whole or whole == WORLD:
        return True
    return any(region_inside(parent, whole) for parent in _parents().get(part, ()))


def scope_equal(a: Scope, b: Scope) -> Truth:
    """Whether both cover the same; undecided where one does not say its region."""
    if a.restrictors != b.restrictors or a.of != b.of:
        return False, True
    if a.region is None or b.region is None:
        return a.region == b.region, False
    return a.region == b.region, a.region != b.region


def scope_inside(part: Scope, whole: Scope) -> Truth:
    """Whether the first lies in the second, both ends known; words that narrow one more may narrow it otherwise."""
    if not part.restrictors >= whole.restrictors or part.of != whole.of:
        return False, True
    if part.restrictors != whole.restrictors:
        return False, False
    if part.region is None or whole.region is None:
        return False, False
    inside = region_inside(part.region, whole.region)
    return inside, not inside


def scope_overlaps(a: Scope, b: Scope) -> Truth:
    """Whether they share anything, as far as regions tell."""
    if a.region is None or b.region is None:
        return False, False
    inside = region_inside(a.region, b.region) or region_inside(b.region, a.region)
    return inside, not inside
