"""Whether what another source counts is said to be of others: elsewhere, of another day, of its own people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.compare.identity.cues import cues_for
from factcheck.compare.identity.doubts import one_day_told
from factcheck.compare.view import View
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.tokens import Hit, Tokens, tokenize
from factcheck.extract.words.vocabulary import languages, read_language
from factcheck.model import Document

_STEM = 6  # letters that two forms of a word share
_PHRASE = 4  # words behind a preposition among which its noun stands
_APART = ("sides", "contrast")


def of_others(first: View, second: View, documents: Mapping[str, Document]) -> bool:
    """True where the words behind the second figure narrow it to what the first passage does not speak of."""
    document = documents.get(second.claim.doc)
    if document is None or one_day_told(first, second):
        return True
    claim = second.claim
    behind = tokenize(document.text, claim.end, max(claim.end, claim.sentence_start + len(claim.sentence)))
    hits = cues_for(claim.lang).lexicon.scan(behind)
    if any(start == 0 for start, _, _ in hits.get("theirs", ())):
        return True
    known = _stems(document.text[first.claim.sentence_start : claim.start])
    return any(_is_elsewhere(behind, last, hits, known, claim.lang) for _, last, _ in hits.get("where", ()))


def _is_elsewhere(behind: Tokens, at: int, hits: Mapping[str, Sequence[Hit]], known: frozenset[str], lang: str) -> bool:
    """True where a preposition leads to what was not spoken of: in the second, in the south, in a raid on a camp."""
    if any(at <= start < at + _PHRASE for kind in _APART for start, _, _ in hits.get(kind, ())):
        return True
    definite, determiners = _articles(lang)
    words = behind.words[at : at + _PHRASE]
    led = any(word in definite for word in behind.words[at - 1 : at + 1])
    nouns = [at + i for i, word in enumerate(words) if word[0].isalpha() and word not in determiners]
    if not nouns or behind.words[nouns[0]][:_STEM] in known:
        return False
    return not led or behind.forms[nouns[0]][0].isupper()


@lru_cache(maxsize=16)
def _articles(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """The definite articles of a language, with what they melt into, and all its determiners."""
    if lang not in languages():
        return frozenset(), frozenset()
    section = read_language(lang).section("names")
    lists = (section.get(name, ()) for name in ("definite", "determiners"))
    one, other = (frozenset(word.lower() for phrase in words for word in expand(str(phrase))) for words in lists)
    return one, one | other


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in tokenize(text.lower()).words)
