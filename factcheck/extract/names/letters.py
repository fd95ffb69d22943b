"""The letters of a name, by which its short forms are known."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = re.compile(r"[\W_]+")


def compact(text: str) -> str:
    """The letters and digits of a name, lower case and without accents: "Tik Tok" and "TIKTOK" are one."""
    plain = text if text.isascii() else "".join(map(_bare, text))
    return _SIGNS.sub("", plain.lower())


@lru_cache(maxsize=1024)
def _bare(letter: str) -> str:
    """A letter without its accent."""
    return unicodedata.normalize("NFD", letter)[0]


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of a short form stand in the long one in that order, the first in front."""
    letters = iter(long[1:])
    return short[:1] == long[:1] != "" and all(letter in letters for letter in short[1:])
