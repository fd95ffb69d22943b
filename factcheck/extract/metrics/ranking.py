"""Which of the metrics that a sentence offers for a figure governs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck.extract.metrics.heads import governing, priced
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

if TYPE_CHECKING:
    from factcheck.extract.metrics.find import Reading

_HEADS = ("head", "called")  # nouns that a metric right before them only describes
_VERBS = ("change", "q_move", "copula", "say")


def ranked(found: list[Reading], known: Mapping[str, Metric], vague: set[str], once: set[str], quantity: Quantity,
            sentence: Sentence) -> list[Reading]:  # fmt: skip
    """The readings that govern, best first: no modifiers of others, what the unit is told of before what it is not."""
    telling = [reading for reading in found if reading.metric not in vague]
    heads = [reading for reading in found if not _is_modifier(reading, telling, sentence)]
    heads = priced(governing(heads, vague, quantity, sentence), known, quantity)
    told = _told(quantity, sentence)
    told = told or ({"percent"} if quantity.kind == "share" else told)
    unlike = {each for each in known if told.isdisjoint(known[each].units)}
    return sorted(heads, key=lambda r: (-r.score, r.first, -r.last, r.metric in unlike, r.metric in once, r.metric))


def _is_modifier(reading: Reading, found: list[Reading], sentence: Sentence) -> bool:
    """Whether another metric noun follows at once, so that this one only describes it: high-speed internet users."""
    first = sentence.tokens.first
    if reading.form != "noun" or reading.last in first("of") or reading.last in first("preposition"):
        return False  # the share of films is a share
    if reading.last in first("copula") or reading.last in first("determiner"):
        return False  # 12 towns were flooded; è salito a 12 dispersi | il bilancio
    if any(at <= reading.first and reading.last < end for at, end, _ in sentence.tokens.hits.get("head", ())):
        return True  # high schools
    named = any(name.first == reading.last for name in sentence.names)  # shares in Harbour Line
    headed = not named and any(reading.last in first(category) for category in _HEADS)
    if headed and not any(reading.last in first(category) for category in _VERBS):
        return True  # an investment bank; but sales rose
    return any(
        other.form == "noun" and other.first >= reading.last
        and sentence.gaps[other.first] - sentence.gaps[reading.last] <= 1
        and other.first - reading.last <= 1
        for other in found
    )  # fmt: skip


def _told(quantity: Quantity, sentence: Sentence) -> set[str]:
    """What the levels beside a change are counted in, which tells namesakes apart: sales rose 2 %, to 847 vans."""
    if quantity.kind != "change":
        return set()
    return {dimension(other.unit) for other in sentence.quantities if other.kind == "level"} & {"count", "money"}
