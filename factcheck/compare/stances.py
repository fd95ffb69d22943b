"""Who holds two figures true: facts, reports and forecasts, and whether two credits name one body."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from factcheck.compare.view import View
from factcheck.model import Gate
from factcheck.rulebook import Rulebook

_WEEK = 7  # days
_OF_A_PERIOD = frozenset({"flow", "rate", "share", "change"})


def stance_gate(a: View, b: View, _: Rulebook) -> Gate:
    """Facts with facts, forecasts with forecasts of the same source; nothing with what is denied."""
    names = f"{_stance_text(a)} against {_stance_text(b)}"
    if two_forecasts(a, b):
        return Gate("stance", False, f"{names}, of a time that was not over")
    if _forecast_anew(a, b):
        return Gate("stance", False, f"{names}, the later one may have been raised")
    if reported(a) and reported(b):
        return Gate("stance", True, "both given as fact")
    if a.claim.negated or b.claim.negated or "denied" in (a.claim.stance, b.claim.stance):
        return Gate("stance", False, names)
    if a.claim.doc == b.claim.doc and "headline" in (a.claim.zone, b.claim.zone):
        return Gate("stance", True, f"{names}, one in the headline")
    one, other = a.claim.source, b.claim.source
    credits = same_source(one, other) or (a.claim.doc == b.claim.doc and not (one and other))
    return Gate("stance", a.claim.stance == b.claim.stance and credits, names)


def two_forecasts(a: View, b: View) -> bool:
    """Whether two sources each give a figure for a period that was not over yet: forecasts, whatever the verb."""
    sources = bool(a.claim.source and b.claim.source) and not same_source(a.claim.source, b.claim.source)
    return sources and _unfinished(a) and _unfinished(b)


def _forecast_anew(a: View, b: View) -> bool:
    """Whether two forecasts stand in articles of two weeks: the later one may be another."""
    if not a.claim.stance == b.claim.stance == "forecast" or not (a.claim.published and b.claim.published):
        return False
    days = [date.fromisoformat(view.claim.published).toordinal() for view in (a, b) if view.claim.published]
    return abs(days[0] - days[1]) >= _WEEK


def _unfinished(view: View) -> bool:
    if view.kind not in _OF_A_PERIOD or view.days is None or not view.claim.published:
        return False
    return view.days.high > date.fromisoformat(view.claim.published).toordinal()


def reported(view: View) -> bool:
    """True for facts, for what a named source is said to hold true, and for a planned event: to cut 450 jobs."""
    claim = view.claim
    own = claim.stance == "forecast" and claim.source is not None and same_source(claim.source, claim.entity)
    if view.kind == "event" and (claim.stance == "plan" or own) and not claim.negated:
        return True
    return view.asserted or (claim.stance == "rumour" and bool(claim.source) and not claim.negated)


def _stance_text(view: View) -> str:
    stance = "denied" if view.claim.negated else view.claim.stance
    return f"{stance} ({view.claim.source})" if view.claim.source else stance


@lru_cache(maxsize=16384)
def same_source(a: str | None, b: str | None) -> bool:
    """True where both credits name one body: "Sensor Tower", "la Sensor Tower"."""
    if not a or not b:
        return not a and not b
    return a == b or fuzz.token_set_ratio(a.casefold(), b.casefold()) >= 90
