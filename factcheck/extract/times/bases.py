"""Dates that a figure is only compared with: 11 % more than in 2024, up 11 % on 2024, the lowest since 2010."""

from __future__ import annotations

from factcheck.extract.times.compared import told_in
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence

COMPARED = 4  # tokens between a figure and the word that sets it against another date
_MONTH = 28  # days of the shortest
_SIGNS = frozenset(",;()")
_SMALL = 2  # words between a multiple and what it is one of
_SMALL_KINDS = ("preposition", "determiner")
_CLAUSE = (*_SMALL_KINDS, "pronoun", "personal", "copula")  # higher than it was in May
_POSSESSIVES = (["'s"], ["’s"])
_EXTREME = 3  # tokens between "the lowest" and "since 2010"


def is_base(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether the date is what a figure is compared with: 11 % more than in 2024, up 11 % on 2024."""
    tokens = sentence.tokens
    than = tokens.hits.get("than")
    if _is_start_of_change(mention, sentence) or _led(mention, sentence, "compared_with") is not None:
        return True
    if _is_multiplied(mention, sentence):
        return True
    if not than:
        return False
    if any(mention.first < last < mention.last for _, last, _ in than) and any(
        quantity.last == mention.first for quantity in told_in(sentence)
    ):
        return True  # 25 % more than a year ago, which could be a time of its own
    first = _with_small_words(mention, sentence, _CLAUSE)
    ends = tokens.after("conjunction")  # "que" is also "which": 11 % más que en 2024
    forms = tokens.forms
    near = {
        at
        for other in told_in(sentence)
        for at in range(other.last, min(other.last + COMPARED, len(forms)))
        if "," not in forms[other.last : at]
    }
    return any(first <= last <= mention.first and (last not in ends or start in near) for start, last, _ in than)


def _is_start_of_change(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a month, quarter or year is what a change beside it starts from: up 11 % on 2024, from November."""
    tokens = sentence.tokens
    led = _led(mention, sentence, "change_base")
    if led is None or mention.node[0] == "range" or mention.period is None:
        return False
    if (mention.period.days or 0) < _MONTH and not mention.compares:
        return False
    for other in told_in(sentence):
        between = range(other.last, led) if other.last <= led else range(mention.last, other.first)
        near = len(between) <= COMPARED and not any(tokens.forms[at] in ",;(" for at in between)
        if other.kind in ("change", "ratio") and near and (other.last <= led or mention.last <= other.first):
            return True
    return False


def _led(mention: PeriodMention, sentence: Sentence, category: str) -> int | None:
    """Where the words of a category that lead a date begin, small words aside: zum Vorjahr, on the year."""
    led = sentence.tokens.after(category)
    if not led:
        return None
    for last in range(_with_small_words(mention, sentence), mention.first + 1):
        if last in led:
            return led[last][0]
    return None


def _is_multiplied(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a multiple is one of what was on a date: twice last year's sales, double the 2019 level."""
    tokens = sentence.tokens
    owns = tokens.forms[mention.last : mention.last + 1] in _POSSESSIVES
    small = (tokens.first("of"), tokens.first("determiner"))
    for other in told_in(sentence):
        between = range(other.last, mention.first)
        if other.kind != "ratio" or not 0 <= len(between) <= _SMALL:
            continue
        plain = all(any(at in words for words in small) for at in between)
        if plain and (owns or any(at in small[0] for at in between)):
            return True
    return False


def across(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> str | None:
    """The word of comparison between a figure and a date behind it: 8 million, after 6 million in May."""
    if mention.first < quantity.last or quantity.role == "from":
        return None
    for category in ("than", "compared_with", "set_against"):
        for first, last, _ in sentence.tokens.hits.get(category, ()):
            if quantity.last <= first and last <= mention.first and _leads_to(last, mention, sentence):
                return category
    return None


def _leads_to(start: int, mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a word of comparison that ends at a token sets a figure or a date near it against what went before."""
    behind = [other for other in told_in(sentence) if start <= other.first and other.last <= mention.first]
    inside = any(other.first < start <= other.number[0] for other in told_in(sentence))  # more than 500
    return not inside and (mention.first - start <= COMPARED or any(q.first - start <= _SMALL for q in behind))


def _with_small_words(mention: PeriodMention, sentence: Sentence, kinds: tuple[str, ...] = _SMALL_KINDS) -> int:
    """Where a date begins with the preposition and article before it, or with "it was at"."""
    small = [sentence.tokens.first(kind) for kind in kinds]
    first = mention.first
    while first > 0 and any(first - 1 in words for words in small) and mention.first - first < len(kinds) + 1:
        first -= 1
    return first


def is_span_of_change(mention: PeriodMention, sentence: Sentence, beside: Quantity | None = None) -> bool:
    """Whether a period only says how long a change took that stands before it: up 0.5 points over a year.

    One that stands `beside` a figure of its own is asked for: false where that is the change itself.
    """
    if mention.node[0] != "window" or mention.node[3] is not None:
        return False
    for other in told_in(sentence):
        between = sentence.tokens.forms[other.last : mention.first]
        if other.kind == "change" and other.last <= mention.first and len(between) <= COMPARED:
            return other is not beside and _SIGNS.isdisjoint(between)
    return False


def names(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a date stands right before a figure, with what it is a figure of: on the 2003 total of 521 million."""
    if quantity.kind == "change" or quantity.role == "to" or quantity.first < mention.last:
        return False
    if is_told_of(mention, quantity, sentence):
        return True
    tokens, start = sentence.tokens, mention.last
    if tokens.forms[start : start + 1] == [","] and start + 1 in tokens.first("of"):
        start += 1  # ante el segundo trimestre, de 30 millones
    between = range(start, quantity.first)
    joined = any(at in tokens.first("conjunction") for at in between)
    return len(between) <= COMPARED and _SIGNS.isdisjoint(tokens.forms[start : quantity.first]) and not joined


def is_told_of(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a date leads a clause of its own with a figure: since 2004, when it reached 13 %; 2020, which saw 34."""
    whens, forms = sentence.tokens.first("when"), sentence.tokens.forms
    comma = forms[mention.last : mention.last + 1] == [","]
    start = mention.last + comma
    if comma and start in sentence.tokens.first("relative") and start not in whens:
        if "," in forms[start : quantity.first]:
            return False
    elif start not in whens:
        return False
    if quantity.first < start:
        return False
    return not any(start < other.first < quantity.first for other in sentence.periods)


def is_background(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether "since" a date only says how rare a figure is: the lowest since 2010, the third time this year."""
    return (mention.mod == "since" or mention.node[0] == "ytd") and is_rare(mention, sentence)


def is_rare(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a word of rank stands before a period, which only says how rare something is: the first in nine years."""
    hits = sentence.tokens.hits.get("extreme", ())
    ranks = [at for at, last, _ in hits if mention.first - _EXTREME <= last <= mention.first]
    figures = [range(other.first, other.last) for other in told_in(sentence)]  # at least 37
    told = [other.last for other in sentence.quantities if other.ordinal]  # for the sixth time
    if any(mention.first - _EXTREME <= last <= mention.first for last in told):
        return True
    return any(not any(at in figure for figure in figures) for at in ranks)
