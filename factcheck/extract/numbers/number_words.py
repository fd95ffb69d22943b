"""Reads the number words and numeral rules of a language file into its vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.extract.numbers.compounds import Compounds
from factcheck.extract.numbers.numerals import Atom, Numerals, Place, spellings, words_of
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.vocabulary import Vocabulary

_PLACES: tuple[tuple[str, Place], ...] = (
    ("ones", "one"),
    ("teens", "teen"),
    ("tens", "ten"),
    ("whole", "teen"),
    ("hundreds", "hundred"),
    ("scales", "scale"),
    ("collectives", "collective"),
)
VULGAR = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
    "⅒": 1 / 10,
}


def register(vocabulary: Vocabulary) -> None:
    """Adds the number words of a language to its lexicon."""
    section, lexicon = vocabulary.section("numbers"), vocabulary.lexicon
    for word, atom in _atoms(section).items():
        lexicon.add("q_number", word, atom)
    for sign, value in VULGAR.items():
        lexicon.add("q_vulgar", sign, value)
    for name, scale in (section.get("suffixes") or {}).items():
        lexicon.add("q_suffix", str(name), float(scale), cased=True)
    half = section.get("half") or {}
    lexicon.add_all("q_number", half.get("before") or (), Atom(0.5, "half"))
    lexicon.add_all("q_tail", half.get("after") or (), 0.5)
    _add_ordinals(vocabulary, section)
    shares = vocabulary.section("quantities").get("shares") or {}
    lexicon.add_all("q_among", shares.get("among") or (), True)


def prepare(vocabulary: Vocabulary) -> None:
    """Keeps the rules of a language's numerals in `vocabulary.compiled`."""
    section, shares = vocabulary.section("numbers"), vocabulary.section("quantities").get("shares") or {}
    vocabulary.compiled["numerals"] = _rules(vocabulary, section, shares, _atoms(section))


def _add_ordinals(vocabulary: Vocabulary, section: Mapping[str, Any]) -> None:
    """Ordinals, and the words of fractions; an ordinal from the eleventh on is a denominator too."""
    lexicon, fractions = vocabulary.lexicon, section.get("fractions") or {}
    for template, value in (section.get("ordinals") or {}).items():
        for word in (spelled for phrase in expand(str(template)) for spelled in spellings(phrase)):
            lexicon.add("q_ordinal", word, float(value))
            if float(value) > 10 and float(value) not in fractions and " " not in word:
                lexicon.add("q_fraction", word, float(value))
    for key, category in ((fractions, "q_fraction"), (section.get("fraction_names") or {}, "q_fraction_name")):
        for denominator, templates in key.items():
            for word in (s for template in templates for phrase in expand(str(template)) for s in spellings(phrase)):
                lexicon.add(category, word, float(denominator))


def _atoms(section: Mapping[str, Any]) -> dict[str, Atom]:
    plurals = {str(word): float(value) for word, value in (section.get("plurals") or {}).items()}
    alone = words_of(section.get("alone"))
    atoms: dict[str, Atom] = {}
    for key, place in _PLACES:
        for word, value in (section.get(key) or {}).items():
            atoms[str(word)] = Atom(float(value), place, str(word) in plurals, alone=str(word) in alone)
    for word, value in (section.get("rough") or {}).items():
        atoms[str(word)] = Atom(float(value), "collective", str(word) in plurals, rough=True)
    for word, value in plurals.items():
        if word not in atoms:
            atoms[word] = Atom(value, "collective" if value < 1000 else "scale", True)
    for word in section.get("several") or ():
        atoms[str(word)] = Atom(1.0, "several")
    for word in [word for word in atoms if not word.isascii()]:
        for spelled in spellings(word):
            atoms.setdefault(spelled, atoms[word])
    return atoms


def _rules(
    vocabulary: Vocabulary, section: Mapping[str, Any], shares: Mapping[str, Any], atoms: dict[str, Atom]
) -> Numerals:
    quantities = vocabulary.section("quantities")
    one = section.get("one") or {}
    moves = quantities.get("moves") or {}
    ranges = quantities.get("ranges") or {}
    joiners = {str(word): words_of(places) for word, places in (section.get("joiners") or {}).items()}
    return Numerals(
        decimal=vocabulary.cldr.get("separators", {}).get("decimal", "."),
        joiners=joiners,
        teens_after=frozenset(float(value) for value in section.get("teens_after") or ()),
        points=frozenset(spelled for word in section.get("point") or () for spelled in spellings(str(word))),
        minus=words_of(section.get("minus")),
        minus_weak=words_of(section.get("minus_weak")),
        plus=words_of(section.get("plus")),
        articles=words_of(section.get("articles")),
        counted_article=bool(section.get("counted_article")),
        several_articles=words_of(section.get("several_articles")),
        filled=words_of(section.get("filled")),
        of=words_of(quantities.get("of")),
        one=words_of(one.get("words")),
        one_not_after=words_of(one.get("not_after")),
        one_not_before=words_of(one.get("not_before")),
        fraction_needs=words_of(section.get("fraction_needs")),
        sure_fractions=frozenset(float(value) for value in section.get("sure_fractions") or ()),
        suffix_first=bool(section.get("suffix_first")),
        measured_before=words_of(section.get("measured_before")),
        not_halves=words_of(section.get("not_halves")),
        after_one=words_of(section.get("after_one")),
        every=words_of(shares.get("every")),
        every_from=int(shares.get("every_from") or 2),
        among=words_of(shares.get("among")),
        over=words_of(shares.get("over")),
        mixed=words_of(section.get("mixed")),
        parts=words_of(section.get("parts")),
        fraction_signs=words_of(["/", *(shares.get("over") or ()), *(section.get("parts") or ())]),
        split_tens=bool(section.get("split_tens")),
        ordinal_suffixes=words_of(section.get("ordinal_suffixes")),
        ordinal_dot=bool(vocabulary.section("grammar").get("ordinal_dot")),
        compounds=Compounds.build(section.get("compounds") or {}, atoms),
        by=words_of(moves.get("by")),
        range_words=words_of([*(ranges.get("to") or ()), *(ranges.get("or") or ())]),
        measured=words_of(section.get("measured")),
    )
