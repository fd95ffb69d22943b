"""How strongly a word behind a figure ties the metric that it names to the figure."""

from __future__ import annotations

from factcheck.extract.metrics.counted import counts_people
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.clauses import NUMBER, WORD, is_led
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

_SUBJECT = 0.25  # what a step costs from a counted subject to its verb: 900 people from two villages were evacuated
_LISTED = 2  # what a comma or "and" before each further figure of a list costs more than a word
_PAID_IN = 2  # tokens that may describe what an amount consists of
_PHRASE = 11  # the longest noun phrase after an of-word


def behind(metric: Metric, quantity: Quantity, sentence: Sentence, first: int, form: str, cost: float) -> float:
    after = _after_bracket(quantity.last, sentence)
    touching = first >= after and sentence.gaps[first] - sentence.gaps[after] <= 1
    if form == "noun" and touching and not is_led(sentence, first):
        return 16.0
    if form == "noun" and _is_paid_in(metric, quantity, sentence, first):
        return 15.0
    if form == "noun" and _linked(sentence, quantity.last, first) and not _is_past_noun(quantity, sentence, first):
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
    return 11.0 - _SUBJECT * (cost - (NUMBER - WORD + _LISTED) * passed - bracketed(quantity.last, first, sentence))


def _is_paid_in(metric: Metric, quantity: Quantity, sentence: Sentence, first: int) -> bool:
    """Whether a noun says what an amount consists of: 12 million in tax, or in unpaid tax."""
    if metric.units != ("money",) or dimension(quantity.unit) != "money":
        return False
    start = sentence.tokens.first("paid_in").get(quantity.last, (first + 1,))[0]
    return start <= first <= start + _PAID_IN and all(form[0].isalpha() for form in sentence.tokens.forms[start:first])


def _reports(quantity: Quantity, first: int, sentence: Sentence) -> bool:
    """Whether a noun is in what somebody says or is, not in who does: 62 % said taxes were unfair, or were for them."""
    end, hits = quantity.last, sentence.tokens.hits
    if quantity.kind == "share":
        return any(end <= at < first for category in ("say", "copula") for at, _, _ in hits.get(category, ()))
    passive = sentence.tokens.after("copula")  # 40 people are feared dead
    return any(end <= at <= end + 1 and at < first and at not in passive for at, _, _ in hits.get("say", ()))


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


def bracketed(first: int, last: int, sentence: Sentence) -> int:
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
    moved = sentence.tokens.first("q_move_after").get(end, (end,))[0]
    if moved > end and moved in sentence.tokens.first("paid_in"):  # a 14 % increase in thefts
        return _is_one_phrase(moved, first, sentence)
    last = end + 1 if end < len(sentence.tokens) and sentence.tokens.forms[end][0].isalnum() else end
    if not any(end <= a <= last for a, _, _ in hits.get("of", ())):
        return False
    owners = {a for a, _, _ in hits.get("possessive", ())}
    verbs = (a for category in ("copula", "change", "say") for a, _, _ in hits.get(category, ()))
    if any(end <= a < first and a not in owners for a in verbs):
        return False
    return sentence.gaps[first] - sentence.gaps[end] <= _PHRASE


def _is_past_noun(quantity: Quantity, sentence: Sentence, first: int) -> bool:
    """Whether a preposition parts a metric from the things counted: hundreds of beds | for the passengers."""
    if quantity.noun is None or quantity.noun[0] < quantity.last or counts_people(quantity, sentence):
        return False
    tokens = sentence.tokens
    between = range(quantity.noun[1], first)
    return any(at in tokens.first("preposition") and at not in tokens.first("of") for at in between)


def _is_one_phrase(start: int, first: int, sentence: Sentence) -> bool:
    """Whether a noun stands in the phrase that a preposition leads, with no sign or verb between."""
    forms, first_of = sentence.tokens.forms, sentence.tokens.first
    verbs = any(at in first_of(kind) for kind in ("copula", "say", "relative") for at in range(start, first))
    plain = all(form[0].isalnum() for form in forms[start:first])
    return start < first and plain and not verbs and sentence.gaps[first] - sentence.gaps[start] <= _PHRASE
