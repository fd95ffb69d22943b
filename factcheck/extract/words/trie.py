"""A trie of phrases, a word to a node."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from factcheck.extract.words.tokens import Hit

End = tuple[str, list[str] | None, Any]  # category, as printed where cased, payload


class Node:
    """A word of a phrase: the phrases that end with it, and the words that may follow."""

    __slots__ = ("cased", "ends", "following")

    def __init__(self) -> None:
        self.ends: list[End] = []
        self.cased = False  # whether one of them matches only as printed
        self.following: dict[str, Node] = {}


def insert(node: Node, forms: list[str], end: End) -> None:
    """Adds a phrase to those that begin with its first word."""
    for form in forms[1:]:
        word = looked_up(form)
        found = node.following.get(word)
        if found is None:
            found = node.following[word] = Node()
        node = found
    end_with(node, end)


def end_with(node: Node, end: End) -> None:
    """Lets a phrase end with a word, once."""
    if end not in node.ends:
        node.ends.append(end)
        node.cased |= end[1] is not None


def looked_up(form: str) -> str:
    """A token as it is looked up."""
    return form.lower().replace("’", "'")


def collect(hits: defaultdict[str, list[Hit]], node: Node, words: list[str], forms: list[str], i: int) -> int:
    """Adds the hits of the phrases that begin with the word at i, the longest first, and tells where that one ends.

    A phrase is none where a longer or an earlier one of its category has its tokens.
    """
    found, j, size = [(i + 1, node.ends)], i + 1, len(words)
    while j < size and (following := node.following.get(words[j])) is not None:
        node, j = following, j + 1
        if node.ends:
            found.append((j, node.ends))
    for end, ends in reversed(found):
        for category, printed, payload in ends:
            if printed is None or forms[i:end] == printed:
                kept = hits[category]
                if kept:
                    first, last, _ = kept[-1]
                    if last > i and (first < i or last != end):
                        continue
                kept.append((i, end, payload))
    return found[-1][0]
