"""Bare digits that count something although no noun stands by them, and words that are no number where they act."""

from __future__ import annotations

from factcheck.extract.nonclaims.numbered import numbered
from factcheck.extract.quantities.articles import befallen
from factcheck.extract.quantities.parts import is_part_of
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_NEAR = 3  # tokens of "a menos", between a change and "than"
MODEST = 12  # up to it a bare number may be anything
_GROUPED = 1000
_YEARS = range(1000, 2101)  # bare digits that may be one


def counts_on(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether bare digits are grouped as those of a label never are, or go on with the count before them."""
    moved = quantity.role in ("from", "to") and (quantity.value or 0) > MODEST
    if quantity.style != "digits" or numbered(quantity, sentence) or moved:
        return quantity.style == "digits"
    tokens, first, last = sentence.tokens, quantity.first, quantity.last
    spoken = any(at < first for at in sentence.speakers)
    telling = (quantity.value or 0) > MODEST or not float(quantity.value or 0).is_integer()
    if spoken and telling and _is_given(quantity, sentence):
        return True  # the fishermen said they had counted 31; the fire service put the number at 180
    if len(tokens.forms[first]) > len(str(int(quantity.value or 0))):
        return (quantity.value or 0) >= _GROUPED
    if spoken and (quantity.value or 0) >= _GROUPED and quantity.value not in _YEARS:
        return True  # die Veranstalter sprachen von 9000
    if (quantity.value or 0) > 1 and is_of_them(quantity, sentence):
        return True
    subject = tokens.after("copula").get(first, (-1,))[0]
    summed = last in tokens.first("r_role")  # 25 in all
    if summed or any(subject in tokens.after(category) for category in ("personal", "pronoun")):
        return (quantity.value or 0) > MODEST  # they were 180
    if _is_base(quantity, sentence):
        return True
    before = [q for q in sentence.quantities if q.last <= first and q.unit == "count" and q.kind == "level"]
    if not before or not first:
        return False
    if (quantity.value or 0) > MODEST and _is_part_of(before[0], quantity, sentence):
        return True
    if telling and not sentence.speakers.isdisjoint(range(before[-1].last, first)):
        return True  # police counted 180 people, the union put it at 300; one office measured 5.9, another 6.6
    bracketed = tokens.forms[first - 1] == "(" and tokens.forms[last : last + 1] == [")"]
    credited = any(last in tokens.first(category) for category in ("according", "by"))
    return (bracketed and any(name.last == first - 1 for name in sentence.names)) or credited


def is_of_them(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure counts some of those told of before: 780 of them; of them, 780; a third of them, 600, ..."""
    tokens = sentence.tokens
    if quantity.last in tokens.first("of_them"):
        return True
    led = tokens.after("of_them").get(quantity.first - (tokens.forms[quantity.first - 1] == ","))
    return led is not None and (led[0] == 0 or any(q.last == led[0] for q in sentence.quantities if q.kind == "share"))


def _is_given(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a verb of counting stands right before a figure, a preposition between them or not."""
    tokens = sentence.tokens
    led = tokens.after("preposition").get(quantity.first, (quantity.first,))[0]
    closed = led - 1 in sentence.speakers and quantity.last in tokens.first("counting")  # das Institut 6,6 maß
    verbs = ("holds", "counting", "say")
    return closed or any(at in tokens.after(kind) for kind in verbs for at in (led, quantity.first))


def _is_base(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure is what a change in a count is set against: ten fewer than the 40."""
    tokens = sentence.tokens
    article = tokens.after("determiner").get(quantity.first)
    than = tokens.after("than").get(article[0] if article else quantity.first)
    changes = (q for q in sentence.quantities if q.kind == "change" and q.unit == "count")
    return than is not None and any(0 <= than[0] - q.last <= _NEAR for q in changes)


def _is_part_of(whole: Quantity, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a sentence opens with what a figure is a part of: delle 677 cause, 430 sono chiuse."""
    tokens, at = sentence.tokens, whole.first
    if whole.noun is None or (whole.value or 0) <= (quantity.value or 0):
        return False
    for category in ("determiner", "of", "preposition"):
        hit = tokens.after(category).get(at)
        at = hit[0] if hit and at > 0 else at
    opened = at == 0 and 0 in tokens.first("preposition")
    signs = [i for i in range(whole.noun[1], quantity.first) if tokens.forms[i] in ".;:"]
    return opened and not signs and "," in tokens.forms[whole.noun[1] : quantity.first]


def is_beside_others(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether one person is counted right before others: one dead and three hurt."""
    tokens = sentence.tokens
    if quantity.noun is None or befallen(tokens, quantity.noun[1]) < 0:
        return False
    end = quantity.noun[1]
    tied = end in tokens.first("conjunction") or tokens.forms[end : end + 1] == [","]
    return tied and any(other.first == end + 1 and other.unit == "count" for other in sentence.quantities)


def is_of_counted(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a figure is a part of others that are counted right behind it: three of its 18 docks."""
    return any(is_part_of(sentence.tokens, quantity, whole) for whole in sentence.quantities)


def is_verb(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a number word that is a verb too has a word with a capital or a pronoun before it: Orlin scores twice."""
    tokens, at = sentence.tokens, quantity.number[0]
    if not at or at not in tokens.first("metric_verb") or quantity.number[1] in tokens.first("of"):
        return False
    return tokens.forms[at - 1][0].isupper() or at in tokens.after("personal")
