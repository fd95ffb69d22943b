"""One document's claims, extracted in this process or in others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.errors import Problem
from factcheck.model import Claim, Document
from factcheck.parallel import Pool
from factcheck.read.words import known_languages
from factcheck.rulebook import Rulebook

if TYPE_CHECKING:
    from factcheck.extract.words.sentences import Sentence

Extracted = tuple[Document, list[Claim], Problem | None]


def date_document(document: Document, rulebook: Rulebook, marked: Sequence[Sentence] | None = None) -> Document:
    """The document with a publication date: the one it has, else its date line, else one inferred from its text.

    `marked` are its sentences where they have been read already.
    """
    if document.published is not None:
        return document
    from factcheck.extract.assemble import read_sentences
    from factcheck.extract.times.dateline import find_dateline, infer_date
    from factcheck.extract.words.compiled import vocabulary_for

    vocabulary = vocabulary_for(document.lang, rulebook)
    published = find_dateline(document.text, vocabulary)
    if published is None:
        sentences = read_sentences(document, vocabulary) if marked is None else marked
        published = infer_date((sentence.tokens for sentence in sentences), vocabulary)
    return replace(document, published=published)


def extract_document(document: Document, rulebook: Rulebook) -> Extracted:
    """The document with its date, its claims, and the problem where it could not be extracted."""
    from factcheck.extract.assemble import extract, read_sentences
    from factcheck.extract.uncollected import uncollected
    from factcheck.extract.words.compiled import vocabulary_for

    if document.lang not in known_languages():
        return document, [], None
    try:
        with uncollected():
            marked = read_sentences(document, vocabulary_for(document.lang, rulebook))
            document = date_document(document, rulebook, marked)
            return document, extract(document, rulebook, marked=marked), None
    except Exception as error:
        message = f"could not be extracted: {type(error).__name__}: {error}"
        return document, [], Problem(document.path, message, hint="please report this article", stage="extract")


def pool_of(rulebook: Rulebook, jobs: int) -> Pool[Extracted]:
    """What extracts documents by the rules, in as many processes as are worth their start, `jobs` at most."""
    task = partial(extract_document, rulebook=rulebook)
    return Pool(task, _extract_there, _start, (rulebook,), partial(_compile, rulebook=rulebook), jobs)


def _compile(documents: Sequence[Document], rulebook: Rulebook) -> None:
    """Compiles the vocabularies of the documents' languages."""
    from factcheck.extract.words.compiled import vocabulary_for

    for lang in {document.lang for document in documents} & {*known_languages()}:
        vocabulary_for(lang, rulebook)


_worker: list[Rulebook] = []  # the rules of a process that only extracts


def _start(rulebook: Rulebook) -> None:
    _worker.append(rulebook)


def _extract_there(document: Document) -> Extracted:
    return extract_document(document, _worker[0])
