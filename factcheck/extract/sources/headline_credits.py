"""Credits of headlines, by where a name stands: "300 ships idle: Orlin Guild", "Orlin Guild: 300 ships idle"."""

from __future__ import annotations

from factcheck.extract.sources.bearers import bearers, party_of
from factcheck.extract.sources.credit import Credit
from factcheck.extract.words.sentences import Sentence

_DASHES = frozenset("-–—")
_SIGNED = frozenset({":", *_DASHES})


def signed(sentence: Sentence) -> Credit | None:
    """Who is named at the end of a headline behind a colon or a dash."""
    tokens = sentence.tokens
    for name in bearers(sentence):
        first, last, who = party_of(name, sentence)
        led = name.lead - 1
        if last < len(tokens) or led < 1 or tokens.forms[led] not in _SIGNED:
            continue
        if tokens.forms[led] == ":" or not tokens.glued(led):
            return Credit(who, first, last, first, told=True)
    return None


def labelled(sentence: Sentence) -> Credit | None:
    """Who is named at the head of a headline before a colon."""
    tokens = sentence.tokens
    name = next(iter(bearers(sentence)), None)
    if name is None or name.lead > 0:
        return None
    first, last, who = party_of(name, sentence)
    return Credit(who, first, last, first) if tokens.forms[last : last + 1] == [":"] else None
