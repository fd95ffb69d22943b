"""What an article, or a section of it, is about as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.extract.mentions import Name
from factcheck.extract.name_forms import Names
from factcheck.extract.noun_phrases import noun_phrases
from factcheck.extract.sentences import Sentence
from factcheck.extract.standing import TELLERS, is_beside, is_credited
from factcheck.extract.vocabulary import Vocabulary

_NO_TOPICS = ("metric", "generic", "unnamed", "change", "say", "copula", "q_number", "q_unit", "preposition", "region")
_OPENING = 2  # sentences behind a headline in which a topic it leaves out is named
_HEADING, _STOPS = 16, frozenset('.!?…,;:"”»')  # tokens of the longest heading inside an article; no end of one
_FIRST, _AGAIN, _CHANCE = 4, 2, 3  # for what a headline names first


def topic_of(
    sentences: Sequence[Sentence], names: Names, vocabulary: Vocabulary, title: str | None = None
) -> str | None:
    """What an article is about: the name its headline shares with its body, a word so shared, or its commonest name.

    `title` is that of the page or sidecar, for a text that does not print its headline.
    """
    if not sentences:
        return None
    if title and all(sentence.zone != "headline" for sentence in sentences):
        titled = _titled(title, sentences, names)
        if titled:
            return titled
    leading = [s for s in sentences if s.zone == "headline"] or list(sentences[:1])
    weights: Counter[str] = Counter()
    for sentence in leading:
        weights.update(_headline_names(sentence, names))
    named = any(names.counts[unit] >= _AGAIN for unit in weights)
    nouns = _headline_nouns(leading[0], sentences, vocabulary, named)
    weights.update(nouns or _headline_words(leading[0], sentences, vocabulary, named))
    if not named:
        weights.update(_lead_names(sentences, names))
    if not weights:
        weights.update(name.entity for sentence in leading for name in sentence.names if name.region)
    if not weights:
        for sentence in sentences:
            weights.update(name.entity for name in sentence.names if _may_be_topic(name, sentence))
        often = Counter({entity: count for entity, count in weights.items() if count >= _AGAIN})
        weights = often or _places(sentences) or weights
    return min(weights, key=lambda entity: (-weights[entity], entity)) if weights else None


def _titled(title: str, sentences: Sequence[Sentence], names: Names) -> str | None:
    """The name of the text that a title holds: the one the text comes back to most, the first in the title ahead."""
    told = {n.entity for s in sentences for n in s.names if n.sure and n.region is None and n.kind not in TELLERS}
    places = {entity: _place_in(title, entity) for entity in told}
    held = [entity for entity, place in places.items() if place >= 0]
    first = min((places[entity] for entity in held), default=0)
    weights = {e: 2 * names.counts[e] + (_FIRST if places[e] == first else 0) for e in held}
    return min(weights, key=lambda entity: (-weights[entity], places[entity], entity)) if weights else None


def _place_in(title: str, entity: str) -> int:
    """Where a name stands in a title as words of its own, -1 where it does not."""
    place = f" {' '.join(title.split())} ".find(f" {entity}")
    return place if place >= 0 and not f"{title} "[place + len(entity)].isalnum() else -1


def _headline_names(sentence: Sentence, names: Names) -> dict[str, int]:
    """The names of a headline, weighed by how often the text comes back to them."""
    free = [name.entity for name in sentence.names if _may_be_topic(name, sentence)]
    again = any(names.counts[entity] >= _AGAIN for entity in free)
    told = free if again else [n.entity for n in sentence.names if n.entity in free or _acts(n, sentence)]
    return {name: 2 * names.counts[name] + (_FIRST if name == told[0] else 0) for name in told}


def _places(sentences: Sequence[Sentence]) -> Counter[str]:
    """The places that a text comes back to."""
    named = Counter([name.entity for sentence in sentences for name in sentence.names if name.region])
    return Counter({entity: count for entity, count in named.items() if count >= _AGAIN})


def _lead_names(sentences: Sequence[Sentence], names: Names) -> dict[str, int]:
    """The names of the first sentences that the text comes back to, for a headline without one."""
    lead = [s for s in sentences if s.zone != "headline"][:_OPENING]
    free = ((n, s) for s in lead for n in s.names if n.lead not in s.tokens.after("preposition"))
    told = {name.entity for name, sentence in free if _may_be_topic(name, sentence)}
    return {entity: 2 * names.counts[entity] for entity in told if names.counts[entity] >= _CHANCE}


def _headline_nouns(
    sentence: Sentence, sentences: Sequence[Sentence], vocabulary: Vocabulary, named: bool
) -> dict[str, int]:
    """The noun phrases of a headline that the text comes back to, by how often; beside a name only what opens it."""
    body: Counter[str] = Counter()
    for other in sentences:
        if other is not sentence:
            body.update(other.tokens.words)
    only = named or sentence.zone != "headline"
    names = {name.first for name in sentence.names}  # Tropical storm Orlin: what the name is
    phrases = (
        phrase for phrase in noun_phrases(sentence, vocabulary)
        if phrase.last not in names and not (named and "counted" in phrase.features)
    )  # fmt: skip
    found = [(phrase, body[phrase.head]) for phrase in phrases]
    return {
        phrase.text: 2 * times + (1 + named) * _FIRST if "opens" in phrase.features else times
        for phrase, times in found if times >= _CHANCE and not (only and "opens" not in phrase.features)
    }  # fmt: skip


def _headline_words(
    sentence: Sentence, sentences: Sequence[Sentence], vocabulary: Vocabulary, named: bool
) -> Counter[str]:
    """The words of a headline that the text comes back to, where its phrases are none; beside a name what opens it."""
    found = Counter[str]() if named else _headline_noun(sentence, sentences, vocabulary)
    noun = _leading_noun(sentence, vocabulary)
    count = _times(sentence.tokens.words[noun], sentences) if noun is not None else 0
    if noun is not None and count:
        found[sentence.tokens.words[noun]] += 2 * count + _FIRST
    return found


def _headline_noun(sentence: Sentence, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> Counter[str]:
    """The nouns of a headline without names, by how often the text comes back to them."""
    if sentence.zone != "headline":
        return Counter()
    tokens, hits = sentence.tokens, sentence.tokens.hits
    closed = {t for category in _NO_TOPICS for first, last, _ in hits.get(category, ()) for t in range(first, last)}
    nouns = {w for i, w in enumerate(tokens.words) if i not in closed and len(w) > 3 and w[0].isalpha()}
    body: Counter[str] = Counter()
    for other in sentences:
        if other is not sentence:
            body.update(other.tokens.words)
    nouns -= vocabulary.stopwords | vocabulary.compiled["names"].skip
    return Counter({word: body[word] for word in nouns if body[word]})


def _may_be_topic(name: Name, sentence: Sentence) -> bool:
    """No place, no body that tells of others, nobody of two words who stands by a verb of saying."""
    if name.region is not None or not name.sure or name.kind in TELLERS or is_credited(name, sentence):
        return False
    person = " " in name.entity and not name.known
    return not (person and any(is_beside(name, hit) for hit in sentence.tokens.hits.get("say", ())))


def _acts(name: Name, sentence: Sentence) -> bool:
    """Whether a place is what a headline says something of: Orlin gains 8,000 inhabitants."""
    tokens = sentence.tokens
    verbs = (name.last in tokens.first(category) for category in ("change", "copula", "metric_verb", "metric_act"))
    return name.region is not None and any(verbs) and name.lead not in tokens.after("preposition")


def _leading_noun(sentence: Sentence, vocabulary: Vocabulary) -> int | None:
    """The token of the word that opens a headline, where it is no function word, name, number or metric."""
    tokens = sentence.tokens
    taken = {t for name in sentence.names for t in range(name.first, name.last)}
    for category in ("metric", "generic", "unnamed"):
        taken |= {t for first, last, _ in tokens.hits.get(category, ()) for t in range(first, last)}
    for i, word in enumerate(tokens.words[:4]):
        if word[0].isalpha() and word not in vocabulary.stopwords:
            return i if i not in taken and len(word) > 3 else None
    return None


def _times(word: str, sentences: Sequence[Sentence]) -> int:
    """How often a headline's word comes back in the body; fewer than three times is chance."""
    count = sum(sentence.tokens.words.count(word) for sentence in sentences) - 1
    return count if count >= _CHANCE else 0


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own inside the article without a stop: 7h25 - Orlin earns more."""
    tokens = sentence.tokens
    short = sentence.index > 0 and len(tokens) <= _HEADING and sentence.zone != "headline"
    if not short or tokens.forms[-1] in _STOPS:
        return False
    text, end = tokens.text, tokens.ends[-1]
    start = tokens.starts[0]
    return text[end : end + 1] in ("", "\n", "\r") and text[max(0, start - 1) : start] in ("", "\n")


def headed(sentence: Sentence, words: Counter[str], vocabulary: Vocabulary) -> str | None:
    """What a heading is about: its first name, else the first phrase that the article comes back to."""
    for name in sentence.names:
        if name.sure and name.region is None and name.kind not in TELLERS:
            return name.entity
    phrases = noun_phrases(sentence, vocabulary)
    return next((phrase.text for phrase in phrases if words[phrase.head] >= _CHANCE), None)
