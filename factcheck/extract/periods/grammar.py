"""Short templates over classes of tokens, compiled to a trie, and a chart that applies them level by level.

A template is a phrase in which capitalised names stand for classes: "[the] PART of P".  The words of a class come
from the language file; classes such as P (any date) or DUR (a duration) are what earlier templates have built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any

from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.tokens import Tokens, tokenize

Node = tuple[Any, ...]  # a construction and its parts, ("month", ("year", 2018), 6)
Edge = tuple[str, int, Any]  # class, token after the last, value
Trie = dict[Any, Any]  # word or class -> trie; None -> level -> (construction, names of its slots)
Match = tuple[int, tuple[str, tuple[str, ...]], tuple[Any, ...]]  # token after the last, template, values of its slots
Matches = dict[int, list[Match]]  # by level
Levels = list[dict[str, list[str]]]
Builder = Callable[[dict[str, Any], Tokens, int, int], Node | None]


_OPEN, _CLOSE = "⟨", "⟩"  # a bracket with spaces around it is one in print, not a choice
_BRACKETS = {_OPEN: "(", _CLOSE: ")"}


class Grammar:
    """The templates of one language in one trie; a template may use what those of lower levels have built."""

    def __init__(self, trie: Trie) -> None:
        self.trie = trie


def trie_of(levels: Levels) -> Trie:
    """The trie of the templates of each level, by construction."""
    trie: Trie = {}
    for level, templates in enumerate(levels):
        for construction, phrases in templates.items():
            for phrase in phrases:
                _insert(trie, level, construction, phrase)
    return trie


def _insert(trie: Trie, level: int, construction: str, template: str) -> None:
    for phrase in expand(template.replace(" ( ", f" {_OPEN} ").replace(" )", f" {_CLOSE}")):
        node = trie
        slots: list[str] = []
        for word in phrase.split():
            if (word.isupper() and len(word) > 1) or word in ("P", "Y", "D", "T"):
                again = sum(slot.rstrip("23456789") == word for slot in slots)
                slots.append(f"{word}{again + 1}" if again else word)
                node = node.setdefault(word, {})
                continue
            word = _BRACKETS.get(word, word)
            for piece in [word.lower()] if word.isalpha() or word[-1] == "'" else tokenize(word).words:
                node = node.setdefault(piece, {})
        node.setdefault(None, {}).setdefault(level, (construction, tuple(slots)))


_DEEPEST = 6  # "since the end of the first week of May 2018" is five deep


def _is_deeper(node: Node, depth: int) -> bool:
    """Whether nodes are nested in a node more deeply than that."""
    return any(isinstance(part, tuple) and (depth == 1 or _is_deeper(part, depth - 1)) for part in node)


class Chart:
    """All readings of stretches of one sentence, by first token."""

    def __init__(
        self, tokens: Tokens, edges: dict[int, list[Edge]], classes: Callable[[Node], tuple[str, ...]]
    ) -> None:
        self.tokens = tokens
        self.edges = edges
        self.classes = classes
        self.built: list[tuple[int, int, Node]] = []

    def parse(self, grammar: Grammar, build: dict[str, Builder], places: Iterable[int]) -> None:
        """Applies the grammar at each of some tokens, given from right to left, so that what follows is known."""
        words, edges, trie = self.tokens.words, self.edges, grammar.trie
        for i in places:
            if i not in edges and words[i] not in trie:
                continue
            matches: Matches = {}
            self._walk(trie, i, (), -1, matches)
            while matches:
                level = min(matches)
                known = len(edges.get(i, ()))
                self._build(matches.pop(level), build, i)
                for name, end, value in edges.get(i, ())[known:]:
                    if name in trie:
                        self._walk(trie[name], end, (value,), level, matches)

    def _build(self, matches: list[Match], build: dict[str, Builder], i: int) -> None:
        """Adds what the templates of one level stand for, the longest first."""
        matches.sort(key=itemgetter(0), reverse=True)
        done: set[tuple[int, str]] = set()
        for end, (construction, slots), values in matches:
            if (end, construction) in done:
                continue
            node = build[construction](dict(zip(slots, values, strict=True)), self.tokens, i, end)
            if node is not None and not _is_deeper(node, _DEEPEST):
                done.add((end, construction))
                self.add(i, end, node)

    def _walk(self, step: Trie, j: int, values: tuple[Any, ...], above: int, matches: Matches) -> None:
        """Collects by level the templates of levels above one that go on from a step of the trie at token j."""
        words, edges = self.tokens.words, self.edges
        ahead = [(step, j, values)]
        while ahead:
            step, j, values = ahead.pop()
            if None in step:
                for level, template in step[None].items():
                    if level > above:
                        matches.setdefault(level, []).append((j, template, values))
            if j in edges:
                for name, end, value in reversed(edges[j]):
                    if name in step:
                        ahead.append((step[name], end, (*values, value)))
            if j < len(words) and words[j] in step:
                ahead.append((step[words[j]], j + 1, values))

    def add(self, i: int, end: int, node: Node) -> None:
        """Records a reading under each class it belongs to."""
        names = self.classes(node)
        known = self.edges.setdefault(i, [])
        for name in names:
            edge = (name, end, node)
            if edge not in known:
                known.append(edge)
        if names:
            self.built.append((i, end, node))
