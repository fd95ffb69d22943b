"""Whom or what a figure is about: the subject of its clause, a possessor, an of-phrase, else the topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.attribution import Credit
from factcheck.extract.mentions import Name, Quantity
from factcheck.extract.names import Names
from factcheck.extract.sentences import Sentence
from factcheck.extract.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity with the role it plays and how strongly the clause ties it to the figure."""

    entity: str
    basis: str  # subject | possessive | of | object | pronoun | carried | topic
    score: float


def subjects(quantity: Quantity, sentence: Sentence, found: Sequence[Credit], salient: str | None) -> list[Subject]:
    """The entities a sentence offers for a figure, best first; `salient` is what a pronoun stands for."""
    sources = {credit.first for credit in found}
    options = [_weigh(name, quantity, sentence, name.first in sources) for name in sentence.names]
    if salient:
        options += _pronouns(quantity, sentence, salient)
    best: dict[str, Subject] = {}
    for option in options:
        if option.entity not in best or option.score > best[option.entity].score:
            best[option.entity] = option
    return sorted(best.values(), key=lambda subject: (-subject.score, subject.entity))


def _weigh(name: Name, quantity: Quantity, sentence: Sentence, is_source: bool) -> Subject:
    hits = sentence.tokens.hits
    before = {last for _, last, _ in hits.get("preposition", ())}
    genitive = {last for _, last, _ in hits.get("of", ())} | {last for _, last, _ in hits.get("of_article", ())}
    possessive = {first for first, _, _ in hits.get("possessive", ())}
    lead = _lead(name, sentence)
    if name.last <= quantity.first:
        cost = sentence.gaps[quantity.first] - sentence.gaps[name.last]
        basis, base = "subject", 10.0
        if name.last in possessive:
            basis, base = "possessive", 11.0
        elif lead in genitive:
            basis, base = "of", 8.0
        elif lead in before:
            basis, base = "object", 3.5
        score = base - 0.15 * cost
    else:
        cost = sentence.gaps[name.first] - sentence.gaps[quantity.last]
        basis, base = ("of", 8.0) if lead in genitive else ("object", 4.0)
        score = base - 0.35 * cost
    if is_source:
        score -= 5.5
    if name.region is not None:
        score -= 4.5
    return Subject(name.entity, basis, score)


def _lead(name: Name, sentence: Sentence) -> int:
    """The token at which the name's noun phrase begins, articles and titles included."""
    hits = sentence.tokens.hits
    ends = {last: first for category in ("determiner", "title") for first, last, _ in hits.get(category, ())}
    first = name.first
    while first in ends:
        first = ends[first]
    return first


def _pronouns(quantity: Quantity, sentence: Sentence, salient: str) -> list[Subject]:
    found = []
    for category in ("generic", "pronoun"):
        for _, last, _ in sentence.tokens.hits.get(category, ()):
            if last <= quantity.first:
                cost = sentence.gaps[quantity.first] - sentence.gaps[last]
                found.append(Subject(_antecedent(last, sentence) or salient, "pronoun", 7.5 - 0.15 * cost))
    return found


def _antecedent(at: int, sentence: Sentence) -> str | None:
    """The last name before a pronoun in its own sentence that is no place."""
    earlier = [name.entity for name in sentence.names if name.last <= at and name.region is None]
    return earlier[-1] if earlier else None


def main_subject(sentence: Sentence, found: Sequence[Credit]) -> str | None:
    """The entity a sentence leaves in the reader's mind: its first name that is no source and no place."""
    sources = {credit.first for credit in found}
    prepositions = {last for _, last, _ in sentence.tokens.hits.get("preposition", ())}
    names = [name for name in sentence.names if name.region is None and name.first not in sources]
    free = [name for name in names if _lead(name, sentence) not in prepositions]
    chosen = (free or names)[:1]
    return chosen[0].entity if chosen else None


def topic_of(sentences: Sequence[Sentence], names: Names, vocabulary: Vocabulary) -> str | None:
    """What an article is about: the name its headline shares with its body, a word so shared, or its commonest name."""
    leading = [s for s in sentences if s.zone == "headline"] or list(sentences[:1])
    weights: Counter[str] = Counter()
    for sentence in leading:
        for position, name in enumerate(n for n in sentence.names if n.region is None):
            weights[name.entity] += 3 * names.counts[name.entity] + (2 if position == 0 else 0)
    for word, count in topic_words(leading, sentences, vocabulary).items():
        weights[word] += 2 * count
    for sentence in sentences:
        for name in sentence.names:
            if name.region is None:
                weights[name.entity] += 2 if sentence.zone == "lead" else 1
    return min(weights, key=lambda entity: (-weights[entity], entity)) if weights else None


def topic_words(
    leading: Sequence[Sentence], sentences: Sequence[Sentence], vocabulary: Vocabulary
) -> Counter[str]:
    """How often the headline's own nouns come back in the body; words met fewer than three times are left out."""
    named = {w for s in sentences for name in s.names for w in s.tokens.words[name.first : name.last]}
    wanted = {
        word for s in leading for word in s.tokens.words
        if len(word) > 3 and word[0].isalpha() and word not in vocabulary.stopwords and word not in named
    }
    headline = {s.index for s in leading}
    counts = Counter(w for s in sentences if s.index not in headline for w in s.tokens.words if w in wanted)
    return Counter({word: count for word, count in counts.items() if count >= 3})
