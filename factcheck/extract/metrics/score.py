"""How strongly the place of a word ties the metric that it names to a figure."""

from __future__ import annotations

from factcheck.extract.metrics.agents import is_agent
from factcheck.extract.metrics.behind import behind, bracketed
from factcheck.extract.metrics.counted import PEOPLE, counts_people
from factcheck.extract.metrics.former import is_of_former
from factcheck.extract.metrics.prices import at_price
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.clauses import distance, is_led, past_dates
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

_OPENING = 6  # a noun among the first words is the subject, however far the figure
_SUBJECT_AT = 4  # the same after a colon or semicolon
_COUNTED = 3  # tokens between "the number of" and what is counted
_NAMED = 4.5  # for a noun in front of a figure that counts something else: the doctors did 47,000 operations
_PER = 3.0  # for a metric that is always given per something, such as earnings per share
_ACTORS = 4  # tokens from a word for people to what they do
_PAID = 1.0  # for what people earn, before what firms do
_FORMER = 4.0  # how much farther a noun is that was told of the figure before
_QUALIFYING = 12.5  # for a verb that is part of a figure: damage estimated at 30 million
_RELATIVE = 3.0  # the most that a figure in a relative clause is away from what the clause is about


def score(metric: Metric, quantity: Quantity, sentence: Sentence, first: int, last: int, form: str) -> float:
    """How strongly the words at [first, last) tie a metric to a figure; _SURE and more is as good as said."""
    if (first, last) == quantity.number:
        return 0.0  # scores of journalists
    noun = quantity.noun if quantity.kind == "level" or quantity.per else None
    bonus = _PER if metric.per else 0.0
    if form == "noun" and noun and first < noun[1] and last > noun[0]:
        return 20.0 + (last - first)
    if last <= quantity.first and is_agent(metric, quantity, sentence, last, form):
        return 0.0  # killed by three gunmen
    if form == "noun" and leads_people(metric, quantity, sentence, last):
        return 23.0
    if first >= quantity.first and last <= quantity.last and quantity.per is None:
        return 18.0 + (last - first) if form == "noun" else _QUALIFYING
    cost = float(distance(sentence, (first, last), (quantity.first, quantity.last)))
    if last <= quantity.first and not any(last <= other.first < quantity.first for other in sentence.quantities):
        cost -= bracketed(last, quantity.first, sentence)  # EBITDA (before interest and tax) was 2 million
    if first >= quantity.last:
        return bonus + behind(metric, quantity, sentence, first, form, cost)
    if form != "noun":
        if metric.bearer == "person" and metric.kind == "price":
            if not _people_act(sentence, first):
                return 0.0  # a firm that earns is paid no salary
            bonus = _PAID
        cost += _FORMER if is_of_former(sentence, first, quantity, commas=True) else 0.0
        cost = min(cost, _RELATIVE) if _tells_number(sentence, first) else cost
        others = (other for other in sentence.quantities if last <= other.first and other.last <= quantity.first)
        if quantity.kind == "share" and any(other.kind == "level" for other in others):
            return 0.0  # the verb says what that other figure is: downloaded eight million times, it aims at 10 %
        reach = min(cost, 4.0) if at_price(quantity, sentence) else cost
        return bonus + 12.5 - 0.9 * reach
    if _labels(sentence, last, quantity):
        cost = 1.0
    elif _is_antecedent(sentence, last, quantity):
        cost = min(cost, _RELATIVE)
    elif any(start <= first <= start + _COUNTED for _, start, _ in sentence.tokens.hits.get("number_of", ())):
        cost = min(cost, 6.0 + cost / 8) - 3.0
    elif is_led(sentence, first):
        cost += 2.0
    elif first <= _OPENING or first - _clause_start(sentence, first) < _SUBJECT_AT:
        cost = min(cost, 6.0 + cost / 8) - 3.0
    cost += _FORMER if is_of_former(sentence, first, quantity) else 0.0
    return bonus + _in_front(metric, quantity, sentence, noun is not None) - 0.5 * cost


def _tells_number(sentence: Sentence, first: int) -> bool:
    """Whether a verb says whose number is told: the number of users who installed the app in 2018 was 3 million."""
    tokens = sentence.tokens
    opened = [at for at in (first - 1, first - 2) if at in tokens.first("relative")]
    near = {start for _, start, _ in tokens.hits.get("number_of", ())} if opened else set()
    return any(start < at <= start + _COUNTED for start in near for at in opened)


def _people_act(sentence: Sentence, first: int) -> bool:
    """Whether a word for people stands soon before a verb: staff who earn, she earns; not that of another clause."""
    near = range(max(0, first - _ACTORS), first)
    return any(at in sentence.tokens.first(category) for category in (*PEOPLE, "personal") for at in near)


def leads_people(metric: Metric, quantity: Quantity, sentence: Sentence, last: int) -> bool:
    """Whether a noun right before a figure says what the persons counted are: a poll of 1,014 adults."""
    if metric.units[0] != "count" or quantity.kind != "level":
        return False
    if not counts_people(quantity, sentence) and not _is_of_people(quantity, sentence):
        return False
    ofs = sentence.tokens.first("of")
    return quantity.first in (last, ofs.get(last, (-1,))[0], ofs.get(past_dates(sentence, last), (-1,))[0])


def _is_of_people(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether an of-word ties a bare figure to a word for people: two of its workers."""
    at = sentence.tokens.first("of").get(quantity.last, (-1,))[0]
    return quantity.noun is None and any(i in sentence.tokens.first(kind) for kind in PEOPLE for i in (at, at + 1))


def _in_front(metric: Metric, quantity: Quantity, sentence: Sentence, counted: bool) -> float:
    """What a noun in front of a figure is worth: little where the figure counts something else."""
    kind = dimension(quantity.unit)
    if kind == "count" and quantity.per and metric.kind == "rate":
        return 24.0  # an incidence of 31 cases per 100 people is no number of cases
    if kind == "count" and counted:
        if not counts_people(quantity, sentence):
            return _NAMED
        return 14.0 if quantity.role and metric.units[0] == "count" else 7.0  # the town will grow to 9,000 people
    if kind == "count":
        return 14.0
    thing = metric.kind == "stock" and metric.units == ("count",)
    return 10.0 if thing or is_deal(metric, quantity) else 14.0


def is_deal(metric: Metric, quantity: Quantity) -> bool:
    """Whether a share or multiple is set beside a metric that is only money: to buy 60 % is a stake, not a price."""
    return quantity.kind in ("share", "ratio") and metric.units == ("money",)


def _labels(sentence: Sentence, last: int, quantity: Quantity) -> bool:
    """Whether only a colon stands between a noun and its figure, as in a box of facts: reward: 3 million."""
    return quantity.first == last + 1 and sentence.tokens.forms[last] == ":"


def _is_antecedent(sentence: Sentence, last: int, quantity: Quantity) -> bool:
    """Whether the figure stands in a relative clause about a noun: profits, which rose 5 %."""
    tokens = sentence.tokens
    at = last + (tokens.forms[last : last + 1] == [","])
    relatives = tokens.first("relative")
    if at >= quantity.first or at not in relatives:
        return False
    return not any(form in ",;:—" for form in tokens.forms[at : quantity.first])


def _clause_start(sentence: Sentence, at: int) -> int:
    """The token after the last colon, semicolon or word of contrast before `at`."""
    contrasts = sentence.tokens.after("r_contrast")
    near = range(at - 1, max(-1, at - _SUBJECT_AT - 1), -1)
    return next((i + 1 for i in near if sentence.tokens.forms[i] in ":;" or i + 1 in contrasts), -9)
