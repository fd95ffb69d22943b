"""The metric of a figure that nothing in its clause names: what its paragraph or article speaks of."""

from __future__ import annotations

from factcheck.extract.metrics import counted, parts
from factcheck.extract.metrics.asked import Asked
from factcheck.extract.metrics.find import Reading
from factcheck.extract.metrics.fits import fits, is_plausible
from factcheck.extract.quantities.units import dimension
from factcheck.extract.words.lexicon import expand
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric, Rulebook

_RATES = ("rate", "share")


def carried_metric(asked: Asked, part: str) -> str:
    """What the paragraph, or for money the article, spoke of last; `part` is what a share is a share of."""
    quantity, sentence, discourse, rulebook = asked.quantity, asked.sentence, asked.discourse, asked.rulebook
    rate = _rate_named(asked)
    if rate:
        return f"other:{rate}"
    metrics = rulebook.metrics
    carried = discourse.metric_for(sentence.paragraph)
    if dimension(quantity.unit) == "money" and not _can_be(metrics.get(carried or ""), quantity):
        carried = discourse.money_metric
    if quantity.kind == "share" and discourse.rate_metric and (not carried or metrics[carried].kind not in _RATES):
        carried = discourse.rate_metric
    far = discourse.spoken.get(dimension(quantity.unit)) if quantity.kind in ("level", "change") else None
    for name in (carried, far, discourse.metric if quantity.kind == "change" else None):
        known = metrics.get(name or "")
        if (
            name
            and known
            and fits(known, quantity)
            and is_plausible(known, quantity)
            and not _is_unlike(known, quantity, sentence, rulebook)
        ):
            return name
    if quantity.kind == "share":
        return f"other:{part}" if part else rulebook.unnamed.get("share", "other:share")
    if quantity.kind == "change" and quantity.unit == "percent":
        return rulebook.unnamed.get("change", "other:change")
    unnamed = "other:amount" if dimension(quantity.unit) == "money" else "other:figure"
    found = parts.noun_before(quantity, sentence, asked.vocabulary)
    if found and asked.is_bare and quantity.kind == "level" and quantity.first in sentence.tokens.after("copula"):
        return found.replace("other:", "count:", 1)  # the surgeries were 1,800
    return found or unnamed


def among_said(asked: Asked) -> str | None:
    """What befell those of the sentence before, some of whom are told of here: among them were 12 children."""
    known = asked.said
    hits = asked.sentence.tokens.hits.get("r_part", ())
    opened = any(first == 0 and last <= asked.quantity.first for first, last, _ in hits)
    befell = known is not None and known.episodic and known.units[0] == "count" and asked.quantity.kind == "level"
    return known.id if known and befell and opened and counted.counts_people(asked.quantity, asked.sentence) else None


def goes_on_moving(asked: Asked, best: Reading) -> bool:
    """Whether a bare word of growth tells of what the paragraph speaks of: steel output rose; growth was 3 % in May."""
    known, said = asked.rulebook.metrics[best.metric], asked.said
    bare = known.vague and best.form == "noun" and best.first in asked.sentence.tokens.first("q_move")
    moves = said is not None and said.kind == "flow" and not said.vague and fits(said, asked.quantity)
    return bare and moves and asked.is_percent_change


def _rate_named(asked: Asked) -> str | None:
    """The rate that the words before a percentage name and no metric is: the rate of temporary work was 15 %."""
    quantity, tokens = asked.quantity, asked.sentence.tokens
    if quantity.unit != "percent" or quantity.kind == "change":
        return None
    told = max((other.last for other in asked.sentence.quantities if other.last <= quantity.first), default=0)
    known = {at for first, last, _ in tokens.hits.get("metric", ()) for at in range(first, last)}
    rates = [hit for hit in tokens.hits.get("rate_noun", ()) if told <= hit[0] < quantity.first and hit[0] not in known]
    if not rates:
        return None
    first, last, word = rates[-1]
    start = tokens.first("of").get(last, (None,))[0]
    if start is not None and start < quantity.first and tokens.forms[start].isalpha():
        return f"{tokens.words[first]} {tokens.words[start]}"
    if tokens.words[first] not in {phrase.lower() for phrase in expand(str(word))}:
        return tokens.words[first]  # a compound
    before = tokens.words[first - 1] if first else ""
    leads = before.isalpha() and before not in asked.vocabulary.stopwords
    heads_last = asked.vocabulary.section("grammar").get("noun_head") != "first"
    return f"{before} {tokens.words[first]}" if leads and heads_last else None


def _can_be(metric: Metric | None, quantity: Quantity) -> bool:
    return metric is not None and fits(metric, quantity)


def _is_unlike(carried: Metric, quantity: Quantity, sentence: Sentence, rulebook: Rulebook) -> bool:
    """Whether a share or change is hardly one of what the paragraph speaks of."""
    if quantity.kind != "share":
        return carried.id == rulebook.unnamed.get("share") and quantity.kind != "level"
    of_them = quantity.last in sentence.tokens.first("r_part")
    held = carried.kind == "stock" and bool({"count", "money"} & set(carried.units)) and not of_them
    befell = carried.kind in ("event", "cumulative") and "count" in carried.units and not of_them
    whole = befell or (held and "percent" not in carried.units)  # shares of those asked are told one after another
    return whole or carried.vague
