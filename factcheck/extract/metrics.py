"""What a figure measures: a metric of rules/metrics by its nouns and verbs, else the counted noun."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.clauses import NUMBER, WORD, distance
from factcheck.extract.lexicon import expand
from factcheck.extract.mentions import Quantity
from factcheck.extract.sentences import Sentence
from factcheck.extract.tokens import Hit
from factcheck.extract.units import dimension
from factcheck.extract.vocabulary import Vocabulary
from factcheck.rulebook import Metric, Rulebook

_BY_DIMENSION = {
    "time": "duration",
    "length": "distance",
    "area": "area",
    "mass": "weight",
    "volume": "volume",
    "speed": "speed",
    "temperature": "temperature",
    "data": "storage",
    "data_rate": "data_speed",
    "power": "energy_capacity",
    "energy": "electricity_generation",
}
_TIMES = frozenset({"hour", "day", "week", "month"})
_OF_STUFF = frozenset({"mass", "volume"})
_CLOSED = ("preposition", "determiner", "conjunction", "copula", "say", "change", "pronoun", "region")
_WORD = 3  # letters of the shortest noun
_ENOUGH = 4.0
_OPENING = 6  # a noun among the first words is the subject, however far the figure
_PRICE = 10_000  # more than this after "for" is a deal, not a price
_PER = 3.0  # for a metric that is always given per something, such as earnings per share
_CLAUSE = 30  # tokens between a verb and its particle
_SUBJECT = 0.25  # what a step costs from a counted subject to its verb: 900 people from two villages were evacuated
_PHRASE = 11  # the longest noun phrase after an of-word


@dataclass(frozen=True, slots=True)
class Reading:
    """A metric and the tokens that name it; `score` says how sure, `own` whether the figure's clause names it."""

    metric: str
    first: int
    last: int
    score: float
    form: str = "noun"  # verb, or act: a verb that only turns another metric into this one


def register(vocabulary: Vocabulary, rulebook: Rulebook) -> None:
    """Adds the nouns and verbs of rules/metrics, and the nouns of rules/things."""
    for thing, names in rulebook.things.items():
        if vocabulary.lang in names:
            vocabulary.lexicon.add("thing", names[vocabulary.lang], thing)
    particles = frozenset(vocabulary.section("grammar").get("verb_particles", ()))
    for metric in rulebook.metrics.values():
        for name in metric.names.get(vocabulary.lang, ()):
            vocabulary.lexicon.add("metric", name, (metric, "noun"))
        for verb in metric.verbs.get(vocabulary.lang, ()):
            vocabulary.lexicon.add("metric_verb", verb, (metric, "verb"))
            for stem, _, particle in (phrase.rpartition(" ") for phrase in expand(verb)):
                if stem and particle in particles:
                    vocabulary.lexicon.add("metric_split", stem, (metric, particle))
        for verb in metric.acts.get(vocabulary.lang, ()):
            vocabulary.lexicon.add("metric_act", verb, (metric, "act"))


def readings(quantity: Quantity, sentence: Sentence) -> list[Reading]:
    """The metrics the sentence offers for a figure, best first; words inside names do not count."""
    hits = sentence.tokens.hits
    named = {token for name in sentence.names for token in range(name.first, name.last)}
    named |= {token for first, last, _ in hits.get("region", ()) for token in range(first, last)}
    named |= _units_of_others(quantity, sentence)
    found: list[Reading] = []
    moved = {first for first, _, _ in hits.get("change", ())} if quantity.kind == "change" else frozenset()
    offered = [hit for category in ("metric", "metric_verb", "metric_act") for hit in hits.get(category, ())]
    for first, last, (metric, form) in (*offered, *_split_verbs(sentence)):
        if form == "verb" and (first in moved or _is_deal(metric, quantity)):
            continue  # "lost 2 %" says how something moved, not what
        if first not in named and fits(metric, quantity):
            score = _score(metric, quantity, sentence, first, last, form)
            if score >= _ENOUGH:
                found.append(Reading(metric.id, first, last, score, form))
    heads = [reading for reading in found if not _is_modifier(reading, found, sentence)]
    return sorted(heads, key=lambda reading: (-reading.score, reading.first, reading.metric))


def _split_verbs(sentence: Sentence) -> list[Hit]:
    """Verbs whose particle closes the clause: sie setzte drei Millionen Euro um."""
    split = sentence.tokens.hits.get("metric_split")
    if not split:
        return []
    words = sentence.tokens.words
    ends = {i for i in range(len(words)) if i + 1 == len(words) or not words[i + 1][0].isalnum()}
    return [
        (first, last, (metric, "verb"))
        for first, last, (metric, particle) in split
        if any(words[i] == particle for i in range(last + 1, min(len(words), last + _CLAUSE)) if i in ends)
    ]


