"""Which way a change went, by the words around it: rose by 4 %, a fall of 4 %."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.identity.cues import cues_for
from factcheck.compare.view import View

_BEFORE, _BEHIND = 70, 20  # characters around a change among which a word tells which way it went
_WAYS = frozenset({"rising", "falling"})


def opposite(a: View, b: View) -> bool:
    """Whether one of two changes is told as a rise and the other as a fall."""
    return a.kind == b.kind == "change" and {way(a), way(b)} == _WAYS


def way(view: View) -> str | None:
    """Rising or falling; None where the words tell of neither or of both."""
    claim = view.claim
    at = claim.start - claim.sentence_start
    return _told(claim.lang, claim.sentence[max(0, at - _BEFORE) : at + len(claim.quote) + _BEHIND])


@lru_cache(maxsize=16384)
def _told(lang: str, around: str) -> str | None:
    ways = cues_for(lang).found(around) & _WAYS
    return next(iter(ways)) if len(ways) == 1 else None
