"""The place of a figure in the change that a verb or noun tells: by how much, to what, from what."""

from __future__ import annotations

from typing import Any

from factcheck.extract.numbers.number import Starts
from factcheck.extract.quantities.draft import Draft, Reading, Role
from factcheck.extract.quantities.restated import link, restates, undated
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.phrases import Phrases

_BASES = ("compared_with", "than")
_COORDINATED = 10  # tokens between two figures of one change by
_AMOUNT = 1e5
_CLOSE = 2  # tokens from a verb to an amount that its "by" leads to
_SUBJECT = 6  # tokens of a subject behind its verb


class RoleReader:
    """Reads the place of each figure of a sentence in the change that governs it."""

    def __init__(self, reading: Reading, phrases: Phrases) -> None:
        self.reading, self.phrases = reading, phrases

    @property
    def moves(self) -> Starts:
        return self.reading.starts("q_move")

    @property
    def by(self) -> Starts:
        return self.reading.ends("q_link_by")

    @property
    def to(self) -> Starts:
        return self.reading.ends("q_link_to")

    @property
    def origin(self) -> Starts:
        return self.reading.ends("q_link_from")

    def role(self, draft: Draft, move: tuple[int, int, Any] | None, chain: list[Draft]) -> Role | None:
        """The place of a figure in the change that its verb tells: by, to or from."""
        if move is None or draft.role:
            return draft.role
        direct = draft.first == move[1] or (draft.unit.isupper() and not undated(self.reading, move[1], draft.first))
        if draft.first == move[1] and self._reaches(draft, move):
            return None
        if draft.bound == "at_most" and self._leads_up(draft, bool(chain)):
            draft.bound = "exact"  # subió un 12 % hasta los 145 euros
            return "to"
        if draft.bound in ("less_than", "more_than") and self.to.get(draft.core[0], (-1,))[0] == draft.first:
            return "to"  # tombé sous les 2 milliards
        if not direct and self.starts_link(draft, self.to) and not self._comes_from(draft):
            return None if any(other.role == "to" for other in chain) else "to"
        if not self._comes_from(draft) and self._by(draft, move, chain, direct):
            return "by"
        if (
            draft.high is None
            and self.starts_link(draft, self.origin)
            and (chain or self._comes_from(draft) or not self.starts_link(draft, self.by))
        ):
            return "from"
        return None

    def _leads_up(self, draft: Draft, told: bool) -> bool:
        """Whether "up to" leads to a level: told by how much before it, or with an article: cayó hasta el 48 %."""
        start, link = draft.first, self.to.get(draft.core[0], (-1,))[0]
        led = draft.core[0] - start > 1 and all(first != start for first, _ in self.by.values())
        return link == start and (told or led)

    def _by(self, draft: Draft, move: tuple[int, int, Any], chain: list[Draft], direct: bool) -> bool:
        direction, takes_object = move[2]
        if direction is None and not draft.points:
            return False
        linked = self.starts_link(draft, self.by)
        strict = linked and self.reading.word(draft.first - 1) in self.phrases.by_strict
        if chain:
            same = chain[-1].role == "by" and self._coordinated(chain[-1], draft) and not self._is_named(draft)
            joined = same and self.reading.tokens.first("conjunction").get(chain[-1].last, (-1,))[0] == draft.first
            goes_on = joined or (linked and (same or self._parallel(draft, chain)))
            return goes_on or restates(self.reading, self.phrases, chain[-1], draft) or self._comes_to(chain, draft)
        if draft.unit == "percent":
            return direct or linked or self._only_adverbs(move[1], draft.first) or self._apposed(move[1], draft)
        whole = takes_object and not (draft.noun and draft.number.decimals)  # a team gained 3 points, not 0.3
        if direct and draft.unit == "count" and not whole and (self.is_points(draft) or self._from_behind(draft)):
            return True
        if draft.unit == "count" and takes_object and draft.noun is None and draft.value >= _AMOUNT:
            return strict  # a loss of 14 million: an amount whose currency is not printed
        if direct and takes_object and draft.number.last in self.reading.starts("q_cents"):
            return True  # shares added 15 cents to $2.70
        if linked and draft.unit != "count" and self._of_something(move[1], draft):
            return True
        if draft.unit == "count" or takes_object:
            near = draft.first - move[1] <= 1 or self._subject_behind(move[1], draft)
            return strict or (linked and near and draft.unit == "count")
        near = draft.first - move[1] <= _CLOSE or self._subject_behind(move[1], draft)
        return direct or (linked and near) or strict

    def _from_behind(self, draft: Draft) -> bool:
        """Whether a bare count is set against what stands right behind it: up 80 from 420; aumenta 7 frente a."""
        link = self.reading.starts("q_link_from").get(draft.last)
        set_against = any(draft.last in self.reading.tokens.first(kind) for kind in _BASES)
        from_count = link is not None and self.reading.word(link[0])[:1].isdigit()
        return draft.noun is None and (from_count or set_against)

    def _is_named(self, draft: Draft) -> bool:
        """Whether what leads to a figure is the "of" of a noun that is measured: outpacing inflation of 3 %."""
        link = self.by.get(draft.first, (draft.first,))[0]
        nouns = (hit for hit in self.reading.tokens.hits.get("metric", ()) if hit[1] == link)
        return self.reading.word(link) in self.phrases.of and any(hit[0] not in self.moves for hit in nouns)

    def _reaches(self, draft: Draft, move: tuple[int, int, Any]) -> bool:
        """Whether a figure is what something fell below or rose beyond, and not by how much: fell below $30."""
        beyond = self.reading.word(draft.first) in self.phrases.beyond
        below = move[2][0] == "down" and draft.bound == "less_than" and draft.unit not in ("percent", "count")
        return not move[2][1] and (beyond or below)

    def _of_something(self, first: int, draft: Draft) -> bool:
        """Whether only what has changed stands between a noun of change and "of": aumento de la deuda de 3 millones."""
        words, link = self.reading.words, self.by.get(draft.first, (draft.first,))[0]
        between = words[first:link]
        if len(between) < 2 or between[0] not in self.phrases.of or words[link] not in self.phrases.of:
            return False
        return not any(word in self.phrases.by_alone or not word[0].isalpha() for word in between) and not any(
            at in self.reading.tokens.first(kind) for kind in ("copula", "say", "relative") for at in range(first, link)
        )

    def _subject_behind(self, first: int, draft: Draft) -> bool:
        """Whether only a date or the verb's subject stands between it and "by": sube el paro en 12.300 personas."""
        link = self.by.get(draft.first, (draft.first,))[0]
        between, tokens = undated(self.reading, first, link), self.reading.tokens
        if not between:
            return link > first
        if draft.unit == "count" and self.reading.word(link) in self.phrases.of:
            return False  # she shook off the loss of one
        led = between[0] in tokens.first("definite") and len(between) <= _SUBJECT
        kinds = ("conjunction", "copula", "preposition", "q_move", "relative", "say")
        parts = any(at in tokens.first(kind) and at not in tokens.first("of") for kind in kinds for at in between[1:])
        return led and not parts and all(self.reading.word(at)[:1].isalpha() for at in between)

    def is_difference(self, draft: Draft) -> bool:
        """Whether a word that means nothing else leads to a difference, whatever the verb: extended by $7bn."""
        at = draft.first - 1
        if draft.high is not None or self.reading.word(at) not in self.phrases.by_alone or draft.kind == "change":
            return False
        timed = dimension(draft.unit) == "time" or draft.unit == "ratio"
        return not timed and self.reading.word(at - 1) not in self.phrases.not_by

    def _comes_from(self, draft: Draft) -> bool:
        """Whether a longer from-phrase ends where another link does: down from a peak of, frente a los."""
        origin = self.origin.get(draft.first)
        others = [links[draft.first][0] for links in (self.by, self.to) if draft.first in links]
        return origin is not None and bool(others) and origin[0] < min(others)

    def starts_link(self, draft: Draft, links: Starts) -> bool:
        if draft.first in links:
            return True
        start = draft.core[0]
        inside = (start, start + 1) if draft.number.form == "fraction" else (start,)  # fell | by a | third
        return any(at in links and links[at][0] < draft.first for at in inside)

    def is_points(self, draft: Draft) -> bool:
        """Whether a bare figure is a move of an index: up 12.5 points."""
        noun = self.reading.word(draft.noun[1] - 1) if draft.noun else ""
        return noun in self.phrases.point_nouns or (not noun and draft.number.decimals)

    def _only_adverbs(self, first: int, last: int) -> bool:
        """Whether only a date and one short modifier stand between verb and percentage: rose sharply in May 5 %."""
        between = undated(self.reading, first, last)
        if len(between) > 1 and self.reading.word(between[0]) in self.phrases.articles:
            between = between[1:]  # rose a slight 0.2 %
        word = self.reading.word(between[0]) if between else ""
        return not between or (len(between) == 1 and word[:1].isalpha() and word not in self.phrases.noun_stop)

    def _apposed(self, last: int, draft: Draft) -> bool:
        """Whether a percentage stands between commas right behind a noun of change: the steepest rise, 9.8 %, was."""
        between = self.reading.words[last : draft.first]
        return list(between) == [","] and self.reading.word(draft.last) == ","

    def _comes_to(self, chain: list[Draft], draft: Draft) -> bool:
        """Whether a percentage is what the change from one figure to another comes to: from $32 to $35, 10 %."""
        both = {other.role for other in chain[-2:]} == {"from", "to"} and chain[-1].unit != "percent"
        moved = {other.role for other in chain[-2:]} == {"by", "to"} and chain[-1].unit != "percent"
        if not (both or moved) or draft.unit != "percent" or self.reading.word(chain[-1].last) not in ",(":
            return False
        between = link(self.reading, self.phrases, chain[-1], draft)
        return (both and not between) or between in self.phrases.apposition

    def _parallel(self, draft: Draft, chain: list[Draft]) -> bool:
        """Whether a figure goes on with a change by another: up 39 % on last year's 15bn, and 6 % on ..."""
        linked = self.by.get(draft.first, (draft.first,))[0]
        joined = linked in self.reading.tokens.after("conjunction")
        return joined and any(other.role == "by" and other.unit == draft.unit for other in chain)

    def _coordinated(self, before: Draft, draft: Draft) -> bool:
        words = self.reading.words[before.last : draft.first]
        return before.unit == draft.unit and len(words) <= _COORDINATED
