"""How a stated share, its part and its whole stand to each other in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.arithmetic.coincidences import in_brackets
from factcheck.compare.arithmetic.terms import gap, one_sentence
from factcheck.compare.arithmetic.wording import said_between, text_between
from factcheck.compare.context import Context
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.view import View

_GLOSS = 8  # characters between a part and the share that glosses it: ", or "
_AGAINST = frozenset({"compared_with", "set_against"})
_OF = 16  # characters of the words between a share and the whole behind it


def glosses_another(count: View, share: View, own: Sequence[View], context: Context) -> bool:
    """True for a count in brackets that says how many another share is: 2 % of the ports (111) and 10 % (557)."""
    if count.claim.kind != "level" or not in_brackets(count, context):
        return False
    before = [
        view for view in own
        if view.claim.kind == "share" and one_sentence(view, count) and view.claim.end <= count.claim.start
    ]  # fmt: skip
    return bool(before) and max(before, key=lambda view: view.claim.start) is not share


def is_between(share: View, whole: View, part: View) -> bool:
    """True where the whole stands between a share and its part: a swing of 6 %, 13,700 votes to 11,600."""
    starts = share.claim.start, whole.claim.start, part.claim.start
    return starts in (tuple(sorted(starts)), tuple(sorted(starts, reverse=True)))


def is_glossed(part: View, share: View) -> bool:
    """True for a part that its share follows at once: 329, or 15 %; 329 (15 %)."""
    return 0 < share.claim.start - part.claim.end <= _GLOSS


def are_compared(a: View, b: View, context: Context, *, glossed: bool) -> bool:
    """True where a word between two figures sets one against the other: 48 million, compared to 39 million.

    Between a whole and a part with its share beside it, a date does not: of 120 last year, 40, or 30 %.
    """
    if glossed:
        return not _AGAINST.isdisjoint(said_between(a, b, context))
    words = cues_for(a.claim.lang).found(text_between(a, b, context))
    return "contrast" in words and "part_of" not in words


def is_told_part(part: View, whole: View, context: Context) -> bool:
    """True for a part told as one behind its whole: 3.2 billion, of which 800 million, or 35 %, is in shares."""
    behind = whole.claim.end < part.claim.start and part.claim.metric == whole.claim.metric
    return behind and "part_of" in cues_for(part.claim.lang).found(text_between(whole, part, context))


def is_aside(share: View, part: View) -> bool:
    """True where brackets close between a share of something else and a part behind them: (10 % of it), two."""
    one, other = share.claim, part.claim
    between = one.sentence[one.end - one.sentence_start : max(0, other.start - one.sentence_start)]
    return bool(one.of) and ")" in between


def is_stated_whole(share: View, whole: View, context: Context) -> bool:
    """True for the count right behind its share: "35 % of its 1,650 employees"."""
    document = context.documents.get(share.claim.doc)
    if document is None or not one_sentence(share, whole) or whole.claim.kind != "level" or not whole.claim.value:
        return False
    between = document.text[share.claim.end : whole.claim.start]
    return 0 < len(between) <= _OF and all(ch.isalpha() or ch.isspace() for ch in between)


def of_another(part: View, share: View, own: Sequence[View]) -> bool:
    """True where another share or percentage of the sentence stands nearer to a part."""
    rates = (view for view in own if view.claim.kind == "share" or view.dimension == "percent")
    others = (view for view in rates if view is not share and one_sentence(view, share))
    return any(gap(part, other) < gap(part, share) for other in others)
