"""The language of an article: the one it states, else the one whose function words it uses."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.words import known_languages, stopwords

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000  # characters looked at
_SHORT = 40  # words; a text below it gives too little for a statistical guess


def with_language(document: Document) -> Document:
    """The document with its language found, and a problem where factcheck has no file for it."""
    lang = document.lang or detect(document.text)
    if lang in known_languages():
        return replace(document, lang=lang)
    message = f"nothing extracted: no language file for {lang!r}" if lang else "nothing extracted: no words in it"
    hint = f'state "lang" in a sidecar if this is wrong; known: {", ".join(known_languages())}'
    problem = Problem(document.path, message, hint=hint, stage="read")
    return replace(document, lang=lang, problems=(*document.problems, problem))


def detect(text: str) -> str:
    """The language code of a text; empty where it has no words."""
    words = _words(text)
    if not words:
        return ""
    (best, lang), (second, _) = _ranked(words)
    if _is_certain(best, second, len(words)):
        return lang
    guess = _guess(text[:_SAMPLE])
    return lang if best > second and len(words) < _SHORT and guess not in known_languages() else guess


def certain_language(text: str) -> str | None:
    """The language whose function words the text clearly uses, for checking what a page states; None where unclear."""
    words = _words(text)
    (best, lang), (second, _) = _ranked(words)
    return lang if _is_certain(best, second, len(words)) else None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text, 0, _SAMPLE)]


def _ranked(words: list[str]) -> list[tuple[int, str]]:
    """The two languages with the most function words in the text."""
    counts = [(sum(map(known.__contains__, words)), lang) for lang, known in stopwords().items()]
    return sorted([*counts, (0, ""), (0, "")], reverse=True)[:2]


def _is_certain(best: int, second: int, total: int) -> bool:
    return best >= 1.3 * second and best >= max(2, (0.2 if total < _SHORT else 0.3) * total)


def _guess(text: str) -> str:
    import py3langid

    return str(py3langid.classify(text)[0])
