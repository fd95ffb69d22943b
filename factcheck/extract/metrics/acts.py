"""What the verbs of a sentence turn a metric into, and which of what is offered a figure takes."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.apposed import is_whole
from factcheck.extract.metrics import counted
from factcheck.extract.metrics.asked import Asked
from factcheck.extract.metrics.find import Reading
from factcheck.extract.metrics.former import is_of_former
from factcheck.extract.metrics.ties import SURE_METRIC
from factcheck.extract.quantities.units import OF_STUFF, dimension
from factcheck.model import Claim
from factcheck.rulebook import Metric

_MANY = 100  # below it what is sold may be shops or firms, and who travels goes by name
_SHARES = ("rate", "share")
_OBJECT = 1  # tokens between a verb and its object: emplea a 40 personas
_ACTING, _SUBJECT_NOUN = 7.0, 10.5


def acting(asked: Asked, last: Claim | None) -> Reading | None:
    """The best reading, or what a verb turns it into: cut 450 jobs."""
    known = asked.rulebook.metrics
    usable = [r for r in asked.offered if _is_usable(asked, r)]
    telling = [r for r in usable if not known[r.metric].vague]
    best = next(iter(telling or usable), None)
    moved = asked.quantity.role in ("from", "to")  # to cut the staff to 900 leaves 900
    whole = last is not None and is_whole(asked.quantity, last, asked.sentence)  # 14 of the 96 are to go
    said = asked.said.id if asked.said and asked.is_bare else None
    for other in asked.offered if not (moved or whole) else ():
        if other.form != "act" or other.score < _ACTING or (best and _is_parted(asked, best, other)):
            continue
        acts_on = known[other.metric].acts_on
        if asked.is_percent_change or _acts_elsewhere(asked, other, acts_on) or _is_object(asked, best, other):
            continue  # to cut the staff by 8 % changes the staff
        people = "people" in acts_on and best is None and counted.counts_people(asked.quantity, asked.sentence)
        things = "things" in acts_on and best is None and _counts_many(asked)
        thing = best is None and counted.thing(asked.quantity, asked.sentence) in acts_on
        if people or things or thing or (best.metric if best else said) in acts_on:
            return replace(other, score=max(best.score if best else 0.0, SURE_METRIC))
    return _subject_of_share(asked, best, usable) or best


def _is_object(asked: Asked, best: Reading | None, act: Reading) -> bool:
    """Whether a figure is the object of a verb right before it, a comma before the act: it employs 40, and cuts."""
    own = best is not None and best.form == "verb" and 0 <= asked.quantity.first - best.last <= _OBJECT
    return own and "," in asked.sentence.tokens.forms[asked.quantity.last : act.first]


def _acts_elsewhere(asked: Asked, act: Reading, acts_on: tuple[str, ...]) -> bool:
    """Whether a verb behind a figure acts on a noun of its own: a firm with 900 jobs, which wants to cut costs."""
    tokens = asked.sentence.tokens
    at = tokens.first("determiner").get(act.last, (act.last,))[0]
    found = tokens.hits.get("metric", ())
    objects = [metric.id for first, last, (metric, _) in found if act.first <= first <= at < last]
    return act.first >= asked.quantity.last and bool(objects) and not set(objects) & set(acts_on)


def _is_usable(asked: Asked, reading: Reading) -> bool:
    """Whether a reading may say what is counted: a noun, or a verb that may; a participle behind is one of these."""
    if reading.form == "act":
        return False
    verb = reading.form == "verb" or any(
        other.form == "verb" and other.metric == reading.metric and other.first <= reading.first < other.last
        for other in asked.offered
        if other.first > asked.quantity.last
    )
    return not verb or _may_say(asked, asked.rulebook.metrics[reading.metric])


def _is_parted(asked: Asked, best: Reading, act: Reading) -> bool:
    """Whether another figure stands between what is told of this one and a verb: 74 are missing, 56 were hurt."""
    first = asked.quantity.last
    if act.last <= asked.quantity.first and first <= best.first:
        told = any(other.last <= act.first for other in asked.sentence.quantities)
        if told and best.form == "verb" and best.first - first <= _OBJECT:
            return True  # hundreds were arrested after thousands protested
        return is_of_former(asked.sentence, asked.quantity.first, asked.quantity, commas=True)
    others = [other for other in asked.sentence.quantities if best.last <= other.first <= act.first]
    aged = any(dimension(other.unit) == "time" for other in others)  # two workers aged 34 and 51 died
    return first <= best.first and bool(others) and not aged


def _may_say(asked: Asked, metric: Metric) -> bool:
    """Whether a verb may say what is counted: things have their own noun, and 40 gendarmes are no troops."""
    who = counted.thing(asked.quantity, asked.sentence, ("counted_person",))
    person = who is not None
    few = (asked.quantity.value or 0) < _MANY
    if person and few and metric.people and metric.kind == "flow" and who != metric.id:
        return False  # 15 envoys who flew to the lake are no passengers
    if person and ("things" in metric.acts_on or not OF_STUFF.isdisjoint(metric.units)):
        return False  # a coach who calls up 26 players recalls no goods, honey made by 40 beekeepers
    named = metric.counts_things and not metric.acts_on and person
    return not named and not _counts_things(asked)


def _counts_things(asked: Asked) -> bool:
    noun = counted.counted_noun(asked.quantity, asked.sentence)
    if counted.is_code(asked.quantity, asked.sentence):
        return False
    return noun is not None and not counted.counts_people(asked.quantity, asked.sentence)


def _counts_many(asked: Asked) -> bool:
    """Whether a figure counts goods by the hundred, which no metric knows: 2,000 consoles."""
    return asked.quantity.unit == "count" and (asked.quantity.value or 0) >= _MANY and _counts_things(asked)


def _subject_of_share(asked: Asked, best: Reading | None, usable: list[Reading]) -> Reading | None:
    """What a share is of gives way to its subject: costs ate 60 % of revenue."""
    quantity = asked.quantity
    if best is None or quantity.kind != "share" or best.first < quantity.last:
        return None
    if asked.rulebook.metrics[best.metric].kind in _SHARES:
        return None  # hotels had an occupancy of 60 %, the jab was 91 % effective
    others = [other.first for other in asked.sentence.quantities if other is not quantity]
    for subject in usable:
        parted = any(subject.last <= at < quantity.first for at in others)
        noun = subject.form == "noun" and subject.score >= _SUBJECT_NOUN
        if noun and subject.last <= quantity.first and not parted:
            return subject
    return None
