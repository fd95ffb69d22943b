"""The two sections of the language files that reading needs; the rest of those files is not parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import factcheck.languages
from factcheck.kept import kept
from factcheck.yamlfile import parse_all, parse_yaml

_FOLDER = Path(factcheck.languages.__file__).parent
_KEY = re.compile(r"^(\w+):", re.M)


@lru_cache(maxsize=1)
def known_languages() -> tuple[str, ...]:
    """The codes of the languages that have a file."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


@lru_cache(maxsize=1)
def stopwords() -> dict[str, frozenset[str]]:
    """The function words of each language; an elided one ("l'") without its apostrophe."""
    texts = [_path(lang).read_bytes() for lang in known_languages()]
    lists = kept("stopwords", [Path(__file__).read_bytes(), *texts], _stopwords)
    return {lang: frozenset(words) for lang, words in lists.items()}


def _stopwords() -> dict[str, list[str]]:
    sections = {lang: parse_yaml(_section(lang, "stopwords")) or {} for lang in known_languages()}
    words = {lang: section.get("stopwords") or () for lang, section in sections.items()}
    return {lang: [word.rstrip("'’") for word in _lower(own)] for lang, own in words.items()}


@lru_cache(maxsize=32)
def page_words(lang: str) -> dict[str, tuple[str, ...]]:
    """The words that mark what surrounds an article, lower case: `credits` of pictures, `related` links."""
    if lang not in known_languages():
        return {}
    section = parse_all(f"page-{lang}", [_section(lang, "page")])[0] or {}
    found = section.get("page") or {}
    return {key: tuple(sorted(_lower(words), key=len, reverse=True)) for key, words in found.items()}


def _path(lang: str) -> Path:
    return _FOLDER / f"{lang}.yml"


def _lower(words: Iterable[Any]) -> Iterator[str]:
    return (str(word).lower() for word in words)


def _section(lang: str, name: str) -> bytes:
    """A section of a language file as it is written, empty where there is none."""
    text = _path(lang).read_text(encoding="utf-8")
    keys = [(match[1], match.start()) for match in _KEY.finditer(text)]
    for (key, start), (_, end) in zip(keys, [*keys[1:], ("", len(text))], strict=True):
        if key == name:
            return text[start:end].encode()
    return b""
