"""The choice of a figure's metric: what its sentence offers, what it counts, or what the article speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.metrics import counted, form, parts, shares
from factcheck.extract.metrics.acts import acting
from factcheck.extract.metrics.asked import TOUCHING, Asked
from factcheck.extract.metrics.carried import among_said, carried_metric, goes_on_moving
from factcheck.extract.metrics.described import described
from factcheck.extract.metrics.find import Reading
from factcheck.extract.metrics.fits import fits
from factcheck.extract.metrics.ties import LINKED, SURE_METRIC, Ties
from factcheck.extract.nonclaims.bare import is_of_them
from factcheck.extract.nonclaims.numbered import numbered
from factcheck.extract.quantities.units import dimension
from factcheck.extract.subjects.choice import Subject
from factcheck.extract.words.clauses import is_led
from factcheck.extract.words.sentences import Sentence
from factcheck.model import Claim

_TAKINGS = {"flow", "cumulative"}  # what a film made this week and since it opened


def metric_of(asked: Asked, subject: Subject | None, earlier: Sequence[Claim]) -> tuple[str, bool]:
    """The metric id, and whether the figure's own clause names it; `earlier` are the figures before it there."""
    found, sure = _chosen(asked, subject, earlier)
    if asked.discourse.share and found == asked.unnamed("share"):
        return asked.discourse.share, sure
    known = asked.rulebook.metrics.get(found)
    return (form.in_form(known, asked, subject) if known else None) or found, sure


def _chosen(asked: Asked, subject: Subject | None, earlier: Sequence[Claim]) -> tuple[str, bool]:
    apart = described(asked)
    if apart:
        return apart, True
    last = earlier[-1] if earlier else None
    best = acting(asked, last)
    if last and asked.quantity.role in ("from", "to"):
        last = _ties(asked).start(best, earlier)
    theme, rate = asked.discourse.share_theme, shares.rate_told(asked)
    if theme and shares.is_of_poll(asked, best) and rate in (None, theme):
        return shares.other_told(asked, best, last) or theme, True
    tied = _tied(asked, best, last, earlier) or shares.of_amount(asked, best, earlier)
    if tied:
        return tied, True
    if rate:
        return rate, True
    return _told(asked, subject, last, best)


def _told(asked: Asked, subject: Subject | None, last: Claim | None, best: Reading | None) -> tuple[str, bool]:
    """The metric that the words of a figure tell by themselves."""
    if parts.is_of_firm(asked.quantity, asked.sentence) and not (best and best.score >= LINKED):
        return asked.unnamed("holding"), True
    listed = _listed(asked, best, subject) or asked.pointed
    if listed:
        return listed, True
    moved = _moved(asked, best)
    if moved:
        return f"count:{moved}", True
    if best is None and asked.discourse.share_theme and asked.quantity.points and asked.quantity.kind == "level":
        return asked.unnamed("lead"), True
    lead = numbered(asked.quantity, asked.sentence)  # attacks on nurses were 300
    if lead and best and best.first > (lead[1] if best.form == "noun" else asked.quantity.last):
        return f"count:{lead[0]}", True
    if best and goes_on_moving(asked, best):
        return asked.said.id if asked.said else best.metric, False
    part, known = shares.part_told(asked, subject)
    if best and best.score >= (TOUCHING if known else SURE_METRIC):
        return shares.share_or(asked, best, subject), True
    if part and (known or counted.opens_clause(asked.quantity, asked.sentence)):
        return f"other:{part}", True
    relative = asked.quantity.kind == "change" or (asked.quantity.kind == "ratio" and not asked.quantity.per)
    number_of = _number_of(asked)
    among = None if last or best else among_said(asked)
    if among:
        return among, True
    own, told = (number_of, True) if number_of or relative else _own(asked)
    if own and not (best and best.score >= (SURE_METRIC if _is_aside(asked, best) else SURE_METRIC - 2)):
        return own, told
    if best:
        return shares.share_or(asked, best, subject), best.score >= SURE_METRIC - 2
    return _untold(asked, last, relative, part)


def _untold(asked: Asked, last: Claim | None, relative: bool, part: str) -> tuple[str, bool]:
    """The metric of a figure whose clause names none: what is multiplied, what goes on, what its unit measures."""
    if asked.quantity.kind == "ratio":
        multiplied = parts.noun_after(asked.quantity, asked.sentence, asked.vocabulary)
        if multiplied:
            return multiplied, True
    if last and _ties(asked).may_go_on(last, relative):
        return last.metric, False
    if asked.is_bare and asked.discourse.counted and is_of_them(asked.quantity, asked.sentence):
        return asked.discourse.counted, False
    measured = asked.rulebook.unnamed.get(dimension(asked.quantity.unit))
    if measured and asked.quantity.kind == "change":
        return measured, True
    return carried_metric(asked, part), False


