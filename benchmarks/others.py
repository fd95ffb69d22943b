"""What other extractors find in a row, for those that are installed: quantulum3 and Recognizers-Text."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from recognizers import lose_comma

Prediction = dict[str, Any]
Predict = Callable[[dict[str, Any]], Iterator[Prediction]]
NAMES = {"dimensionless": "-"}
MODELS = ("Percent", "Currency", "Dimension", "Age", "Temperature", "NumberRange", "Number", "Ordinal")
CULTURES = {"en": "en-us", "fr": "fr-fr", "de": "de-de", "es": "es-es", "it": "it-it", "pt": "pt-br"}
UNITS = {"Year": "year of age", "Pound": "pound sterling", "F": "fahrenheit", "C": "celsius"}


def installed() -> dict[str, Predict]:
    """The extractors that can be asked, by name."""
    tools = {"quantulum3": ("quantulum3", quantulum), "recognizers_number_with_unit": ("Recognizers-Text", recognizer)}
    return {name: predict for module, (name, predict) in tools.items() if importlib.util.find_spec(module)}


def date_finders() -> dict[str, Callable[[dict[str, Any]], list[Prediction]]]:
    """The extractors of dates that can be asked, by name."""
    return {"Recognizers-Text": recognized_dates} if importlib.util.find_spec("recognizers_date_time") else {}


def recognized_dates(row: dict[str, Any]) -> list[Prediction]:
    """The dates Recognizers-Text finds, the past reading first, each with its TIMEX value and with start and end."""
    from recognizers_date_time import recognize_datetime

    day = datetime.fromisoformat(row["ref_date"]) if row["ref_date"] else datetime.now()
    try:
        results = recognize_datetime(row["text_a"], CULTURES[row["lang"]], reference=day)
    except Exception:  # a language that the package has not, and its own failures
        return []
    found = []
    for result in results:
        first = ((result.resolution or {}).get("values") or [{}])[0]
        said = (first.get("value") or first.get("start") or first.get("timex"), first.get("end"))
        span = {"start": result.start, "end": result.end + 1, "type": "DATE", "value": first.get("timex") or ""}
        found.append({**span, "said": said, "text": result.text})
    return found


def quantulum(row: dict[str, Any]) -> Iterator[Prediction]:
    """The quantities quantulum3 finds; it reads English."""
    if row["lang"] not in ("en", "", None):
        return
    from quantulum3 import parser

    for quantity in parser.parse(row["text_a"]):
        margin = quantity.uncertainty
        found = {"value": quantity.value, "unit": NAMES.get(quantity.unit.name, quantity.unit.name)}
        if margin:
            found |= {"value": quantity.value - margin, "value2": quantity.value + margin}
        yield {"start": quantity.span[0], "end": quantity.span[1], **found}


def recognizer(row: dict[str, Any]) -> Iterator[Prediction]:
    """What Recognizers-Text finds, its decimals as in its converted data."""
    return lose_comma(row, _results(row)) if row["meta"].get("model") else _results(row)


def _results(row: dict[str, Any]) -> Iterator[Prediction]:
    """What the models of Recognizers-Text find: the one that a row is for, else all, larger stretches first."""
    model = row["meta"].get("model")
    wanted = [name for name in MODELS if model.startswith(name)][:1] if model else (*MODELS[:5], "Number")
    taken: set[int] = set()
    for name in wanted:
        for result in _ask(name, row["text_a"], row["lang"] or "en"):
            span = range(result.start, result.end + 1)
            values = _values((result.resolution or {}).get("value"))
            if values and taken.isdisjoint(span):
                taken.update(span)
                unit = str(result.resolution.get("unit") or ("Percentage" if name == "Percent" else "-"))
                yield {"start": result.start, "end": result.end + 1, "unit": UNITS.get(unit, unit.lower()), **values}


def _ask(model: str, text: str, lang: str) -> list[Any]:
    import recognizers_number as numbers
    import recognizers_number_with_unit as units

    functions = {
        "Percent": numbers.recognize_percentage, "Currency": units.recognize_currency, "Age": units.recognize_age,
        "Dimension": units.recognize_dimension, "Temperature": units.recognize_temperature,
        "Number": numbers.recognize_number, "Ordinal": numbers.recognize_ordinal,
    }  # fmt: skip
    try:
        return list(functions[model](text, CULTURES[lang]))
    except Exception:  # a model or a language that the package has not, and its own failures
        return []


def _values(value: Any) -> Prediction:
    try:
        return {"value": float(str(value).rstrip("%").replace(",", "."))}
    except ValueError:
        return {}
