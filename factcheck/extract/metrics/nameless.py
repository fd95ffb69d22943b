"""The words of a sentence that name no metric of a figure: names, idioms, and what belongs to other figures."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.extract.nonclaims.measures import is_priced
from factcheck.extract.words.mentions import Name, Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.rulebook import Metric

_STEM = 5  # letters that the forms of one word share
_WHOLE = 3  # tokens of what a share is a share of


def nameless(quantity: Quantity, sentence: Sentence, own: range) -> set[int]:
    """The tokens that name no metric: names, places and idioms, the units of other figures and what they count."""
    hits = sentence.tokens.hits
    metrics = {hit[:2] for hit in hits.get("metric", ()) if _is_title(*hit[:2], hit[2][0], sentence)}
    named = [range(name.first, name.last) for name in sentence.names if not _names_metric(name, metrics)]
    named += [range(first, last) for first, last, _ in hits.get("region", ())]
    named += [  # three points, 40 litres
        range(other.number[1], other.last)
        for other in sentence.quantities
        if other.first != quantity.first and other.unit != "count" and not is_priced(other, sentence)
    ]
    idioms = [range(first, last) for first, last, _ in hits.get("idiom", ())]
    described = _in_things(sentence)
    of_others = _counted_by_others(quantity, sentence) | _wholes_of_others(quantity, sentence)
    return set().union(*named).difference(own).union(*idioms, of_others, described)


def _names_metric(name: Name, metrics: Collection[tuple[int, int]]) -> bool:
    """Whether a name is the title of what is measured: Consumer Price Index, PIB de la Construcción."""
    return any(first == name.first or last == name.last for first, last in metrics if first < name.last)


def _is_title(first: int, last: int, metric: Metric, sentence: Sentence) -> bool:
    """Whether words with a capital may name a metric: an abbreviation, or several words that nobody is called by."""
    forms = sentence.tokens.forms
    short = last - first == 1 and forms[first].isupper() and len(forms[first]) > 1
    return (short or last - first > 1) and metric.kind != "event"


def _counted_by_others(quantity: Quantity, sentence: Sentence) -> set[int]:
    """The tokens that other figures count, where this one counts something of its own: 900 birds in dozens of lands."""
    percentage = quantity.unit == "percent" and quantity.last > quantity.number[1]  # no half, no one in five
    if quantity.noun is None and not percentage:
        return set()
    others = [other.noun for other in sentence.quantities if other.noun and other.noun != quantity.noun]
    if percentage:
        others = [noun for noun in others if noun[1] <= quantity.first]
    return {token for first, last in others for token in range(first, last)}


def _in_things(sentence: Sentence) -> set[int]:
    """The words of a metric inside a thing of another kind: fire engines count no fires, red cards no cards sold."""
    hits = sentence.tokens.hits
    found: set[int] = set()
    for start, end, thing in hits.get("thing", ()):
        for first, last, (metric, _) in hits.get("metric", ()) if end - start > 1 else ():
            inside = start <= first and last <= end and last - first < end - start
            found |= set(range(first, last)) if inside and not _is_kin(str(thing), metric) else set()
    return found


def _is_kin(thing: str, metric: Metric) -> bool:
    """Whether the name of a thing holds a word of a metric's: fishing boats are boats."""
    stems = {word[:_STEM] for word in metric.id.split("_")}
    return any(word[:_STEM] in stems for word in thing.split())


def _wholes_of_others(quantity: Quantity, sentence: Sentence) -> set[int]:
    """The tokens that say what a share before the figure is a share of: 48 % of sales and, of exports, 25 %."""
    if quantity.unit != "percent":
        return set()
    shares = {other.last for other in sentence.quantities if other.kind == "share" and other.last <= quantity.first}
    hits = sentence.tokens.hits
    ofs = {first: last for category in ("of", "of_article") for first, last, _ in hits.get(category, ())}
    wholes = {ofs[at] for at in shares if at in ofs}
    return {i for at in wholes for i in range(at, min(at + _WHOLE, quantity.first))}
