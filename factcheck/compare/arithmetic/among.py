"""A count that stands right before the whole that it is a part of."""

from __future__ import annotations

from functools import lru_cache

from factcheck.compare.arithmetic.terms import one_sentence
from factcheck.compare.context import Context
from factcheck.compare.view import View
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.vocabulary import languages, read_language

_AMONG = 2  # words between a count and its whole: of the


def is_among(part: View, whole: View, context: Context) -> bool:
    """True for a count right before its whole, an "of" between them: 329 of the 1,316 houses; 329 delle 1.316 case."""
    document = context.documents.get(part.claim.doc)
    if document is None or part.dimension != "count" or whole.dimension != "count" or not one_sentence(part, whole):
        return False
    between = document.text[part.claim.end : whole.claim.start]
    moved = {"role:from", "role:to"}.intersection((*part.claim.restrictors, *whole.claim.restrictors))
    words = between.split() if part.claim.end < whole.claim.start else []
    joined = _conjunctions(part.claim.lang).intersection(word.lower() for word in words)
    return 0 < len(words) <= _AMONG and all(map(str.isalpha, words)) and not (moved or joined)


@lru_cache(maxsize=16)
def _conjunctions(lang: str) -> frozenset[str]:
    words = read_language(lang).section("grammar").get("conjunctions", ()) if lang in languages() else ()
    return frozenset(phrase.lower() for word in words for phrase in expand(str(word)))