def _units_of_others(quantity: Quantity, sentence: Sentence) -> set[int]:
    """The tokens of other figures that are units, not things counted: three points, 40 litres."""
    others = (other for other in sentence.quantities if other is not quantity and other.unit != "count")
    return {token for other in others for token in range(other.number[1], other.last)}


def _is_modifier(reading: Reading, found: list[Reading], sentence: Sentence) -> bool:
    """Whether another metric noun follows at once, so that this one only describes it: high-speed internet users."""
    return reading.form == "noun" and any(
        other.form == "noun" and other.first >= reading.last
        and sentence.gaps[other.first] - sentence.gaps[reading.last] <= 1
        and other.first - reading.last <= 1
        for other in found
    )  # fmt: skip


def fits(metric: Metric, quantity: Quantity) -> bool:
    """Whether a metric can be given in the figure's unit; shares, changes and ratios can be of anything."""
    kind = dimension(quantity.unit)
    if (metric.per and metric.per != quantity.per) or quantity.kind in metric.never:
        return False
    if quantity.per in _TIMES and metric.kind in ("stock", "event") and metric.units == ("money",):
        return False  # a valuation is not so much a week
    if kind in metric.units:
        return True
    if quantity.kind in ("change", "share", "ratio") and kind in ("percent", "ratio"):
        return not {"time", "length"} & set(metric.units)
    return False


def _is_deal(metric: Metric, quantity: Quantity) -> bool:
    """Whether a share or multiple is set beside a metric that is only money: to buy 60 % is a stake, not a price."""
    return quantity.kind in ("share", "ratio") and metric.units == ("money",)


def _score(metric: Metric, quantity: Quantity, sentence: Sentence, first: int, last: int, form: str) -> float:
    """How strongly the words at [first, last) tie a metric to a figure; _SURE and more is as good as said."""
    noun = quantity.noun if quantity.kind == "level" else None
    bonus = _PER if metric.per else 0.0
    if form == "noun" and noun and first < noun[1] and last > noun[0]:
        return 20.0 + (last - first)
    if first >= quantity.first and last <= quantity.last and quantity.per is None:
        return 18.0 + (last - first)
    cost = float(distance(sentence, (first, last), (quantity.first, quantity.last)))
    if first >= quantity.last:
        return bonus + _score_behind(quantity, sentence, first, form, cost)
    if form != "noun":
        others = (other for other in sentence.quantities if last <= other.first and other.last <= quantity.first)
        if quantity.kind == "share" and any(other.kind == "level" for other in others):
            return 0.0  # the verb says what that other figure is: downloaded eight million times, it aims at 10 %
        reach = min(cost, 4.0) if at_price(quantity, sentence) else cost
        return bonus + 12.5 - 0.9 * reach
    if _led(sentence, first):
        cost += 2.0
    elif first <= _OPENING:
        cost = min(cost, 6.0 + cost / 8) - 3.0
    return bonus + _base(metric, quantity, noun is not None) - 0.5 * cost


def _base(metric: Metric, quantity: Quantity, counted: bool) -> float:
    """What a noun in front of a figure is worth: little where the figure counts something else."""
    kind = dimension(quantity.unit)
    if kind == "count":
        return 7.0 if counted else 14.0
    thing = metric.kind == "stock" and metric.units == ("count",)
    return 10.0 if thing or _is_deal(metric, quantity) else 14.0


def _score_behind(quantity: Quantity, sentence: Sentence, first: int, form: str, cost: float) -> float:
    after = _after_bracket(quantity.last, sentence)
    touching = first >= after and sentence.gaps[first] - sentence.gaps[after] <= 1
    if form == "noun" and touching and not _led(sentence, first):
        return 16.0
    if form == "noun" and _linked(sentence, quantity.last, first):
        return 17.0 - 0.3 * cost
    if form == "noun":
        return 9.0 - 0.8 * cost
    if quantity.noun is None or quantity.unit != "count" or _led(sentence, quantity.first):
        return 11.0 - 0.8 * cost
    passed = sum(quantity.last <= other.first < first for other in sentence.quantities)
    return 11.0 - _SUBJECT * (cost - (NUMBER - WORD) * passed)


def _led(sentence: Sentence, first: int) -> bool:
    """Whether a preposition leads the noun, so that it is not the subject."""
    hits = sentence.tokens.hits
    ends = {last for category in ("preposition", "of") for _, last, _ in hits.get(category, ())}
    articles = {last: start for start, last, _ in hits.get("determiner", ())}
    return first in ends or articles.get(first) in ends


