"""The choice of each slot of a claim: what the sentence says, else what the article carries to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.extract import attribution, dating, metrics, places, subjects, timing
from factcheck.extract.attribution import Credit
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.sentences import Sentence
from factcheck.extract.subjects import Subject
from factcheck.extract.units import dimension
from factcheck.extract.vocabulary import Vocabulary
from factcheck.model import Claim, Document, Stance
from factcheck.period import Period, month
from factcheck.rulebook import Metric, Rulebook

SURE_SUBJECT, LIKELY_SUBJECT, _CLOSE = 0.7, 0.4, 0.15  # shares of belief
SURE_METRIC = 8.0
_ACTING, _SUBJECT_NOUN = 7.0, 10.5


@dataclass(slots=True)
class Slots:
    """Chooses the slots of one article's figures."""

    document: Document
    rulebook: Rulebook
    vocabulary: Vocabulary
    discourse: Discourse

    def subject(
        self, quantity: Quantity, sentence: Sentence, credits: list[Credit], earlier: list[Claim],
        offered: list[metrics.Reading],
    ) -> tuple[Subject | None, list[Subject]]:  # fmt: skip
        """The entity a figure is about, and the close runners-up."""
        before = earlier[-1].entity if earlier else None
        named = offered[0].metric if offered and offered[0].score >= SURE_METRIC - 2 else None
        bearer = self.rulebook.metrics[named].bearer or "firm" if named else None
        options = subjects.subjects(quantity, sentence, credits, self.discourse, before, bearer)
        return (options[0], [other for other in options[1:3] if other.score >= _CLOSE]) if options else (None, [])

    def metric(self, quantity: Quantity, sentence: Sentence, offered: list[metrics.Reading],
               subject: Subject | None, earlier: list[Claim]) -> tuple[str, bool]:  # fmt: skip
        """The metric id of a figure, and whether its own clause names it."""
        best = self._acting(offered, quantity, sentence)
        last = earlier[-1] if earlier else None
        if last and self._paired(quantity, sentence, best, last):
            return last.metric, True
        if best and best.score >= SURE_METRIC:
            return self._share_or(best, quantity, subject), True
        relative = quantity.kind in ("change", "ratio")
        own = None if relative else self._own(quantity, sentence)
        if own and not (best and best.score >= SURE_METRIC - 2):
            return own, True
        if best:
            return self._share_or(best, quantity, subject), best.score >= SURE_METRIC - 2
        multiplied = metrics.noun_after(quantity, sentence, self.vocabulary) if quantity.kind == "ratio" else None
        if multiplied:
            return multiplied, True
        if last and (relative or dimension(last.unit) == dimension(quantity.unit)):
            return last.metric, False
        return self._carried_metric(quantity, sentence), False

    def _own(self, quantity: Quantity, sentence: Sentence) -> str | None:
        """What the figure itself says it measures; a mere unit gives way to what the paragraph speaks of."""
        carried = self.rulebook.metrics.get(self.discourse.metric_for(sentence.paragraph) or "")
        own = metrics.fallback(quantity, sentence)
        by_unit = dimension(quantity.unit) not in ("count", "money", "time")
        return carried.id if by_unit and own and carried and metrics.fits(carried, quantity) else own

    def _carried_metric(self, quantity: Quantity, sentence: Sentence) -> str:
        carried = self.discourse.metric_for(sentence.paragraph)
        known = self.rulebook.metrics.get(carried or "")
        if not carried and dimension(quantity.unit) == "money":
            carried, known = self.discourse.money_metric, self.rulebook.metrics.get(self.discourse.money_metric or "")
        if carried and known and metrics.fits(known, quantity):
            whole = known.kind == "stock" and bool({"count", "money"} & set(known.units))
            unlike = whole if quantity.kind == "share" else carried == "market_share" and quantity.kind != "level"
            if not unlike:
                return carried
        if quantity.kind == "share":
            return "market_share"
        return metrics.noun_before(quantity, sentence, self.vocabulary) or "other:"

    def _paired(self, quantity: Quantity, sentence: Sentence, best: metrics.Reading | None, last: Claim) -> bool:
        """Whether a from- or to-figure goes on with the metric of the figure before it."""
        if quantity.role not in ("from", "to") or (best and sentence.tokens.starts[best.first] > last.end):
            return False
        known = self.rulebook.metrics.get(last.metric)
        return metrics.fits(known, quantity) if known else dimension(last.unit) == dimension(quantity.unit)

    def _acting(self, offered: list[metrics.Reading], quantity: Quantity,
                sentence: Sentence) -> metrics.Reading | None:  # fmt: skip
        """The best reading, or what a verb turns it into: cut 450 jobs; what a share is of gives way to its subject."""
        counted = metrics.counted_noun(quantity, sentence) is not None and not metrics.counts_people(quantity, sentence)
        known = self.rulebook.metrics
        usable = [r for r in offered if r.form == "noun" or (r.form == "verb" and not counted)]
        telling = [r for r in usable if not known[r.metric].vague]
        best = next(iter(telling or usable), None)
        for other in offered:
            acts_on = known[other.metric].acts_on
            people = "people" in acts_on and (best is None or known[best.metric].units == ("count",))
            if other.form == "act" and other.score >= _ACTING and (people or (best and best.metric in acts_on)):
                return replace(other, score=max(best.score if best else 0.0, SURE_METRIC))
        if best and quantity.kind == "share" and best.first >= quantity.last:
            others = [other.first for other in sentence.quantities if other is not quantity]
            for subject in usable:
                parted = any(subject.last <= at < quantity.first for at in others)
                if subject.last <= quantity.first and subject.score >= _SUBJECT_NOUN and not parted:
                    return subject
        return best

    def _share_or(self, best: metrics.Reading, quantity: Quantity, subject: Subject | None) -> str:
        """market_share where a subject holds a share of people or things that another metric counts."""
        metric = self.rulebook.metrics[best.metric]
        holder = subject is not None and subject.basis in ("subject", "possessive", "pronoun")
        counted = metric.kind == "stock" and "count" in metric.units
        return "market_share" if quantity.kind == "share" and holder and counted else best.metric

    def region(self, quantity: Quantity, sentence: Sentence) -> tuple[str | None, str]:
        """The region of a figure and its basis: stated, carried from the paragraph, or the article's home."""
        discourse = self.discourse
        stated = places.region_of(quantity, sentence, places.places(sentence), discourse.home)
        if stated:
            discourse.place = stated  # carried to later sentences, not to later figures of this one
            return stated, "stated"
        carried = discourse.region_for(sentence.paragraph)
        return (carried, "carried") if carried else (discourse.home, "topic")

    def time(self, mention: PeriodMention | None, quantity: Quantity, sentence: Sentence,
             metric: Metric | None) -> Period | None:  # fmt: skip
        """The stated period, else a neighbour's, else the month of publication with the basis unstated."""
        published = self.document.published
        before = quantity.role == "from" and metric is not None and metric.kind == "flow"
        if mention:
            period = timing.widened(mention, metric)
            own = mention.compares or dating.is_beside(mention, quantity, sentence)
            return timing.before(period) if before and not own else period
        if metric and metric.quoted and published:
            return published
        if self.discourse.plan and _is_planned(quantity, metric):
            return timing.carried(self.discourse.plan)
        participles = tuple(self.vocabulary.section("grammar").get("participles", ()))
        if self._is_result(metric) or not timing.is_present(quantity, sentence, participles):
            carried = timing.carried(self._carried_period(sentence, metric))
            if carried and not timing.is_ahead(carried, published):
                return timing.before(carried) if before else carried
        if published is None or published.start is None:
            return None
        return month(published.start.year, published.start.month, basis="unstated")

    def _carried_period(self, sentence: Sentence, metric: Metric | None) -> Period | None:
        """What the article is dated by where a figure has no date; what a firm earned is never that of a day."""
        discourse = self.discourse
        period = discourse.period_for(sentence.paragraph) or discourse.frame
        results = metric is not None and metric.kind == "flow" and (period is None or not timing.is_span(period))
        return discourse.span if results and discourse.span else period

    def _is_result(self, metric: Metric | None) -> bool:
        """Whether a figure is one of the results that the article reports for a span of time."""
        return metric is not None and metric.kind == "flow" and self.discourse.span is not None

    def source(self, quantity: Quantity, sentence: Sentence, credits: list[Credit]) -> str | None:
        return attribution.source_of(quantity, sentence, credits) or self.discourse.source_for(sentence.paragraph)

    def stance(self, quantity: Quantity, sentence: Sentence, time: Period | None, source: str | None) -> Stance:
        """How a figure is put forward; one about days to come is a forecast whatever the words."""
        stance = attribution.stance_of(quantity, sentence, source is not None)
        plain = stance in ("asserted", "reported") and time is not None and time.basis in ("stated", "resolved")
        return "forecast" if plain and timing.is_ahead(time, self.document.published) else stance


def _is_planned(quantity: Quantity, metric: Metric | None) -> bool:
    """Whether a figure without a date can be one of the budget that the article is about: money or a share."""
    money = dimension(quantity.unit) in ("money", "percent")
    return money and (metric is None or metric.kind in ("flow", "share", "rate"))
