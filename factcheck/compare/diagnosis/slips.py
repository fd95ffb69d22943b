"""Two figures that a slip of the pen would turn into each other: swapped digits, a wrong scale word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.precision import digits_of, slip_between
from factcheck.compare.context import Context
from factcheck.compare.diagnosis.diagnose import diagnose
from factcheck.compare.findings.make import make_finding
from factcheck.compare.gates import first_failed
from factcheck.compare.identity.alike import contained
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.identity.doubts import sets_apart
from factcheck.compare.identity.sorts import kin, nameless, same_sort
from factcheck.compare.identity.stories import stories
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding
from factcheck.units import is_money

_TOP = frozenset({"headline", "lead"})
_SURE = frozenset({"alias", "subject", "possessive", "of"})
_KINDS = frozenset({"level", "share", "change"})
_DATED = frozenset({"stated", "resolved"})
_SHORT = 3  # digits below which a swap may be chance, except between a headline and its text
_SHARED = 2  # figures that two articles share and that make it certain that they tell one story
_ALIKE = 0.5


def slips_in_article(law: Law, context: Context) -> Iterator[Finding]:
    """Pairs of figures of one article, or of one story, that differ by a typical slip, whatever slot was misread."""
    used: set[int] = set()
    for first, second, text in _candidates(context):
        if first.order in used or second.order in used:
            continue
        members = _mentions(first, second, context)
        used |= {view.order for view, _, _ in members}
        sure = first_failed(first, second, context.rulebook) is None
        yield make_finding(
            law,
            law.severity if sure else "tension",
            members,
            context,
            roles={"one": first, "other": second},
            confidence="medium" if sure else "low",
            explanation=text,
            diagnosis=diagnose(first, second, context),
        )


def _mentions(first: View, second: View, context: Context) -> list[tuple[View, int, str]]:
    """The two figures, and each place in their articles that gives the same value again."""
    found = []
    for number, (view, role) in enumerate(((first, "one"), (second, "other"))):
        own = context.by_document()[view.claim.doc]
        again = [other for other in own if other is not view and _equals(other, view)]
        found += [(view, number, role), *((other, number, "") for other in again)]
    return found


def _equals(a: View, b: View) -> bool:
    return a.claim.value == b.claim.value and a.dimension == b.dimension and a.claim.kind == b.claim.kind


def _candidates(context: Context) -> Iterator[tuple[View, View, str]]:
    for own in context.by_document().values():
        yield from (found for found in _pairs(own) if _one_fact(found[0], found[1], own, context))
    for one, other, figures in stories(context):
        parted = {view.order for view in one}
        for first, second, text in _pairs([*one, *other]):
            across = first.order in parted and second.order not in parted
            if not across or context.met_at_home(first, second) or _given(first, other) or _given(second, one):
                continue
            if not _elsewhere(first, second) and _of_story(first, second, figures, context):
                yield first, second, text


def _of_story(a: View, b: View, figures: int, context: Context) -> bool:
    """True where two articles of a story tell of a like thing, the less alike the more digits and shared figures."""
    digits, sure = len(digits_of(a.claim.quote)), figures >= _SHARED
    one_metric = a.claim.metric == b.claim.metric or kin(a, b, context.rulebook)
    if digits < _SHORT:
        return _of_one_thing(a, b, context) or (sure and a.claim.metric == b.claim.metric and not nameless(a))
    physical = a.dimension not in ("count", "percent", "ratio") and not is_money(a.dimension)
    if physical or one_metric or contained(a, b) >= _ALIKE:
        return True
    return sure and (digits > _SHORT or a.entity == b.entity)


def _of_one_thing(a: View, b: View, context: Context) -> bool:
    """True where a named metric, the party and the period are the same: then two digits are enough."""
    named = a.claim.metric == b.claim.metric and a.claim.metric in context.rulebook.metrics
    return named and a.kind == b.kind and a.entity == b.entity and a.days is not None and a.days == b.days


def _given(view: View, own: Sequence[View]) -> bool:
    return any(other.claim.value == view.claim.value and other.dimension == view.dimension for other in own)


def _pairs(own: Sequence[View]) -> Iterator[tuple[View, View, str]]:
    """Figures of an article that differ by a slip, found by their digits."""
    by_digits: dict[tuple[str, str, str], list[View]] = {}
    for view in own:
        if view.claim.kind in _KINDS and not view.claim.negated and not view.claim.bracket_of and view.claim.value:
            key = view.dimension, view.claim.kind, "".join(sorted(digits_of(view.claim.quote)))
            for earlier in by_digits.setdefault(key, []):
                text = slip_between(earlier, view)
                if text:
                    yield earlier, view, text
            by_digits[key].append(view)


def _one_fact(a: View, b: View, own: Sequence[View], context: Context) -> bool:
    if a.claim.sentence_start == b.claim.sentence_start or a.claim.kind != "level":
        return False
    if _repeated(a, own) and _repeated(b, own):
        return False
    if a.dimension == "second" or sets_apart(a, b) or sets_apart(b, a):
        return False
    if len(digits_of(a.claim.quote)) < _SHORT and not {a.claim.zone, b.claim.zone} & _TOP:
        return False
    words = cues_for(b.claim.lang).found(context.documents[b.claim.doc].text[b.claim.sentence_start : b.claim.end])
    if "contrast" in words or _set_apart(a, b):
        return False
    return same_sort(a, b, context.rulebook) or contained(a, b) >= _ALIKE


def _repeated(view: View, own: Sequence[View]) -> bool:
    """True where the article gives the figure more than once: then it is one of its own."""
    return sum(other.claim.value == view.claim.value and other.dimension == view.dimension for other in own) > 1


def _set_apart(a: View, b: View) -> bool:
    """True where a slot that is read with certainty speaks against one fact."""
    sure = a.claim.entity_basis in _SURE and b.claim.entity_basis in _SURE
    return (a.entity != b.entity and sure) or _elsewhere(a, b)


def _elsewhere(a: View, b: View) -> bool:
    """True where region, date or a word of role or part speaks against one fact."""
    one, other = a.claim, b.claim
    if a.scope.region and b.scope.region and a.scope.region != b.scope.region:
        return True
    if a.days and b.days and one.time and other.time and {one.time.basis, other.time.basis} <= _DATED:
        return not a.days.overlaps(b.days)
    own = (a, a.scope.restrictors - b.scope.restrictors), (b, b.scope.restrictors - a.scope.restrictors)
    return any(_sets_apart(word, view) for view, words in own for word in words)


def _sets_apart(word: str, view: View) -> bool:
    """True for a word of role or part, unless it says what the level before was: "38 million, against 12"."""
    if not word.startswith(("role:", "part:")):
        return False
    return not {"origin", "total"} & cues_for(view.claim.lang).found(word[5:])
