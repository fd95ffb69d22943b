"""What a figure counts or measures by its own words, where no metric is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.extract.metrics.prices import PRICE, at_price
from factcheck.extract.nonclaims.numbered import numbered
from factcheck.extract.quantities.units import OF_STUFF, dimension
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.vocabulary import Vocabulary

_CLOSED = ("preposition", "determiner", "conjunction", "copula", "say", "change", "pronoun", "region")
PEOPLE = ("people", "person", "counted_person")
_OPENERS = ("conjunction", "relative")
_MOVED = 2  # tokens between a verb of change and its figure
_WORD = 3  # letters of the shortest noun
_STEM = 3  # letters that the forms of one word share: box, boxes


def fallback(quantity: Quantity, sentence: Sentence, unnamed: Mapping[str, str], vocabulary: Vocabulary) -> str | None:
    """The metric of a figure no metric noun stands near: by its unit, else its dimension, its noun, its form."""
    kind = dimension(quantity.unit)
    kind = kind if kind in unnamed else kind.removesuffix("_rate")  # litres of water a day
    if quantity.unit in unnamed:
        return unnamed[quantity.unit]
    if kind in unnamed:
        stuff = stuff_of(quantity, sentence) if kind in OF_STUFF else None
        return f"other:{stuff}" if stuff else unnamed[kind]
    noun = counted_noun(quantity, sentence)
    if noun and quantity.noun and quantity.value != 1:
        measured = sentence.tokens.after("measured").get(quantity.noun[1])
        if measured:
            return str(measured[1])
    if noun and kind == "count" and noun in vocabulary.section("quantities").get("multiples", {}).get("times", ()):
        return f"count:{noun}"
    if noun:
        thing = _thing(quantity, sentence, vocabulary.section("grammar")) if kind in ("count", "ratio") else None
        return f"{'count' if kind == 'count' else 'other'}:{thing or noun}"
    if behind := numbered(quantity, sentence):
        return f"count:{behind[0]}"
    form = _form(quantity, sentence) if kind == "money" else None
    return unnamed.get(form) if form else None


def _form(quantity: Quantity, sentence: Sentence) -> str | None:
    """What the form of an amount says it is: a price, the pay for an hour, or what the noun behind it cost."""
    if dimension(quantity.per or "") in OF_STUFF:
        return "price"
    if quantity.per == "hour":
        return "pay"
    if (quantity.value or 0) < PRICE and at_price(quantity, sentence):
        return "price"
    return "described" if _describes(quantity, sentence) else None


def _describes(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether an amount stands between an article and the noun it describes: a $48 million factory."""
    tokens, at = sentence.tokens, quantity.last
    if quantity.first not in tokens.after("determiner") or at >= len(tokens) or not tokens.forms[at].islower():
        return False
    taken = {mention.first for mention in sentence.periods}
    taken |= {i for kind in (*_CLOSED, "of", "r_part", "relative") for i in tokens.first(kind)}
    return at not in taken and quantity.per is None


def counted_noun(quantity: Quantity, sentence: Sentence) -> str | None:
    """The counted noun phrase in lower case."""
    if not quantity.noun:
        return None
    first, last = quantity.noun
    lower = sentence.tokens.forms[last - 1].islower()
    if lower and last in sentence.tokens.first("determiner") and last not in sentence.tokens.first("preposition"):
        return None  # "five million browse the web": a verb, not a noun; but "cinco casas no porto"
    if is_code(quantity, sentence):
        return sentence.tokens.span(first, last).lower()
    later = (range(*other.number) for other in sentence.quantities if other.first > quantity.first)
    taken = {at for number in later for at in number}  # two of nine ships
    told = [at for at in range(first, last) if sentence.tokens.forms[at][0].isalpha() and at not in taken]
    plain = [at for at in told if sentence.tokens.forms[at].islower()] if lower else []
    return " ".join(sentence.tokens.words[at] for at in (plain or told)[:4]) or None


