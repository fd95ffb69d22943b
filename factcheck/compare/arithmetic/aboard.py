"""What befell the people of a vehicle, against how many it carried: 43 hurt and nine dead of 49 on board."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.sums import sum_finding
from factcheck.compare.arithmetic.terms import NEAR, faces, gap, value_of
from factcheck.compare.context import Context
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding

# what befalls nobody twice; the hurt and the saved may be the same
_FATES = (("deaths", "survivors", "missing"), ("deaths", "rescued", "missing"), ("deaths", "injured"))
_CARRIED = "people_aboard"


def aboard(law: Law, context: Context) -> Iterator[Finding]:
    """Articles with one count of the people on board, and more dead, hurt or missing than that; one finding each."""
    for own in context.articles():
        counts = _counts(own, context)
        carried = counts.get(_CARRIED, [])
        for fates in _FATES if len(carried) == 1 else ():
            told = [counts[fate] for fate in fates if fate in counts]
            befell = [views[0] for views in told if len(views) == 1]
            if len(befell) == len(told) > 1 and _too_many(befell, carried[0]):
                roles = {"whole": carried[0]} | {f"part_{i}": view for i, view in enumerate(befell, 1)}
                text = f"{' and '.join(map(value_of, befell))} are more than {value_of(carried[0])}"
                yield sum_finding(law, context, "tension", roles, text)
                break


def _counts(own: Sequence[View], context: Context) -> dict[str, list[View]]:
    """The counts of people of an article by what befell them, one of each value."""
    found: dict[str, dict[float, View]] = defaultdict(dict)
    for view in own:
        claim = view.claim
        if claim.kind == "level" and claim.value and view.asserted and claim.high is None and not claim.bracket_of:
            metric = context.rulebook.metrics.get(claim.metric)
            found[_CARRIED if metric and metric.is_a == _CARRIED else claim.metric].setdefault(claim.value, view)
    return {metric: list(views.values()) for metric, views in found.items()}


def _too_many(befell: Sequence[View], whole: View) -> bool:
    """True where counts near each other come to more than one that is larger than each of them."""
    near = max(gap(view, whole) for view in befell) <= NEAR
    single = all((view.claim.value or 0.0) <= (whole.claim.value or 0.0) for view in befell)
    exact = faces(whole, befell[-1])[0]
    most = exact.high if exact.is_point else whole.allowed.high
    return near and single and sum(view.allowed.low for view in befell) > most
