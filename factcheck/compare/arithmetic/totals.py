"""Shares of a total that an earlier sentence gives: 1.24 million came. The British were 372,000, 40 % of the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.sums import Sum
from factcheck.compare.arithmetic.terms import CLOSE, NEAR, gap, middle, one_sentence, ratio_of, value_of
from factcheck.compare.arithmetic.wording import categories
from factcheck.compare.context import Context
from factcheck.compare.view import View


def of_totals(share: View, own: Sequence[View], context: Context) -> Iterator[Sum]:
    """A share of "the total", or "of them", with the one count beside it and the one larger count of its metric before.

    780 of them, or 55 %, said yes, where 1,200 were asked.
    """
    beside = [view for view in own if one_sentence(view, share) and view.claim.kind == "level" and view.claim.value]
    parts = [view for view in beside if gap(view, share) <= CLOSE and not view.claim.bracket_of]
    if len(parts) != 1 or any(view is not share and one_sentence(view, share) for view in own if _is_share(view)):
        return
    part = parts[0]
    if not (_of_total(share, context) or _of_them(share, context) or _of_them(part, context)):
        return
    larger = [view for view in own if _may_hold(view, part) and view.claim.start < part.claim.start]
    if len({view.claim.value for view in larger}) == 1 and gap(larger[-1], part) <= NEAR:
        whole = larger[-1]
        computed, allowed = ratio_of(part, whole, 100.0)
        text = f"{value_of(part)} of {value_of(whole)} is {middle(computed)} %"
        yield Sum({"share": share, "part": part, "whole": whole}, computed, allowed, share, True, text)


def _of_total(share: View, context: Context) -> bool:
    return bool(share.claim.of) and "whole" in categories(share.claim.of or "", share, context)


def _of_them(view: View, context: Context) -> bool:
    """True for a figure that is of those told of before."""
    parts = " ".join(word[5:] for word in view.claim.restrictors if word.startswith("part:"))
    return bool(parts) and "of_them" in categories(parts.replace("' ", "'"), view, context)


def _is_share(view: View) -> bool:
    return view.claim.kind == "share" or view.dimension == "percent"


def _may_hold(whole: View, part: View) -> bool:
    """True for a larger level of the part's metric in a sentence of its own, with nothing that it came from."""
    claim = whole.claim
    level = (
        claim.kind == "level" and not claim.bracket_of and not claim.negated and "role:from" not in claim.restrictors
    )
    larger = level and whole.dimension == part.dimension and (claim.value or 0.0) > (part.claim.value or 0.0)
    return larger and claim.metric == part.claim.metric and not one_sentence(whole, part)
