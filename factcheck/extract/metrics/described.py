"""Figures that a lone participle tells apart from those counted before them: 90 flights were cancelled, 30 delayed."""

from __future__ import annotations

from factcheck.extract.metrics import counted
from factcheck.extract.metrics.asked import Asked
from factcheck.extract.words.mentions import Quantity
from factcheck.rulebook import Metric

_KNOWN = ("thing", "region", *counted.PEOPLE)


def described(asked: Asked) -> str | None:
    """What a figure with nothing but a participle counts: the noun before it, or what the participle makes of it."""
    quantity, tokens = asked.quantity, asked.sentence.tokens
    plain = quantity.unit == "count" and quantity.kind == "level" and not (quantity.ordinal or quantity.per)
    at = _participle(asked) if plain else None
    before = _former(asked) if at is not None else None
    if before is None or before.noun is None or at is None:
        return None
    first, last = before.noun
    nouns = [metric.id for start, _, (metric, _) in tokens.hits.get("metric", ()) if first <= start < last]
    thing = counted.thing(before, asked.sentence)
    made = next((metric.id for metric in _acts(at, asked) if {*nouns, thing}.intersection(metric.acts_on)), None)
    if made is None and not _is_participle(at, asked):
        return None
    noun = thing or counted.counted_noun(before, asked.sentence)
    return made or (nouns[0] if nouns else f"count:{noun}" if noun else None)


def _participle(asked: Asked) -> int | None:
    """The token of a participle right behind a figure that opens a part of its sentence, and closes it, or nearly."""
    quantity, tokens = asked.quantity, asked.sentence.tokens
    at = quantity.last if quantity.noun is None else quantity.noun[0]
    lone = quantity.noun is None or quantity.noun == (at, at + 1)
    if not lone or at != quantity.last or at >= len(tokens) or not (_is_participle(at, asked) or _acts(at, asked)):
        return None
    led = tokens.forms[quantity.first - 1] == "," or quantity.first in tokens.after("conjunction")
    dated = any(mention.first == at + 1 for mention in asked.sentence.periods)
    end = at + 1 >= len(tokens) or not tokens.forms[at + 1][0].isalnum() or dated
    closed = end or tokens.words[at + 1] in asked.vocabulary.stopwords
    return at if quantity.first and led and closed else None


def _acts(at: int, asked: Asked) -> list[Metric]:
    """The metrics that the verb at a token makes of others: damaged, of houses."""
    told = (hit for kind in ("metric_act", "metric_verb") for hit in asked.sentence.tokens.hits.get(kind, ()))
    return [metric for start, end, (metric, _) in told if start <= at < end]


def _former(asked: Asked) -> Quantity | None:
    """The count with a noun before a figure, nothing but bare counts between."""
    for other in reversed([q for q in asked.sentence.quantities if q.last <= asked.quantity.first]):
        if other.unit != "count" or other.kind != "level" or other.ordinal:
            return None
        lone = other.noun is None or (other.noun[1] - other.noun[0] == 1 and _is_participle(other.noun[0], asked))
        if not lone:
            return other
    return None


def _is_participle(at: int, asked: Asked) -> bool:
    """Whether a word in lower case that no list knows has the ending of a participle."""
    grammar, tokens = asked.vocabulary.section("grammar"), asked.sentence.tokens
    endings = tuple(str(end) for key in ("participles", "attributes") for end in grammar.get(key, ()))
    counts = [hit for hit in tokens.hits.get("metric", ()) if hit[0] == at and "count" in hit[2][0].units]
    known = bool(counts) or any(at in tokens.first(kind) for kind in _KNOWN)
    return bool(endings) and not known and tokens.forms[at].islower() and tokens.words[at].endswith(endings)
