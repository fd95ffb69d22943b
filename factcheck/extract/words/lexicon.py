"""Every phrase that a language knows, found in a sentence in one pass over its tokens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from factcheck.extract.words.tokens import Hit, Tokens, tokenize
from factcheck.extract.words.trie import End, Node, collect, end_with, insert, looked_up

Phrase = tuple[str, str, bool, Any]  # category, template, whether its words stand only as printed, payload
_HEAD, _MODIFIER = 5, 3  # letters of the shortest last part of a compound, and of what may stand before it
OFFICE_HEAD = 4  # the same of one that is an office: Hafenchef
_REMEMBERED = 20_000
_CHOICE = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")


def expand(template: str) -> list[str]:
    """The phrases a short template stands for: `(a|b)` is one of, `[a|b]` is one of or none; they nest.

    "exceed[s|ed]" gives exceed, exceeds, exceeded.
    """
    match = _CHOICE.search(template) if "[" in template or "(" in template else None
    if match is None:
        return [template if template.isalpha() else " ".join(template.split())]
    must, may = match.groups()
    options = must.split("|") if must is not None else ["", *may.split("|")]
    before, after = template[: match.start()], template[match.end() :]
    return [phrase for option in options for phrase in expand(before + option + after)]


def _printed(phrase: str) -> list[list[str]]:
    """The tokens a phrase has in print; an article elided at its end (de l') is one token before a word, else two."""
    words = phrase.split()
    if all(map(str.isalpha, words)):
        return [words] if words else []
    forms = tokenize(phrase).forms
    if len(forms) > 1 and forms[-1] in ("'", "’") and phrase[-2].isalpha():
        return [forms, tokenize(phrase + "x").forms[:-1]]
    return [forms]


def _nothing(first: str) -> Iterable[Phrase]:
    return ()


class Lexicon:
    """Phrases with a category and a payload each; longest match wins within a category.

    A phrase added with `cased` matches only as printed ("US" but not "us"). Most words never come up, so the phrases
    that begin with a word are laid out when it does for the first time.
    """

    def __init__(self) -> None:
        self._added: defaultdict[str, list[Phrase]] = defaultdict(list)  # by first word
        self._later: Callable[[str], Iterable[Phrase]] = _nothing  # what else begins with a first word
        self._known: dict[str, Node] = {}  # the same, laid out
        self._waiting: set[str] = set()  # the first words not laid out
        self._heads: dict[str, list[End]] = {}  # last parts of compounds
        self._compounds: dict[str, Node] = {}  # those met

    def add(self, category: str, template: str, payload: Any, cased: bool = False, also: Iterable[str] = ()) -> None:
        later = template.partition(" ")[0].isalpha() or not ("[" in template or "(" in template)
        for phrase in (template,) if later else expand(template):
            head = phrase.partition(" ")[0]
            for first in (head.lower(),) if head.isalpha() else {looked_up(forms[0]) for forms in _printed(phrase)}:
                for name in (category, *also):
                    self._added[first].append((name, phrase, cased, payload))
                self._known.pop(first, None)
                self._waiting.add(first)

    def add_all(self, category: str, templates: Iterable[str], payload: Any, cased: bool = False) -> None:
        for template in templates:
            self.add(category, template, payload, cased)

    def add_later(self, firsts: Iterable[str], phrases: Callable[[str], Iterable[Phrase]]) -> None:
        """Lets phrases be asked for by their first word when that comes up, before those that were added."""
        self._later = phrases
        self._waiting.update(firsts)

    @property
    def phrases(self) -> dict[str, list[Phrase]]:
        """The phrases that were added, by first word."""
        return dict(self._added)

    def add_heads(self, heads: Mapping[str, Iterable[tuple[str, Any]]]) -> None:
        """Takes in last parts of compounds, each with the categories and payloads of what they are found as."""
        for head, found in heads.items():
            self._heads[head] = [(category, None, payload) for category, payload in found]

    @property
    def heads(self) -> dict[str, list[tuple[str, Any]]]:
        """The last parts of compounds, with the category and payload of what they are found as."""
        return {phrase: [(category, payload) for category, _, payload in ends] for phrase, ends in self._heads.items()}

    def mark(self, tokens: Tokens) -> None:
        """Gives tokens their hits."""
        tokens.take(self.scan(tokens))

    def add_head(self, category: str, template: str, payload: Any, shortest: int = _HEAD) -> None:
        """Lets every unknown word that ends with a phrase of one word be found as it: Treibstoff|preise."""
        for phrase in expand(template):
            if phrase.isalpha() and len(phrase) >= shortest:
                self._heads.setdefault(phrase.lower(), []).append((category, None, payload))

    def scan(self, tokens: Tokens) -> dict[str, list[Hit]]:
        """The hits by category, left to right; within one category hits do not overlap, the longest wins.

        Several payloads for the same phrase and category give several hits on the same tokens.
        """
        hits: defaultdict[str, list[Hit]] = defaultdict(list)
        words, taken = tokens.words, 0
        if not self._waiting.isdisjoint(words):
            for word in self._waiting.intersection(words):
                self._lay_out(word)
        for i, (node, after) in enumerate(zip(map(self._known.get, words), [*words[1:], ""], strict=False)):
            if node is None and self._heads:
                node = self._compound(words[i])
            if node is None:
                continue
            j = i + 1
            if i < taken or node.cased or after in node.following:
                taken = max(taken, collect(hits, node, words, tokens.forms, i))
                continue
            for category, _, payload in node.ends:  # most words
                hits[category].append((i, j, payload))
        return dict(hits)

    def _compound(self, word: str) -> Node | None:
        """What the longest last part of a compound is found as; so many compounds are remembered."""
        if word in self._compounds:
            return self._compounds[word]
        parts = (word[i:] for i in range(_MODIFIER, len(word) - OFFICE_HEAD + 1))
        head = next((part for part in parts if part in self._heads), None)
        if head is None or not word.isalpha():
            return None
        if len(self._compounds) >= _REMEMBERED:
            self._compounds.clear()
        node = self._compounds[word] = Node()
        node.ends.extend(self._heads[head])
        return node

    def _lay_out(self, first: str) -> None:
        """Makes the phrases that begin with a word known; whole before another thread can see them."""
        root = Node()
        for category, template, cased, payload in (*self._later(first), *self._added.get(first, ())):
            if template.isalpha():  # most
                end_with(root, (category, [template] if cased else None, payload))
                continue
            for phrase in expand(template):
                for forms in _printed(phrase):
                    if looked_up(forms[0]) == first:
                        insert(root, forms, (category, forms if cased else None, payload))
        self._known[first] = root
        self._waiting.discard(first)
