"""Definite nouns that take up a place: "the country" where an article speaks of Orlin, "the town" of Lee Port."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.names.nations import Nations
from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_COUNTRY, _TOWN = "countries", "towns"  # a country, and what is a part of one


def take_up_places(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
    """Fills `.meant` of every sentence: the tokens that stand for the last place of their kind, with its entity."""
    nouns, known = vocabulary.compiled["place_nouns"], vocabulary.compiled["nations"]
    located = _located(sentences, vocabulary.compiled["names"])
    last: dict[str, str] = {}
    for sentence in sentences:
        spots = [(at, nouns[sentence.tokens.words[at]]) for at in _spots(sentence, nouns)]
        kinds = [(name.first, kind, name.entity) for name in sentence.names if (kind := _kind(name, located, known))]
        for at, kind in spots:
            before = [entity for first, other, entity in kinds if first < at and other == kind]
            if entity := before[-1] if before else last.get(kind):
                sentence.meant.append((at, entity))
        last |= {kind: entity for _, kind, entity in kinds}


def place_nouns(vocabulary: Vocabulary) -> dict[str, str]:
    """The kind of place that each noun is for."""
    section = vocabulary.section("names").get("place_nouns") or {}
    return {str(noun).lower(): kind for kind in (_COUNTRY, _TOWN) for noun in section.get(kind, ())}


def _spots(sentence: Sentence, nouns: dict[str, str]) -> Iterator[int]:
    """The tokens that are such a noun behind an article, in no name and with nothing behind it that says which."""
    tokens = sentence.tokens
    words, forms = tokens.words, tokens.forms
    found = sorted([at for at in tokens.after("definite") if at < len(words) and words[at] in nouns])
    if not found:
        return
    taken = {token for name in sentence.names for token in range(name.first, name.last)} | tokens.first("of").keys()
    for at in found:
        follows = forms[at + 1] if at + 1 < len(forms) else "."
        if taken.isdisjoint((at, at + 1)) and not follows[0].isupper() and follows not in "-‑":
            yield at


def _located(sentences: Sequence[Sentence], rules: NameRules) -> set[str]:
    """What stands behind a preposition of place at least once, as in Orlin does, and has no word for a body in it."""
    found = {
        name.entity
        for sentence in sentences if sentence.names and (places := sentence.tokens.after("locative"))
        for name in sentence.names if name.first in places
    }  # fmt: skip
    return {entity for entity in found if not any(map(rules.is_corporate, entity.lower().split()))}


def _kind(name: Name, located: set[str], nations: Nations) -> str | None:
    """Which nouns a name may be taken up by."""
    if name.region is not None:
        return _COUNTRY if name.indirect or nations.names_country(name) else _TOWN
    return _TOWN if name.entity in located and not name.known else None
