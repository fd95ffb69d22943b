"""Pairs of claims that equal slots let meet and that sense keeps apart, by law."""

from __future__ import annotations

from factcheck.compare.gates import two_episodes
from factcheck.compare.identity.alike import likeness
from factcheck.compare.laws.expression import orders_scopes, orders_times
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.rulebook import Rulebook

_TOLD = frozenset({"stated", "resolved"})
_ENDS = frozenset({"role:from", "role:to"})
_ALIKE = 0.3  # likeness of two clauses of one article that speak of one running total


def kept_apart(law: Law, a: View, b: View, rulebook: Rulebook) -> bool:
    """True for totals of two events, parts of what does not add up, and figures whose order is a guess."""
    if two_episodes(a, b, rulebook) or ("fact" in law.same and _leaves_out(a, b)):
        return True
    if orders_scopes(law.where):
        return not adds_up(a, rulebook) or "carried" in (a.claim.region_basis, b.claim.region_basis)
    return orders_times(law.where) and (is_varied(a, rulebook) or not _in_order(a, b, rulebook))


def _leaves_out(a: View, b: View) -> bool:
    """True where a headline only leaves out the "more than" of its text; another law tells of that."""
    titled = {a.claim.zone, b.claim.zone} != {a.claim.zone} and "headline" in (a.claim.zone, b.claim.zone)
    return titled and a.claim.value == b.claim.value and "exact" in (a.claim.bound, b.claim.bound)


def is_varied(view: View, rulebook: Rulebook) -> bool:
    """True for a metric of which one story has many values: distances, gusts, magnitudes."""
    metric = rulebook.metrics.get(view.claim.metric)
    return metric is not None and metric.varied


def adds_up(view: View, rulebook: Rulebook) -> bool:
    """True for amounts and counts of which the parts come to the whole."""
    metric = rulebook.metrics.get(view.claim.metric)
    return metric.additive if metric else view.dimension == "count"


def _in_order(a: View, b: View, rulebook: Rulebook) -> bool:
    """True where each of two figures of one total has a day that is told; in one article, where the words are alike."""
    told = all(view.claim.time is not None and view.claim.time.basis in _TOLD for view in (a, b))
    running = "since_launch" in (a.claim.timekind, b.claim.timekind)
    metric = rulebook.metrics.get(a.claim.metric)
    episodes = metric is not None and metric.episodic  # a boat that sank is part of no total of the year
    if a.claim.doc != b.claim.doc:
        both = a.claim.timekind == b.claim.timekind == "since_launch"  # the dead of a war, and of one strike
        return (both if episodes else running) or (told and not episodes)
    if all(_ENDS.intersection(view.claim.restrictors) for view in (a, b)):
        return False  # from 92.7 to 108.8 points among the rich, from 79.9 to 89.8 among the poor
    return told and (running or (not episodes and (likeness(a, b) or 0.0) >= _ALIKE))
