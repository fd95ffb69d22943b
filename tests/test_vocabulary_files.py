"""The cue-word sections of the language files: one shape in every language, templates that expand, codes that exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from factcheck.extract.words.lexicon import Lexicon, expand
from factcheck.extract.words.tokens import tokenize
from factcheck.extract.words.vocabulary import LANGUAGES, languages, load_yaml

SECTIONS = ("regions", "attribution", "names", "restrictors", "not_claims")
LISTS = {
    "attribution": {
        "say",
        "according",
        "by",
        "data",
        "unnamed",
        "quote_marks",
        "forecast",
        "plan",
        "target",
        "offer",
        "rumour",
        "conditional",
        "denied",
        "negation",
    },
    "names": {
        "corporate",
        "titles",
        "particles",
        "determiners",
        "pronouns",
        "generic",
        "of",
        "possessive",
        "calendar",
        "copulas",
        "change",
    },
    "restrictors": {"who", "which", "when", "part", "role", "contrast"},
    "not_claims": {"labels", "abstract", "age", "ordinal_things", "score", "quarter_words"},
}
MAY_BE_EMPTY = {
    ("names", "idle_pronouns"),  # where pronouns are left out
    ("attribution", "according_behind"),
    ("attribution", "according_parted"),
    ("attribution", "bodies"),
    ("attribution", "data_heads"),
    ("attribution", "impersonal"),
    ("attribution", "parting"),
    ("attribution", "the_many"),
    ("names", "lower_places"),
    ("names", "possessive"),
    ("not_claims", "quarter_words"),
    ("not_claims", "streets_before"),
    ("not_claims", "streets_after"),
    ("not_claims", "street_endings"),
}
REGION_WORDS = {"world", "domestic", "prepositions", "cased"}
WORDS_LOOKED_UP_WHOLE = ("corporate", "titles", "particles", "determiners", "calendar")
TEMPLATE_SIGNS = set("[]()|")

Place = tuple[str, str]  # language and section


def words(lang: str) -> dict[str, Any]:
    return load_yaml(LANGUAGES / f"{lang}.yml")


def lists(lang: str) -> Iterator[tuple[str, list[Any]]]:
    """Every list of the cue-word sections with its path."""
    data = words(lang)
    for section in SECTIONS:
        for key, entries in data.get(section, {}).items():
            if isinstance(entries, dict):
                yield from ((f"{section}.{key}.{code}", names) for code, names in entries.items())
            elif key != "quote_marks":
                yield f"{section}.{key}", entries
    yield "stopwords", data["stopwords"]


def region_codes() -> set[str]:
    return set(load_yaml(LANGUAGES / "cldr" / "en.yml")["regions"]) | {"world", "domestic"}


def named_regions(lang: str) -> set[str]:
    regions = words(lang)["regions"]
    return set(regions) | set(regions["cased"])


def left_out(lang: str, section: str) -> bool:
    """Whether a language that is not complete yet leaves a section out."""
    return section not in words(lang) and bool(words(lang).get("partial"))


every_language = pytest.mark.parametrize("lang", languages())


@every_language
@pytest.mark.parametrize("section", sorted(LISTS))
def test_each_section_has_the_same_lists_in_every_language(lang: str, section: str) -> None:
    if left_out(lang, section):
        return
    found = words(lang)[section]
    assert set(found) <= set(words("en")[section])
    assert words(lang).get("partial") or set(found) >= LISTS[section] | set(words("en")[section])
    assert [key for key, entries in found.items() if not entries and (section, key) not in MAY_BE_EMPTY] == []


@every_language
def test_the_same_peoples_are_named_in_every_language(lang: str) -> None:
    assert left_out(lang, "regions") or named_regions("en") <= named_regions(lang)


@every_language
def test_entries_are_plain_strings(lang: str) -> None:
    for path, entries in lists(lang):
        assert all(isinstance(entry, str) for entry in entries), f"{lang} {path}"
        assert not [entry for entry in entries if not entry or entry != " ".join(entry.split())], f"{lang} {path}"


@every_language
def test_templates_expand_to_phrases_without_signs(lang: str) -> None:
    for path, entries in lists(lang):
        for entry in entries:
            phrases = list(expand(entry))
            assert all(phrase and tokenize(phrase).words for phrase in phrases), f"{lang} {path}: {entry!r}"
            assert not any(TEMPLATE_SIGNS & set(phrase) for phrase in phrases), f"{lang} {path}: {entry!r}"


@every_language
def test_no_list_says_a_phrase_twice(lang: str) -> None:
    for path, entries in lists(lang):
        counts = Counter(phrase for entry in entries for phrase in expand(entry))
        assert not [phrase for phrase, count in counts.items() if count > 1], f"{lang} {path}"


@every_language
def test_region_codes_are_known(lang: str) -> None:
    if left_out(lang, "regions"):
        return
    regions = words(lang)["regions"]
    assert all(isinstance(code, str) for code in [*regions, *regions["cased"]])
    assert (set(regions) | set(regions["cased"])) - REGION_WORDS <= region_codes()


@every_language
def test_a_name_stands_for_one_region(lang: str) -> None:
    if left_out(lang, "regions"):
        return
    regions = words(lang)["regions"]
    named: dict[str, set[str]] = {}
    pairs = [(code, names) for code, names in regions.items() if code not in ("cased", "prepositions")]
    for code, names in pairs + list(regions["cased"].items()):
        for phrase in (phrase for name in names for phrase in expand(name)):
            named.setdefault(phrase.lower(), set()).add(code)
    assert {phrase: codes for phrase, codes in named.items() if len(codes) > 1} == {}


@every_language
def test_lists_looked_up_word_by_word_hold_no_templates(lang: str) -> None:
    for key in WORDS_LOOKED_UP_WHOLE:
        assert not [entry for entry in words(lang).get("names", {}).get(key, ()) if TEMPLATE_SIGNS & set(entry)], (
            f"{lang} names.{key}"
        )


@every_language
def test_stopwords_are_many_lower_case_and_single(lang: str) -> None:
    stopwords = words(lang)["stopwords"]
    assert len(stopwords) >= 200
    assert [word for word in stopwords if word != word.lower() or " " in word] == []


@every_language
def test_quote_marks_come_in_pairs(lang: str) -> None:
    for pair in words(lang).get("attribution", {}).get("quote_marks", ()):
        assert [len(mark) for mark in pair] == [1, 1]


# Everyday words and firms that a careless list would take for a cue.
@pytest.mark.parametrize(
    ("lang", "path", "phrase"),
    [
        ("en", "names.titles", "general"),  # General Motors
        ("en", "attribution.rumour", "may"),  # the month
        ("en", "attribution.offer", "offers"),  # "offers 40 million songs"
        ("en", "attribution.target", "target"),  # the retailer
        ("es", "attribution.target", "meta"),
        ("pt", "attribution.target", "meta"),
        ("pt", "attribution.target", "visa"),
        ("pt", "attribution.conditional", "se"),  # mostly the reflexive pronoun
        ("de", "attribution.forecast", "wird"),  # mostly the passive
        ("de", "attribution.offer", "forderte"),  # "forderte 20 Tote"
        ("fr", "attribution.negation", "ne"),  # "ne ... que" is no denial
        ("fr", "attribution.denied", "rejette"),
        ("it", "regions.US", "usa"),  # the verb
        ("it", "not_claims.labels", "a"),
        ("fr", "not_claims.labels", "a"),
        ("nl", "attribution.forecast", "wordt"),  # mostly the passive
        ("nl", "regions.LV", "let"),  # the verb
    ],
)
def test_ambiguous_words_are_left_out(lang: str, path: str, phrase: str) -> None:
    entries = dict(lists(lang))[path]
    assert phrase not in {expanded.lower() for entry in entries for expanded in expand(entry)}


@pytest.mark.parametrize(
    ("lang", "path", "text"),
    [
        ("en", "attribution.according", "According to Harbour Line, 3 million"),
        ("en", "restrictors.role", "up from 3 million a year earlier"),
        ("en", "not_claims.age", "a 25-year-old driver"),
        ("fr", "names.of", "45 % des abonnés de l'opérateur"),
        ("fr", "names.of", "le chiffre d’affaires"),
        ("fr", "regions.US", "une entreprise américaine"),
        ("de", "not_claims.age", "der 25-jährige Fahrer"),
        ("de", "regions.FR", "die französischen Kunden"),
        ("es", "restrictors.part", "3.000 empleados, de los cuales 200"),
        ("it", "names.of", "il 45% dell’utenza"),
        ("it", "attribution.by", "i dati diffusi dall’istituto"),
        ("pt", "restrictors.role", "mais 3% face ao ano anterior"),
        ("pt", "attribution.say", "a empresa anunciou"),
        ("nl", "not_claims.age", "een 25-jarige bestuurder"),
        ("nl", "regions.FR", "de Franse klanten"),
        ("nl", "restrictors.part", "3.000 werknemers, van wie 200"),
    ],
)
def test_entries_are_found_in_running_text(lang: str, path: str, text: str) -> None:
    lexicon = Lexicon()
    lexicon.add_all("cue", dict(lists(lang))[path], path)
    assert lexicon.scan(tokenize(text)).get("cue")
