"""Short templates over classes of tokens, compiled to tries, and a chart that applies them level by level.

A template is a phrase in which capitalised names stand for classes: "[the] PART of P".  The words of a class come
from the language file; classes such as P (any date) or DUR (a duration) are what earlier templates have built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from factcheck.extract.lexicon import expand
from factcheck.extract.tokens import Tokens, tokenize

Node = tuple[Any, ...]  # a construction and its parts, ("month", ("year", 2018), 6)
Edge = tuple[str, int, Any]  # class, token after the last, value
Trie = dict[Any, Any]  # word or class -> trie; None -> (construction, names of its slots)
Builder = Callable[[dict[str, Any], Tokens, int, int], Node | None]


class Grammar:
    """The templates of one language: one trie a level, and the words that may begin a template."""

    def __init__(self, levels: list[dict[str, list[str]]]) -> None:
        self.levels: list[Trie] = []
        self.openers: set[str] = set()
        for templates in levels:
            trie: Trie = {}
            for construction, phrases in templates.items():
                for phrase in phrases:
                    _insert(trie, construction, phrase)
            self.levels.append(trie)
            self.openers.update(key for key in trie if key.islower() or not key.isalpha())


def _insert(trie: Trie, construction: str, template: str) -> None:
    for phrase in expand(template):
        node = trie
        slots: list[str] = []
        for word in phrase.split():
            if (word.isupper() and len(word) > 1) or word in ("P", "Y", "D", "T"):
                again = sum(slot.rstrip("23456789") == word for slot in slots)
                slots.append(f"{word}{again + 1}" if again else word)
                node = node.setdefault(word, {})
                continue
            for piece in [word] if word[-1] == "'" else tokenize(word).words:
                node = node.setdefault(piece, {})
        node.setdefault(None, (construction, tuple(slots)))


_DEEPEST = 6  # "since the end of the first week of May 2018" is five deep


def _depth(node: Any) -> int:
    """How deeply nodes are nested in a node."""
    return 1 + max(map(_depth, node), default=0) if isinstance(node, tuple) else 0


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
        """Applies all levels at each of some tokens, given from right to left, so that what follows is known."""
        words, edges, openers = self.tokens.words, self.edges, grammar.openers
        for i in places:
            word = words[i]
            if i not in edges and word not in openers:
                continue
            for trie in grammar.levels:
                if word in trie or any(edge[0] in trie for edge in edges.get(i, ())):
                    self._apply(trie, build, i)

    def _apply(self, trie: Trie, build: dict[str, Builder], i: int) -> None:
        found: list[tuple[int, tuple[str, tuple[str, ...]], tuple[Any, ...]]] = []
        self._walk(trie, i, (), found)
        if not found:
            return
        found.sort(key=lambda match: -match[0])
        done: set[tuple[int, str]] = set()
        for end, (construction, slots), values in found:
            if (end, construction) in done:
                continue
            node = build[construction](dict(zip(slots, values, strict=True)), self.tokens, i, end)
            if node is not None and _depth(node) <= _DEEPEST:
                done.add((end, construction))
                self.add(i, end, node)

    def _walk(self, trie: Trie, j: int, values: tuple[Any, ...], found: list[Any]) -> None:
        terminal = trie.get(None)
        if terminal is not None:
            found.append((j, terminal, values))
        words = self.tokens.words
        if j < len(words):
            step = trie.get(words[j])
            if step is not None:
                self._walk(step, j + 1, values, found)
            for name, end, value in self.edges.get(j, ()):
                step = trie.get(name)
                if step is not None:
                    self._walk(step, end, (*values, value), found)

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
