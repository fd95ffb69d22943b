"""What the words of one article say of two figures: that the later one disputes the earlier, or counts it anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.compare.identity.cues import Cues, cues_for
from factcheck.compare.stances import same_source
from factcheck.compare.view import View
from factcheck.extract.words.tokens import tokenize
from factcheck.model import Claim, Document

NEAR = 250  # characters between a figure and the one that disputes it
_REACH = 300  # characters between the words that dispute figures and the figure that is given for them
_NEXT = 3  # characters between two sentences
_BEHIND = 4  # words behind a figure among which who gives it begins
_DISPUTED = frozenset({"disputing", "figures"})
_IDLE = frozenset({"truth", "standing"})
_MOVED = frozenset({"role:from", "role:to"})  # a count that fell to 623 disputes none
_SHORT = 3  # letters of a word that joins two: syndicat des pêcheurs
_ASIDE = frozenset({"estimate", "anaphora", "anaphora_of"})


def two_sources(a: View, b: View) -> bool:
    """True where each figure is credited to a source of its own."""
    return bool(a.claim.source and b.claim.source) and not same_source(a.claim.source, b.claim.source)


def disputes(first: View, second: View, documents: Mapping[str, Document]) -> bool:
    """True where the passage of the second figure takes up the first and disputes it."""
    if second.claim.start - first.claim.end > NEAR:
        return False
    words = words_before(second, documents, first.claim.end)
    numbers_of = "anaphora_of" in words and two_sources(first, second) and _MOVED.isdisjoint(second.claim.restrictors)
    return "dispute" in words and ("anaphora" in words or numbers_of)


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
    anew = bool(told & _ASIDE) and next_sentence(first, second) and not set_apart(first, second, documents)
    return "dispute" in told or anew


def set_apart(first: View, second: View, documents: Mapping[str, Document]) -> bool:
    """True where a word of the second figure's sentence, before its own words, sets the two apart."""
    return "contrast" in words_before(second, documents, first.claim.end, own=False)


def bare(view: View, documents: Mapping[str, Document]) -> bool:
    """True for a count that names nothing: "the union put it at 1,200"; "1,200 selon le syndicat"."""
    document = documents.get(view.claim.doc)
    if document is None or view.dimension != "count":
        return False
    behind = document.text[view.claim.end : view.claim.end + 2].lstrip("\"'”’»“")
    if _is_credited_behind(view):
        return True
    return not behind or not (behind[0].isalnum() or behind[0].isspace()) or behind[0] == "\n"


def _is_credited_behind(view: View) -> bool:
    """True where who gives a figure stands right behind it, and nothing that was counted."""
    claim = view.claim
    behind = tokenize(claim.sentence[claim.end - claim.sentence_start :].lower()).words[:_BEHIND]
    credit = tokenize((claim.source or "").lower()).words[:1]
    return bool(credit) and credit[0] in behind[1:]


def elsewhere(a: View, b: View, documents: Mapping[str, Document]) -> bool:
    """True where the words behind two figures name places, and other ones."""
    first, second = sorted((a, b), key=lambda view: view.claim.start)
    one, other = _places(first, documents, second.claim.start), _places(second, documents)
    return bool(one and other) and one.isdisjoint(other)


def _places(view: View, documents: Mapping[str, Document], end: int | None = None) -> set[str]:
    """The capitalised words behind "in" or "at", from the figure to the end of its sentence, or to a place before."""
    document = documents.get(view.claim.doc)
    if document is None:
        return set()
    last = view.claim.sentence_start + len(view.claim.sentence)
    last = last if end is None else min(last, end)
    tokens = tokenize(document.text, view.claim.end, max(view.claim.end, last))
    hits = cues_for(view.claim.lang).lexicon.scan(tokens).get("where", ())
    return {tokens.words[last] for _, last, _ in hits if last < len(tokens.forms) and tokens.forms[last][0].isupper()}


def narrowing(view: View) -> frozenset[str]:
    """The words that narrow a figure: "the real damage" is the damage, and a provisional toll of a body is the toll."""
    cues = cues_for(view.claim.lang)
    credit = _credit(view.claim)
    words = ((word, word.partition(":")[2]) for word in view.scope.restrictors)
    idle = (word for word, said in words if cues.found(said) & _IDLE or credit.issuperset(said.split()))
    return view.scope.restrictors.difference(idle, _estimated(view.scope.restrictors, cues))


def _estimated(restrictors: frozenset[str], cues: Cues) -> Iterator[str]:
    """The participle that calls a figure estimated, whatever it was taken for; an estimate is another matter."""
    for word in restrictors:
        kind, _, said = word.partition(":")
        if kind == "which" and "estimate" in cues.found(said):
            yield from (word, f"role:{said}")


def _credit(claim: Claim) -> frozenset[str]:
    """The words for who gives a figure, with those that short words join to them."""
    if not claim.source or not claim.restrictors:
        return frozenset()
    source = claim.source.lower()
    words, joined = set(tokenize(source).words), False
    sentence = claim.sentence.lower()
    at = sentence.find(source)
    for word in tokenize(sentence[at + len(source) :]).words if at >= 0 else ():
        short = len(word) <= _SHORT
        if not (short or (joined and word.isalpha())):
            break
        words.add(word)
        joined = short
    return frozenset(words)


def words_before(view: View, documents: Mapping[str, Document], start: int, *, own: bool = True) -> frozenset[str]:
    """The cues in the sentence of a figure from `start` on, up to its end, or without its `own` words up to it."""
    document = documents.get(view.claim.doc)
    if document is None:
        return frozenset()
    end = view.claim.end if own else view.claim.start
    text = document.text[max(start, view.claim.sentence_start) : end]
    return cues_for(view.claim.lang).found(text)


def next_sentence(first: View, second: View) -> bool:
    """True where the sentence of one figure stands right behind that of the other."""
    end = first.claim.sentence_start + len(first.claim.sentence)
    return abs(second.claim.sentence_start - end) <= _NEXT
