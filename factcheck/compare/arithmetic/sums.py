"""Sums that an article invites its reader to do, and the findings they make.

A sum that comes out right is shown with a tick.  One that comes out wrong is shown only where the words leave no
doubt which figures belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.compare.arithmetic.precision import printed
from factcheck.compare.arithmetic.terms import ROUND, face, is_reckoned, unsigned
from factcheck.compare.context import Context
from factcheck.compare.findings.make import make_finding
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.interval import Interval
from factcheck.model import Finding, Severity

_TIGHT, _POINT = 0.025, 0.6  # how near a sum comes that is no chance, of the value and in points
_LOOSE, _POINTS = 0.35, 2.0  # part of a percentage, and points, that its terms may be off and still bear it out
TENTH, HAIR = 0.1, 0.02  # forgiven where all is printed exactly: of a point, and of the percentage
_STRETCH = 0.15  # part of a multiple that its terms may be off and still bear it out
_STRAIN = 0.05  # of a multiple, by which it is stretched and an editor's minute is worth it
_SOFT = 1.25  # times: what "more than" still says of a number


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures that belong together, and what they come to."""

    roles: dict[str, View]
    computed: Interval  # from the printed figures
    allowed: Interval  # from all that the words allow
    claimed: View
    sure: bool  # the words leave no doubt which figures belong together
    text: str
    careless: float = 1.0  # rounding of a percentage that is forgiven, in points
    loose: float = 0.05  # part of any claimed figure that is

    @property
    def right(self) -> bool:
        """True where the printed figures come to the claimed one, or to what its words say of it."""
        claimed = self._counted or printed(self.claimed)
        near = claimed is not None and unsigned(self.computed).overlaps(unsigned(claimed))
        return (near and not self.loosely) or (not self._counted and strictly(self.computed, self.claimed))

    @property
    def _counted(self) -> Interval | None:
        """A claimed count that is told to one as its terms are: 31, ten fewer than the 40."""
        claim, value = self.claimed.claim, self.claimed.claim.value or 0.0
        told = self.computed.is_point and self.claimed.dimension == "count" and claim.bound == "exact"
        return Interval.point(value) if told and value % ROUND else None

    @property
    def loosely(self) -> bool:
        """True where only the roundness of the terms could bear out a percentage or multiple: down 20 %, 600 to 400."""
        stated, centre = abs(self.claimed.claim.value or 0.0), abs(self.computed.low + self.computed.high) / 2
        if self.claimed.dimension == "ratio":
            return abs(centre - stated) > _STRETCH * stated
        return self.claimed.dimension == "percent" and abs(centre - stated) > max(_LOOSE * stated, _POINTS)

    @property
    def wrong(self) -> bool:
        """True where no reading of the words comes to the claimed figure, by more than careless rounding."""
        if self._counted:
            return not unsigned(self.computed).overlaps(self._counted)
        claimed = unsigned(self.claimed.allowed)
        careless = self.careless if self.claimed.dimension == "percent" else 0.0
        slack = max(careless, self.loose * abs(self.claimed.claim.value or 0.0))
        wide = Interval(claimed.low - slack, claimed.high + slack)
        return not unsigned(self.allowed).overlaps(wide)

    @property
    def strained(self) -> float:
        """How far a stated multiple has to be stretched to what its terms come to, as a part of it; 0 for none."""
        if self.claimed.dimension != "ratio" or self.right:
            return 0.0
        centre, stated = (self.computed.low + self.computed.high) / 2, self.claimed.stated
        return max(stated.low - centre, centre - stated.high, 0.0) / abs(self.claimed.claim.value or 1.0)


def exactly(computed: Interval, claimed: View) -> bool:
    """True where a sum that nothing in the words invites comes so near the claimed figure that it is no chance."""
    value = abs(claimed.claim.value or 0.0)
    slack = max(_TIGHT * value * claimed.factor, _POINT if claimed.dimension == "percent" else 0.0)
    own = unsigned(face(claimed))
    middle_of = abs(computed.low + computed.high) / 2
    soft = claimed.claim.bound in ("approx", "nearly") and own.low <= middle_of <= own.high
    return own.overlaps(unsigned(computed)) and (soft or abs(middle_of - value * claimed.factor) <= slack)


def strictly(computed: Interval, claimed: View) -> bool:
    """True where a sum comes to the claimed figure as it is printed, or as its words say: almost a third."""
    if claimed.claim.high is not None:
        return False
    own, value = unsigned(face(claimed)), abs(claimed.claim.value or 0.0) * claimed.factor
    centre = abs(computed.low + computed.high) / 2
    if claimed.claim.bound in ("approx", "nearly", "more_than"):
        stated = unsigned(claimed.stated)
        return stated.low <= centre <= min(stated.high, _SOFT * value)
    return own.low <= centre <= own.high


def best_sum(law: Law, context: Context, sums: Sequence[Sum]) -> Iterator[Finding]:
    """The sum that comes out right; else, where one sum is beyond doubt and wrong, that one."""
    right = [found for found in sums if found.right]
    if right:
        found = min(right, key=_spread)
        yield sum_finding(law, context, "consistent", found.roles, found.text)
        return
    sure = [found for found in sums if found.sure]
    if len(sure) == 1 and _in_one_world(sure[0]):
        found, strain = sure[0], sure[0].strained
        if found.wrong:
            yield sum_finding(law, context, law.severity, found.roles, found.text)
        elif strain:
            yield sum_finding(law, context, "tension" if strain > _STRAIN else "note", found.roles, found.text)


def _in_one_world(found: Sum) -> bool:
    """True for facts; of a share for forecasts and plans too, while a change to come is often one a year."""
    share = found.claimed.claim.kind == "share"
    return all(view.asserted or (share and is_reckoned(view)) for view in found.roles.values())


def _spread(found: Sum) -> tuple[int, int]:
    starts = [view.claim.start for view in found.roles.values()]
    return max(starts) - min(starts), min(starts)


def sum_finding(
    law: Law, context: Context, severity: Severity, roles: dict[str, View], text: str, claimed: int = 1
) -> Finding:
    """A sum as a finding: where it comes out wrong, the first roles stand against what the others come to."""
    wrong = severity != "consistent"
    members = [(view, int(wrong and number >= claimed), role) for number, (role, view) in enumerate(roles.items())]
    message = f"{text[:1].upper()}{text[1:]}, as stated." if severity == "consistent" else ""
    return make_finding(law, severity, members, context, roles=roles, message=message, explanation=text)
