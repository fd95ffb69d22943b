"""Which archived rows a claim is compared with: those of its region and of others that fit, the nearest in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from factcheck.archive.arrow import pa, pc
from factcheck.archive.places import Days
from factcheck.model import Claim

_WORLD = "world"
_EPOCH = 719_163  # the ordinal of 1970-01-01
Compatible = Callable[[str | None, str | None], bool]
Wanted = Mapping[int, Sequence[Claim]]  # claims by the keys under which their rivals stand
_Regions = dict[str | None, list[int]]  # the numbers of rows
_Distance = Callable[[int], float | None]


@dataclass(frozen=True, slots=True)
class Window:
    """How many archived claims of its region, and of others that fit, one claim is compared with."""

    most: int = 1_000  # the nearest in time
    days: float = inf  # no more than `beyond` of those that are so far off
    beyond: int = 1_000


DRAFT = Window()


@dataclass(slots=True)
class Chosen:
    """The numbers of the rows that are chosen, how many more fit, and the keys of which few lay in the window."""

    rows: set[int] = field(default_factory=set)
    cut: int = 0
    few: set[int] = field(default_factory=set)


def same_region(a: str | None, b: str | None) -> bool:
    """True where two regions are the same, or neither narrows the world."""
    return (a or _WORLD) == (b or _WORLD)


def stretches(wanted: Wanted, window: Window) -> dict[int, list[Days]] | None:
    """For each key the days in the window of one of its claims; None where no day is too far off."""
    if window.days == inf:
        return None
    return {key: [_stretch(claim, window.days) for claim in claims] for key, claims in wanted.items()}


def choose(rows: pa.Table, wanted: Wanted, compatible: Compatible, window: Window) -> Chosen:
    """The rows that fit a claim, for each claim the nearest of its region, and the nearest of others."""
    found = Chosen()
    docs = rows["doc"].to_pylist()
    starts, ends = (pc.cast(rows[name], pa.int32()).to_pylist() for name in ("time_start", "time_end"))
    for key, regions in _by_key(rows).items():
        for claim in wanted[key]:
            off = _distance(claim, starts, ends)
            for group in _groups(regions, claim, compatible):
                near, inside = _nearest(group, off, docs, window)
                found.cut += len(group) - len(near)
                found.rows.update(near)
                if inside < window.beyond:
                    found.few.add(key)
    return found


def _by_key(rows: pa.Table) -> dict[int, _Regions]:
    found: dict[int, _Regions] = defaultdict(lambda: defaultdict(list))
    for at, (key, region) in enumerate(zip(rows["key"].to_pylist(), rows["region"].to_pylist(), strict=True)):
        found[key][region].append(at)
    return found


def _groups(regions: _Regions, claim: Claim, compatible: Compatible) -> Iterator[list[int]]:
    """The rows of the claim's region, and those of others that fit; the first may be empty."""
    own: list[int] = []
    others: list[int] = []
    for region, rows in regions.items():
        if same_region(claim.region, region):
            own += rows
        elif compatible(claim.region, region):
            others += rows
    yield own
    yield others


def _nearest(group: list[int], off: _Distance, docs: Sequence[str], window: Window) -> tuple[list[int], int]:
    """The rows that lie in the window, the nearest in time, and how many do; one without a date is just inside."""
    if len(group) <= window.beyond:
        return group, 0
    days = [window.days if (days := off(row)) is None else days for row in group]
    inside = sum(day <= window.days for day in days)
    count = max(window.beyond, min(inside, window.most))
    if count >= len(group):
        return group, inside
    ranked = sorted((day, docs[row], row) for day, row in zip(days, group, strict=True))
    return [row for *_, row in ranked[:count]], inside


def _distance(claim: Claim, starts: Sequence[int | None], ends: Sequence[int | None]) -> _Distance:
    """The days between the claim and a row, none where they overlap; for one without a date the latest are nearest."""
    first, last = _days(claim)
    if first is None or last is None:
        return lambda row: None if (end := ends[row]) is None else -end

    def off(row: int) -> float | None:
        start, end = starts[row], ends[row]
        return None if start is None or end is None else max(start - last, first - end, 0)

    return off


def _days(claim: Claim) -> tuple[int, int] | tuple[None, None]:
    if not claim.time or not claim.time.end:
        return None, None
    last = claim.time.end.toordinal() - _EPOCH
    return claim.time.start.toordinal() - _EPOCH if claim.time.start else last, last


def _stretch(claim: Claim, days: float) -> Days:
    first, last = _days(claim)
    return (-inf, inf) if first is None or last is None else (_EPOCH + first - days, _EPOCH + last + days)