def _listed(asked: Asked, best: Reading | None, subject: Subject | None) -> str | None:
    """What rises or falls on a market: a currency or its goods, the points of an index, or the price of shares."""
    told = best is not None and best.score >= SURE_METRIC
    traded = subject is not None and subject.entity in asked.discourse.traded
    if traded and best and best.form == "verb" and best.metric == asked.unnamed("listed"):
        return _named_price(asked) or asked.unnamed("price")  # the dollar, traded at 4.97, is no share
    if traded and not (told and best and asked.rulebook.metrics[best.metric].kind == "price"):
        return asked.unnamed("price")
    if asked.discourse.change_theme and asked.is_percent_change and not told:
        return asked.discourse.change_theme
    if not asked.discourse.is_market or subject is None or asked.quantity.points:
        return None
    entity = asked.rulebook.entities.get(subject.entity)
    if entity and entity.kind == "index" and (asked.in_points or not told):
        return asked.unnamed("index") if asked.is_percent_change or asked.is_bare or asked.in_points else None
    return asked.unnamed("listed") if asked.is_percent_change and subject.basis == "subject" and not told else None


def _named_price(asked: Asked) -> str | None:
    """The price that a noun of the sentence names: the price of gold, which closed at 2,300 dollars."""
    known = asked.rulebook.metrics
    return next((r.metric for r in asked.offered if r.form == "noun" and known[r.metric].quoted), None)


def _moved(asked: Asked, best: Reading | None) -> str | None:
    """The thing that a change in percent is one of, unless a metric is told nearer: burglaries rose 2 %."""
    found = counted.subject_thing(asked.quantity, asked.sentence) if asked.is_percent_change else None
    if found is None:
        return None
    thing, at = found
    if best is None or best.score < SURE_METRIC - 2:
        return thing
    far = any(best.last <= other.first < at for other in asked.sentence.quantities)
    return thing if far and not _is_of(best, at, asked.sentence) else None


def _is_of(metric: Reading, at: int, sentence: Sentence) -> bool:
    """Whether a metric is that of what stands at a token behind it: revenues of the top 30 harbours."""
    between = sentence.tokens.forms[metric.last : at]
    return metric.last in sentence.tokens.first("of") and all(form[0].isalnum() for form in between)


def _tied(asked: Asked, best: Reading | None, last: Claim | None, earlier: Sequence[Claim]) -> str | None:
    """The metric of a figure before that this one goes on with, or that of the article's theme."""
    ties = _ties(asked)
    if last and ties.is_among(best, last):
        return last.metric
    if last and any(tie(best, last) for tie in ties.alike()):
        return last.metric
    alike = next((claim for claim in reversed(earlier) if ties.is_like(claim)), None)
    if alike and ties.set_against(best, alike):
        return alike.metric
    if last and ties.is_part(last) and not shares.names_share(asked, best):
        return last.metric
    theme = _theme(asked, best)
    return theme or (last.metric if last and ties.goes_on(best, last) else None)


def _is_aside(asked: Asked, best: Reading) -> bool:
    """Whether a metric's noun only says where what is counted is: 16,000 people from other countries."""
    behind = best.form == "noun" and best.first >= asked.quantity.last and asked.quantity.noun is not None
    regions = asked.sentence.tokens.after("region")
    return behind and is_led(asked.sentence, regions.get(best.first, (best.first,))[0])


def _theme(asked: Asked, best: Reading | None) -> str | None:
    """What an amount is in an article about transfers or takings, whatever the verb: the film made 12 million."""
    theme = asked.discourse.theme
    if theme is None or asked.quantity.kind != "level" or not _ties(asked).can_be(theme):
        return None
    if best is None:
        return theme
    kinds = {asked.rulebook.metrics[metric].kind for metric in (theme, best.metric)}
    return theme if best.form == "verb" and (len(kinds) == 1 or kinds == _TAKINGS) else None


def _number_of(asked: Asked) -> str | None:
    """What a change or a bare figure is the number of."""
    counts = asked.is_bare or asked.is_percent_change
    return parts.number_of(asked.quantity, asked.sentence, asked.vocabulary) if counts else None


def _own(asked: Asked) -> tuple[str | None, bool]:
    """What the figure itself says it measures, and True; a mere unit gives way to what the paragraph speaks of."""
    carried = asked.said
    own = counted.fallback(asked.quantity, asked.sentence, asked.rulebook.unnamed, asked.vocabulary)
    by_unit = dimension(asked.quantity.unit) not in ("count", "money", "time")
    counted_people = carried is not None and carried.units[0] == "count" and (carried.people or carried.episodic)
    people = own == "count:people" and counted_people and not asked.offered
    taken = (by_unit or people) and own and carried and fits(carried, asked.quantity)
    return (carried.id, False) if taken and carried else (own, True)


def _ties(asked: Asked) -> Ties:
    return Ties(asked.rulebook, asked.quantity, asked.sentence)
