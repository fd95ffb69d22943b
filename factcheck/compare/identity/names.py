"""Whether two figures of one metric are named by words that narrow it apart: gun crimes, knife crimes."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.view import View
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.tokens import tokenize
from factcheck.extract.words.vocabulary import languages, read_language
from factcheck.rulebook import Rulebook

_Words = tuple[str, ...]


def named_apart(a: View, b: View, rulebook: Rulebook) -> bool:
    """True where each sentence has a name of the metric with a first word of its own before another name of it.

    Knife crimes and gun crimes are crimes both; the jobless rate and the unemployment rate are one.
    """
    if a.claim.lang != b.claim.lang or _head_first(a.claim.lang):
        return False
    metric = rulebook.metrics.get(a.claim.metric)
    if metric is None or a.claim.metric != b.claim.metric:
        return False
    names = metric.names.get(a.claim.lang, ())
    one, other = (_name_in(view.claim.sentence, names) for view in (a, b))
    return len(one) > 1 and one[1:] == other[1:] and one != other and _at(0, one[1:], names) == one[1:]


@lru_cache(maxsize=4096)
def _name_in(sentence: str, names: tuple[str, ...]) -> _Words:
    """The longest of some names in a sentence, the first where two are as long; empty where none stands in it."""
    words = tuple(tokenize(sentence.lower()).words)
    return max((_at(at, words, names) for at in range(len(words))), key=len, default=())


def _at(at: int, words: _Words, names: tuple[str, ...]) -> _Words:
    """The longest name that begins at a word."""
    phrases = _phrases(names).get(words[at], ())
    return next((phrase for phrase in phrases if words[at : at + len(phrase)] == phrase), ())


@lru_cache(maxsize=4096)
def _phrases(names: tuple[str, ...]) -> dict[str, list[_Words]]:
    """The phrases of names by their first words, the longest first."""
    found: dict[str, list[_Words]] = {}
    for phrase in {tuple(tokenize(phrase.lower()).words) for name in names for phrase in expand(name)}:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: sorted(phrases, key=lambda phrase: (-len(phrase), phrase)) for first, phrases in found.items()}


@lru_cache(maxsize=16)
def _head_first(lang: str) -> bool:
    return lang not in languages() or read_language(lang).section("grammar").get("noun_head") == "first"
