"""Bare figures behind a copula that are the number of its subject: gli sfratti sono stati 400, sono 400 gli sfratti."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_LEAST = 12  # up to it a bare number may be anything
_LONGEST = 8  # tokens of the subject, and of the verb that moves it
_KINDS = ("thing", "counted_person")
_NO_PART = ("say", "holds", "relative", "conjunction", "metric_verb")
_VERBS = ("change", "copula")


def numbered(quantity: Quantity, sentence: Sentence) -> tuple[str, int] | None:
    """The thing in rules/things whose number a bare figure is, and where its noun stands that leads the clause."""
    bare = quantity.unit == "count" and quantity.kind == "level" and quantity.noun is None
    if not bare or (quantity.value or 0) <= _LEAST:
        return None
    start, copulas = quantity.first, sentence.tokens.after("copula")
    while start in copulas:
        start = copulas[start][0]
    moved = quantity.role in ("from", "to")  # the wolves rose from 310 to 340
    if start == quantity.first and not moved:
        return None
    things = {hit[0]: str(hit[2]) for kind in _KINDS for hit in sentence.tokens.hits.get(kind, ())}
    if _is_closed(quantity, sentence):
        return _before(start, sentence, things, moved)
    led = sentence.tokens.first("determiner").get(quantity.last)
    inverted = led and led[0] in things and start == _opening(sentence, start)
    return (things[led[0]], led[0]) if led and inverted and not moved else None


def _before(start: int, sentence: Sentence, things: Mapping[int, str], moved: bool) -> tuple[str, int] | None:
    """The thing that leads the clause whose copula, or figure behind a verb of change, is at a token."""
    tokens = sentence.tokens
    articles, links = tokens.after("determiner"), tokens.first("preposition")
    led = {at for at, hit in articles.items() if hit[0] not in links}  # no nel quartiere
    heads = [at for at in range(max(0, start - _LONGEST), start) if at in things and at in led]
    if not heads or articles[heads[0]][0] != _opening(sentence, heads[0]):
        return None
    kinds = _NO_PART if moved else (*_NO_PART, *_VERBS)
    barred = (at in tokens.first(kind) for kind in kinds for at in range(heads[0] + 1, start))
    signs = (not tokens.forms[at][0].isalnum() for at in range(heads[0], start))
    return None if any(barred) or any(signs) else (things[heads[0]], heads[0])


def _opening(sentence: Sentence, at: int) -> int:
    """The first token of the clause of a token, as signs and conjunctions part them."""
    tokens = sentence.tokens
    ties = tokens.after("conjunction")
    while at and tokens.forms[at - 1][0].isalnum() and at not in ties:
        at -= 1
    return at


def _is_closed(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether nothing stands behind a figure that it could count or name."""
    tokens, last = sentence.tokens, quantity.last
    if last >= len(tokens) or tokens.forms[last] in ".,;:)":
        return True
    return last in tokens.first("preposition") or last in tokens.first("conjunction")
