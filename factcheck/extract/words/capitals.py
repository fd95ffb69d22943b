"""What a language that prints its nouns with a capital tells of them: "betrug" is a verb, "Arbeiten" are none."""

from __future__ import annotations

from factcheck.extract.words.tokens import Hit, Tokens
from factcheck.rulebook import Metric

_NOUNS = ("metric", "thing", "head", "data")
_VERBS = ("metric_verb", "metric_act", "split_verb", "split_act")
_OPENS = frozenset('.:!?„“"»«–—-(')


def heed(tokens: Tokens, lang: str) -> None:
    """Drops nouns that are printed as verbs and verbs that are printed as nouns, before any hit is asked for."""
    for category in _NOUNS:
        if category in tokens.hits:
            tokens.hits[category] = [hit for hit in tokens.hits[category] if _is_noun(hit, tokens, lang)]
    for category in _VERBS:
        if category in tokens.hits:
            tokens.hits[category] = [hit for hit in tokens.hits[category] if not _is_printed_noun(hit, tokens, lang)]


def _is_noun(hit: Hit, tokens: Tokens, lang: str) -> bool:
    first, last, payload = hit
    if any(form[0].isupper() for form in tokens.forms[first:last]):
        return True
    metric = payload[0] if isinstance(payload, tuple) else None
    return isinstance(metric, Metric) and any(name.islower() for name in metric.names.get(lang, ()))


def _is_printed_noun(hit: Hit, tokens: Tokens, lang: str) -> bool:
    """Whether a verb of one word has the capital of a noun within its sentence: in 10 % der Arbeiten."""
    first, last, (metric, _) = hit
    form = tokens.forms[first]
    inside = first > 0 and tokens.forms[first - 1] not in _OPENS
    return inside and last - first == 1 and form.istitle() and not _acts(form, metric, lang)


def _acts(form: str, metric: Metric, lang: str) -> bool:
    """Whether a noun is itself one of the words that act for a metric: beim Warnstreik."""
    told = (*metric.verbs.get(lang, ()), *metric.acts.get(lang, ()))
    return any(
        form in template or (template[0].isupper() and form.startswith(template.partition("[")[0])) for template in told
    )
