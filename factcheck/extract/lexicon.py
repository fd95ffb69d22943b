"""A trie of phrases: finds every known phrase of a sentence in one pass over its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.extract.tokens import Hit, Tokens, tokenize

_CHOICE = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")


def expand(template: str) -> Iterator[str]:
    """The phrases a short template stands for: `(a|b)` is one of, `[a|b]` is one of or none; they nest.

    "exceed[s|ed]" gives exceed, exceeds, exceeded.
    """
    match = _CHOICE.search(template)
    if match is None:
        yield " ".join(template.split())
        return
    must, may = match.groups()
    options = must.split("|") if must is not None else ["", *may.split("|")]
    for option in options:
        yield from expand(template[: match.start()] + option + template[match.end() :])


def _printed(phrase: str) -> Iterator[list[str]]:
    """The tokens a phrase has in print; an article elided at its end (de l') is one token before a word, else two."""
    forms = tokenize(phrase).forms
    if forms:
        yield forms
    if len(forms) > 1 and forms[-1] in ("'", "’") and phrase[-2].isalpha():
        yield tokenize(phrase + "x").forms[:-1]


class Lexicon:
    """Phrases with a category and a payload each; longest match wins within a category.

    A phrase added with `cased` matches only as printed ("US" but not "us").
    """

    def __init__(self) -> None:
        self._root: dict[str, dict[Any, Any]] = {}

    def add(self, category: str, template: str, payload: Any, cased: bool = False) -> None:
        for phrase in expand(template):
            for forms in _printed(phrase):
                node: dict[Any, Any] = self._root
                for form in forms:
                    node = node.setdefault(form.lower().replace("’", "'"), {})
                group = node.setdefault(None, {}).setdefault((category, tuple(forms) if cased else None), [])
                if payload not in group:
                    group.append(payload)

    def add_all(self, category: str, templates: Iterable[str], payload: Any, cased: bool = False) -> None:
        for template in templates:
            self.add(category, template, payload, cased)

    def scan(self, tokens: Tokens) -> dict[str, list[Hit]]:
        """The hits by category, left to right; within one category hits do not overlap, the longest wins.

        Several payloads for the same phrase and category give several hits on the same tokens.
        """
        hits: dict[str, list[Hit]] = {}
        words, root = tokens.words, self._root
        size = len(words)
        for i, word in enumerate(words):
            node = root.get(word)
            if node is None:
                continue
            ends = []
            j = i + 1
            while True:
                groups = node.get(None)
                if groups is not None:
                    ends.append((j, groups))
                if j >= size:
                    break
                node = node.get(words[j])
                if node is None:
                    break
                j += 1
            for end, groups in reversed(ends):
                _collect(hits, groups, tokens, i, end)
        return hits


def _collect(hits: dict[str, list[Hit]], groups: dict[Any, list[Any]], tokens: Tokens, i: int, j: int) -> None:
    """Adds the hits of one phrase, except where a longer or an earlier one of the category has its tokens."""
    for (category, forms), payloads in groups.items():
        if forms is not None and tuple(tokens.forms[i:j]) != forms:
            continue
        kept = hits.get(category)
        if kept is None:
            kept = hits[category] = []
        elif (last := kept[-1])[1] > i and last[:2] != (i, j):
            continue
        for payload in payloads:
            kept.append((i, j, payload))
