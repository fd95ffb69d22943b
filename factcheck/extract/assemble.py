"""A document's claims: every quantity joined with its entity, metric, time, place, source and restrictors."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

from factcheck.extract import attribution, metrics, places, refuse, restrictors, subjects, timing
from factcheck.extract.clauses import measure
from factcheck.extract.compiled import vocabulary_for
from factcheck.extract.discourse import Discourse
from factcheck.extract.mentions import PeriodMention, Quantity
from factcheck.extract.names import Names, find_names
from factcheck.extract.periods import find_periods
from factcheck.extract.quantities import find_quantities
from factcheck.extract.sentences import Sentence, split
from factcheck.extract.units import dimension
from factcheck.extract.vocabulary import Vocabulary
from factcheck.model import Claim, Confidence, Document, Kind, Stance
from factcheck.period import Period, month
from factcheck.rulebook import Rulebook

_SURE_SUBJECT, _LIKELY_SUBJECT = 6.5, 3.5
_SURE_METRIC = 8.0


def extract(document: Document, rulebook: Rulebook) -> list[Claim]:
    """The quantitative claims of a document, in order of the text."""
    vocabulary = vocabulary_for(document.lang, rulebook)
    sentences = list(split(document, vocabulary))
    for sentence in sentences:
        sentence.tokens.hits = vocabulary.lexicon.scan(sentence.tokens)
    names = find_names(sentences, vocabulary)
    discourse = Discourse(
        topic=subjects.topic_of(sentences, names, vocabulary),
        home=places.home_region(sentences),
    )
    assembler = _Assembler(document, rulebook, vocabulary, names, discourse)
    return [claim for sentence in sentences for claim in assembler.read(sentence)]


class _Assembler:
    """Reads the sentences of one article in order and keeps what each leaves to the next."""

    def __init__(self, document: Document, rulebook: Rulebook, vocabulary: Vocabulary, names: Names,
                 discourse: Discourse) -> None:
        self.document = document
        self.rulebook = rulebook
        self.vocabulary = vocabulary
        self.names = names
        self.discourse = discourse
        self.seen: Counter[str] = Counter()
        self.unnamed: set[str] = set()  # ids of claims whose metric no noun names

    def read(self, sentence: Sentence) -> list[Claim]:
        """The claims of one sentence."""
        tokens, discourse = sentence.tokens, self.discourse
        sentence.periods = find_periods(tokens, self.vocabulary, self.document.published, discourse.context)
        sentence.quantities = find_quantities(tokens, self.vocabulary, sentence.periods)
        measure(sentence)
        salient = discourse.subject_for(sentence.paragraph) or discourse.topic
        credits = attribution.credits(sentence, salient, discourse.source_for(sentence.paragraph))
        if credits:
            discourse.source, discourse.source_paragraph = credits[-1].source, sentence.paragraph
        claims: list[Claim] = []
        for quantity in sentence.quantities:
            claim = self._claim(quantity, sentence, credits, claims)
            if claim:
                claims.append(claim)
        claims = self._align_parts(claims)
        discourse.context = timing.latest(sentence) or discourse.context
        subject = subjects.main_subject(sentence, credits)
        if subject and self.names.counts[subject] > 1:
            discourse.subject, discourse.subject_paragraph = subject, sentence.paragraph
        return claims

    def _align_parts(self, claims: list[Claim]) -> list[Claim]:
        """Gives the part the metric of the share that follows it: spent 8 million, or 70 % of revenue."""
        for i, share in enumerate(claims[1:], 1):
            part, metric = claims[i - 1], self.rulebook.metrics.get(share.metric)
            parted = share.kind == "share" and share.of and part.kind == "level" and part.id in self.unnamed
            if parted and metric and dimension(part.unit) in metric.units:
                claims[i - 1] = replace(part, metric=share.metric)
        return claims

    def _claim(self, quantity: Quantity, sentence: Sentence, credits: list[attribution.Credit],
               earlier: list[Claim]) -> Claim | None:
        offered = metrics.readings(quantity, sentence)
        if refuse.refusal(quantity, sentence, named=bool(offered and offered[0].score >= _SURE_METRIC)):
            return None
        twin = self._bracketed(quantity, sentence, earlier)
        subject, others = self._subject(quantity, sentence, credits)
        metric, sure = self._metric(quantity, sentence, offered, subject, earlier)
        mention = timing.date_of(quantity, sentence)
        time = self._time(mention, quantity, sentence)
        region, region_basis = self._region(quantity, sentence)
        source = attribution.source_of(quantity, sentence, credits) or self.discourse.source_for(sentence.paragraph)
        known = self.rulebook.metrics.get(metric)
        quote = sentence.tokens.text[quantity.start : quantity.end]
        if twin:
            metric, region = twin.metric, twin.region
        claim = Claim(
            id=self._identify(sentence, quote),
            doc=self.document.id,
            start=quantity.start,
            end=quantity.end,
            quote=quote,
            sentence=sentence.text,
            entity=twin.entity if twin else subject.entity if subject else None,
            metric=metric,
            kind=_kind(quantity, known.kind if known else None),
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            allowed=quantity.allowed,
            stated=quantity.stated,
            high=quantity.high,
            time=twin.time if twin else time,
            timekind=twin.timekind if twin else timing.timekind_of(mention, known, quantity.kind),
            region=region,
            restrictors=restrictors.restrictors_of(quantity, sentence),
            of=restrictors.share_of(quantity, sentence, self.vocabulary) if quantity.kind == "share" else None,
            source=source,
            stance=self._stance(quantity, sentence, time, source),
            negated=attribution.is_negated(quantity, sentence),
            zone=sentence.zone,
            lang=self.document.lang,
            published=_day(self.document.published),
            confidence=_confidence(subject, sure, mention),
            alternatives=tuple(f"entity={other.entity}" for other in others),
            sentence_start=sentence.start,
            paragraph=sentence.paragraph,
            bracket_of=twin.id if twin else None,
            frame=restrictors.frame_of(quantity, sentence, self.vocabulary),
            entity_basis=subject.basis if subject else "topic",
            region_basis=region_basis,
        )
        if not offered or offered[0].form != "noun":
            self.unnamed.add(claim.id)
        self._remember(claim, mention, sentence, sure)
        return claim

    def _identify(self, sentence: Sentence, quote: str) -> str:
        """An id from the words alone, so that it survives edits elsewhere in the article."""
        key = "\0".join((self.document.id, " ".join(sentence.text.split()), quote))
        self.seen[key] += 1
        return hashlib.blake2b(f"{key}\0{self.seen[key]}".encode(), digest_size=6).hexdigest()

    def _bracketed(self, quantity: Quantity, sentence: Sentence, earlier: list[Claim]) -> Claim | None:
        """The figure that this one, in brackets right behind it, restates or converts."""
        forms = sentence.tokens.forms
        if not earlier or quantity.first == 0 or forms[quantity.first - 1] not in "([":
            return None
        before = earlier[-1]
        touching = before.end <= sentence.tokens.starts[quantity.first - 1] <= before.end + 1
        closed = quantity.last < len(forms) and forms[quantity.last] in ")],;"
        alike = dimension(before.unit) == dimension(quantity.unit) and before.kind == quantity.kind
        return before if touching and closed and alike else None

    def _subject(self, quantity: Quantity, sentence: Sentence,
                 credits: list[attribution.Credit]) -> tuple[subjects.Subject | None, list[subjects.Subject]]:
        """The entity a figure is about, and the close runners-up."""
        discourse = self.discourse
        topic = discourse.topic
        carried = discourse.subject_for(sentence.paragraph)
        options = subjects.subjects(quantity, sentence, credits, carried or topic, topic)
        best = options[0] if options else None
        if best and best.score >= _LIKELY_SUBJECT:
            if topic and best.score < _SURE_SUBJECT and topic in sentence.tokens.words:
                return subjects.Subject(topic, "topic", best.score), options[:1]
            return best, [other for other in options[1:3] if other.score >= best.score - 1.5]
        carried = carried if topic not in sentence.tokens.words else None
        if carried or topic:
            return subjects.Subject(carried or topic or "", "carried" if carried else "topic", 1.0), options[:1]
        return best, []

    def _metric(self, quantity: Quantity, sentence: Sentence, offered: list[metrics.Reading],
                subject: subjects.Subject | None, earlier: list[Claim]) -> tuple[str, bool]:
        """The metric id of a figure, and whether its own clause names it."""
        best = self._acting(offered)
        last = earlier[-1] if earlier else None
        if last and self._paired(quantity, sentence, best, last):
            return last.metric, True
        if best and best.score >= _SURE_METRIC:
            return self._share_or(best, quantity, subject), True
        relative = quantity.kind in ("change", "ratio")
        own = None if relative else metrics.fallback(quantity, sentence, self.vocabulary)
        if own and not (best and best.score >= _SURE_METRIC - 2):
            return own, True
        if best:
            return self._share_or(best, quantity, subject), best.score >= _SURE_METRIC - 2
        if last and (relative or dimension(last.unit) == dimension(quantity.unit)):
            return last.metric, False
        carried = self.discourse.metric_for(sentence.paragraph)
        known = self.rulebook.metrics.get(carried or "")
        counts = known is not None and known.kind == "stock" and "count" in known.units
        unlike = (quantity.kind == "share" and counts) or (relative and carried == "market_share")
        if carried and known and metrics.fits(known, quantity) and not unlike:
            return carried, False
        if quantity.kind == "share":
            return "market_share", False
        return metrics.noun_before(quantity, sentence, self.vocabulary) or "other:", False

    def _paired(self, quantity: Quantity, sentence: Sentence, best: metrics.Reading | None, last: Claim) -> bool:
        """Whether a from- or to-figure goes on with the metric of the figure before it."""
        if quantity.role not in ("from", "to") or (best and sentence.tokens.starts[best.first] > last.end):
            return False
        known = self.rulebook.metrics.get(last.metric)
        return metrics.fits(known, quantity) if known else dimension(last.unit) == dimension(quantity.unit)

    def _acting(self, offered: list[metrics.Reading]) -> metrics.Reading | None:
        """The best reading, or what a verb turns it into: cut 450 jobs."""
        best = next((reading for reading in offered if reading.form != "act"), None)
        for other in offered:
            if best and other.form == "act" and best.metric in self.rulebook.metrics[other.metric].acts_on:
                return replace(other, score=best.score)
        return best

    def _share_or(self, best: metrics.Reading, quantity: Quantity, subject: subjects.Subject | None) -> str:
        """market_share where a subject holds a share of people or things that another metric counts."""
        metric = self.rulebook.metrics[best.metric]
        holder = subject is not None and subject.basis in ("subject", "possessive", "pronoun")
        counted = metric.kind == "stock" and "count" in metric.units
        if quantity.kind == "share" and holder and counted:
            return "market_share"
        return best.metric

    def _region(self, quantity: Quantity, sentence: Sentence) -> tuple[str | None, str]:
        discourse = self.discourse
        stated = places.region_of(quantity, sentence, places.places(sentence), discourse.home)
        if stated:
            discourse.region, discourse.region_paragraph = stated, sentence.paragraph
            return stated, "stated"
        carried = discourse.region_for(sentence.paragraph)
        return (carried, "carried") if carried else (discourse.home, "topic")

    def _time(self, mention: PeriodMention | None, quantity: Quantity, sentence: Sentence) -> Period | None:
        published = self.document.published
        if mention:
            return timing.widened(mention)
        if not timing.is_present(quantity, sentence):
            carried = timing.carried(self.discourse.period_for(sentence.paragraph))
            if carried and not timing.is_ahead(carried, published):
                return carried
        if published is None or published.start is None:
            return None
        return month(published.start.year, published.start.month, basis="unstated")

    def _stance(self, quantity: Quantity, sentence: Sentence, time: Period | None, source: str | None) -> Stance:
        stance = attribution.stance_of(quantity, sentence, source is not None)
        open_stance = stance in ("asserted", "reported") and time is not None and time.basis != "inferred"
        return "forecast" if open_stance and timing.is_ahead(time, self.document.published) else stance

    def _remember(self, claim: Claim, mention: PeriodMention | None, sentence: Sentence, sure: bool) -> None:
        discourse = self.discourse
        if mention and mention.period and "role:from" not in claim.restrictors:
            discourse.period, discourse.period_paragraph = mention.period, sentence.paragraph
        if sure and ":" not in claim.metric:
            discourse.metric, discourse.metric_paragraph = claim.metric, sentence.paragraph


def _kind(quantity: Quantity, metric_kind: str | None) -> Kind:
    """A percentage of a metric that is itself a rate is its level."""
    if metric_kind == "rate" and quantity.kind == "share":
        return "level"
    return quantity.kind


def _confidence(subject: subjects.Subject | None, sure_metric: bool, mention: PeriodMention | None) -> Confidence:
    if subject is None or subject.score < _LIKELY_SUBJECT or not sure_metric:
        return "low"
    return "high" if subject.score >= _SURE_SUBJECT and mention is not None else "medium"


def _day(period: Period | None) -> str | None:
    return period.start.isoformat() if period and period.start else None
