"""Articles that tell one story: they name the same parties and share figures that do not recur by chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from factcheck.compare.arithmetic.precision import digits_of
from factcheck.compare.context import Context, Story
from factcheck.compare.view import View

_COMMON = 12  # articles that share a figure; beyond, it tells nothing
_SIGNS = 3  # shared figures and names, and one week, that make one story
_WEEK = 7
_DAYS = 60  # between the publication of two articles of one story
_LATER = 2  # figures and names that an article of a later month shares with the first


def stories(context: Context) -> Sequence[Story]:
    """Pairs of articles of one story, as their claims in order of the text, and how many figures they share.

    Pairs without a claim that is asked about are left out.
    """
    if context.stories is None:
        context.stories = list(_stories(context))
    return context.stories


def one_week(a: View, b: View, context: Context) -> bool:
    """True for figures of two articles of one week, of which each names a party that the other speaks of."""
    days = _between(a, b)
    near = days is not None and days <= _WEEK
    return near and bool(_names([a], b.claim.doc, context) or _names([b], a.claim.doc, context))


def _stories(context: Context) -> Iterator[Story]:
    own = context.by_document()
    asked = {doc for doc, views in own.items() if context.concerns(*views)}
    for (first, second), figures in sorted(_together(own, asked).items()):
        days = _between(own[first][0], own[second][0])
        if days is None or days <= _DAYS or figures >= _LATER:
            names = _names(own[first], second, context) | _names(own[second], first, context)
            signs = figures + len(names) + (days is not None and days <= _WEEK)
            late = days is not None and days > _DAYS and len(names) < _LATER
            if names and signs >= _SIGNS and not late:
                yield own[first], own[second], figures


def _together(own: Mapping[str, Sequence[View]], asked: Collection[str]) -> Counter[tuple[str, str]]:
    """How many figures each two articles share that name one party; what very many articles share tells nothing."""
    figures: dict[Hashable, set[str]] = defaultdict(set)
    parties: dict[Hashable, set[str]] = defaultdict(set)
    for doc, views in own.items():
        for view in views:
            figures[_figure(view)].add(doc)
            for party in _parties(view):
                parties[party].add(doc)
    figures.pop(None, None)
    counts: Counter[tuple[str, str]] = Counter()
    for members in figures.values():
        counts.update(_pairs(members, asked))
    for members in parties.values():
        counts.update(dict.fromkeys(_pairs(members, asked), 0))
    return counts


def _pairs(members: Collection[str], asked: Collection[str]) -> Iterator[tuple[str, str]]:
    if len(members) <= _COMMON:
        pairs = combinations(sorted(members), 2)
        yield from (pair for pair in pairs if pair[0] in asked or pair[1] in asked)


def _names(views: Sequence[View], other: str, context: Context) -> set[str]:
    """The parties of these claims that another article names."""
    document = context.documents.get(other)
    names = {name for view in views for name in _parties(view)}
    return {name for name in names if name in document.text} if document else set()


def _parties(view: View) -> Iterator[str]:
    """The names of whom a figure is about and who gives it."""
    for name in (view.claim.entity, view.claim.source):
        if name and len(name) > 3 and name[0].isupper():
            yield name


def _figure(view: View) -> Hashable:
    """A figure of two digits that are not zero, or of a hundred and more; None for others."""
    value = view.claim.value or 0.0
    rare = len(digits_of(view.claim.quote)) >= 2 or abs(value) >= 100
    return (view.dimension, view.claim.kind, value * view.factor) if rare and not view.claim.negated else None


def _between(a: View, b: View) -> int | None:
    """Days between the publication of two articles; None where one is undated."""
    one, other = a.claim.published, b.claim.published
    if not one or not other:
        return None
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
