"""Names without the words before them that only describe: Spanish Orlin, Insurer Orlin Mills."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens

_PERSONS = ("player", "counted_person")


def drop_demonyms(sentences: Sequence[Sentence]) -> None:
    """Cuts the adjective of a country from a name that stands without it elsewhere: Spanish Orlin, Orlin."""
    printed = {name.entity for sentence in sentences for name in sentence.names}
    for sentence in sentences:
        tokens = sentence.tokens
        places = tokens.first("region")
        for name in sentence.names if places else ():
            alone = name.first in places and places[name.first][0] == name.first + 1
            longer = alone and name.last - name.first > 1 and not name.known
            if longer and " ".join(tokens.span(name.first + 1, name.last).split()) in printed:
                _cut(name, tokens)


def drop_descriptions(sentences: Sequence[Sentence], rules: NameRules) -> None:
    """Cuts the noun that opens a sentence before a name, unless the name has it inside a sentence too.

    A word for nothing but a firm goes (Insurer Orlin Mills), one for a person only before a given name (Striker Dani
    Lee), or where the rest is printed elsewhere: Rival Orlin Mills, but Baker Orlin. So does any noun of what is
    printed elsewhere: Resultados de Orlin.
    """
    printed = {name.entity for sentence in sentences for name in sentence.names}
    whole = {n.entity for sentence in sentences for n in sentence.names if not _opens(n, sentence.tokens)}
    whole |= {entity.split()[0] for entity in whole}
    for sentence in sentences:
        tokens = sentence.tokens
        for name in sentence.names:
            known = name.known or name.region or name.entity in whole or tokens.words[name.first] in rules.corporate
            if known or name.last - name.first < 2 or not _opens(name, tokens):
                continue
            owned = name.first + 1 in tokens.first("of")
            if owned and name.last - name.first > 2 and not rules.is_public(tokens.words[name.first : name.first + 1]):
                if " ".join(tokens.span(name.first + 2, name.last).split()) in printed:
                    _cut(name, tokens)
                continue
            given = tokens.words[name.first + 1] in rules.given_names
            elsewhere = " ".join(tokens.span(name.first + 1, name.last).split()) in printed
            person = any(name.first in tokens.first(kind) for kind in _PERSONS)
            firm = name.first in tokens.first("called") and name.first not in tokens.first("thing")
            if firm or (person and (given or elsewhere)):
                _cut(name, tokens)


def drop_nouns(sentences: Sequence[Sentence]) -> None:
    """Cuts the noun that opens a sentence before a name, where the same noun leads the bare name elsewhere.

    In a language that writes nouns with a capital: Autobauer Orlin streicht Stellen, der Autobauer Orlin.
    """
    told = {
        (sentence.tokens.words[name.first - 1], name.entity)
        for sentence in sentences for name in sentence.names if name.first
    }  # fmt: skip
    for sentence in sentences:
        tokens = sentence.tokens
        for name in sentence.names:
            rest = " ".join(tokens.span(name.first + 1, name.last).split()) if name.last - name.first > 1 else ""
            if not name.known and _opens(name, tokens) and (tokens.words[name.first], rest) in told:
                _cut(name, tokens)


def _opens(name: Name, tokens: Tokens) -> bool:
    """Whether a name opens its sentence, or what a colon or dash begins."""
    return name.first == 0 or not tokens.forms[name.first - 1][0].isalnum()


def _cut(name: Name, tokens: Tokens) -> None:
    """Takes the first word from a name, and what joined it to the rest: Brace by Lee, Doublé de Lee."""
    joined = (at for at in range(name.first + 1, name.last - 1) if not tokens.forms[at].islower())
    name.first = next(joined, name.last - 1)
    name.start = tokens.starts[name.first]
    name.entity = " ".join(tokens.span(name.first, name.last).split())
