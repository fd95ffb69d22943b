"""The calendar words of a language, added to its lexicon under the classes that templates use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.extract.periods.atoms import FRACTION, PREFIX
from factcheck.extract.words.vocabulary import Vocabulary


def register(vocabulary: Vocabulary) -> None:
    """Adds the calendar words of a language to its lexicon."""
    section = vocabulary.section("periods")
    cased = {word.lower() for word in section.get("cased", ())}
    vocabulary.lexicon.add_all("ahead", map(str, section.get("future_phrases", ())), True)
    for name, entries in section.get("words", {}).items():
        for payload, phrases in entries.items():
            for phrase in phrases:
                vocabulary.lexicon.add(PREFIX + name, phrase, payload, cased=phrase.lower() in cased)
    for entry in (
        entry for entries in vocabulary.section("numbers").get("fractions", {}).values() for entry in entries
    ):
        vocabulary.lexicon.add(FRACTION, entry, entry)  # a quarter can be one
    for phrase, m, bare in _months(vocabulary, section, cased):
        vocabulary.lexicon.add(PREFIX + "MONTH", phrase, (m, bare), cased=phrase.lower() in cased)
    for number, names in vocabulary.cldr.get("weekdays", {}).items():
        vocabulary.lexicon.add(PREFIX + "WEEKDAY", names[0], int(number), cased=names[0].lower() in cased)
        for short in names[1:]:
            vocabulary.lexicon.add(PREFIX + "WDSHORT", short.rstrip(".").title(), int(number), cased=True)
            vocabulary.lexicon.add(PREFIX + "WDSHORT", short.rstrip(".") + ".", int(number))
    for number, names in vocabulary.cldr.get("quarters", {}).items():
        for name in [f"{number}Q", *(name for name in names if len(name) == 2)]:
            vocabulary.lexicon.add(PREFIX + "QUARTER", f"{name[0]} {name[1]}", int(number))
            vocabulary.lexicon.add(PREFIX + "QUARTER", name, int(number))


def _months(vocabulary: Vocabulary, section: dict[str, Any], cased: set[str]) -> Iterator[tuple[str, int, bool | str]]:
    ambiguous = {word.lower() for word in section.get("ambiguous", ())}
    for number, names in vocabulary.cldr.get("months", {}).items():
        full = names[0]
        short = [*names[1:], *section.get("months", {}).get(int(number), ())]
        yield full, int(number), "check" if full.lower() in ambiguous else True  # "May", "March"
        for name in short:
            plain = name.rstrip(".")
            bare = plain.lower() not in ambiguous and ("check" if len(plain) < 5 else True)
            yield plain, int(number), bare
            yield plain + ".", int(number), bare
