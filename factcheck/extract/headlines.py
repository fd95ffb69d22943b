"""What a headline leaves unsaid and the text says of the same figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.units import dimension
from factcheck.model import Claim
from factcheck.period import Period

_MILLION = 1e6


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
            found[i] = _echo(claim, same[0] if same else None, frame)
    return found


def _amounts(claim: Claim, told: dict[float | None, list[Claim]]) -> list[Claim]:
    """The amounts of money that a bare figure of millions in a headline stands for."""
    bare = claim.unit == "count" and (claim.value or 0) >= _MILLION
    return [c for c in told.get(claim.value, ()) if bare and dimension(c.unit) == "money"]


def _echo(claim: Claim, same: Claim | None, frame: Period | None) -> Claim:
    if same and (":" in claim.metric or same.unit != claim.unit) and same.kind == claim.kind:
        claim = replace(claim, metric=same.metric, unit=same.unit)
    if not _undated(claim):
        return claim
    time = same.time if same and not _undated(same) else frame
    if time is None:
        return claim
    timekind = same.timekind if same and time is same.time else claim.timekind
    return replace(claim, time=replace(time, basis="inferred"), timekind=timekind)


def _undated(claim: Claim) -> bool:
    return claim.time is None or claim.time.basis == "unstated"
