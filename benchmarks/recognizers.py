"""Quantities as the models of Recognizers-Text want them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from factcheck.extract import numbers, quantities, units
from factcheck.extract.draft import Reading
from factcheck.extract.fractions import join_fractions
from factcheck.extract.mentions import Quantity
from factcheck.extract.number import Number
from factcheck.extract.tokens import Tokens
from words import tokens_of, vocabulary

Prediction = dict[str, Any]
MODELS: dict[str, Callable[[Quantity], bool]] = {
    "Currency": lambda q: units.dimension(q.unit) == "money",
    "Temperature": lambda q: units.dimension(q.unit) == "temperature" or q.unit == "degree",
    "Age": lambda q: units.dimension(q.unit) == "time",
    "Dimension": lambda q: units.dimension(q.unit) not in ("money", "count", "percent", "ratio", "temperature", "time"),
    "Percent": lambda q: q.unit == "percent" and not q.points,
    "Ordinal": lambda q: q.ordinal,
    "NumberRange": lambda q: q.bound not in ("exact", "approx", "nearly"),
}
COIN_WORDS = ("cent", "penn", "pence", "cênt", "cént", "peni", "sen", "rappen", "pfennig")


def recognizers(row: dict[str, Any]) -> Iterator[Prediction]:
    """The quantities of a row as its model wants them; the gold of other languages has lost its decimal comma."""
    lang, model = row["lang"], row["meta"]["model"]
    comma = any("," in (gold.get("raw") or "") for gold in row["gold"])  # how the row prints its decimals
    tokens = tokens_of(row["text_a"], lang)
    if model.startswith("NumberModel"):
        found = bare_numbers(tokens, lang)
    else:
        wanted = next(test for name, test in MODELS.items() if model.startswith(name))
        read = quantities.find_quantities(tokens, vocabulary(lang))
        found = (as_model(tokens, quantity, model) for quantity in read if wanted(quantity))
    for prediction in found:
        for key in ("value", "value2"):
            if key in prediction:
                prediction[key] = lose_comma(prediction[key], comma)
        yield prediction


def as_model(tokens: Tokens, quantity: Quantity, model: str) -> Prediction:
    """A quantity with its value in the printed unit: coins are counted, a share in words is a part of one."""
    quote = tokens.text[quantity.start : quantity.end].lower()
    factor = 1.0
    if model.startswith("Currency") and quantity.style != "vague" and _is_coin(tokens, quantity):
        factor = 100.0
    elif model.startswith("NumberRange") and quantity.unit == "percent" and not any(sign in quote for sign in "%‰"):
        factor = 0.01
    values = {"value": quantity.value, "value2": quantity.high}
    scaled = {key: float(f"{value * factor:.15g}") for key, value in values.items() if value is not None}
    return {"start": quantity.start, "end": quantity.end, "unit": quantity.unit, **scaled}


def _is_coin(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether nothing but coins is printed: 45 cents, no "13 dollars and 45 cents"."""
    last = tokens.words[quantity.number[1] : quantity.last]
    return bool(last) and last[0].startswith(COIN_WORDS)


def bare_numbers(tokens: Tokens, lang: str) -> Iterator[Prediction]:
    """The numbers alone, shares as parts of one; not those that touch a unit (180ml)."""
    words = vocabulary(lang)
    reading = Reading(tokens, words, (), words.compiled["numerals"], tokens.words, tokens.forms)
    for number in join_fractions(reading, numbers.find_numbers(tokens, words)):
        if number.form == "ordinal" or (number.form, number.value) == ("article", 1.0) or _measures(tokens, number):
            continue
        value = number.value / 100 if number.form == "fraction" else number.value
        if _led_by_minus(tokens, number):
            value = -value
        first, last = tokens.starts[number.first], tokens.ends[number.last - 1]
        yield {"start": first, "end": last, "value": float(f"{value:.15g}"), "unit": ""}


def _measures(tokens: Tokens, number: Number) -> bool:
    last = number.last
    return tokens.glued(last) if last < len(tokens) and tokens.forms[last][0].isalpha() else False


def _led_by_minus(tokens: Tokens, number: Number) -> bool:
    """Whether a dash with a space opens the text: a minus here, a bullet in the news."""
    return number.first == 1 and tokens.forms[0] == "-" and number.value > 0


def lose_comma(value: float, comma: bool) -> float:
    """The value as the converted gold has it: 34,5 became 345."""
    if not comma or value % 1 == 0:
        return value
    return float(f"{value:.15g}".replace(".", ""))
