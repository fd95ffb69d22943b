"""What a share is one of: who holds it, what it is told of, and which amount it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.metrics import counted, parts
from factcheck.extract.metrics.asked import TOUCHING, Asked
from factcheck.extract.metrics.find import Reading
from factcheck.extract.metrics.ties import LINKED, SURE_METRIC
from factcheck.extract.quantities.units import dimension
from factcheck.extract.subjects.choice import Subject
from factcheck.extract.words.sentences import Sentence
from factcheck.model import Claim
from factcheck.rulebook import Metric

_RATES = ("rate", "share")
_VERBS = ("metric_verb", "metric_act")


def part_told(asked: Asked, subject: Subject | None) -> tuple[str, bool]:
    """What a share is a share of, where nobody is said to hold it, and whether rules/things knows it."""
    if asked.quantity.kind != "share" or _is_held(asked, subject):
        return "", False
    return parts.part_of(asked.quantity, asked.sentence, asked.vocabulary)


def share_or(asked: Asked, best: Reading, subject: Subject | None) -> str:
    """The metric of a held share where a subject holds a share of people or things that another metric counts."""
    metric = asked.rulebook.metrics[best.metric]
    predicate = _predicate(asked, best) if asked.quantity.kind == "share" and metric.units == ("count",) else None
    if predicate:
        return predicate
    own = best.first in asked.sentence.tokens.after("pronoun")  # 11 % of its staff
    whole = metric.kind == "stock" and "count" in metric.units and not own
    held = asked.quantity.kind == "share" and whole and _is_held(asked, subject)
    of_gdp = asked.quantity.kind == "share" and metric.vague and best.first >= asked.quantity.last
    return asked.unnamed("share") if held or of_gdp or _is_whole(asked, best) else best.metric


def of_amount(asked: Asked, best: Reading | None, earlier: Sequence[Claim]) -> str | None:
    """The metric of the amount that a share of GDP or of a total belongs to: 2 billion, which is 4 % of GDP."""
    whole = best is not None and best.score >= TOUCHING and asked.rulebook.metrics[best.metric].vague
    named = best is not None and best.first >= asked.quantity.last and not whole
    total = not named and parts.is_of_total(asked.quantity, asked.sentence)
    if asked.quantity.kind != "share" or not (whole or total):
        return None
    of = {"money", "count"} if total else {"money"}
    amount = next((c for c in reversed(earlier) if c.kind == "level" and dimension(c.unit) in of), None)
    if amount:
        return amount.metric
    told = any(r.form == "noun" and r.last <= asked.quantity.first for r in asked.offered)
    known = asked.said
    return known.id if whole and not told and known and known.units == ("money",) else None


def rate_told(asked: Asked) -> str | None:
    """The rate that a verb behind a share tells of those it is a share of: 15 % of adults smoke, one in six died."""
    if asked.quantity.kind != "share":
        return None
    known = asked.rulebook.metrics
    whole = parts.behind_of(asked.quantity, asked.sentence)  # nine in ten deaths are no mortality
    others = [other.first for other in asked.sentence.quantities if other.first >= asked.quantity.last]
    end = min(others, default=len(asked.sentence.tokens))
    told = [(r.first, known[r.metric]) for r in asked.offered if r.form == "verb"]
    for first, metric in (*_finite(whole, end, asked.sentence), *told):
        rate = metric.as_share or metric.id
        parted = known[rate].kind in _RATES and "percent" in known[rate].units
        if rate == asked.unnamed("holding"):
            continue  # of the households 62 % own a car, and no stake
        if whole < first < end and (parted or "people" in known[rate].acts_on):
            return rate
    return None


def _finite(whole: int, end: int, sentence: Sentence) -> list[tuple[int, Metric]]:
    """The verbs with an auxiliary between two tokens that no sign parts: of those admitted 80 % are vaccinated."""
    tokens = sentence.tokens
    end = next((at for at in range(whole, end) if not tokens.forms[at][0].isalnum()), end)
    auxiliaries = tokens.first("copula").keys() | tokens.after("copula").keys()
    verbs = sorted((hit[0], hit[2][0].id, hit[2][0]) for kind in _VERBS for hit in tokens.hits.get(kind, ()))
    return [(first, metric) for first, _, metric in verbs if whole < first < end and first in auxiliaries]


def names_share(asked: Asked, best: Reading | None) -> bool:
    """Whether a noun that is only ever a share is told with the figure: 326 seats, with 37 % of the vote."""
    known = asked.rulebook.metrics[best.metric] if best else None
    linked = best is not None and best.score >= LINKED and best.form == "noun"
    return linked and known is not None and known.kind in ("share", "rate") and known.units[0] == "percent"


def is_of_poll(asked: Asked, best: Reading | None) -> bool:
    """Whether a share or its points can be of what an article about a poll is about: no noun names another."""
    told = best is not None and best.form == "noun" and best.score >= SURE_METRIC
    other = told and "percent" in asked.rulebook.metrics[best.metric].units if best else False
    points = asked.quantity.kind == "change" and asked.quantity.points
    return not other and (asked.quantity.kind == "share" or points)


def other_told(asked: Asked, best: Reading | None, last: Claim | None) -> str | None:
    """What a poll asked besides, where the share before is of it and nothing is told of this one."""
    if last is None or last.kind != asked.quantity.kind or (best is not None and best.metric != last.metric):
        return None
    known = asked.rulebook.metrics.get(last.metric)
    return last.metric if known and known.kind == "share" and known.units == ("percent",) else None


def _predicate(asked: Asked, whole: Reading) -> str | None:
    """The rate that is told of a share of people or things: 33 % of inhabitants lived below the poverty line."""
    known = asked.rulebook.metrics
    behind = (r for r in asked.offered if asked.quantity.last <= whole.first < r.first and r.metric != whole.metric)
    rates = (known[r.metric].as_share or r.metric for r in behind)
    held = asked.unnamed("holding")  # 62 % of households own a car
    shares = (rate for rate in rates if known[rate].kind in _RATES and "percent" in known[rate].units)
    return next((rate for rate in shares if rate != held), None)


def _is_whole(asked: Asked, best: Reading) -> bool:
    """Whether a metric is what something makes up a share of: spam accounts for 60 % of e-mails."""
    counts = best.first >= asked.quantity.last and "count" in asked.rulebook.metrics[best.metric].units
    return asked.quantity.kind == "share" and counts and parts.is_made_up(asked.quantity, asked.sentence)


def _is_held(asked: Asked, subject: Subject | None) -> bool:
    """Whether a share belongs to somebody named before it, not to those it is a share of: a third of users say."""
    holder = subject is not None and subject.basis in ("subject", "possessive", "pronoun")
    return holder and not counted.opens_clause(asked.quantity, asked.sentence)
