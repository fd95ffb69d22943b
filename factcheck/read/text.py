"""Plain text: offsets are those of the file decoded as UTF-8, with its line ends."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import Problem
from factcheck.model import Document
from factcheck.read.source import Source, Unreadable

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(source: Source) -> Iterator[Document]:
    """The file as one document."""
    text, problem = decode(source.bytes(), source)
    yield Document(id=source.id, path=source.path, text=text, lang="", problems=(problem,) if problem else ())


def decode(data: bytes, source: Source) -> tuple[str, Problem | None]:
    """The text of `data`, and what was wrong with its encoding; a byte order mark stays, as it counts in offsets."""
    if data.startswith(_UTF16):
        return _decode_utf16(data, source)
    if b"\0" in data[:8192]:
        raise Unreadable("a binary file, not text", "give it the suffix of its format, or leave it out")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        first = error.start
    line = data.count(b"\n", 0, first) + 1
    column = len(data[data.rfind(b"\n", 0, first) + 1 : first].decode("utf-8", "replace")) + 1
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken > sum(map(text.count, "éèàüöäßñçãõí’“”–€£")):
        message, text = "not UTF-8; read as Windows-1252 (Latin-1)", data.decode("cp1252", "replace")
    else:
        message = f"{broken} broken UTF-8 sequence(s), each read as U+FFFD"
    return text, source.problem(message, "save the file as UTF-8; offsets are of the text as read here", line, column)


def _decode_utf16(data: bytes, source: Source) -> tuple[str, Problem]:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Unreadable("starts like UTF-16 but is not", "save it as UTF-8") from error
    return text, source.problem("UTF-16, not UTF-8", "save the file as UTF-8; offsets are of the text as read here")