def _after_bracket(end: int, sentence: Sentence) -> int:
    """The token after a bracket that opens at `end`, such as a conversion; `end` where none opens there."""
    forms = sentence.tokens.forms
    if end < len(forms) and forms[end] in "([":
        for i in range(end + 1, min(len(forms), end + 8)):
            if forms[i] in ")]":
                return i + 1
    return end


def _linked(sentence: Sentence, end: int, first: int) -> bool:
    """Whether an of-word right after the figure opens the noun phrase in which the metric stands."""
    hits = sentence.tokens.hits
    last = end + 1 if end < len(sentence.tokens) and sentence.tokens.forms[end][0].isalnum() else end
    if not any(end <= a <= last for a, _, _ in hits.get("of", ())):
        return False
    owners = {a for a, _, _ in hits.get("possessive", ())}
    verbs = (a for category in ("copula", "change", "say") for a, _, _ in hits.get(category, ()))
    if any(end <= a < first and a not in owners for a in verbs):
        return False
    return sentence.gaps[first] - sentence.gaps[end] <= _PHRASE


def counted_noun(quantity: Quantity, sentence: Sentence) -> str | None:
    """The counted noun phrase in lower case."""
    if not quantity.noun:
        return None
    first, last = quantity.noun
    hits = sentence.tokens.hits
    if any(start == last for start, _, _ in hits.get("determiner", ())):
        return None  # "five million browse the web": a verb, not a noun
    words = [word for word in sentence.tokens.words[first:last] if word[0].isalpha()]
    return " ".join(words[:4]) or None


def _thing(quantity: Quantity, sentence: Sentence) -> str | None:
    """The English name of what is counted, where rules/things has the noun: of two, the one right at the figure."""
    if counts_people(quantity, sentence):
        return "people"
    first, last = quantity.noun or (0, 0)
    found = [hit for hit in sentence.tokens.hits.get("thing", ()) if first <= hit[0] and hit[1] <= last]
    heads = [hit for hit in found if hit[1] == last] or found
    return str(max(heads, key=lambda hit: (hit[1] - hit[0], -hit[0]))[2]) if heads else None


def noun_after(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """What a multiple multiplies, as other:<word>: five times more visitors."""
    tokens = sentence.tokens
    for i in range(quantity.last, min(len(tokens), quantity.last + 4)):
        word = tokens.words[i]
        if not word[0].isalpha() or word in vocabulary.prepositions:
            return None
        if word not in vocabulary.stopwords and len(word) > 2:
            return f"other:{word}"
    return None


def counts_people(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the counted noun is a word for people at large, which leaves it to the verb what is counted."""
    if quantity.noun is None:
        return False
    first, last = quantity.noun
    return any(first <= at < last for at, _, _ in sentence.tokens.hits.get("people", ()))


def fallback(quantity: Quantity, sentence: Sentence) -> str | None:
    """The metric of a figure no metric noun stands near: by its dimension, else by its noun."""
    kind = dimension(quantity.unit)
    if kind in _BY_DIMENSION:
        stuff = stuff_of(quantity, sentence) if kind in _OF_STUFF else None
        return f"other:{stuff}" if stuff else _BY_DIMENSION[kind]
    noun = counted_noun(quantity, sentence)
    if noun:
        return f"count:{_thing(quantity, sentence) or noun}" if kind == "count" else f"other:{noun}"
    if (quantity.value or 0) < _PRICE and at_price(quantity, sentence):
        return "price"
    return None


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


def led_by_price(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a bare large figure can be what something was sold for: sold for 42 million."""
    if quantity.noun is not None or quantity.unit != "count" or (quantity.value or 0) < _PRICE:
        return False
    return any(last == quantity.first for _, last, _ in sentence.tokens.hits.get("for_price", ()))


def at_price(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the figure follows a word such as "for" that states a price, "a total of" left aside."""
    if dimension(quantity.unit) != "money":
        return False
    return any(quantity.first - 3 <= last <= quantity.first for _, last, _ in sentence.tokens.hits.get("for_price", ()))


def noun_before(quantity: Quantity, sentence: Sentence, vocabulary: Vocabulary) -> str | None:
    """The nearest content word before a figure within its clause, as other:<word>."""
    tokens = sentence.tokens
    names = {t for name in sentence.names for t in range(name.first, name.last)}
    spans = [hit[:2] for category in ("change", "say", "copula") for hit in tokens.hits.get(category, ())]
    verbs = {token for first, last in spans for token in range(first, last)}
    for i in range(quantity.first - 1, max(-1, quantity.first - 9), -1):
        form = tokens.forms[i]
        if form in ";:—(":
            break
        usable = form[0].isalpha() and len(form) > 3 and i not in names and i not in verbs
        if usable and tokens.words[i] not in vocabulary.stopwords:
            return f"other:{tokens.words[i]}"
    return None
