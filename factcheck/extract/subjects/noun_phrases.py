"""Noun phrases without a name that a figure may be about: nickel, electric cars, the public hospitals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import compress, count

from factcheck.extract.names.no_names import is_told
from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import NounPhrase, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit, Tokens
from factcheck.extract.words.vocabulary import Vocabulary

_MOST = 4  # words of a phrase
_SHORTEST = 3  # letters of a noun
_VERBS = ("change", "copula", "metric_verb", "metric_act")
_ACTS = ("metric_verb", "metric_act")
_PEOPLE = ("people", "person")
_SIGNS = "-‐‑"
_TIMES = "t_"  # categories of calendar words
_CLOSED = frozenset((
    "according", "bid", "budget", "by", "change", "conjunction", "copula", "data", "deal", "definite", "determiner",
    "entity", "extreme", "forecast", "generic", "holds", "metric_act", "metric_verb", "number_of", "own",
    "plan", "preposition", "present", "pronoun", "q_after", "q_before", "q_currency", "q_move", "q_multiple",
    "q_number", "q_per", "q_percent", "q_unit", "r_contrast", "r_part", "r_role", "r_when", "region", "relative", "say",
    "saying", "set_against", "speculation", "spokesperson", "target", "than", "title", "whole",
))  # fmt: skip


def noun_phrases(sentence: Sentence, vocabulary: Vocabulary, end: int | None = None) -> list[NounPhrase]:
    """The noun phrases of a sentence up to a token that hold no name, no measure and nothing else that is known."""
    tokens = sentence.tokens
    counted = _counted(sentence)
    free = _free(sentence, vocabulary, counted, end)
    described = {t for first, last, _ in tokens.hits.get("r_which", ()) for t in range(first, last)}
    verbs = tokens.after("copula")
    runs = [run for run in _runs(tokens.forms, free) if run[0] not in verbs]
    grammar = vocabulary.section("grammar")
    capitals = bool(grammar.get("nouns_capitalised"))
    if capitals:
        runs = [run for first, last in runs if (run := _capital(tokens.forms, first, last))]
    leading = grammar.get("noun_head") == "first"
    acts = {at for kind in _VERBS for at in tokens.first(kind)}
    found = [_phrase(sentence, first, last, leading, capitals, counted, acts) for first, last in runs]
    found = [each for each in found if not _told(each, tokens, vocabulary.compiled["names"])]
    if grammar.get("drops_pronouns"):
        figures = {quantity.first for quantity in sentence.quantities}
        rules = vocabulary.compiled["names"]
        found = [each for each in found if not _acts(each, figures)]
        found = [each for each in found if not _describes(each, tokens, rules)]
    return [
        each for each in found
        if each.first not in described or each.last - each.first > 1 or _stands_alone(each, sentence)
    ]  # fmt: skip


def _acts(phrase: NounPhrase, figures: set[int]) -> bool:
    """Whether a lone word that opens a sentence right before a figure is a verb, its subject behind: Faltan 12 días."""
    return phrase.first == 0 and phrase.last == 1 and phrase.last in figures


def _told(phrase: NounPhrase, tokens: Tokens, rules: NameRules) -> bool:
    """Whether a lone participle opens a sentence before a comma: Somados, os eleitores."""
    return phrase.first == 0 and phrase.last == 1 and is_told(tokens, 1, rules)


def _describes(phrase: NounPhrase, tokens: Tokens, rules: NameRules) -> bool:
    """Whether a lone participle inside a sentence stands behind no article or preposition: a novel, tradotto in …"""
    at = phrase.first
    led = at in tokens.after("determiner") or at in tokens.after("preposition")
    return phrase.last == at + 1 and at > 0 and not led and tokens.words[at].endswith(rules.participles)


def _counted(sentence: Sentence) -> set[int]:
    """The tokens of metrics that are things to be counted, which figures may be about too: hospitals, cars."""
    metrics = sentence.tokens.hits.get("metric", ())
    return {t for first, last, (metric, _) in metrics if metric.counts_things for t in range(first, last)}


def _free(sentence: Sentence, vocabulary: Vocabulary, counted: set[int], end: int | None) -> list[bool]:
    """Of each token whether it may be part of a phrase: no function word, name, figure, date, measure or verb."""
    tokens, hits, stops = sentence.tokens, sentence.tokens.hits, vocabulary.stopwords
    free = [len(word) >= _SHORTEST and word not in stops and word[0].isalpha() for word in tokens.words[:end]]
    if endings := vocabulary.compiled["names"].verbs:
        free = [each and not word.endswith(endings) for each, word in zip(free, tokens.words, strict=False)]
    spans = [(name.first, name.last) for name in sentence.names]
    if vocabulary.section("grammar").get("drops_pronouns"):
        spans += [(at - 1, at) for at in map(partial(_verb_end, tokens), sentence.quantities) if at]
    spans += [(period.first, period.last) for period in sentence.periods]
    spans += [(quantity.first, _end(quantity)) for quantity in sentence.quantities]
    spans += [hit[:2] for hit in hits.get("metric", ()) if hit[0] not in counted]
    behind = {quantity.last for quantity in sentence.quantities}
    spans += [hit[:2] for kind in _PEOPLE for hit in hits.get(kind, ()) if hit[0] in behind]  # 30 people
    closed = [category for category in hits if category in _CLOSED or category.startswith(_TIMES)]
    spans += [hit[:2] for category in closed for hit in hits[category] if category not in _ACTS]
    spans += [(_past_noun(hit, tokens, counted), hit[1]) for category in _ACTS for hit in hits.get(category, ())]
    for first, last in spans:
        free[first:last] = [False] * (min(last, len(free)) - first)
    return free


def _past_noun(hit: Hit, tokens: Tokens, counted: set[int]) -> int:
    """The token of a verb's phrase behind the noun with which it may begin: households | owe."""
    first, last, _ = hit
    noun = last - first > 1 and (first in counted or first in tokens.first("thing"))
    return first + 1 if noun else first


