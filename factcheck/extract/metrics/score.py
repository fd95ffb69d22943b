"""How strongly the place of a word ties the metric that it names to a figure."""

from __future__ import annotations

from factcheck.extract.metrics.counted import PEOPLE, at_price, counts_people
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.clauses import NUMBER, WORD, distance, past_dates
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

_OPENING = 6  # a noun among the first words is the subject, however far the figure
_SUBJECT_AT = 4  # the same after a colon or semicolon
_COUNTED = 3  # tokens between "the number of" and what is counted
_NAMED = 4.5  # for a noun in front of a figure that counts something else: the doctors did 47,000 operations
_PER = 3.0  # for a metric that is always given per something, such as earnings per share
_SUBJECT = 0.25  # what a step costs from a counted subject to its verb: 900 people from two villages were evacuated
_ACTORS = 4  # tokens from a word for people to what they do
_PAID = 1.0  # for what people earn, before what firms do
_RELATIVE = 3.0  # the most that a figure in a relative clause is away from what the clause is about
_PAID_IN = 2  # tokens that may describe what an amount consists of
_PHRASE = 11  # the longest noun phrase after an of-word


def score(metric: Metric, quantity: Quantity, sentence: Sentence, first: int, last: int, form: str) -> float:
    """How strongly the words at [first, last) tie a metric to a figure; _SURE and more is as good as said."""
    noun = quantity.noun if quantity.kind == "level" or quantity.per else None
    bonus = _PER if metric.per else 0.0
    if form == "noun" and noun and first < noun[1] and last > noun[0]:
        return 20.0 + (last - first)
    if form == "noun" and leads_people(metric, quantity, sentence, last):
        return 23.0
    if first >= quantity.first and last <= quantity.last and quantity.per is None:
        return 18.0 + (last - first)
    cost = float(distance(sentence, (first, last), (quantity.first, quantity.last)))
    if first >= quantity.last:
        return bonus + _behind(metric, quantity, sentence, first, form, cost)
    if form != "noun":
        if metric.bearer == "person" and metric.kind == "price":
            if not _people_act(sentence, first):
                return 0.0  # a firm that earns is paid no salary
            bonus = _PAID
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
    return bonus + _in_front(metric, quantity, sentence, noun is not None) - 0.5 * cost


def _people_act(sentence: Sentence, first: int) -> bool:
    """Whether a word for people stands soon before a verb: staff who earn; not before the verb of another clause."""
    near = range(max(0, first - _ACTORS), first)
    return any(at in sentence.tokens.first(category) for category in PEOPLE for at in near)


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
        return 7.0 if counts_people(quantity, sentence) else _NAMED
    if kind == "count":
        return 14.0
    thing = metric.kind == "stock" and metric.units == ("count",)
    return 10.0 if thing or is_deal(metric, quantity) else 14.0


def _behind(metric: Metric, quantity: Quantity, sentence: Sentence, first: int, form: str, cost: float) -> float:
    after = _after_bracket(quantity.last, sentence)
    touching = first >= after and sentence.gaps[first] - sentence.gaps[after] <= 1
    if form == "noun" and touching and not is_led(sentence, first):
        return 16.0
    if form == "noun" and _is_paid_in(metric, quantity, sentence, first):
        return 15.0
    if form == "noun" and _linked(sentence, quantity.last, first):
        return 17.0 - 0.3 * cost
    if form != "noun" and _is_of_part(quantity, sentence, first):
        return 0.0  # 230 people, 38 of them died
    if form == "noun" and _acts(sentence, first):
        return 0.0  # a fall expected by the economists surveyed
    if form == "noun":
        return 0.0 if _reports(quantity, first, sentence) else 9.0 - 0.8 * cost
    if touching and form == "verb" and (quantity.noun is None or quantity.noun[0] < quantity.first):
        return 13.0
    if quantity.noun is None or quantity.unit != "count" or is_led(sentence, quantity.first):
        return 11.0 - 0.8 * cost
    passed = sum(quantity.last <= other.first < first for other in sentence.quantities)
    return 11.0 - _SUBJECT * (cost - (NUMBER - WORD) * passed - _bracketed(quantity.last, first, sentence))


