"""Two figures that a slip of the pen would turn into each other: swapped digits, a wrong scale word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.context import Context, digits_of
from factcheck.compare.cues import cues_for
from factcheck.compare.diagnosis import diagnose
from factcheck.compare.findings import make_finding
from factcheck.compare.gates import first_failed
from factcheck.compare.identity import contained
from factcheck.compare.law import Law
from factcheck.compare.precision import slip_between
from factcheck.compare.view import View
from factcheck.model import Finding

_TOP = frozenset({"headline", "lead"})
_SURE = frozenset({"alias", "subject", "possessive", "of"})
_DATED = frozenset({"stated", "resolved"})
_SHORT = 3  # digits below which a swap may be chance, except between a headline and its text
_ALIKE = 0.5


def slips_in_article(law: Law, context: Context) -> Iterator[Finding]:
    """Pairs of figures of one article that differ by a typical slip, whatever slot was read differently."""
    for own in context.by_document().values():
        used: set[int] = set()
        for first, second, text in _pairs(own):
            if first.order in used or second.order in used or not _one_fact(first, second, own, context):
                continue
            used |= {first.order, second.order}
            sure = first_failed(first, second, context.rulebook) is None
            yield make_finding(
                law,
                law.severity if sure else "tension",
                [(first, 0, "one"), (second, 1, "other")],
                context,
                roles={"one": first, "other": second},
                confidence="medium" if sure else "low",
                explanation=text,
                diagnosis=diagnose(first, second, context),
            )


def _pairs(own: Sequence[View]) -> Iterator[tuple[View, View, str]]:
    """Figures of an article that differ by a slip, found by their digits."""
    by_digits: dict[tuple[str, str], list[View]] = {}
    for view in own:
        if view.claim.kind == "level" and not view.claim.negated and not view.claim.bracket_of and view.claim.value:
            key = view.dimension, "".join(sorted(digits_of(view.claim.quote)))
            for earlier in by_digits.setdefault(key, []):
                text = slip_between(earlier, view)
                if text:
                    yield earlier, view, text
            by_digits[key].append(view)


def _one_fact(a: View, b: View, own: Sequence[View], context: Context) -> bool:
    if a.claim.sentence_start == b.claim.sentence_start or (_repeated(a, own) and _repeated(b, own)):
        return False
    if len(digits_of(a.claim.quote)) < _SHORT and not {a.claim.zone, b.claim.zone} & _TOP:
        return False
    words = cues_for(b.claim.lang).found(context.documents[b.claim.doc].text[b.claim.sentence_start : b.claim.end])
    if "contrast" in words or _set_apart(a, b):
        return False
    return a.claim.metric == b.claim.metric or contained(a, b) >= _ALIKE


def _repeated(view: View, own: Sequence[View]) -> bool:
    """True where the article gives the figure more than once: then it is one of its own."""
    return sum(other.claim.value == view.claim.value and other.dimension == view.dimension for other in own) > 1


def _set_apart(a: View, b: View) -> bool:
    """True where a slot that is read with certainty speaks against one fact."""
    one, other = a.claim, b.claim
    if a.entity != b.entity and one.entity_basis in _SURE and other.entity_basis in _SURE:
        return True
    if a.scope.region and b.scope.region and a.scope.region != b.scope.region:
        return True
    if a.days and b.days and one.time and other.time and {one.time.basis, other.time.basis} <= _DATED:
        return not a.days.overlaps(b.days)
    return any(word.startswith(("role:", "part:")) for word in a.scope.restrictors ^ b.scope.restrictors)
