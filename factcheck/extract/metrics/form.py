"""The metric that the form or the bearer of a figure makes of another one."""

from __future__ import annotations

from factcheck.extract.metrics import often
from factcheck.extract.metrics.asked import Asked
from factcheck.extract.subjects.choice import Subject
from factcheck.rulebook import Metric

_NEAR = 8  # tokens from a product to its figure


def in_form(known: Metric, asked: Asked, subject: Subject | None) -> str | None:
    """The metric that a figure's form makes of another: a share of the unemployed, so many cases per 100,000."""
    quantity = asked.quantity
    parted = quantity.unit == "percent" and (quantity.kind != "change" or quantity.points)
    if known.as_share and not known.episodic and (quantity.kind == "share" or parted):
        return known.as_share  # a share of the dead is no mortality
    if known.as_change and asked.is_percent_change:
        return known.as_change
    if known.per_head and quantity.kind == "ratio" and quantity.per:
        return known.per_head
    if quantity.per == "hour" and known.bearer == "person":
        return asked.unnamed("pay")
    if known.of_product and _only_by_verb(asked, known.id) and _is_of_product(asked, subject):
        return known.of_product
    if known.of_person and subject and subject.entity in asked.discourse.persons:
        return known.of_person
    if known.of_place and asked.is_percent_change and _is_of_place(asked, known.id, subject):
        return known.of_place
    return known.in_time.get(often.frequency(quantity, asked.sentence) or "") if known.in_time else None


def _only_by_verb(asked: Asked, metric: str) -> bool:
    """Whether only a verb names a metric for a figure."""
    forms = {reading.form for reading in asked.offered if reading.metric == metric}
    return "verb" in forms and "noun" not in forms


def _is_of_product(asked: Asked, subject: Subject | None) -> bool:
    """Whether a figure is about a product: by its entity, a noun soon before it, or the store where it is sold."""
    known = asked.rulebook.entities.get(subject.entity) if subject else None
    hits, first = asked.sentence.tokens.hits, asked.quantity.first
    near = any(first - _NEAR <= at < first for at, _, _ in hits.get("product", ()))
    return near or bool(hits.get("app_store")) or (known is not None and known.kind == "product")


def _is_of_place(asked: Asked, metric: str, subject: Subject | None) -> bool:
    """Whether a noun names a metric of a place and of no thing there: prices in Norland, not gas prices there."""
    tokens, places = asked.sentence.tokens, [name for name in asked.sentence.names if name.region is not None]
    if subject is None or subject.entity not in {name.entity for name in places}:
        return False
    nouns = [r for r in asked.offered if r.metric == metric and r.form == "noun"]
    owned = tokens.after("possessive").keys() | tokens.after("pronoun").keys() | tokens.after("theirs").keys()
    led = {name.lead for name in places}
    leading = [tokens.first(kind) for kind in ("of", "preposition")]
    return any(
        noun.first not in owned and all(noun.last not in each or each[noun.last][0] in led for each in leading)
        for noun in nouns
    )
