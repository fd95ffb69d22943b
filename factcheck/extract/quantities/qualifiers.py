"""Qualifiers before and after a figure: about, more than, au moins, or so."""

from __future__ import annotations

from factcheck.extract.numbers.number import Starts
from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.phrases import Phrases

_CHAIN = 3
_SIDES = frozenset({"more_than", "less_than"})
_SOFT = frozenset({"exact", "approx"})


def qualify(reading: Reading, drafts: list[Draft], phrases: Phrases) -> None:
    """Sets the bound of each draft and takes the qualifier into its quote."""
    before, after = reading.ends("q_before"), reading.starts("q_after")
    number_starts = {draft.core[0] for draft in drafts}
    for draft in drafts:
        if draft.number.form == "ordinal":
            continue
        if draft.number.rough or draft.number.style == "vague":
            draft.bound = "approx" if draft.high is not None or draft.number.rough else "more_than"
        _before(reading, draft, before, phrases)
        _after(reading, draft, after, number_starts)


def _before(reading: Reading, draft: Draft, before: Starts, phrases: Phrases) -> None:
    for _ in range(_CHAIN):
        hit = before.get(draft.first)
        if hit is None and reading.word(draft.last) in phrases.marks:
            hit = before.get(draft.first - 1)  # around the 95% mark
        if hit is None and draft.unit == "percent" and reading.word(draft.first - 1) in phrases.articles:
            hit = before.get(draft.first - 1)  # oltre il 3 %
        if hit is None:
            return
        first, bound = hit
        if _ends_verb(reading, first, draft.first) or (bound in _SIDES and _compares(reading, first, draft, phrases)):
            return  # shot up to 10 %; below the 3 % that was forecast
        if _opens_change(reading, first, draft, phrases):
            return
        if draft.number.style != "digits" and not reading.word(first)[:1].isalnum():
            return  # <Four Quays> is a name
        if dimension(draft.unit) == "time" and _is_during(reading, first, draft, phrases):
            return
        if draft.bound in _SOFT and bound != "exact":
            draft.bound = bound
        draft.widen(first, draft.last)


def _ends_verb(reading: Reading, first: int, last: int) -> bool:
    """Whether a qualifier is the last word of a verb, or begins with that of a change: hand | over, shot up | to."""
    moves = reading.tokens.hits.get("q_move", ())
    return any(begins < first < ends and (payload or ends == last) for begins, ends, payload in moves)


def _opens_change(reading: Reading, first: int, draft: Draft, phrases: Phrases) -> bool:
    """Whether a qualifier is the verb that leads from one figure to another: passa de 12 | para 50."""
    end = draft.noun[1] if draft.noun else draft.last
    dated = (date.last for date in reading.periods if date.type == "date" and 0 <= date.first - end <= 1)
    end = max(dated, default=end)  # passar de 12 em março | para 50
    return reading.word(end) in phrases.always_to and any(
        begins == first and payload for begins, _, payload in reading.tokens.hits.get("q_move", ())
    )


def _compares(reading: Reading, first: int, draft: Draft, phrases: Phrases) -> bool:
    """Whether "the" makes a figure one that is known, with which another is compared: less than the 0.3 % of 1970."""
    known = first < draft.first - 1 and reading.word(draft.first - 1) in phrases.known
    return known and reading.word(draft.last) not in phrases.marks and draft.unit != "count"


def _is_during(reading: Reading, first: int, draft: Draft, phrases: Phrases) -> bool:
    """Whether words such as "over" tell in what time something happened, not how long it was."""
    if reading.tokens.span(first, draft.first).lower() not in phrases.not_time:
        return False
    after = draft.last + reading.hyphen(draft.last)
    return reading.word(first - 1) not in phrases.time_before and reading.word(after) not in phrases.time_after


def _opens_next(reading: Reading, first: int, last: int) -> bool:
    """Whether the words begin the qualifier of the next figure: 200 or | more than 190."""
    starts = reading.starts("q_before")
    return any(i in starts and starts[i][0] > last for i in range(first, last))


def _after(reading: Reading, draft: Draft, after: Starts, number_starts: set[int]) -> None:
    for j in (draft.last, draft.noun[1] if draft.noun else -1):
        hit = after.get(j)
        if (
            hit is None
            or hit[0] in number_starts
            or _opens_next(reading, j, hit[0])
            or reading.starts("r_when").get(j, hit)[0] > hit[0]  # 300 au plus fort du gel
            or (reading.word(j) == "+" and not reading.tokens.glued(j))
        ):
            continue
        if draft.bound in _SOFT:
            draft.bound = hit[1]
        if j == draft.last:
            draft.widen(draft.first, hit[0])
        return
