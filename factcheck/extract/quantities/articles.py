"""Articles that are numbers: of a unit (une heure, a year and a half), and where a range begins (ein bis zwei)."""

from __future__ import annotations

from factcheck.extract.numbers.number import Number
from factcheck.extract.quantities.draft import Reading
from factcheck.extract.quantities.units import UnitName
from factcheck.extract.words.phrases import Phrases
from factcheck.extract.words.tokens import Tokens

_FEW = 4  # up to it a range may begin with one


def articles(reading: Reading, numbers: list[Number]) -> list[Number]:
    """Articles that count a unit: "a year and a half", "une heure" where the article is the word for one."""
    tails, rules = reading.starts("q_tail"), reading.rules
    taken = {i for number in numbers for i in range(number.first, number.last)}
    found = []
    for first, (last, name) in reading.starts("q_unit").items():
        i = first - 1
        if reading.word(i) not in rules.articles or i in taken:
            continue
        assert isinstance(name, UnitName)
        if not name.symbol and (last in tails or rules.counted_article):
            found.append(Number(i, i + 1, 1.0, form="article"))
    return found


def lone_ones(reading: Reading, numbers: list[Number], phrases: Phrases) -> list[Number]:
    """Articles that are numbers by the one behind them: ein bis zwei Jahre, un mort et six blessés."""
    links, known = phrases.range_free | phrases.range_or | phrases.range_to, {each.first: each for each in numbers}
    found = []
    for number in numbers:
        i = number.first - 2
        few = number.style == "words" and 1 < number.value <= _FEW and number.form == "plain" and number.scale == 1
        tied = reading.word(i + 1) in links
        if not (few and tied):
            i = _one_before(reading, number.first) if number.form == "plain" else -1
        if i < 0 or reading.word(i) not in reading.rules.articles:
            continue
        if i not in known:
            found.append(Number(i, i + 1, 1.0))
        elif known[i].form == "article":
            known[i].form = "plain"
    return found


def _one_before(reading: Reading, at: int) -> int:
    """Where the article of one person stands who is counted beside others: un mort et quatre blessés; else -1."""
    tied = at - 1 in reading.tokens.first("conjunction") or reading.word(at - 1) == ","
    first = befallen(reading.tokens, at - 1) if tied else -1
    return first - 1 if first == at - 2 else -1


def befallen(tokens: Tokens, end: int) -> int:
    """Where the noun before a token begins, if it is one for a person or whom something befell: un mort; else -1."""
    who, told = tokens.after("r_who").get(end), tokens.after("metric").get(end)
    if who is None and told and told[1][1] == "noun" and told[1][0].episodic:
        who = told
    return who[0] if who else -1
