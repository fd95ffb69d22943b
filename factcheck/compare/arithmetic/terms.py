"""The terms of a sum: figures near each other, as they are printed, and what two of them come to."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.arithmetic.precision import counted_out, printed
from factcheck.compare.findings.describe import number_text
from factcheck.compare.view import View
from factcheck.interval import EVERYTHING, Interval
from factcheck.units import is_money

NEAR = 600  # characters within which figures of one sum stand
CLOSE = 40  # characters between a figure and its share: "120, or 24 %,"
_RECKONED = ("forecast", "plan", "offer")
_DECADE = 4.0  # times, within which two counts are told to one digit
ROUND = 100  # of which a count is rounded whatever stands beside it
HUNDRED = Interval.point(100.0)


def change_between(late: Interval, early: Interval, change: View, level: View) -> Interval:
    """The change from one level to the other: in points where they are percentages, else in per cent of the first."""
    if level.dimension == "percent" or change.dimension != "percent":
        return late - early
    if early.low <= 0:
        return EVERYTHING
    return (late / early - Interval.point(1.0)) * HUNDRED


def unsigned(interval: Interval) -> Interval:
    if interval.high < 0:
        return -interval
    return interval


def around(view: View, own: Sequence[View]) -> list[View]:
    return [other for other in own if other is not view and abs(other.claim.start - view.claim.start) <= NEAR]


def level_of(level: View, other: View) -> bool:
    """A level of the metric that a share or a change is of, of the same entity."""
    if level.claim.kind not in ("level", "share" if other.claim.kind == "change" else "level") or not level.claim.value:
        return False
    if level.claim.bracket_of or level.claim.negated:
        return False
    if other.claim.kind == "level" and level.dimension != other.dimension:
        return False
    return level.claim.metric == other.claim.metric and level.entity == other.entity


def kin(level: View, other: View) -> bool:
    """A level that may belong to the sum: of the same metric and entity, or an amount of money in one sentence."""
    if level_of(level, other):
        return True
    if level.claim.kind != "level" or not level.claim.value or level.claim.bracket_of or level.claim.negated:
        return False
    if other.claim.kind == "level" and level.dimension != other.dimension:
        return False
    alike = level.claim.metric == other.claim.metric or level.entity == other.entity
    return is_money(level.dimension) and (alike or one_sentence(level, other))


def same_scope(a: View, b: View) -> bool:
    return a.scope.region == b.scope.region or not a.scope.region or not b.scope.region


def one_sentence(a: View, b: View) -> bool:
    return a.claim.sentence_start == b.claim.sentence_start


def gap(a: View, b: View) -> int:
    first, second = (a, b) if a.claim.start <= b.claim.start else (b, a)
    return second.claim.start - first.claim.end


def face(view: View) -> Interval:
    """The values as printed; with "about" or "nearly" before the figure, its face value; 63 persons are just those."""
    if counted_out(view):
        return Interval.point(float(view.claim.value or 0.0))
    own = printed(view) or view.stated
    return own.hull(view.stated) if view.claim.bound in ("approx", "nearly") else own


def faces(a: View, b: View) -> tuple[Interval, Interval]:
    """The values of two figures as printed; beside one that is counted out a round one is too: 110, against 106."""
    return (_beside(a, b), _beside(b, a))


def _beside(view: View, other: View) -> Interval:
    value, told = view.claim.value or 0.0, view.claim
    whole = told.kind == "level" and told.bound == "exact" and told.high is None and view.dimension == "count"
    alike = whole and counted_out(other) and 1.0 / _DECADE < value / (other.claim.value or 1.0) < _DECADE
    digits = f"{value:.0f}" == "".join(filter(str.isdigit, told.quote))
    return Interval.point(value) if alike and digits and value % ROUND else face(view)


def ratio_of(part: View, whole: View, scale: float) -> tuple[Interval, Interval]:
    times = Interval.point(scale)
    return face(part) / face(whole) * times, part.allowed / whole.allowed * times


def middle(interval: Interval) -> str:
    return number_text(float(f"{(interval.low + interval.high) / 2:.3g}"))


def value_of(view: View) -> str:
    return number_text(view.claim.value or 0.0)


def value_digits(view: View) -> str:
    """The digits of a figure, zeros at its end aside."""
    return f"{view.claim.value or 0.0:.10g}".replace(".", "").rstrip("0")


def is_reckoned(view: View) -> bool:
    """True for facts, forecasts and plans, which must add up as well; not for what is denied or only rumoured."""
    return view.asserted or (view.claim.stance in _RECKONED and not view.claim.negated)


def has_decimals(percentage: View) -> bool:
    """True for a percentage with decimals, which was worked out and not estimated."""
    return not (percentage.claim.value or 0.0).is_integer() and any(map(str.isdigit, percentage.claim.quote))


def begins(view: View) -> bool:
    """True for the level from which a change starts."""
    return "role:from" in view.claim.restrictors and "role:to" not in view.claim.restrictors
