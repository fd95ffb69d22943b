"""The choice of each slot of a claim: what the sentence says, else what the article carries to it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract import headlines
from factcheck.extract.apposed import is_apposed, is_coordinated, is_whole, parted_whole
from factcheck.extract.discourse import Discourse
from factcheck.extract.metrics.asked import Asked
from factcheck.extract.metrics.choice import metric_of
from factcheck.extract.metrics.find import Reading
from factcheck.extract.metrics.ties import SURE_METRIC
from factcheck.extract.names import places
from factcheck.extract.quantities.units import dimension
from factcheck.extract.stance import stance_of
from factcheck.extract.subjects import choice as subjects
from factcheck.extract.subjects.candidates import Scene
from factcheck.extract.subjects.choice import Subject
from factcheck.extract.tenses import Tenses
from factcheck.extract.times import choice as times
from factcheck.extract.times import story_dates, timing
from factcheck.extract.times.figures import AHEAD, Date, Figure
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.model import Claim, Document, Stance
from factcheck.period import Period
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
    participles: tuple[str, ...] = ()  # endings of what is no verb in the present, though it looks like one

    def subject(
        self, quantity: Quantity, sentence: Sentence, scene: Scene, earlier: list[Claim],
        offered: list[Reading],
    ) -> tuple[Subject | None, list[Subject]]:  # fmt: skip
        """The entity a figure is about, and the close runners-up."""
        if (whole := parted_whole(quantity, earlier, sentence)) and whole.entity:
            return Subject(whole.entity, whole.entity_basis, LIKELY_SUBJECT), []
        before = earlier[-1].entity if earlier else None
        named = offered[0].metric if offered and offered[0].score >= SURE_METRIC - 2 else None
        bearer = self.rulebook.metrics[named].bearer or "firm" if named else None
        barred = frozenset() if self._may_be_price(quantity, named) else self.discourse.traded
        options = subjects.subjects(quantity, sentence, scene, self.discourse, before, bearer, barred, most=3)
        return (options[0], [other for other in options[1:] if other.score >= _CLOSE]) if options else (None, [])

    def _may_be_price(self, quantity: Quantity, named: str | None) -> bool:
        """Whether a figure is money or a change in percent, and its sentence names no metric of another kind."""
        money = dimension(quantity.unit) == "money" or (quantity.kind == "change" and quantity.unit == "percent")
        return money and (named is None or self.rulebook.metrics[named].kind == "price")

    def metric(
        self, quantity: Quantity, sentence: Sentence, offered: list[Reading], subject: Subject | None,
        earlier: list[Claim],
    ) -> tuple[str, bool]:  # fmt: skip
        """The metric id of a figure, and whether its own clause names it."""
        asked = Asked(self.rulebook, self.vocabulary, self.discourse, quantity, sentence, offered)
        return metric_of(asked, subject, earlier)

    def region(self, quantity: Quantity, sentence: Sentence, earlier: list[Claim]) -> tuple[str | None, str]:
        """The region of a figure and its basis: stated, carried from the paragraph, or the article's home."""
        if whole := parted_whole(quantity, earlier, sentence):
            return whole.region, whole.region_basis
        discourse = self.discourse
        stated = places.region_of(quantity, sentence, places.places(sentence), discourse.home)
        if stated:
            if places.lasts(stated, sentence):
                discourse.place = stated  # carried to later sentences, not to later figures of this one
            return stated, "stated"
        carried = discourse.region_for(sentence.paragraph, sentence.index)
        return (carried, "carried") if carried else (discourse.home, "topic")

    def time(self, quantity: Quantity, sentence: Sentence, metric: Metric | None, stance: Stance,
             earlier: list[Claim]) -> Date:  # fmt: skip
        """The period that a figure is of, with the words that say so where its own sentence does."""
        before = earlier[-1].time if earlier and not headlines.is_undated(earlier[-1]) else None
        if before and story_dates.is_length_of_change(before, sentence):
            before = None
        present = timing.is_present(quantity, sentence, self.participles)
        told = bool(before) or (bool(earlier) and (earlier[-1].time is None or earlier[-1].time.basis == "unstated"))
        apposed = told and is_apposed(quantity, earlier[-1], sentence)
        figure = Figure(quantity, sentence, metric, stance, present, before, apposed=apposed)
        return times.time_of(figure, self.discourse, self.document.published)

    def stance(self, quantity: Quantity, sentence: Sentence, source: str | None, before: Claim | None) -> Stance:
        """How the words put a figure forward, beside the figure before it in the sentence."""
        if before and is_whole(quantity, before, sentence):
            return "reported" if source else "asserted"
        stance = stance_of(quantity, sentence, source is not None, self.tenses)
        if before and stance in ("asserted", "reported"):
            tied = before.stance in AHEAD and is_coordinated(quantity, before, sentence)
            return before.stance if tied or is_apposed(quantity, before, sentence) else stance
        return stance

    def stance_at(self, time: Period | None, stance: Stance, quantity: Quantity, sentence: Sentence,
                  before: Claim | None) -> Stance:  # fmt: skip
        """The same once its time is known: a figure about days to come is a forecast whatever the words."""
        published = self.document.published
        if stance not in ("asserted", "reported") or time is None or time.basis not in ("stated", "resolved"):
            return stance
        if before and (is_whole(quantity, before, sentence) or is_apposed(quantity, before, sentence)):
            return stance
        later = time.days is None or time.days > _MONTH or timing.starts_ahead(time, published)
        return "forecast" if later and quantity.role != "from" and timing.is_ahead(time, published) else stance
