"""What ties a figure to the one before it in its sentence, so that both are of one metric."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.extract.apposed import is_apposed
from factcheck.extract.metrics import counted
from factcheck.extract.metrics.find import Reading
from factcheck.extract.metrics.fits import fits
from factcheck.extract.metrics.repeated import former_count
from factcheck.extract.quantities.units import dimension
from factcheck.extract.times import compared
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.model import Claim
from factcheck.rulebook import Rulebook

SURE_METRIC, LINKED = 8.0, 12.0
_LISTED = 2  # tokens between two of a list
_BEHIND = 8  # tokens from a figure to a change of it
_FAR = 16  # tokens from a length of time to another of the same kind
_ORDER = 100  # times the figure per share before it, beyond which another is none of them


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties one figure to the claim before it."""

    rulebook: Rulebook
    quantity: Quantity
    sentence: Sentence

    def alike(self) -> tuple[Callable[[Reading | None, Claim], bool], ...]:
        """The tests of which any makes a figure one of the same metric as the figure before it."""
        told = (self.paired, self.restated, self.shares_noun, self.listed, self.turned, self.grew)
        return (*told, self.lasts_too, self.repeats)

    def can_be(self, metric: str) -> bool:
        known = self.rulebook.metrics.get(metric)
        return known is not None and fits(known, self.quantity)

    def start(self, best: Reading | None, earlier: Sequence[Claim]) -> Claim:
        """The figure before that a from- or to-figure can be of one move with, the last where none can."""
        apt = [claim for claim in reversed(earlier) if self.can_be(claim.metric)]
        alike = (claim for claim in apt if dimension(claim.unit) == dimension(self.quantity.unit))
        counts = earlier[-1].kind == "level" and not self.is_like(earlier[-1])  # growth in 30 countries slips to 3 %
        return next(alike, earlier[-1]) if counts else apt[0] if apt and best is None else earlier[-1]

    def paired(self, best: Reading | None, last: Claim) -> bool:
        """Whether a from- or to-figure goes on with the metric of the figure before it."""
        quantity = self.quantity
        known = self.rulebook.metrics.get(last.metric)
        sold = best is not None and known is not None and best.metric in known.acts_on  # sales rose 2 %, to 847 vans
        named = best is not None and not sold and self.sentence.tokens.starts[best.first] > last.end
        if quantity.role not in ("from", "to") or named:
            return False
        return self.can_be(last.metric) if known else dimension(last.unit) == dimension(quantity.unit)

    def goes_on(self, best: Reading | None, last: Claim) -> bool:
        """Whether a bare number goes on counting what the number before it counts: of 22 banks polled, 14 expect."""
        quantity, tokens = self.quantity, self.sentence.tokens
        parts = tokens.after("r_part")
        inherited = quantity.noun is not None and quantity.noun[0] < quantity.first
        whole = any(first == 0 and tokens.starts[end] == last.start for first, end, _ in tokens.hits.get("of", ()))
        plain = quantity.unit == "count" and quantity.kind == "level" and not quantity.per
        counts = last.unit == "count" and last.kind == "level" and (quantity.value or 0) <= (last.value or 0)
        described = quantity.first in parts and (inherited or self._only_describes(last))
        if not plain or not counts or not (whole or quantity.noun is None or described):
            return False
        if quantity.last in tokens.first("r_part") and (best is None or best.first < quantity.first):
            return True  # 230 people, 38 of them
        limit = LINKED if whole else SURE_METRIC
        behind = best is None or (best.first >= quantity.last and best.form != "act" and best.score < limit)
        return behind and (quantity.first in parts or counted.opens_clause(quantity, self.sentence))

    def _only_describes(self, last: Claim) -> bool:
        """Whether a lone word that no list knows describes some of those before: 30 blessés, dont huit | graves."""
        (first, end), tokens = self.quantity.noun or (0, 0), self.sentence.tokens
        known = self.rulebook.metrics.get(last.metric)
        if not (known and known.episodic and end - first == 1 and tokens.forms[first].islower()):
            return False
        closed = end >= len(tokens) or tokens.forms[end] in ".,;:)"
        return closed and not any(first in tokens.first(kind) for kind in ("metric", "thing", *counted.PEOPLE))

    def grew(self, best: Reading | None, last: Claim) -> bool:
        """Whether a bare word of growth tells of the figure before it: made 24 million, and a growth of 3 %."""
        known = self.rulebook.metrics.get(last.metric)
        if known is None or known.vague or best is None or last.kind != "level" or self.quantity.unit != "percent":
            return False
        plain = self.rulebook.metrics[best.metric].vague and best.first in self.sentence.tokens.first("q_move")
        named = self.sentence.tokens.starts[best.first] < last.end
        return plain and not named and self.quantity.kind == "change" and self.can_be(last.metric)

    def repeats(self, best: Reading | None, last: Claim) -> bool:
        """Whether a bare figure goes on with the count before it: hired 40 nurses in May, 30 in June."""
        if not self.is_like(last) or former_count(self.quantity, self.sentence) is None:
            return False
        named = best is not None and best.form == "noun" and self.sentence.tokens.starts[best.first] >= last.end
        return not named and (best is None or best.first < self.quantity.last)

    def lasts_too(self, best: Reading | None, last: Claim) -> bool:
        """Whether a length of time goes on with the one before it: 12 years in prison, and six years for her aide."""
        quantity, tokens = self.quantity, self.sentence.tokens
        timed = dimension(quantity.unit) == "time" and quantity.unit == last.unit and quantity.kind == last.kind
        if not timed or best is not None or quantity.kind != "level" or not self.can_be(last.metric):
            return False
        gap = [i for i in range(max(0, quantity.first - _FAR), quantity.first) if tokens.starts[i] >= last.end]
        return len(gap) < _FAR and any(i in tokens.first("conjunction") or tokens.forms[i] == "," for i in gap)

    def turned(self, best: Reading | None, last: Claim) -> bool:
        """Whether a bare number goes on with what a verb turned the noun of both into: lost 9 jobs, 4 of a kind."""
        known = self.rulebook.metrics.get(last.metric)
        if known is None or best is None or best.form != "noun" or self.quantity.noun is not None:
            return False
        fewer = (self.quantity.value or 0) < (last.value or 0)  # 40 of 90 jobs
        return fewer and best.last <= self.quantity.first and best.metric in known.acts_on and self.is_like(last)

    def is_among(self, best: Reading | None, last: Claim) -> bool:
        """Whether persons are told to be among those before, to whom the same befell: 14 dead, including two nurses."""
        quantity, tokens = self.quantity, self.sentence.tokens
        known = self.rulebook.metrics.get(last.metric)
        befell = known is not None and known.episodic and "count" in known.units and last.kind == "level"
        fewer = (quantity.value or 0) < (last.value or 0)
        if best and best.form != "noun" and best.first >= quantity.last:
            return False  # the other six are still missing
        part = quantity.first in tokens.after("r_part")
        return befell and fewer and part and counted.counts_people(quantity, self.sentence)

    def listed(self, best: Reading | None, last: Claim) -> bool:
        """Whether persons follow others in a list of those to whom the same befell: the bodies of two men and a boy."""
        quantity, tokens = self.quantity, self.sentence.tokens
        before = next((q for q in self.sentence.quantities if q.start == last.start and q.noun), None)
        known = self.rulebook.metrics.get(last.metric)
        if before is None or known is None or not known.episodic or not counted.counts_people(quantity, self.sentence):
            return False
        told = self.rulebook.metrics[best.metric] if best and best.score >= SURE_METRIC else None
        own = told is not None and told.id != known.id and (told.episodic or (best is not None and best.form != "noun"))
        gap = range(before.noun[1] if before.noun else 0, quantity.first)
        joins = {at for at, _, _ in tokens.hits.get("conjunction", ())}
        joined = 0 < len(gap) <= _LISTED and all(tokens.forms[at] == "," or at in joins for at in gap)
        return joined and not own

    def restated(self, best: Reading | None, last: Claim) -> bool:
        """Whether a change is set behind what it is of, or says it again: made 18 million, down 4 %, or 750,000."""
        tokens, quantity = self.sentence.tokens, self.quantity
        known = self.rulebook.metrics.get(last.metric)
        if quantity.kind == last.kind == "change" and quantity.unit != last.unit and known and fits(known, quantity):
            return (known.kind == "flow" or not known.acts_on) and is_apposed(quantity, last, self.sentence)
        if quantity.kind != "change" or quantity.unit != "percent" or last.kind == "share":
            return False
        behind = next((q.noun[1] for q in self.sentence.quantities if q.start == last.start and q.noun), 0)
        near = range(max(0, behind, quantity.first - _BEHIND), quantity.first)
        gap = [i for i in near if tokens.starts[i] >= last.end]
        if len(gap) == _BEHIND or not any(tokens.forms[i] in ",(" for i in gap):
            return False
        counted_nouns = {i for other in self.sentence.quantities if other.noun for i in range(*other.noun)}
        between = best is not None and best.form == "noun" and best.first in gap and best.first not in counted_nouns
        touching = best is not None and best.first >= quantity.last and best.score >= LINKED
        return not between and not touching and (self.can_be(last.metric) or ":" in last.metric)

    def is_like(self, last: Claim) -> bool:
        return last.kind == self.quantity.kind and dimension(last.unit) == dimension(self.quantity.unit)

    def set_against(self, best: Reading | None, last: Claim) -> bool:
        """Whether a figure is compared with the one before it: 7.7 billion, against 6.5 billion in 2025."""
        quantity, tokens = self.quantity, self.sentence.tokens
        vague = best is not None and self.rulebook.metrics[best.metric].vague
        named = best is not None and not vague and best.form == "noun" and tokens.starts[best.first] >= last.end
        known = self.rulebook.metrics.get(last.metric)
        if named and quantity.kind == "share" and known and "percent" in known.units:
            named = best is not None and "percent" in self.rulebook.metrics[best.metric].units  # no closing of polls
        apt = quantity.noun is None and (known is None or fits(known, quantity))
        acts = best is not None and best.form == "verb" and best.first == quantity.last and quantity.unit == "count"
        return not named and not acts and apt and compared.is_compared(quantity, self.sentence)  # after 4,000 marched

    def may_go_on(self, last: Claim, relative: bool) -> bool:
        """Whether a figure that nothing names may be of the metric of the figure before it."""
        if dimension(last.unit) == dimension(self.quantity.unit) or self.can_be(last.metric):
            return True
        return relative and ":" in last.metric

    def shares_noun(self, best: Reading | None, last: Claim) -> bool:
        """Whether a figure goes on with one given per something: profit was 33 cents a share, 34 had been expected."""
        known = self.rulebook.metrics.get(last.metric)
        if known is None or known.per is None or best is None or last.unit != self.quantity.unit:
            return False
        if (self.quantity.value or 0.0) > _ORDER * abs(last.value or 0.0):
            return False  # 177 million is what the firm made, not what a share of it did
        return best.form == "noun" and self.sentence.tokens.starts[best.first] < last.start and not self.quantity.per

    def is_part(self, last: Claim) -> bool:
        """Whether a share says what part of something the figure before it is: 52 million, or 64 % of revenue."""
        known = self.rulebook.metrics.get(last.metric)
        level = last.kind == "level" and known is not None and not {"time", "length"} & set(known.units)
        return level and self.quantity.kind == "share" and is_apposed(self.quantity, last, self.sentence)
