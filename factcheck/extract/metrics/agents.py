"""Figures that count those who do something, not those to whom it is done: killed by three gunmen."""

from __future__ import annotations

from factcheck.extract.quantities.units import OF_STUFF
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.rulebook import Metric

_NEAR = 3  # tokens between a participle and its "by"


def register(vocabulary: Vocabulary) -> None:
    """Adds the words that lead to those by whom something is done."""
    for word in vocabulary.section("grammar").get("agents", ()):
        vocabulary.lexicon.add("agent", str(word), word)


def is_agent(metric: Metric, quantity: Quantity, sentence: Sentence, last: int, form: str) -> bool:
    """Whether a figure counts by whom that is done which a verb before it tells: killed by three gunmen."""
    suffered = metric.episodic and "people" in metric.acts_on
    if not suffered and OF_STUFF.isdisjoint(metric.units):
        return False
    if quantity.unit != "count" or quantity.kind != "level" or quantity.role or quantity.noun is None:
        return False
    tokens, first = sentence.tokens, quantity.first
    articles, agents = tokens.after("determiner"), tokens.after("agent")
    while first in articles and first not in agents:
        first = articles[first][0]
    at = agents.get(first, (-1,))[0]
    owned = form == "noun" and at in tokens.first("of")  # die Leichen von vier Männern
    return 0 <= at - last <= _NEAR and not owned
