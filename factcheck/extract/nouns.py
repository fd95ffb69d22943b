"""The counted noun phrase after a number: "more than 340 | small harbours"."""

from __future__ import annotations

from factcheck.extract.draft import Draft, Reading
from factcheck.extract.phrases import Phrases


def noun_after(reading: Reading, draft: Draft, phrases: Phrases) -> tuple[int, int] | None:
    """The tokens of the noun phrase that a count counts, adjectives included; None where none follows."""
    j = draft.last
    j = _skip_of(reading, j, phrases)
    if reading.hyphen(j):
        j += 1
    j += reading.word(j) in phrases.noun_skip
    first, ends = j, phrases.noun_ends
    barriers = reading.starts("q_move")
    while j < len(reading.words) and j - first < phrases.noun_most:
        word = reading.words[j]
        stops = word in phrases.noun_stop and word not in phrases.point_nouns and not reading.hyphen(j + 1)
        if not word[0].isalpha() or stops or (j in barriers and (j == first or not ends)):
            break
        capital = reading.forms[j][0].isupper()
        j += 1
        if word in phrases.noun_ending_words:
            break
        if reading.hyphen(j):
            j += 1
            continue
        if phrases.nouns_capitalised and capital:
            break
        if phrases.noun_agrees and draft.value >= 2 and not word.endswith(phrases.noun_agrees):
            j -= 1  # plural nouns and their adjectives share the ending; this is a verb
            break
        if ends and word.endswith(ends) and not word.endswith(phrases.noun_not_ends) and len(word) > 3:
            break
    return (first, j) if j > first else None


def _skip_of(reading: Reading, j: int, phrases: Phrases) -> int:
    hit = reading.starts("q_of").get(j)
    return hit[0] if hit else j
