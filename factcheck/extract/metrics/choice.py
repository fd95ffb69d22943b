"""The choice of a figure's metric: what its sentence offers, what it counts, or what the article speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.extract.apposed import is_whole
from factcheck.extract.discourse import Discourse
from factcheck.extract.metrics import counted, parts
from factcheck.extract.metrics.carried import carried_metric
from factcheck.extract.metrics.find import Reading, fits
from factcheck.extract.metrics.score import is_led
from factcheck.extract.metrics.ties import LINKED, SURE_METRIC, Ties
from factcheck.extract.quantities.units import dimension
from factcheck.extract.subjects.choice import Subject
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.model import Claim
from factcheck.rulebook import Metric, Rulebook

_TOUCHING = 16.0  # the score of a noun right behind its figure
_MANY = 100  # below it what is sold may be shops or firms
_ACTING, _SUBJECT_NOUN = 7.0, 10.5
_RATES = ("rate", "share")
_TAKINGS = {"flow", "cumulative"}  # what a film made this week and since it opened


@dataclass(frozen=True, slots=True)
class MetricChoice:
    """Chooses the metric of one figure."""

    rulebook: Rulebook
    vocabulary: Vocabulary
    discourse: Discourse
    quantity: Quantity
    sentence: Sentence
    offered: list[Reading]

    @property
    def _ties(self) -> Ties:
        return Ties(self.rulebook, self.quantity, self.sentence)

    def metric(self, subject: Subject | None, earlier: Sequence[Claim]) -> tuple[str, bool]:
        """The metric id, and whether the figure's own clause names it; `earlier` are the figures before it there."""
        found, sure = self._chosen(subject, earlier)
        known = self.rulebook.metrics.get(found)
        parted = self.quantity.unit == "percent" and (self.quantity.kind != "change" or self.quantity.points)
        if known and known.as_share and (self.quantity.kind == "share" or parted):
            return known.as_share, sure
        if known and known.as_change and self.quantity.kind == "change" and self.quantity.unit == "percent":
            return known.as_change, sure
        if known and known.per_head and self.quantity.kind == "ratio" and self.quantity.per:
            return known.per_head, sure
        if known and self.quantity.per == "hour" and known.bearer == "person":
            return self._unnamed("pay"), sure
        return found, sure

    def _chosen(self, subject: Subject | None, earlier: Sequence[Claim]) -> tuple[str, bool]:
        last = earlier[-1] if earlier else None
        best = self._acting(last)
        if best is None and self.quantity.role in ("from", "to"):
            last = next((claim for claim in reversed(earlier) if self._ties.can_be(claim.metric)), last)
        theme = self.discourse.share_theme
        if theme and self._is_of_poll(best):
            return theme, True
        tied = self._tied(best, last, earlier) or self._parted(best, earlier)
        if tied:
            return tied, True
        if parts.is_of_firm(self.quantity, self.sentence) and not (best and best.score >= LINKED):
            return self._unnamed("holding"), True
        moved = self._moved(best)
        if moved:
            return f"count:{moved}", True
        part, known = self._part_of(subject)
        if best and best.score >= (_TOUCHING if known else SURE_METRIC):
            return self._share_or(best, subject), True
        if part and (known or counted.opens_clause(self.quantity, self.sentence)):
            return f"other:{part}", True
        relative = self.quantity.kind == "change" or (self.quantity.kind == "ratio" and not self.quantity.per)
        number_of = self._number_of()
        own, told = (number_of, True) if number_of or relative else self._own()
        if own and not (best and best.score >= (SURE_METRIC if self._is_aside(best) else SURE_METRIC - 2)):
            return own, told
        if best:
            return self._share_or(best, subject), best.score >= SURE_METRIC - 2
        if self.quantity.kind == "ratio":
            multiplied = counted.noun_after(self.quantity, self.sentence, self.vocabulary)
            if multiplied:
                return multiplied, True
        if last and self._ties.may_go_on(last, relative):
            return last.metric, False
        measured = self.rulebook.unnamed.get(dimension(self.quantity.unit))
        if measured and self.quantity.kind == "change":
            return measured, True
        return carried_metric(self.quantity, self.sentence, self.discourse, self.rulebook, self.vocabulary, part), False

    def _moved(self, best: Reading | None) -> str | None:
        """The thing that a change in percent is one of, unless a metric is told nearer: burglaries rose 2 %."""
        percent = self.quantity.kind == "change" and self.quantity.unit == "percent"
        found = counted.subject_thing(self.quantity, self.sentence) if percent else None
        if found is None:
            return None
        thing, at = found
        far = best is not None and any(best.last <= other.first < at for other in self.sentence.quantities)
        return thing if far or best is None or best.score < SURE_METRIC - 2 else None

    def _tied(self, best: Reading | None, last: Claim | None, earlier: Sequence[Claim]) -> str | None:
        """The metric of a figure before that this one goes on with, or that of the article's theme."""
        ties = self._ties
        if last and ties.is_among(best, last):
            return last.metric
        if last and any(tie(best, last) for tie in (ties.paired, ties.restated, ties.shares_noun)):
            return last.metric
        alike = next((claim for claim in reversed(earlier) if ties.is_like(claim)), None)
        if alike and ties.set_against(best, alike):
            return alike.metric
        if last and ties.is_part(last) and not self._names_share(best):
            return last.metric
        theme = self._theme(best)
        return theme or (last.metric if last and ties.goes_on(best, last) else None)

    def _parted(self, best: Reading | None, earlier: Sequence[Claim]) -> str | None:
        """The metric of the amount that a share of GDP or of a total belongs to: 2 billion, which is 4 % of GDP."""
        whole = best is not None and best.score >= _TOUCHING and self.rulebook.metrics[best.metric].vague
        named = best is not None and best.first >= self.quantity.last and not whole
        total = not named and parts.is_of_total(self.quantity, self.sentence)
        if self.quantity.kind != "share" or not (whole or total):
            return None
        of = {"money", "count"} if total else {"money"}
        amount = next((c for c in reversed(earlier) if c.kind == "level" and dimension(c.unit) in of), None)
        if amount:
            return amount.metric
        carried = self.discourse.metric_for(self.sentence.paragraph)
        told = any(r.form == "noun" and r.last <= self.quantity.first for r in self.offered)
        known = self.rulebook.metrics.get(carried or "")
        return carried if whole and not told and known and known.units == ("money",) else None

    def _names_share(self, best: Reading | None) -> bool:
        """Whether a noun that is only ever a share is told with the figure: 326 seats, with 37 % of the vote."""
        known = self.rulebook.metrics[best.metric] if best else None
        linked = best is not None and best.score >= LINKED and best.form == "noun"
        return linked and known is not None and known.kind in ("share", "rate") and known.units[0] == "percent"

    def _is_aside(self, best: Reading) -> bool:
        """Whether a metric's noun only says where what is counted is: 16,000 people from other countries."""
        behind = best.form == "noun" and best.first >= self.quantity.last and self.quantity.noun is not None
        regions = self.sentence.tokens.after("region")
        return behind and is_led(self.sentence, regions.get(best.first, (best.first,))[0])

    def _unnamed(self, form: str) -> str:
        return self.rulebook.unnamed.get(form, f"other:{form}")

    def _acting(self, last: Claim | None) -> Reading | None:
        """The best reading, or what a verb turns it into: cut 450 jobs."""
        known = self.rulebook.metrics
        usable = [r for r in self.offered if r.form == "noun" or (r.form == "verb" and self._may_say(known[r.metric]))]
        telling = [r for r in usable if not known[r.metric].vague]
        best = next(iter(telling or usable), None)
        moved = self.quantity.role in ("from", "to")  # to cut the staff to 900 leaves 900
        whole = last is not None and is_whole(self.quantity, last, self.sentence)  # 14 of the 96 are to go
        for other in self.offered if not (moved or whole) else ():
            if other.form != "act" or other.score < _ACTING:
                continue
            acts_on = known[other.metric].acts_on
            if self.quantity.kind == "change" and self.quantity.unit == "percent":
                continue  # to cut the staff by 8 % changes the staff
            people = "people" in acts_on and (best is None or known[best.metric].units == ("count",))
            things = "things" in acts_on and best is None and self._counts_many()
            thing = best is None and counted.thing(self.quantity, self.sentence) in acts_on
            if people or things or thing or (best and best.metric in acts_on):
                return replace(other, score=max(best.score if best else 0.0, SURE_METRIC))
        return self._subject_of_share(best, usable) or best

    def _may_say(self, metric: Metric) -> bool:
        """Whether a verb may say what is counted: things have their own noun, and 40 gendarmes are no troops."""
        named = (
            metric.counts_things
            and not metric.acts_on
            and counted.thing(self.quantity, self.sentence, ("counted_person",)) is not None
        )
        return not named and not self._counts_things()

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
            noun = subject.form == "noun" and subject.score >= _SUBJECT_NOUN
            if noun and subject.last <= quantity.first and not parted:
                return subject
        return None

    def _is_of_poll(self, best: Reading | None) -> bool:
        """Whether a share or its points can be of what an article about a poll is about: no noun names another."""
        told = best is not None and best.form == "noun" and best.score >= SURE_METRIC
        other = told and "percent" in self.rulebook.metrics[best.metric].units if best else False
        points = self.quantity.kind == "change" and self.quantity.points
        return not other and (self.quantity.kind == "share" or points)

    def _theme(self, best: Reading | None) -> str | None:
        """What an amount is in an article about transfers or takings, whatever the verb: the film made 12 million."""
        theme = self.discourse.theme
        if theme is None or self.quantity.kind != "level" or not self._ties.can_be(theme):
            return None
        if best is None:
            return theme
        kinds = {self.rulebook.metrics[metric].kind for metric in (theme, best.metric)}
        return theme if best.form == "verb" and (len(kinds) == 1 or kinds == _TAKINGS) else None

    def _number_of(self) -> str | None:
        """What a change or a bare figure is the number of."""
        bare = self.quantity.unit == "count" and self.quantity.noun is None
        counts = bare or (self.quantity.kind == "change" and self.quantity.unit == "percent")
        return parts.number_of(self.quantity, self.sentence, self.vocabulary) if counts else None

    def _own(self) -> tuple[str | None, bool]:
        """What the figure itself says it measures, and True; a mere unit gives way to what the paragraph speaks of."""
        carried = self.rulebook.metrics.get(self.discourse.metric_for(self.sentence.paragraph) or "")
        own = counted.fallback(self.quantity, self.sentence, self.rulebook.unnamed, self.vocabulary)
        by_unit = dimension(self.quantity.unit) not in ("count", "money", "time")
        taken = by_unit and own and carried and fits(carried, self.quantity)
        return (carried.id, False) if taken and carried else (own, True)

    def _part_of(self, subject: Subject | None) -> tuple[str, bool]:
        """What a share is a share of, where nobody is said to hold it, and whether rules/things knows it."""
        if self.quantity.kind != "share" or self._is_held(subject):
            return "", False
        return parts.part_of(self.quantity, self.sentence, self.vocabulary)

    def _share_or(self, best: Reading, subject: Subject | None) -> str:
        """The metric of a held share where a subject holds a share of people or things that another metric counts."""
        metric = self.rulebook.metrics[best.metric]
        predicate = self._predicate(best) if self.quantity.kind == "share" and metric.units == ("count",) else None
        if predicate:
            return predicate
        own = best.first in self.sentence.tokens.after("pronoun")  # 11 % of its staff
        whole = metric.kind == "stock" and "count" in metric.units and not own
        held = self.quantity.kind == "share" and whole and self._is_held(subject)
        of_gdp = self.quantity.kind == "share" and metric.vague and best.first >= self.quantity.last
        return self._unnamed("share") if held or of_gdp or self._is_whole(best) else best.metric

    def _predicate(self, whole: Reading) -> str | None:
        """The rate that is told of a share of people or things: 33 % of inhabitants lived below the poverty line."""
        known = self.rulebook.metrics
        behind = (r for r in self.offered if self.quantity.last <= whole.first < r.first and r.metric != whole.metric)
        rates = (known[r.metric].as_share or r.metric for r in behind)
        return next((rate for rate in rates if known[rate].kind in _RATES and "percent" in known[rate].units), None)

    def _is_whole(self, best: Reading) -> bool:
        """Whether a metric is what something makes up a share of: spam accounts for 60 % of e-mails."""
        counts = best.first >= self.quantity.last and "count" in self.rulebook.metrics[best.metric].units
        return self.quantity.kind == "share" and counts and parts.is_made_up(self.quantity, self.sentence)

    def _is_held(self, subject: Subject | None) -> bool:
        """Whether a share belongs to somebody named before it, not to those it is a share of: a third of users say."""
        holder = subject is not None and subject.basis in ("subject", "possessive", "pronoun")
        return holder and not counted.opens_clause(self.quantity, self.sentence)
