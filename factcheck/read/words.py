"""The two sections of the language files that reading needs; the rest of those files is not parsed."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

import factcheck.languages

_FOLDER = Path(factcheck.languages.__file__).parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SECTION = r"^{}:.*\n?(?:(?:[ \t#-].*)?(?:\n|\Z))*?(?=^[a-z]|\Z)"


@lru_cache(maxsize=1)
def known_languages() -> tuple[str, ...]:
    """The codes of the languages that have a file."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


@lru_cache(maxsize=1)
def stopwords() -> dict[str, frozenset[str]]:
    """The function words of each language."""
    return {
        lang: frozenset(str(word).lower() for word in _section(lang, "stopwords") or ()) for lang in known_languages()
    }


@lru_cache(maxsize=32)
def page_words(lang: str) -> dict[str, tuple[str, ...]]:
    """The words that mark what surrounds an article, lower case: `credits` of pictures, `related` links."""
    found = (_section(lang, "page") or {}) if lang in known_languages() else {}
    return {
        key: tuple(sorted((str(word).lower() for word in words), key=len, reverse=True)) for key, words in found.items()
    }


def _section(lang: str, name: str) -> Any:
    text = (_FOLDER / f"{lang}.yml").read_text(encoding="utf-8")
    match = re.search(_SECTION.format(name), text, re.M)
    return yaml.load(match.group(), Loader=_Loader)[name] if match else None
