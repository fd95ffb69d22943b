"""A document's claims: its sentences, names and topic first, then the figures of each sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from factcheck.extract import headlines, lists, plans
from factcheck.extract.assembler import LEAD, Assembler
from factcheck.extract.discourse import Discourse
from factcheck.extract.metrics import opening, themes
from factcheck.extract.names import persons, places
from factcheck.extract.names.find import find_names
from factcheck.extract.names.forms import Names
from factcheck.extract.names.introductions import introductions
from factcheck.extract.names.traded import TRADED
from factcheck.extract.numbers.digits import decimal_mark
from factcheck.extract.periods.find import calendar
from factcheck.extract.quantities.ellipsis import currency_of
from factcheck.extract.slots import Slots
from factcheck.extract.sources.attribution import Attribution
from factcheck.extract.sources.credit_back import credit_back
from factcheck.extract.subjects import topics
from factcheck.extract.subjects.standing import standings
from factcheck.extract.tenses import Tenses
from factcheck.extract.times.almanac import almanac, drop_datelines, latest_date
from factcheck.extract.uncollected import uncollected
from factcheck.extract.words import alike, capitals, parted, utterances
from factcheck.extract.words.compiled import vocabulary_for
from factcheck.extract.words.sentences import Sentence, split
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.model import Claim, Document
from factcheck.rulebook import Rulebook

_FREQUENT, _LIKELY = 3, 4  # any figure of an article may be about its commonest names and its likeliest topics


@uncollected()
def extract(
    document: Document, rulebook: Rulebook, *, everything: bool = False, marked: list[Sentence] | None = None
) -> list[Claim]:
    """The quantitative claims of a document, in order of the text; with `everything` its bare numbers too.

    `marked` are its sentences where they have been read already, for this call alone.
    """
    vocabulary = vocabulary_for(document.lang, rulebook)
    sentences = read_sentences(document, vocabulary) if marked is None else marked
    names = find_names(sentences, vocabulary)
    names.introduced = introductions(sentences)
    discourse = _discourse(document, sentences, names, vocabulary, rulebook)
    attribution = Attribution.of(sentences, vocabulary, discourse.persons, discourse.topic)
    participles = tuple(vocabulary.section("grammar").get("participles", ()))
    slots = Slots(document, rulebook, vocabulary, discourse, Tenses.of(vocabulary), participles)
    assembler = Assembler(slots, names, everything)
    for sentence in sentences:
        calendar(sentence.tokens, vocabulary)
    if document.published is None:
        discourse.leaning.recent = latest_date(sentences, vocabulary)
    assembler.find(sentences)
    drop_datelines(sentences[:LEAD], document.published)
    discourse.almanac = almanac(sentences, document.published)
    heard = credit_back(sentences, [attribution.hear(sentence) for sentence in sentences])
    claims = [
        claim for sentence, (credits, source) in zip(sentences, heard, strict=True)
        for claim in assembler.read(sentence, credits, source)
    ]  # fmt: skip
    claims = attribution.reveal(claims, names)
    claims = lists.carry(claims, sentences)
    claims = plans.carry(headlines.backdate(claims, rulebook.metrics), rulebook.metrics)
    return headlines.echo(claims, discourse.frame)


def read_sentences(document: Document, vocabulary: Vocabulary) -> list[Sentence]:
    """The sentences of a document with the words of its language found."""
    sentences = list(split(document, vocabulary))
    printed = vocabulary.section("grammar").get("nouns_capitalised", False)
    for sentence in sentences:
        vocabulary.lexicon.mark(sentence.tokens)
        parted.join(sentence.tokens)
        alike.heed(sentence.tokens)
        utterances.heed(sentence.tokens)
        if printed:
            capitals.heed(sentence.tokens, vocabulary.lang)
    signs = vocabulary.cldr.get("separators", {})
    region = places.outlet_region(document.publisher, document.url) or places.home_region(sentences)
    decimal = decimal_mark(document.text, signs.get("decimal", "."), signs.get("local", {}).get(region))
    for sentence in sentences:
        sentence.tokens.decimal = decimal
    return sentences


def _discourse(
    document: Document, sentences: Sequence[Sentence], names: Names, vocabulary: Vocabulary, rulebook: Rulebook
) -> Discourse:
    """What an article is about as a whole, before its figures are read."""
    standing = standings(sentences, vocabulary.compiled["names"])
    leaders = persons.persons_of(sentences, vocabulary.given_names)
    topicality = topics.topicality(sentences, standing, leaders, vocabulary, document.title)
    often = sorted(standing, key=lambda name: (-standing[name].mentions, name))
    named = places.home_region(sentences) or places.outlet_region(document.publisher, document.url)
    currency = currency_of([s.tokens for s in sentences])
    home = named or places.money_region(currency, vocabulary) or vocabulary.section("grammar").get("home")
    topic, start = next(iter(topicality), None), sentences[0].text.lower() if sentences else ""
    return Discourse(
        topic=topic,
        standings=standing,
        topicality=topicality,
        frequent=tuple(dict.fromkeys([*list(topicality)[:_LIKELY], *often[:_FREQUENT]])),
        topic_is_name=topic in standing,
        opening=next((t for t in topicality if t not in standing and start.startswith(t.lower())), None),
        topic_is_place=any(name.region and name.entity == topic for s in sentences for name in s.names),
        topic_is_statistics=any(n.kind == "statistics" and n.entity == topic for s in sentences for n in s.names),
        persons=leaders,
        currency=currency or vocabulary.section("grammar").get("currency"),
        words=Counter(chain.from_iterable(s.tokens.words for s in sentences)),
        headline=frozenset(chain.from_iterable(s.tokens.words for s in sentences if s.zone == "headline")),
        home=home,
        home_name=places.name_of(named, sentences, vocabulary),
        money_metric=themes.money_of(sentences),
        rate_metric=opening.rate_of(sentences),
        theme=opening.theme_of(sentences),
        change_theme=themes.change_theme_of(sentences),
        traded=frozenset(name.entity for s in sentences for name in s.names if name.kind in TRADED),
        is_market=opening.is_market(sentences),
        share_theme=themes.share_theme_of(sentences),
        of_percentages=themes.is_of_percentages(sentences),
        share=themes.share_of(sentences, rulebook.unnamed.get("share")),
    )
