"""Whether the text itself names what a figure measures, beside the figure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from factcheck.compare.view import View
from factcheck.extract.words.lexicon import Lexicon
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import languages, read_language
from factcheck.model import Claim
from factcheck.rulebook import Metric

_BEHIND, _AHEAD = 3, 8  # words between a figure and the noun behind it, or ahead of it
_COUNTED = 4  # words behind a number in which the noun that it counts stands


def named(view: View, metric: Metric, others: Iterable[View]) -> bool:
    """True where a noun of the metric stands beside the figure and no other figure of the article has it."""
    claim, tokens = view.claim, tokenize(view.claim.sentence)
    rivals = [_place(tokens, other.claim) for other in others if other is not view and _together(other.claim, claim)]
    figure = _place(tokens, claim)
    nouns = _names(metric.names.get(claim.lang, ())).scan(tokens).get("name", ())
    return any(_beside(tokens, first, last, figure, rivals, claim.lang) for first, last, _ in nouns)


def _together(one: Claim, other: Claim) -> bool:
    return one.doc == other.doc and one.sentence_start == other.sentence_start


def _place(tokens: Tokens, claim: Claim) -> tuple[int, int]:
    """The first token of a figure in its sentence, and the one behind it."""
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    first = sum(place < start for place in tokens.starts)
    return first, max(first + 1, sum(place < end for place in tokens.starts))


def _beside(
    tokens: Tokens, first: int, last: int, figure: tuple[int, int], rivals: list[tuple[int, int]], lang: str
) -> bool:
    if first < figure[1] and last > figure[0]:
        return True
    low, high = (figure[1], first) if first >= figure[1] else (last, figure[0])
    if any(low <= rival[0] < high for rival in rivals):
        return False
    if first >= figure[1]:
        return first - figure[1] <= _BEHIND
    counted = any(0 <= first - rival[1] <= _COUNTED for rival in rivals)
    return figure[0] - last <= _AHEAD and not counted and not (first and tokens.words[first - 1] in _numerals(lang))


@lru_cache(maxsize=256)
def _names(names: tuple[str, ...]) -> Lexicon:
    lexicon = Lexicon()
    lexicon.add_all("name", names, None)
    return lexicon


@lru_cache(maxsize=16)
def _numerals(lang: str) -> frozenset[str]:
    """The words of a language for small numbers."""
    numbers = read_language(lang).section("numbers") if lang in languages() else {}
    return frozenset(word for name in ("ones", "teens", "tens") for word in numbers.get(name) or ())
