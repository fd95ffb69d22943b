"""Parts named beside their whole, and parts that add up to more than it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.compare.arithmetic.aboard import aboard
from factcheck.compare.arithmetic.addends import addends
from factcheck.compare.arithmetic.hundreds import hundreds
from factcheck.compare.arithmetic.listed import listed
from factcheck.compare.arithmetic.sums import sum_finding
from factcheck.compare.arithmetic.terms import level_of, one_sentence, value_of
from factcheck.compare.context import Context
from factcheck.compare.findings.describe import number_text
from factcheck.compare.identity.apart import adds_up
from factcheck.compare.identity.cues import cues_for
from factcheck.compare.laws.law import Law
from factcheck.compare.scope import WORLD, region_inside
from factcheck.compare.view import View
from factcheck.model import Finding


def parts_within(law: Law, context: Context) -> Iterator[Finding]:
    """A part named beside its whole: it must be the smaller."""
    for own in context.articles():
        yield from _regions(law, own, context)
        for i, part in enumerate(own):
            near = own[max(0, i - 5) : i]
            wholes = [whole for whole in near if one_sentence(whole, part) and _named_part(part, whole, context)]
            fitting = [whole for whole in wholes if (part.claim.value or 0) < (whole.claim.value or 0)]
            for whole in (fitting or wholes)[-1:]:
                roles = {"whole": whole, "part": part}
                small, large = value_of(part), value_of(whole)
                if whole in fitting:
                    yield sum_finding(law, context, "consistent", roles, f"{small} is part of {large}")
                elif part.claim.metric == whole.claim.metric and _exceeds_all(part, whole, own[:i]):
                    yield sum_finding(law, context, law.severity, roles, f"{small} cannot be part of {large}")
    yield from addends(law, context)
    yield from hundreds(law, context)


def _exceeds_all(part: View, whole: View, before: Sequence[View]) -> bool:
    """True where a part is larger than its whole and than all counts before it: 90 Danes and 60 Swedes, 70 of them."""
    counts = [view for view in before if one_sentence(view, part) and view.dimension == part.dimension]
    told = sum(view.allowed.high for view in counts if view.claim.kind == "level")
    return part.allowed.low > max(told, whole.allowed.high)


def _named_part(part: View, whole: View, context: Context) -> bool:
    """True where the words make one figure a part of the other: a region inside its region, or "of them"."""
    levels = part.claim.kind == whole.claim.kind == "level" and part.asserted and whole.asserted
    alike = part.dimension == whole.dimension != "second" and part.entity == whole.entity
    if not levels or not alike or part.claim.bracket_of or _of_two_times(part, whole) or _is_average(whole):
        return False
    named = part.claim.metric.partition(":")[1] == "" and whole.claim.metric.partition(":")[1] == ""
    if _told_part(part, whole, context):
        return part.claim.metric == whole.claim.metric or not named
    one, other = part.scope.region, whole.scope.region
    narrower = bool(one) and one != WORLD and one != other and region_inside(one or "", other or WORLD)
    alike = part.claim.metric == whole.claim.metric and part.kind == whole.kind
    return narrower and alike and adds_up(part, context.rulebook)


def _is_average(view: View) -> bool:
    """True for none, and for a count with decimals, of which nothing is a part: 2.3 homes each."""
    value = view.claim.value or 0.0
    return view.dimension == "count" and (not value or not value.is_integer())


def _regions(law: Law, own: Sequence[View], context: Context) -> Iterator[Finding]:
    """Figures of regions and of the world, in several sentences: each part must be the smaller."""
    parts: dict[int, list[View]] = defaultdict(list)
    for part in own:
        wholes = [whole for whole in own if _around(part, whole, context)]
        if wholes:
            parts[min(wholes, key=lambda view: abs(view.claim.start - part.claim.start)).order].append(part)
    for whole in own:
        inside = _disjoint(parts.get(whole.order, ()))
        if inside:
            roles = {"whole": whole} | {f"part_{i}": part for i, part in enumerate(inside, 1)}
            values = " and ".join(map(value_of, inside))
            text = f"{values} {'is' if len(inside) == 1 else 'are'} part of {value_of(whole)}"
            yield sum_finding(law, context, "consistent", roles, text)


def _around(part: View, whole: View, context: Context) -> bool:
    """True where one passage names its region, and the other says that its figure is the world's."""
    if part.claim.metric != whole.claim.metric or part.kind != whole.kind or one_sentence(part, whole):
        return False
    one, other = part.claim, whole.claim
    plain = one.kind == other.kind == "level" and part.asserted and whole.asserted and not one.bracket_of
    told = one.region_basis == other.region_basis == "stated" and part.scope.region != whole.scope.region
    inside = whole.scope.region == WORLD
    smaller = part.allowed.high < whole.allowed.low and not _of_two_times(part, whole)
    return plain and told and inside and smaller and part.entity == whole.entity and adds_up(part, context.rulebook)


def _told_part(part: View, whole: View, context: Context) -> bool:
    """True where "of them" or "including" stands between a whole and its part."""
    cues = cues_for(part.claim.lang)
    own = [word[5:] for word in part.scope.restrictors - whole.scope.restrictors if word.startswith("part:")]
    text = context.documents[part.claim.doc].text[whole.claim.end : part.claim.end].lower()
    return any("part_of" in cues.found(word) and word.split()[0] in text for word in own)


def _of_two_times(part: View, whole: View) -> bool:
    """True for what was so before, and for figures of two periods: 9.2 million, down from 9.7 million in Spain."""
    before = "role:from" in part.claim.restrictors or "role:from" in whole.claim.restrictors
    return before or bool(part.days and whole.days and not part.days.overlaps(whole.days))


def sums_of_parts(law: Law, context: Context) -> Iterator[Finding]:
    """Parts that add up to more than their whole."""
    yield from listed(law, context)
    yield from aboard(law, context)
    for own in context.articles():
        for whole in own:
            metric = context.rulebook.metrics.get(whole.claim.metric)
            if not metric or not metric.additive or metric.episodic:
                continue
            if whole.claim.kind != "level" or not whole.asserted:
                continue
            parts = _disjoint([view for view in own if _part_of(view, whole)])
            if len(parts) < 2 or sum(view.allowed.low for view in parts) <= whole.allowed.high:
                continue
            total = number_text(sum(view.claim.value or 0 for view in parts))
            roles = {"whole": whole} | {f"part_{i}": view for i, view in enumerate(parts, 1)}
            yield sum_finding(law, context, law.severity, roles, f"the parts come to {total}")


def _part_of(part: View, whole: View) -> bool:
    one, other = part.scope.region, whole.scope.region
    if not one or not other or one == other or not region_inside(one, other):
        return False
    same = part.entity == whole.entity and part.kind == whole.kind and part.days == whole.days
    return same and level_of(part, whole) and part.asserted and part.scope.restrictors == whole.scope.restrictors


def _disjoint(parts: Sequence[View]) -> list[View]:
    kept: list[View] = []
    for part in parts:
        region = part.scope.region or WORLD
        if not any(
            region_inside(region, k.scope.region or "") or region_inside(k.scope.region or "", region) for k in kept
        ):
            kept.append(part)
    return kept
