"""Passages with a year: what they date, whom they name, and the days that they give."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.compare.copies.dates import days_of
from factcheck.compare.copies.sentences import SENTENCE_END
from factcheck.compare.identity.cues import once_in
from factcheck.extract.periods.find import find_periods
from factcheck.extract.words.compiled import vocabulary_for
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import Tokens, tokenize
from factcheck.extract.words.vocabulary import languages
from factcheck.model import Document
from factcheck.rulebook import Rulebook

_YEAR = re.compile(r"\b[12]\d{3}\b")
ENDS = frozenset({"until", "by"})  # words before a day on which something ends
PICTURED = "pictured"  # a picture is of one place, which may be what is wrong, and shown again on other days
_STEM, _WORD = 5, 4  # letters of a word that tell it from others, and of the shortest that says something
_NEAR = 14  # words between what happened once and its date
_BESIDE = 3  # the same for a date that is surely its own
_OWN = 3  # days around its publication, of which an article speaks as of its own


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
    beside: bool = False  # the date stands right beside what happened


def passages_of(document: Document, rulebook: Rulebook) -> Iterator[Dated]:
    """The sentences of an article that have a year, and the passages around what happened once."""
    if document.lang not in languages() or days_of(document.published) is None or not _YEAR.search(document.text):
        return
    vocabulary = vocabulary_for(document.lang, rulebook)
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
        near = min(dates, key=lambda date: _farness(date, first, last, kind), default=None)
        if near in told and _between(near, first, last) <= _NEAR and near.mod is None:
            low, high = min(first, near.first) - _NEAR, max(last, near.last) + _NEAR
            low = 0 if kind == PICTURED else max(0, low)
            taken = _taken(dates) | set(range(first, last))
            span = [i for i in range(low, min(high, len(tokens))) if i not in taken]
            passage = _dated(document, tokens, near, dates, kind, span, idle)
            yield replace(passage, beside=_between(near, first, last) <= _BESIDE)
    for date in told:
        if (date.mod in ENDS or len(dates) == 1) and not _aside(date, tokens):
            plain = [i for i in range(len(tokens)) if i not in _taken(dates)]
            yield _dated(document, tokens, date, dates, "", plain, idle)


def _taken(dates: Iterable[PeriodMention]) -> set[int]:
    return {i for date in dates for i in range(date.first, date.last)}


def _tells_day(date: PeriodMention, tokens: Tokens) -> bool:
    told = span_of(date) is not None and (date.mod is None or date.mod in ENDS)
    return told and bool(_YEAR.search(tokens.text, date.start, date.end))


def _own_day(date: PeriodMention, document: Document) -> bool:
    """True for the day of the article itself: the line that says when it was printed."""
    own, day = days_of(document.published), span_of(date)
    return own is not None and day is not None and own[0] - _OWN <= day[1] and day[0] <= own[1] + _OWN


def _aside(date: PeriodMention, tokens: Tokens) -> bool:
    """True for a date in brackets, which is that of a picture or of an earlier report."""
    around = tokens.forms[max(0, date.first - 1) : date.first] + tokens.forms[date.last : date.last + 1]
    return bool({"(", ")", "[", "]"} & set(around))


def _between(date: PeriodMention, first: int, last: int) -> int:
    return max(date.first - last, first - date.last, 0)


def _farness(date: PeriodMention, first: int, last: int, kind: str) -> tuple[bool, int]:
    """How far a date is from what happened; what was shown on one day was taken on the day that follows."""
    between = _between(date, first, last)
    return kind == PICTURED and not 0 <= date.first - last <= _BESIDE, between


def _dated(document: Document, tokens: Tokens, date: PeriodMention, dates: tuple[PeriodMention, ...], kind: str,
           span: Sequence[int], idle: Collection[str]) -> Dated:  # fmt: skip
    plain = [i for i in span if tokens.words[i] not in idle]
    words = frozenset(word[:_STEM] for i in plain if len(word := tokens.words[i]) >= _WORD and word.isalpha())
    names = frozenset(tokens.words[i] for i in plain if tokens.forms[i][0].isupper())
    places = frozenset(tokens.words[i] for first, last, _ in tokens.hits.get("region", ()) for i in range(first, last))
    numbers = frozenset(tokens.words[i] for i in plain if tokens.forms[i][0].isdigit())
    return Dated(document, tokens.starts[0], tokens.ends[-1], kind, words, names, places, numbers, date, dates)


def placeless(dated: Dated) -> Dated:
    """The passage without the names of its places."""
    words = dated.words.difference(place[:_STEM] for place in dated.places)
    return replace(dated, names=dated.names - dated.places, words=words)


def span_of(date: PeriodMention) -> tuple[int, int] | None:
    """The days of a date; of one until which something goes on, its end."""
    if date.mod in ENDS and date.period and date.period.end:
        end = date.period.end.toordinal()
        return end, end
    return days_of(date.period)
