"""Definite nouns that take up a name: "the commission" where the article names the Orlin Trade Commission."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.extract.names.extents import BRANDS
from factcheck.extract.names.forms import Names
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_SHORTEST = 3  # letters of a noun that can stand for a name
_APPOSED = 6  # tokens between an apposition's article and its end
_VERBS = ("copula", "change", "say")
_NO_NOUNS = ("metric", "q_unit", "q_number", "q_currency", "region", "preposition")


def take_up(sentences: Sequence[Sentence], table: Names, vocabulary: Vocabulary) -> None:
    """Adds a name to a sentence wherever "the" and the main noun of a longer name stand for that name."""
    _drop_firms(sentences, vocabulary.compiled["names"].firms)
    heads = _heads(sentences, vocabulary)
    if not heads:
        return
    for sentence in sentences:
        _rename(sentence, heads, table)
        found = [name for first in _definite(sentence, heads) if (name := _name(sentence, first, heads))]
        if found:
            table.counts.update(name.entity for name in found)
            sentence.names = sorted([*sentence.names, *found], key=lambda name: name.first)


def _rename(sentence: Sentence, heads: dict[str, list[tuple[int, Name]]], table: Names) -> None:
    """Gives a lone capitalised noun behind an article the longer name that it takes up: the Institute."""
    tokens, led = sentence.tokens, sentence.tokens.after("definite")
    for i, name in enumerate(sentence.names):
        lone = name.last - name.first == 1 and name.first in led and not (name.known or name.region)
        if lone and name.entity == tokens.forms[name.first] and tokens.words[name.first] in heads:
            meant = _name(sentence, name.first, heads)
            if meant and (meant.known or name.entity in meant.entity.split()[:-1]):
                table.counts.update([meant.entity])
                sentence.names[i] = meant


def _drop_firms(sentences: Sequence[Sentence], firms: frozenset[str]) -> None:
    """Leaves out the names that are but a word for a firm behind an article: the Group, which is no name of one."""
    for sentence in sentences:
        led = {*sentence.tokens.after("definite"), *sentence.tokens.after("preposition")}
        sentence.names = [
            name for name in sentence.names
            if name.last - name.first > 1 or name.first not in led or sentence.tokens.words[name.first] not in firms
        ]  # fmt: skip


def _heads(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> dict[str, list[tuple[int, Name]]]:
    """The main nouns of the article's names of several words, each with where those names stand."""
    bodies = vocabulary.compiled["names"].bodies - vocabulary.compiled["place_nouns"].keys()
    leading = vocabulary.section("grammar").get("noun_head") == "first"
    heads: dict[str, list[tuple[int, Name]]] = {}
    for sentence in sentences:
        words, starts = sentence.tokens.words, sentence.tokens.starts
        for name in sentence.names:
            if name.region is not None:
                continue
            nouns = set(_apposed(name, sentence, bodies, leading))
            if described := _described(name, sentence, vocabulary):
                nouns.add(described)
            if name.last - name.first > 1:
                head = _head(words[name.first : name.last], leading, vocabulary)
                if head in bodies or (name.known and name.kind in BRANDS) or _is_thing(name, head, sentence):
                    nouns.add(head)
            for noun in nouns:
                if len(noun) >= _SHORTEST:
                    heads.setdefault(noun, []).append((starts[name.first], name))
    return heads


def _is_thing(name: Name, head: str, sentence: Sentence) -> bool:
    """Whether the main noun of a name is the word for a thing: Lower Orlin Dam."""
    things = sentence.tokens.first("thing")
    return any(at in things and sentence.tokens.words[at] == head for at in range(name.first, name.last))


