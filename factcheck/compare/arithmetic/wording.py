"""What the words between two figures are, by the categories of the language files."""

from __future__ import annotations

from factcheck.compare.context import Context
from factcheck.compare.view import View
from factcheck.extract.words.compiled import vocabulary_for
from factcheck.extract.words.tokens import tokenize


def text_between(a: View, b: View, context: Context) -> str:
    """The text between two figures of one article, whichever comes first; empty where they overlap."""
    first, second = sorted((a.claim, b.claim), key=lambda claim: claim.start)
    document = context.documents.get(first.doc)
    return document.text[first.end : second.start] if document else ""


def text_behind(view: View) -> str:
    """What its sentence says behind a figure."""
    claim = view.claim
    return claim.sentence[max(0, claim.end - claim.sentence_start) :]


def said_between(a: View, b: View, context: Context) -> frozenset[str]:
    """The categories of the words between two figures: than, conjunction, preposition ..."""
    return categories(text_between(a, b, context), a, context)


def categories(text: str, view: View, context: Context) -> frozenset[str]:
    """The categories of the words of a text in the language of a figure."""
    return frozenset(vocabulary_for(view.claim.lang, context.rulebook).lexicon.scan(tokenize(text.lower())))
