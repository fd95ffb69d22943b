"""PDF: the text layer, with printed lines joined to paragraphs."""

from __future__ import annotations

import io
from collections.abc import Iterator

from factcheck.model import Document
from factcheck.read.source import MAX_CHARS, Source, Unreadable, silence

MAX_PAGES = 500
_FINAL = ".!?…:;\"'”’»)"


def read_pdf(source: Source) -> Iterator[Document]:
    """The file's text as one document."""
    from pypdf import PdfReader

    silence("pypdf")
    reader = PdfReader(io.BytesIO(source.bytes()))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("locked by a password", "save an open copy, or the text as .txt")
    pages = [page.extract_text() for page in reader.pages[:MAX_PAGES]]
    title = reader.metadata.title if reader.metadata else None
    text = "\n\n".join(filter(None, map(unwrap, pages)))[:MAX_CHARS]
    if not text.strip():
        raise Unreadable("no text layer: a scan", "run text recognition (OCR) over it first")
    problems = (source.problem(f"only the first {MAX_PAGES} pages were read"),) if len(reader.pages) > MAX_PAGES else ()
    yield Document(source.id, source.path, text, "", title=str(title).strip() if title else None, problems=problems)


def unwrap(page: str) -> str:
    """The page's paragraphs, one a line with an empty line between; a line is joined to the next where it is full."""
    lines = [line.strip() for line in page.splitlines()]
    full = 0.7 * max(map(len, lines), default=0)
    paragraphs: list[list[str]] = []
    is_open = False
    for line in lines:
        if not line:
            is_open = False
            continue
        if is_open:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        is_open = len(line) >= full or (line[-1] not in _FINAL and len(line) >= 0.5 * full and len(paragraphs) > 1)
    return "\n\n".join(map(_join, paragraphs))


def _join(lines: list[str]) -> str:
    """The lines as one; a word parted at a line's end is put together."""
    parts = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        parted = line.endswith("-") and following[:1].islower()
        parts.append(line[:-1] if parted else line + " ")
    return "".join(parts).rstrip()
