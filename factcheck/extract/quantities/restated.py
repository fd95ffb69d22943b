"""Figures that say a change again or that one is set against: up 5 %, or $3m; up 25 %, against 27 % for diesel."""

from __future__ import annotations

from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.phrases import Phrases

_NEAR = 10  # tokens between two figures of one change
_AGAINST = ("than", "compared_with", "set_against")
_BASES = ("change_base", *_AGAINST)


def gap(reading: Reading, before: Draft, draft: Draft) -> str:
    """The words between two figures, without comma and bracket."""
    return " ".join(word for word in reading.words[before.last : draft.first] if word not in ",(")


def link(reading: Reading, phrases: Phrases, before: Draft, draft: Draft) -> str:
    """The same without the article or "by" of the second: or | um, o | un."""
    words = gap(reading, before, draft).split()
    while len(words) > 1 and words[-1] in (*phrases.articles, *phrases.by_alone):
        words.pop()
    return " ".join(words)


def undated(reading: Reading, first: int, last: int) -> list[int]:
    """The tokens between a verb and a figure that belong to no date: bajó este lunes 90 pesos."""
    dated = {i for date in reading.periods for i in range(date.first - 1, date.last) if date.type == "date"}
    return [i for i in range(first, last) if i not in dated]


def restates(reading: Reading, phrases: Phrases, before: Draft, draft: Draft) -> bool:
    """Whether a percentage says the change before it again: 45 points, or 1.1 %; $2 (3 %); $7m on 2021, or 18 %."""
    if before.role != "by" or draft.unit != "percent":
        return False
    counted = before.noun and reading.tokens.span(*before.noun).lower()
    plain = link(reading, phrases, before, draft).removeprefix(counted or "").strip()
    return not plain or plain in phrases.apposition or _is_based(reading, phrases, before, draft)


def _is_based(reading: Reading, phrases: Phrases, before: Draft, draft: Draft) -> bool:
    """Whether all that stands between a change and its percentage is what the change is set against, and a comma."""
    between, span = undated(reading, before.last, draft.first), range(before.last, draft.first)
    if reading.word(draft.last) in phrases.of or "," not in reading.words[span.start : span.stop]:
        return False
    hits = (hit for kind in _BASES for hit in reading.tokens.hits.get(kind, ()))
    bases = {at for first, last, _ in hits for at in range(first, last)}
    told = len(between) < len(span) and not bases.isdisjoint(span)
    kept = [
        reading.words[at] for at in between if at not in bases and reading.words[at] not in (",", *phrases.articles)
    ]
    return told and (not kept or " ".join(kept) in phrases.apposition)


def says_again(reading: Reading, phrases: Phrases, before: Draft, draft: Draft) -> bool:
    """Whether an amount says the percentage before it again: up 2.4 %, or 43,236 people; or by $3m."""
    told = before.kind == "change" and before.unit == "percent" and not before.points
    amount = draft.unit not in ("percent", "ratio") and draft.kind == "level" and dimension(draft.unit) != "time"
    words = gap(reading, before, draft).split()
    if len(words) > 1 and draft.unit != "count" and words[-1] in (*phrases.of, *phrases.by_alone):
        words = words[:-1]
    return told and amount and " ".join(words) in phrases.apposition


def is_set_beside(reading: Reading, phrases: Phrases, before: Draft, draft: Draft) -> bool:
    """Whether a percentage is set against a change before it: up 25 %, against 27 % for diesel."""
    told = before.kind == "change" and before.unit == draft.unit == "percent" and not before.points
    if not told or draft.kind == "change" or draft.role not in (None, "from") or draft.target:
        return False
    starts = (draft.first, draft.core[0], draft.first - (draft.first in reading.tokens.after("determiner")))
    kinds = [kind for kind in _AGAINST if any(at in reading.tokens.after(kind) for at in starts)]
    between = reading.words[before.last : draft.first]
    near = len(between) <= _NEAR and not any(word in ";:(" for word in between)
    dated = any(date.first - draft.last in (0, 1) for date in reading.periods)
    of = reading.word(draft.last) in phrases.of and not dated  # after 3 % of the shops closed
    loose = of or (draft.role is not None and "," not in between)
    return near and bool(kinds) and not (loose and kinds == ["set_against"])
