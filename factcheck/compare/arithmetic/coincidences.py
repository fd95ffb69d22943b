"""Changes and shares that no word ties to two levels, but that these come to so exactly that it is no chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from factcheck.compare.arithmetic.sums import Sum, exactly, strictly
from factcheck.compare.arithmetic.terms import (
    CLOSE,
    HUNDRED,
    around,
    change_between,
    face,
    faces,
    gap,
    level_of,
    middle,
    one_sentence,
    ratio_of,
    value_digits,
    value_of,
)
from factcheck.compare.arithmetic.wording import said_between, text_between
from factcheck.compare.context import Context
from factcheck.compare.identity.evidence import SURE_BASES
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.units import is_money

_LONG = 3  # digits of levels to which a change does not fit by chance
_JOINED = 16  # characters between two figures that "and" joins
UNSHARED = frozenset({"second", "kelvin", "celsius", "fahrenheit", "meter / second"})  # "a quarter of it in six hours"
_AMOUNTS = frozenset({"change", "level"})


def fitting_levels(change: View, own: Sequence[View]) -> Iterator[Sum]:
    """A change with two levels nearby that come to it: told as before and after, or of one metric and long."""
    levels = [view for view in around(change, own) if _level(view)]
    for late, early in permutations(levels, 2):
        if early.dimension != late.dimension or "role:from" in late.claim.restrictors:
            continue
        if not (_told(early, late, change) or _of_one_metric(early, late, change)):
            continue
        computed = change_between(*faces(late, early), change, late)
        if strictly(computed, change):
            scale = "points" if late.dimension == "percent" else "%"
            text = f"from {value_of(early)} to {value_of(late)} is a change of {middle(computed)} {scale}"
            yield Sum({"change": change, "before": early, "after": late}, computed, computed, change, False, text)


def _level(view: View) -> bool:
    claim = view.claim
    return claim.kind in ("level", "share") and (claim.value or 0) > 0 and not claim.bracket_of and not claim.negated


def _told(early: View, late: View, change: View) -> bool:
    """True where a sentence says that one level came from the other, and nothing that it is another party's."""
    before = any(word.startswith("role:") and word != "role:to" for word in early.claim.restrictors)
    ends = "role:from" in early.claim.restrictors or "role:to" in late.claim.restrictors
    if not one_sentence(early, late) or not (before and ends) or gap(early, late) > 2 * CLOSE:
        return False
    if one_sentence(late, change):
        return True
    sure = {late.claim.entity_basis, change.claim.entity_basis} <= SURE_BASES
    alike = late.claim.metric == change.claim.metric or (is_money(late.dimension) and len(value_digits(change)) > 1)
    return alike and (late.entity == change.entity or not sure)


def _of_one_metric(early: View, late: View, change: View) -> bool:
    """True for two levels of one metric, one of them beside the change, which is of that metric too."""
    if early.claim.metric != late.claim.metric or min(len(value_digits(early)), len(value_digits(late))) < _LONG:
        return False
    beside = [one_sentence(view, change) for view in (early, late)]
    return all(beside) or (any(beside) and change.claim.metric == late.claim.metric)


def amounts_of_change(change: View, own: Sequence[View]) -> Iterator[Sum]:
    """A change in per cent that stands beside its amount, with the level of which both are: 1,100 more, or 3.4 %."""
    if change.dimension != "percent":
        return
    levels = [view for view in around(change, own) if view.claim.kind == "level" and _level(view)]
    for amount in around(change, own):
        if amount.claim.kind not in _AMOUNTS or not amount.claim.value or amount.dimension in ("percent", "ratio"):
            continue
        for level in levels:
            if level is amount or level.dimension != amount.dimension or not _belongs(amount, level, change):
                continue
            small = Interval(abs(face(amount).low), abs(face(amount).high)) if face(amount).high < 0 else face(amount)
            if face(level).low <= 2 * small.high:
                continue
            for sign, way in ((-1.0, "up"), (1.0, "down")):
                computed = small / (face(level) + Interval.point(sign) * small) * HUNDRED
                if strictly(computed, change):
                    text = f"{way} {value_of(amount)} to {value_of(level)} is a change of {middle(computed)} %"
                    roles = {"change": change, "amount": amount, "after": level}
                    yield Sum(roles, computed, computed, change, False, text)
                    break


def _belongs(amount: View, level: View, change: View) -> bool:
    """True for an amount right beside the change, or beside the level of the change's metric."""
    metrics = level.claim.metric in (amount.claim.metric, change.claim.metric)
    long = len(value_digits(level)) >= _LONG
    if amount.claim.kind == "change" and one_sentence(amount, change) and gap(amount, change) <= CLOSE:
        return metrics and long
    one = level.claim.metric == amount.claim.metric == change.claim.metric
    return one and long and gap(amount, level) <= CLOSE and len(value_digits(change)) >= 2


def untold_shares(share: View, own: Sequence[View], context: Context) -> Iterator[Sum]:
    """Parts and wholes that no word ties to a share, but that come to it, or to what it leaves, as it is printed."""
    levels = [view for view in around(share, own) if view.claim.kind == "level" and view.claim.value]
    for part in levels:
        for whole in levels:
            if not _comes_to(part, whole, share, context) or side_by_side(part, whole, context):
                continue
            computed = ratio_of(part, whole, 100.0)[0]
            results = {"": computed}
            if one_sentence(part, share) and one_sentence(whole, share):
                results["all but "] = HUNDRED - computed
            for rest, found in results.items():
                if strictly(found, share) and (not rest or share.claim.bound != "exact" or exactly(found, share)):
                    text = f"{rest}{value_of(part)} of {value_of(whole)} is {middle(found)} %"
                    yield Sum({"share": share, "part": part, "whole": whole}, found, found, share, False, text)


def _comes_to(part: View, whole: View, share: View, context: Context) -> bool:
    """True for long figures of one sentence with the share, and a part whose metric or whose share's is the whole's."""
    if part is whole or part.dimension != whole.dimension or face(part).high >= face(whole).low:
        return False
    if part.claim.bracket_of or whole.claim.bracket_of or part.dimension in UNSHARED:
        return False
    digits = [len(value_digits(view)) for view in (part, whole)]
    if one_sentence(part, share) and one_sentence(whole, share):
        return max(digits) >= _LONG or (max(digits) > 1 and gap(part, whole) <= CLOSE)
    metric = context.rulebook.metrics.get(part.claim.metric)
    if metric is not None and metric.as_share == share.claim.metric:
        return min(digits) >= _LONG
    return level_of(whole, part) and one_sentence(part, share) and gap(part, share) <= CLOSE


def in_brackets(view: View, context: Context) -> bool:
    """True where a bracket opens right before a figure."""
    document = context.documents.get(view.claim.doc)
    return document is not None and document.text[: view.claim.start].endswith("(")


def side_by_side(a: View, b: View, context: Context) -> bool:
    """True for the ends of a change, and for two figures that "and" joins: from 370,500 shares; 609 and 552 ships."""
    if "role:from" in a.claim.restrictors or "role:from" in b.claim.restrictors:
        return True
    lone = gap(a, b) <= _JOINED and len(text_between(a, b, context).split()) == 1
    return lone and joined(a, b, context)


def joined(first: View, second: View, context: Context) -> bool:
    """True where "and" stands between two figures: a rise (of 1.3 %), and 12.5 % of sales."""
    return "conjunction" in said_between(first, second, context)
