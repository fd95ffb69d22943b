"""Quantities in the words of CQE's data: its unit names, its marks of change, the words a figure refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from words import read, vocabulary

from factcheck.extract.quantities.ellipsis import share_units
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.tokens import Tokens

Prediction = dict[str, Any]
MONEY = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan",
    "AUD": "australian dollar", "CAD": "canadian dollar", "HKD": "hong kong dollar", "NZD": "new zealand dollar",
    "SGD": "singapore dollar", "MYR": "malaysian ringgit", "ILS": "shekel", "CHF": "swiss franc", "INR": "rupee",
    "TRY": "turkish lira", "MXN": "mexican peso", "BTC": "bitcoin", "ESP": "peseta", "HRK": "croatian kuna",
    "KRW": "south korean won", "RUB": "russian rouble", "BRL": "brazilian real", "THB": "baht",
    "SEK": "swedish krona",
}  # fmt: skip
NAMES = {
    "percent": "percentage", "ratio": "count", "count": "-", "tonne": "metric ton", "short_ton": "ton",
    "square_foot": "square feet", "pound": "pound-mass", "barrel": "barrel", "milliampere_hour": "milliampere-hour",
    "degree": "degree", "mile/gallon": "mile per gallon",
}  # fmt: skip
SINGULAR = {"children": "child", "men": "man", "women": "woman"}
SPORTS = {
    "ppg": "point per game", "rpg": "rebound per game", "apg": "assist per game", "war": "win above replacement",
}  # fmt: skip
POSITIVE = {"best": "good", "better": "good", "worst": "bad", "biggest": "big", "largest": "large", "oldest": "old"}
COINS = {"cent": "cent", "cents": "cent", "sen": "sen", "penny": "penny", "pence": "penny", "pennies": "penny"}
CHANGE = {"approx": "~", "nearly": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
PASSED = re.compile(r"(?:surpass|exceed|top|pass|break|broke|push|past)")  # verbs of passing a mark are no marks to CQE
FACE = frozenset({"as many as", "as much as", "starting at", "starting from"})
GENERATION = re.compile(r"\b([1-9])G\b")
_BREAKS = frozenset(".;!?()[]")
_RUN = frozenset({"of", "the", "'s", "-", "/", "&", "a", "an", "and"})  # inside a noun phrase
_PHRASE = 12  # the longest noun phrase taken


def cqe(row: dict[str, Any]) -> Iterator[Prediction]:
    """The quantities of a row: a from-to change is one range, cents and basis points as printed, 5G counts too."""
    tokens, found = read(row["text_a"], row["lang"] or "en")
    share_units(tokens, found)
    merged = {q.role_of: k for k, q in enumerate(found) if q.role == "from" and q.role_of == k + 1}
    about = ""
    for k, quantity in enumerate(found):
        if quantity.ordinal or quantity.label or k in merged.values() or passed_over(tokens, quantity):
            continue
        value, high = quantity.value, quantity.high
        if k in merged:
            value, high = found[merged[k]].value, quantity.value
        if quantity.style == "vague" and high is None:
            high = (value or 0) * 10
        noun, about = noun_of(tokens, found, k), concept(tokens, quantity, found, about)
        yield {
            "start": quantity.start,
            "end": quantity.end,
            **printed(tokens, quantity, value, noun),
            **({} if high is None else {"value2": high}),
            "change": direction(tokens, quantity, k in merged),
            "concept": about,
        }
    for match in GENERATION.finditer(row["text_a"]):
        yield {"value": float(match[1]), "unit": "generation wireless", "change": "=", "concept": "networks"}


def passed_over(tokens: Tokens, quantity: Quantity) -> bool:
    """What CQE's annotators leave out: labels, ages set behind a name, lengths as adjectives (a three-year deal)."""
    bare = quantity.unit == "count" and (quantity.first, quantity.last) == quantity.number
    if bare and any(last == quantity.first for _, last, _ in tokens.hits.get("no_labels", ())):
        return True
    first, last, forms = quantity.first, quantity.last, tokens.forms
    if bare and quantity.noun is None and first > 1 and last < len(forms) and (quantity.value or 0) < 120:
        return forms[first - 1] in "(," and forms[last] in ")," and forms[first - 2][0].isupper()
    hyphen = forms[quantity.number[1]] == "-" if quantity.number[1] < len(forms) else False
    old = tokens.text[quantity.end : quantity.end + 4].lower() in ("-old", " old")
    return hyphen and dimension(quantity.unit) == "time" and not old


