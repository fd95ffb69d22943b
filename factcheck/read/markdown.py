"""Markdown: marks are blanked, not cut out, so that offsets are of the file; front matter is metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from factcheck.model import Document
from factcheck.read.metadata import describe
from factcheck.read.source import Source
from factcheck.read.text import read_text

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)\n---[ \t]*(?:\r?\n|\Z)", re.S)
_HEADING = re.compile(r"^ {0,3}#{1,6} +", re.M)
_MARKS = re.compile(
    r"^ {0,3}(?:#{1,6} +|> ?|[-*+] +)"  # headings, quotations, bullets
    r"|!?\[(?=[^\[\]\n]{0,500}\]\()|\](?=\()"  # links and pictures keep their text
    r"|(?<=\])\([^()\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)"
    r"|\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`+",
    re.M,
)


def read_markdown(source: Source) -> Iterator[Document]:
    """The file as one document whose first heading is the title."""
    for document in read_text(source):
        text, meta = document.text, {}
        if front := _FRONT.match(text):
            meta = _front_matter(front.group(1))
            text = _blank(text[: front.end()]) + text[front.end() :]
        text = _blank_comments(text)
        title = _first_heading(text)
        document = replace(document, text=_MARKS.sub(lambda match: _blank(match.group()), text), title=title)
        yield describe(document, meta)


def _front_matter(text: str) -> dict[str, Any]:
    import yaml

    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {**data, "published": data.get("published") or data.get("date")}


def _first_heading(text: str) -> str | None:
    if match := _HEADING.search(text):
        line = text[match.end() :].split("\n", 1)[0]
        return line.strip(" \t\r#*_") or None
    return None


def _blank_comments(text: str) -> str:
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[at:start], _blank(text[start : end + 3])]
        at = end + 3
    return "".join([*parts, text[at:]])


def _blank(text: str) -> str:
    return "".join(char if char in "\r\n" else " " for char in text)
