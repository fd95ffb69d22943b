"""The words and signs of the language of laws, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,18}(?:\.\d{1,18})?)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign><=|>=|==|[-+*/<>().]))"
)


class LanguageError(ValueError):
    """An expression that is not in the language: what is wrong, where (from 0), and what to write instead."""

    def __init__(self, message: str, offset: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.offset, self.hint = message, offset, hint


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of a condition, and where it begins."""

    kind: Literal["number", "name", "sign", "end"]
    text: str
    offset: int


def tokens(text: str) -> list[Token]:
    """The words, numbers and signs of a condition and its end; raises LanguageError."""
    found: list[Token] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            offset = position + len(text[position:]) - len(text[position:].lstrip())
            raise LanguageError(f"{text[offset]!r} is not part of the language", offset, _instead_of(text[offset]))
        kind = match.lastgroup
        found.append(Token(kind, match.group(kind), match.start(kind)))  # type: ignore[arg-type]
        position = match.end()
    found.append(Token("end", "", end))
    return found


def _instead_of(sign: str) -> str:
    known = {"=": "write ==", "!": "write not … == …", "%": "divide by 100", "&": "write and", "|": "write or"}
    return known.get(
        sign, "use role.value, role.time, role.scope, numbers, < <= == >= > in overlaps and or not + - * /"
    )
