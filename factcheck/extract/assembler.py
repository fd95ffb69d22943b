"""The claims of each sentence: every quantity joined with its entity, metric, time, place, source and restrictors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.extract import restrictors
from factcheck.extract.claim_parts import align_parts, bracketed, confidence, measured, place, restricted
from factcheck.extract.metrics import themes
from factcheck.extract.metrics.offers import Offers
from factcheck.extract.metrics.parts import number_of
from factcheck.extract.metrics.ties import SURE_METRIC
from factcheck.extract.names import persons
from factcheck.extract.names.forms import Names
from factcheck.extract.names.places import outlet_region
from factcheck.extract.nonclaims import addresses, ages, refuse
from factcheck.extract.numbers.find import find_numbers
from factcheck.extract.numbers.number import Number
from factcheck.extract.quantities.ellipsis import share_units
from factcheck.extract.quantities.find import quantities_of
from factcheck.extract.quantities.local_money import localise
from factcheck.extract.quantities.points import take_percent
from factcheck.extract.quantities.units import dimension
from factcheck.extract.slots import Slots
from factcheck.extract.sources.credit import Credit
from factcheck.extract.sources.credits import may_credit
from factcheck.extract.sources.governing import source_of
from factcheck.extract.stance import is_negated
from factcheck.extract.subjects import choice as subjects
from factcheck.extract.subjects import headings
from factcheck.extract.subjects.candidates import Scene
from factcheck.extract.subjects.noun_phrases import noun_phrases
from factcheck.extract.subjects.ways import is_bracketed
from factcheck.extract.times import bases as date_bases
from factcheck.extract.times import compared, dating, story_dates, timing
from factcheck.extract.words.clauses import measure
from factcheck.extract.words.mentions import PeriodMention, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.model import Claim

# the day of saying, the year over which something grew or that it is compared with date nothing that follows
_NO_TOPICS = (dating.is_told, date_bases.is_span_of_change, date_bases.is_base)
LEAD = 4  # the sentences among which an article says what days it is about


class Assembler:
    """Reads the sentences of one article in order and keeps what each leaves to the next."""

    def __init__(self, slots: Slots, names: Names, everything: bool) -> None:
        self.slots = slots
        self.everything = everything
        self.degrees = slots.vocabulary.section("grammar").get("degrees")
        self.document = slots.document
        self.discourse = slots.discourse
        self.names = names
        self.offers = Offers(slots.rulebook, slots.discourse, slots.vocabulary.compiled["phrases"].point_nouns)
        self.outlet = outlet_region(self.document.publisher, self.document.url)
        self.seen: Counter[str] = Counter()
        self.unnamed: set[str] = set()  # ids of claims whose metric no noun names

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Finds the periods and quantities of all sentences, one part of the work after the other."""
        vocabulary = self.slots.vocabulary
        numbers = [find_numbers(sentence.tokens, vocabulary) for sentence in sentences]
        for sentence, found in zip(sentences, numbers, strict=True):
            self._measure(sentence, found)
        for sentence in sentences:
            self._phrase(sentence)

    def _phrase(self, sentence: Sentence) -> None:
        """Finds the noun phrases that the figures of a sentence may be about."""
        quantities, tokens = sentence.quantities, sentence.tokens
        named = self.discourse.topic_is_name
        if quantities and (not named or any(is_bracketed(each, tokens) for each in quantities)):
            last = max(quantity.last for quantity in quantities)
            sentence.nouns = noun_phrases(sentence, self.slots.vocabulary, last)

    def _measure(self, sentence: Sentence, numbers: list[Number]) -> None:
        """Resolves the dates of one sentence, which lean on those of the sentences before, and reads its figures."""
        tokens, discourse, vocabulary = sentence.tokens, self.discourse, self.slots.vocabulary
        sentence.periods = discourse.leaning.resolve(sentence, vocabulary, self.document.published)
        sentence.quantities = quantities_of(tokens, vocabulary, numbers, sentence.periods)
        if sentence.quantities:
            localise(tokens, sentence.quantities, discourse.home, self.document.lang, self.outlet)
            share_units(tokens, sentence.quantities, sentence.periods)
            if discourse.of_percentages and not themes.has_index(sentence):
                take_percent(sentence.quantities, tokens, vocabulary.compiled["phrases"].point_nouns)
        if sentence.quantities or may_credit(sentence):
            measure(sentence)
        discourse.leaning.take(sentence, self.document.published)

    def read(self, sentence: Sentence, credits: list[Credit], carried: str | None) -> list[Claim]:
        """The claims of one sentence; `carried` is the source of those that none of its own credits governs."""
        discourse = self.discourse
        if sentence.index < LEAD:
            discourse.plan = discourse.plan or story_dates.planned(sentence)
        if credits:
            sentence.speakers = frozenset(at for credit in credits for at in range(credit.first, credit.last))
            discourse.persons |= {c.source for c in credits if c.told} - {discourse.topic} - persons.actors_of(sentence)
        if headings.is_heading(sentence):
            discourse.section = headings.headed(sentence, discourse.words, self.slots.vocabulary)
            discourse.section_paragraph = sentence.paragraph
        claims: list[Claim] = []
        if sentence.quantities:
            scene = Scene.of(sentence, credits, discourse)
            for quantity in sentence.quantities:
                claim = self._claim(quantity, sentence, scene, carried, claims)
                if claim:
                    claims.append(claim)
        if claims and sentence.index < LEAD and timing.is_same(discourse.frame, self.document.published):
            discourse.frame = story_dates.frame(sentence, self.document.published) or discourse.frame
        latest = story_dates.latest(sentence, self.document.published)
        spoken = None if claims or sentence.zone == "headline" else themes.subject_metric(sentence)
        if spoken:
            discourse.metric, discourse.metric_paragraph = spoken, sentence.paragraph
        if latest and not claims:
            discourse.date(latest, sentence.index, sentence.paragraph, self.document.published)
        if discourse.place:
            discourse.region, discourse.region_paragraph, discourse.place = discourse.place, sentence.paragraph, None
            discourse.region_sentence = sentence.index
        discourse.paragraph = sentence.paragraph
        discourse.named |= {name.entity: (sentence.index, sentence.paragraph) for name in sentence.names}
        if sentence.names:
            subject = subjects.main_subject(sentence, credits, discourse)
            discourse.previous = subjects.ranked_names(sentence, subject)
            if subject and self.names.counts[subject] > 1:
                discourse.subject, discourse.subject_paragraph = subject, sentence.paragraph
        return align_parts(claims, self.unnamed, self.slots.rulebook.metrics)

    def _claim(self, quantity: Quantity, sentence: Sentence, scene: Scene, carried: str | None,
               earlier: list[Claim]) -> Claim | None:  # fmt: skip
        offered = self.offers.of(quantity, sentence)
        named = bool(offered and offered[0].score >= SURE_METRIC)
        named = named or number_of(quantity, sentence, self.slots.vocabulary) is not None
        if not self.everything and self._is_refused(quantity, sentence, named):
            return None
        subject, others = self.slots.subject(quantity, sentence, scene, earlier, offered)
        metric, sure = self.slots.metric(quantity, sentence, offered, subject, earlier)
        known = self.slots.rulebook.metrics.get(metric)
        source = source_of(quantity, sentence, scene.credits) or carried
        stance = self.slots.stance(quantity, sentence, source, earlier[-1] if earlier else None)
        date = self.slots.time(quantity, sentence, known, stance, earlier)
        time, mention = date.period, date.mention
        region, region_basis = self.slots.region(quantity, sentence, earlier)
        claim = Claim(
            **place(quantity, sentence, self.document, self.seen),
            **measured(quantity, sentence, known, self.degrees),
            entity=subject.entity if subject else None,
            entity_printed=self.names.as_printed(subject.entity) if subject else None,
            source_printed=self.names.as_credited(source),
            entity_basis=subject.basis if subject else "topic",
            alternatives=tuple(f"entity={other.entity}" for other in others),
            metric=metric,
            time=time,
            timekind=timing.timekind_of(mention, known, quantity.kind),
            region=region,
            region_basis=region_basis,
            restrictors=restricted(quantity, sentence, offered, metric),
            of=restrictors.whole_of(quantity, sentence, self.slots.vocabulary),
            source=source,
            stance=self.slots.stance_at(time, stance, quantity, sentence, earlier[-1] if earlier else None),
            negated=is_negated(quantity, sentence),
            confidence=confidence(subject, sure, mention),
            frame=restrictors.frame_of(quantity, sentence, self.slots.vocabulary),
        )
        if not offered or offered[0].form != "noun":
            self.unnamed.add(claim.id)
        self._remember(claim, mention, quantity, sentence, sure)
        return bracketed(claim, quantity, sentence, earlier)

    def _is_refused(self, quantity: Quantity, sentence: Sentence, named: bool) -> bool:
        """Whether a quantity is no claim: an age, an address, or what `refuse` knows."""
        is_address = addresses.is_address(quantity, sentence, self.slots.vocabulary)
        return is_address or ages.is_age(quantity, sentence) or bool(refuse.refusal(quantity, sentence, named))

    def _remember(self, claim: Claim, mention: PeriodMention | None, quantity: Quantity, sentence: Sentence,
                  sure: bool) -> None:  # fmt: skip
        discourse = self.discourse
        aside = "role:from" in claim.restrictors or compared.is_compared(quantity, sentence)
        aside = aside or is_bracketed(quantity, sentence.tokens)
        known = self.slots.rulebook.metrics.get(claim.metric)
        period = timing.meant(mention, known, self.document.published) if mention and not mention.compares else None
        if period and claim.time and not timing.is_within(claim.time, period):
            period = claim.time  # the days since a storm, not those of the storm
        if mention and any(test(mention, sentence) for test in _NO_TOPICS):
            period = None
        if period and not aside:
            discourse.date(period, sentence.index, sentence.paragraph, self.document.published)
        discourse.last_entity = claim.entity
        if claim.unit == "count" and claim.kind == "level":
            discourse.counted = claim.metric
        if claim.entity:
            discourse.told[claim.entity] += 1
        if sure and ":" not in claim.metric and not (known and known.in_passing):
            discourse.metric, discourse.metric_paragraph = claim.metric, sentence.paragraph
            if known is None or dimension(claim.unit) in known.units:
                discourse.spoken[dimension(claim.unit)] = claim.metric
            if dimension(claim.unit) == "money":
                discourse.money_metric = claim.metric
            parted = known is not None and claim.kind == "share" and "percent" in known.units
            rate = claim.unit == "percent" and known is not None and (parted or known.kind in ("rate", "share"))
            if rate and known and not known.vague and claim.id not in self.unnamed:
                discourse.rate_metric = claim.metric
