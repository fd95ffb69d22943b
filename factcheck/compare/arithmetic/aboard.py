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

_DEAD, _OTHERS = "deaths", ("injured", "missing", "rescued", "survivors")  # nobody is both
_CARRIED = "people_aboard"


def aboard(law: Law, context: Context) -> Iterator[Finding]:
    """Articles with one count of the people on board, and more dead and hurt than that; one finding each."""
    for own in context.articles():
        counts = _counts(own, context)
        carried, dead = counts.get(_CARRIED, []), counts.get(_DEAD, [])
        for metric in _OTHERS if len(carried) == 1 and dead else ():
            found = [(a, b) for a in dead for b in counts.get(metric, ()) if _too_many(a, b, carried[0])]
            if len(found) == 1 == len(dead) == len(counts[metric]):
                one, other = found[0]
                roles = {"whole": carried[0], "part_1": one, "part_2": other}
                text = f"{value_of(one)} and {value_of(other)} are more than {value_of(carried[0])}"
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


def _too_many(one: View, other: View, whole: View) -> bool:
    """True where two counts near each other come to more than a third that is larger than either."""
    least = one.allowed.low + other.allowed.low
    near = max(gap(one, other), gap(one, whole), gap(other, whole)) <= NEAR
    most = faces(whole, other)[0].high if faces(whole, other)[0].is_point else whole.allowed.high
    single = max(one.claim.value or 0.0, other.claim.value or 0.0) <= (whole.claim.value or 0.0)
    return near and single and least > most and len({one.entity, other.entity, whole.entity}) < 3
