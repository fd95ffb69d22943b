"""Word files: paragraphs and table cells, one a paragraph."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from factcheck.model import Document
from factcheck.read.source import Source, Unreadable

MAX_UNPACKED = 100_000_000
MAX_PARTS = 5_000


def read_docx(source: Source) -> Iterator[Document]:
    """The file's text as one document; a paragraph in the style Title is its title."""
    data = source.bytes()
    _guard(data)
    from docx import Document as open_docx
    from docx.text.paragraph import Paragraph

    content = list(open_docx(io.BytesIO(data)).iter_inner_content())
    blocks = [text for block in content for text in _texts(block) if text]
    if not blocks:
        raise Unreadable("no text in the file", "a scan holds pictures only: save its text as .txt")
    titles = (block.text.strip() for block in content if isinstance(block, Paragraph) and _is_title(block))
    yield Document(source.id, source.path, "\n\n".join(blocks), "", title=next(filter(None, titles), None))


def _guard(data: bytes) -> None:
    """Refuses archives that would unpack to far more than an article (zipfile never unpacks more than declared)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Unreadable("not a Word file", "old .doc files: save them as .docx") from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable(f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB", "save its text as .txt")


def _is_title(paragraph: Any) -> bool:
    return paragraph.style is not None and paragraph.style.name == "Title"


def _texts(block: Any) -> Iterator[str]:
    if hasattr(block, "rows"):
        for row in block.rows:
            yield " | ".join(cell.text.strip() for cell in row.cells)
    else:
        yield block.text.strip()
