"""The lexicon of one language and one rulebook, kept from one run for the next.

What stands in it is plain text but for the payloads, which are kept as what they can be made from again. The phrases
that begin with a word are unpacked when it comes up.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator
from dataclasses import fields
from operator import attrgetter
from sys import intern
from typing import Any

from factcheck.extract.metrics import find as metrics
from factcheck.extract.names import find as names
from factcheck.extract.numbers import find as numbers
from factcheck.extract.numbers.numerals import Atom
from factcheck.extract.periods import find as periods
from factcheck.extract.quantities import find as quantities
from factcheck.extract.quantities import units
from factcheck.extract.quantities.units import MoneyName, UnitName
from factcheck.extract.words import cues
from factcheck.extract.words.lexicon import Lexicon, Phrase
from factcheck.extract.words.vocabulary import Vocabulary, code, language_files
from factcheck.kept import CANONICAL, kept
from factcheck.rulebook import Entity, Metric, Rulebook

_WORDS = {"atom": Atom, "money": MoneyName, "unit": UnitName}
_KINDS = {kind: name for name, kind in _WORDS.items()}
_PARTS: dict[type, attrgetter[Any]] = {
    kind: attrgetter(*(part.name for part in fields(kind))) for kind in (Metric, Entity, Atom, MoneyName, UnitName)
}
_Heads = dict[str, list[tuple[str, Any]]]
_Packed = tuple[bytes, dict[str, int], _Heads]  # phrases by first word, where those of a word begin, last parts


def lexicon_of(vocabulary: Vocabulary, rulebook: Rulebook) -> Lexicon:
    """The words of a language with the metrics, things and entities of a rulebook."""
    sources = [
        *code(),
        units.SHARED.read_bytes(),
        *(path.read_bytes() for path in language_files(vocabulary.lang)),
        _fingerprint(rulebook, vocabulary.lang),
    ]
    content, places, heads = kept(f"words-{vocabulary.lang}", sources, lambda: _packed(_compile(vocabulary, rulebook)))
    whole = memoryview(content)
    payload = _unpacker(rulebook)

    def phrases(first: str) -> Iterator[Phrase]:
        if first in places:
            for category, template, cased, packed in marshal.loads(whole[places[first] :]):
                yield intern(category), template, cased, payload(packed)

    lexicon = Lexicon()
    lexicon.add_later(places, phrases)
    lexicon.add_heads({head: [(category, payload(packed)) for category, packed in heads[head]] for head in heads})
    return lexicon


def _compile(vocabulary: Vocabulary, rulebook: Rulebook) -> Lexicon:
    draft = Vocabulary(vocabulary.lang, vocabulary.words, vocabulary.cldr, stopwords=vocabulary.stopwords)
    for module in (cues, numbers, quantities, units, periods):
        module.register(draft)
    for named in (names, metrics):
        named.register(draft, rulebook)
    return draft.lexicon


def _packed(lexicon: Lexicon) -> _Packed:
    content, places = bytearray(), {}
    for first, found in lexicon.phrases.items():
        places[first] = len(content)
        content += marshal.dumps(
            [(category, template, cased, _pack(load)) for category, template, cased, load in found]
        )
    heads = {head: [(category, _pack(payload)) for category, payload in found] for head, found in lexicon.heads.items()}
    return bytes(content), places, heads


def _pack(payload: Any) -> tuple[Any, ...]:
    """A payload as plain data: what kind it is of, and its parts."""
    if isinstance(payload, Entity):
        return "entity", payload.name
    if isinstance(payload, tuple) and payload and isinstance(payload[0], Metric):
        return "metric", payload[0].id, payload[1]
    name = _KINDS.get(type(payload))
    return (name, *_row(payload)) if name else ("", payload)


def _unpacker(rulebook: Rulebook) -> Callable[[tuple[Any, ...]], Any]:
    entities, known = rulebook.entities, rulebook.metrics

    def payload(packed: tuple[Any, ...]) -> Any:
        kind = packed[0]
        if not kind:
            return packed[1]
        if kind == "metric":
            return known[packed[1]], packed[2]
        return entities[packed[1]] if kind == "entity" else _WORDS[kind](*packed[1:])

    return payload


def _row(item: Any) -> tuple[Any, ...]:
    values: tuple[Any, ...] = _PARTS[type(item)](item)
    return values


def _fingerprint(rulebook: Rulebook, lang: str) -> bytes:
    """What a rulebook says of the words of a language, in bytes."""
    said = (
        [
            [part.get(lang) if isinstance(part, dict) else part for part in _row(metric)]
            for metric in rulebook.metrics.values()
        ],
        [_row(entity) for entity in rulebook.entities.values()],
        [(thing, named.get(lang)) for thing, named in rulebook.things.items()],
        sorted(rulebook.people),
    )
    try:
        return marshal.dumps(said, CANONICAL)
    except ValueError:  # a date, where somebody's rule has one for a title
        return repr(said).encode()
