"""Phrases with a gap, whose last words close their clause: sie kündigte am Montag an, er stellte mehr in Aussicht."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from factcheck.extract.words.lexicon import Lexicon, expand
from factcheck.extract.words.tokens import Hit, Tokens

GAP = "…"  # in a template
_CATEGORY = "parted"
_CLAUSE = 30  # tokens between the two parts


def halves(template: str) -> list[tuple[str, str]]:
    """What stands before the gap of a template and behind it, once for every phrase that it stands for."""
    before, _, behind = template.partition(GAP)
    return [(start, tail) for start in expand(before) for tail in expand(behind)]


def add(lexicon: Lexicon, category: str, template: str) -> None:
    """Adds a template with a gap to the phrases of a category."""
    for start, tail in halves(template):
        lexicon.add(_CATEGORY, start, (category, tuple(tail.lower().split()), template))


def clause_ends(tokens: Tokens) -> set[int]:
    """The tokens that a sign, a conjunction or nothing follows."""
    words, conjunctions = tokens.words, tokens.first("conjunction")
    return {
        i for i in range(len(words)) if i + 1 == len(words) or not words[i + 1][0].isalnum() or i + 1 in conjunctions
    }


def is_closed_by(tail: tuple[str, ...], last: int, words: list[str], ends: set[int]) -> bool:
    """Whether the clause of a phrase that ends before token `last` is closed by these words."""
    size = len(tail)
    return any(tuple(words[i + 1 - size : i + 1]) == tail for i in ends if last + size <= i < last + _CLAUSE)


def join(tokens: Tokens) -> None:
    """Gives phrases whose clause ends with the words behind their gap the hits of their category."""
    found = tokens.hits.get(_CATEGORY)
    if not found:
        return
    ends = clause_ends(tokens)
    joined: defaultdict[str, list[Hit]] = defaultdict(list)
    for first, last, (category, tail, payload) in found:
        if is_closed_by(tail, last, tokens.words, ends):
            joined[category].append((first, last, payload))
    if joined:
        tokens.take(
            {**tokens.hits, **{category: _merged(tokens.hits, category, joined[category]) for category in joined}}
        )


def _merged(hits: dict[str, list[Hit]], category: str, joined: list[Hit]) -> list[Hit]:
    """The hits of a category with those joined, which stand before shorter ones."""
    starts: dict[int, Any] = {first: payload for first, _, payload in joined}
    others = [hit for hit in hits.get(category, ()) if hit[0] not in starts]
    return sorted([*others, *dict.fromkeys(joined)], key=lambda hit: hit[:2])
