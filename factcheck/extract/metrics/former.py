"""Whether a new clause begins with a figure, so that what is told before is told of the figure before it."""

from __future__ import annotations

from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence


def is_of_former(sentence: Sentence, at: int, quantity: Quantity, commas: bool = False) -> bool:
    """Whether a word is told of the figure before it, and "and" begins a clause: 12 were hurt and another 3 died."""
    tokens = sentence.tokens
    first = tokens.after("r_part").get(quantity.first, (quantity.first,))[0]
    joined = first in tokens.after("conjunction") or (commas and first > 0 and tokens.forms[first - 1] == ",")
    return joined and any(other.last <= at for other in sentence.quantities)
