"""The words around numbers, compiled from the `quantities` section: qualifiers, ranges, moves, rates, multiples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.extract.numbers.numerals import words_of
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Phrases:
    """Single words that are looked up by set, and flags; longer phrases are in the lexicon."""

    of: frozenset[str]
    of_phrases: frozenset[str]
    marks: frozenset[str]  # the 300 million mark
    articles: frozenset[str]  # between qualifier and percentage: oltre il 3 %
    known: frozenset[str]  # articles of a figure that another is compared with: below the 3 % of May
    time_before: frozenset[str]  # words before them and behind the duration that make them qualifiers nevertheless
    time_after: frozenset[str]
    not_time: frozenset[str]  # qualifiers that mean something else before a duration: over five years
    range_to: frozenset[str]
    range_free: frozenset[str]  # links that need no opening word: 3 to 5
    range_and: frozenset[str]
    range_or: frozenset[str]
    always_to: frozenset[str]
    per: frozenset[str]
    per_sure: frozenset[str]  # words for "per" that mean nothing else
    not_rates: frozenset[str]
    rate_nouns: frozenset[str]
    bases: frozenset[float]
    by_strict: frozenset[str]
    by_alone: frozenset[str]  # words for "by" that lead to a difference whatever the verb
    beyond: frozenset[str]  # behind a verb of change, what leads to the level reached and to no difference: oltre i 40
    not_by: frozenset[str]  # before those, verbs that tell of none: followed by 3 %
    times_after: frozenset[str]
    noun_stop: frozenset[str]
    noun_most: int
    noun_ends: str
    noun_not_ends: tuple[str, ...]
    noun_agrees: tuple[str, ...]  # endings of plural nouns and adjectives alike
    noun_skip: frozenset[str]  # before the noun: six more ferries
    noun_ending_words: frozenset[str]
    unit_adjectives: frozenset[str]  # between number and unit: three full years
    apposition: frozenset[str]  # between two ways to say one change: 45 points, or 1.1 %
    point_nouns: frozenset[str]
    nouns_capitalised: bool
    cents_default: str
    year_before: frozenset[str]
    counted_nouns: frozenset[str]  # what digits before it are the number of, and no year: 1950 employees


def register(vocabulary: Vocabulary) -> None:
    """Adds the phrases to the lexicon."""
    section = vocabulary.section("quantities")
    _add_qualifiers(vocabulary, section)
    _add_moves(vocabulary, section)
    lexicon = vocabulary.lexicon
    ranges = section.get("ranges") or {}
    for key in ("between", "from"):
        lexicon.add_all(f"q_{key}", map(str, ranges.get(key) or ()), True)
    lexicon.add_all("q_range_to", map(str, ranges.get("to") or ()), True)
    lexicon.add_all("q_of", map(str, section.get("of") or ()), True)
    multiples = section.get("multiples") or {}
    lexicon.add_all("q_times", map(str, multiples.get("times") or ()), True)
    lexicon.add_all("q_times_by", map(str, multiples.get("by") or ()), True)
    for factor, phrases in (multiples.get("names") or {}).items():
        lexicon.add_all("q_multiple", map(str, phrases), float(factor))
    rates = section.get("rates") or {}
    lexicon.add_all("q_per", [str(phrase) for phrase in rates.get("per") or () if " " in str(phrase)], True)
    for unit, phrases in (rates.get("adverbs") or {}).items():
        lexicon.add_all("q_adverb", map(str, phrases), str(unit))
    lexicon.add_all("q_data_rate", map(str, section.get("data_rates") or ()), True)
    for noun in rates.get("nouns") or ():
        lexicon.add("q_base_noun", str(noun), True)


def prepare(vocabulary: Vocabulary) -> None:
    """Keeps the words that are looked up by set in `vocabulary.compiled`."""
    vocabulary.compiled["phrases"] = _phrases(vocabulary, vocabulary.section("quantities"))


def _add_qualifiers(vocabulary: Vocabulary, section: Mapping[str, Any]) -> None:
    qualifiers = section.get("qualifiers") or {}
    for place in ("before", "after"):
        for bound, phrases in (qualifiers.get(place) or {}).items():
            vocabulary.lexicon.add_all(f"q_{place}", map(str, phrases or ()), str(bound))


def _add_moves(vocabulary: Vocabulary, section: Mapping[str, Any]) -> None:
    """Verbs and nouns of change; those of an object ("raised $5m") make only percentages a change."""
    moves = section.get("moves") or {}
    for key, payload in (
        ("up", ("up", False)),
        ("down", ("down", False)),
        ("neutral", (None, False)),
        ("up_object", ("up", True)),
        ("down_object", ("down", True)),
        ("still", None),
    ):
        vocabulary.lexicon.add_all("q_move", map(str, moves.get(key) or ()), payload)
    for key in ("by", "to", "from"):
        vocabulary.lexicon.add_all(f"q_link_{key}", map(str, moves.get(key) or ()), True)
    for direction, phrases in (moves.get("after") or {}).items():
        if direction in ("up", "down"):
            vocabulary.lexicon.add_all("q_move_after", map(str, phrases or ()), direction)
    for direction, phrases in ((moves.get("after") or {}).get("counted") or {}).items():
        vocabulary.lexicon.add_all("q_move_counted", map(str, phrases or ()), direction)
    for direction, phrases in (moves.get("of_points") or {}).items():
        vocabulary.lexicon.add_all("q_move_points", map(str, phrases or ()), direction)
    vocabulary.lexicon.add_all("q_move_between", map(str, (moves.get("after") or {}).get("between") or ()), True)


def _expanded(entries: Any) -> frozenset[str]:
    return frozenset(phrase.lower() for entry in entries or () for phrase in expand(str(entry)))


def _phrases(vocabulary: Vocabulary, section: Mapping[str, Any]) -> Phrases:
    ranges, rates = section.get("ranges") or {}, section.get("rates") or {}
    moves, grammar = section.get("moves") or {}, vocabulary.section("grammar")
    of = _expanded(section.get("of"))
    return Phrases(
        of=frozenset(word for word in of if " " not in word),
        of_phrases=of,
        marks=_expanded((section.get("qualifiers") or {}).get("marks")),
        articles=_expanded((section.get("qualifiers") or {}).get("articles")),
        known=_expanded((section.get("qualifiers") or {}).get("known")),
        time_before=_expanded((section.get("qualifiers") or {}).get("time_before")),
        time_after=_expanded((section.get("qualifiers") or {}).get("time_after")),
        not_time=_expanded((section.get("qualifiers") or {}).get("not_time")),
        range_to=_expanded(ranges.get("to")),
        range_free=_expanded(ranges.get("free")),
        range_and=_expanded(ranges.get("and")),
        range_or=_expanded(ranges.get("or")),
        always_to=_expanded(moves.get("always_to")),
        per=frozenset(word for word in words_of(rates.get("per")) if " " not in word),
        per_sure=_expanded(rates.get("sure")),
        not_rates=_expanded(rates.get("not_before")),
        rate_nouns=_expanded(rates.get("nouns")),
        bases=frozenset(float(base) for base in rates.get("bases") or ()),
        by_strict=_expanded(moves.get("by_strict")),
        by_alone=_expanded(moves.get("by_alone")),
        beyond=_expanded(moves.get("beyond")),
        not_by=_expanded(moves.get("not_by")),
        times_after=_expanded((section.get("multiples") or {}).get("after")),
        unit_adjectives=_expanded(section.get("unit_adjectives")),
        apposition=_expanded(moves.get("apposition")),
        point_nouns=_expanded(moves.get("point_nouns")),
        nouns_capitalised=bool(grammar.get("nouns_capitalised")),
        cents_default=str(section.get("cents_default") or "EUR"),
        year_before=_expanded(section.get("year_before")),
        counted_nouns=frozenset(vocabulary.section("periods").get("not_year_after", ())),
        **_of_nouns(vocabulary, section.get("noun") or {}),
    )


def _of_nouns(vocabulary: Vocabulary, noun: Mapping[str, Any]) -> dict[str, Any]:
    """What tells where the noun behind a number ends."""
    grammar, names = vocabulary.section("grammar"), vocabulary.section("names")
    stop = _expanded(noun.get("stop")) | vocabulary.stopwords
    for key in ("prepositions", "conjunctions", "relatives"):
        stop |= _expanded(grammar.get(key))
    for key in ("copulas", "pronouns", "determiners"):
        stop |= _expanded(names.get(key))
    return {
        "noun_stop": stop,
        "noun_most": int(noun.get("most") or 4),
        "noun_ends": str(noun.get("ends") or ""),
        "noun_not_ends": tuple(str(ending) for ending in noun.get("not_ends") or ()),
        "noun_agrees": tuple(str(ending) for ending in noun.get("agrees") or ()),
        "noun_skip": _expanded(noun.get("skip")),
        "noun_ending_words": _expanded(noun.get("ending_words")),
    }
