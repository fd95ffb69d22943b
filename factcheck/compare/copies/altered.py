"""Figures of near-copies: equal ones have one origin, different ones are the strongest finding there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.compare.arithmetic.precision import exclude, significant
from factcheck.compare.copies.find import Aligned, Copy
from factcheck.compare.view import View
from factcheck.units import is_money

_TEMPLATE_SHARE = 0.6  # of figures that differ: a form filled in anew, not a copy
_TEMPLATE_LEAST = 5
_DAYS_APART = 45
_STRICT = frozenset({"more_than", "less_than"})


@dataclass(slots=True)
class CopiedFigures:
    """What the near-copies say: figures at the same place of a copied sentence, equal or not."""

    same: list[tuple[View, View]] = field(default_factory=list)
    altered: list[tuple[View, View]] = field(default_factory=list)


def copied_figures(copies: Sequence[Copy], views: Sequence[View]) -> CopiedFigures:
    """The figures that face each other in near-copies."""
    by_doc: dict[str, list[View]] = defaultdict(list)
    for view in views:
        by_doc[view.claim.doc].append(view)
    for own in by_doc.values():
        own.sort(key=lambda view: view.claim.start)
    found = CopiedFigures()
    for copy in copies:
        _compare(copy, by_doc[copy.first], by_doc[copy.second], found)
    return found


def _compare(copy: Copy, first: list[View], second: list[View], found: CopiedFigures) -> None:
    same: list[tuple[View, View]] = []
    altered: list[tuple[View, View]] = []
    for aligned in copy.sentences:
        if not copy.whole and not aligned.first.anchors:
            continue
        for a, b, alike in _facing(aligned, first, second):
            (same if (alike and a.claim.bound == b.claim.bound) or not differ(a, b) else altered).append((a, b))
    found.same += same
    if not _is_template(copy, same, altered):
        found.altered += altered


def _is_template(copy: Copy, same: Sequence[object], altered: Sequence[tuple[View, View]]) -> bool:
    """True where most figures differ, or the dates lie far apart: a form filled in anew (weather, prices)."""
    total = len(same) + len(altered)
    if total >= _TEMPLATE_LEAST and len(altered) > _TEMPLATE_SHARE * total:
        return True
    if not copy.whole and any(_dated_apart(a, b) for a, b in altered):
        return True
    return any(_days_between(a, b) > _DAYS_APART for a, b in altered)


def _dated_apart(a: View, b: View) -> bool:
    return a.days is not None and b.days is not None and not a.days.overlaps(b.days)


def _days_between(a: View, b: View) -> int:
    from datetime import date

    if not a.claim.published or not b.claim.published:
        return 0
    return abs((date.fromisoformat(a.claim.published) - date.fromisoformat(b.claim.published)).days)


def _facing(aligned: Aligned, first: list[View], second: list[View]) -> Iterator[tuple[View, View, bool]]:
    """Pairs of figures at the same place, and whether they are printed alike."""
    theirs = _inside(second, aligned.second.starts[0], aligned.second.ends[-1])
    taken: set[int] = set()
    for a in _inside(first, aligned.first.starts[0], aligned.first.ends[-1]):
        place = aligned.opposite(a.claim.start, a.claim.end)
        if place is None:
            continue
        start, end, alike = place
        met = [b for b in theirs if b.claim.start < end and b.claim.end > start and b.order not in taken]
        if met:
            b = max(met, key=lambda view: min(end, view.claim.end) - max(start, view.claim.start))
            taken.add(b.order)
            yield a, b, alike


def _inside(views: list[View], start: int, end: int) -> list[View]:
    from bisect import bisect_left

    low = bisect_left(views, start, key=lambda view: view.claim.start)
    high = bisect_left(views, end, key=lambda view: view.claim.start)
    return views[low:high]


def differ(a: View, b: View) -> bool:
    """True where two figures at one place of a copied sentence are not the same figure."""
    if _digits(a) == _digits(b) and _words(a) == _words(b):
        return False
    if a.claim.unit != b.claim.unit and a.claim.value == b.claim.value and _plain(a) and _plain(b):
        return True
    if a.claim.bound != b.claim.bound:
        return requalified(a, b) or not a.allowed.overlaps(b.allowed)
    return exclude(a, b) or _outbids(a, b)


def _outbids(a: View, b: View) -> bool:
    """True where the rounder of two lower bounds is the higher, of two upper bounds the lower: over 7,000 and 6,500."""
    rounder, other = sorted((a, b), key=significant)
    up, down = (a.claim.bound in pair for pair in (("more_than", "at_least"), ("less_than", "at_most")))
    one, two = (abs(view.claim.value or 0.0) * view.factor for view in (rounder, other))
    return significant(rounder) < significant(other) and ((up and one > two) or (down and one < two))


def requalified(a: View, b: View) -> bool:
    """True where one text says a number, and the other that it was more, or less, than that number."""
    bounds = {a.claim.bound, b.claim.bound}
    return "exact" in bounds and bool(bounds & _STRICT) and a.claim.value == b.claim.value


def _plain(view: View) -> bool:
    return view.dimension in ("count", "percent", "ratio") or is_money(view.dimension)


def _digits(view: View) -> str:
    return "".join(filter(str.isdigit, view.claim.quote))


def _words(view: View) -> str:
    return "".join(filter(str.isalpha, view.claim.quote.casefold()))
