"""The gates that two claims must pass, in order, before their values may be compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from factcheck.compare.findings.describe import period_text, region_text
from factcheck.compare.identity.ways import opposite
from factcheck.compare.scope import WORLD
from factcheck.compare.stances import stance_gate
from factcheck.compare.view import View, views
from factcheck.interval import Interval
from factcheck.model import Claim, Gate
from factcheck.rulebook import Rulebook
from factcheck.units import is_money

EVENT_DAYS = 120  # dates of one event, as two articles give them, lie no further apart
_TOP_ZONES = frozenset({"headline", "lead"})
_STEM = 6  # letters of a frame's words
_COUNTED = frozenset({"count", "percent", "ratio", "per_head", ""})


def trace(a: Claim, b: Claim, rulebook: Rulebook) -> list[Gate]:
    """Every gate for a pair, in order; the first that did not pass is why they are not compared."""
    first, second = views((a, b), rulebook)
    return gates(first, second, rulebook)


def gates(a: View, b: View, rulebook: Rulebook) -> list[Gate]:
    """The same for views."""
    return [gate(a, b, rulebook) for gate in GATES]


def first_failed(a: View, b: View, rulebook: Rulebook) -> Gate | None:
    """The gate that stops a pair, or None where both may be compared."""
    for gate in GATES:
        result = gate(a, b, rulebook)
        if not result.passed:
            return result
    return None


def entity_gate(a: View, b: View, rulebook: Rulebook) -> Gate:
    """The same company, product, person or body."""
    names = f"{a.claim.entity or 'nobody named'} against {b.claim.entity or 'nobody named'}"
    if a.entity and a.entity == b.entity:
        return Gate("entity", True, f"both {a.claim.entity}")
    for one, other in ((a, b), (b, a)):
        known = rulebook.entities.get(one.claim.entity or "")
        if known and other.claim.entity in known.twins:
            return Gate("entity", False, f"{names}: easily confused, never the same")
    if a.claim.doc == b.claim.doc and not (a.entity and b.entity):
        return Gate("entity", True, f"{names}, in one article")
    return Gate("entity", False, names)


def metric_gate(a: View, b: View, rulebook: Rulebook) -> Gate:
    """The same thing measured."""
    if a.claim.metric == b.claim.metric:
        nameless = a.claim.metric.endswith(":")
        reason = "what is counted is not said" if nameless else f"both {_title(a, rulebook)}"
        return Gate("metric", not nameless, reason)
    return Gate("metric", False, f"{_title(a, rulebook)} against {_title(b, rulebook)}")


def _title(view: View, rulebook: Rulebook) -> str:
    metric = rulebook.metrics.get(view.claim.metric)
    return metric.title.lower() if metric else view.claim.metric.partition(":")[2] or view.claim.metric


def kind_gate(a: View, b: View, _: Rulebook) -> Gate:
    """A level, a flow, a running total, a rate, a share, a change: never one against the other."""
    if opposite(a, b):
        return Gate("kind", False, "a rise against a fall")
    if a.kind == b.kind:
        return Gate("kind", True, f"both {a.kind}")
    return Gate("kind", False, f"{a.kind} against {b.kind}")


def unit_gate(a: View, b: View, _: Rulebook) -> Gate:
    """Units that convert into each other by a fixed factor; currencies do not."""
    if a.dimension == b.dimension:
        same = a.claim.unit == b.claim.unit
        return Gate("unit", True, f"both {a.claim.unit}" if same else f"{a.claim.unit} and {b.claim.unit}")
    return Gate("unit", False, f"{a.claim.unit} against {b.claim.unit}")


def scope_gate(a: View, b: View, _: Rulebook) -> Gate:
    """The same region, the same narrowing words, the same whole of a share."""
    names = f"{_scope_text(a)} against {_scope_text(b)}"
    if a.scope.restrictors != b.scope.restrictors or not _same_region(a, b):
        return Gate("scope", False, names)
    if not _same_whole(a, b):
        wholes = [f"of {view.claim.of or 'a whole not named'}" for view in (a, b)]
        return Gate("scope", False, " against ".join(wholes))
    return Gate("scope", True, f"both {_scope_text(a)}" if a.scope == b.scope else names)


def _same_whole(a: View, b: View) -> bool:
    """True for shares of one whole, which one of the two passages may name elsewhere in its clause."""
    if a.scope.of == b.scope.of:
        return True
    named, other = (a, b) if a.scope.of else (b, a)
    if other.scope.of:
        return False
    words = {word[:_STEM] for word in (named.claim.of or "").split() if len(word) > 2}
    return a.claim.doc == b.claim.doc or (bool(words) and words <= other.words)


def _same_region(a: View, b: View) -> bool:
    one, other = a.scope.region, b.scope.region
    if one == other or a.claim.region == b.claim.region:
        return True
    if {one, other} <= {None, WORLD} or (a.kind == b.kind == "event" and (one is None or other is None)):
        return True
    carried = (a if other is None else b).claim.region_basis == "carried"
    return a.claim.doc == b.claim.doc and (one is None or other is None) and carried


def _scope_text(view: View) -> str:
    return _scope_words(view.claim.region, view.scope.restrictors)


@lru_cache(maxsize=4096)
def _scope_words(region: str | None, restrictors: frozenset[str]) -> str:
    words = [word.partition(":")[2] or word for word in sorted(restrictors)]
    return ", ".join([region_text(region), *words])


def time_gate(a: View, b: View, _: Rulebook) -> Gate:
    """The same days: overlapping for a level, the same period for a flow, roughly the same for a one-off event."""
    names = f"{_time_text(a)} against {_time_text(b)}"
    if a.days is None and b.days is None:
        return _undated(a, b, names)
    if a.days is None or b.days is None:
        top = bool({a.claim.zone, b.claim.zone} & _TOP_ZONES) or a.claim.paragraph == b.claim.paragraph
        near = a.claim.doc == b.claim.doc and top
        return Gate("time", near or a.kind == b.kind == "event", f"{names}, one of them undated")
    if a.kind == "event" and b.kind == "event":
        near = max(a.days.low, b.days.low) - min(a.days.high, b.days.high) <= EVENT_DAYS
        return Gate("time", near, names)
    share = overlap(a.days, b.days)
    enough = 0.9 if a.kind == "flow" else 0.45
    return Gate("time", share >= enough, names if a.days != b.days else f"both {_time_text(a)}")


def two_episodes(a: View, b: View, rulebook: Rulebook) -> bool:
    """Whether two dated totals are of different events: the dead of two earthquakes, years apart."""
    metric = rulebook.metrics.get(a.claim.metric)
    if metric is None or not metric.episodic or a.days is None or b.days is None:
        return False
    told = "since_launch" in (a.claim.timekind, b.claim.timekind)
    return not told and max(a.days.low, b.days.low) - min(a.days.high, b.days.high) > EVENT_DAYS


def _undated(a: View, b: View, names: str) -> Gate:
    one, other = a.claim.time, b.claim.time
    if one and other and one.edtf and one.edtf == other.edtf:
        return Gate("time", True, f"both {_time_text(a)}")
    if a.claim.doc == b.claim.doc:
        return Gate("time", True, "both undated, in one article")
    lasting = a.kind == "event" or not (a.dimension in _COUNTED or is_money(a.dimension))
    return Gate("time", lasting, f"{names}, both undated")


def _time_text(view: View) -> str:
    if view.kind == "cumulative" and view.days is None:
        return "since launch"
    return period_text(view.claim.time) + (", in the period" if view.kind == "flow" else "")


def overlap(a: Interval, b: Interval) -> float:
    """The part of the longer stretch of days that both have; 0 where they do not meet."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low > high:
        return 0.0
    longer = max(a.high - a.low, b.high - b.low) + 1
    return 1.0 if a == b else (high - low + 1) / longer


GATES: tuple[Callable[[View, View, Rulebook], Gate], ...] = (
    entity_gate,
    metric_gate,
    kind_gate,
    unit_gate,
    scope_gate,
    time_gate,
    stance_gate,
)