def _is_paid_in(metric: Metric, quantity: Quantity, sentence: Sentence, first: int) -> bool:
    """Whether a noun says what an amount consists of: 12 million in tax, or in unpaid tax."""
    if metric.units != ("money",) or dimension(quantity.unit) != "money":
        return False
    start = sentence.tokens.first("paid_in").get(quantity.last, (first + 1,))[0]
    return start <= first <= start + _PAID_IN and all(form[0].isalpha() for form in sentence.tokens.forms[start:first])


def is_deal(metric: Metric, quantity: Quantity) -> bool:
    """Whether a share or multiple is set beside a metric that is only money: to buy 60 % is a stake, not a price."""
    return quantity.kind in ("share", "ratio") and metric.units == ("money",)


def _reports(quantity: Quantity, first: int, sentence: Sentence) -> bool:
    """Whether a noun is in what somebody says or is, not in who does: 62 % said taxes were unfair, or were for them."""
    end, hits = quantity.last, sentence.tokens.hits
    if quantity.kind == "share":
        return any(end <= at < first for category in ("say", "copula") for at, _, _ in hits.get(category, ()))
    return any(end <= at <= end + 1 and at < first for at, _, _ in hits.get("say", ()))


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


def is_led(sentence: Sentence, first: int) -> bool:
    """Whether a preposition leads the noun, so that it is not the subject."""
    hits = sentence.tokens.hits
    ends = {last for category in ("preposition", "of") for _, last, _ in hits.get(category, ())}
    clause_starts = {a for a, _, _ in hits.get("determiner", ()) if a == 0 or sentence.tokens.forms[a - 1] in ",;:—–("}
    ends -= {a + 1 for a in clause_starts}  # "a receita" opens a clause: an article, though it could be a preposition
    ends -= {last for category in ("conjunction", "relative") for _, last, _ in hits.get(category, ())}  # que nove…
    articles = {last: start for start, last, _ in hits.get("determiner", ())}
    return first in ends or articles.get(first) in ends


def _is_of_part(quantity: Quantity, sentence: Sentence, first: int) -> bool:
    """Whether a verb belongs to a part of a figure, told between the two without a comma."""
    tokens = sentence.tokens
    return any(
        quantity.last <= other.first < first
        and (other.last in tokens.first("r_part") or other.first in tokens.after("r_part"))
        and "," not in tokens.forms[other.last : first]
        for other in sentence.quantities
    )


def _acts(sentence: Sentence, first: int) -> bool:
    """Whether "by" leads a noun, an article between or not."""
    after = sentence.tokens.after("by")
    article = sentence.tokens.after("determiner").get(first)
    return first in after or (article is not None and article[0] in after)


def _after_bracket(end: int, sentence: Sentence) -> int:
    """The token after a bracket that opens at `end`, such as a conversion; `end` where none opens there."""
    forms = sentence.tokens.forms
    if end < len(forms) and forms[end] in "([":
        for i in range(end + 1, min(len(forms), end + 8)):
            if forms[i] in ")]":
                return i + 1
    return end


def _bracketed(first: int, last: int, sentence: Sentence) -> int:
    """What the brackets between two tokens cost, with what is in them."""
    forms, cost = sentence.tokens.forms, 0
    opened = None
    for at in range(first, last):
        if forms[at] in "([":
            opened = at
        elif forms[at] in ")]" and opened is not None:
            cost += sentence.gaps[at + 1] - sentence.gaps[opened]
            opened = None
    return cost


def _linked(sentence: Sentence, end: int, first: int) -> bool:
    """Whether an of-word right after the figure opens the noun phrase in which the metric stands."""
    hits = sentence.tokens.hits
    last = end + 1 if end < len(sentence.tokens) and sentence.tokens.forms[end][0].isalnum() else end
    if not any(end <= a <= last for a, _, _ in hits.get("of", ())):
        return False
    owners = {a for a, _, _ in hits.get("possessive", ())}
    verbs = (a for category in ("copula", "change", "say") for a, _, _ in hits.get(category, ()))
    if any(end <= a < first and a not in owners for a in verbs):
        return False
    return sentence.gaps[first] - sentence.gaps[end] <= _PHRASE
