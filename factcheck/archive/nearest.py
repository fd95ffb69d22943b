"""Which archived rows a claim is compared with: those of its region and of others that fit, the nearest in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from factcheck.archive.arrow import integer, integers, pa, pc
from factcheck.archive.places import Days
from factcheck.model import Claim

_WORLD = "world"
_EPOCH = 719_163  # the ordinal of 1970-01-01
Compatible = Callable[[str | None, str | None], bool]
Wanted = Mapping[int, Sequence[Claim]]  # claims by the keys under which their rivals stand
_Regions = dict[str | None, list[int]]  # the numbers of rows
_Distance = Callable[[Sequence[int], float], list[float]]  # of rows, and for one without a date


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


def choose(
    rows: pa.Table, keys: Iterable[int], wanted: Wanted, compatible: Compatible, window: Window
) -> Chosen:  # fmt: skip
    """Of rows that fit, for each claim under some keys the nearest of its region, and the nearest of others."""
    found = Chosen()
    docs = rows["doc"].to_pylist()
    starts, ends = (pc.cast(rows[name], pa.int32()).to_pylist() for name in ("time_start", "time_end"))
    by_key = _by_key(rows)
    for key in keys:
        for claim in wanted[key]:
            off = _distance(claim, starts, ends)
            for group in _groups(by_key.get(key, {}), claim, compatible):
                near, inside = _nearest(group, off, docs, window)
                found.cut += len(group) - len(near)
                found.rows.update(near)
                if inside < window.beyond:
                    found.few.add(key)
    return found


def fitting(rows: pa.Table, wanted: Wanted, compatible: Compatible) -> pa.Table:
    """The rows whose region fits that of a claim; most do not, and never become objects of Python."""
    keys, known = list(wanted), pc.unique(rows["region"])
    regions = known.to_pylist()
    fits = {
        region: [at for at, other in enumerate(regions) if same_region(region, other) or compatible(region, other)]
        for region in {claim.region for claims in wanted.values() for claim in claims}
    }
    pairs = {i * len(regions) + at for i, key in enumerate(keys) for claim in wanted[key] for at in fits[claim.region]}
    by_key = pc.index_in(rows["key"], integers(keys))
    by_region = pc.index_in(rows["region"], known)
    pair = pc.add(pc.multiply(pc.cast(by_key, pa.int64()), integer(len(regions))), by_region)
    return rows.filter(pc.is_in(pair, integers(sorted(pairs))))


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
    days = off(group, window.days)
    inside = sum([day <= window.days for day in days])
    count = max(window.beyond, min(inside, window.most))
    if count >= len(group):
        return group, inside
    limit = sorted(days)[count - 1]
    near = [row for day, row in zip(days, group, strict=True) if day < limit]
    last = sorted([(docs[row], row) for day, row in zip(days, group, strict=True) if day == limit])
    return near + [row for _, row in last[: count - len(near)]], inside


def _distance(claim: Claim, starts: Sequence[int | None], ends: Sequence[int | None]) -> _Distance:
    """The days between the claim and rows, none where they overlap; for one without a date the latest are nearest."""
    first, last = _days(claim)
    if first is None or last is None:
        return lambda rows, undated: [undated if (end := ends[row]) is None else -end for row in rows]

    def off(rows: Sequence[int], undated: float) -> list[float]:
        return [
            undated
            if (start := starts[row]) is None or (end := ends[row]) is None
            else start - last
            if start > last
            else max(first - end, 0)
            for row in rows
        ]

    return off


def _days(claim: Claim) -> tuple[int, int] | tuple[None, None]:
    if not claim.time or not claim.time.end:
        return None, None
    last = claim.time.end.toordinal() - _EPOCH
    return claim.time.start.toordinal() - _EPOCH if claim.time.start else last, last


def _stretch(claim: Claim, days: float) -> Days:
    first, last = _days(claim)
    return (-inf, inf) if first is None or last is None else (_EPOCH + first - days, _EPOCH + last + days)