def noun_of(tokens: Tokens, found: list[Quantity], k: int) -> str:
    """The counted noun of a figure, else that of the count before it: 120 boats by rail and 45 by road."""
    quantity = found[k]
    if quantity.noun:
        return tokens.span(*quantity.noun).lower()
    if quantity.unit == "percent" and quantity.style == "words":
        return share_noun(tokens, quantity)
    counts = [q for q in found[:k] if q.unit == "count" and not q.ordinal]
    if quantity.unit != "count" or not counts or not counts[-1].noun or quantity.role == "by":
        return ""
    gap = tokens.words[counts[-1].last : quantity.first]
    return tokens.span(*counts[-1].noun).lower() if "." not in gap else ""


def share_noun(tokens: Tokens, quantity: Quantity) -> str:
    """The noun of a share in words: a third of the | adult population."""
    words, stop = tokens.words, vocabulary("en").compiled["phrases"].noun_stop
    j = quantity.last
    while j < len(words) and words[j] in ("of", "the", "its", "their", "all"):
        j += 1
    run = []
    while j < len(words) and words[j][0].isalpha() and words[j] not in stop and len(run) < 3:
        run.append(words[j])
        j += 1
        if run[-1].endswith("s"):
            break
    return " ".join(run)


def printed(tokens: Tokens, quantity: Quantity, value: float | None, noun: str) -> Prediction:
    """Value and unit as CQE prints them."""
    quote = tokens.text[quantity.start : quantity.end].lower()
    unit, factor = quantity.unit, 1.0
    if unit in ("count", "ratio"):
        name = "count" if unit == "ratio" or noun == "times" else singular(noun) or "-"
    elif unit in MONEY or dimension(unit) == "money":
        name = MONEY.get(unit, unit.lower())
        coin = next((word for word in quote.split() if word in COINS), None)
        if coin and not any(word.startswith("dollar") for word in quote.split()):
            name, factor = COINS[coin], 100.0
    elif unit == "percent" and "basis" in quote:
        name, factor = "basis point", 100.0
    elif unit == "percent" and quantity.style == "words" and not re.search(r"%|cent|pct|point", quote):
        name, factor = f"% {noun or '-'}", 0.01
    elif unit == "barrel" and quote.endswith("of oil"):
        name = "barrel of oil"
    elif unit.startswith("count/") and noun:
        name = f"{singular(noun)} per {unit.partition('/')[2]}"
    else:
        name = NAMES.get(unit, unit.replace("/", " per ").replace("_", " "))
    if is_age(tokens, quantity):
        name += " of age"
    if quantity.per and " per " not in name and not quantity.per[0].isdigit():
        name += f" per {quantity.per}"
    return {"value": None if value is None else float(f"{value * factor:.15g}"), "unit": name}


def is_age(tokens: Tokens, quantity: Quantity) -> bool:
    after = tokens.text[quantity.end : quantity.end + 12].lower()
    before = tokens.words[max(0, quantity.first - 2) : quantity.first]
    behind = after.startswith(("-old", " old", "-of-age", " of age"))
    return behind or (quantity.unit == "year" and before[-2:] == ["age", "of"])


def singular(noun: str) -> str:
    """A noun phrase without articles, its last word in the singular."""
    words = [POSITIVE.get(word, word) for word in noun.split()]
    if not words:
        return ""
    last = words[-1]
    if last in SPORTS:
        return SPORTS[last]
    if last in SINGULAR:
        words[-1] = SINGULAR[last]
    elif last.endswith(("ches", "shes", "sses", "xes")):
        words[-1] = last[:-2]
    elif last.endswith("ies"):
        words[-1] = last[:-3] + "y"
    elif last.endswith("s") and not last.endswith("ss"):
        words[-1] = last[:-1]
    return " ".join(words)


