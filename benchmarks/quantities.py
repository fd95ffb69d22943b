"""How well quantities are found: python benchmarks/quantities.py BENCH_FOLDER [--set NAME] [--lang L] [--misses]

BENCH_FOLDER holds third-party test data (data/*.jsonl) and their score.py. The finder reads news prose; what a
data set counts differently (units by another name, ordinals, years, ages) is mapped here and nowhere else.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from factcheck.extract import cues, numbers, periods, quantities, units
from factcheck.extract.draft import Reading
from factcheck.extract.fractions import join_fractions
from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.tokens import Tokens, tokenize
from factcheck.extract.vocabulary import Vocabulary, read_language

Prediction = dict[str, Any]
MONEY = {
    "USD": "dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "japanese yen",
    "CNY": "chinese yuan",
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "HKD": "hong kong dollar",
    "NZD": "new zealand dollar",
    "SGD": "singapore dollar",
    "MYR": "malaysian ringgit",
    "ILS": "shekel",
    "CHF": "swiss franc",
    "INR": "rupee",
    "TRY": "turkish lira",
    "MXN": "mexican peso",
    "BTC": "bitcoin",
    "ESP": "peseta",
    "HRK": "croatian kuna",
    "KRW": "south korean won",
    "RUB": "russian rouble",
    "BRL": "brazilian real",
    "THB": "baht",
    "SEK": "swedish krona",
}
NAMES = {
    "percent": "percentage",
    "ratio": "count",
    "count": "-",
    "tonne": "metric ton",
    "short_ton": "ton",
    "square_foot": "square feet",
    "pound": "pound-mass",
    "barrel": "barrel",
    "milliampere_hour": "milliampere-hour",
    "degree": "degree",
    "mile/gallon": "mile per gallon",
}
CHANGE = {"approx": "~", "nearly": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
SETS = {"cqe": "cqe.jsonl", "units": "recognizers_numberwithunit.jsonl", "numbers": "recognizers_number.jsonl"}
SINGULAR = {
    "children": "child",
    "men": "man",
    "women": "woman",
    "ppg": "point per game",
    "rpg": "rebound per game",
    "apg": "assist per game",
}
COINS = {"cent": "cent", "cents": "cent", "sen": "sen", "penny": "penny", "pence": "penny", "pennies": "penny"}
_cache: dict[str, Vocabulary] = {}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--set", dest="name", choices=SETS, action="append")
    arguments.add_argument("--lang")
    arguments.add_argument("--part")
    arguments.add_argument("--misses", action="store_true", help="print the rows whose values differ")
    given = arguments.parse_args()
    for name in given.name or SETS:
        gold = given.folder / "data" / SETS[name]
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        rows = [row for row in rows if given.lang in (None, row["lang"]) and given.part in (None, row["part"])]
        predict = {"cqe": cqe, "units": recognizers, "numbers": recognizers}[name]
        found = {row["id"]: list(predict(row)) for row in rows}
        if given.misses:
            show_misses(rows, found)
        score(given.folder / "score.py", gold, found, given)


def score(script: Path, gold: Path, found: dict[str, list[Prediction]], given: argparse.Namespace) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as handle:
        for key, predictions in found.items():
            handle.write(json.dumps({"id": key, "pred": predictions}) + "\n")
        handle.flush()
        for lang in [given.lang] if given.lang or "cqe" in gold.name else ["en", "fr", "de", "es", "it", "pt"]:
            call = [sys.executable, str(script), "quantity", str(gold), handle.name]
            call += (["--lang", lang] if lang else []) + (["--part", given.part] if given.part else [])
            figures = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
            for part, results in figures.items():
                line = "  ".join(f"{key} {value['F1']}" for key, value in results.items() if isinstance(value, dict))
                print(f"{gold.stem:24} {lang or '':3} {part:28} {line}")


def vocabulary(lang: str) -> Vocabulary:
    if lang not in _cache:
        base = read_language(lang)
        _cache[lang] = Vocabulary(lang, base.words, base.cldr, stopwords=base.stopwords)
        for module in (cues, numbers, units, quantities, periods):
            module.register(_cache[lang])
    return _cache[lang]


def read(text: str, lang: str) -> tuple[Tokens, list[Quantity]]:
    """The quantities of a text, dates left out."""
    words = vocabulary(lang)
    tokens = tokenize(text)
    tokens.hits = words.lexicon.scan(tokens)
    mentions = [mention for mention in periods.find_periods(tokens, words, None, None) if not duration(tokens, mention)]
    return tokens, quantities.find_quantities(tokens, words, mentions)


def duration(tokens: Tokens, mention: PeriodMention) -> bool:
    """A counted length of time such as "nine days later": a date for the finder, a quantity for CQE."""
    return any(mention.first <= first < mention.last for first, _, _ in tokens.hits.get("q_unit", ()))


# --- CQE ----------------------------------------------------------------------------------------------------------


def cqe(row: dict[str, Any]) -> Iterator[Prediction]:
    """The quantities of a row in the words of CQE: a from-to change is one range, cents and basis points as printed."""
    tokens, found = read(row["text_a"], row["lang"] or "en")
    merged = {q.role_of: k for k, q in enumerate(found) if q.role == "from" and q.role_of == k + 1}
    for k, quantity in enumerate(found):
        if quantity.ordinal or quantity.label or k in merged.values() or labelled(tokens, quantity):
            continue
        value, high = quantity.value, quantity.high
        if k in merged:
            value, high = found[merged[k]].value, quantity.value
        if (
            quantity.noun is None
            and quantity.unit == "count"
            and k
            and found[k - 1].noun
            and found[k - 1].unit == "count"
        ):
            quantity.noun = found[k - 1].noun  # 120 boats by rail and 45 by road
        prediction: Prediction = {"start": quantity.start, "end": quantity.end, **printed(tokens, quantity, value)}
        if quantity.style == "vague" and high is None:
            high = (value or 0) * 10
        if high is not None:
            prediction["value2"] = high
        prediction["change"] = direction(quantity)
        yield prediction


def labelled(tokens: Tokens, quantity: Quantity) -> bool:
    """A bare number behind a word such as "page" or "exit"."""
    return any(last == quantity.first for _, last, _ in tokens.hits.get("no_labels", ())) and quantity.unit == "count"


def printed(tokens: Tokens, quantity: Quantity, value: float | None) -> Prediction:
    """Value and unit as CQE prints them."""
    quote = tokens.text[quantity.start : quantity.end].lower()
    unit, factor = quantity.unit, 1.0
    noun = tokens.span(*quantity.noun).lower() if quantity.noun else ""
    if unit in ("count", "ratio"):
        name = "count" if unit == "ratio" or noun == "times" else singular(noun) or "-"
    elif unit in MONEY or (len(unit) == 3 and unit.isupper()):
        name = MONEY.get(unit, unit.lower())
        coin = next((word for word in quote.split() if word in COINS), None)
        if coin and not any(word.startswith("dollar") for word in quote.split()):
            name, factor = COINS[coin], 100.0
    elif unit == "percent" and "basis" in quote:
        name, factor = "basis point", 100.0
    elif (
        unit == "percent"
        and quantity.style == "words"
        and not any(sign in quote for sign in ("%", "cent", "pct", "point"))
    ):
        name, factor = f"% {singular(noun) or '-'}", 0.01
    else:
        name = NAMES.get(unit, unit.replace("/", " per ").replace("_", " "))
    after = tokens.text[quantity.end : quantity.end + 12].lower()
    if after.startswith(("-old", " old", "-of-age", " of age")):
        name += " of age"
    if quantity.per and " per " not in name and not quantity.per[0].isdigit():
        name += f" per {quantity.per}"
    return {"value": None if value is None else value * factor, "unit": name}


def singular(noun: str) -> str:
    """A noun phrase without articles, its last word in the singular."""
    words = noun.split()
    if words and words[-1] in SINGULAR:
        return " ".join([*words[:-1], SINGULAR[words[-1]]])
    if words and words[-1].endswith(("ches", "shes", "sses", "xes")):
        return " ".join([*words[:-1], words[-1][:-2]])
    if words and words[-1].endswith("ies"):
        words[-1] = words[-1][:-3] + "y"
    elif words and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return " ".join(words)


def direction(quantity: Quantity) -> str:
    if quantity.bound in CHANGE and (quantity.style != "vague" or quantity.first < quantity.number[0]):
        return CHANGE[quantity.bound]
    if quantity.direction and quantity.role == "by":
        return quantity.direction
    return "="


# --- Recognizers-Text ---------------------------------------------------------------------------------------------


def recognizers(row: dict[str, Any]) -> Iterator[Prediction]:
    """The quantities of a row as its model wants them; the gold of other languages has lost its decimal comma."""
    lang, model = row["lang"], row["meta"]["model"]
    comma = any("," in (gold.get("raw") or "") for gold in row["gold"])  # how the row prints its decimals
    words = vocabulary(lang)
    tokens = tokenize(row["text_a"])
    tokens.hits = words.lexicon.scan(tokens)
    if model.startswith("NumberModel"):
        yield from bare_numbers(tokens, words, comma)
        return
    wanted = next((test for name, test in MODELS.items() if model.startswith(name)), None)
    for quantity in quantities.find_quantities(tokens, words):
        if wanted is None or wanted(quantity):
            yield {
                "start": quantity.start,
                "end": quantity.end,
                "unit": quantity.unit,
                **as_recognizers(tokens, quantity, comma, model),
            }


def as_recognizers(tokens: Tokens, quantity: Quantity, comma: bool, model: str) -> Prediction:
    value = quantity.value or 0.0
    quote = tokens.text[quantity.start : quantity.end].lower()
    if model.startswith("Currency") and any(
        word in quote for word in ("cent", "penn", "pence", "cênt", "cént", "peni", "sen")
    ):
        value *= 100
    return {
        "value": lose_comma(value, comma),
        **({} if quantity.high is None else {"value2": lose_comma(quantity.high, comma)}),
    }


def bare_numbers(tokens: Tokens, words: Vocabulary, comma: bool) -> Iterator[Prediction]:
    """The numbers alone, fractions as parts of one."""
    reading = Reading(tokens, words, (), words.compiled["numerals"], tokens.words, tokens.forms)
    for number in join_fractions(reading, numbers.find_numbers(tokens, words)):
        if number.form != "ordinal" and (number.form, number.value) != ("article", 1.0):
            value = number.value / 100 if number.form == "fraction" and number.value >= 1 else number.value
            yield {
                "start": tokens.starts[number.first],
                "end": tokens.ends[number.last - 1],
                "value": lose_comma(value, comma),
                "unit": "",
            }


def lose_comma(value: float, comma: bool) -> float:
    """The value as the converted gold has it: 34,5 became 345."""
    if not comma or value % 1 == 0:
        return value
    return float(f"{value:.15g}".replace(".", ""))


MODELS: dict[str, Callable[[Quantity], bool]] = {
    "Currency": lambda q: units.dimension(q.unit) == "money",
    "Temperature": lambda q: units.dimension(q.unit) == "temperature" or q.unit == "degree",
    "Age": lambda q: units.dimension(q.unit) == "time",
    "Dimension": lambda q: units.dimension(q.unit) not in ("money", "count", "percent", "ratio", "temperature", "time"),
    "Percent": lambda q: q.unit == "percent",
    "Ordinal": lambda q: q.ordinal,
    "NumberRange": lambda q: q.bound not in ("exact", "approx", "nearly"),
}


def show_misses(rows: list[dict[str, Any]], found: dict[str, list[Prediction]]) -> None:
    for row in rows:
        want = sorted((g.get("value") or 0, g.get("value2") or 0) for g in row["gold"])
        got = sorted((p["value"] or 0, p.get("value2") or 0) for p in found[row["id"]])
        same = len(want) == len(got) and all(
            abs(a[0] - b[0]) <= 1e-5 * abs(a[0]) and abs(a[1] - b[1]) <= 1e-5 * abs(a[1])
            for a, b in zip(want, got, strict=True)
        )
        if not same:
            print(
                row["id"],
                "|",
                row["text_a"][:220],
                "| want",
                [(g.get("text"), *w) for g, w in zip(row["gold"], want, strict=False)],
                "| got",
                [
                    (row["text_a"][p["start"] : p["end"]], p["value"], p.get("value2"), p["unit"])
                    for p in found[row["id"]]
                ],
            )


if __name__ == "__main__":
    main()
