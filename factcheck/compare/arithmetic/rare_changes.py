"""Changes in per cent that two levels come to, or an amount and a level, so exactly that it is hardly chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.chance import (
    AMOUNTS,
    TWICE,
    as_rounded,
    is_amount,
    is_larger,
    one_metric,
    only_one,
)
from factcheck.compare.arithmetic.sums import Sum
from factcheck.compare.arithmetic.terms import (
    CLOSE,
    HUNDRED,
    NEAR,
    change_between,
    face,
    gap,
    middle,
    one_sentence,
    unsigned,
    value_of,
)
from factcheck.compare.view import View
from factcheck.interval import Interval


def rare_changes(change: View, own: Sequence[View]) -> Iterator[Sum]:
    """Two levels that come to a change in per cent: of one metric and one beside it, or both in its sentence."""
    if change.dimension != "percent":
        return
    levels, fall = [view for view in own if is_amount(view)], (change.claim.value or 0.0) < 0
    here = [view for view in levels if one_sentence(view, change)]
    pairs = [(a, b) for a in here for b in levels] + [(a, b) for a in levels if a not in here for b in here]
    sums = [_change(change, a, b) for a, b in pairs if is_larger(*((b, a) if fall else (a, b)))]
    yield from only_one(found for found in sums if one_metric(found.roles["after"], found.roles["before"]))
    yield from only_one(found for found in sums if all(one_sentence(view, change) for view in found.roles.values()))


def rare_amounts(change: View, own: Sequence[View]) -> Iterator[Sum]:
    """A change in per cent with its amount beside it, or an amount and the level it led to in a sentence near."""
    if change.dimension != "percent":
        return
    levels = [view for view in own if is_amount(view) and gap(view, change) <= NEAR]
    amounts = [view for view in own if _moved(view) and gap(view, change) <= NEAR]
    pairs = [(amount, level) for amount in amounts for level in levels if _led_to(amount, level, change)]
    yield from only_one(_amount_of(change, amount, level) for amount, level in pairs)


def _moved(view: View) -> bool:
    """True for an amount of a change, or one that may be."""
    return view.claim.kind in AMOUNTS and bool(view.claim.value) and not view.claim.negated


def _led_to(amount: View, level: View, change: View) -> bool:
    """True for an amount beside its change and the level of one sentence, or one metric's amount and level of one."""
    size = unsigned(face(amount))
    if amount is level or amount.dimension != level.dimension or face(level).low <= TWICE * size.high:
        return False
    if not one_sentence(amount, level):
        return False
    told = amount.claim.kind == "change" and amount.claim.metric == level.claim.metric
    return told or (one_sentence(amount, change) and gap(amount, change) <= 2 * CLOSE)


def _amount_of(change: View, amount: View, level: View) -> Sum:
    size, fall = unsigned(as_rounded(amount)), (change.claim.value or 0.0) < 0 or (amount.claim.value or 0.0) < 0
    computed = size / (as_rounded(level) + Interval.point(1.0 if fall else -1.0) * size) * HUNDRED
    text = f"{'down' if fall else 'up'} {value_of(amount)} to {value_of(level)} is a change of {middle(computed)} %"
    return Sum({"change": change, "amount": amount, "after": level}, computed, computed, change, False, text)


def _change(change: View, late: View, early: View) -> Sum:
    computed = change_between(as_rounded(late), as_rounded(early), change, late)
    text = f"from {value_of(early)} to {value_of(late)} is a change of {middle(computed)} %"
    return Sum({"change": change, "before": early, "after": late}, computed, computed, change, False, text)
