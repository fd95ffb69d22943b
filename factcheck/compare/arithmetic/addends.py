"""Figures that come to another of their article, to the last digit; shown with a tick, never flagged."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from factcheck.compare.arithmetic.chance import rare_sums
from factcheck.compare.arithmetic.sums import sum_finding
from factcheck.compare.arithmetic.terms import NEAR, gap, one_sentence, value_digits, value_of
from factcheck.compare.context import Context
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding
from factcheck.rulebook import Rulebook

_SIBLINGS = 160  # characters between two parts of one whole
_APART = 300  # characters between two of several parts of a whole that is no round number
_MOST = 7  # parts of one whole that stand one after the other
_RARE = 4  # digits of a whole to which figures of the passage do not come by chance
_CROWD = 20  # people, of whom parts do not come to the whole by chance
_BEFALLEN = 4  # parts of them
_BOUNDS = frozenset({"exact", "at_least"})


def addends(law: Law, context: Context) -> Iterator[Finding]:
    """Parts that come to the whole named beside them, each figure in one sum."""
    for own in context.articles():
        counts = [view for view in own if _countable(view) and not _is_rate(view, context.rulebook)]
        used: set[int] = set()
        for parts, whole in (*_sums(counts), *_fates(counts, context.rulebook), *rare_sums(own)):
            if used.isdisjoint(part.order for part in parts):
                used |= {part.order for part in parts}
                roles = {"whole": whole} | {f"part_{i}": part for i, part in enumerate(parts, 1)}
                listed = ", ".join(value_of(part) for part in parts[:-1])
                text = f"{listed} and {value_of(parts[-1])} come to {value_of(whole)}"
                yield sum_finding(law, context, "consistent", roles, text)


def _sums(counts: Sequence[View]) -> Iterator[tuple[tuple[View, ...], View]]:
    """Two parts told one after the other, then more of them, then two anywhere near."""
    for i, one in enumerate(counts):
        for other in counts[i + 1 : i + 4]:
            if _siblings(one, other):
                yield from _wholes((one, other), counts, 2)
    for i in range(len(counts)):
        for end in range(i + 3, min(len(counts), i + _MOST) + 1):
            parts = tuple(counts[i:end])
            if _in_a_row(parts):
                yield from _wholes(parts, counts, _RARE)
    for one, other in combinations(counts, 2):
        if one.dimension == other.dimension and _alike(one, other) and gap(one, other) <= NEAR:
            yield from ((parts, whole) for parts, whole in _wholes((one, other), counts, _RARE)
                        if len(value_digits(whole)) >= _RARE)  # fmt: skip


def _fates(counts: Sequence[View], rulebook: Rulebook) -> Iterator[tuple[tuple[View, ...], View]]:
    """What befell those aboard, told one after the other: so many dead, rescued and missing of so many."""
    told = [view for view in counts if view.dimension == "count" and _befalls(view, rulebook)]
    for whole in counts:
        if whole in told or whole.dimension != "count" or (whole.claim.value or 0) < _CROWD:
            continue
        for size in range(2, _BEFALLEN + 1):
            for i in range(len(told) - size + 1):
                parts = tuple(told[i : i + size])
                total = math.fsum(part.claim.value or 0.0 for part in parts)
                acted = any(whole.claim.metric in rulebook.metrics[part.claim.metric].acts_on for part in parts)
                if acted and total == whole.claim.value and all(gap(part, whole) <= NEAR for part in parts):
                    yield parts, whole


def _befalls(view: View, rulebook: Rulebook) -> bool:
    """True for counts of people by what happened to them: the dead, the rescued."""
    metric = rulebook.metrics.get(view.claim.metric)
    return metric is not None and metric.units == ("count",) and (metric.episodic or metric.kind == "event")


def _alike(one: View, other: View) -> bool:
    """True for two figures of one metric, or so long that they do not come to a third by chance."""
    return one.claim.metric == other.claim.metric or min(len(value_digits(one)), len(value_digits(other))) >= _RARE


def _wholes(parts: tuple[View, ...], counts: Sequence[View], digits: int) -> Iterator[tuple[tuple[View, ...], View]]:
    """The first figure near that the parts come to: of their metric, or with so many digits that it is no chance."""
    total = math.fsum(part.claim.value or 0.0 for part in parts)
    for whole in counts:
        if whole in parts or whole.dimension != parts[0].dimension or not math.isclose(whole.claim.value or 0.0, total):
            continue
        near = min(gap(whole, part) for part in parts) <= NEAR
        metrics = {part.claim.metric for part in parts}
        alike = whole.claim.metric in metrics if len(parts) == 2 else metrics == {whole.claim.metric}
        if near and whole.claim.kind == parts[0].claim.kind and (alike or len(value_digits(whole)) >= digits):
            yield parts, whole
            return


def _countable(view: View) -> bool:
    """True for an exact amount, whole number or share given as fact or plan."""
    claim = view.claim
    exact = claim.bound in _BOUNDS and claim.high is None and not claim.bracket_of
    return exact and claim.kind in ("level", "share") and not claim.negated and (claim.value or 0) > 0


def _is_rate(view: View, rulebook: Rulebook) -> bool:
    """True for what never adds up: the unemployment of two countries."""
    metric = rulebook.metrics.get(view.claim.metric)
    return metric is not None and metric.kind == "rate"


def _siblings(one: View, other: View) -> bool:
    """True where the second figure, in the same or the next sentence, is marked as another part."""
    near = one.dimension == other.dimension and 0 < gap(one, other) <= _SIBLINGS
    exact = one.claim.bound == other.claim.bound == "exact" and one.claim.kind == other.claim.kind == "level"
    marked = any(word.startswith("part:") for word in (*one.claim.restrictors, *other.claim.restrictors))
    return near and exact and (marked or one.claim.metric == other.claim.metric or one_sentence(one, other))


def _in_a_row(parts: Sequence[View]) -> bool:
    return all(
        one.dimension == other.dimension and one.claim.kind == other.claim.kind and 0 < gap(one, other) <= _APART
        for one, other in pairwise(parts)
    )
