"""Vocabularies ready for use: a language's words and the rulebook's names in one lexicon."""

from __future__ import annotations

from factcheck.extract.names import find as names
from factcheck.extract.numbers import find as numbers
from factcheck.extract.quantities import find as quantities
from factcheck.extract.quantities import units
from factcheck.extract.words.vocabulary import Vocabulary, read_language
from factcheck.extract.words.wordbook import lexicon_of
from factcheck.rulebook import Rulebook

_compiled: dict[tuple[str, int], tuple[Rulebook, Vocabulary]] = {}


def vocabulary_for(lang: str, rulebook: Rulebook) -> Vocabulary:
    """The compiled vocabulary of a language with the metrics and entities of a rulebook; kept for the next call."""
    key = (lang, id(rulebook))
    if key not in _compiled:
        base = read_language(lang)
        vocabulary = Vocabulary(lang, base.words, base.cldr, lexicon_of(base, rulebook), base.stopwords)
        for module in (numbers, quantities, units, names):
            module.prepare(vocabulary)
        _compiled[key] = (rulebook, vocabulary)
    return _compiled[key][1]
