"""Figures that tell a change: rose by 44 % to $205.4m from $142m; a 5 % increase; baisse de 3 %."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from factcheck.extract.quantities.change_ends import falls, inherit_unit, is_step, pair
from factcheck.extract.quantities.change_roles import RoleReader
from factcheck.extract.quantities.comparisons import Comparisons
from factcheck.extract.quantities.draft import Draft, Reading, Role
from factcheck.extract.quantities.points import mark_signed, settle_points
from factcheck.extract.words.phrases import Phrases

_NEAR = 7  # tokens between a verb and the figure it governs
_FAR = 16  # the same in a chain: rose by … to … from …
_LINK = 2  # tokens from a change to the level that it leads to
_SUBJECT = 3  # tokens between a noun of change and the verb that tells of it
_BREAKS = frozenset(".;:!?")


def _is_signed(draft: Draft) -> bool:
    """Whether a percentage is printed with its sign, as changes are: +2.9 %."""
    return draft.unit == "percent" and (draft.number.signed or draft.value < 0)


class ChangeFinder:
    """Finds the verb or noun of change that governs each figure of a sentence."""

    def __init__(self, reading: Reading, phrases: Phrases) -> None:
        self.reading, self.phrases = reading, phrases
        self.moves: list[tuple[int, int, Any]] = [hit for hit in reading.tokens.hits.get("q_move", ()) if hit[2]]
        self.roles = RoleReader(reading, phrases)
        self.comparisons = Comparisons(reading, phrases)

    def pairs(self, drafts: list[Draft]) -> set[int]:
        """The indices of figures that are the two ends of a change, not of a range."""
        found: set[int] = set()
        for k, (left, right) in enumerate(pairwise(drafts)):
            if not self.roles.starts_link(left, self.roles.origin) or right.core[0] - left.last > 4:
                continue
            gap = " ".join(self.reading.words[left.last : right.first])
            if "," in gap or left.unit not in (right.unit, "count") or (self.roles.is_points(left) and left.noun):
                continue  # a reculé de 15 %, à 310 millions
            linked = self.roles.starts_link(right, self.roles.to) or gap in self.phrases.always_to
            told = gap in self.phrases.always_to or self._governor(left.first) or falls(left, right)
            told = told or bool(found) or (_is_signed(left) and _is_signed(right))  # …, in Orlin from 34 to 102
            if linked and (told or self._told_before(left, drafts[:k])):
                found |= {k, k + 1}
                pair(left, right)
        return found

    def _told_before(self, left: Draft, before: list[Draft]) -> bool:
        """Whether a from-to begins here that says how far a change went: nearly doubled from 30; up 14 %, from 630."""
        last = before[-1] if before else None
        at = self.roles.origin.get(left.first, (left.first,))[0] - 1
        if last is None or left.first - last.last > _FAR or self._broken(last.last, at):
            return False
        parted = self.reading.word(at) in (",", ":")
        if last.unit == "ratio" and last.kind == "ratio":
            return parted or left.first - last.last <= _NEAR
        return parted and last.unit == "percent" and any(last.first <= move[1] <= left.first for move in self.moves)

    def moved(self, drafts: list[Draft]) -> set[int]:
        """The indices of figures right behind a verb of change: rose 18 cents to $2.05."""
        if not self.moves:
            return set()
        ends = {last for _, last, _ in self.moves}
        return {
            k
            for k, draft in enumerate(drafts)
            if draft.first in ends
            or (
                draft.first in self.roles.by
                and (draft.unit != "count" or is_step(draft, drafts[k + 1 : k + 2]))
                and self._governor(draft.first)
            )
        }

    def mark(self, drafts: list[Draft]) -> None:
        """Sets kind, direction and role of every figure."""
        chain: list[Draft] = []  # the figures of the running change
        governor: tuple[int, int, Any] | None = None
        starts = {draft.first for draft in drafts}
        for k, draft in enumerate(drafts):
            if draft.number.form == "ordinal" or (draft.unit == "ratio" and draft.kind == "ratio"):
                continue
            move = self._governor(draft.first, chain[-1].last if chain else 0)
            if move is not None:
                governor, chain = move, []
            elif chain and not self._continues(chain[-1], draft):
                governor, chain = None, []
            if self.comparisons.mark(draft, starts):
                continue
            role = self.roles.role(draft, governor, chain)
            if role is None and self._begins(chain) and self.roles.is_difference(draft):
                governor, chain, role = self._closing(draft.last) or governor, [], "by"
                role = role if governor or draft.unit != "count" else None
            if role is None and governor is None and chain and self._leads_to(chain[-1], draft):
                role = "to"
            if role in (None, "from") and chain and self._repeats(chain, draft, drafts[k + 1 : k + 2]):
                chain, role = [], "by"
            if role:
                self._apply(draft, role, governor, chain)
                chain.append(draft)
            else:
                mark_signed(draft)
                governor = governor if chain else None
        for left, right in pairwise(drafts):
            if left.bound == "at_most" and right.role == "from" and right.first - left.last <= 1 and not left.role:
                left.bound, left.role, left.target = "exact", "to", None  # which took the rate up to 2.1 from 1.8 %
        settle_points(self.roles, drafts)

    @staticmethod
    def _begins(chain: list[Draft]) -> bool:
        """Whether a change may begin behind the figures of another: profit rose by 24 % to 2bn, sales by 35 %."""
        return not chain or chain[-1].role == "to"

    def _leads_to(self, before: Draft, draft: Draft) -> bool:
        """Whether a level follows the difference that led to it, whatever the verb: nahmen um 5 Prozent auf 540 zu."""
        near = before.role == "by" and draft.core[0] - before.last <= _LINK and draft.unit != "percent"
        return near and self.roles.starts_link(draft, self.roles.to)

    def _repeats(self, chain: list[Draft], draft: Draft, behind: list[Draft]) -> bool:
        """Whether a verb said once tells of a further change: trams rose 5 percent to 540, buses 4 percent to 810."""
        if draft.unit != "percent" or not behind or not self._begins(chain) or chain[0].unit != "percent":
            return False
        level = behind[0]
        near = level.core[0] - draft.last <= _LINK and level.unit == chain[-1].unit != "percent"
        led = self.roles.to.get(level.core[0], (-1,))[0] == level.first  # hasta 8.100
        return near and (led or self.roles.starts_link(level, self.roles.to))

    def _governor(self, first: int, floor: int = 0) -> tuple[int, int, Any] | None:
        """The last move before token `first` and near it."""
        best = None
        for move in self.moves:
            if move[1] <= first and move[0] >= floor and first - move[1] <= _NEAR:
                best = best if best and self._only_tells(move, best) else move
        if best and self._broken(best[1], first):
            return None
        return best

    def _only_tells(self, move: tuple[int, int, Any], before: tuple[int, int, Any]) -> bool:
        """Whether a verb without direction only says what a noun of change was: a alta foi de 4 %."""
        copula = move[0] in self.reading.tokens.first("copula")
        between = self.reading.words[before[1] : move[0]]
        told = copula and move[2][0] is None and before[2][0] is not None
        return told and len(between) <= _SUBJECT and all(word[0].isalpha() for word in between)

    def _closing(self, last: int) -> tuple[int, int, Any] | None:
        """The first move behind a figure, which closes its clause: soll um 3 Prozent steigen."""
        move = next((move for move in self.moves if last <= move[0] <= last + _NEAR), None)
        plain = move is not None and all(word[0].isalnum() for word in self.reading.words[last : move[0]])
        return move if plain else None

    def _broken(self, first: int, last: int) -> bool:
        words = self.reading.words
        return any(words[i] in _BREAKS for i in range(first, last))

    def _continues(self, before: Draft, draft: Draft) -> bool:
        return draft.first - before.last <= _FAR and not self._broken(before.last, draft.first)

    def _apply(self, draft: Draft, role: Role, move: tuple[int, int, Any] | None, chain: list[Draft]) -> None:
        direction = move[2][0] if move else None
        if chain and chain[-1].direction and not direction:
            direction = chain[-1].direction
        draft.role = role
        if role == "by":
            draft.kind, draft.direction = "change", direction
        else:
            draft.direction = direction
        target = next((other for other in chain if other.role == "to"), None)
        if role == "to":
            for other in chain:
                other.target = other.target or draft
                if other.role == "by" and other.noun and draft.unit == "percent" and other.unit == "count":
                    other.unit, other.points = "percent", self.roles.is_points(other)  # 0,2 point à 7,1 %
        elif target is not None:
            draft.target = target
            inherit_unit(draft, target)