def is_code(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether what is counted goes by the code of its model: two F-16s."""
    first, last = quantity.noun or (0, 0)
    forms = sentence.tokens.forms[first:last]
    return bool(forms) and forms[0][0].isupper() and any(form[0].isdecimal() for form in forms)


def _thing(quantity: Quantity, sentence: Sentence, grammar: Mapping[str, Any]) -> str | None:
    """The English name of what is counted, where rules/things has the noun: of two, the one right at the figure."""
    head_first = grammar.get("noun_head") == "first"
    first, last = quantity.noun or (0, 0)
    found = [hit for hit in sentence.tokens.hits.get("thing", ()) if first <= hit[0] < last]
    heads = found if head_first else [hit for hit in found if hit[1] >= last]
    if heads:  # 14 trenes diarios are trains
        opening = min(hit[0] for hit in heads) if head_first else first
        start, end, thing = max(heads, key=lambda hit: (head_first and hit[0] == opening, hit[1] - hit[0], -hit[0]))
        return _as_printed(sentence.tokens.words[start:end], str(thing)) if grammar.get("names_things") else str(thing)
    return "people" if _holds(quantity, sentence, ("people",)) else None


def thing(quantity: Quantity, sentence: Sentence, categories: tuple[str, ...] = ("thing",)) -> str | None:
    """The name in rules/things of the noun that a figure counts, none where rules/metrics or nothing has it."""
    first, last = quantity.noun or (0, 0)
    hits = (hit for category in categories for hit in sentence.tokens.hits.get(category, ()))
    return next((str(name) for start, _, name in hits if first <= start < last), None)


def subject_thing(quantity: Quantity, sentence: Sentence) -> tuple[str, int] | None:
    """The thing right before a change in percent, its verb or bracket, and where: robberies rose 11 %, theft (2 %)."""
    hits = sentence.tokens.hits
    verbs = {first for first, last, _ in hits.get("change", ()) if 0 <= quantity.first - last <= _MOVED}
    verbs |= {first for first, last, _ in hits.get("copula", ()) if last in verbs}
    verbs |= {first for first, last, _ in hits.get("q_move", ()) if last == quantity.first} | {quantity.first}
    verbs |= {at - 1 for at in verbs if at and sentence.tokens.forms[at - 1] == "("}
    moves = sentence.tokens.first("change")  # it rose 4 %: no roses
    named = {at for name in sentence.names if name.last - name.first > 1 for at in range(name.first, name.last)}
    things = (hit for hit in hits.get("thing", ()) if hit[1] in verbs and hit[0] not in moves and hit[0] not in named)
    return next(((str(name), first) for first, _, name in things), None)


def _as_printed(words: list[str], thing: str) -> str:
    """A noun in the language that names the things: itself, unless it is the name in another form."""
    stems = {word[:_STEM].lower() for word in thing.split()}
    return thing if any(word[:_STEM] in stems for word in words) else " ".join(words)


def counts_people(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the counted noun is one for people, which leaves it to the verb what is counted."""
    demonym = quantity.noun is not None and quantity.noun == _region_at(quantity.noun[0], sentence)
    return demonym or _holds(quantity, sentence, PEOPLE)


def _region_at(first: int, sentence: Sentence) -> tuple[int, int]:
    hit = sentence.tokens.first("region").get(first)
    return (first, hit[0] if hit else first)


def _holds(quantity: Quantity, sentence: Sentence, categories: tuple[str, ...]) -> bool:
    first, last = quantity.noun or (0, 0)
    forms = sentence.tokens.forms
    found = (at for category in categories for at in sentence.tokens.first(category) if first <= at < last)
    return any(at + 1 >= last or forms[at + 1] != "-" for at in found)  # no man-made disasters


def stuff_of(quantity: Quantity, sentence: Sentence) -> str | None:
    """What is weighed or measured out, by its English name where rules/things has one: tonnes of wheat."""
    tokens, at = sentence.tokens, quantity.last
    links = {first: last for category in ("of", "of_article") for first, last, _ in tokens.hits.get(category, ())}
    linked = at in links
    while at in links:
        at = links[at]
    if at >= len(tokens) or not tokens.forms[at][0].isalpha() or not (linked or tokens.forms[at][0].isupper()):
        return None
    spans = [(name.first, name.last) for name in sentence.names] + [(p.first, p.last) for p in sentence.periods]
    taken = {t for first, last in spans for t in range(first, last)}
    closed = any(at == first for category in _CLOSED for first, _, _ in tokens.hits.get(category, ()))
    if closed or at in taken or len(tokens.words[at]) < _WORD:
        return None
    named = (thing for first, last, thing in tokens.hits.get("thing", ()) if first <= at < last)
    return str(next(named, tokens.words[at]))


def opens_clause(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether nothing stands before the figure in its clause, so that it is the subject itself."""
    tokens, at = sentence.tokens, quantity.first
    if at == 0 or not tokens.forms[at - 1][0].isalnum():
        return True
    return any(last == at for category in _OPENERS for _, last, _ in tokens.hits.get(category, ()))
