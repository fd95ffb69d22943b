"""Dates in an aside between commas, which date nothing outside of it: Orlin, founded in 1974, sold 300 boats."""

from __future__ import annotations

from factcheck.extract.times.compared import told_in
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence

_SMALL = ("preposition", "determiner", "of", "conjunction")
_STARTS = frozenset(",:;")


def is_aside_before(mention: PeriodMention, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a date stands in an aside between commas before a figure: Orlin, founded in 1974, sold 300 boats."""
    aside = aside_of(mention, sentence)
    if aside is None or quantity.first < aside[1] or _goes_on(aside[1], quantity, sentence):
        return False
    return not _leads_relative(mention, sentence)


def is_of_attribute(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a date tells since when the subject of a present verb is there: the yard built in 2016 employs 300."""
    hits = sentence.tokens.hits
    if mention.mod is not None or not ("dated_attribute" in hits or "dated_document" in hits):
        return False
    if not _describes(mention, sentence):
        return False
    verbs = [first for first, _, _ in hits.get("present", ()) if first >= mention.last]
    if not verbs:
        return False
    way = range(mention.last, min(verbs))
    firsts = [*(other.first for other in told_in(sentence)), *(other.first for other in sentence.periods)]
    return not any(first in way for first in firsts)


def _describes(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether a date goes with a participle or document: the yard built in 2016, das 2016 eröffnete Werk, 1998 law."""
    tokens, start, last = sentence.tokens, mention.first, mention.last
    while start and any(start - 1 in tokens.first(kind) for kind in _SMALL):
        start -= 1
    documents = tokens.first("dated_document")
    named = last in documents or (last + 1 in documents and tokens.forms[last].islower())  # the 1998 harbour law
    if mention.grain == "year" and (named or start in tokens.after("dated_document")):
        return True
    if mention.first > 0 and last in tokens.first("dated_attribute"):
        return True
    behind = tokens.after("dated_attribute").get(start)
    return bool(behind and behind[0] and _is_noun(behind[0] - 1, sentence))


def _is_noun(at: int, sentence: Sentence) -> bool:
    """Whether a word can be the noun that a participle describes, no auxiliary, pronoun or sign."""
    tokens = sentence.tokens
    no_nouns = (*_SMALL, "copula", "personal", "pronoun", "negation", "present")
    return tokens.forms[at].isalpha() and not any(at in tokens.first(kind) for kind in no_nouns)


def _leads_relative(mention: PeriodMention, sentence: Sentence) -> bool:
    """Whether "when" or a relative behind a comma tells what was on a date: 13 December, when it took."""
    at, tokens = mention.last + 1, sentence.tokens
    told = any(at in tokens.first(category) for category in ("when", "relative"))
    alone = not any(other.first >= at and other.type == "date" for other in sentence.periods)
    return told and alone and tokens.forms[mention.last : at] == [","]


def _goes_on(comma: int, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether only a preposition leads from a comma to a figure, with which the clause before goes on: to 3 million."""
    small = [sentence.tokens.first(category) for category in ("preposition", "of")]
    between = range(comma + 1, quantity.first)
    return len(between) <= 1 and all(any(at in words for words in small) for at in between)


def aside_of(mention: PeriodMention, sentence: Sentence) -> tuple[int, int] | None:
    """The tokens between two commas, or a comma and the end, that hold a date, other words and no figure."""
    known = sentence.asides
    if mention.first not in known:
        known[mention.first] = _aside(mention, sentence)
    return known[mention.first]


def _aside(mention: PeriodMention, sentence: Sentence) -> tuple[int, int] | None:
    forms = sentence.tokens.forms
    first = next((i + 1 for i in range(mention.first - 1, -1, -1) if forms[i] in _STARTS), 0)
    if first == 0 or forms[first - 1] != ",":
        return None
    last = next((i for i in range(mention.last, len(forms)) if forms[i] in (",", ".", ";")), len(forms))
    if any(first <= quantity.first < last for quantity in told_in(sentence)):
        return None
    hits = sentence.tokens.hits
    small = [hit for category in _SMALL for hit in hits.get(category, ())]
    spans = [range(start, end) for start, end, _ in small] + [range(m.first, m.last) for m in sentence.periods]
    words = {token for token in range(first, last) if forms[token][0].isalpha()}
    return (first, last) if words.difference(*spans) else None
