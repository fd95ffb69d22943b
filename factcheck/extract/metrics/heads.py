"""Which of several metrics named before a figure is its own: the head of a phrase, not what narrows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

if TYPE_CHECKING:
    from factcheck.extract.metrics.find import Reading

_DESCRIBED = 1  # tokens that may describe what "the number of" counts
_PHRASE = 4  # tokens from a noun to the last of those that narrow it: investment in fixed assets
_LINKS = ("preposition", "of")
_VERBS = ("copula", "change", "say", "relative", "conjunction")
_DASHES = "-–—"


def governing(found: list[Reading], vague: Collection[str], quantity: Quantity, sentence: Sentence) -> list[Reading]:
    """The readings but for nouns that narrow another one before the figure, or stand in an aside that it is not in."""
    ahead = [reading for reading in found if reading.form == "noun" and reading.last <= quantity.first]
    clause = next((verb for noun in ahead for verb in found if _tells_of(verb, noun, quantity, sentence)), None)
    if clause:
        return [replace(clause, form="noun", score=max(r.score for r in ahead)), *(r for r in found if r not in ahead)]
    if len(ahead) < 2:
        return found
    heads = [reading for reading in ahead if reading.metric not in vague]
    dropped = [r for r in ahead if _is_aside(r, quantity, sentence) or _is_led_aside(r, quantity, sentence)]
    dropped = dropped if len(dropped) < len(ahead) else []
    dropped += [reading for reading in ahead if reading not in dropped and _narrows(reading, heads, sentence)]
    return [reading for reading in found if reading not in dropped]


def priced(found: list[Reading], known: Mapping[str, Metric], quantity: Quantity) -> list[Reading]:
    """The readings but for the unit of a price that another noun before it names: a rent of €11 per square metre."""
    ahead = [known[r.metric] for r in found if r.form == "noun" and r.last <= quantity.first]
    prices = {metric.id for metric in ahead if metric.kind == "price"}
    inside = [r for r in found if quantity.first <= r.first and r.last <= quantity.last and quantity.per]
    dropped = [r for r in inside if prices - {r.metric, known[r.metric].is_a}]
    return [reading for reading in found if reading not in dropped]


def unspent(found: list[Reading], quantity: Quantity, sentence: Sentence) -> list[Reading]:
    """The readings but for a noun with a count of its own before the verb of this one: a quake of 7.3 killed six."""
    verbs = sorted(hit[:2] for hit in sentence.tokens.hits.get("metric_verb", ()) if hit[1] <= quantity.first)
    if quantity.unit != "count" or quantity.kind != "level" or not verbs:
        return found
    counts = {other.first for other in sentence.quantities if other.last <= verbs[-1][0]}
    ofs = sentence.tokens.first("of")
    told = [r for r in found if r.form == "noun" and {r.last, *ofs.get(r.last, ())[:1]} & counts]
    return [r for r in found if r not in told or verbs[-1][0] < r.first]


def _tells_of(verb: Reading, noun: Reading, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a verb tells what those do whose number is given before the figure: the number of users who installed."""
    tokens = sentence.tokens
    counts = any(first <= noun.first <= last + _DESCRIBED for first, last, _ in tokens.hits.get("number_of", ()))
    if not counts or verb.form != "verb" or not noun.last <= verb.first < quantity.first or verb.metric == noun.metric:
        return False
    at = noun.last + (tokens.forms[noun.last] == ",")
    parted = any(noun.last <= other.first < verb.first for other in sentence.quantities)
    return not parted and (at in tokens.first("relative") or verb.first - at <= 1)


def _narrows(reading: Reading, heads: Sequence[Reading], sentence: Sentence) -> bool:
    """Whether a preposition ties a noun to another metric right before it: investment in | assets."""
    return any(
        head.metric != reading.metric
        and 0 < reading.first - head.last <= _PHRASE
        and any(head.last in sentence.tokens.first(link) for link in _LINKS)
        and _is_one_phrase(head.last, reading.first, sentence)
        for head in heads
    )


def _is_one_phrase(first: int, last: int, sentence: Sentence) -> bool:
    tokens = sentence.tokens
    verbs = any(at in tokens.first(category) for category in _VERBS for at in range(first + 1, last))
    numbers = any(first <= other.first < last for other in sentence.quantities)
    anew = any(_opens_phrase(at, sentence) for at in range(first + 2, last))
    return not verbs and not numbers and not anew and all(tokens.forms[at][0].isalpha() for at in range(first, last))


def _opens_phrase(at: int, sentence: Sentence) -> bool:
    """Whether an article that no preposition leads begins a phrase of its own: workers in mines agree | a pay rise."""
    first, after = sentence.tokens.first, sentence.tokens.after
    led = any(at in first(link) or at in after(link) for link in _LINKS)
    return at in first("determiner") and not led


def _is_aside(reading: Reading, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a noun stands between brackets or dashes that close before the figure."""
    tokens = sentence.tokens
    for at in range(reading.last, quantity.first):
        form = tokens.forms[at]
        if form in ")]":
            opens = "(["
        elif form in _DASHES and not tokens.glued(at):
            opens = _DASHES
        else:
            continue
        return any(tokens.forms[i] in opens and _loose(i, sentence) for i in range(reading.first))
    return False


def _is_led_aside(reading: Reading, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a noun stands between commas behind a preposition: earnings, excluding bonuses, rose."""
    tokens = sentence.tokens
    commas = [at for at in range(quantity.first) if tokens.forms[at] == ","]
    opens = max((at for at in commas if at < reading.first), default=-1)
    closed = any(at >= reading.last for at in commas)
    return opens > 0 and closed and opens + 1 in tokens.first("preposition")


def _loose(at: int, sentence: Sentence) -> bool:
    tokens = sentence.tokens
    return (
        tokens.forms[at] not in _DASHES or not tokens.glued(at) or (at + 1 < len(tokens) and not tokens.glued(at + 1))
    )
