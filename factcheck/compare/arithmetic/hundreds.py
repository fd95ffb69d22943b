"""Two shares side by side that make a hundred: those who say yes, and those who say no."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.compare.arithmetic.sums import sum_finding
from factcheck.compare.arithmetic.terms import value_of
from factcheck.compare.context import Context
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding

_WHOLE = 100.0


def hundreds(law: Law, context: Context) -> Iterator[Finding]:
    """The pairs of shares of a sentence, one right behind the other, that leave nothing of the whole."""
    for own in context.articles():
        sentences: defaultdict[int, list[View]] = defaultdict(list)
        for view in own:
            if _is_share(view):
                sentences[view.claim.sentence_start].append(view)
        for told in sentences.values():
            for one, other in _pairs(told):
                text = f"{value_of(one)} and {value_of(other)} make 100"
                yield sum_finding(law, context, "consistent", {"part_1": one, "part_2": other}, text)


def _pairs(told: Sequence[View]) -> Iterator[tuple[View, View]]:
    """Neighbours that make a hundred; of several shares those with decimals, which hardly do so by chance."""
    for one, other in pairwise(told):
        values = one.claim.value or 0.0, other.claim.value or 0.0
        exact = len(told) == 2 or not any(value.is_integer() for value in values)
        if exact and values[0] != values[1] and math.isclose(sum(values), _WHOLE, abs_tol=1e-9):
            yield one, other


def _is_share(view: View) -> bool:
    claim = view.claim
    exact = claim.bound == "exact" and claim.high is None and not claim.bracket_of
    return exact and claim.kind == "share" and view.dimension == "percent" and any(map(str.isdigit, claim.quote))
