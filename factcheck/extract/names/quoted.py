"""Titles of works and names of operations: what stands in quotes with capitals, or comes back in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from factcheck.extract.words.tokens import Tokens

QUOTES = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’"}
_LONGEST = 6  # tokens
_AGAIN = _MANY = 2
_VERB = 5  # tokens from a closing quote to the verb behind it, its auxiliaries included
_DESCRIBED = 1  # tokens that may stand between "film" and the quotes


def title_at(tokens: Tokens, i: int, again: Collection[str]) -> int | None:
    """The token after a title in quotes that open at i.

    Most of its words have capitals, or it is one of `again`, or a word such as "film" stands before it.
    """
    last = _closing(tokens, i)
    if last is None or _is_spoken(tokens, last):
        return None
    words = tokens.forms[i + 1 : last]
    capital = sum(word[0].isupper() or word[0].isdigit() for word in words)
    if not words[0][0].isupper():
        return None
    named = any(at in tokens.after("work") for at in range(max(0, i - _DESCRIBED), i + 1))
    plain = capital < _MANY or capital * 2 < len(words)
    return None if plain and not named and tokens.span(i + 1, last) not in again else last


def _is_spoken(tokens: Tokens, last: int) -> bool:
    """Whether a verb of saying follows a closing quote and its comma: "Wir bauen 50 Boote", sagte Ana Brandt."""
    return tokens.forms[last + 1 : last + 2] == [","] and any(
        at in tokens.first("say") for at in range(last + 2, last + _VERB)
    )


def quoted_again(sentences: Iterable[Tokens]) -> frozenset[str]:
    """What an article puts in quotes more than once, a capital at its beginning."""
    counts = Counter(title for tokens in sentences for title in _quoted(tokens))
    return frozenset(title for title, count in counts.items() if count >= _AGAIN)


def _quoted(tokens: Tokens) -> Iterator[str]:
    forms, after = tokens.forms, 0
    if QUOTES.keys().isdisjoint(forms):
        return
    for i, form in enumerate(forms):
        if i >= after and form in QUOTES and (last := _closing(tokens, i)) is not None:
            after = last + 1
            if forms[i + 1][0].isupper():
                yield tokens.span(i + 1, last)


def _closing(tokens: Tokens, i: int) -> int | None:
    """The token that closes a few words in quotes without a stop among them."""
    end = QUOTES[tokens.forms[i]]
    for j in range(i + 1, min(len(tokens), i + 2 + _LONGEST)):
        form = tokens.forms[j]
        if form == end:
            return j if j > i + 1 else None
        if form in ".!?,;:":
            return None
    return None
