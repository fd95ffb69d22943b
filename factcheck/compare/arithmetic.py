"""Sums that an article invites its reader to do: shares, changes, ratios, parts and wholes.

A sum that comes out right is shown with a tick.  One that comes out wrong is shown only where the words leave no
doubt which figures belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.compare.blocks import plays
from factcheck.compare.context import Context
from factcheck.compare.describe import number_text
from factcheck.compare.findings import make_finding
from factcheck.compare.gates import overlap
from factcheck.compare.law import Law
from factcheck.compare.precision import printed
from factcheck.compare.scope import WORLD, region_inside
from factcheck.compare.view import View
from factcheck.interval import EVERYTHING, Interval
from factcheck.model import Finding, Severity

NEAR = 600  # characters within which figures of one sum stand
CLOSE = 40  # characters between a figure and its share: "120, or 24 %,"
HUNDRED = Interval.point(100.0)


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures that belong together, and what they come to."""

    roles: dict[str, View]
    computed: Interval  # from the printed figures
    allowed: Interval  # from all that the words allow
    claimed: View
    sure: bool  # the words leave no doubt which figures belong together
    text: str

    @property
    def right(self) -> bool:
        """True where the printed figures come to the claimed one."""
        claimed = printed(self.claimed)
        return claimed is not None and _unsigned(self.computed).overlaps(_unsigned(claimed))

    @property
    def wrong(self) -> bool:
        """True where no reading of the words comes to the claimed figure, by more than careless rounding."""
        claimed = _unsigned(self.claimed.allowed)
        slack = max(1.0 if self.claimed.dimension == "percent" else 0.0, 0.05 * abs(self.claimed.claim.value or 0.0))
        wide = Interval(claimed.low - slack, claimed.high + slack)
        return not _unsigned(self.allowed).overlaps(wide)


def _unsigned(interval: Interval) -> Interval:
    if interval.high < 0:
        return -interval
    return interval


def changes(law: Law, context: Context) -> Iterator[Finding]:
    """Stated changes against the levels before and after."""
    for own in context.by_document().values():
        for change in own:
            if change.claim.kind == "change" and change.claim.value:
                yield from _best(law, context, list(_change_sums(change, own)))


def _change_sums(change: View, own: Sequence[View]) -> Iterator[Sum]:
    levels = [view for view in _around(change, own) if _level_of(view, change)]
    near = [view for view in levels if _one_sentence(view, change)]
    for after, before in combinations(levels, 2):
        for late, early in ((after, before), (before, after)):
            told = _earlier(early, late) or early.claim.id == change.claim.basis
            if early.dimension != late.dimension or not told:
                continue
            computed = _change(_printed(late), _printed(early), change, late)
            allowed = _change(late.allowed, early.allowed, change, late)
            sure = {late, early} == set(near) and len(near) == 2 and _same_scope(late, early)
            text = f"from {_value(early)} to {_value(late)} is a change of {_middle(computed)}"
            yield Sum({"change": change, "before": early, "after": late}, computed, allowed, change, sure, text)


def _change(late: Interval, early: Interval, change: View, level: View) -> Interval:
    """In points where the levels are percentages, else in per cent of the level before."""
    if level.dimension == "percent" or change.dimension != "percent":
        return late - early
    if early.low <= 0:
        return EVERYTHING
    return (late / early - Interval.point(1.0)) * HUNDRED


def _earlier(early: View, late: View) -> bool:
    """True where the words or the dates say which of two levels came first."""
    if _begins(late) or "role:to" in early.claim.restrictors:
        return False
    if _begins(early) or any(word.startswith("role:") for word in early.scope.restrictors):
        return True
    return early.days is not None and late.days is not None and early.days.high < late.days.low


def _begins(view: View) -> bool:
    return "role:from" in view.claim.restrictors and "role:to" not in view.claim.restrictors


def shares(law: Law, context: Context) -> Iterator[Finding]:
    """Stated shares against part and whole."""
    for own in context.by_document().values():
        for share in own:
            if share.claim.kind == "share" and share.claim.value and 0 < share.claim.value <= 100:
                yield from _best(law, context, list(_share_sums(share, own)))


def _share_sums(share: View, own: Sequence[View]) -> Iterator[Sum]:
    around = _around(share, own)
    for part in around:
        if not _part_of_share(part, share):
            continue
        for whole in around:
            if not _whole_of(part, whole):
                continue
            computed, allowed = _ratio(part, whole, 100.0)
            sentence = [view for view in around if _one_sentence(view, share) and view.dimension == part.dimension]
            sure = _gap(part, share) <= CLOSE and len(sentence) == 2 and whole in sentence
            text = f"{_value(part)} of {_value(whole)} is {_middle(computed)} %"
            yield Sum({"share": share, "part": part, "whole": whole}, computed, allowed, share, sure, text)


