"""Sums that nothing in the words invites, believed where so many tries would hardly come so near by chance.

Each class of figures that may belong together is tried on its own; the longer the figures and the fewer the tries, the
less it is chance that one of them comes out right.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations, permutations
from operator import add

from factcheck.compare.arithmetic.coincidences import UNSHARED
from factcheck.compare.arithmetic.precision import printed, significant
from factcheck.compare.arithmetic.sums import Sum, strictly
from factcheck.compare.arithmetic.terms import CLOSE, HUNDRED, face, gap, middle, one_sentence, unsigned, value_of
from factcheck.compare.view import View
from factcheck.interval import Interval

LIMIT = 0.1  # sums that chance makes come out right, of all that are tried for one figure
_SPREAD = math.log(10.0)  # figures of one text that measure alike lie within a decade or more
_MOST = 40  # amounts of one class, of which all pairs are tried
AMOUNTS = frozenset({"level", "change"})
_LONG = 3  # digits of a figure that is exact whatever word stands before it
_BESIDE = 3  # characters between two amounts that are one in two currencies
TWICE = 2.0  # times a figure at most, or a part of it at least, is what comes to it
_POINT = 0.5  # of a percentage without decimals


def beyond_chance(tried: Iterable[Sum]) -> list[Sum]:
    """The sums of one class that come out right, where it is hardly chance that one of them does."""
    sums = list(tried)
    right = (found for found in sums if _comes_to(found.computed, found.claimed))
    return [found for found in right if len(sums) * likelihood(found.computed, found.claimed) <= LIMIT]


def only_one(tried: Iterable[Sum]) -> list[Sum]:
    """The same where all that come out right are of the same values: else whose the share is remains open."""
    right = beyond_chance(tried)
    return right if len({tuple(view.claim.value for view in found.roles.values()) for found in right}) == 1 else []


def _comes_to(computed: Interval, claimed: View) -> bool:
    """True where what figures come to, as they are printed, may print as the claimed one does, or is what it says."""
    exact = claimed.claim.bound == "exact" and claimed.claim.high is None
    return (exact and unsigned(computed).overlaps(_as_printed(claimed))) or strictly(computed, claimed)


def likelihood(computed: Interval, claimed: View) -> float:
    """How likely figures as long as these come to the claimed one by chance."""
    return (_width(computed) + _width(_as_printed(claimed))) / _SPREAD


def _width(interval: Interval) -> float:
    own = unsigned(interval)
    return math.log(own.high / own.low) if 0 < own.low <= own.high < math.inf else math.inf


def _as_printed(view: View) -> Interval:
    """The values that print as a figure does; a percentage without decimals is rounded by up to half a point."""
    own, value = unsigned(face(view)), abs(view.claim.value or 0.0)
    whole = view.dimension == "percent" and view.claim.bound == "exact" and value.is_integer() and value > _POINT
    return Interval(value - _POINT, value + _POINT) if whole else own


def rare_shares(share: View, own: Sequence[View]) -> Iterator[Sum]:
    """Parts right beside a share with wholes anywhere in the article, of one metric with the part or not."""
    if not any(map(str.isdigit, share.claim.quote)):
        return
    levels = [view for view in own if is_amount(view)]
    parts = [view for view in levels if one_sentence(view, share) and gap(view, share) <= 2 * CLOSE]
    pairs = [(part, whole) for part in parts for whole in levels]
    if (share.claim.value or 0.0) > HUNDRED.high:  # a debt of more than the product
        pairs = [(part, whole) for part, whole in pairs if is_larger(part, whole)]
    else:
        pairs = [(part, whole) for part, whole in pairs if is_larger(whole, part)]
    sums = [_share(share, part, whole) for part, whole in pairs]
    yield from only_one(found for found in sums if one_metric(found.roles["part"], found.roles["whole"]))
    yield from only_one(sums)
    here = [view for view in levels if one_sentence(view, share)]
    yield from only_one(_share(share, a, b) for a, b in permutations(here, 2) if is_larger(b, a))


def _share(share: View, part: View, whole: View) -> Sum:
    computed = as_rounded(part) / as_rounded(whole) * HUNDRED
    text = f"{value_of(part)} of {value_of(whole)} is {middle(computed)} %"
    return Sum({"share": share, "part": part, "whole": whole}, computed, computed, share, False, text)


def as_rounded(view: View) -> Interval:
    """The values that print as a figure does, whatever is said of how exact it is: an estimated 84.5 million."""
    return (printed(view) if significant(view) >= _LONG else None) or face(view)


def rare_sums(own: Sequence[View]) -> Iterator[tuple[tuple[View, ...], View]]:
    """Two parts, or three of the whole's metric, that come to a whole anywhere in the article."""
    by_unit: defaultdict[str, list[View]] = defaultdict(list)
    for view in own:
        if is_amount(view, AMOUNTS) and significant(view) >= _LONG:
            by_unit[view.dimension].append(view)
    for amounts in by_unit.values():
        by_metric: defaultdict[str, list[View]] = defaultdict(list)
        for view in amounts:
            by_metric[view.claim.metric].append(view)
        for alike in by_metric.values():
            yield from _parts(alike, 2)
            yield from _parts(alike, 3)
        yield from _parts(amounts, 2)
        by_sentence: defaultdict[int, list[View]] = defaultdict(list)
        for view in amounts:
            by_sentence[view.claim.sentence_start].append(view)
        for together in by_sentence.values():
            yield from _parts(together, 2)
            yield from _parts(together, 3)


