"""Sentences that only say whose the figures before them are: these are results of the survey of Orlin."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.sources.credit import Credit
from factcheck.extract.words.sentences import Sentence

Heard = tuple[list[Credit], str | None]  # what a sentence credits, and who is carried to it

_NEAR = 2  # sentences back to which it holds against whom an earlier one credits
_VERBS = ("say", "holds", "copula", "determiner", "according")
_OPENING = 2  # tokens before the words that take up what was said: an article, "así"


def credit_back(sentences: Sequence[Sentence], heard: Sequence[Heard]) -> list[Heard]:
    """The same, where a sentence takes up what was said: its source for what nobody is credited with before it."""
    found = list(heard)
    for at, sentence in enumerate(sentences):
        credits = [credit for credit in heard[at][0] if not (credit.weak or credit.nobody)]
        if not credits or sentence.quantities or not _takes_up(sentence):
            continue
        source = credits[0].source
        opens = at > 0 and sentences[at - 1].paragraph < sentence.paragraph
        paragraph = sentences[at - 1].paragraph if opens else sentence.paragraph
        for before in range(at - 1, -1, -1):
            overrides = heard[before][1] is not None and at - before > _NEAR
            if sentences[before].paragraph != paragraph or heard[before][0] or overrides:
                break
            found[before] = ([], source)
    return found


def _takes_up(sentence: Sentence) -> bool:
    """Whether a sentence begins with the data just told of, or a word for what was just said."""
    tokens = sentence.tokens
    if any(first <= 1 and _resumes(sentence, first, last) for first, last, _ in tokens.hits.get("resuming", ())):
        return True
    return any(
        first <= _OPENING and first - 1 in tokens.first("definite") for first, _, _ in tokens.hits.get("data", ())
    )


def _resumes(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word stands for what was said, and before no noun of its own: this was told by, this year."""
    tokens = sentence.tokens
    return last - first > 1 or any(last in tokens.first(kind) for kind in _VERBS)
