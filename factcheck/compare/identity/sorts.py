"""Which metrics are of one sort: monthly users are users, job cuts cut jobs."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.view import View
from factcheck.rulebook import Rulebook


def nameless(view: View) -> bool:
    """True where no metric of the rules names what was measured."""
    return view.claim.metric.startswith("other:")


def kin(a: View, b: View, rulebook: Rulebook) -> bool:
    """True where one metric is a kind of the other, or what befalls it: monthly users are users, job cuts cut jobs."""
    return any(other.claim.metric in _wider(one, rulebook) for one, other in ((a, b), (b, a)))


def same_sort(a: View, b: View, rulebook: Rulebook) -> bool:
    """True where both measure one thing, or one metric is a kind of the other."""
    one, other = a.claim.metric, b.claim.metric
    return one == other or other in wider_sorts(a, rulebook) or one in wider_sorts(b, rulebook)


def _wider(view: View, rulebook: Rulebook) -> Iterator[str]:
    metric = rulebook.metrics.get(view.claim.metric)
    yield from (name for name in (metric.acts_on if metric else ()) if not _befell(name, rulebook))
    yield from wider_sorts(view, rulebook)


def wider_sorts(view: View, rulebook: Rulebook) -> Iterator[str]:
    """The metrics of which that of a figure is a kind, the nearest first."""
    metric = rulebook.metrics.get(view.claim.metric)
    while metric and metric.is_a:
        yield metric.is_a
        metric = rulebook.metrics.get(metric.is_a)


def _befell(name: str, rulebook: Rulebook) -> bool:
    """True for a metric of what befell some, as the other did others: the displaced, and the dead."""
    metric = rulebook.metrics.get(name)
    return metric is not None and metric.episodic
