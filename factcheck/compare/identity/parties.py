"""Whose figures two claims are: the parties they are about, or only who tells them."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.context import Context
from factcheck.compare.identity.evidence import SURE_BASES
from factcheck.compare.identity.sorts import wider_sorts
from factcheck.compare.stances import same_source
from factcheck.compare.view import View
from factcheck.extract.words.vocabulary import languages, read_language

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
    claim, entity = view.claim, view.claim.entity or ""
    noun = entity == entity.lower() or (claim.entity_basis == "topic" and " " not in entity and _capitals(claim.lang))
    return not noun and same_source(claim.source, entity)


@lru_cache(maxsize=16)
def _capitals(lang: str) -> bool:
    """Whether a language writes common nouns with a capital: die Versicherer."""
    return lang in languages() and bool(read_language(lang).section("grammar").get("nouns_capitalised"))
