"""What the words of one article say of two figures: that the later one disputes the earlier, or counts it anew."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.compare.cues import cues_for
from factcheck.compare.gates import same_source
from factcheck.compare.view import View
from factcheck.extract.tokens import tokenize
from factcheck.model import Document

NEAR = 250  # characters between a figure and the one that disputes it
_REACH = 300  # characters between the words that dispute figures and the figure that is given for them
_NEXT = 3  # characters between two sentences
_DISPUTED = frozenset({"disputing", "figures"})
_IDLE = frozenset({"truth", "standing"})
_ASIDE = frozenset({"estimate", "anaphora"})


def two_sources(a: View, b: View) -> bool:
    """True where each figure is credited to a source of its own."""
    return bool(a.claim.source and b.claim.source) and not same_source(a.claim.source, b.claim.source)


def disputes(first: View, second: View, documents: Mapping[str, Document]) -> bool:
    """True where the passage of the second figure takes up the first and disputes it."""
    if second.claim.start - first.claim.end > NEAR:
        return False
    return words_before(second, documents, first.claim.end) >= {"anaphora", "dispute"}


def denies_figures(second: View, documents: Mapping[str, Document]) -> bool:
    """True where the paragraph of a figure says before it that what others counted is wrong."""
    document = documents.get(second.claim.doc)
    if document is None or not second.claim.source:
        return False
    start = max(0, second.claim.start - _REACH, document.text.rfind("\n", 0, second.claim.start))
    return cues_for(second.claim.lang).found(document.text[start : second.claim.start]) >= _DISPUTED


def counts_anew(first: View, second: View, documents: Mapping[str, Document]) -> bool:
    """True where another source gives its own count: at once, or in the sentence behind, with a word that says so."""
    if not two_sources(first, second):
        return False
    one, other = first.claim, second.claim
    if one.sentence_start == other.sentence_start:
        return True
    told = words_before(second, documents, one.end)
    return "dispute" in told or ("contrast" not in told and bool(told & _ASIDE) and next_sentence(first, second))


def bare(view: View, documents: Mapping[str, Document]) -> bool:
    """True for a count that names nothing: "the union put it at 1,200"."""
    document = documents.get(view.claim.doc)
    if document is None or view.dimension != "count":
        return False
    behind = document.text[view.claim.end : view.claim.end + 2].lstrip("\"'”’»“")
    return not behind or not (behind[0].isalnum() or behind[0].isspace()) or behind[0] == "\n"


def elsewhere(a: View, b: View, documents: Mapping[str, Document]) -> bool:
    """True where the words behind two figures name places, and other ones."""
    one, other = _places(a, documents), _places(b, documents)
    return bool(one and other) and one.isdisjoint(other)


def _places(view: View, documents: Mapping[str, Document]) -> set[str]:
    """The capitalised words behind "in" or "at", from the figure to the end of its sentence."""
    document = documents.get(view.claim.doc)
    if document is None:
        return set()
    end = view.claim.sentence_start + len(view.claim.sentence)
    tokens = tokenize(document.text, view.claim.end, max(view.claim.end, end))
    hits = cues_for(view.claim.lang).lexicon.scan(tokens).get("where", ())
    return {tokens.words[last] for _, last, _ in hits if last < len(tokens.forms) and tokens.forms[last][0].isupper()}


def narrowing(view: View) -> frozenset[str]:
    """The words that narrow a figure: "the real damage" is the damage, and a provisional toll of a body is the toll."""
    cues = cues_for(view.claim.lang)
    credit = set(tokenize((view.claim.source or "").lower()).words)
    words = ((word, word.partition(":")[2]) for word in view.scope.restrictors)
    idle = (word for word, said in words if cues.found(said) & _IDLE or credit.issuperset(said.split()))
    return view.scope.restrictors.difference(idle)


def words_before(view: View, documents: Mapping[str, Document], start: int) -> frozenset[str]:
    """The cues in the sentence of a figure, up to it and from `start` on."""
    document = documents.get(view.claim.doc)
    if document is None:
        return frozenset()
    text = document.text[max(start, view.claim.sentence_start) : view.claim.end]
    return cues_for(view.claim.lang).found(text)


def next_sentence(first: View, second: View) -> bool:
    """True where the sentence of one figure stands right behind that of the other."""
    end = first.claim.sentence_start + len(first.claim.sentence)
    return abs(second.claim.sentence_start - end) <= _NEXT
