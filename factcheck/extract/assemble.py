"""A document's claims: every quantity joined with its entity, metric, time, place, source and restrictors."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import Any

from factcheck.extract import (
    addresses,
    ages,
    counted,
    dating,
    headlines,
    opening,
    places,
    plans,
    refuse,
    restrictors,
    subjects,
    timing,
    topics,
)
from factcheck.extract.almanac import almanac, drop_datelines
from factcheck.extract.attribution import Attribution
from factcheck.extract.clauses import measure
from factcheck.extract.compiled import vocabulary_for
from factcheck.extract.credits import Credit, may_credit, source_of
from factcheck.extract.digits import decimal_mark
from factcheck.extract.discourse import Discourse
from factcheck.extract.ellipsis import as_money, currency_of, share_units
from factcheck.extract.local_money import localise
from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.metric_ties import SURE_METRIC
from factcheck.extract.metrics import Reading, is_fraction, readings
from factcheck.extract.name_forms import Names
from factcheck.extract.names import find_names
from factcheck.extract.periods import find_periods
from factcheck.extract.quantities import find_quantities
from factcheck.extract.sentences import Sentence, split
from factcheck.extract.slots import LIKELY_SUBJECT, SURE_SUBJECT, Slots
from factcheck.extract.stance import Tenses, is_negated
from factcheck.extract.standing import standings
from factcheck.extract.subjects import Subject
from factcheck.extract.uncollected import uncollected
from factcheck.extract.units import dimension
from factcheck.model import Claim, Confidence, Document
from factcheck.rulebook import Metric, Rulebook

_FREQUENT = 3  # names that any figure of an article may be about
_NAMED = 14.0  # the score of a metric noun that touches its figure
_LEAD = 4  # the sentences among which an article says what days it is about


@uncollected()
def extract(document: Document, rulebook: Rulebook, *, everything: bool = False) -> list[Claim]:
    """The quantitative claims of a document, in order of the text; with `everything` its bare numbers too."""
    vocabulary = vocabulary_for(document.lang, rulebook)
    sentences = list(split(document, vocabulary))
    decimal = decimal_mark(document.text, vocabulary.cldr.get("separators", {}).get("decimal", "."))
    for sentence in sentences:
        sentence.tokens.decimal = decimal
        sentence.tokens.take(vocabulary.lexicon.scan(sentence.tokens))
    names = find_names(sentences, vocabulary)
    topic = topics.topic_of(sentences, names, vocabulary, document.title)
    standing = standings(sentences, vocabulary.compiled["names"])
    discourse = Discourse(
        topic=topic,
        standings=standing,
        frequent=tuple(sorted(standing, key=lambda name: (-standing[name].mentions, name))[:_FREQUENT]),
        topic_is_place=any(name.region and name.entity == topic for s in sentences for name in s.names),
        persons=topics.persons_of(sentences, vocabulary.given_names),
        currency=currency_of([s.tokens for s in sentences]) or vocabulary.section("grammar").get("currency"),
        home=places.home_region(sentences)
        or places.outlet_region(document.publisher, document.url)
        or vocabulary.section("grammar").get("home"),
        money_metric=topics.money_of(sentences),
        rate_metric=opening.rate_of(sentences),
        theme=opening.theme_of(sentences),
    )
    marks = vocabulary.section("attribution").get("quote_marks", ())
    attribution = Attribution.of(sentences, marks, discourse.persons)
    participles = tuple(vocabulary.section("grammar").get("participles", ()))
    slots = Slots(document, rulebook, vocabulary, discourse, Tenses.of(vocabulary), participles)
    assembler = _Assembler(slots, attribution, names, everything)
    for sentence in sentences:
        assembler.find(sentence)
    drop_datelines(sentences[:_LEAD], document.published)
    discourse.almanac = almanac(sentences, document.published)
    claims = [claim for sentence in sentences for claim in assembler.read(sentence)]
    claims = attribution.reveal(claims, names)
    claims = plans.carry(headlines.backdate(claims, rulebook.metrics), rulebook.metrics)
    return headlines.echo(claims, discourse.frame)


class _Assembler:
    """Reads the sentences of one article in order and keeps what each leaves to the next."""

    def __init__(self, slots: Slots, attribution: Attribution, names: Names, everything: bool) -> None:
        self.slots = slots
        self.attribution = attribution
        self.everything = everything
        self.document = slots.document
        self.discourse = slots.discourse
        self.names = names
        self.seen: Counter[str] = Counter()
        self.unnamed: set[str] = set()  # ids of claims whose metric no noun names

    def find(self, sentence: Sentence) -> None:
        """Finds the periods and quantities of one sentence; its dates may lean on those of the sentences before."""
        tokens, discourse, vocabulary = sentence.tokens, self.discourse, self.slots.vocabulary
        published = self.document.published
        sentence.periods = find_periods(tokens, vocabulary, published, discourse.context_for(sentence.paragraph))
        sentence.quantities = find_quantities(tokens, vocabulary, sentence.periods)
        localise(tokens, sentence.quantities, discourse.home, self.document.lang)
        share_units(tokens, sentence.quantities)
        if sentence.quantities or may_credit(sentence):
            measure(sentence)
        latest = timing.latest(sentence, published)
        if latest:
            discourse.refer(latest, sentence.paragraph, published)

    def read(self, sentence: Sentence) -> list[Claim]:
        """The claims of one sentence."""
        discourse = self.discourse
        if sentence.index < _LEAD:
            discourse.plan = discourse.plan or timing.planned(sentence)
        salient = discourse.topic
        credits = self.attribution.read(sentence, salient)
        if credits:
            discourse.persons |= {c.source for c in credits if c.told} - {discourse.topic} - topics.actors_of(sentence)
        claims: list[Claim] = []
        for quantity in sentence.quantities:
            claim = self._claim(quantity, sentence, credits, claims)
            if claim:
                claims.append(claim)
        if claims and sentence.index < _LEAD and timing.is_same(discourse.frame, self.document.published):
            discourse.frame = timing.frame(sentence, self.document.published) or discourse.frame
        latest = timing.latest(sentence, self.document.published)
        spoken = None if claims or sentence.zone == "headline" else topics.subject_metric(sentence)
        if spoken:
            discourse.metric, discourse.metric_paragraph = spoken, sentence.paragraph
        if latest and not claims:
            discourse.date(latest, sentence.index, sentence.paragraph, self.document.published)
        if discourse.place:
            discourse.region, discourse.region_paragraph, discourse.place = discourse.place, sentence.paragraph, None
        if sentence.names:
            subject = subjects.main_subject(sentence, credits, discourse)
            discourse.previous = subjects.ranked_names(sentence, subject)
            if subject and self.names.counts[subject] > 1:
                discourse.subject, discourse.subject_paragraph = subject, sentence.paragraph
        return self._align_parts(claims)

    def _claim(self, quantity: Quantity, sentence: Sentence, credits: list[Credit],
               earlier: list[Claim]) -> Claim | None:  # fmt: skip
        offered = self._readings(quantity, sentence)
        named = bool(offered and offered[0].score >= SURE_METRIC)
        if not self.everything and self._is_refused(quantity, sentence, named):
            return None
        subject, others = self.slots.subject(quantity, sentence, credits, earlier, offered)
        metric, sure = self.slots.metric(quantity, sentence, offered, subject, earlier)
        known = self.slots.rulebook.metrics.get(metric)
        source = source_of(quantity, sentence, credits) or self.attribution.carried(sentence.paragraph)
        stance = self.slots.stance(quantity, sentence, source, earlier[-1] if earlier else None)
        date = self.slots.time(quantity, sentence, known, stance, earlier)
        time, mention = date.period, date.mention
        region, region_basis = self.slots.region(quantity, sentence)
        claim = Claim(
            **self._place(quantity, sentence),
            **_measured(quantity, known),
            entity=subject.entity if subject else None,
            entity_printed=self.names.as_printed(subject.entity) if subject else None,
            source_printed=self.names.as_printed(source),
            entity_basis=subject.basis if subject else "topic",
            alternatives=tuple(f"entity={other.entity}" for other in others),
            metric=metric,
            time=time,
            timekind=timing.timekind_of(mention, known, quantity.kind),
            region=region,
            region_basis=region_basis,
            restrictors=self._restrictors(quantity, sentence, offered, metric),
            of=restrictors.share_of(quantity, sentence, self.slots.vocabulary) if quantity.kind == "share" else None,
            source=source,
            stance=self.slots.stance_at(time, stance, quantity, sentence, earlier[-1] if earlier else None),
            negated=is_negated(quantity, sentence),
            confidence=_confidence(subject, sure, mention),
            frame=restrictors.frame_of(quantity, sentence, self.slots.vocabulary),
        )
        if not offered or offered[0].form != "noun":
            self.unnamed.add(claim.id)
        self._remember(claim, mention, quantity, sentence, sure)
        return self._bracketed(claim, quantity, sentence, earlier)

    def _is_refused(self, quantity: Quantity, sentence: Sentence, named: bool) -> bool:
        """Whether a quantity is no claim: an age, an address, or what `refuse` knows."""
        is_address = addresses.is_address(quantity, sentence, self.slots.vocabulary)
        return is_address or ages.is_age(quantity, sentence) or bool(refuse.refusal(quantity, sentence, named))

    def _readings(self, quantity: Quantity, sentence: Sentence) -> list[Reading]:
        """The metrics offered; a bare figure of a metric that is money becomes an amount in the article's currency."""
        offered = readings(quantity, sentence)
        if dimension(quantity.unit) == "money":
            self.discourse.currency = quantity.unit
            return offered
        priced = counted.led_by_price(quantity, sentence)
        named = max((reading.score for reading in offered if reading.form != "act"), default=0.0)
        if (priced or named < _NAMED) and as_money(quantity, self.discourse.currency):
            as_amount = readings(quantity, sentence)
            best = as_amount[0].score if as_amount else 0.0
            carried = self.slots.rulebook.metrics.get(self.discourse.metric_for(sentence.paragraph) or "")
            goes_on = not offered and carried is not None and carried.units == ("money",)
            if priced or goes_on or (best >= SURE_METRIC and (best > named or named < SURE_METRIC)):
                return as_amount
            quantity.unit = "count"
        return offered

    def _restrictors(self, quantity: Quantity, sentence: Sentence, offered: list[Reading],
                     metric: str) -> tuple[str, ...]:  # fmt: skip
        """The restrictors of a figure; where a verb names the metric, the counted noun is one: cars sold."""
        found = restrictors.restrictors_of(quantity, sentence)
        noun = counted.counted_noun(quantity, sentence)
        acted = any(reading.metric == metric and reading.form == "act" for reading in offered)
        plain = noun is None or counted.counts_people(quantity, sentence)
        return found if plain or not acted else (*found, f"which:{noun}")

    def _place(self, quantity: Quantity, sentence: Sentence) -> dict[str, Any]:
        """Where a claim stands, with an id from the words alone, so that it survives edits elsewhere."""
        quote = sentence.tokens.text[quantity.start : quantity.end]
        key = "\0".join((self.document.id, " ".join(sentence.text.split()), quote))
        self.seen[key] += 1
        published = self.document.published
        return {
            "id": hashlib.blake2b(f"{key}\0{self.seen[key]}".encode(), digest_size=6).hexdigest(),
            "doc": self.document.id, "start": quantity.start, "end": quantity.end, "quote": quote,
            "sentence": sentence.text, "sentence_start": sentence.start, "paragraph": sentence.paragraph,
            "zone": sentence.zone, "lang": self.document.lang,
            "published": published.start.isoformat() if published and published.start else None,
        }  # fmt: skip

    def _bracketed(self, claim: Claim, quantity: Quantity, sentence: Sentence, earlier: list[Claim]) -> Claim:
        """The claim as a second reading of the figure right before it, where it stands in brackets behind that."""
        tokens = sentence.tokens
        if not earlier or quantity.first == 0 or tokens.forms[quantity.first - 1] not in "([":
            return claim
        before = earlier[-1]
        touching = before.end <= tokens.starts[quantity.first - 1] <= before.end + 1
        closed = quantity.last < len(tokens) and tokens.forms[quantity.last] in ")],;"
        alike = dimension(before.unit) == dimension(claim.unit) and before.kind == claim.kind
        if not (touching and closed and alike):
            return claim
        return replace(
            claim, entity=before.entity, metric=before.metric, time=before.time, timekind=before.timekind,
            region=before.region, bracket_of=before.id,
        )  # fmt: skip

    def _align_parts(self, claims: list[Claim]) -> list[Claim]:
        """Gives the part the metric of the share that follows it: spent 8 million, or 70 % of revenue."""
        for i, share in enumerate(claims[1:], 1):
            part, metric = claims[i - 1], self.slots.rulebook.metrics.get(share.metric)
            parted = share.kind == "share" and share.of and part.kind == "level" and part.id in self.unnamed
            if parted and metric and dimension(part.unit) in metric.units:
                claims[i - 1] = replace(part, metric=share.metric)
        return claims

    def _remember(self, claim: Claim, mention: PeriodMention | None, quantity: Quantity, sentence: Sentence,
                  sure: bool) -> None:  # fmt: skip
        discourse = self.discourse
        aside = "role:from" in claim.restrictors or dating.is_compared(quantity, sentence)
        known = self.slots.rulebook.metrics.get(claim.metric)
        period = timing.meant(mention, known, self.document.published) if mention and not mention.compares else None
        if mention and dating.is_told(mention, sentence):
            period = None  # the day of saying
        if period and not aside:
            discourse.date(period, sentence.index, sentence.paragraph, self.document.published)
        discourse.last_entity = claim.entity
        if sure and ":" not in claim.metric:
            discourse.metric, discourse.metric_paragraph = claim.metric, sentence.paragraph
            if dimension(claim.unit) == "money":
                discourse.money_metric = claim.metric
            rate = claim.unit == "percent" and known is not None and known.kind in ("rate", "share")
            if rate and known and not known.vague and claim.id not in self.unnamed:
                discourse.rate_metric = claim.metric


def _measured(quantity: Quantity, metric: Metric | None) -> dict[str, Any]:
    """The value slots of a quantity; a bare figure of a rating or ratio has that unit, a rate in percent is a level."""
    kind, unit = quantity.kind, quantity.unit
    ratio = metric is not None and "ratio" in metric.units and is_fraction(quantity)
    if metric and unit == "count" and (ratio or metric.units[0] in ("rating", "ratio")):
        unit = "ratio" if ratio else metric.units[0]
        kind = "ratio" if unit == "ratio" else kind
    elif metric and (
        (metric.kind == "rate" and kind == "share") or (metric.acts_on and kind == "change" and unit == "count")
    ):
        kind = "level"  # a rate in percent; what an act takes away or adds: to cut the staff by 400
    return {
        "kind": kind, "value": quantity.value, "high": quantity.high, "unit": unit, "bound": quantity.bound,
        "stated": quantity.stated, "allowed": quantity.allowed,
    }  # fmt: skip


def _confidence(subject: Subject | None, sure_metric: bool, mention: PeriodMention | None) -> Confidence:
    if subject is None or subject.score < LIKELY_SUBJECT or not sure_metric:
        return "low"
    return "high" if subject.score >= SURE_SUBJECT and mention is not None else "medium"
