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
    words = [word.lower() for word in _WORD.findall(text, 0, _SAMPLE)]
    if not words:
        return ""
    counts = sorted(((sum(map(known.__contains__, words)), lang) for lang, known in stopwords().items()), reverse=True)
    (best, lang), (second, _) = counts[0], counts[1] if len(counts) > 1 else (0, "")
    if best >= 1.3 * second and best >= (2 if len(words) < _SHORT else 0.2 * len(words)):
        return lang
    guess = _guess(text[:_SAMPLE])
    return lang if best > second and len(words) < _SHORT and guess not in known_languages() else guess


def _guess(text: str) -> str:
    import py3langid

    return str(py3langid.classify(text)[0])