def _verb_end(tokens: Tokens, quantity: Quantity) -> int:
    """The token behind what stands right before a figure, a verb and no noun: la sequía golpea | (a) 140 pueblos."""
    at = quantity.first
    return at - (at - 1 in tokens.first("addressing"))


def _stands_alone(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a word that may narrow others narrows none here: it has an article or opens, and no noun is behind it."""
    tokens, at = sentence.tokens, phrase.last
    if at >= len(tokens) or not (phrase.lead < phrase.first or phrase.lead == 0):
        return False
    nouns = any(at in tokens.first(kind) for kind in ("metric", "generic", "called", "thing", "region", "entity"))
    return tokens.forms[at].islower() and not nouns


def _end(quantity: Quantity) -> int:
    """The token behind a figure, the noun that it is a share of left out."""
    return quantity.noun[0] if quantity.kind == "share" and quantity.noun else quantity.last


def _runs(forms: Sequence[str], free: list[bool]) -> list[tuple[int, int]]:
    """The longest stretches of free tokens, hyphens between them included."""
    found: list[tuple[int, int]] = []
    for i in compress(count(), free):
        if found and (found[-1][1] == i or (found[-1][1] == i - 1 and forms[i - 1] in _SIGNS)):
            found[-1] = found[-1][0], i + 1
        else:
            found.append((i, i + 1))
    return found


def _capital(forms: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """Where nouns have capitals: the stretch up to its last noun."""
    nouns = [i for i in range(first, last) if forms[i][0].isupper()]
    return (first, nouns[-1] + 1) if nouns else None


def _phrase(
    sentence: Sentence, first: int, last: int, leading: bool, capitals: bool, counted: set[int], acts: set[int]
) -> NounPhrase:
    tokens = sentence.tokens
    last = min(last, first + _MOST) if leading else last
    first = first if leading else max(first, last - _MOST)
    articles, lead = tokens.after("determiner"), first
    led = tokens.after("preposition")
    while lead not in led and lead in articles:
        lead = articles[lead][0]
    flags = {
        "opens": lead == 0,
        "subject": _opens(sentence, lead),
        "verb_next": last in acts,
        "counted": not counted.isdisjoint(range(first, last)),
    }
    text = " ".join(tokens.span(first, last).split())
    head = tokens.words[first if leading else last - 1]
    return NounPhrase(
        first,
        last,
        lead,
        text if capitals else text.lower(),
        head,
        tuple(name for name, holds in flags.items() if holds),
    )


def _opens(sentence: Sentence, lead: int) -> bool:
    """Whether a clause begins with the phrase: nothing, a sign or a conjunction stands before it."""
    if lead == 0 or not sentence.tokens.forms[lead - 1][0].isalnum():
        return True
    return any(lead in sentence.tokens.after(kind) for kind in ("conjunction", "relative"))
