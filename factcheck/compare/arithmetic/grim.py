"""Whether a mean or a percentage can come from so many cases (Brown and Heathers' GRIM test, 2017)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.compare.arithmetic.precision import printed
from factcheck.compare.arithmetic.sums import sum_finding
from factcheck.compare.arithmetic.terms import one_sentence
from factcheck.compare.context import Context
from factcheck.compare.findings.describe import number_text
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding

_BESIDE = 16  # characters between a share and the cases it is a share of: "53 % of the 28"
_LIMIT = 1_000  # cases; beyond them every percentage is possible


def possible(printed_mean: str, *, cases: int, items: int = 1, percent: bool = False) -> bool:
    """True where a mean of whole numbers, or a percentage, prints as given for so many cases of so many items."""
    mean, half = _exact(printed_mean)
    scale = 100 if percent else 1
    return _reachable((mean - half) / scale, (mean + half) / scale, cases * items)


def _exact(text: str) -> tuple[Fraction, Fraction]:
    decimals = len(text.partition(".")[2])
    return Fraction(text), Fraction(1, 2 * 10**decimals)


def _reachable(low: Fraction, high: Fraction, cases: int) -> bool:
    """True where some whole number of cases lies between the two parts of them, ends included."""
    return math.ceil(low * cases) <= math.floor(high * cases)


def shares_of_cases(law: Law, context: Context) -> Iterator[Finding]:
    """Percentages that no whole number of the cases beside them can give."""
    for own in context.articles():
        for share, cases in pairwise(own):
            if not _share_of(share, cases, context):
                continue
            span, count = printed(share), int(cases.claim.value or 0)
            if span and not _reachable(Fraction(span.low) / 100, Fraction(span.high) / 100, count):
                near = round((share.claim.value or 0) / 100 * count)
                text = f"{near} of {count} is {number_text(float(f'{100 * near / count:.4g}'))} %"
                yield sum_finding(law, context, law.severity, {"share": share, "cases": cases}, text)


def _share_of(share: View, cases: View, context: Context) -> bool:
    """True for an exact percentage right before the whole number of cases it is a share of."""
    one, other = share.claim, cases.claim
    if one.kind != "share" or one.unit != "percent" or other.unit != "count" or other.kind != "level":
        return False
    exact = one.bound == other.bound == "exact" and share.asserted and other.high is None and one.high is None
    whole = float(other.value or 0.5).is_integer() and 2 <= (other.value or 0) <= _LIMIT and 0 < (one.value or 0) <= 100
    if not exact or not whole or not one_sentence(share, cases):
        return False
    document = context.documents.get(one.doc)
    between = document.text[one.end : other.start] if document else "."
    return 0 < len(between) <= _BESIDE and all(ch.isalpha() or ch.isspace() for ch in between)
