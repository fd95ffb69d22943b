"""Quotations that go on over several sentences: what one of them is credited to holds for all."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.sentences import Sentence

_LONGEST = 6  # sentences of one quotation that are looked through for its speaker


def continuations(sentences: Sequence[Sentence], marks: Sequence[Sequence[str]]) -> dict[int, list[Sentence]]:
    """For each sentence at whose end a quotation is open, by its index, the sentences up to the one that closes it."""
    pairs = {opening: closing for opening, closing in marks if opening not in "'‘‚‹›"}
    open_at_end: list[str | None] = []
    closing: str | None = None
    for i, sentence in enumerate(sentences):
        if i and sentence.paragraph != sentences[i - 1].paragraph:
            closing = None
        closing = _left_open(sentence, closing, pairs)
        open_at_end.append(closing)
    found: dict[int, list[Sentence]] = {}
    for i, sentence in enumerate(sentences):
        end = i
        while end < len(sentences) - 1 and end < i + _LONGEST and open_at_end[end] is not None:
            end += 1
        if end > i and sentences[end].paragraph == sentence.paragraph:
            found[sentence.index] = list(sentences[i + 1 : end + 1])
    return found


def _left_open(sentence: Sentence, closing: str | None, pairs: dict[str, str]) -> str | None:
    """The sign that would close the quotation open at a sentence's end, given that of the one open at its start."""
    for form in sentence.tokens.forms:
        if closing is not None:
            closing = None if form == closing else closing
        elif form in pairs:
            closing = pairs[form]
    return closing
