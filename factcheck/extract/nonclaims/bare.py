"""Bare digits that count something although no noun stands by them, and words that are no number where they act."""

from __future__ import annotations

from factcheck.extract.nonclaims.numbered import numbered
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

MODEST = 12  # up to it a bare number may be anything
_GROUPED = 1000


def counts_on(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether bare digits are grouped as those of a label never are, or go on with the count before them."""
    moved = quantity.role in ("from", "to") and (quantity.value or 0) > MODEST
    if quantity.style != "digits" or numbered(quantity, sentence) or moved:
        return quantity.style == "digits"
    tokens, first, last = sentence.tokens, quantity.first, quantity.last
    if len(tokens.forms[first]) > len(str(int(quantity.value or 0))):
        return (quantity.value or 0) >= _GROUPED
    subject = tokens.after("copula").get(first, (-1,))[0]
    summed = last in tokens.first("r_role")  # 25 in all
    if summed or any(subject in tokens.after(category) for category in ("personal", "pronoun")):
        return (quantity.value or 0) > MODEST  # they were 180
    before = [q for q in sentence.quantities if q.last <= first and q.unit == "count" and q.kind == "level"]
    if not before or not first:
        return False
    bracketed = tokens.forms[first - 1] == "(" and tokens.forms[last : last + 1] == [")"]
    credited = any(last in tokens.first(category) for category in ("according", "by"))
    return (bracketed and any(name.last == first - 1 for name in sentence.names)) or credited


def is_verb(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number word that is a verb too has a word with a capital or a pronoun before it: Orlin scores twice."""
    tokens, at = sentence.tokens, quantity.number[0]
    if not at or at not in tokens.first("metric_verb") or quantity.number[1] in tokens.first("of"):
        return False
    return tokens.forms[at - 1][0].isupper() or at in tokens.after("personal")