def _part_of_share(part: View, share: View) -> bool:
    """A level in the share's sentence: of its metric, or right beside it."""
    if not _one_sentence(part, share) or part.claim.kind != "level" or not part.claim.value or part.claim.bracket_of:
        return False
    beside = _gap(part, share) <= CLOSE and part.entity == share.entity
    return beside or _level_of(part, share)


def _whole_of(part: View, whole: View) -> bool:
    if whole is part or not _level_of(whole, part) or (whole.claim.value or 0) <= (part.claim.value or 0):
        return False
    if part.days and whole.days and overlap(part.days, whole.days) < 0.45:
        return False
    one, other = part.scope.region, whole.scope.region
    return not one or not other or region_inside(one, other)


def wholes(law: Law, context: Context) -> Iterator[Finding]:
    """Two shares with their parts: both must be of one whole."""
    for own in context.by_document().values():
        pairs = [
            pair for share in own if share.claim.kind == "share" and share.claim.value for pair in _parts(share, own)
        ]
        used: set[int] = set()
        for (part, share), (other, second) in combinations(pairs, 2):
            if {part, share} & {other, second} or not _one_whole(part, share, other, second):
                continue
            one, two = _implied(part, share), _implied(other, second)
            if share.order in used or second.order in used:
                continue
            roles = {"part": part, "share": share, "other_part": other, "other_share": second}
            if one.overlaps(two):
                used |= {share.order, second.order}
                yield _finding(law, context, "consistent", roles, f"both come to about {_middle(one.hull(two))}")
            elif _same_of(share, second) and max(_gap(part, share), _gap(other, second)) <= CLOSE and _far(one, two):
                text = f"one comes to about {_middle(one)}, the other to {_middle(two)}"
                yield _finding(law, context, law.severity, roles, text)


def _same_of(share: View, second: View) -> bool:
    return bool(share.scope.of) and share.scope.of == second.scope.of


def _far(one: Interval, two: Interval) -> bool:
    return one.high * 1.05 < two.low or two.high * 1.05 < one.low


def _parts(share: View, own: Sequence[View]) -> Iterator[tuple[View, View]]:
    for part in _around(share, own):
        if _part_of_share(part, share) and _gap(part, share) <= 2 * CLOSE:
            yield part, share


def _implied(part: View, share: View) -> Interval:
    return _printed(part) / _printed(share) * HUNDRED


def _one_whole(part: View, share: View, other: View, second: View) -> bool:
    alike = (
        part.claim.metric == other.claim.metric and part.dimension == other.dimension and part.entity == other.entity
    )
    when = part.days == other.days or (part.days and other.days and overlap(part.days, other.days) >= 0.9)
    return bool(alike and when and share.claim.value != second.claim.value and part.claim.value != other.claim.value)


def ratios(law: Law, context: Context) -> Iterator[Finding]:
    """A stated ratio against its terms, as the law names them."""
    ratio_role, part_role, whole_role = list(law.claims)
    for own in context.by_document().values():
        parts = [view for view in own if plays(view, law.claims[part_role]) and view.asserted]
        by_whole = [view for view in own if plays(view, law.claims[whole_role]) and view.asserted]
        for ratio in own:
            if not plays(ratio, law.claims[ratio_role]) or not ratio.claim.value:
                continue
            scale = 100.0 if ratio.dimension == "percent" else 1.0
            for part, whole in _terms(ratio, parts, by_whole):
                computed, allowed = _ratio(part, whole, scale)
                text = f"{_value(part)} / {_value(whole)} is {_middle(computed)}"
                roles = {ratio_role: ratio, part_role: part, whole_role: whole}
                sure = ratio.days is not None and part.days is not None and ratio.days.overlaps(part.days)
                found = Sum(roles, computed, allowed, ratio, sure, text)
                if found.right:
                    yield _finding(law, context, "consistent", roles, text)
                elif found.wrong and found.sure:
                    yield _finding(law, context, law.severity, roles, text)


def _terms(ratio: View, parts: Sequence[View], wholes: Sequence[View]) -> Iterator[tuple[View, View]]:
    for part in parts:
        for whole in wholes:
            same = part.entity == whole.entity == ratio.entity and part.dimension == whole.dimension
            if (
                same
                and part.days
                and whole.days
                and overlap(part.days, whole.days) >= 0.45
                and _same_scope(part, whole)
            ):
                yield part, whole


def parts_within(law: Law, context: Context) -> Iterator[Finding]:
    """A part named beside its whole: it must be the smaller."""
    for own in context.by_document().values():
        used: set[int] = set()
        for i, whole in enumerate(own):
            for part in own[i + 1 : i + 6]:
                if part.order in used or not _one_sentence(whole, part) or not _named_part(part, whole):
                    continue
                used.add(part.order)
                roles = {"whole": whole, "part": part}
                small, large = _value(part), _value(whole)
                if part.allowed.low > whole.allowed.high:
                    yield _finding(law, context, law.severity, roles, f"{small} cannot be part of {large}")
                elif (part.claim.value or 0) < (whole.claim.value or 0):
                    yield _finding(law, context, "consistent", roles, f"{small} is part of {large}")


