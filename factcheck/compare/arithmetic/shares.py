"""Stated shares against part and whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.among import is_among
from factcheck.compare.arithmetic.chance import rare_shares
from factcheck.compare.arithmetic.coincidences import UNSHARED, side_by_side, untold_shares
from factcheck.compare.arithmetic.share_words import (
    are_compared,
    glosses_another,
    is_aside,
    is_between,
    is_glossed,
    is_stated_whole,
    is_told_part,
    of_another,
)
from factcheck.compare.arithmetic.sums import HAIR, TENTH, Sum, best_sum, exactly
from factcheck.compare.arithmetic.terms import (
    CLOSE,
    around,
    change_between,
    face,
    gap,
    has_decimals,
    kin,
    level_of,
    middle,
    one_sentence,
    ratio_of,
    unsigned,
    value_digits,
    value_of,
)
from factcheck.compare.arithmetic.totals import of_totals
from factcheck.compare.context import Context
from factcheck.compare.laws.law import Law
from factcheck.compare.scope import region_inside
from factcheck.compare.view import View
from factcheck.model import Finding
from factcheck.units import is_money


def shares(law: Law, context: Context) -> Iterator[Finding]:
    """Stated shares against part and whole."""
    for own in context.articles():
        for share in own:
            if _states_share(share):
                sums = list(_share_sums(share, own, context)) if share.claim.kind == "share" else []
                sums += of_totals(share, own, context) if not any(found.sure or found.right for found in sums) else ()
                told = any(found.right for found in sums)
                untold = [] if told else [*untold_shares(share, own, context), *rare_shares(share, own)]
                yield from best_sum(law, context, [*sums, *untold])
            elif _is_of_something(share):
                yield from best_sum(law, context, list(rare_shares(share, own)))


def _states_share(view: View) -> bool:
    """True for a share of a whole; a rate in per cent of something that the text names is one too."""
    claim = view.claim
    shared = claim.kind == "share" or (claim.kind == "level" and view.dimension == "percent" and bool(claim.of))
    return shared and claim.value is not None and 0 < claim.value <= 100


def _is_of_something(view: View) -> bool:
    """True for any other percentage of which the text says what it is of: a debt of 102.6 % of the product."""
    return view.dimension == "percent" and bool(view.claim.of) and (view.claim.value or 0.0) > 0


def _share_sums(share: View, own: Sequence[View], context: Context) -> Iterator[Sum]:
    nearby = [view for view in around(share, own) if not glosses_another(view, share, own, context)]
    for part in nearby:
        if not part_of_share(part, share) and not _facing(part, part, share):
            continue
        for whole in nearby:
            stated = is_stated_whole(share, whole, context)
            acted = _acted_on(part, whole, context)
            if whole is part or face(part).high > face(whole).high or side_by_side(part, whole, context):
                continue
            if _is_change(share, part, whole):
                continue  # up (10.6 %), from 134.8 to 149.1
            computed, allowed = ratio_of(part, whole, 100.0)
            among = share.claim.start >= whole.claim.end and is_among(part, whole, context)
            invited = (stated and part.dimension == whole.dimension) or _whole_of(part, whole, acted=acted) or among
            if not invited and not (_facing(part, whole, share) and exactly(computed, share)):
                continue
            sentence = [view for view in nearby if one_sentence(view, share) and view.dimension == part.dimension]
            counted = part.claim.metric == whole.claim.metric and not is_money(part.dimension)
            parted = is_told_part(part, whole, context)
            strict = (acted or counted or parted) and part.entity == whole.entity  # else those of two years
            reach = CLOSE * (2 if stated or among else 1)
            near = gap(whole if among else part, share) <= reach
            sure = (strict or stated or among) and near and len(sentence) == 2
            sure = sure and whole in sentence and invited and (among or part_of_share(part, share))
            sure = sure and (stated or among or not (is_aside(share, part) or is_between(share, whole, part)))
            sure = sure and not of_another(whole, share, own)
            sure = sure and (stated or not are_compared(part, whole, context, glossed=is_glossed(part, share)))
            text = f"{value_of(part)} of {value_of(whole)} is {middle(computed)} %"
            roles = {"share": share, "part": part, "whole": whole}
            precise = has_decimals(share) and all(_exact(view) for view in roles.values())
            careless, loose = (TENTH, HAIR) if precise else (1.0, 0.05)
            yield Sum(roles, computed, allowed, share, sure, text, careless, loose)


def _is_change(share: View, part: View, whole: View) -> bool:
    """True where a percentage is that of the change between two figures."""
    if part.dimension != whole.dimension:
        return False
    moved = (change_between(face(a), face(b), share, a) for a, b in ((part, whole), (whole, part)))
    return any(unsigned(change).overlaps(unsigned(face(share))) for change in moved)


def _exact(view: View) -> bool:
    return view.claim.bound == "exact" and view.claim.high is None


def part_of_share(part: View, share: View) -> bool:
    """A level in the share's sentence: of its metric, or right beside it."""
    if not one_sentence(part, share) or part.claim.kind != "level" or not part.claim.value or part.claim.bracket_of:
        return False
    if part.dimension in UNSHARED:
        return False
    beside = gap(part, share) <= CLOSE
    return beside or level_of(part, share)


def _facing(part: View, whole: View, share: View) -> bool:
    """True for two levels of one unit in the share's sentence, neither so small that it would fit many."""
    levels = all(
        view.claim.kind == "level" and not view.claim.bracket_of and one_sentence(view, share)
        and len(value_digits(view)) >= 2 for view in (part, whole)
    )  # fmt: skip
    return levels and part.dimension == whole.dimension and part.dimension not in UNSHARED


def _acted_on(part: View, whole: View, context: Context) -> bool:
    """True where the part is what befell some of the whole: 120 strikers of 500 employees."""
    metric = context.rulebook.metrics.get(part.claim.metric)
    return metric is not None and whole.claim.metric in metric.acts_on and part.entity == whole.entity


def _whole_of(part: View, whole: View, *, acted: bool) -> bool:
    if whole is part or not (acted or kin(whole, part)) or (whole.claim.value or 0) <= (part.claim.value or 0):
        return False
    one, other = part.scope.region, whole.scope.region
    return not one or not other or region_inside(one, other)
