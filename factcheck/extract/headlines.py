"""What a headline or lead leaves unsaid and the text says of the same figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.extract.quantities.units import dimension
from factcheck.extract.times import timing
from factcheck.model import Claim
from factcheck.period import Period, year_before
from factcheck.rulebook import Metric

_MILLION = 1e6
_RECURRING = 100  # counts below it are said of many things
_OPENING = 12  # the claims among which results get their period
_AHEAD = ("forecast", "plan", "target", "offer", "rumour")


def echo(claims: Sequence[Claim], frame: Period | None) -> list[Claim]:
    """Gives a figure of a headline what the same figure of the text says of its time, unit and metric."""
    told: dict[float | None, list[Claim]] = {}
    found = list(claims)
    for claim in claims:
        if claim.zone != "headline":
            told.setdefault(claim.value, []).append(claim)
    for i, claim in enumerate(found):
        if claim.zone == "headline":
            same = [c for c in told.get(claim.value, ()) if c.unit == claim.unit] or _amounts(claim, told)
            found[i] = _echo(claim, next((c for c in same if not _by_chance(claim, c)), None), frame)
    return found


def backdate(claims: Sequence[Claim], metrics: Mapping[str, Metric]) -> list[Claim]:
    """Gives the results that open an article, before it says for what period they are, that period."""
    opening = claims[:_OPENING]
    told = next((i for i, claim in enumerate(opening) if _is_told(claim, metrics.get(claim.metric))), 0)
    period = claims[told].time if told else None
    if period is None:
        return list(claims)
    found = list(claims)
    for i, claim in enumerate(claims[:told]):
        metric = metrics.get(claim.metric)
        if metric and _is_result(metric) and (is_undated(claim) or _of_a_day(claim)) and claim.stance not in _AHEAD:
            earlier = year_before(period) if "role:from" in claim.restrictors else period
            found[i] = replace(claim, time=(earlier or period).on_basis("inferred"), timekind="during")
    return found


def _is_told(claim: Claim, metric: Metric | None) -> bool:
    """Whether a claim says for what span of time an article's results are."""
    plain = claim.stance not in _AHEAD and "role:from" not in claim.restrictors
    if metric is None or claim.time is None or claim.time.basis not in ("stated", "resolved"):
        return False
    return plain and _is_result(metric) and timing.is_span(claim.time)


def _is_result(metric: Metric) -> bool:
    return metric.kind == "flow" and metric.units == ("money",)


def _of_a_day(claim: Claim) -> bool:
    return claim.time is not None and claim.time.basis == "inferred" and claim.time.days == 1


def _amounts(claim: Claim, told: dict[float | None, list[Claim]]) -> list[Claim]:
    """The amounts of money that a bare figure of millions in a headline stands for."""
    bare = claim.unit == "count" and (claim.value or 0) >= _MILLION
    return [c for c in told.get(claim.value, ()) if bare and dimension(c.unit) == "money"]


def _by_chance(claim: Claim, same: Claim) -> bool:
    """True for small counts of two named things, which recur: two arrests, two people hurt."""
    named = ":" not in claim.metric and ":" not in same.metric
    return claim.unit == "count" and (claim.value or 0) < _RECURRING and named and claim.metric != same.metric


def _echo(claim: Claim, same: Claim | None, frame: Period | None) -> Claim:
    named = same is not None and (":" not in same.metric or ":" in claim.metric)
    if same and (named or same.unit != claim.unit) and same.kind == claim.kind:
        claim = replace(claim, metric=same.metric, unit=same.unit)
    if same and same.stance in _AHEAD and claim.stance not in _AHEAD:
        claim = replace(claim, stance=same.stance)
    if claim.time is not None and claim.time.basis in ("stated", "resolved"):
        return claim
    time = same.time if same and not is_undated(same) else frame if is_undated(claim) else None
    if time is None:
        return claim
    timekind = same.timekind if same and time is same.time else claim.timekind
    return replace(claim, time=time.on_basis("inferred"), timekind=timekind)


def is_undated(claim: Claim) -> bool:
    """Whether nothing but the day of publication dates a claim."""
    return claim.time is None or claim.time.basis == "unstated"
