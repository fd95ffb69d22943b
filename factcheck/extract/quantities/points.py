"""Moves of a percentage: in points where it is bare behind a level, and by the sign that is printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from factcheck.extract.quantities.change_roles import RoleReader
from factcheck.extract.quantities.draft import Draft
from factcheck.extract.quantities.restated import is_set_beside, says_again
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.tokens import Tokens

_WHOLE = 100  # percent
_ASIDE = 5  # tokens between a level and the move to it: 46 %, down two points


def settle_points(roles: RoleReader, drafts: list[Draft]) -> None:
    """Marks the moves that are in points, told beside a level or after another one."""
    level: Draft | None = None
    for left, right in pairwise(drafts):
        if left.unit == "percent" and (left.kind != "change" or left.points):
            level = left
        if level and right.first - level.last <= (_ASIDE if level is left else 2 * _ASIDE):
            _take_points(roles, right, level is left)
        if says_again(roles.reading, roles.phrases, left, right) or is_set_beside(
            roles.reading, roles.phrases, left, right
        ):
            right.kind, right.role, right.direction = "change", right.role or "by", left.direction
    _share_points(roles, drafts)


def _take_points(roles: RoleReader, draft: Draft, near: bool) -> None:
    """Makes a bare move behind a percentage one of points: 46 %, down two points; 46 % (+0.5 points in a year)."""
    draft.number.signed |= roles.reading.word(draft.first - 1) == "+"
    moved = (near and draft.role == "by") or draft.number.signed or draft.value < 0
    if moved and draft.unit == "count" and draft.noun and roles.is_points(draft):
        draft.unit, draft.points = "percent", True
        mark_signed(draft)


def _share_points(roles: RoleReader, drafts: list[Draft]) -> None:
    """Makes further points of a sentence points: down 17 points among men, 14 points among women."""
    pointed: Draft | None = None
    for draft in drafts:
        if draft.points and draft.role == "by":
            pointed = pointed or draft
        elif pointed and draft.unit == "count" and draft.noun and roles.is_points(draft):
            draft.unit, draft.points, draft.kind = "percent", True, "change"
            draft.role, draft.direction = "by", pointed.direction


def take_percent(quantities: Sequence[Quantity], tokens: Tokens, nouns: Collection[str]) -> None:
    """Makes bare points percentage points, in a text where points are those of a percentage: leads by 8 points."""
    moves = {last: direction for _, last, direction in tokens.hits.get("q_move_points", ())}
    after = {first: direction for first, _, direction in tokens.hits.get("q_move_after", ())}
    for quantity in quantities:
        first, last = quantity.noun or (0, 0)
        small = quantity.unit == "count" and abs(quantity.value or 0) <= _WHOLE
        if small and last - first == 1 and tokens.words[first] in nouns:
            quantity.unit, quantity.points = "percent", True
            direction = moves.get(quantity.first) or after.get(quantity.last) or after.get(last)
            if direction and quantity.kind == "level":
                quantity.kind, quantity.role, quantity.direction = "change", "by", direction


def mark_signed(draft: Draft) -> None:
    """A printed sign makes a percentage or a count a change: +0.3 %, -1.4 %, minus 300 jobs."""
    counted = draft.unit == "count" and draft.noun is not None and draft.high is None
    if (draft.unit == "percent" or counted) and (draft.number.signed or draft.value < 0):
        draft.kind, draft.role = "change", "by"
        draft.direction = "down" if draft.value < 0 else "up"
