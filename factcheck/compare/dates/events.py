"""Sentences that date one event: a birth, a founding, or what two articles of a week tell in the same words.

Only sentences with a year are read.  Two of them tell one event where the one names nobody else than the other, and
either both say that it happened once (somebody was born, a law entered into force) or nearly all words of the shorter
one stand in the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from factcheck.compare.context import Context
from factcheck.compare.copies.dates import date_claim, days_of
from factcheck.compare.dates.dated import ENDS, PICTURED, Dated, passages_of, placeless, span_of
from factcheck.compare.findings.make import make_finding
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View, views
from factcheck.extract.words.mentions import PeriodMention
from factcheck.model import Finding

_COMMON = 12  # sentences that share a word; beyond, it tells nothing
_SHARED, _PART = 2, 0.5  # other words that two passages about one event have in common, and the part of the shorter's
_ALIKE, _SAME = 5, 0.8  # the same without a word for what happens once
_CERTAIN = 3  # words in common of passages that name nobody
_BACK = 45  # days from which on an article looks back on a date, and does not announce the next meeting
_WEEK = 7  # days between the publication of two articles that tell one event in the same words


def event_dates(law: Law, context: Context) -> Iterator[Finding]:
    """Events that two passages put on different days, one finding per pair of dates."""
    passages = [
        passage for document in context.documents.values() for passage in passages_of(document, context.rulebook)
    ]
    asked = {view.claim.doc for view in context.views if context.concerns(view)}
    told: dict[tuple[str, str], dict[tuple[int, int], tuple[Dated, Dated]]] = defaultdict(dict)
    for a, b in _pairs(passages):
        pair = a.document.id, b.document.id
        if _days_apart(a, b) and (context.focus is None or not asked.isdisjoint(pair)):
            told[pair].setdefault((a.date.start, b.date.start), (a, b))
    for found in told.values():
        if len(found) == 1:  # texts that differ in several dates are a form, filled in anew
            yield from (_finding(law, a, b, context) for a, b in found.values())


def _pairs(passages: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Passages about one event: by their names and what happened, and by the words of whole sentences."""
    blocks: dict[Hashable, list[Dated]] = defaultdict(list)
    for passage in passages:
        for key in passage.names | passage.words:
            blocks[passage.kind, key].append(passage)
    shared: Counter[tuple[Dated, Dated]] = Counter()
    for block in blocks.values():
        if len(block) <= _COMMON:
            shared.update(combinations(block, 2))
    for a, b in shared:
        if _one_event(a, b) if a.kind else _one_sentence(a, b):
            yield a, b


def _one_event(a: Dated, b: Dated) -> bool:
    """True where nobody else is named, no other number stands there, and the words beside what happened are alike."""
    if a.numbers != b.numbers or (a.document.id == b.document.id and a.start == b.start):
        return False
    if a.kind == PICTURED:
        a, b = placeless(a), placeless(b)
    if not (a.names <= b.names or b.names <= a.names):
        return False
    one, other = a.names - a.places, b.names - b.places
    if a.document.lang != b.document.lang:
        return len(one & other) >= _SHARED
    if not one and not other:
        return _overlap(a, b, _CERTAIN, _SAME)
    return bool(one & other) and _overlap(a, b, _SHARED, _PART)


def _one_sentence(a: Dated, b: Dated) -> bool:
    """True for sentences of two articles of a week that say the same but for the date."""
    if a.document.id == b.document.id or a.document.lang != b.document.lang or a.numbers != b.numbers:
        return False
    if not (a.names <= b.names or b.names <= a.names):
        return False
    one, other = days_of(a.document.published), days_of(b.document.published)
    if one is None or other is None or abs(one[0] - other[0]) > _WEEK:
        return False
    past = all((span_of(dated.date) or one)[1] < min(one[0], other[0]) - _BACK for dated in (a, b))
    return (one == other or past) and _overlap(a, b, _ALIKE, _SAME)


def _overlap(a: Dated, b: Dated, least: int, part: float) -> bool:
    shared = len(a.words & b.words)
    return shared >= max(least, part * min(len(a.words), len(b.words)))


def _days_apart(a: Dated, b: Dated) -> bool:
    """True for two dates of one sort that share no day, neither with each other nor with any of the other sentence."""
    others = (*((a.date, date) for date in b.dates), *((b.date, date) for date in a.dates))
    if a.kind == PICTURED and a.beside and b.beside:
        others = ((a.date, b.date),)
    return (a.date.mod in ENDS) == (b.date.mod in ENDS) and not any(_meet(date, other) for date, other in others)


def _meet(a: PeriodMention, b: PeriodMention) -> bool:
    one, other = span_of(a), span_of(b)
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _finding(law: Law, a: Dated, b: Dated, context: Context) -> Finding:
    claims = [date_claim(dated.document, dated.date, dated.start, dated.end) for dated in (a, b)]
    first, second = (context.register(view) for view in views(claims, context.rulebook))
    members: list[tuple[View, int, str]] = [(first, 0, "one"), (second, 1, "other")]
    text = f"both tell of one event ({', '.join(sorted(a.words & b.words)[:6])})"
    roles = {"one": first, "other": second}
    return make_finding(law, law.severity, members, context, roles=roles, confidence="low", explanation=text)
