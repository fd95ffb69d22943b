"""What speaks for each name and noun phrase of an article as what it is about: marks, by name."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.extract.subjects.noun_phrases import noun_phrases
from factcheck.extract.subjects.standing import TELLERS, Standing
from factcheck.extract.words.mentions import Name, NounPhrase
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

Marks = dict[str, float]
_AGAIN = 2  # times that an article must print the head of a noun phrase to be about it
_VERBS = ("change", "copula", "metric_verb", "metric_act", "say", "plan", "forecast")
_BEARERS = ("place", "person", "product")
_DASHES = ("–", "—", "-", "(")  # behind the place of a date line


def marked(
    sentences: Sequence[Sentence], standings: Mapping[str, Standing], persons: frozenset[str],
    vocabulary: Vocabulary, title: str | None = None,
) -> dict[str, Marks]:  # fmt: skip
    """The marks of every candidate: all names, and the noun phrases of the headline and the first two sentences."""
    found: defaultdict[str, Marks] = defaultdict(dict)
    leading = _leading(sentences)
    words = Counter([word for sentence in sentences for word in sentence.tokens.words])
    figures = [s for s in sentences if s.zone != "headline" and s.tokens.digits]
    heads: dict[str, str] = {}
    for zone, sentence in leading:
        if sentence.text.isupper():
            continue
        phrases = [phrase for phrase in noun_phrases(sentence, vocabulary) if words[phrase.head] >= _AGAIN]
        for phrase in phrases:
            heads[phrase.text] = phrase.head
            found[phrase.text] |= _of_noun(phrase, words, len(sentences))
        for text, marks in _placed(zone, sentence, phrases):
            found[text] |= marks
    for text, marks in _of_heads(heads, words, [sentence for _, sentence in leading], figures):
        found[text] |= marks
    if leading and leading[0][0] == "head":
        title = _shouted(leading[0][1])
    if title:
        for entity, marks in _titled(title, standings):
            found[entity] |= marks
    for entity, marks in _of_names(sentences, standings, persons, figures):
        found[entity] |= marks
    return dict(found)


def _leading(sentences: Sequence[Sentence]) -> list[tuple[str, Sentence]]:
    """The headline, the first sentence of the text and the one behind it, those that there are."""
    heads = [sentence for sentence in sentences if sentence.zone == "headline"][:1]
    text = [sentence for sentence in sentences if sentence.zone != "headline"][:2]
    return [("head", sentence) for sentence in heads] + list(zip(("lead", "next"), text, strict=False))


def _placed(zone: str, sentence: Sentence, phrases: Iterable[NounPhrase]) -> Iterable[tuple[str, Marks]]:
    """How each candidate stands in one of the leading sentences."""
    tokens, free = sentence.tokens, True
    led, of, owners = tokens.after("preposition"), tokens.after("of"), tokens.first("possessive")
    verbs = {first for kind in _VERBS for first in tokens.first(kind)}
    spots = [(name.first, name.last, name.lead, name.entity) for name in sentence.names]
    spots += [(phrase.first, phrase.last, phrase.lead, phrase.text) for phrase in phrases]
    for first, last, lead, text in sorted(spots):
        behind = any(at in edges for at in (lead, first) for edges in (led, of))
        opens = lead <= 0 or first == 0
        flags = {
            zone: True,
            f"{zone}_opens": opens,
            f"{zone}_led": behind,
            f"{zone}_owner": last in owners,
            f"{zone}_verb": last in verbs or last + 1 in verbs,
            f"{zone}_free": free and not behind,  # the first that no preposition leads
            f"{zone}_dateline": zone != "head" and opens and tokens.forms[last : last + 1] in [[d] for d in _DASHES],
        }
        free = free and behind
        yield text, _held(flags)


def _shouted(headline: Sentence) -> str | None:
    """The text of a headline in capitals, in which names cannot be told from other words."""
    text = headline.text
    return text if text.isupper() else None


def _titled(title: str, standings: Iterable[str]) -> Iterable[tuple[str, Marks]]:
    """Which names the title of a page holds as words of their own, the first of them marked."""
    line = f" {' '.join(title.split())} "
    places = {entity: line.find(f" {entity.upper() if title.isupper() else entity}") for entity in standings}
    held = {entity: at for entity, at in places.items() if at >= 0 and not line[at + 1 + len(entity)].isalnum()}
    first = min(held.values(), default=0)
    for entity, at in held.items():
        yield entity, _held({"head": True, "title": True, "title_first": at == first})


def _of_noun(phrase: NounPhrase, words: Counter[str], sentences: int) -> Marks:
    often = {"noun_times": math.log(words[phrase.head]), "noun_often": min(1.0, words[phrase.head] / sentences)}
    flags = {
        "noun": True,
        "noun_counted": "counted" in phrase.features,
        "noun_several": phrase.last - phrase.first > 1,
        "noun_subject": "subject" in phrase.features,
    }
    return often | _held(flags)


def _of_heads(
    heads: Mapping[str, str], words: Counter[str], leading: Sequence[Sentence], figures: Sequence[Sentence]
) -> Iterable[tuple[str, Marks]]:
    """How the noun of each phrase comes back: beside figures, in several leading sentences, more than all others."""
    most = max((words[head] for head in heads.values()), default=0)
    for text, head in heads.items():
        beside = sum(head in sentence.tokens.words for sentence in figures) / max(1, len(figures))
        again = sum(head in sentence.tokens.words for sentence in leading) > 1
        yield text, {"beside": beside} | _held({"noun_most": words[head] == most, "noun_again": again})


def _of_names(
    sentences: Sequence[Sentence], standings: Mapping[str, Standing], persons: frozenset[str],
    figures: Sequence[Sentence],
) -> Iterable[tuple[str, Marks]]:  # fmt: skip
    """What each name is, how it stands in the article, and how that suits the metrics that the article names."""
    mentions = [standing.mentions for standing in standings.values()]
    most, whole = max(mentions, default=1), sum(mentions)
    named: dict[str, Name] = {}
    for name in (name for sentence in sentences for name in sentence.names):
        if name.sure or name.entity not in named:
            named[name.entity] = name
    acts = Counter([_first(sentence) for sentence in sentences if sentence.zone != "headline"])
    beside = Counter([entity for sentence in figures for entity in {name.entity for name in sentence.names}])
    bearers = _bearers(sentences)
    for entity, name in named.items():
        standing, person = standings[entity], entity in persons
        flags = {
            "place": name.region is not None,
            "place_once": name.region is not None and standing.mentions == 1,
            "unsure": not name.sure,
            "known": name.known and name.kind not in TELLERS,
            "teller": name.kind in TELLERS,
            "platform": name.kind == "platform",
            "person": person,
            "most": standing.mentions == most,
            "place_most": name.region is not None and standing.mentions == most,
            "place_lead": name.region is not None and standing.lead,
            "public_most": standing.public and standing.mentions == most,
            "public_headline": standing.public and standing.headline,
            "several_words": " " in entity,
        }
        kind = "place" if name.region else "person" if person else "name"
        marks = {f"{kind}_of_{bearer}": share for bearer, share in bearers.items()}
        marks |= dict(standing.features) | _held(flags)
        marks["share"] = standing.mentions / whole
        marks["times"] = math.log(standing.mentions)
        marks["beside"] = beside[entity] / max(1, len(figures))
        marks["acts"] = acts[entity] / max(1, len(sentences))
        if name.region is not None:
            marks["place_acts"] = marks["acts"]
        yield entity, marks


def _bearers(sentences: Sequence[Sentence]) -> Marks:
    """What share of the metrics that an article names is of places, of persons, of products."""
    named = Counter([metric.bearer for s in sentences for _, _, (metric, _) in s.tokens.hits.get("metric", ())])
    return {bearer: named[bearer] / named.total() for bearer in _BEARERS} if named else {}


def _first(sentence: Sentence) -> str | None:
    """The first name of a sentence that no preposition leads."""
    led, of = sentence.tokens.after("preposition"), sentence.tokens.after("of")
    return next((name.entity for name in sentence.names if name.lead not in led and name.lead not in of), None)


def _held(flags: Mapping[str, bool]) -> Marks:
    return {flag: 1.0 for flag, holds in flags.items() if holds}
