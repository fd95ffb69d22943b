"""Which of the credits of a sentence governs a figure."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.offices import broken
from factcheck.extract.sources.credit import Credit
from factcheck.extract.sources.reach import expects, governs_before, is_expected
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence

_DIRECT = 3  # tokens from a verb to the figure that it gives: a estimam em
_BESIDE = 6  # tokens between a figure and the phrase behind it that credits it alone: 300 according to the union


def source_of(quantity: Quantity, sentence: Sentence, found: Sequence[Credit]) -> str | None:
    """The credit that governs a figure: a phrase right behind it, the nearest cue before it, else the nearest after."""
    found = [credit for credit in found if _same_bracket(quantity.first, credit.cue, sentence)]
    found = [credit for credit in found if not _is_owned(credit, found, sentence)]
    expected = next((credit for credit in found if is_expected(quantity, credit, sentence)), None)
    if expected:
        return expected.source
    found = [credit for credit in found if not any(is_expected(q, credit, sentence) for q in sentence.quantities)]
    after = [credit for credit in found if credit.cue >= quantity.last]
    if after and (after[0].told or _is_led(quantity, sentence)) and _touches(quantity, after[0], sentence):
        return after[0].source
    before = [credit for credit in found if credit.cue < quantity.first]
    if before and before[-1].gapped:
        return before[-1].source
    told = next((credit for credit in after if credit.told), None)
    later = [other for other in sentence.quantities if other.first >= quantity.last]
    alone = told and not any(_touches(other, told, sentence) for other in later)
    if told and alone and before and all(c.weak and not expects(c, sentence) for c in before):
        return told.source  # Orlin counted 300, according to the police
    if before and before[-1].weak and quantity.first - before[-1].cue <= _DIRECT:
        return before[-1].source  # the company says, a figure the union puts at 5 million
    if before:
        return next((credit for credit in reversed(before) if not credit.weak), before[-1]).source
    forms = sentence.tokens.forms
    reaching = (credit for credit in found if ";" not in forms[quantity.last : credit.first])
    return next((credit.source for credit in reaching if governs_before(quantity, credit, sentence)), None)


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
