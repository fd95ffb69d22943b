"""A credit: who is named as the source of what a sentence says, and which of several governs a figure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from factcheck.extract.names.offices import broken
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_BESIDE = 6  # tokens between a figure and the phrase behind it that credits it alone: 300 according to the union
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


def source_of(quantity: Quantity, sentence: Sentence, found: Sequence[Credit]) -> str | None:
    """The credit that governs a figure: a phrase right behind it, the nearest cue before it, else the nearest after."""
    found = [credit for credit in found if _same_bracket(quantity.first, credit.cue, sentence)]
    found = [credit for credit in found if not _is_owned(credit, found, sentence)]
    after = [credit for credit in found if credit.cue >= quantity.last]
    if after and (after[0].told or _is_led(quantity, sentence)) and _touches(quantity, after[0], sentence):
        return after[0].source
    before = [credit for credit in found if credit.cue < quantity.first]
    if before and before[-1].gapped:
        return before[-1].source
    if before:
        return next((credit for credit in reversed(before) if not credit.weak), before[-1]).source
    forms = sentence.tokens.forms
    reaching = (credit for credit in found if ";" not in forms[quantity.last : credit.first])
    return next((credit.source for credit in reaching), None)


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


def _is_owned(credit: Credit, found: Sequence[Credit], sentence: Sentence) -> bool:
    """Whether data without an owner are whoever speaks later in the sentence: a report says, notes Orlin; no "but"."""
    later = [other.cue for other in found if credit.nobody and not (other.nobody or other.told)]
    forms, relatives = sentence.tokens.forms, sentence.tokens.first("relative").keys()  # …, and which saw unrest
    joined = sentence.tokens.first("conjunction").items()
    breaks = [at for at, hit in joined if relatives.isdisjoint((at, hit[0])) and forms[at - 1] in ",;"]
    return any(cue > credit.cue and not any(credit.cue < at < cue for at in breaks) for cue in later)


def _same_bracket(at: int, cue: int, sentence: Sentence) -> bool:
    """Whether no bracket that closes again holds the one of two tokens alone: 4% (3% planned by the board) or 2%."""
    forms = sentence.tokens.forms
    if "(" not in forms:
        return True
    first, last = min(at, cue), max(at, cue)
    between = forms[first:last]
    if cue < at:
        return between.count("(") >= between.count(")")
    return True if ")" not in forms[cue:] else between.count("(") <= between.count(")")


def _is_led(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a relative follows a figure, which the next verb then says: the 3.9% that analysts expected."""
    return quantity.last in sentence.tokens.first("relative")


def _touches(quantity: Quantity, credit: Credit, sentence: Sentence) -> bool:
    """Whether a credit follows a figure with no sign and no other figure between."""
    between = range(quantity.last, credit.cue)
    parted = broken(sentence, quantity.last, credit.cue) or any(q.first in between for q in sentence.quantities)
    return len(between) <= _BESIDE and not parted
