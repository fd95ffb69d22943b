"""Dates altered in a near-copy: two texts that are the same, but a year or a day is not.

A form that is filled in anew has its own dates too (a bulletin, a notice, a toll that grows from day to day), so a date
is told only where little else differs, and where the articles are of one day or both look back on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.compare.copies.find import Copy
from factcheck.compare.copies.sentences import Sentence
from factcheck.compare.view import View, views
from factcheck.extract.periods.find import find_periods
from factcheck.extract.words.compiled import vocabulary_for
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import tokenize
from factcheck.interval import Interval
from factcheck.model import Claim, Document
from factcheck.period import Period
from factcheck.rulebook import Rulebook

_BACK = 45  # days from which on an article looks back on a date
_OWN = 3  # days around its publication, of which an article speaks as of its own
_ANY = Interval(float("-inf"), float("inf"))


@dataclass(frozen=True, slots=True)
class _Side:
    """A number of one of the two texts."""

    document: Document
    today: int  # the day of its publication
    sentence: Sentence
    token: int

    @property
    def form(self) -> str:
        return self.sentence.forms[self.token]


def altered_dates(copies: Sequence[Copy], documents: Sequence[Document], rulebook: Rulebook, order: int) -> list[View]:
    """The dates of near-copies that face another date: claims without a value, as views ordered from `order` on."""
    by_id = {document.id: document for document in documents}
    found: dict[tuple[str, str], Claim] = {}
    for copy in copies:
        for first, second in _altered(copy, by_id[copy.first], by_id[copy.second]):
            one, other = _date(first, rulebook), _date(second, rulebook)
            if one and other and _told(one, other, first.today, second.today):
                for claim in (_claim(first, one), _claim(second, other)):
                    found[claim.doc, claim.id] = claim
    return [replace(view, order=order + view.order) for view in views(found.values(), rulebook)]


def _altered(copy: Copy, first: Document, second: Document) -> list[tuple[_Side, _Side]]:
    """The numbers that are not the same; none where so many are not that the text is a form, filled in anew."""
    one, other = _published(first), _published(second)
    if one is None or other is None or not copy.whole or first.lang != second.lang:
        return []
    facing = [
        (_Side(first, one, aligned.first, i), _Side(second, other, aligned.second, j))
        for aligned in copy.sentences
        for i, j in aligned.numbers()
    ]
    altered = [(a, b) for a, b in facing if a.form != b.form]
    same = len(facing) - len(altered)
    return altered if len(altered) <= (max(1, same) if one == other else same) else []


def _published(document: Document) -> int | None:
    """The day of publication; None where it is not known to the day."""
    days = days_of(document.published)
    return days[0] if days and days[0] == days[1] else None


def _date(side: _Side, rulebook: Rulebook) -> PeriodMention | None:
    """The calendar date that holds the number; "six years ago" is none."""
    document, sentence = side.document, side.sentence
    vocabulary = vocabulary_for(document.lang, rulebook)
    tokens = tokenize(document.text, sentence.starts[0], sentence.ends[-1])
    vocabulary.lexicon.mark(tokens)
    at = sentence.starts[side.token]
    held = (m for m in find_periods(tokens, vocabulary, document.published) if m.start <= at < m.end)
    return next((mention for mention in held if mention.type == "date" and mention.node[0] != "shift"), None)


def _told(a: PeriodMention, b: PeriodMention, today: int, later: int) -> bool:
    """True for two dates of one sort that neither article can have meant as its own day."""
    one, other = days_of(a.period), days_of(b.period)
    if one is None or other is None or one == other or (a.grain, a.mod) != (b.grain, b.mod):
        return False
    if today != later:
        return max(one[1], other[1]) < min(today, later) - _BACK
    return not any(first - _OWN <= today <= last + _OWN for first, last in (one, other))


def days_of(period: Period | None) -> tuple[int, int] | None:
    """The first and the last day of a period, as numbers; None where either is not known."""
    if period is None or period.start is None or period.end is None:
        return None
    return period.start.toordinal(), period.end.toordinal()


def _claim(side: _Side, mention: PeriodMention) -> Claim:
    return date_claim(side.document, mention, side.sentence.starts[0], side.sentence.ends[-1])


def date_claim(document: Document, mention: PeriodMention, start: int, end: int) -> Claim:
    """A date of the sentence from `start` to `end`, as a figure of which nothing is known but where it stands."""
    quote, text = document.text[mention.start : mention.end], document.text[start:end]
    name = hashlib.blake2b(f"{quote}\0{text}".encode("utf-8", "replace"), digest_size=6).hexdigest()
    days = days_of(document.published)
    published = date.fromordinal(days[0]).isoformat() if days and days[0] == days[1] else None
    return Claim(
        f"{name}-date", document.id, mention.start, mention.end, quote, text, None, "other:date", "level", None, "",
        "exact", _ANY, _ANY, lang=document.lang, published=published, confidence="low", sentence_start=start,
    )  # fmt: skip
