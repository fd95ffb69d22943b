"""The choice of each slot of a claim: what the sentence says, else what the article carries to it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract import dating, places, subjects, timing
from factcheck.extract.apposed import is_apposed, is_whole
from factcheck.extract.credits import Credit
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.metric_choice import MetricChoice
from factcheck.extract.metric_ties import SURE_METRIC
from factcheck.extract.metrics import Reading
from factcheck.extract.sentences import Sentence
from factcheck.extract.stance import Tenses, stance_of
from factcheck.extract.subjects import Subject
from factcheck.extract.units import dimension
from factcheck.extract.vocabulary import Vocabulary
from factcheck.model import Claim, Document, Stance
from factcheck.period import Period, month
from factcheck.rulebook import Metric, Rulebook

SURE_SUBJECT, LIKELY_SUBJECT, _CLOSE = 0.7, 0.4, 0.15  # shares of belief
_MONTH = 31  # days: the month of publication is no time to come


@dataclass(slots=True)
class Slots:
    """Chooses the slots of one article's figures."""

    document: Document
    rulebook: Rulebook
    vocabulary: Vocabulary
    discourse: Discourse
    tenses: Tenses

    def subject(
        self, quantity: Quantity, sentence: Sentence, credits: list[Credit], earlier: list[Claim],
        offered: list[Reading],
    ) -> tuple[Subject | None, list[Subject]]:  # fmt: skip
        """The entity a figure is about, and the close runners-up."""
        before = earlier[-1].entity if earlier else None
        named = offered[0].metric if offered and offered[0].score >= SURE_METRIC - 2 else None
        bearer = self.rulebook.metrics[named].bearer or "firm" if named else None
        options = subjects.subjects(quantity, sentence, credits, self.discourse, before, bearer)
        return (options[0], [other for other in options[1:3] if other.score >= _CLOSE]) if options else (None, [])

    def metric(
        self, quantity: Quantity, sentence: Sentence, offered: list[Reading], subject: Subject | None,
        earlier: list[Claim],
    ) -> tuple[str, bool]:  # fmt: skip
        """The metric id of a figure, and whether its own clause names it."""
        choice = MetricChoice(self.rulebook, self.vocabulary, self.discourse, quantity, sentence, offered)
        return choice.metric(subject, earlier)

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
            period = timing.meant(mention, metric)
            if mention.mod == "since" and quantity.role == "to" and published and published.start:
                return month(published.start.year, published.start.month, basis="resolved")
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

    def stance(self, quantity: Quantity, sentence: Sentence, time: Period | None, source: str | None,
               before: Claim | None) -> Stance:  # fmt: skip
        """How a figure is put forward; one about days to come is a forecast whatever the words."""
        if before and is_whole(quantity, before, sentence):
            return "reported" if source else "asserted"
        stance, published = stance_of(quantity, sentence, source is not None, self.tenses), self.document.published
        if stance in ("asserted", "reported") and before and is_apposed(quantity, before, sentence):
            return before.stance
        if stance not in ("asserted", "reported") or time is None or time.basis not in ("stated", "resolved"):
            return stance
        later = time.days is None or time.days > _MONTH or timing.starts_ahead(time, published)
        return "forecast" if later and quantity.role != "from" and timing.is_ahead(time, published) else stance


def _is_planned(quantity: Quantity, metric: Metric | None) -> bool:
    """Whether a figure without a date can be one of the budget that the article is about: money or a share."""
    money = dimension(quantity.unit) in ("money", "percent")
    return money and (metric is None or metric.kind in ("flow", "share", "rate"))