def _described(name: Name, sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """The noun that says what a name is, right before it and behind an article: the ferry Harbour Queen."""
    tokens, at = sentence.tokens, name.first - 1
    articles = tokens.after("definite")
    behind = at in articles or (at - 1 in articles and tokens.forms[at - 1].islower())
    return tokens.words[at] if behind and at > 0 and _is_noun(sentence, at, vocabulary) else None


def _is_noun(sentence: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a token may be a noun that describes: no function word, no verb, no number, no metric."""
    tokens = sentence.tokens
    capital = bool(vocabulary.section("grammar").get("nouns_capitalised"))
    word, form = tokens.words[at], tokens.forms[at]
    if not word.isalpha() or word in vocabulary.stopwords or form[0].isupper() != capital:
        return False
    return not any(at in tokens.first(category) for category in (*_NO_NOUNS, *_VERBS, "title"))


def _apposed(name: Name, sentence: Sentence, bodies: frozenset[str], leading: bool) -> Iterator[str]:
    """The noun that a name stands in apposition to: the regulator, Orlin; Orlin, the trade regulator,"""
    forms, before = sentence.tokens.forms, name.first - 1
    if before > 0 and forms[before] == "," and (noun := _noun(sentence, before - _APPOSED, before, bodies, leading)):
        yield noun
    if name.last < len(forms) and forms[name.last] == ",":
        closed = next((i for i in range(name.last + 1, len(forms)) if forms[i] in ",.;"), 0)
        near = closed - name.last <= 2 * _APPOSED
        if near and (noun := _noun(sentence, name.last + 1, closed, bodies, leading, at_once=True)):
            yield noun


def _noun(
    sentence: Sentence, first: int, last: int, bodies: frozenset[str], leading: bool, at_once: bool = False
) -> str | None:
    """The main word for a firm or body among some tokens that an article opens and no verb, name or sign breaks."""
    tokens = sentence.tokens
    first, last = max(0, first), min(last, len(tokens))
    reach = range(first, first + 2 if at_once else last)
    opened = [at for category in ("determiner", "definite") for at in tokens.first(category) if at in reach]
    if not opened:
        return None
    verbs = {at for category in _VERBS for at in tokens.first(category)}
    names = {t for name in sentence.names for t in range(name.first, name.last)}
    for at in range(min(opened), last):
        if at_once and at in names:
            last = at
            break
        if not tokens.forms[at][0].isalpha() or at in verbs or at in names:
            return None
    words = [tokens.words[at] for at in range(min(opened), last) if tokens.forms[at].islower()]
    found = [word for word in words if word in bodies]
    return found[0 if leading else -1] if found else None


def _head(words: Sequence[str], leading: bool, vocabulary: Vocabulary) -> str:
    """The main noun of a name: the word before "of", else the last one, or the first where the language says so."""
    links = frozenset(vocabulary.section("names").get("of", ()))
    linked = next((i for i, word in enumerate(words) if word in links), 0)
    return words[linked - 1] if linked else words[0] if leading else words[-1]


def _definite(sentence: Sentence, heads: dict[str, list[tuple[int, Name]]]) -> Iterator[int]:
    """The tokens of a sentence that are such a noun behind an article, in lower case and in no other name."""
    tokens = sentence.tokens
    spots = [i for i in tokens.after("definite") if i < len(tokens) and tokens.words[i] in heads]
    spots = sorted(i for i in spots if tokens.forms[i].islower())
    if not spots:
        return
    taken = {t for name in sentence.names for t in range(name.first, name.last)}
    for category in _NO_NOUNS:
        taken |= {t for first, last, _ in tokens.hits.get(category, ()) for t in range(first, last)}
    called = {last - 1 for _, last, _ in tokens.hits.get("generic", ())}  # "the commission" is no fee
    taken -= called - {t for name in sentence.names for t in range(name.first, name.last)}
    for i in spots:
        follows = tokens.forms[i + 1] if i + 1 < len(tokens) else "."
        if i not in taken and not follows[0].isupper():
            yield i


def _name(sentence: Sentence, first: int, heads: dict[str, list[tuple[int, Name]]]) -> Name | None:
    """The name that the noun stands for: the last one printed before it, else the only one of the article."""
    tokens = sentence.tokens
    printed = heads[tokens.words[first]]
    at = bisect_left(printed, tokens.starts[first], key=lambda item: item[0])
    if at == 0 and len({name.entity for _, name in printed}) > 1:
        return None
    meant = printed[max(0, at - 1)][1]
    return Name(first, first + 1, tokens.starts[first], tokens.ends[first], meant.entity, meant.known, None, meant.kind)
