"""A claim as the comparisons see it: comparable keys, base units, days as numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from factcheck.compare.laws.compile import Operand
from factcheck.compare.scope import Scope
from factcheck.extract.words.lexicon import expand
from factcheck.interval import Interval
from factcheck.model import Claim
from factcheck.rulebook import Metric, Rulebook
from factcheck.units import base_unit

_HEADS = 100_000  # people, of whom a rate by heads is given
_ENDS = frozenset({"role:to", "role:by"})
_STATED = frozenset({"stated", "resolved", "inferred"})


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One claim with its slots normalised."""

    claim: Claim
    order: int  # place in the input, the tie-breaker of every sort
    entity: str  # letters and digits only, lower case; empty where unknown
    kind: str  # stock, flow, cumulative, rate, share, price, event, change, ratio, or unknown
    dimension: str  # ISO code, count, percent, ratio, or the base unit of a physical one
    factor: float  # to the base unit
    allowed: Interval
    stated: Interval
    days: Interval | None  # None where the text gives no date
    scope: Scope
    words: frozenset[str]  # of the clause beyond the slots
    as_allowed: Operand
    as_stated: Operand

    @property
    def asserted(self) -> bool:
        """True for a figure given as fact."""
        return not self.claim.hypothetical and not self.claim.negated and self.claim.stance != "denied"

    @property
    def size(self) -> Interval:
        """What the figure may be; of a change without its sign, which stands in the verb or before the figure."""
        return -self.allowed if self.claim.kind == "change" and self.allowed.high < 0 else self.allowed


def views(claims: Iterable[Claim], rulebook: Rulebook) -> list[View]:
    """The claims as views, in the order given."""
    return [_view(claim, order, rulebook) for order, claim in enumerate(claims)]


def _view(claim: Claim, order: int, rulebook: Rulebook) -> View:
    dimension, factor = _measure(claim)
    allowed, stated = _scaled(claim.allowed, factor), _scaled(claim.stated, factor)
    days, scope = _days(claim), _scope(claim, rulebook)
    return View(
        claim=claim,
        order=order,
        entity=compact(claim.entity or ""),
        kind=kind_of(claim, rulebook),
        dimension=dimension,
        factor=factor,
        allowed=allowed,
        stated=stated,
        days=days,
        scope=scope,
        words=frozenset(claim.frame),
        as_allowed=Operand(allowed, days, scope),
        as_stated=Operand(stated, days, scope),
    )


def _measure(claim: Claim) -> tuple[str, float]:
    """The dimension of a figure and the factor to its base unit; 31 per 100,000 people are 310 per million."""
    heads = (claim.of or "").partition(" ")[0] if claim.kind == "ratio" else ""
    return ("per_head", _HEADS / float(heads)) if heads.isdecimal() and float(heads) else base_unit(claim.unit)


def _scope(claim: Claim, rulebook: Rulebook) -> Scope:
    """What the words say of the scope; the article's home country is a guess and no part of it."""
    region = None if claim.region_basis == "topic" else claim.region
    whole = "" if claim.kind == "ratio" else compact(claim.of or "")
    return Scope(region, _restrictors(claim, rulebook), whole or None)


def _restrictors(claim: Claim, rulebook: Rulebook) -> frozenset[str]:
    """What narrows the figure beyond its metric's own name; that a figure is where a change ends narrows nothing."""
    if not claim.restrictors:
        return frozenset()
    metric = rulebook.metrics.get(claim.metric)
    own = metric_words(metric, claim.metric, claim.lang)
    groups = _describing(metric.names.get(claim.lang, ())) if metric else frozenset()
    kept = ((word, *word.partition(":")[::2]) for word in claim.restrictors if word not in _ENDS)
    return frozenset(
        word for word, kind, said in kept if not own.issuperset(said.split()) or (kind == "who" and said in groups)
    )


@lru_cache(maxsize=4096)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for phrase in expand(name) for word in phrase.lower().split())


@lru_cache(maxsize=4096)
def _describing(names: tuple[str, ...]) -> frozenset[str]:
    """The words that only narrow a name, which is one without them too: the youth of youth unemployment."""
    phrases = {tuple(phrase.lower().split()) for name in names for phrase in expand(name)}
    return frozenset(w for phrase in phrases for w in phrase if tuple(word for word in phrase if word != w) in phrases)


def metric_words(metric: Metric | None, name: str, lang: str) -> frozenset[str]:
    """The words of a metric's names in a language, or of the noun that was counted."""
    if metric is None:
        return frozenset(name.partition(":")[2].lower().split())
    return _words_of(metric.names.get(lang, ()))


def kind_of(claim: Claim, rulebook: Rulebook) -> str:
    """What sort of figure it is: a count "so far" is cumulative, one "in May" a flow."""
    if claim.kind != "level":
        return claim.kind
    if "/" in claim.unit:
        return "rate"
    metric = rulebook.metrics.get(claim.metric)
    kind = metric.kind if metric else "unknown"
    if kind in ("cumulative", "flow"):
        if claim.timekind == "during":
            return "flow"
        if claim.timekind in ("as_of", "since_launch"):
            return "cumulative"
    return kind


@lru_cache(maxsize=4096)
def compact(name: str) -> str:
    """Letters and digits only, lower case: "Tik Tok" and "TikTok" are one."""
    return "".join(filter(str.isalnum, name.casefold()))


def _scaled(interval: Interval, factor: float) -> Interval:
    if factor == 1.0:
        return interval
    return Interval(interval.low * factor, interval.high * factor, interval.low_open, interval.high_open)


def _days(claim: Claim) -> Interval | None:
    time = claim.time
    if time is None or time.basis not in _STATED or (time.start is None and time.end is None):
        return None
    low = float(time.start.toordinal()) if time.start else float("-inf")
    high = float(time.end.toordinal()) if time.end else float("inf")
    return Interval(low, high) if low <= high else None
