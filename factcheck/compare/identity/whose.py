"""What the words beside a metric's name say it is of: exports of wheat, maize exports, Absatz von Elektroautos."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.identity.cues import cues_for
from factcheck.compare.view import View
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import languages, read_language

_Words = tuple[str, ...]
_STEM = 4  # letters that two forms of a word share
_SETS_NOTHING_APART = frozenset({"total", "each", "rising", "falling", "contrast"})


def of_two_things(a: View, b: View, names: _Words) -> bool:
    """True where each sentence says what its figure is of, and another thing: sales of vans, sales of trams.

    A headline says it shorter, or in another word; who is named is a slot of its own.
    """
    if "headline" in (a.claim.zone, b.claim.zone):
        return False
    one, other = (_thing(view, names) for view in (a, b))
    return any(not _alike(*pair) for pair in zip(one, other, strict=False))


def _alike(one: str, other: str) -> bool:
    return one[:_STEM] == other[:_STEM]


def _thing(view: View, names: _Words) -> _Words:
    """What stands behind "of" right behind the name of a metric, or before the name at the start of its phrase."""
    claim = view.claim
    tokens = tokenize(claim.sentence)
    found = _spans(tuple(tokens.words), names)
    if not found:
        return ()
    before = [span for span in found if tokens.starts[span[0]] < claim.start - claim.sentence_start]
    first, last = before[-1] if before else found[0]
    own = frozenset(tokenize((claim.entity or "").lower()).words)
    words = _behind(last, tokens, claim.lang) or _ahead(first, tokens, claim.lang)
    return tuple(word for word in words if word not in own)


def _spans(words: _Words, names: _Words) -> list[tuple[int, int]]:
    """Where names stand, each as short as it can be: the sales of "sales of new cars"."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        told = phrases_at(at, words, names)
        if told:
            spans.append((at, at + len(told[-1])))
        at += len(told[0]) if told else 1
    return spans


def _behind(at: int, tokens: Tokens, lang: str) -> _Words:
    """The first two words of a noun without an article behind "of", those that say how it moved left out."""
    links, closed, capital = _rules(lang)
    if tokens.words[at : at + 1] and tokens.words[at] not in links:
        return ()
    words: list[str] = []
    for form, word in zip(tokens.forms[at + 1 : at + 3], tokens.words[at + 1 : at + 3], strict=True):
        named = form[0].isupper() and not capital
        if not form.isalpha() or word in closed or named or cues_for(lang).found(word) & _SETS_NOTHING_APART:
            break
        words.append(word)
        if capital and form[0].isupper():
            break
    return tuple(words)


def _ahead(first: int, tokens: Tokens, lang: str) -> _Words:
    """The word between the start of a phrase and the name that it narrows: maize exports; the rail fares."""
    _, closed, capital = _rules(lang)
    if first < 1 or capital or head_first(lang):
        return ()
    form, word = tokens.forms[first - 1], tokens.words[first - 1]
    opens = first == 1 or tokens.words[first - 2] in _determiners(lang)
    named = form[0].isupper() and first > 1
    if not opens or not form.isalpha() or word in closed or named or cues_for(lang).found(word) & _SETS_NOTHING_APART:
        return ()
    return (word,)


@lru_cache(maxsize=16)
def _rules(lang: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """The words for "of" without an article, those that close a phrase, and whether nouns begin with a capital."""
    if lang not in languages():
        return frozenset(), frozenset(), False
    language = read_language(lang)
    names, articles = language.section("names"), _determiners(lang)
    links = frozenset(str(word) for word in names.get("of", ()) if str(word) not in articles)
    return links, articles | language.stopwords, bool(language.section("grammar").get("compound_nouns", False))


@lru_cache(maxsize=16)
def _determiners(lang: str) -> frozenset[str]:
    words = read_language(lang).section("names").get("determiners", ()) if lang in languages() else ()
    return frozenset(word.lower() for phrase in words for word in expand(str(phrase)))


@lru_cache(maxsize=16)
def head_first(lang: str) -> bool:
    """Whether a noun stands before what narrows it; so too of a language without a file."""
    return lang not in languages() or read_language(lang).section("grammar").get("noun_head") == "first"


def phrases_at(at: int, words: _Words, names: _Words) -> list[_Words]:
    """The names that begin at a word, the longest first."""
    return [phrase for phrase in _phrases(names).get(words[at], ()) if words[at : at + len(phrase)] == phrase]


@lru_cache(maxsize=4096)
def _phrases(names: _Words) -> dict[str, list[_Words]]:
    """The phrases of names by their first words, the longest first."""
    found: dict[str, list[_Words]] = {}
    for phrase in {tuple(tokenize(phrase.lower()).words) for name in names for phrase in expand(name)}:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: sorted(phrases, key=lambda phrase: (-len(phrase), phrase)) for first, phrases in found.items()}
