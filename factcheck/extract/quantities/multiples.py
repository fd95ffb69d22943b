"""Figures that tell how many times as much: 8.2 times higher, tenfold, doubled, half as many."""

from __future__ import annotations

from factcheck.extract.numbers.number import Number
from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.words.phrases import Phrases

_TIMES_AT_MOST = 1000


def mark_multiple(reading: Reading, phrases: Phrases, draft: Draft) -> None:
    """ "8.2 times higher", "5x", "tenfold": a ratio; "three times" alone stays a count."""
    times, j = reading.starts("q_times"), draft.last
    if draft.unit != "count" or draft.number.form == "ordinal":
        return
    if draft.first in reading.ends("q_times_by") and draft.number.scale < 1e3:
        draft.unit = draft.kind = "ratio"  # divided by ten
        return
    if reading.hyphen(j) and j + 1 in times:
        j += 1
    hit = times.get(j)
    if hit is None or draft.value >= _TIMES_AT_MOST or draft.number.scale >= 1e3:
        return
    last = hit[0]
    word = reading.word(last)
    glued = reading.tokens.glued(j)
    qualifier = reading.ends("q_before").get(draft.first, (draft.first,))[0]
    grown = qualifier in reading.tokens.after("q_move")  # grew more than four times
    if glued or grown or draft.number.decimals or word in phrases.times_after or draft.value % 1:
        draft.unit = draft.kind = "ratio"
        draft.widen(draft.first, last)
        draft.core = (draft.core[0], last)
    else:
        draft.noun = (j, last)


def named_multiples(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """A draft for every "doubled", "le triple", "half as many"."""
    found: list[Draft] = []
    multiples = reading.tokens.hits.get("q_multiple", ())
    taken = {i for draft in drafts for i in range(draft.core[0], draft.core[1])} if multiples else set()
    for first, last, factor in multiples:
        if taken & set(range(first, last)):
            continue
        led = (at for at in range(first + 1, last) if reading.ends("q_before").get(at, (first,))[0] < first)
        first = next(led, first)  # más del | doble
        number = Number(first, last, float(factor), 0.1 if factor % 1 else 1.0, style="words")
        draft = Draft.of(number)
        draft.unit = draft.kind = "ratio"
        found.append(draft)
    return found
