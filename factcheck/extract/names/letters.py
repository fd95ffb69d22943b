"""The letters of a name, by which its short forms are known."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\W_]+")


def compact(text: str) -> str:
    """The letters and digits of a name, lower case: "Tik Tok" and "TIKTOK" are one."""
    return _SIGNS.sub("", text.lower())


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of a short form stand in the long one in that order, the first in front."""
    letters = iter(long[1:])
    return short[:1] == long[:1] != "" and all(letter in letters for letter in short[1:])
