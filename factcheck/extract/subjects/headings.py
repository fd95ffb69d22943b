"""Headings inside an article, and what each is about."""

from __future__ import annotations

from collections import Counter

from factcheck.extract.subjects.noun_phrases import noun_phrases
from factcheck.extract.subjects.standing import TELLERS
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_HEADING, _STOPS = 16, frozenset('.!?…,;:"”»')  # tokens of the longest heading inside an article; no end of one
_CHANCE = 3  # times that an article comes back to a word by chance


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own inside the article without a stop: 7h25 - Orlin earns more."""
    tokens = sentence.tokens
    short = sentence.index > 0 and len(tokens) <= _HEADING and sentence.zone != "headline"
    if not short or tokens.forms[-1] in _STOPS:
        return False
    text, end = tokens.text, tokens.ends[-1]
    start = tokens.starts[0]
    return text[end : end + 1] in ("", "\n", "\r") and text[max(0, start - 1) : start] in ("", "\n")


def headed(sentence: Sentence, words: Counter[str], vocabulary: Vocabulary) -> str | None:
    """What a heading is about: its first name, else the first phrase that the article comes back to."""
    for name in sentence.names:
        if name.sure and name.region is None and name.kind not in TELLERS:
            return name.entity
    phrases = noun_phrases(sentence, vocabulary)
    return next((phrase.text for phrase in phrases if words[phrase.head] >= _CHANCE), None)
