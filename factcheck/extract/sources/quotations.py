"""Quotations: those that go on over several sentences, and who stands beside one as its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.offices import Party, broken
from factcheck.extract.words.sentences import Sentence

_LONGEST = 6  # sentences of one quotation that are looked through for its speaker
_MARKS = frozenset('"“”„«»')
_DASHES = frozenset("-–—")
_ASIDE = 12  # tokens between two dashes within a quotation
_BEHIND = 6  # tokens between a quotation and its speaker
_NO_VERB = ("preposition", "of", "conjunction", "relative", "data")


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
    forms = sentence.tokens.forms
    if closing is None and pairs.keys().isdisjoint(forms):
        return None
    for at, form in enumerate(forms):
        if closing is None:
            closing = pairs.get(form) if form in pairs and not _ends_word(sentence, at) else None
        elif form == closing:
            closing = None
    return closing


def _ends_word(sentence: Sentence, at: int) -> bool:
    """Whether a sign stands right behind a word, where nothing can open."""
    tokens = sentence.tokens
    return tokens.glued(at) and tokens.forms[at - 1].isalnum()


def inside_quotation(sentence: Sentence, opened: bool) -> set[int]:
    """The tokens of a sentence that stand within quotations; `opened` where it begins within one.

    What stands there between two dashes is said of the quotation: "The pier - said Ana Ruiz - is old".
    """
    forms = sentence.tokens.forms
    if not opened and _MARKS.isdisjoint(forms):
        return set()
    inside: set[int] = set()
    dash = None
    for at, form in enumerate(forms):
        if form in _MARKS:
            opened, dash = not opened and not _ends_word(sentence, at), None
        elif opened and form in _DASHES and not sentence.tokens.glued(at):
            if dash is not None and at - dash <= _ASIDE and any(dash < first < at for first in _said(sentence)):
                inside.difference_update(range(dash, at))
            dash = at
        elif opened:
            inside.add(at)
    return inside


def _said(sentence: Sentence) -> list[int]:
    """The tokens of the verbs of saying."""
    return [first for first, _, _ in sentence.tokens.hits.get("say", ())]


def opens_with_quotation(sentence: Sentence) -> bool:
    """Whether a sentence begins with a quotation."""
    return sentence.tokens.forms[0] in _MARKS


def is_line(sentence: Sentence) -> bool:
    """Whether a sentence of the text ends with no sign, as headings and the rows of a list do."""
    last = sentence.tokens.forms[-1]
    return sentence.zone != "headline" and (last[-1].isalnum() or last in ")%")


def has_quotation(sentence: Sentence) -> bool:
    """Whether a quotation begins or ends in a sentence."""
    return not _MARKS.isdisjoint(sentence.tokens.forms)


def introduced(sentence: Sentence) -> int | None:
    """The token of the colon that a quotation follows."""
    forms = sentence.tokens.forms
    return next((i for i in range(len(forms) - 1) if forms[i] == ":" and forms[i + 1] in _MARKS), None)


def speaker_beside(sentence: Sentence, speaking: Sequence[Party]) -> tuple[Party, int] | None:
    """Who stands behind a quotation that opens the sentence, whatever the verb, and where that clause begins."""
    tokens = sentence.tokens
    marks = [i for i, form in enumerate(tokens.forms) if form in _MARKS]
    if not marks or (marks[0] != 0 and len(marks) % 2 == 0):
        return None
    start = marks[-1] + 1
    start += tokens.forms[start : start + 1] == [","]
    titled = any(name.last == marks[-1] and name.first == 1 for name in sentence.names)
    if titled or not _may_be_verb(sentence, start):
        return None
    near = [p for p in speaking if start < p[0] <= start + _BEHIND and not broken(sentence, start, p[0], commas=1)]
    return (min(near), start) if near else None


def _may_be_verb(sentence: Sentence, at: int) -> bool:
    """Whether the clause behind a quotation can begin with its verb, a pronoun such as Italian's "l'ha" left aside."""
    tokens = sentence.tokens
    if at >= len(tokens) or not tokens.forms[at].islower():
        return False
    article = tokens.first("determiner").get(at)
    if article:
        return article[0] in tokens.first("copula")
    return not any(at in tokens.first(category) for category in _NO_VERB)
