"""The metrics offered to a figure, and bare figures that are amounts in the article's currency."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.discourse import Discourse
from factcheck.extract.metrics import counted
from factcheck.extract.metrics.deals import deal
from factcheck.extract.metrics.find import Reading, readings
from factcheck.extract.metrics.ties import SURE_METRIC
from factcheck.extract.quantities.ellipsis import as_money
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Rulebook

_NAMED = 14.0  # the score of a metric noun that touches its figure


def offers(quantity: Quantity, sentence: Sentence, discourse: Discourse, rulebook: Rulebook) -> list[Reading]:
    """The metrics offered, a deal before all others; a bare figure that is an amount becomes one on the way."""
    offered = _readings(quantity, sentence, discourse, rulebook)
    bargain = deal(quantity, sentence, offered, rulebook.unnamed)
    return [bargain, *offered] if bargain else offered


def _readings(quantity: Quantity, sentence: Sentence, discourse: Discourse, rulebook: Rulebook) -> list[Reading]:
    """The metrics offered; a bare figure of a metric that is money becomes an amount in the article's currency."""
    offered = readings(quantity, sentence)
    if dimension(quantity.unit) == "money":
        discourse.currency = quantity.unit
        return offered
    named = max((reading.score for reading in offered if reading.form != "act"), default=0.0)
    summed = counted.is_sum(quantity, sentence)
    of_money = bool(discourse.money_metric or discourse.theme)
    sure = summed or counted.led_by_price(quantity, sentence, of_money)
    bare = replace(quantity, noun=None) if summed else quantity
    amount = as_money(bare, discourse.currency) if sure or named < _NAMED else None
    if amount is None:
        return offered
    as_amount = readings(amount, sentence)
    best = as_amount[0].score if as_amount else 0.0
    carried = rulebook.metrics.get(discourse.metric_for(sentence.paragraph) or "")
    goes_on = not offered and carried is not None and carried.units == ("money",)
    if sure or goes_on or (best >= SURE_METRIC and (best > named or named < SURE_METRIC)):
        quantity.unit, quantity.noun = amount.unit, amount.noun
        return as_amount
    return offered
