"""What tells two figures of equal slots apart: the signs that they are figures of two things."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.compare.arithmetic.precision import digits_of
from factcheck.compare.identity.apart import is_varied
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.identity.names import named_apart
from factcheck.compare.stances import same_source, two_forecasts
from factcheck.compare.view import View
from factcheck.extract.words.sentences import is_item
from factcheck.extract.words.tokens import tokenize
from factcheck.rulebook import Rulebook
from factcheck.units import is_money

_FAR = 20.0  # times
_BESIDE = 24  # characters between an amount and the word that says it was lost
_CLOSING = "\"'”’»« \n"
_TOLD = frozenset({"stated", "resolved"})
_BELOW, _ABOVE = frozenset({"less_than", "at_most"}), frozenset({"more_than", "at_least"})


def signs_of_two(a: View, b: View, rulebook: Rulebook) -> Iterator[tuple[float, str]]:
    """The signs that two values are those of two things whatever is alike in the words, each with its weight."""
    if is_varied(a, rulebook):
        yield -0.5, "one story has many such figures"
    if sets_apart(a, b) or sets_apart(b, a):
        yield -0.6, "one sentence gives both figures"
    if a.claim.doc == b.claim.doc and _of_one_place(min(a, b, key=lambda view: abs(view.claim.value or 0.0))):
        yield -0.4, "the smaller one is of one place"
    if _far_apart(a, b):
        yield -0.6, "no slip makes one figure of the other"
    if two_forecasts(a, b):
        yield -0.5, "two forecasts"
    if _is_growing(a, b, rulebook):
        yield -1.0, "the year was not over, and the total grows"
    if is_money(a.claim.unit) and _is_loss(a) != _is_loss(b):
        yield -0.6, "one of them is lost"
    if named_apart(a, b, rulebook):
        yield -1.0, "the metric has a narrower name in each"
    if _two_cases(a, b):
        yield -0.6, "two cases that are supposed"
    if _two_items(a, b):
        yield -0.6, "two items of a list"
    if asked(a) or asked(b):
        yield -0.6, "one of them is asked, not said"
    if a.claim.doc != b.claim.doc and _anybody(a.claim.source) and _anybody(b.claim.source):
        yield -0.2, "those who are credited have no name"
    if a.claim.doc != b.claim.doc and _of_itself(a, rulebook):
        yield -0.2, f"{a.claim.source} speaks of itself"
    if a.claim.doc == b.claim.doc and "headline" not in (a.claim.zone, b.claim.zone) and one_day_told(a, b):
        yield -0.2, "one of them is of a day that the other does not share"


def _is_growing(a: View, b: View, rulebook: Rulebook) -> bool:
    """True where two articles of different days give a total of a year in which one of them appeared."""
    metric = rulebook.metrics.get(a.claim.metric)
    if metric is None or metric.kind != "cumulative":
        return False
    days = {view.claim.published for view in (a, b)}
    years = {view.claim.time.edtf if view.claim.time else "" for view in (a, b)}
    return len(days) == 2 and None not in days and len(years) == 1 and any(day[:4] in years for day in days if day)


def sets_apart(view: View, other: View) -> bool:
    """True where the sentence of one figure gives the other's value beside it, so that both are its own."""
    one = view.claim
    if one.sentence_start == other.claim.sentence_start and one.doc == other.claim.doc:
        return False
    rest = f"{one.sentence[: one.start - one.sentence_start]} {one.sentence[one.end - one.sentence_start :]}"
    return _numeral(other.claim.quote) in tokenize(rest.lower()).words


def _two_cases(a: View, b: View) -> bool:
    """True where two sentences of one article each suppose something: if it is done in full, if only in part."""
    if a.claim.doc != b.claim.doc or a.claim.sentence_start == b.claim.sentence_start:
        return False
    return all("supposing" in cues_for(view.claim.lang).found(view.claim.sentence) for view in (a, b))


def _is_loss(view: View) -> bool:
    """True for an amount beside a word for what is lost."""
    claim = view.claim
    at, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    return "losses" in cues_for(claim.lang).found(claim.sentence[max(0, at - _BESIDE) : end + _BESIDE])


def _two_items(a: View, b: View) -> bool:
    """True for figures of two items of one article's lists."""
    if a.claim.doc != b.claim.doc or a.claim.sentence_start == b.claim.sentence_start:
        return False
    return is_item(a.claim.sentence, 0) and is_item(b.claim.sentence, 0)


def _of_one_place(view: View) -> bool:
    """True where the sentence of a count says "in the village": it may be a part of the other."""
    return view.dimension == "count" and "local" in cues_for(view.claim.lang).found(view.claim.sentence)


def _far_apart(a: View, b: View) -> bool:
    """True for two figures of different digits so far apart that they count two things: 5.6 million, and 719."""
    small, large = sorted(abs((view.claim.value or 0.0) * view.factor) for view in (a, b))
    return 0 < _FAR * small < large and digits_of(a.claim.quote) != digits_of(b.claim.quote)


def asked(view: View) -> bool:
    """True for a figure in a question."""
    return view.claim.zone != "headline" and view.claim.sentence.rstrip(_CLOSING).endswith("?")


@lru_cache(maxsize=4096)
def _numeral(quote: str) -> str:
    """The number of a figure as it is printed, without qualifier, scale and unit."""
    words = tokenize(quote.lower()).words
    return next((word for word in words if word[0].isdigit()), quote.lower())


def _anybody(source: str | None) -> bool:
    """True for officials, police, analysts: a credit that names nobody."""
    return source is not None and source == source.lower()


def _of_itself(view: View, rulebook: Rulebook) -> bool:
    """True for a body that is its own source; an office that counts for its country is none: Statistics Norland."""
    metric = rulebook.metrics.get(view.claim.metric)
    own = bool(view.claim.source) and same_source(view.claim.source, view.claim.entity)
    return own and not (metric and metric.bearer == "place")


def one_day_told(a: View, b: View) -> bool:
    """True where one figure's day is told and the other, whose day is not, does not have it."""
    told = [view.claim.time is not None and view.claim.time.basis in _TOLD for view in (a, b)]
    return told[0] != told[1] and a.days != b.days


def complements(a: View, b: View) -> bool:
    """True for the two sides of one threshold: less than 30 % of some, more than 30 % of others."""
    bounds = {a.claim.bound, b.claim.bound}
    return a.claim.value == b.claim.value and bool(bounds & _BELOW) and bool(bounds & _ABOVE)
