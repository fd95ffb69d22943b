"""Scores of matches and times of day, which count nothing: por 3 a 1, mit 88 zu 79, 03.12 GMT."""

from __future__ import annotations

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Edges

_HIGHEST = 199  # what a side can score
_LINK = 1  # words between the two sides
_PARTS = 2  # hours and minutes
_DIGITS = (2, 4)  # of a part, of a time without a sign
_HOURS, _MINUTES = 24, 60
_DASHES = frozenset("-–‑—")


def is_score(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure is one side of a score, or both, in a sentence that tells of a match: venció por 49 a 21."""
    tokens, links = sentence.tokens, sentence.tokens.first("no_score_links")
    if "no_score" not in tokens.hits or not _is_side(quantity, links):
        return False
    if quantity.high is not None:
        return not _DASHES.isdisjoint(tokens.forms[quantity.number[0] : quantity.number[1]])
    for other in sentence.quantities:
        low, high = (other, quantity) if other.first < quantity.first else (quantity, other)
        if other is quantity or not _is_side(other, links) or high.number[0] - low.number[1] != _LINK:
            continue
        if low.number[1] in links and not _is_moved(low, sentence):
            return True
    return False


def _is_moved(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a verb of change that is none of winning and losing leads to a figure: pasó de 34 a 41."""
    hits, start = sentence.tokens.hits, quantity.number[0]
    moves = [first for first, last, moved in hits.get("q_move", ()) if moved and last in (start, start - 1)]
    return any(not any(first <= move < last for first, last, _ in hits["no_score"]) for move in moves)


def _is_side(quantity: Quantity, links: Edges) -> bool:
    """Whether a figure may be what one side scored; the sign of a score is no noun: 2 x 1."""
    bare = quantity.unit == "count" and quantity.style == "digits" and quantity.kind == "level"
    counted = quantity.noun is not None and quantity.noun[0] not in links
    return bare and not counted and (quantity.value or 0) <= _HIGHEST and quantity.bound in ("exact", "range")


def is_clock(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a zone of time stands behind digits that can be hours and minutes: 1405 GMT, 03.12 BST."""
    tokens, last = sentence.tokens, quantity.last
    form = tokens.forms[quantity.first]
    if last not in tokens.first("no_clocks"):
        return False
    parts = form.replace(",", ".").split(".")
    if len(parts) != _PARTS:
        return len(form) == _DIGITS[1]
    timed = all(part.isdecimal() and len(part) <= _DIGITS[0] for part in parts) and len(parts[1]) == _DIGITS[0]
    named = tokens.forms[last].isupper()  # 3,12 est un record
    return timed and named and int(parts[0]) <= _HOURS and int(parts[1]) < _MINUTES
