"""Places that all languages write alike; one whose name is another word too needs a word for a place before it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.tokens import Hit, Tokens
from factcheck.extract.words.vocabulary import LANGUAGES, Vocabulary, load_yaml

_LED = "led_region"
_OF = ("place_noun", "title")  # before "of" and a place: the state of Orlin, the governor of Orlin


@lru_cache(maxsize=1)
def _listed() -> dict[str, dict[str, list[str]]]:
    return load_yaml(LANGUAGES / "shared" / "places.yml")


def places(vocabulary: Vocabulary, kind: str = "places") -> Iterator[tuple[str, str]]:
    """The places that a language has no other word or country for, each with its country; as owners too: Orlins."""
    own = _own(vocabulary)
    ending = vocabulary.section("grammar").get("genitive") or ""
    for code, names in _listed()[kind].items() if vocabulary.section("regions") else ():
        for name in names:
            if name not in own:
                yield from ((form, code) for form in dict.fromkeys((name, name + ending)) if form not in own)


def _own(vocabulary: Vocabulary) -> set[str]:
    """The names of places that the files of a language hold, as printed."""
    section: dict[str, Any] = dict(vocabulary.section("regions"))
    listed = [*(section.pop("cased", None) or {}).values(), *section.values()]
    named = {form for names in listed for name in names or () for form in expand(str(name))}
    return named.union(vocabulary.cldr.get("regions", {}).values(), vocabulary.cldr.get("cities", {}))


def register(vocabulary: Vocabulary) -> None:
    """Adds these places, in capitals too."""
    for kind, category in (("places", "region"), ("led", _LED)):
        for name, code in places(vocabulary, kind):
            forms = (name, name.upper()) if len(name) > 4 else (name,)
            vocabulary.lexicon.add_all(category, forms, code, cased=True)


def heed(tokens: Tokens) -> None:
    """Takes an ambiguous name for a place behind a preposition of place: in Orlin, the state of Orlin."""
    found = tokens.hits.get(_LED)
    if found:
        hits = [hit for hit in found if _is_led(hit, tokens)]
        if hits:
            tokens.take({**tokens.hits, "region": sorted([*tokens.hits.get("region", ()), *hits])})


def _is_led(hit: Hit, tokens: Tokens) -> bool:
    """Whether a place is spoken of right before a name, and the name goes no further."""
    first, last, _ = hit
    if last < len(tokens) and tokens.forms[last][0].isupper():
        return False
    of = tokens.after("of").get(first)
    return first in tokens.after("locative") or (of is not None and any(of[0] in tokens.after(kind) for kind in _OF))
