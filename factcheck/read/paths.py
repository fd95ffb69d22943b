"""Paths -> documents, with what is known about each, its language and its zones."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from factcheck import plugins
from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.files import File, list_files, readable, suffix
from factcheck.read.language import with_language
from factcheck.read.metadata import read_sidecar
from factcheck.read.source import Source, Unreadable
from factcheck.read.zones import find_zones


def read_paths(
    paths: Sequence[str | Path | Document], *, stdin: BinaryIO | None = None
) -> Iterator[Document | Problem]:
    """Every document in files, folders, globs and "-", behind those given as such; what cannot be read is a Problem."""
    used: set[str] = set()
    yield from (with_own_id(_finish(given), used) for given in paths if isinstance(given, Document))
    for item in list_files([path for path in paths if not isinstance(path, Document)]):
        if isinstance(item, Problem):
            yield item
            continue
        for result in read_file(item, stdin):
            yield with_own_id(result, used) if isinstance(result, Document) else result


def read_file(file: File, stdin: BinaryIO | None = None) -> Iterator[Document | Problem]:
    """Every document in one file, or in standard input; two of one id are possible."""
    for result in _read_stdin(stdin) if file.shown == "-" else _read_file(file):
        yield _finish(result) if isinstance(result, Document) else result


def with_own_id(document: Document, used: set[str]) -> Document:
    """The document, under a longer id where another has the same; the id joins those that are used."""
    name = document.id
    if name in used:
        name = PurePath(document.path).as_posix().lstrip("./")
        number = 2
        while name in used:
            name, number = f"{document.id}#{number}", number + 1
    used.add(name)
    return document if name == document.id else replace(document, id=name)


def _read_file(file: File) -> Iterator[Document | Problem]:
    try:
        with file.path.open("rb") as stream:
            for result in _read(Source(file.id, file.shown, stream), suffix(file.path)):
                alone = isinstance(result, Document) and result.path == file.shown
                yield read_sidecar(result, file.path) if alone and isinstance(result, Document) else result
    except OSError as error:
        yield Problem(file.shown, error.strerror or str(error), hint="check that you may read it", stage="read")


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Document | Problem]:
    data = stdin.read() if stdin else b""
    return _read(Source("stdin", "-", io.BytesIO(data)), _sniff(data[:1024]))


def _sniff(head: bytes) -> str:
    """The format of piped data, told by how it begins."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith(b"%pdf-"):
        return "pdf"
    if start.startswith(b"pk\x03\x04"):
        return "docx"
    return "jsonl" if start.startswith(b'{"') and b'"text"' in head else "txt"


def _read(source: Source, name: str) -> Iterator[Document | Problem]:
    reader = plugins.reader(name)
    if reader is None:
        yield source.problem(f"no reader for .{name} files" if name else "a file without a suffix", readable())
        return
    try:
        yield from reader(source)
    except Unreadable as error:
        yield source.problem(error.message, error.hint)
    except Exception as error:  # the libraries that parse formats raise whatever a broken file leads them to
        yield source.problem(f"not a readable .{name} file ({type(error).__name__})", "save its text as .txt")


def _finish(document: Document) -> Document:
    document = with_language(document)
    return replace(document, zones=document.zones or find_zones(document.text, document.title, document.lang))
