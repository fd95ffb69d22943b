"""Parts that a list gives of the whole before it: 312 jobs: 148 in Orlin, 96 in Norwick and 86 in Marl."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.compare.arithmetic.sums import sum_finding
from factcheck.compare.arithmetic.terms import faces, one_sentence
from factcheck.compare.arithmetic.wording import categories, said_between, text_behind, text_between
from factcheck.compare.context import Context
from factcheck.compare.findings.describe import number_text
from factcheck.compare.laws.law import Law
from factcheck.compare.view import View
from factcheck.model import Finding
from factcheck.units import is_money

_OPENERS = (":", "(", "–", "—", ",")
_HEAD, _LINK = 40, 60  # characters from a whole to its list, and from one part to the next
_COMPLEMENTS = ({"count:men", "count:women"}, {"count:boys", "count:girls"})


def listed(law: Law, context: Context) -> Iterator[Finding]:
    """Lists whose parts add up to more than the whole that they divide."""
    for own in context.articles():
        for i, whole in enumerate(own):
            parts = _parts(whole, own[i + 1 :], context) if _is_amount(whole) else []
            if len(parts) > 1 and sum(part.allowed.low for part in parts) > _most(whole, parts):
                total = math.fsum(part.claim.value or 0.0 for part in parts)
                roles = {"whole": whole} | {f"part_{number}": part for number, part in enumerate(parts, 1)}
                yield sum_finding(law, context, law.severity, roles, f"the parts come to {number_text(total)}")


def _most(whole: View, parts: Sequence[View]) -> float:
    """The most that a whole may be: what it says, where its parts are counted out."""
    exact = faces(whole, parts[0])[0]
    return exact.high if exact.is_point else whole.allowed.high


def _is_amount(view: View) -> bool:
    claim = view.claim
    plain = claim.kind == "level" and claim.high is None and not claim.bracket_of and not claim.negated
    return plain and bool(claim.value) and "role:from" not in claim.restrictors


def _parts(whole: View, behind: Sequence[View], context: Context) -> list[View]:
    """The figures of the list that opens right behind a whole, each of them smaller; none where it is no such list."""
    here = [view for view in behind if one_sentence(view, whole)]
    if not here:
        return []
    head = text_between(whole, here[0], context).rstrip()
    if not head or len(head) > _HEAD or not head.endswith(_OPENERS) or "," in head[:-1]:
        return []
    parts = here[:1]
    for one, other in pairwise(here):
        if not _goes_on(one, other, context):
            break
        parts.append(other)
    if not all(_is_amount(part) and _smaller(part, whole) for part in parts):
        return []
    divides = _of_one_thing if head.endswith(",") else _of_one_kind
    return parts if divides(whole, parts, head, context) else []


def _goes_on(one: View, other: View, context: Context) -> bool:
    """True where a comma or "and" leads from one part to the next."""
    text = text_between(one, other, context)
    return len(text) <= _LINK and ("," in text or ";" in text or "conjunction" in said_between(one, other, context))


def _smaller(part: View, whole: View) -> bool:
    return part.dimension == whole.dimension and (part.claim.value or 0.0) < (whole.claim.value or 0.0)


def _of_one_kind(whole: View, parts: Sequence[View], head: str, context: Context) -> bool:
    """True for parts of the whole's metric, and for persons of persons: 200 people: 120 men, 90 women, 10 children."""
    if all(part.claim.metric == whole.claim.metric for part in parts) or is_money(whole.dimension):
        return True
    return all(_are_people(view, context) for view in (whole, *parts))


def _of_one_thing(whole: View, parts: Sequence[View], head: str, context: Context) -> bool:
    """True behind a comma where no part names a thing of its own, or where men and women make up the whole.

    200 ferries, 120 in Orlin and 90 in Norwick; but not: 200 ferries in Marl, 120 in Orlin.
    """
    own = {part.claim.metric for part in parts}
    if own in _COMPLEMENTS:
        return len(parts) == 2 and whole.claim.metric not in own and _are_people(whole, context)
    alike = all(part.claim.metric == whole.claim.metric for part in parts)
    bare = alike and all(_leads(text_behind(part), part, context) for part in parts)
    return bare and "preposition" not in categories(head, whole, context)


def _leads(text: str, view: View, context: Context) -> bool:
    """True where a preposition is the next word of a text."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    return "preposition" in categories(word, view, context)


def _are_people(view: View, context: Context) -> bool:
    metric = context.rulebook.metrics.get(view.claim.metric)
    noun = " ".join(text_behind(view).split()[:1])
    return (metric is not None and metric.people) or "people" in categories(noun, view, context)
