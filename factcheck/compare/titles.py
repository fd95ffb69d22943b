"""Figures of a headline that stand nowhere in the text, where the text gives another of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.compare.arithmetic.precision import digits_of, exclude, one_digit, significant
from factcheck.compare.context import Context
from factcheck.compare.diagnosis.diagnose import diagnose
from factcheck.compare.findings.make import make_finding
from factcheck.compare.identity.alike import telling
from factcheck.compare.identity.sorts import kin
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.extract.words.tokens import tokenize
from factcheck.model import Finding
from factcheck.units import is_money

_LEAST = 100  # smaller counts are often written in words
_ORDER = 1.25  # times, between the headline's figure and the text's
_EARLY = 3  # paragraphs in which the text says what the headline says
_APART = ("role:", "part:")
_SHARED, _PART = 3, 0.5  # words that a headline and a sentence have in common, and the part of the headline's


def titles_in_text(law: Law, context: Context) -> Iterator[Finding]:
    """Headlines whose figure the text does not have, with the one figure of the text that stands in its place."""
    for own in context.by_document().values():
        body = [view for view in own if view.claim.zone != "headline"]
        for title in own:
            if title.claim.zone == "headline" and _plain(title) and not _stands_in(title, body, context):
                rivals = [view for view in body if _rival(title, view, context)]
                if len({view.claim.value for view in rivals}) == 1:
                    yield _finding(law, title, rivals, context)


def _plain(view: View) -> bool:
    """True for an exact figure that is not rounded and large enough to be written in digits."""
    claim = view.claim
    unit = view.dimension == "count" or is_money(view.dimension)
    exact = claim.kind == "level" and claim.bound == "exact" and claim.high is None and not claim.bracket_of
    return unit and exact and not claim.negated and abs(claim.value or 0.0) >= _LEAST and significant(view) >= 2


def _stands_in(title: View, body: Sequence[View], context: Context) -> bool:
    """True where the text has the figure, one that rounds to it, its digits anywhere, or parts that come to it."""
    levels = [view for view in body if view.dimension == title.dimension and view.claim.value]
    if any(not exclude(title, view) for view in levels):
        return True
    value = title.claim.value or 0.0
    if any((a.claim.value or 0) + (b.claim.value or 0) == value for a, b in combinations(levels, 2)):
        return True
    text = context.documents[title.claim.doc].text[title.claim.sentence_start + len(title.claim.sentence) :]
    return digits_of(title.claim.quote) in {digits_of(word) for word in tokenize(text).words if word[0].isdigit()}


def _rival(title: View, view: View, context: Context) -> bool:
    """True for an early figure of the text that measures the same, or stands in the headline's own words."""
    if view.dimension != title.dimension or not _plain(view):
        return False
    small, large = sorted((abs(title.claim.value or 0.0), abs(view.claim.value or 0.0)))
    near = large <= _ORDER * small and view.claim.paragraph <= _EARLY
    if not (near or one_digit(title, view)) or any(word.startswith(_APART) for word in view.scope.restrictors):
        return False
    same = title.claim.metric == view.claim.metric or kin(title, view, context.rulebook)
    return same or _in_its_words(title, view)


def _in_its_words(title: View, view: View) -> bool:
    one, other = telling(title.claim.sentence), telling(view.claim.sentence)
    return len(one & other) >= max(_SHARED, _PART * len(one))


def _finding(law: Law, title: View, rivals: Sequence[View], context: Context) -> Finding:
    return make_finding(
        law,
        law.severity,
        [(title, 0, "headline"), (rivals[0], 1, "body"), *((view, 1, "") for view in rivals[1:])],
        context,
        roles={"headline": title, "body": rivals[0]},
        confidence="low",
        explanation="the headline's figure stands nowhere in the text",
        diagnosis=diagnose(title, rivals[0], context),
    )
