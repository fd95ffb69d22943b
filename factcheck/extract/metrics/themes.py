"""What money an article speaks of, and the metric that a sentence opens with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

_LEAD = 4  # the sentences that say what an article is about
_SUBJECT = 4  # tokens among which the subject of a sentence begins


def money_of(sentences: Sequence[Sentence]) -> str | None:
    """The metric of money that an article is about: the first that its headline names, else its first sentence."""
    return next((metric.id for metric in _opening(sentences[:2]) if metric.units == ("money",)), None)


def theme_of(sentences: Sequence[Sentence]) -> str | None:
    """The metric that amounts are taken for in an article that opens with it, where its file says so."""
    return next((metric.id for metric in _opening(sentences[:_LEAD]) if metric.theme and _is_money(metric)), None)


def share_theme_of(sentences: Sequence[Sentence]) -> str | None:
    """The metric that percentages are taken for in an article that opens with it: voting intentions."""
    return next((m.id for m in _opening(sentences[:_LEAD]) if m.theme and m.units == ("percent",)), None)


def is_of_percentages(sentences: Sequence[Sentence]) -> bool:
    """Whether an article early on names a rate or share, or a lead in a poll: its points are those of a percentage."""
    if any(m.kind in ("share", "rate") and m.units[0] == "percent" for m in _opening(sentences[: 2 * _LEAD])):
        return True
    polled = any("survey" in sentence.tokens.hits for sentence in sentences[:_LEAD])
    return polled and any({"count", "percent"} <= {*m.units} for m in _opening(sentences[:_LEAD]) if m.kind == "event")


def has_index(sentence: Sentence) -> bool:
    """Whether a sentence names an index, which has points of its own."""
    return any("point" in metric.units for metric in _opening([sentence]))


def change_theme_of(sentences: Sequence[Sentence]) -> str | None:
    """The metric that changes in percent are taken for in an article that opens with it: wage talks."""
    themes = (m for m in _opening(sentences[:2]) if m.theme and m.kind == "event" and "percent" in m.units)
    return next((metric.id for metric in themes), None)


def share_of(sentences: Sequence[Sentence], plain: str | None) -> str | None:
    """The kind of share that an article means by a plain one: the first it names, wherever it does."""
    return next((metric.id for metric in _opening(sentences) if metric.is_a and metric.is_a == plain), None)


def _is_money(metric: Metric) -> bool:
    return metric.units == ("money",)


def subject_metric(sentence: Sentence) -> str | None:
    """The metric that the first words of a sentence name, so that figures of the next may be its."""
    nouns = (hit for hit in sentence.tokens.hits.get("metric", ()) if hit[0] < _SUBJECT)
    ordered = sorted(nouns, key=lambda hit: hit[:2])
    return next((str(metric.id) for _, _, (metric, _) in ordered if not metric.vague), None)


def _opening(sentences: Sequence[Sentence]) -> Iterator[Metric]:
    """The metrics that sentences name, nouns before verbs in each, idioms aside: a quota 40 punti is no share."""
    for sentence in sentences:
        hits = sentence.tokens.hits
        idioms = {at for first, last, _ in hits.get("idiom", ()) for at in range(first, last)}
        for category in ("metric", "metric_verb"):
            for first, _, (metric, _) in sorted(hits.get(category, ()), key=lambda hit: hit[:2]):
                if first not in idioms:
                    yield metric
