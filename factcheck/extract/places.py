"""The region a figure speaks of: ISO 3166 alpha-2, a UN M49 number, or world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.extract.clauses import distance
from factcheck.extract.mentions import Quantity
from factcheck.extract.sentences import Sentence

Place = tuple[int, int, str]
REACH = 16  # beyond this distance a place belongs to something else


def places(sentence: Sentence) -> list[Place]:
    """The places a sentence names, those inside longer names left out."""
    inside = {t for name in sentence.names if name.region is None for t in range(name.first, name.last)}
    return [(first, last, code) for first, last, code in sentence.tokens.hits.get("region", ()) if first not in inside]


def region_of(quantity: Quantity, sentence: Sentence, found: Sequence[Place], home: str | None) -> str | None:
    """The place nearest to the figure; one right after it, or inside its noun, wins over one before."""
    best: tuple[float, str] | None = None
    span = (quantity.first, quantity.last)
    for first, last, code in found:
        cost = float(distance(sentence, (first, last), span))
        if first >= quantity.last:
            cost *= 0.8
        code = home or "" if code == "domestic" else code
        if code and cost <= REACH * 2 and (best is None or cost < best[0]):
            best = (cost, code)
    return best[1] if best else None


def home_region(sentences: Sequence[Sentence]) -> str | None:
    """The place an article is about: named in its headline or lead, and more often than any other."""
    counts: Counter[str] = Counter()
    leading: set[str] = set()
    for sentence in sentences:
        for _, _, code in places(sentence):
            if code not in ("world", "domestic"):
                counts[code] += 1
                if sentence.zone in ("headline", "lead") or sentence.index < 3:
                    leading.add(code)
    ranked = [code for code, _ in counts.most_common() if code in leading]
    return ranked[0] if ranked and counts[ranked[0]] * 2 >= max(counts.values()) else None
