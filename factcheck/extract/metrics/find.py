"""The metrics of rules/metrics that the nouns and verbs of a sentence offer for a figure."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.metrics import agents, things
from factcheck.extract.metrics.fits import fits, is_plausible
from factcheck.extract.metrics.heads import unspent
from factcheck.extract.metrics.nameless import nameless
from factcheck.extract.metrics.ranking import ranked
from factcheck.extract.metrics.score import is_deal, score
from factcheck.extract.words import parted
from factcheck.extract.words.lexicon import OFFICE_HEAD, expand
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.rulebook import Metric, Rulebook

_ENOUGH = 4.0
_TOUCHING = 16.0  # the score of a noun right behind its figure, of which it is the metric whatever its value
_ENDS = ("from", "to")  # of a change


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
    grammar = vocabulary.section("grammar")
    head_first = grammar.get("noun_head") == "first"  # préstamos bancarios are loans
    compounds = grammar.get("compound_nouns", False)
    astray = {str(word).lower() for word in grammar.get("not_heads", ())}
    things.register(vocabulary, rulebook, head_first, astray if compounds else None)
    agents.register(vocabulary)
    for word in grammar.get("rate_nouns", ()):
        vocabulary.lexicon.add("rate_noun", str(word), word)
        for head in expand(str(word)) if compounds else ():
            vocabulary.lexicon.add_head("rate_noun", head, word, OFFICE_HEAD)
    particles = frozenset(grammar.get("verb_particles", ()))
    for metric in rulebook.metrics.values():
        for name in metric.names.get(vocabulary.lang, ()):
            heads = ("head",) if metric.units == ("count",) and not head_first else ()
            vocabulary.lexicon.add("metric", name, (metric, "noun"), also=heads)
            if metric.people:
                vocabulary.lexicon.add("counted_person", name, metric.id)
            for head in expand(name) if compounds and not metric.vague else ():
                if head.lower() not in astray:
                    vocabulary.lexicon.add_head("metric", head, (metric, "noun"))
        for noun in metric.of_one.get(vocabulary.lang, ()):
            vocabulary.lexicon.add("measured", noun, metric.id)
        for form, verbs in (("verb", metric.verbs), ("act", metric.acts)):
            for verb in verbs.get(vocabulary.lang, ()):
                if parted.GAP not in verb:
                    vocabulary.lexicon.add(f"metric_{form}", verb, (metric, form))
                for stem, tail in _parted(verb, particles):
                    vocabulary.lexicon.add(f"split_{form}", stem, (metric, tuple(tail.lower().split())))


def _parted(verb: str, particles: frozenset[str]) -> list[tuple[str, str]]:
    """The verbs that a template stands for and what closes their clause, where it ends with a particle or has a gap."""
    if parted.GAP in verb:
        return parted.halves(verb)
    parts = (phrase.rpartition(" ") for phrase in expand(verb))
    return [(stem, particle) for stem, _, particle in parts if stem and particle in particles]


def readings(quantity: Quantity, sentence: Sentence) -> list[Reading]:
    """The metrics the sentence offers for a figure, best first; words inside names and idioms do not count."""
    hits = sentence.tokens.hits
    split = _split_verbs(sentence)
    whole = {first for first, _, _ in split}  # beantragten … Asyl is more than beantragten
    offered = [*split, *hits.get("metric", ())]
    offered += [hit for kind in ("verb", "act") for hit in hits.get(f"metric_{kind}", ()) if hit[0] not in whole]
    offered = [hit for hit in offered if not _says_twice(hit, offered, quantity, sentence)]
    if not offered:
        return []
    own = range(*quantity.noun or (0, 0))
    named = nameless(quantity, sentence, own)
    called = {token for first, last, _ in hits.get("generic", ()) for token in range(first, last)}
    found: list[Reading] = []
    vague: set[str] = set()
    once: set[str] = set()  # what happens once changes less than what goes on: theft as a sum, and as a number
    known: dict[str, Metric] = {}
    moved = sentence.tokens.first("change") if quantity.kind == "change" or quantity.role in _ENDS else ()
    modal = sentence.tokens.after("modal")
    for first, last, (metric, form) in offered:
        if (first in own) if form != "noun" else (first in modal and last - first == 1):
            continue  # three cargo ships; 52 % would vote
        if form == "noun" and metric.people and first in sentence.speakers and first not in own:
            continue  # according to the police 300 marched
        if (_is_compound(last, sentence) and last not in own) or (form != "noun" and _is_compound(first - 1, sentence)):
            continue  # a high-speed line, goods-producing firms
        how = metric.kind != "price" and any(at in moved for at in range(first, last))
        if form == "verb" and (how or is_deal(metric, quantity)):
            continue  # "lost 2 %" says how something moved, not what; what gets dearer is a price
        gain = _is_gain(first, last, quantity, sentence) and _is_loss(metric, quantity)
        if form == "noun" and (gain or any(at < first and last <= end for at, end, _ in hits.get("q_move", ()))):
            continue  # il mercato si è contratto: no contract
        counted = first in called and metric.units == ("count",) and first not in own  # the company is none of those
        if not counted and first not in named and fits(metric, quantity):
            strength = score(metric, quantity, sentence, first, last, form)
            if strength >= _TOUCHING or (strength >= _ENOUGH and is_plausible(metric, quantity)):
                found.append(Reading(metric.id, first, last, strength, form))
                known[metric.id] = metric
                if metric.kind == "event" and quantity.kind == "change":
                    once.add(metric.id)
                if metric.vague:
                    vague.add(metric.id)
    return ranked(unspent(found, quantity, sentence), known, vague, once, quantity, sentence)


def _says_twice(hit: Hit, offered: list[Hit], quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a noun before a figure is the participle of a verb of the same metric: 14 sont mortes et 60 blessées."""
    first, last, (metric, form) = hit
    told = any(other.last <= first for other in sentence.quantities)
    if form != "noun" or not told or last > quantity.first:
        return False
    spans = [(at, end) for at, end, said in offered if said[1] != "noun" and said[0] is metric]
    helped = first in sentence.tokens.after("copula") and (first, last) in spans
    return helped or any(at < first and last <= end for at, end in spans)  # sono morti