def _parts(amounts: Sequence[View], size: int) -> Iterator[tuple[tuple[View, ...], View]]:
    """Parts and wholes of one class of amounts; each value is tried once, however often it is told."""
    own = list({view.claim.value: view for view in reversed(amounts)}.values())
    if not size < len(own) <= _MOST:
        return
    rounded = {view.order: as_rounded(view) for view in own}
    sums = [(reduce(add, [rounded[view.order] for view in parts]), parts) for parts in combinations(own, size)]
    sums.sort(key=lambda found: found[0].low)
    lows, widest = [total.low for total, _ in sums], max(total.high - total.low for total, _ in sums)
    tries = len(own) * math.comb(len(own) - 1, size)
    for whole in own:
        low, high = _reach(whole, widest)
        for total, parts in sums[bisect_left(lows, low) : bisect_right(lows, high)]:
            if whole in parts or not _comes_to(total, whole) or tries * likelihood(total, whole) > LIMIT:
                continue
            told = [view for view in amounts if view.claim.value == whole.claim.value]
            yield parts, min(told, key=lambda view: gap(view, parts[0]))


def _reach(whole: View, widest: float) -> tuple[float, float]:
    """The least and the most at which what may come to a figure begins."""
    if whole.claim.bound == "exact":
        own = _as_printed(whole)
        return own.low - widest, own.high
    value = abs(whole.claim.value or 0.0) * whole.factor
    return value / TWICE, value * TWICE


def is_amount(view: View, kinds: frozenset[str] = frozenset({"level"})) -> bool:
    """True for an amount in digits of money, things or a measure that shares are taken of."""
    claim = view.claim
    plain = claim.kind in kinds and not claim.negated and claim.high is None and as_rounded(view).low > 0
    return plain and view.dimension not in UNSHARED | {"percent", "ratio"} and any(map(str.isdigit, claim.quote))


def is_larger(whole: View, part: View) -> bool:
    """True where an amount is certainly larger than another one of its unit that does not stand right beside it."""
    apart = whole.dimension == part.dimension and gap(part, whole) > _BESIDE
    return apart and whole is not part and face(part).high < face(whole).low


def one_metric(a: View, b: View) -> bool:
    """True where both measure one thing."""
    return a.claim.metric == b.claim.metric
