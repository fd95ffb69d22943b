"""The words of one language: its YAML file over generated CLDR data, compiled to one lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.extract.words.lexicon import Lexicon
from factcheck.yamlfile import read_all, read_kept

LANGUAGES = Path(__file__).parents[2] / "languages"


@dataclass(slots=True)
class Vocabulary:
    """What one language knows: `words` is its hand-written file, `cldr` the generated one."""

    lang: str
    words: dict[str, Any]
    cldr: dict[str, Any]
    lexicon: Lexicon = field(default_factory=Lexicon)
    stopwords: frozenset[str] = frozenset()

    @property
    def prepositions(self) -> frozenset[str]:
        return frozenset(self.section("grammar").get("prepositions") or ())

    @property
    def given_names(self) -> frozenset[str]:
        return _given_names()

    compiled: dict[str, Any] = field(default_factory=dict)  # what a finder's `prepare` made for itself

    def section(self, name: str) -> dict[str, Any]:
        """A top-level section of the language file; empty where the language has none."""
        return self.words.get(name) or {}


@lru_cache(maxsize=1)
def code() -> tuple[bytes, ...]:
    """The code of extraction, for what is kept of its work."""
    return tuple(path.read_bytes() for path in sorted(Path(__file__).parents[1].rglob("*.py")))


def languages() -> tuple[str, ...]:
    """The codes of the languages that have a file."""
    return _languages(LANGUAGES)


@lru_cache(maxsize=4)
def _languages(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.yml")))


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(map(str, load_yaml(LANGUAGES / "shared" / "given_names.yml")["given_names"]))


def load_yaml(path: Path) -> dict[str, Any]:
    return read_kept(path) or {}


def language_files(lang: str) -> list[Path]:
    """The files of a language: the hand-written one, then the generated one where it is there."""
    return [path for path in (LANGUAGES / f"{lang}.yml", LANGUAGES / "cldr" / f"{lang}.yml") if path.exists()]


@lru_cache(maxsize=16)
def read_language(lang: str) -> Vocabulary:
    """The vocabulary of a language, with an empty lexicon."""
    words, cldr, *_ = (*read_all(lang, language_files(lang)), {})
    stopwords = frozenset(str(word) for word in words.get("stopwords") or ())
    return Vocabulary(lang, words, cldr, stopwords=stopwords)
