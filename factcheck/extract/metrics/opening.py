"""What the opening of an article says its figures are, where they do not say so themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.metrics import themes
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

_LEAD = 2  # the headline and the first sentence


def rate_of(sentences: Sequence[Sentence]) -> str | None:
    """The metric of percentages that an article opens with: inflation, unemployment, market share."""
    rates = (m for m in _named(sentences[:_LEAD]) if "percent" in m.units and m.kind in ("rate", "share"))
    return next((metric.id for metric in rates if not metric.vague), None)


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
