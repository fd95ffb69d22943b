"""Figures that stand behind another one and only say it again, part of it, or what it is a part of."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.words.clauses import past_dates
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.model import Claim

_GAP = 4  # tokens between a figure and what restates it: , or about · (a fall of
_DATE = 3  # more of them where a date follows the figure
_WHOLE = 5  # tokens between a part and its whole: 14 of the club's 96 employees
_TIED = 7  # tokens between two figures of one list: 12 ferries, 7 tugs and 3 large ones
_NOUN = 4  # tokens of what a whole counts, before the bracket that parts it
_GOODS = "goods"  # a name that is a noun too: 29 gold
_CLAUSES = ("copula", "say", "present", "relative", "than", "set_against", "r_contrast")
_VERBS = ("copula", "say", "holds", "metric_verb", "conjunction")


def is_apposed(quantity: Quantity, before: Claim, sentence: Sentence) -> bool:
    """Whether a figure is set behind the one before it with a comma, bracket or "that is", and no verb of its own."""
    tokens = sentence.tokens
    gap = _between(quantity, before, sentence, _GAP + _DATE)
    gap = range(past_dates(sentence, gap.start), gap.stop) if gap else gap
    behind = bool(gap) and tokens.forms[gap[0]] == "," and quantity.last in tokens.first("r_part")  # 14 of them
    part = behind or any(at in tokens.first("r_part") for at in gap)
    if not 0 < len(gap) <= _GAP or not (part or tokens.forms[gap[0]] in ",(" or gap[0] in tokens.first("restating")):
        return False
    restated = {i for first, last, _ in tokens.hits.get("restating", ()) for i in range(first, last)}
    restated |= tokens.first("r_part").keys()  # 210 lits, dont 14
    parted = any(at in gap and at not in restated for kind in _VERBS for at in tokens.first(kind))
    told = quantity.kind != "level" or part or not restated.isdisjoint(gap) or tokens.forms[gap[-1]] == "("
    return told and not parted


def is_coordinated(quantity: Quantity, before: Claim, sentence: Sentence) -> bool:
    """Whether a comma or "and" ties a figure of one kind and unit to the one before it, with no verb of its own."""
    gap = _between(quantity, before, sentence, _TIED)
    if not gap or before.unit != quantity.unit or before.kind != quantity.kind or quantity.role:
        return False
    tokens = sentence.tokens
    tied = tokens.forms[gap[0]] == "," or any(at in gap for at in tokens.first("conjunction"))
    verbs = any(at in gap for kind in _CLAUSES for at in tokens.first(kind))
    joins = tokens.first("conjunction")
    dated = _dated(sentence)
    plain = dated.isdisjoint(gap) or all(at in joins for at in gap if at not in dated)  # 2 % this year and 3 % in 2005
    return tied and not verbs and plain


def is_whole(quantity: Quantity, before: Claim, sentence: Sentence) -> bool:
    """Whether a figure is what the one before it is a part of, and so is there already: 14 of the 96 employees."""
    tokens = sentence.tokens
    gap = _between(quantity, before, sentence, _WHOLE)
    articles = {at for kind in ("determiner", "possessive") for at in tokens.first(kind)}
    owned = any(at in articles for at in gap)
    linked = bool(gap) and gap[0] not in _dated(sentence) and (gap[0] in tokens.first("of") or gap[0] in articles)
    return linked and owned and all(tokens.forms[at][0].isalpha() or at in articles for at in gap)


def parted_whole(quantity: Quantity, earlier: Sequence[Claim], sentence: Sentence) -> Claim | None:
    """The figure right before the brackets in which it is parted, nobody named in them: 36 medals (11 gold, 8 …)."""
    tokens = sentence.tokens
    at = next((i for i in range(quantity.first - 1, 0, -1) if tokens.forms[i] in "()"), 0)
    if not at or tokens.forms[at] == ")":
        return None
    end = next((i for i in range(at + 1, len(tokens)) if tokens.forms[i] == ")"), len(tokens))
    whole = next((claim for claim in reversed(earlier) if claim.end <= tokens.starts[at]), None)
    if whole is None or any(name.sure and name.kind != _GOODS and at < name.first < end for name in sentence.names):
        return None
    noun = [i for i in range(max(0, at - _NOUN), at) if tokens.starts[i] >= whole.end]
    plain = len(noun) < _NOUN and all(tokens.forms[i][0].isalpha() for i in noun)
    alike = whole.unit == quantity.unit and whole.kind == quantity.kind == "level"
    return whole if plain and alike and (quantity.value or 0) < (whole.value or 0) else None


def _dated(sentence: Sentence) -> set[int]:
    return {at for mention in sentence.periods for at in range(mention.first, mention.last)}


def _between(quantity: Quantity, before: Claim, sentence: Sentence, most: int) -> range:
    """The tokens between the figure before and this one, none where they are too many."""
    starts = sentence.tokens.starts
    noun = next((q.noun for q in sentence.quantities if q.noun and q.start == before.start), None)
    if noun and sentence.tokens.ends[noun[1] - 1] > before.end and noun[1] <= quantity.first:
        return range(noun[1], quantity.first) if quantity.first - noun[1] <= most else range(0)
    back = range(quantity.first - 1, max(-1, quantity.first - most - 2), -1)
    first = next((i for i in back if starts[i] < before.end), None)
    return range(0) if first is None else range(first + 1, quantity.first)
