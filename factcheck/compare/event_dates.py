"""Sentences that date one event: a birth, a founding, or what two articles of a week tell in the same words.

Only sentences with a year are read.  Two of them tell one event where the one names nobody else than the other, and
either both say that it happened once (somebody was born, a law entered into force) or nearly all words of the shorter
one stand in the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.compare.context import Context
from factcheck.compare.copies import SENTENCE_END
from factcheck.compare.cues import once_in
from factcheck.compare.dates import date_claim, days_of
from factcheck.compare.findings import make_finding
from factcheck.compare.law import Law
from factcheck.compare.view import View, views
from factcheck.extract.compiled import vocabulary_for
from factcheck.extract.mentions import PeriodMention
from factcheck.extract.periods import find_periods
from factcheck.extract.tokens import Tokens, tokenize
from factcheck.extract.vocabulary import languages
from factcheck.model import Document, Finding

_YEAR = re.compile(r"\b[12]\d{3}\b")
_ENDS = frozenset({"until", "by"})  # words before a day on which something ends
_STEM, _WORD = 5, 4  # letters of a word that tell it from others, and of the shortest that says something
_NEAR = 14  # words between what happened once and its date
_COMMON = 12  # sentences that share a word; beyond, it tells nothing
_SHARED, _PART = 2, 0.5  # other words that two passages about one event have in common, and the part of the shorter's
_ALIKE, _SAME = 5, 0.8  # the same without a word for what happens once
_CERTAIN = 3  # words in common of passages that name nobody
_OWN = 3  # days around its publication, of which an article speaks as of its own
_BACK = 45  # days from which on an article looks back on a date, and does not announce the next meeting
_WEEK = 7  # days between the publication of two articles that tell one event in the same words


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """A passage with its dates."""

    document: Document
    start: int
    end: int
    kind: str  # of what happened once; empty for a whole sentence
    words: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    date: PeriodMention
    dates: tuple[PeriodMention, ...]  # all of its sentence


def event_dates(law: Law, context: Context) -> Iterator[Finding]:
    """Events that two passages put on different days, one finding per pair of dates."""
    passages = [passage for document in context.documents.values() for passage in _passages(document, context)]
    asked = {view.claim.doc for view in context.views if context.concerns(view)}
    told: dict[tuple[str, str], dict[tuple[int, int], tuple[Dated, Dated]]] = defaultdict(dict)
    for a, b in _pairs(passages):
        pair = a.document.id, b.document.id
        if _days_apart(a, b) and (context.focus is None or not asked.isdisjoint(pair)):
            told[pair].setdefault((a.date.start, b.date.start), (a, b))
    for found in told.values():
        if len(found) == 1:  # texts that differ in several dates are a form, filled in anew
            yield from (_finding(law, a, b, context) for a, b in found.values())


def _passages(document: Document, context: Context) -> Iterator[Dated]:
    """The sentences of an article that have a year, and the passages around what happened once."""
    if document.lang not in languages() or days_of(document.published) is None:
        return
    vocabulary = vocabulary_for(document.lang, context.rulebook)
    start = 0
    for end in [match.end() for match in SENTENCE_END.finditer(document.text)] + [len(document.text)]:
        if _YEAR.search(document.text, start, end):
            tokens = tokenize(document.text, start, end)
            vocabulary.lexicon.mark(tokens)
            found = find_periods(tokens, vocabulary, document.published)
            dates = tuple(mention for mention in found if mention.type == "date")
            yield from _parts(document, tokens, dates, vocabulary.stopwords)
        start = end


def _parts(
    document: Document, tokens: Tokens, dates: tuple[PeriodMention, ...], idle: Collection[str]
) -> Iterator[Dated]:
    """A sentence of one absolute date, and each event of a sentence with the date nearest to it."""
    told = [date for date in dates if _tells_day(date, tokens) and not _own_day(date, document)]
    for first, last, kind in once_in(document.lang, tokens):
        near = min(dates, key=lambda date: _between(date, first, last), default=None)
        if near in told and _between(near, first, last) <= _NEAR and near.mod is None:
            low, high = max(0, min(first, near.first) - _NEAR), max(last, near.last) + _NEAR
            taken = _taken(dates) | set(range(first, last))
            yield _dated(
                document,
                tokens,
                near,
                dates,
                kind,
                [i for i in range(low, min(high, len(tokens))) if i not in taken],
                idle,
            )
    for date in told:
        if (date.mod in _ENDS or len(dates) == 1) and not _aside(date, tokens):
            plain = [i for i in range(len(tokens)) if i not in _taken(dates)]
            yield _dated(document, tokens, date, dates, "", plain, idle)


def _taken(dates: Iterable[PeriodMention]) -> set[int]:
    return {i for date in dates for i in range(date.first, date.last)}


def _tells_day(date: PeriodMention, tokens: Tokens) -> bool:
    told = _span(date) is not None and (date.mod is None or date.mod in _ENDS)
    return told and bool(_YEAR.search(tokens.text, date.start, date.end))


def _own_day(date: PeriodMention, document: Document) -> bool:
    """True for the day of the article itself: the line that says when it was printed."""
    own, day = days_of(document.published), _span(date)
    return own is not None and day is not None and own[0] - _OWN <= day[1] and day[0] <= own[1] + _OWN


def _aside(date: PeriodMention, tokens: Tokens) -> bool:
    """True for a date in brackets, which is that of a picture or of an earlier report."""
    around = tokens.forms[max(0, date.first - 1) : date.first] + tokens.forms[date.last : date.last + 1]
    return bool({"(", ")", "[", "]"} & set(around))


def _between(date: PeriodMention, first: int, last: int) -> int:
    return max(date.first - last, first - date.last, 0)


def _dated(document: Document, tokens: Tokens, date: PeriodMention, dates: tuple[PeriodMention, ...], kind: str,
           span: Sequence[int], idle: Collection[str]) -> Dated:  # fmt: skip
    plain = [i for i in span if tokens.words[i] not in idle]
    words = frozenset(word[:_STEM] for i in plain if len(word := tokens.words[i]) >= _WORD and word.isalpha())
    names = frozenset(tokens.words[i] for i in plain if tokens.forms[i][0].isupper())
    places = frozenset(tokens.words[i] for first, last, _ in tokens.hits.get("region", ()) for i in range(first, last))
    numbers = frozenset(tokens.words[i] for i in plain if tokens.forms[i][0].isdigit())
    return Dated(document, tokens.starts[0], tokens.ends[-1], kind, words, names, places, numbers, date, dates)


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
    past = all((_span(dated.date) or one)[1] < min(one[0], other[0]) - _BACK for dated in (a, b))
    return (one == other or past) and _overlap(a, b, _ALIKE, _SAME)


def _overlap(a: Dated, b: Dated, least: int, part: float) -> bool:
    shared = len(a.words & b.words)
    return shared >= max(least, part * min(len(a.words), len(b.words)))


def _days_apart(a: Dated, b: Dated) -> bool:
    """True for two dates of one sort that share no day, neither with each other nor with any of the other sentence."""
    others = (*((a.date, date) for date in b.dates), *((b.date, date) for date in a.dates))
    return (a.date.mod in _ENDS) == (b.date.mod in _ENDS) and not any(_meet(date, other) for date, other in others)


def _meet(a: PeriodMention, b: PeriodMention) -> bool:
    one, other = _span(a), _span(b)
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _span(date: PeriodMention) -> tuple[int, int] | None:
    """The days of a date; of one until which something goes on, its end."""
    if date.mod in _ENDS and date.period and date.period.end:
        end = date.period.end.toordinal()
        return end, end
    return days_of(date.period)


def _finding(law: Law, a: Dated, b: Dated, context: Context) -> Finding:
    claims = [date_claim(dated.document, dated.date, dated.start, dated.end) for dated in (a, b)]
    first, second = (context.register(view) for view in views(claims, context.rulebook))
    members: list[tuple[View, int, str]] = [(first, 0, "one"), (second, 1, "other")]
    text = f"both tell of one event ({', '.join(sorted(a.words & b.words)[:6])})"
    roles = {"one": first, "other": second}
    return make_finding(law, law.severity, members, context, roles=roles, confidence="low", explanation=text)
