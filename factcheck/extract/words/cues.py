"""Cue words: the lists of a language file that mark sources, stance, restrictors and non-claims."""

from __future__ import annotations

from collections import Counter
from typing import Any

from factcheck.extract.words import alike, parted
from factcheck.extract.words.lexicon import OFFICE_HEAD, expand
from factcheck.extract.words.vocabulary import Vocabulary

_AGENT = 2  # words of a participle with "by"
_TONGUE = "sch"  # how the name of a language ends where nouns have capitals
_DESCRIBED, _MANY = 2, 2  # words of a body without a name, and how many of its kind tell that there are several

# section of the language file -> prefix of the lexicon category
_PREFIX = {"attribution": "", "restrictors": "r_", "not_claims": "no_"}
_FROM_NAMES = {
    "pronouns": "pronoun",
    "idle_pronouns": "idle_pronoun",
    "owners": "theirs",
    "personal": "personal",
    "generic": "generic",
    "of": "of",
    "possessive": "possessive",
    "copulas": "copula",
    "change": "change",
    "determiners": "determiner",
    "definite": "definite",
    "locative": "locative",
    "titles": "title",
    "roles": "role",
    "works": "work",
    "in_turn": "in_turn",
    "with": "with",
}
_FROM_GRAMMAR = {
    "prepositions": "preposition",
    "object_marks": "object_mark",
    "conjunctions": "conjunction",
    "relatives": "relative",
    "price_prepositions": "for_price",
    "present": "present",
    "whens": "when",
    "dated_attributes": "dated_attribute",
    "dated_documents": "dated_document",
    "causes": "cause",
    "beginnings": "begin",
    "closings": "closing",
    "tongues": "tongue",
    "surveys": "survey",
    "revisions": "revision",
    "than": "than",
    "of_them": "of_them",
    "extreme": "extreme",
    "set_against": "set_against",
    "change_bases": "change_base",
    "compared_with": "compared_with",
    "plans": "budget",
    "people": "people",
    "persons": "person",
    "speculation": "speculation",
    "wholes": "whole",
    "idioms": "idiom",
    "ranked": "ranked",
    "deals": "deal",
    "bids": "bid",
    "numbers_of": "number_of",
    "bare_nouns": "bare_noun",
    "modals": "modal",
    "players": "player",
    "products": "product",
    "app_stores": "app_store",
    "makes_up": "makes_up",
    "paid_in": "paid_in",
}


def register(vocabulary: Vocabulary) -> None:
    """Adds every cue list to the lexicon, one category a list."""
    for section, prefix in _PREFIX.items():
        for key, entries in vocabulary.section(section).items():
            _add(vocabulary, prefix + key, entries)
    for section, names in (("names", _FROM_NAMES), ("grammar", _FROM_GRAMMAR)):
        for key, category in names.items():
            _add(vocabulary, category, vocabulary.section(section).get(key, ()))
    if vocabulary.section("grammar").get("compound_nouns"):
        _add_offices(vocabulary)
    lands = vocabulary.section("names").get("place_nouns") or {}
    _add(vocabulary, "land", lands.get("countries", ()))
    for nouns in lands.values():
        _add(vocabulary, "place_noun", nouns)
    _add_agents(vocabulary)
    _add_states(vocabulary)
    _add(vocabulary, "restating", vocabulary.section("quantities").get("moves", {}).get("apposition"))
    if vocabulary.section("grammar").get("noun_head") != "first":
        called = vocabulary.section("names").get("generic", ())
        heads = {phrase.split()[-1]: None for entry in called for phrase in expand(entry)}
        unnamed = vocabulary.section("attribution").get("unnamed", ())
        bodies = [phrase.split() for entry in unnamed for phrase in expand(entry)]
        kinds = Counter(words[-1] for words in bodies if len(words) == _DESCRIBED)
        _add(vocabulary, "called", [head for head in heads if kinds[head] < _MANY])  # the weather agency is no firm
    _add_regions(vocabulary)


def _add_states(vocabulary: Vocabulary) -> None:
    """Bodies and parties that tell which country an article is about; those with capitals as printed."""
    for code, names in (vocabulary.section("grammar").get("states") or {}).items():
        for name in map(str, names):
            vocabulary.lexicon.add("state", name, str(code), cased=name[:2].isupper())


def _add(vocabulary: Vocabulary, category: str, entries: Any) -> None:
    for entry in entries or ():
        if isinstance(entry, str) and parted.GAP in entry:
            parted.add(vocabulary.lexicon, category, entry)
        elif isinstance(entry, str):
            vocabulary.lexicon.add(category, entry, entry)


def _add_agents(vocabulary: Vocabulary) -> None:
    """Lets a date stand between a participle and "by": released on Friday by the bank."""
    for entry in vocabulary.section("attribution").get("by", ()):
        for words in (phrase.split() for phrase in expand(entry)):
            if len(words) == _AGENT:
                vocabulary.lexicon.add("by_verb", words[0], words[1])


def _add_offices(vocabulary: Vocabulary) -> None:
    """Lets a compound be what its last part is: Hafenchef, Polizeisprecherin, Hafenstatistik."""
    for category, entries in (
        ("tongue", vocabulary.section("grammar").get("tongues", ())),
        ("title", vocabulary.section("names").get("titles", ())),
        ("spokesperson", vocabulary.section("attribution").get("spokesperson", ())),
        ("data", vocabulary.section("attribution").get("data_heads", ())),
    ):
        for entry in entries:
            vocabulary.lexicon.add_head(category, entry, entry, OFFICE_HEAD)


def _add_regions(vocabulary: Vocabulary) -> None:
    """Places: hand-written names and demonyms first, then those of CLDR, then those written alike."""
    lexicon = vocabulary.lexicon
    hand = dict(vocabulary.section("regions"))
    hand.pop("prepositions", None)
    for code, names in (hand.pop("cased", None) or {}).items():
        lexicon.add_all("region", map(str, names), _code(code), cased=True)
        lexicon.add_all("region", (str(name).upper() for name in names if len(str(name)) > 4), _code(code), cased=True)
    capitals = vocabulary.section("grammar").get("nouns_capitalised")
    for code, names in hand.items():
        for name in map(str, names or ()):
            for phrase in expand(name) if capitals else (name,):
                tongue = bool(capitals) and phrase.islower() and phrase.endswith(_TONGUE)  # Deutsch is no place
                lexicon.add("region", phrase, _code(code), cased=tongue)
    for key in ("regions", "cities"):
        for name, code in _cldr_places(vocabulary.cldr, key):
            lexicon.add("region", name, _code(code), cased=True)
    alike.register(vocabulary)


def _cldr_places(cldr: dict[str, Any], key: str) -> list[tuple[str, str]]:
    table = cldr.get(key) or {}
    pairs = [(name, code) for code, name in table.items()] if key == "regions" else list(table.items())
    return [(name, str(code)) for name, code in pairs if "(" not in name and "[" not in name]


def _code(code: Any) -> str:
    text = str(code)
    return "world" if text in ("001", "1") else text.zfill(3) if text.isdigit() else text