def _named_part(part: View, whole: View) -> bool:
    if (
        not _level_of(part, whole)
        or part.claim.kind != "level"
        or part.entity != whole.entity
        or part.kind != whole.kind
    ):
        return False
    if not (part.asserted and whole.asserted):
        return False
    one, other = part.scope.region, whole.scope.region
    narrower = bool(one) and one != WORLD and one != other and region_inside(one or "", other or WORLD)
    told = any(word.startswith("part:") for word in part.scope.restrictors - whole.scope.restrictors)
    return narrower or told


def sums_of_parts(law: Law, context: Context) -> Iterator[Finding]:
    """Parts that add up to more than their whole."""
    for own in context.by_document().values():
        for whole in own:
            metric = context.rulebook.metrics.get(whole.claim.metric)
            if not metric or not metric.additive or whole.claim.kind != "level" or not whole.asserted:
                continue
            parts = _disjoint([view for view in own if _part_of(view, whole)])
            if len(parts) < 2 or sum(view.allowed.low for view in parts) <= whole.allowed.high:
                continue
            total = number_text(sum(view.claim.value or 0 for view in parts))
            roles = {"whole": whole} | {f"part_{i}": view for i, view in enumerate(parts, 1)}
            yield _finding(law, context, law.severity, roles, f"the parts come to {total}")


def _part_of(part: View, whole: View) -> bool:
    one, other = part.scope.region, whole.scope.region
    if not one or not other or one == other or not region_inside(one, other):
        return False
    same = part.entity == whole.entity and part.kind == whole.kind and part.days == whole.days
    return same and _level_of(part, whole) and part.asserted and part.scope.restrictors == whole.scope.restrictors


def _disjoint(parts: Sequence[View]) -> list[View]:
    kept: list[View] = []
    for part in parts:
        region = part.scope.region or WORLD
        if not any(
            region_inside(region, k.scope.region or "") or region_inside(k.scope.region or "", region) for k in kept
        ):
            kept.append(part)
    return kept


def _best(law: Law, context: Context, sums: Sequence[Sum]) -> Iterator[Finding]:
    """The sum that comes out right; else, where one sum is beyond doubt and wrong, that one."""
    right = [found for found in sums if found.right]
    if right:
        found = min(right, key=_spread)
        yield _finding(law, context, "consistent", found.roles, found.text)
        return
    sure = [found for found in sums if found.sure]
    if len(sure) == 1 and sure[0].wrong and all(view.asserted for view in sure[0].roles.values()):
        yield _finding(law, context, law.severity, sure[0].roles, sure[0].text)


def _spread(found: Sum) -> tuple[int, int]:
    starts = [view.claim.start for view in found.roles.values()]
    return max(starts) - min(starts), min(starts)


def _finding(law: Law, context: Context, severity: Severity, roles: dict[str, View], text: str) -> Finding:
    members = [
        (view, 0 if severity == "consistent" else number, role) for number, (role, view) in enumerate(roles.items())
    ]
    message = f"{text[:1].upper()}{text[1:]}, as stated." if severity == "consistent" else ""
    return make_finding(law, severity, members, context, roles=roles, message=message, explanation=text)


def _around(view: View, own: Sequence[View]) -> list[View]:
    return [other for other in own if other is not view and abs(other.claim.start - view.claim.start) <= NEAR]


def _level_of(level: View, other: View) -> bool:
    """A level of the metric that a share or a change is of, of the same entity."""
    if level.claim.kind not in ("level", "share" if other.claim.kind == "change" else "level") or not level.claim.value:
        return False
    if level.claim.bracket_of or level.claim.negated:
        return False
    if other.claim.kind == "level" and level.dimension != other.dimension:
        return False
    return level.claim.metric == other.claim.metric and level.entity == other.entity


def _same_scope(a: View, b: View) -> bool:
    return a.scope.region == b.scope.region or not a.scope.region or not b.scope.region


def _one_sentence(a: View, b: View) -> bool:
    return a.claim.sentence_start == b.claim.sentence_start


def _gap(a: View, b: View) -> int:
    first, second = (a, b) if a.claim.start <= b.claim.start else (b, a)
    return second.claim.start - first.claim.end


def _printed(view: View) -> Interval:
    """The values as printed; with "about" or "nearly" before the figure, its face value."""
    own = printed(view) or view.stated
    return own.hull(view.stated) if view.claim.bound in ("approx", "nearly") else own


def _ratio(part: View, whole: View, scale: float) -> tuple[Interval, Interval]:
    times = Interval.point(scale)
    return _printed(part) / _printed(whole) * times, part.allowed / whole.allowed * times


def _middle(interval: Interval) -> str:
    return number_text(float(f"{(interval.low + interval.high) / 2:.3g}"))


def _value(view: View) -> str:
    return number_text(view.claim.value or 0.0)
