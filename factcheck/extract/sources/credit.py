"""A credit: who is named as the source of what a sentence says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from factcheck.extract.words.sentences import Sentence

_BODY = 10  # tokens between a person and the body of which he holds an office


@dataclass(frozen=True, slots=True)
class Credit:
    """A source and the tokens it stands on; `cue` is where the word of saying stands."""

    source: str
    first: int
    last: int
    cue: int
    told: bool = False  # by "according to", not as the subject of a verb
    weak: bool = False  # by a verb that is not always one of saying
    aside: bool = False  # in a relative clause: the party that found the figures
    nobody: bool = False  # by data of which nothing says whose they are: a survey suggests
    gapped: bool = False  # by a verb said of another before: the union speaks of 900 people, the police of 300


def body_of(credit: Credit, sentence: Sentence, persons: Collection[str]) -> str | None:
    """The body that a credit speaks for: itself, or that of a person's office: Ana Ruiz, head of research at Orlin."""
    if credit.source not in persons:
        return credit.source
    tokens = sentence.tokens
    opened = tokens.forms[credit.last : credit.last + 1] == [","]
    within = range(credit.last + 1, credit.last + _BODY)
    led = [at for kind in ("belongs", "preposition") for at in tokens.after(kind) if at in within]
    behind = (name for name in sentence.names if opened and led and name.first in range(min(led), within.stop))
    return next((name.entity for name in behind if name.region is None and name.entity not in persons), None)