def _is_gain(first: int, last: int, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a noun is itself the move that a figure tells: a gain of 5 %; no gain that fell by 5 %, no Umsatzplus."""
    hits = sentence.tokens.hits.get("q_move", ())
    own = any(at == first and (move is None or move[1]) for at, _, move in hits)
    return own and not any(last <= at < quantity.first for at, _, _ in hits)


def _is_loss(metric: Metric, quantity: Quantity) -> bool:
    """Whether a noun of a move in percent can be no amount: a loss of 5 %."""
    return quantity.kind == "change" and quantity.unit == "percent" and metric.units == ("money",) and not metric.vague


def _split_verbs(sentence: Sentence) -> list[Hit]:
    """Verbs whose particle or last words close the clause: sie setzte drei Millionen Euro um."""
    hits = sentence.tokens.hits
    split = [(*hit, form) for form in ("verb", "act") for hit in hits.get(f"split_{form}", ())]
    if not split:
        return []
    ends = parted.clause_ends(sentence.tokens)
    return [
        (first, last, (metric, form))
        for first, last, (metric, tail), form in split
        if parted.is_closed_by(tail, last, sentence.tokens.words, ends)
    ]


def _is_compound(end: int, sentence: Sentence) -> bool:
    """Whether a hyphen ties the word before token `end` to the next, which is no pronoun of a verb: venderam-se."""
    tokens = sentence.tokens
    tied = 0 <= end < len(tokens) - 1 and tokens.forms[end] == "-" and tokens.glued(end) and tokens.glued(end + 1)
    return tied and end + 1 not in tokens.first("impersonal")
