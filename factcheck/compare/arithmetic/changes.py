"""Stated changes against the levels before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from factcheck.compare.arithmetic.amounts import amount_sums
from factcheck.compare.arithmetic.coincidences import amounts_of_change, fitting_levels
from factcheck.compare.arithmetic.precision import digits_of
from factcheck.compare.arithmetic.rare_changes import rare_amounts, rare_changes
from factcheck.compare.arithmetic.sums import HAIR, TENTH, Sum, best_sum, exactly
from factcheck.compare.arithmetic.terms import (
    CLOSE,
    around,
    begins,
    change_between,
    face,
    faces,
    gap,
    has_decimals,
    kin,
    level_of,
    middle,
    one_sentence,
    same_scope,
    unsigned,
    value_of,
)
from factcheck.compare.arithmetic.wording import said_between, text_between
from factcheck.compare.context import Context
from factcheck.compare.identity.apart import is_varied
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Finding

_SCALES = (1.0, 10.0, 1e3, 1e6)
_FAR = 12.0  # times, between a change and what its levels come to, beyond which no slip makes one of the other
_NEAR_ENOUGH = 4.0  # times, that a level may grow, or a slip of scale be off


def changes(law: Law, context: Context) -> Iterator[Finding]:
    """Stated changes against the levels before and after."""
    for own in context.articles():
        for change in own:
            if change.claim.kind == "change" and change.claim.value:
                sums = [*_change_sums(change, own, context), *amount_sums(change, own, context)]
                if is_varied(change, context.rulebook):
                    sums = [found for found in sums if found.right]
                sums = [found for found in sums if found.right or not _fits_turned(found)]
                if not any(found.right for found in sums):
                    sums += [*fitting_levels(change, own), *amounts_of_change(change, own)]
                    sums += [*rare_changes(change, own), *rare_amounts(change, own)]
                    sums = [found for found in sums if found.right or not _fits_others(change, own)]
                yield from best_sum(law, context, sums)


def _change_sums(change: View, own: Sequence[View], context: Context) -> Iterator[Sum]:
    levels = [view for view in around(change, own) if kin(view, change)]
    near = [view for view in levels if one_sentence(view, change)]
    alone = not any(view is not change and _like_change(view, change) for view in own)
    for after, before in combinations(levels, 2):
        for late, early in ((after, before), (before, after)):
            told = _earlier(early, late, change) or early.claim.id == change.claim.basis
            told = told or _than(change, early, late, context)
            if early.dimension != late.dimension or not told:
                continue
            after_it, before_it = faces(late, early)
            computed = change_between(after_it, before_it, change, late)
            counted = after_it.is_point and before_it.is_point
            allowed = computed if counted else change_between(late.allowed, early.allowed, change, late)
            one_move = begins(early) and "role:to" in late.claim.restrictors and one_sentence(early, late)
            strict = level_of(late, change) and level_of(early, change) and (one_move or same_scope(late, early))
            bracketed = text_between(change, late, context) == " ("  # up 3.4 % (110, against 106)
            sure = strict and (bracketed or ({late, early} == set(near) and len(near) == 2 and alone))
            sure = sure and _of_one_sort(late, early) and not _far_from(computed, change, late, early)
            scale = (
                "points" if late.dimension == "percent" else "%" if change.dimension == "percent" else late.claim.unit
            )
            text = f"from {value_of(early)} to {value_of(late)} is a change of {middle(computed)} {scale}"
            roles = {"change": change, "before": early, "after": late}
            worked_out = counted and has_decimals(change)
            careless = TENTH if worked_out or late.dimension == "percent" else 1.0
            yield Sum(roles, computed, allowed, change, sure, text, careless, HAIR if worked_out else 0.05)


def _fits_turned(found: Sum) -> bool:
    """True where the change fits its levels the other way round: down 25 % to 63, after 84 the year before."""
    levels = [found.roles[role] for role in ("before", "after") if role in found.roles]
    if len(levels) < 2 or found.claimed.dimension != "percent":
        return False
    change, (early, late) = found.roles["change"], levels
    return exactly(change_between(*faces(early, late), change, early), change)


def _fits_others(change: View, own: Sequence[View]) -> bool:
    """True where two other levels of the sentence come to a change in per cent: whose it is remains open."""
    levels = [view for view in own if one_sentence(view, change) and view.claim.kind == "level" and view.claim.value]
    levels = [view for view in levels if view.dimension != "percent" and not view.claim.bracket_of]
    pairs = ((a, b) for a, b in permutations(levels, 2) if a.dimension == b.dimension and change.dimension == "percent")
    return any(exactly(change_between(*faces(a, b), change, a), change) for a, b in pairs)


def _like_change(view: View, change: View) -> bool:
    """True for another change of the sentence, of the same metric: each of two levels has its own."""
    one, other = view.claim, change.claim
    alike = one.kind == other.kind and view.dimension == change.dimension and one.metric == other.metric
    return alike and one_sentence(view, change)


def _of_one_sort(a: View, b: View) -> bool:
    """True for two levels that are near each other, or that a slip of scale has parted: no 2 million more, and 319."""
    small, large = sorted(abs((view.claim.value or 0.0) * view.factor) for view in (a, b))
    return any(scale / _NEAR_ENOUGH <= large / small <= scale * _NEAR_ENOUGH for scale in _SCALES) if small else True


def _far_from(computed: Interval, change: View, late: View, early: View) -> bool:
    """True where levels come to a change so far from the one in per cent that it is another's: 476 %, and 14.1 %.

    A slip of a digit in the change or of scale in a level is none: from 226 thousand to 150 million.
    """
    stated, centre = abs(change.claim.value or 0.0), abs(computed.low + computed.high) / 2
    apart = max(stated, centre) > _FAR * max(min(stated, centre), 1.0)
    scaled = (face(late) / Interval.point(by) for scale in _SCALES[2:] for by in (scale, 1 / scale))
    fits = any(
        unsigned(change_between(level, face(early), change, late)).overlaps(unsigned(face(change))) for level in scaled
    )
    mistyped = digits_of(change.claim.quote) in f"{centre:.4f}"
    return change.dimension == "percent" and apart and not (mistyped or fits)


def _than(change: View, early: View, late: View, context: Context) -> bool:
    """True where a change is set against the level right behind it: 31 seats, 10 fewer than the 40 before."""
    behind = late.claim.start < change.claim.start < early.claim.start and gap(change, early) <= CLOSE
    return behind and one_sentence(early, late) and "than" in said_between(change, early, context)


def _earlier(early: View, late: View, change: View) -> bool:
    """True where the words say which of two levels came first, or the dates of levels that are not told beside."""
    if begins(late) or "role:to" in early.claim.restrictors:
        return False
    if not begins(early) and (_at_once(early, late) or _past(change, late)):
        return False
    if begins(early) or any(word.startswith("role:") for word in early.scope.restrictors):
        return True
    beside = one_sentence(early, change) and late.claim.start < change.claim.start < early.claim.start
    return not beside and early.days is not None and late.days is not None and early.days.high < late.days.low


def _at_once(early: View, late: View) -> bool:
    """True where two levels are of the same days and may be one: 1,800 in the headline, more than 1,800 in the text."""
    return early.days is not None and early.days == late.days and early.allowed.overlaps(late.allowed)


def _past(change: View, late: View) -> bool:
    """True where a change is of other days than the level that it would lead to."""
    return change.days is not None and late.days is not None and not change.days.overlaps(late.days)
