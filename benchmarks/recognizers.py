"""Quantities as the models of Recognizers-Text want them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from words import tokens_of, vocabulary

from factcheck.extract.numbers import find as numbers
from factcheck.extract.numbers.fractions import join_fractions
from factcheck.extract.numbers.number import Number
from factcheck.extract.quantities import find as quantities
from factcheck.extract.quantities import units
from factcheck.extract.quantities.draft import Reading
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.tokens import Tokens

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
EQUAL = ("equal to", "equals", "égal à", "égale à", "gleich", "igual a", "equivale a", "uguale a", "equivale a")
COIN_WORDS = ("cent", "penn", "pence", "cênt", "cént", "peni", "sen", "rappen", "pfennig")


def recognizers(row: dict[str, Any]) -> Iterator[Prediction]:
    """The quantities of a row as its model wants them; the gold of other languages has lost its decimal comma."""
    lang, model = row["lang"], row["meta"]["model"]
    tokens = tokens_of(row["text_a"], lang)
    if model.startswith("NumberModel"):
        found = bare_numbers(tokens, lang, "PercentMode" in model)
    else:
        read = quantities.find_quantities(tokens, vocabulary(lang))
        wanted = next(test for name, test in MODELS.items() if model.startswith(name))
        if model.startswith("Dimension") and "temperatur" in row["text_a"].lower():
            read = [quantity for quantity in read if quantity.unit != "degree"]
        if model.startswith("NumberRange"):
            read = as_ranges(tokens, read)
        found = (as_model(tokens, quantity, model) for quantity in read if wanted(quantity))
    yield from lose_comma(row, found)


def as_model(tokens: Tokens, quantity: Quantity, model: str) -> Prediction:
    """A quantity with its value in the printed unit: coins are counted, a share in words is a part of one."""
    quote = tokens.text[quantity.start : quantity.end].lower()
    factor = 1.0
    if model.startswith("Currency") and quantity.style != "vague" and _is_coin(tokens, quantity):
        factor = 100.0
    elif model.startswith("NumberRange") and quantity.unit == "percent" and not any(sign in quote for sign in "%‰"):
        factor = 0.01
    if model.startswith(("Percent", "Temperature")) and _led_by_minus(tokens, quantity.first):
        factor = -factor
    values = {"value": quantity.value, "value2": quantity.high}
    if quantity.bound == "range" and model.startswith(("Age", "Currency", "Dimension", "Temperature")):
        values = {"value": quantity.high}  # the number that touches the unit
    scaled = {key: float(f"{value * factor:.15g}") for key, value in values.items() if value is not None}
    return {"start": quantity.start, "end": quantity.end, "unit": quantity.unit, **scaled}


def as_ranges(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """The quantities with the two ends of a change as one range, and "equal to 20" as the range from 20 to 20."""
    ranges: list[Quantity] = []
    for quantity in found:
        before = ranges[-1] if ranges else None
        if before and before.role == "from" and quantity.role == "to" and (before.value or 0) < (quantity.value or 0):
            ranges[-1] = replace(quantity, start=before.start, value=before.value, high=quantity.value, bound="range")
        elif quantity.bound == "exact" and tokens.text[: quantity.start].lower().rstrip().endswith(EQUAL):
            ranges.append(replace(quantity, high=quantity.value, bound="range"))
        else:
            ranges.append(quantity)
    return ranges


def _is_coin(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether nothing but coins is printed: 45 cents, no "13 dollars and 45 cents"."""
    behind = [word for word in tokens.words[quantity.number[1] : quantity.last] if word != "-"]
    return bool(behind) and behind[0].startswith(COIN_WORDS)


def bare_numbers(tokens: Tokens, lang: str, apart: bool) -> Iterator[Prediction]:
    """The numbers alone, shares as parts of one unless kept apart; not those that touch a unit (180ml)."""
    words = vocabulary(lang)
    reading = Reading(tokens, words, (), words.compiled["numerals"])
    tokens.hits.pop("q_cents", None)  # no money here: 3 cents are 300
    found = numbers.find_numbers(tokens, words)
    yield from _of_codes(tokens, found)
    for number in found if apart else join_fractions(reading, found):
        if number.form == "ordinal" or (number.form, number.value) == ("article", 1.0) or _measures(tokens, number):
            continue
        value = number.value / 100 if number.form == "fraction" else number.value
        if _led_by_minus(tokens, number.first):
            value = -value
        first, last = tokens.starts[number.first], tokens.ends[number.last - 1]
        yield {"start": first, "end": last, "value": float(f"{value:.15g}"), "unit": ""}


def _of_codes(tokens: Tokens, found: list[Number]) -> Iterator[Prediction]:
    """The numbers in what the finder knows as addresses, dates and lists: 17/05/2018, 22,24,26."""
    inside = {i for number in found for i in range(number.first, number.last)}
    for i in tokens.digits:
        touched = any(
            0 <= j < len(tokens) and tokens.forms[j][0].isalpha() and tokens.glued(max(i, j)) for j in (i - 1, i + 1)
        )
        if i not in inside and not touched:
            for match in re.finditer(r"[0-9]+", tokens.forms[i]):
                start = tokens.starts[i] + match.start()
                yield {"start": start, "end": start + len(match[0]), "value": float(match[0]), "unit": ""}


def _measures(tokens: Tokens, number: Number) -> bool:
    last = number.last
    return tokens.glued(last) if last < len(tokens) and tokens.forms[last][0].isalpha() else False


def _led_by_minus(tokens: Tokens, first: int) -> bool:
    """Whether a dash with spaces around it stands before a number: a minus here, a dash or a bullet in the news."""
    if not first or tokens.forms[first - 1] not in "-−" or tokens.glued(first - 1):
        return False
    return first == 1 or not tokens.forms[first - 2][0].isdecimal()


def lose_comma(row: dict[str, Any], found: Iterable[Prediction]) -> Iterator[Prediction]:
    """The predictions with the values of the converted gold: where a row prints 34,5 it has 345."""
    raw = [gold.get("raw") or "" for gold in row["gold"]]
    comma = any("," in form and form[0] not in "([" for form in raw)
    for prediction in found:
        for key in ("value", "value2") if comma else ():
            if key in prediction:
                prediction[key] = float(f"{prediction[key]:.15g}".replace(".", ""))
        yield prediction
