"""What a claim is made of beside its slots: where it stands, its value, its confidence; brackets and parts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck.extract.metrics import counted
from factcheck.extract.metrics.find import Reading
from factcheck.extract.metrics.fits import is_fraction
from factcheck.extract.quantities.units import dimension
from factcheck.extract.restrictors import restrictors_of
from factcheck.extract.slots import LIKELY_SUBJECT, SURE_SUBJECT
from factcheck.extract.subjects.choice import Subject
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.model import Claim, Confidence, Document
from factcheck.rulebook import Metric
from factcheck.units import SCALES


def place(quantity: Quantity, sentence: Sentence, document: Document, seen: Counter[str]) -> dict[str, Any]:
    """Where a claim stands, with an id from the words alone that survives edits elsewhere; `seen` counts them."""
    quote, text = document.text[quantity.start : quantity.end], sentence.text
    key = "\0".join((document.id, " ".join(text.split()), quote))
    seen[key] += 1
    published = document.published
    return {
        "id": hashlib.blake2b(f"{key}\0{seen[key]}".encode(), digest_size=6).hexdigest(),
        "doc": document.id, "start": quantity.start, "end": quantity.end, "quote": quote,
        "sentence": text, "sentence_start": sentence.start, "paragraph": sentence.paragraph,
        "zone": sentence.zone, "lang": document.lang,
        "published": published.start.isoformat() if published and published.start else None,
    }  # fmt: skip


def measured(
    quantity: Quantity, sentence: Sentence, metric: Metric | None, degrees: str | None
) -> dict[str, Any]:  # fmt: skip
    """The value slots of a quantity; a bare figure of a scale has that unit, a rate in percent is a level.

    `degrees` is the unit of a temperature that is given in plain degrees.
    """
    kind, unit = quantity.kind, quantity.unit
    ratio = metric is not None and "ratio" in metric.units and is_fraction(quantity)
    scaled = metric is not None and metric.units[0] in SCALES and dimension(unit) in ("count", "angle")
    if metric and (scaled or (ratio and unit == "count")):
        unit = "ratio" if ratio else metric.units[0]
        kind = "ratio" if unit == "ratio" else kind
    if metric and degrees and dimension(unit) == "angle" and "temperature" in metric.units:
        unit = degrees
    takes = metric is not None and bool(metric.acts_on) and metric.bearer != "bought"  # an offer is raised
    falls = {"flow", "stock"} if dimension(unit) != "money" else {"stock"}  # output, vacancies
    takes = takes and (metric is None or metric.kind not in falls) and not _is_compared(quantity, sentence)
    if metric and ((metric.kind == "rate" and kind == "share") or (takes and kind == "change" and unit != "percent")):
        kind = "level"  # a rate in percent; what an act takes away or adds: to cut the staff by 400
    if metric and metric.unnamed == "change" and unit == "percent":
        kind = "change"  # growth of 3 %
    return {
        "kind": kind, "value": quantity.value, "high": quantity.high, "unit": unit, "bound": quantity.bound,
        "stated": quantity.stated, "allowed": quantity.allowed,
    }  # fmt: skip


def _is_compared(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether what is counted is so many more or fewer than before: 20,000 fewer than a year earlier."""
    counted = sentence.tokens.first("q_move_counted")
    return any(at in counted for at in (quantity.last, *(quantity.noun or ())))


def confidence(subject: Subject | None, sure_metric: bool, mention: PeriodMention | None) -> Confidence:
    """How sure a claim is: high where its subject and its date are told, low where its metric is not."""
    if subject is None or subject.score < LIKELY_SUBJECT or not sure_metric:
        return "low"
    return "high" if subject.score >= SURE_SUBJECT and mention is not None else "medium"


def restricted(quantity: Quantity, sentence: Sentence, offered: Sequence[Reading], metric: str) -> tuple[str, ...]:
    """The restrictors of a figure; where a verb names the metric, the counted noun is one: cars sold."""
    found = restrictors_of(quantity, sentence)
    noun = counted.counted_noun(quantity, sentence)
    acted = any(reading.metric == metric and reading.form == "act" for reading in offered)
    plain = noun is None or counted.counts_people(quantity, sentence)
    return found if plain or not acted else (*found, f"which:{noun}")


def bracketed(claim: Claim, quantity: Quantity, sentence: Sentence, earlier: list[Claim]) -> Claim:
    """The claim as a further reading of the figure that it follows in brackets: 2bn euros (£1.4bn; $2.6bn)."""
    tokens = sentence.tokens
    if not earlier or quantity.first == 0:
        return claim
    before = earlier[-1]
    goes_on = ",;/" if before.bracket_of else "(["
    touching = before.end <= tokens.starts[quantity.first - 1] <= before.end + 1
    closed = quantity.last < len(tokens) and tokens.forms[quantity.last] in ")],;"
    money = dimension(claim.unit) == "money"
    moved = money and before.kind == "change" and claim.kind == "level"  # a fall of $6m (£4m)
    alike = dimension(before.unit) == dimension(claim.unit) and (before.kind == claim.kind or moved)
    if not (tokens.forms[quantity.first - 1] in goes_on and touching and closed and alike):
        return claim
    return replace(
        claim, kind=before.kind, entity=before.entity, metric=before.metric, time=before.time, timekind=before.timekind,
        region=before.region, source=before.source, stance=before.stance, bracket_of=before.bracket_of or before.id,
    )  # fmt: skip


def align_parts(claims: list[Claim], unnamed: set[str], metrics: Mapping[str, Metric]) -> list[Claim]:
    """The claims, a part whose metric no noun names having that of the share behind it: 8 million, 70 % of revenue."""
    for i, share in enumerate(claims[1:], 1):
        part, metric = claims[i - 1], metrics.get(share.metric)
        parted = share.kind == "share" and share.of and part.kind == "level" and part.id in unnamed
        if parted and metric and dimension(part.unit) in metric.units:
            claims[i - 1] = replace(part, metric=share.metric)
    return claims
