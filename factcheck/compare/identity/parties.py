"""Whose figures two claims are: the parties they are about, or only who tells them."""

from __future__ import annotations

from factcheck.compare.context import Context
from factcheck.compare.identity.evidence import SURE_BASES
from factcheck.compare.identity.sorts import wider_sorts
from factcheck.compare.stances import same_source
from factcheck.compare.view import View

_CROWD = "attendance"


def two_parties(a: View, b: View, context: Context) -> bool:
    """True for figures that are surely of two parties; who counts the dead is none of them."""
    sure = all(v.claim.entity_basis in SURE_BASES and not (of_itself(v) and is_toll(v, context)) for v in (a, b))
    return a.entity != b.entity and sure


def is_toll(view: View, context: Context) -> bool:
    """True for what others count than those it is about: the dead of a storm, the people at a march."""
    metric = context.rulebook.metrics.get(view.claim.metric)
    return metric is not None and (metric.episodic or metric.estimated)


def is_crowd(view: View, context: Context) -> bool:
    """True for people who came together, whatever they are called: a crowd, marchers."""
    return _CROWD in (view.claim.metric, *wider_sorts(view, context.rulebook))


def of_itself(view: View) -> bool:
    """True where a source that has a name speaks of itself: a company of its own sales; insurers seldom do."""
    named = view.claim.entity is not None and view.claim.entity != view.claim.entity.lower()
    return named and same_source(view.claim.source, view.claim.entity)
