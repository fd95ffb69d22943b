"""What a reader is given, what it may raise, and how much it may read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from factcheck.errors import Problem
from factcheck.model import Document

MAX_BYTES = 20_000_000  # of one article's file
MAX_CHARS = 5_000_000  # of one article's text


def silence(*libraries: str) -> None:
    """Keeps libraries from logging: what they have to say is in our problems."""
    import logging

    for library in libraries:
        logging.getLogger(library).setLevel(logging.CRITICAL)


class Unreadable(Exception):
    """A file, or one document in it, that cannot be read, with what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: the id its document gets, where it is, and its bytes."""

    id: str
    path: str
    stream: BinaryIO

    def bytes(self) -> bytes:
        """The whole content; a file beyond the limit, or an empty one, is unreadable."""
        data = self.stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise Unreadable(
                f"larger than {MAX_BYTES // 1_000_000} MB", "split it, or write one article a line as .jsonl"
            )
        if not data.strip():
            raise Unreadable("the file is empty", "leave it out, or put the article's text into it")
        return data

    def problem(self, message: str, hint: str = "", line: int | None = None, column: int | None = None) -> Problem:
        """A problem found while reading this file."""
        return Problem(self.path, message, line, column, hint, "read")


Reader = Callable[[Source], Iterable[Document | Problem]]
