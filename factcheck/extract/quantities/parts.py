"""Figures that are a part of others counted right behind them: tres de sus 18 plantas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.tokens import Tokens


def share_nouns(tokens: Tokens, quantities: Sequence[Quantity]) -> None:
    """Gives a bare count what the one behind its "of" counts."""
    for quantity, whole in pairwise(quantities):
        bare = quantity.unit == "count" and quantity.kind == "level" and quantity.noun is None and not quantity.ordinal
        if bare and whole.noun is not None and is_part_of(tokens, quantity, whole):
            quantity.noun, quantity.label = whole.noun, False


def is_part_of(tokens: Tokens, quantity: Quantity, whole: Quantity) -> bool:
    """Whether but "of" and one more word lead from a count to a larger one: three of its 18 docks."""
    led = tokens.first("of").get(quantity.last)
    near = led is not None and 0 <= whole.first - led[0] <= 1
    return near and whole.unit == "count" and (whole.value or 0) > (quantity.value or 0)
