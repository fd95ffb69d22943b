"""Whether two figures of one metric are named by words that narrow it apart: gun crimes, knife crimes."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.identity.whose import head_first, of_two_things, phrases_at
from factcheck.compare.view import View
from factcheck.extract.words.tokens import tokenize
from factcheck.rulebook import Rulebook

_Words = tuple[str, ...]


def named_apart(a: View, b: View, rulebook: Rulebook) -> bool:
    """True where the words beside a name make it that of two things: gun and knife crimes, exports of rye and of oats.

    The jobless rate and the unemployment rate are one.
    """
    metric = rulebook.metrics.get(a.claim.metric)
    if metric is None or a.claim.metric != b.claim.metric or a.claim.lang != b.claim.lang:
        return False
    names = metric.names.get(a.claim.lang, ())
    return (not head_first(a.claim.lang) and _narrower(a, b, names)) or of_two_things(a, b, names)


def _narrower(a: View, b: View, names: _Words) -> bool:
    """True where each sentence has a name of the metric with a first word of its own before another name of it."""
    one, other = (_name_in(view.claim.sentence, names) for view in (a, b))
    return len(one) > 1 and one[1:] == other[1:] and one != other and phrases_at(0, one[1:], names)[:1] == [one[1:]]


@lru_cache(maxsize=4096)
def _name_in(sentence: str, names: _Words) -> _Words:
    """The longest of some names in a sentence, the first where two are as long; empty where none stands in it."""
    words = tuple(tokenize(sentence.lower()).words)
    return max((name for at in range(len(words)) for name in phrases_at(at, words, names)[:1]), key=len, default=())
