"""The choice of a figure's metric: what its sentence offers, what it counts, or what the article speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.extract import counted
from factcheck.extract.apposed import is_apposed
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import Quantity
from factcheck.extract.metrics import Reading, fits
from factcheck.extract.sentences import Sentence
from factcheck.extract.subjects import Subject
from factcheck.extract.units import dimension
from factcheck.extract.vocabulary import Vocabulary
from factcheck.model import Claim
from factcheck.rulebook import Rulebook

SURE_METRIC = 8.0
_BEHIND = 8  # tokens from a figure to a change of it
_LINKED = 12.0
_TOUCHING = 16.0  # the score of a noun right behind its figure
_MANY = 100  # below it what is sold may be shops or firms
_ACTING, _SUBJECT_NOUN = 7.0, 10.5
_TAKINGS = {"flow", "cumulative"}  # what a film made this week and since it opened
_RATES = ("rate", "share")


@dataclass(frozen=True, slots=True)
class MetricChoice:
    """Chooses the metric of one figure."""

    rulebook: Rulebook
    vocabulary: Vocabulary
    discourse: Discourse
    quantity: Quantity
    sentence: Sentence
    offered: list[Reading]

    def metric(self, subject: Subject | None, earlier: Sequence[Claim]) -> tuple[str, bool]:
        """The metric id, and whether the figure's own clause names it; `earlier` are the figures before it there."""
        found, sure = self._chosen(subject, earlier)
        known = self.rulebook.metrics.get(found)
        if known and known.as_share and self.quantity.kind == "share":
            return known.as_share, sure
        if known and known.per_head and self.quantity.kind == "ratio" and self.quantity.per:
            return known.per_head, sure
        return found, sure

    def _chosen(self, subject: Subject | None, earlier: Sequence[Claim]) -> tuple[str, bool]:
        best = self._acting()
        last = earlier[-1] if earlier else None
        if best is None and self.quantity.role in ("from", "to"):
            last = next((claim for claim in reversed(earlier) if self._can_be(claim.metric)), last)
        if last and (
            self._paired(best, last)
            or self._restated(best, last)
            or self._shares_noun(best, last)
            or self._put_anew(last)
        ):
            return last.metric, True
        if last and self._is_part(last):
            return last.metric, True
        theme = self._theme(best)
        if theme:
            return theme, True
        if last and self._goes_on(best, last):
            return last.metric, True
        part, known = self._part_of(subject)
        if best and best.score >= (_TOUCHING if known else SURE_METRIC):
            return self._share_or(best, subject), True
        if part and (known or counted.opens_clause(self.quantity, self.sentence)):
            return f"other:{part}", True
        relative = self.quantity.kind == "change" or (self.quantity.kind == "ratio" and not self.quantity.per)
        own = None if relative else self._own()
        if own and not (best and best.score >= SURE_METRIC - 2):
            return own, True
        if best:
            return self._share_or(best, subject), best.score >= SURE_METRIC - 2
        if self.quantity.kind == "ratio":
            multiplied = counted.noun_after(self.quantity, self.sentence, self.vocabulary)
            if multiplied:
                return multiplied, True
        if last and (relative or dimension(last.unit) == dimension(self.quantity.unit) or self._can_be(last.metric)):
            return last.metric, False
        return self._carried(part), False

    def _acting(self) -> Reading | None:
        """The best reading, or what a verb turns it into: cut 450 jobs."""
        usable = [r for r in self.offered if r.form == "noun" or (r.form == "verb" and not self._counts_things())]
        known = self.rulebook.metrics
        telling = [r for r in usable if not known[r.metric].vague]
        best = next(iter(telling or usable), None)
        moved = self.quantity.role in ("from", "to")  # to cut the staff to 900 leaves 900
        for other in self.offered if not moved else ():
            if other.form != "act" or other.score < _ACTING:
                continue
            acts_on = known[other.metric].acts_on
            if self.quantity.kind == "change" and self.quantity.unit == "percent":
                continue  # to cut the staff by 8 % changes the staff
            people = "people" in acts_on and (best is None or known[best.metric].units == ("count",))
            things = "things" in acts_on and best is None and self._counts_many()
            if people or things or (best and best.metric in acts_on):
                return replace(other, score=max(best.score if best else 0.0, SURE_METRIC))
        return self._subject_of_share(best, usable) or best

    def _counts_things(self) -> bool:
        noun = counted.counted_noun(self.quantity, self.sentence)
        return noun is not None and not counted.counts_people(self.quantity, self.sentence)

    def _counts_many(self) -> bool:
        """Whether a figure counts goods by the hundred, which no metric knows: 2,000 consoles."""
        return self.quantity.unit == "count" and (self.quantity.value or 0) >= _MANY and self._counts_things()

    def _subject_of_share(self, best: Reading | None, usable: list[Reading]) -> Reading | None:
        """What a share is of gives way to its subject: costs ate 60 % of revenue."""
        quantity = self.quantity
        if best is None or quantity.kind != "share" or best.first < quantity.last:
            return None
        others = [other.first for other in self.sentence.quantities if other is not quantity]
        for subject in usable:
            parted = any(subject.last <= at < quantity.first for at in others)
            if subject.last <= quantity.first and subject.score >= _SUBJECT_NOUN and not parted:
                return subject
        return None

    def _paired(self, best: Reading | None, last: Claim) -> bool:
        """Whether a from- or to-figure goes on with the metric of the figure before it."""
        quantity = self.quantity
        if quantity.role not in ("from", "to") or (best and self.sentence.tokens.starts[best.first] > last.end):
            return False
        known = last.metric in self.rulebook.metrics
        return self._can_be(last.metric) if known else dimension(last.unit) == dimension(quantity.unit)

    def _can_be(self, metric: str) -> bool:
        known = self.rulebook.metrics.get(metric)
        return known is not None and fits(known, self.quantity)

    def _goes_on(self, best: Reading | None, last: Claim) -> bool:
        """Whether a bare number goes on counting what the number before it counts: of 22 banks polled, 14 expect."""
        quantity, tokens = self.quantity, self.sentence.tokens
        whole = any(first == 0 and tokens.starts[end] == last.start for first, end, _ in tokens.hits.get("of", ()))
        plain = quantity.unit == "count" and quantity.kind == "level" and not quantity.per
        counts = last.unit == "count" and last.kind == "level" and (quantity.value or 0) <= (last.value or 0)
        if not plain or not counts or not (whole or quantity.noun is None):
            return False
        limit = _LINKED if whole else SURE_METRIC
        behind = best is None or (best.first >= quantity.last and best.form != "act" and best.score < limit)
        return behind and counted.opens_clause(quantity, self.sentence)

    def _restated(self, best: Reading | None, last: Claim) -> bool:
        """Whether a change is set behind the figure it is a change of: made 18 million, down 4 %."""
        tokens, quantity = self.sentence.tokens, self.quantity
        if quantity.kind != "change" or quantity.unit != "percent" or last.kind == "share":
            return False
        gap = [i for i in range(max(0, quantity.first - _BEHIND), quantity.first) if tokens.starts[i] >= last.end]
        if len(gap) == _BEHIND or not any(tokens.forms[i] in ",(" for i in gap):
            return False
        between = best is not None and best.form == "noun" and best.first in gap
        touching = best is not None and best.first >= quantity.last and best.score >= _LINKED
        return not between and not touching and (self._can_be(last.metric) or ":" in last.metric)

    def _put_anew(self, last: Claim) -> bool:
        """Whether a share says the amount right before it again: 8 billion, or 4 % of output."""
        tokens, quantity = self.sentence.tokens, self.quantity
        if (
            quantity.kind != "share"
            or last.kind == "share"
            or tokens.starts[max(0, quantity.first - _BEHIND)] > last.end
        ):
            return False
        gap = [i for i in range(max(0, quantity.first - _BEHIND), quantity.first) if tokens.starts[i] >= last.end]
        noun = self._counted_before(last)
        words = [tokens.words[i] for i in gap if i not in noun]
        link = " ".join(word for word in words if word != ",")
        return bool(words) and words[0] == "," and link in self.vocabulary.compiled["phrases"].apposition

    def _counted_before(self, last: Claim) -> range:
        """The tokens of the noun that the figure before this one counts."""
        starts = self.sentence.tokens.starts
        ends = (q.noun for q in self.sentence.quantities if q.start == last.start and q.noun)
        return next((range(*noun) for noun in ends if starts[noun[0]] >= last.start), range(0))

    def _shares_noun(self, best: Reading | None, last: Claim) -> bool:
        """Whether a figure goes on with one given per something: profit was 33 cents a share, 34 had been expected."""
        known = self.rulebook.metrics.get(last.metric)
        if known is None or known.per is None or best is None or last.unit != self.quantity.unit:
            return False
        return best.form == "noun" and self.sentence.tokens.starts[best.first] < last.start and not self.quantity.per

    def _is_part(self, last: Claim) -> bool:
        """Whether a share says what part of something the figure before it is: 52 million, or 64 % of revenue."""
        known = self.rulebook.metrics.get(last.metric)
        level = last.kind == "level" and known is not None and not known.vague
        return level and self.quantity.kind == "share" and is_apposed(self.quantity, last, self.sentence)

    def _theme(self, best: Reading | None) -> str | None:
        """What an amount is in an article about transfers or takings, whatever the verb: the film made 12 million."""
        theme = self.discourse.theme
        if theme is None or self.quantity.kind != "level" or not self._can_be(theme):
            return None
        if best is None:
            return theme
        kinds = {self.rulebook.metrics[metric].kind for metric in (theme, best.metric)}
        return theme if best.form == "verb" and (len(kinds) == 1 or kinds == _TAKINGS) else None

    def _own(self) -> str | None:
        """What the figure itself says it measures; a mere unit gives way to what the paragraph speaks of."""
        carried = self.rulebook.metrics.get(self.discourse.metric_for(self.sentence.paragraph) or "")
        own = counted.fallback(self.quantity, self.sentence)
        by_unit = dimension(self.quantity.unit) not in ("count", "money", "time")
        return carried.id if by_unit and own and carried and fits(carried, self.quantity) else own

    def _carried(self, part: str) -> str:
        """What the paragraph, or for money the article, spoke of last."""
        quantity, discourse = self.quantity, self.discourse
        metrics = self.rulebook.metrics
        carried = discourse.metric_for(self.sentence.paragraph)
        if dimension(quantity.unit) == "money" and not (carried and self._can_be(carried)):
            carried = discourse.money_metric
        if quantity.kind == "share" and discourse.rate_metric and (not carried or metrics[carried].kind not in _RATES):
            carried = discourse.rate_metric
        known = metrics.get(carried or "")
        if carried and known and fits(known, quantity):
            whole = known.kind == "stock" and bool({"count", "money"} & set(known.units))
            unlike = whole if quantity.kind == "share" else carried == "market_share" and quantity.kind != "level"
            if not unlike:
                return carried
        if quantity.kind == "share":
            return f"other:{part}" if part else "market_share"
        if quantity.kind == "change" and quantity.unit == "percent":
            return "growth"
        unnamed = "other:amount" if dimension(quantity.unit) == "money" else "other:figure"
        return counted.noun_before(quantity, self.sentence, self.vocabulary) or unnamed

    def _part_of(self, subject: Subject | None) -> tuple[str, bool]:
        """What a share is a share of, where nobody is said to hold it, and whether rules/things knows it."""
        if self.quantity.kind != "share" or self._is_held(subject):
            return "", False
        return counted.part_of(self.quantity, self.sentence, self.vocabulary)

    def _share_or(self, best: Reading, subject: Subject | None) -> str:
        """market_share where a subject holds a share of people or things that another metric counts."""
        metric = self.rulebook.metrics[best.metric]
        whole = metric.kind == "stock" and "count" in metric.units
        return "market_share" if self.quantity.kind == "share" and whole and self._is_held(subject) else best.metric

    def _is_held(self, subject: Subject | None) -> bool:
        """Whether a share belongs to somebody named before it, not to those it is a share of: a third of users say."""
        holder = subject is not None and subject.basis in ("subject", "possessive", "pronoun")
        return holder and not counted.opens_clause(self.quantity, self.sentence)
