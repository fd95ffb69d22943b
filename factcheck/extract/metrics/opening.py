"""What the opening of an article says its figures are, where they do not say so themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.metrics import themes
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

_LEAD = 2  # the headline and the first sentence
_STORY = 4  # the sentences that tell what it is about
_QUOTED = ("listed", "index")  # what the rules say is quoted there
_INDEX = "index"  # the kind of the entities that are stock indices


def rate_of(sentences: Sequence[Sentence]) -> str | None:
    """The metric of percentages that an article opens with: inflation, unemployment, market share."""
    rates = (m for m in _named(sentences[:_LEAD]) if "percent" in m.units and m.kind in ("rate", "share"))
    return next((metric.id for metric in rates if not (metric.vague or metric.in_passing)), None)


def is_market(sentences: Sequence[Sentence]) -> bool:
    """Whether an article opens with what is quoted on a stock exchange: shares, or an index."""
    indices = any(name.kind == _INDEX for sentence in sentences[:_STORY] for name in sentence.names)
    return indices or any(metric.unnamed in _QUOTED for metric in _named(sentences[:_STORY]))


def theme_of(sentences: Sequence[Sentence]) -> str | None:
    """The metric that amounts are taken for, unless the first words of the article name another for them."""
    theme, money = themes.theme_of(sentences), themes.money_of(sentences[:1])
    named = any(metric.id == theme for metric in _named(sentences[:1]))
    return theme if money is None or named else None


def _named(sentences: Sequence[Sentence]) -> Iterator[Metric]:
    """The metrics that nouns of sentences name."""
    for sentence in sentences:
        for _, _, (metric, _) in sorted(sentence.tokens.hits.get("metric", ()), key=lambda hit: hit[:2]):
            yield metric
