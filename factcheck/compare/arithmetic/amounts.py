"""Changes given twice, as an amount and in per cent, with a level: down 14 pence, or 6.2 %, to 212."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.sums import Sum
from factcheck.compare.arithmetic.terms import CLOSE, HUNDRED, begins, face, gap, middle, one_sentence, value_of
from factcheck.compare.arithmetic.wording import said_between, text_between
from factcheck.compare.context import Context
from factcheck.compare.view import View
from factcheck.interval import Interval

_OR = 8  # characters of ", or " between an amount and its percentage


def amount_sums(change: View, own: Sequence[View], context: Context) -> Iterator[Sum]:
    """A change given twice, as an amount and in per cent, with the level after it: down 14 pence, or 6.2 %, to 212."""
    if change.dimension != "percent":
        return
    near = [view for view in own if one_sentence(view, change) and not view.claim.bracket_of and view.claim.value]
    amounts = [view for view in near if view.dimension not in ("percent", "ratio") and _amount(view, change, context)]
    levels = [view for view in near if view.claim.kind == "level" and view not in amounts and not begins(view)]
    levels = [view for view in levels if "role:to" in view.claim.restrictors] or (levels if len(levels) == 1 else [])
    for amount in amounts:
        for level in levels:
            if amount.dimension != level.dimension or face(level).low <= face(amount).high:
                continue
            if amount.claim.metric != level.claim.metric:
                continue  # revenue of 23 million, up 2 %, while it gained 1.2 million in profits
            rise, fall = (_part_of(amount, level, sign) for sign in (-1.0, 1.0))
            sure = len(amounts) == len(levels) == 1 and _told_at_once(amount, change, level, context)
            roles = {"change": change, "amount": amount, "after": level}
            for computed, first, way in ((fall, True, "down"), (rise, False, "up")):
                text = f"{way} {value_of(amount)} to {value_of(level)} is a change of {middle(computed)} %"
                yield Sum(roles, computed, rise.hull(fall), change, sure and first, text)


def _amount(view: View, change: View, context: Context) -> bool:
    """True for an amount of change, and for what brackets add to a change in per cent: 2.6 % (1.3 million people)."""
    return view.claim.kind == "change" or (view.claim.kind == "level" and text_between(change, view, context) == " (")


def _told_at_once(amount: View, change: View, level: View, context: Context) -> bool:
    """True for one change told twice: 14 pence, or 6 %; but not: four percent on the year and two million in May."""
    if max(gap(amount, level), gap(level, change)) <= _OR:
        return True  # up 1.20 to 8.40 euros, or 25 %
    apart = gap(amount, change)
    return apart <= CLOSE and (apart <= _OR or "conjunction" not in said_between(amount, change, context))


def _part_of(amount: View, level: View, sign: float) -> Interval:
    """The change in per cent of the level before it."""
    before = face(level) + Interval.point(sign) * face(amount)
    return face(amount) / before * HUNDRED
