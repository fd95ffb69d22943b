"""How firmly a figure is put forward: as a fact, a report, a plan, a forecast, or denied."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.parting import has_cause, in_aside, is_answered, is_parted, is_put_in
from factcheck.extract.tenses import Tenses, coordinated, future
from factcheck.extract.words.clauses import distance
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.model import Stance

_STANCES: tuple[tuple[str, Stance, int], ...] = (  # lexicon category, stance, how far its cue reaches
    ("denied", "denied", 9),
    ("target", "target", 12),
    ("offer", "offer", 12),
    ("plan", "plan", 18),
    ("forecast", "forecast", 14),
    ("speculation", "rumour", 7),
    ("rumour", "reported", 14),
    ("conditional", "forecast", 14),
)
_FUTURE = 14  # how far a verb in the future reaches
_NEXT = 3  # the same for an infinitive that another one leads to
_BEHIND = 6  # a cue after the figure counts as so much farther away
_LEADS = 6  # a colon parts a cue from what it leads to by so much less than other clauses
_ANOTHER = 12  # and so does one that another verb follows before the figure
_DENIED = 9  # tokens between what denies and a figure: denied a report that it would cut 300 jobs
_EXPECTED = ("forecast", "target")
_SET_BESIDE = ("of", "set_against", "compared_with")


def stance_of(quantity: Quantity, sentence: Sentence, credited: bool, tenses: Tenses) -> Stance:
    """How the figure is put forward, from the nearest cue of its clause."""
    if _is_denied(quantity, sentence):
        return "denied"
    best: tuple[int, Stance] | None = None
    farther = _FUTURE if _is_revised(sentence) else 0  # to 3 % from 4 % this year, and to 2 % from 3 % in 2005
    dated = {token for mention in sentence.periods for token in range(mention.first, mention.last)}
    counted = set(range(*quantity.noun or (0, 0))) & sentence.tokens.first("thing").keys()  # 400 proposals
    for first, last, stance, reach in _cues(sentence, tenses):
        if first in dated or first in counted or (last <= quantity.first and _is_known(quantity, sentence, stance)):
            continue  # the month of May; what a forecast rises from is known
        if stance == "plan" and first in sentence.tokens.after("than"):
            continue  # more than planned
        if stance in _EXPECTED and _is_measure(sentence, first, last, quantity):
            continue
        cost = _cost(sentence, first, last, quantity, stance)
        if cost is not None and cost <= reach + farther and (best is None or cost < best[0]):
            best = (cost, stance)
    if best:
        return best[1]
    return "reported" if credited else "asserted"


def _is_denied(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether what was denied holds a figure, planned or not: Orlin denied that it would cut 300 jobs."""
    joins = sentence.tokens.first("conjunction").keys() - sentence.tokens.first("relative").keys()
    for first, last, _ in sentence.tokens.hits.get("denied", ()):
        between = range(last, quantity.first)
        parted = "," in sentence.tokens.forms[last : quantity.first] or not joins.isdisjoint(between)
        parted = parted or any(first < other.first < quantity.first for other in sentence.quantities)
        if 0 < len(between) <= _DENIED and not parted:
            return True
    return False


def _is_measure(sentence: Sentence, first: int, last: int, quantity: Quantity) -> bool:
    """Whether what was expected is what a figure is told by: more than expected, 5 % below forecasts, a third of it."""
    tokens = sentence.tokens
    closing = last >= len(tokens) or not tokens.forms[last][0].isalnum()
    if first in tokens.after("than"):
        if tokens.after("than")[first][0] in (quantity.last, quantity.noun[1] if quantity.noun else -1):
            return False  # los 300 que esperaban los analistas
        return closing or first not in tokens.after("relative")  # plus que prévu; but not the 5 % que prévoit Orlin
    if first in tokens.first("conditional"):
        return False
    article = tokens.after("determiner").get(first)
    led = {first, article[0] if article else first}
    if first < quantity.last:  # despite the forecasts, sales fell 5 %
        return closing and any(at in tokens.after("set_against") for at in led)
    if any(at in tokens.after("q_before") for at in {*led, first + (first in tokens.first("determiner"))}):
        return True  # 3 % is above the target of the bank
    kinds = (*_SET_BESIDE, "preposition") if closing else _SET_BESIDE
    led -= tokens.after("relative").keys()  # que os analistas esperavam
    return any(at in tokens.after(kind) for kind in kinds for at in led)