def direction(tokens: Tokens, quantity: Quantity, merged: bool) -> str:
    """CQE's mark: where a verb moved the figure by so much or straight to it, else how exact it is."""
    quote = tokens.text[quantity.start : quantity.end].lower()
    exact = quantity.bound not in CHANGE or (quantity.style == "vague" and quantity.first == quantity.number[0])
    if not merged and quantity.direction and _moved(tokens, quantity):
        return quantity.direction
    return "=" if exact or PASSED.match(quote) or quote.startswith(tuple(FACE)) else CHANGE[quantity.bound]


def _moved(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a verb, not a noun such as "a gain of", governs the figure."""
    before = tokens.words[max(0, quantity.first - 1) : quantity.first]
    if quantity.role == "to":
        return any(last == quantity.first - 1 for _, last, _ in tokens.hits.get("q_move", ()))
    behind = any(first == quantity.last for first, _, _ in tokens.hits.get("q_move_after", ()))
    hedged = quantity.bound != "exact" and before == ["by"]
    firm = quantity.bound in ("more_than", "at_least", "less_than", "at_most")
    return quantity.role == "by" and not behind and not hedged and not firm and before not in (["of"], ["additional"])


def concept(tokens: Tokens, quantity: Quantity, found: list[Quantity], before: str) -> str:
    """The words a figure is about: the first noun phrase of its clause, and those next to the figure.

    A figure in brackets is about what the words before the bracket are.
    """
    first, last = clause(tokens, quantity)
    figures = {i for other in found for i in range(other.first, other.noun[0] if other.noun else other.last)}
    if first > 1 and tokens.forms[first - 1] == "(":
        if any(other.last == first - 1 for other in found) or any(first <= o.first < quantity.first for o in found):
            return before
        last, first = first - 1, max(0, first - 1 - _PHRASE)
        return " ".join(word for run in runs(tokens, first, last, figures)[-1:] for word in run) or before
    left = runs(tokens, first, quantity.first, figures)
    right = runs(tokens, quantity.last, last, figures)
    words = dict.fromkeys(word for run in [*left[:1], *left[-2:], *right[:1]] for word in run)
    return " ".join(words) or before or "-"


def clause(tokens: Tokens, quantity: Quantity) -> tuple[int, int]:
    """The tokens from the break before a figure to the break behind it."""
    first, last, forms = quantity.first, quantity.last, tokens.forms
    while first > 0 and not _breaks(forms, first - 1):
        first -= 1
    if last < len(forms) and forms[last] == "(" and ")" in forms[last : last + _PHRASE]:
        last = forms.index(")", last) + 1
    while last < len(forms) and forms[last] != "," and not _breaks(forms, last):
        last += 1
    return first, last


def _breaks(forms: list[str], i: int) -> bool:
    """Whether a sign ends a clause; a point before a small letter ends an abbreviation."""
    abbreviation = forms[i] == "." and i + 1 < len(forms) and forms[i + 1][0].islower()
    return forms[i] in _BREAKS and not abbreviation


def runs(tokens: Tokens, first: int, last: int, figures: set[int]) -> list[list[str]]:
    """The noun phrases between two tokens, as content words."""
    words, stop = tokens.words, vocabulary("en").compiled["phrases"].noun_stop
    verbs = [hit for category in ("q_move", "say", "copula") for hit in tokens.hits.get(category, ())]
    closed = figures | {i for begin, end, _ in verbs for i in range(begin, end)}
    found: list[list[str]] = [[]]
    for i in range(first, last):
        word = words[i]
        if word[0].isalpha() and word not in stop and i not in closed:
            if found[-1] and i > 1 and words[i - 1] in "-&" and tokens.glued(i) and tokens.glued(i - 1):
                word = found[-1].pop() + words[i - 1] + word
            found[-1].append(word)
        elif word not in _RUN and found[-1]:
            found.append([])
    return [run[:_PHRASE] for run in found if run]
