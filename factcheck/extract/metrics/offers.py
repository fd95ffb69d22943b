"""The metrics offered for a figure once it is clear whether it is an amount of money or a move in points."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from factcheck.extract.discourse import Discourse
from factcheck.extract.metrics import prices
from factcheck.extract.metrics.deals import deal
from factcheck.extract.metrics.find import Reading, readings
from factcheck.extract.metrics.fits import fits, is_plausible
from factcheck.extract.metrics.repeated import lacks_subject
from factcheck.extract.metrics.ties import SURE_METRIC
from factcheck.extract.quantities.ellipsis import as_money
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Rulebook

_NAMED = 14.0  # the score of a metric noun that touches its figure
_RATES = ("rate", "share")


@dataclass(frozen=True, slots=True)
class Offers:
    """Finds what the words around a figure offer as its metric; a bare figure takes the unit that they ask for."""

    rulebook: Rulebook
    discourse: Discourse
    points: Collection[str]  # the nouns of a move in points

    def of(self, quantity: Quantity, sentence: Sentence) -> list[Reading]:
        """The metrics offered, a deal before all others."""
        offered = self._readings(quantity, sentence)
        bargain = deal(quantity, sentence, offered, self.rulebook.unnamed, self.discourse.persons)
        return [bargain, *offered] if bargain else offered

    def _readings(self, quantity: Quantity, sentence: Sentence) -> list[Reading]:
        offered = readings(quantity, sentence)
        if dimension(quantity.unit) == "money":
            self.discourse.currency = quantity.unit
            return offered
        found = self._of_rate(quantity, sentence) or self._of_amount(quantity, sentence, offered)
        return found or self._of_move(quantity, sentence)

    def _of_move(self, quantity: Quantity, sentence: Sentence) -> list[Reading]:
        """The reading of a bare move as one of what the paragraph counts: Orlin went from 85 to 130; erano stati 85."""
        carried = self.rulebook.metrics.get(self.discourse.metric_for(sentence.paragraph) or "")
        moved = quantity.role in ("from", "to") or lacks_subject(quantity, sentence)
        moved = moved and quantity.noun is None and quantity.unit == "count"
        if not moved or carried is None or carried.units[0] != "count" or not fits(carried, quantity):
            return []
        return [Reading(carried.id, quantity.first, quantity.last, SURE_METRIC)]

    def _of_rate(self, quantity: Quantity, sentence: Sentence) -> list[Reading]:
        """The readings of a move in points as one of a rate: unemployment fell 0.3 points."""
        first, last = quantity.noun or (0, 0)
        bare = quantity.kind == "change" and quantity.unit == "count" and last - first == 1
        if not bare or sentence.tokens.words[first] not in self.points:
            return []
        moved = replace(quantity, unit="percent", points=True, noun=None)
        found = readings(moved, sentence)
        known = self.rulebook.metrics[found[0].metric] if found and found[0].score >= SURE_METRIC else None
        if known is None or known.kind not in _RATES or known.units[0] != "percent":
            return []
        quantity.unit, quantity.points, quantity.noun = "percent", True, None
        return found

    def _of_amount(self, quantity: Quantity, sentence: Sentence, offered: list[Reading]) -> list[Reading]:
        """The readings of a bare figure as an amount in the article's currency, where its metric is money."""
        named = max((reading.score for reading in offered if reading.form != "act"), default=0.0)
        summed = prices.is_sum(quantity, sentence)
        of_money = bool(self.discourse.money_metric or self.discourse.theme)
        sure = summed or prices.led_by_price(quantity, sentence, of_money)
        bare = replace(quantity, noun=None) if summed else quantity
        amount = as_money(bare, self.discourse.currency) if sure or named < _NAMED else None
        if amount is None:
            return offered
        as_amount = readings(amount, sentence)
        best = as_amount[0].score if as_amount else 0.0
        carried = self.rulebook.metrics.get(self.discourse.metric_for(sentence.paragraph) or "")
        goes_on = not offered and carried is not None and carried.units == ("money",)
        names = (self.discourse.metric_for(sentence.paragraph), self.discourse.spoken.get("count"))
        spoken = [self.rulebook.metrics[name] for name in names if name in self.rulebook.metrics]
        counts = any(fits(each, quantity) and is_plausible(each, quantity) for each in spoken)
        goes_on = goes_on or (not offered and of_money and not counts and bool(spoken))  # already fined 500 million
        if sure or goes_on or (best >= SURE_METRIC and (best > named or named < SURE_METRIC)):
            quantity.unit, quantity.noun = amount.unit, amount.noun
            return as_amount
        return offered
