"""JSON Lines: one article a line, {"id", "text", "title", "url", "published", "lang", "publisher"}."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.metadata import describe
from factcheck.read.source import MAX_BYTES, Source

_HINT = 'each line is one article: {"id": "a1", "text": "…", "published": "2024-05-31", "lang": "en"}'


def read_jsonl(source: Source) -> Iterator[Document | Problem]:
    """Each line's article; its id is the line's, or the file's name with the line number."""
    number = 0
    while line := source.stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            yield source.problem(f"more than {MAX_BYTES // 1_000_000} MB in one line; reading stopped", _HINT, number)
            return
        if line.strip():
            yield _read_line(line, number, source)
    if number == 0:
        yield source.problem("the file is empty", _HINT)


def _read_line(line: bytes, number: int, source: Source) -> Document | Problem:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return source.problem(f"not valid JSON: {error.msg}", _HINT, number, error.colno)
    except (ValueError, RecursionError):
        return source.problem("not valid JSON in UTF-8", _HINT, number)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not row["text"].strip():
        return source.problem('no "text" in this line', _HINT, number)
    name = row.get("id")
    doc = str(name) if isinstance(name, str | int) and str(name).strip() else f"{source.id}:{number}"
    return describe(Document(id=doc, path=f"{source.path}:{number}", text=row["text"], lang=""), row)