def _is_known(quantity: Quantity, sentence: Sentence, stance: Stance) -> bool:
    """Whether a figure is there before what is to come: what a forecast rises from, the members of the 30 countries."""
    if stance == "denied":
        return False
    if quantity.role == "from":
        return stance != "offer" and not _is_revised(sentence)
    led = any(quantity.first in sentence.tokens.after(category) for category in ("definite", "theirs"))
    return quantity.kind == "level" and quantity.unit == "count" and led


def _is_revised(sentence: Sentence) -> bool:
    """Whether one forecast is set against another: forecasts were cut to 3 % from 4 %."""
    return "revision" in sentence.tokens.hits and "forecast" in sentence.tokens.hits


def _cues(sentence: Sentence, tenses: Tenses) -> Iterator[tuple[int, int, Stance, int]]:
    """The tokens [first, last) of every cue with its stance and reach."""
    hits = sentence.tokens.hits
    clauses = sentence.tokens.first("relative")
    idle = {token for first, last, _ in hits.get("idiom", ()) for token in range(first, last)}  # as planned
    saying = {first for first, last, _ in hits.get("say", ()) if last in clauses}
    measured = {hit[:2] for hit in hits.get("metric", ())}  # a voting intention is what people say today
    for category, stance, reach in _STANCES:
        for first, last, _ in hits.get(category, ()):
            if category == "plan" and any(a <= first and last <= b and (a, b) != (first, last) for a, b in measured):
                continue
            if first not in idle and (category != "forecast" or last not in saying):  # he will say that
                yield first, last, stance, reach
    for at in future(sentence, tenses):
        if at not in saying and at + 1 not in saying:
            yield at, at + 1, "forecast", _FUTURE
    for at in coordinated(sentence, tenses):
        yield at, at + 1, "plan", _NEXT


def _cost(sentence: Sentence, first: int, last: int, quantity: Quantity, stance: Stance) -> int | None:
    """How far a cue is from a figure in sense; None where what stands between parts them."""
    cost = distance(sentence, (first, last), (quantity.first, quantity.last))
    if first >= quantity.last:
        return None if is_parted(sentence, first, last, quantity) else cost + _BEHIND
    if (
        in_aside(sentence, first, last, quantity)
        or is_answered(sentence, last, quantity)
        or (stance != "denied" and has_cause(sentence, last, quantity))
    ):
        return None
    first_of = sentence.tokens.first
    kinds = ("copula",) if quantity.role == "to" else ("copula", "set_against")  # to rise from 29 to 40 %
    led = last in first_of("relative") or last - 1 in first_of("relative")  # expects that inflation will be 3 %
    aside = {
        at for at in first_of("set_against") if is_put_in(sentence, at, quantity.first)
    }  # will, after talks, cut 300
    other = sum(last < at < quantity.first and at not in aside for kind in kinds for at in first_of(kind)) > led
    told = stance == "offer" or _is_revised(sentence)  # the offer was raised to 42 dollars
    if stance in ("target", "offer") and ":" in sentence.tokens.forms[last : quantity.first]:
        cost -= _LEADS  # its targets for 2025: sales of 3 million
    return cost + _ANOTHER if other and not told else cost


def is_negated(quantity: Quantity, sentence: Sentence) -> bool:
    """True where a word of negation stands directly before the figure or its verb; "none of the six" leaves six."""
    return any(
        last <= quantity.first and sentence.gaps[quantity.first] - sentence.gaps[last] <= 2
        for _, last, _ in sentence.tokens.hits.get("negation", ())
    ) and not _is_of_all(quantity, sentence)


def _is_of_all(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether "of the" leads a figure: it counts all of whom something is told or denied."""
    article = sentence.tokens.after("determiner").get(quantity.first)
    links = sentence.tokens.first("of")
    return article is not None and (article[0] in links or article[0] - 1 in links)
