"""Money whose name several countries share, read as that of the country an article is about: pesos in Manila."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.extract.quantities.units import dimension, shared
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.tokens import Tokens


def localise(
    tokens: Tokens, quantities: Sequence[Quantity], home: str | None, lang: str, outlet: str | None = None
) -> None:
    """Gives amounts whose currency is told by a shared name alone the currency of the country, or of the outlet's."""
    names = (_names(home, lang) if home else {}) | (_names(outlet, lang, "outlets") if outlet else {})
    if not names:
        return
    for quantity in quantities:
        if dimension(quantity.unit) == "money" and "/" not in quantity.unit:
            quantity.unit = _told(tokens, quantity, names) or quantity.unit


def _told(tokens: Tokens, quantity: Quantity, names: dict[str, str]) -> str | None:
    for first, last, _ in tokens.hits.get("q_currency", ()):
        if quantity.first <= first and last <= quantity.last and last == first + 1 and tokens.words[first] in names:
            return names[tokens.words[first]]
    return None


@lru_cache(maxsize=256)
def _names(home: str, lang: str, table: str = "where") -> dict[str, str]:
    """The shared names that mean the money of one country in one language, each with its currency code."""
    rows = [row for row in shared()["local_money"] if home in row.get(table, ())]
    return {name: row[table][home] for row in rows if lang in row.get("languages", (lang,)) for name in row["names"]}
