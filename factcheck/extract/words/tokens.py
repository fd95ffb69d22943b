"""Tokens of a stretch of text: words, numbers, signs, with their offsets in the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, compress, count
from operator import itemgetter
from typing import Any

# A number keeps its separators (1,234.5  816 000  3'000); a space groups only full triples.
# A word ends at an elision's apostrophe (l'|entreprise), and "'s" stands alone. Most letters are of a plain range of
# characters, which is quicker to test than a class.
_SPACES = "\u00a0\u202f\u2009 "
_TOKEN = re.compile(
    r"((?=[^\W\d_])(?:[A-Za-zÀ-ÖØ-öø-ÿ]++[^\W\d_]*+|[^\W\d_]+)(?:['’](?!(?:s|re|ll|ve|d|m|t)\b)(?=\w))?"
    rf"|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,'’]\d+)*"
    r"|['’](?:s|re|ll|ve|d|m|t)\b"
    r"|[^\w\s]|_)"
)

Hit = tuple[int, int, Any]  # first token, token after the last, payload
Edges = dict[int, tuple[int, Any]]  # the one end of a hit -> its other end, payload
_INITIAL = itemgetter(0)
_NONE: Edges = {}
_DIGIT = re.compile(r"\d")


class _Index(dict[str, Edges]):
    """Hits by one of their ends, by category; those of a category are laid out when they are first asked for."""

    __slots__ = ("behind", "hits")

    def __init__(self, hits: dict[str, list[Hit]], behind: bool) -> None:
        self.hits, self.behind = hits, behind

    def __missing__(self, category: str) -> Edges:
        found = self.hits.get(category)
        if found is None:
            edges = _NONE
        elif self.behind:
            edges = {last: (first, payload) for first, last, payload in found}
        else:
            edges = {first: (last, payload) for first, last, payload in found}
        self[category] = edges
        return edges


_EMPTY = _Index({}, False).__getitem__


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence, as parallel lists; `hits` holds what the vocabulary found, by category."""

    text: str  # the whole document; offsets point into it
    forms: list[str]  # as printed
    words: list[str]  # lower case, straight apostrophes
    starts: list[int]
    ends: list[int]
    hits: dict[str, list[Hit]] = field(default_factory=dict)
    decimal: str = ""  # the decimal sign of the document, where it is known
    digits: list[int] = field(default_factory=list)  # the tokens that begin with a digit
    first: Callable[[str], Edges] = _EMPTY  # the hits of a category by their first token
    after: Callable[[str], Edges] = _EMPTY  # the same by the token after their last
    calendar: list[tuple[int, int, Any]] | None = None  # the calendar expressions, once they have been looked for

    def __len__(self) -> int:
        return len(self.forms)

    def glued(self, i: int) -> bool:
        """True where token i follows token i-1 without a space."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def is_dash(self, i: int) -> bool:
        """Whether a hyphen stands at a token that is set as a dash, with a space on either side."""
        return 0 < i < len(self) - 1 and self.forms[i] == "-" and not self.glued(i) and not self.glued(i + 1)

    def take(self, hits: dict[str, list[Hit]]) -> None:
        """Takes in the hits of a vocabulary."""
        self.hits = hits
        self.first, self.after = _Index(hits, False).__getitem__, _Index(hits, True).__getitem__

    def span(self, first: int, last: int) -> str:
        """The printed text of tokens first .. last-1."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of text[start:end], with offsets into `text`."""
    stretch = text[start:end]
    pieces = _TOKEN.split(stretch)  # gaps and tokens by turns
    forms = pieces[1::2]
    edges = list(accumulate(map(len, pieces), initial=start))
    words = list(map(str.lower, forms))
    if "’" in stretch:
        words = [word.replace("’", "'") for word in words]
    digits = list(compress(count(), map(str.isdecimal, map(_INITIAL, forms)))) if _DIGIT.search(stretch) else []
    return Tokens(text, forms, words, edges[1:-1:2], edges[2::2], digits=digits)
