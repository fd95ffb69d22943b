"""Currencies and goods that a market quotes, which are written like plain nouns: the dollar, the price of copper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens
from factcheck.extract.words.vocabulary import Vocabulary

CURRENCY, GOODS = "currency", "goods"
TRADED = (CURRENCY, GOODS)
_PREDICATES = ("change", "copula", "metric_verb", "say", "plan", "holds", "forecast")


def register(vocabulary: Vocabulary) -> None:
    """Adds the nouns of currencies and goods."""
    section = vocabulary.section("names").get("traded") or {}
    for kind in TRADED:
        for noun in section.get(kind, ()):
            vocabulary.lexicon.add("traded", str(noun), kind)


def name_traded(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
    """Tells which `.names` are such, and adds to them: a currency as such, goods beside their price."""
    for sentence in sentences:
        if "traded" in sentence.tokens.hits:
            spans = {(first, last): kind for first, last, kind in sentence.tokens.hits["traded"]}
            for name in sentence.names:
                name.kind = name.kind or spans.get((name.first, name.last), "")
            taken = {token for name in sentence.names for token in range(name.first, name.last)}
            found = _quoted(sentence.tokens, vocabulary)
            free = (name for name in found if taken.isdisjoint(range(name.first, name.last)))
            sentence.names = sorted([*sentence.names, *free], key=lambda name: name.first)


def _quoted(tokens: Tokens, vocabulary: Vocabulary) -> Iterator[Name]:
    definite, of = tokens.after("definite"), tokens.after("of")
    priced = [(first, last) for first, last, (metric, _) in tokens.hits.get("metric", ()) if metric.kind == "price"]
    for first, last, kind in tokens.hits["traded"]:
        led = first in definite or first == 0
        predicated = any(last in tokens.first(category) for category in _PREDICATES)
        if kind == CURRENCY:
            holds = led and (last == len(tokens) or predicated or _is_free(tokens, first, last, vocabulary))
        else:
            of_price = first in of and any(end == of[first][0] for _, end in priced)
            begins = predicated or (first == 0 and last in tokens.first("preposition"))
            holds = (led and begins) or of_price or any(at <= first < end or at == last for at, end in priced)
        if holds:
            yield Name(first, last, tokens.starts[first], tokens.ends[last - 1], tokens.span(first, last), kind=kind)


def _is_free(tokens: Tokens, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether no noun follows that a currency would only describe, as in the dollar bill, and it is no measure."""
    word, form = tokens.words[last], tokens.forms[last]
    if first in tokens.first("metric") and last == first + 1:
        return False  # el peso
    if not form[0].islower() or word in vocabulary.stopwords or last in tokens.first("preposition"):
        return True
    grammar = vocabulary.section("grammar")
    return grammar.get("noun_head") == "first" or bool(grammar.get("nouns_capitalised"))
