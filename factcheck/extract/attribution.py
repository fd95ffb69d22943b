"""Who is credited with a figure, and how firmly it is put forward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.clauses import distance
from factcheck.extract.mentions import Quantity
from factcheck.extract.sentences import Sentence
from factcheck.extract.tokens import Hit
from factcheck.model import Stance

Party = tuple[int, int, str]  # tokens [first, last) and who it is

_LOOK = 8  # how far a source may stand from its cue
_OFFICE = 18  # tokens between "says" and a name that an office stands before: says the head of Orlin Brazil, Ana Ruiz
_FOR = 3  # tokens between a spokesperson and the body
_NEXT = 3  # the same for verbs that are not always verbs of saying: "analysts had expected"
_STANCES: tuple[tuple[str, Stance, int], ...] = (  # lexicon category, stance, how far its cue reaches
    ("denied", "denied", 9),
    ("target", "target", 12),
    ("offer", "offer", 12),
    ("plan", "plan", 14),
    ("forecast", "forecast", 14),
    ("speculation", "rumour", 7),
    ("rumour", "reported", 7),
    ("conditional", "reported", 14),
)
_CUES = frozenset({"according", "by", "according_first", "say", "forecast", "data"})
_BEHIND = 6  # a cue after the figure counts as so much farther away


@dataclass(frozen=True, slots=True)
class Credit:
    """A source and the tokens it stands on; `cue` is where the word of saying stands."""

    source: str
    first: int
    last: int
    cue: int
    told: bool = False  # by "according to", not as the subject of a verb


def credits(sentence: Sentence, salient: str | None = None, last: str | None = None) -> list[Credit]:
    """The sources a sentence credits, in order of their cues.

    `salient` is the entity that "the company" stands for, `last` the source that "she" stands for.
    """
    hits = sentence.tokens.hits
    found: list[Credit] = []
    if not may_credit(sentence):
        return found
    articles = sentence.tokens.after("determiner")  # "il secondo trimestre" credits nobody
    for category in ("according", "by"):
        cues = (hit for hit in hits.get(category, ()) if category == "by" or hit[0] not in articles)
        found += [credit for hit in cues if (credit := _following(sentence, hit))]
    found += [credit for hit in hits.get("according_first", ()) if (credit := _opening(sentence, hit))]
    taken = {token for credit in found for token in range(credit.first, credit.last)}
    parties = _parties(sentence, salient, last) if "say" in hits or "forecast" in hits else []
    for category, reach in (("say", _LOOK), ("forecast", _NEXT)):
        spoken = (_speaker(sentence, hit, parties, reach) for hit in hits.get(category, ()))
        found += [credit for credit in spoken if credit and credit.first not in taken]
    if not found:
        found += [c for hit in hits.get("data", ()) if (c := _owner(sentence, hit))]
    return sorted(found, key=lambda credit: credit.cue)


def may_credit(sentence: Sentence) -> bool:
    """Whether a sentence has a cue that credits somebody."""
    return not _CUES.isdisjoint(sentence.tokens.hits)


def _parties(sentence: Sentence, salient: str | None, last: str | None) -> list[Party]:
    """Who could be speaking: names, groups without a name, "the company", a pronoun; none behind a preposition."""
    tokens = sentence.tokens
    hits = tokens.hits
    led = tokens.after("preposition").keys() | tokens.after("of").keys()
    articles = {end: start for end, (start, _) in tokens.after("determiner").items()}
    found = [(name.first, name.last, name.entity) for name in sentence.names if name.region is None]
    starts, ends = {first for first, _, _ in found}, {last for _, last, _ in found}
    groups = [(a, b, tokens.span(a, b)) for a, b, _ in hits.get("unnamed", ()) if b not in ends]
    found += [group for group in groups if group[1] not in starts and not _covered(group, found)]
    relative = {first for first, _, _ in hits.get("relative", ())}  # "the firm, which said": the firm
    for category, entity in (("generic", salient), ("own", salient), ("pronoun", last)):
        free = [party for party in found if _is_free(party, led, articles)] if category == "pronoun" else []
        spans = [
            (a, b, meant) for a, b, _ in hits.get(category, ())
            if b not in ends and a not in relative and (meant := _meant(a, free) or entity)
        ]  # fmt: skip
        found = [party for party in found if not any(a <= party[0] < b for a, b, _ in spans)] + spans
    return [_spoken_for(party, sentence) for party in found if _is_free(party, led, articles)]


def _is_free(party: Party, led: set[int], articles: dict[int, int]) -> bool:
    """Whether no preposition stands before a party, its article left aside."""
    return party[0] not in led and articles.get(party[0]) not in led


def _meant(at: int, parties: Sequence[Party]) -> str | None:
    """The first party of the sentence before a pronoun, which it stands for."""
    return next((entity for _, last, entity in parties if last <= at), None)


def _spoken_for(party: Party, sentence: Sentence) -> Party:
    """The party itself, or the body it speaks for: a spokeswoman for Orlin, an Orlin spokesman."""
    first, last, _ = party
    if not any(first <= at < last for at, _, _ in sentence.tokens.hits.get("spokesperson", ())):
        return party
    near = (n for n in sentence.names if -1 <= first - n.last <= 0 or last <= n.first <= last + _FOR)
    body = next((n for n in near if n.region is None and not _broken(sentence, last, n.first)), None)
    return (first, last, body.entity) if body else party


def _covered(group: Party, names: list[Party]) -> bool:
    return any(first <= group[0] < last for first, last, _ in names)


def _following(sentence: Sentence, hit: Hit) -> Credit | None:
    """The source after "according to": a name close by, a group without a name, or the words up to the comma."""
    _, start, _ = hit
    limit = start + _LOOK
    for name in sentence.names:
        if name.region is None and start <= name.first <= limit and not _broken(sentence, start, name.first, commas=1):
            return Credit(name.entity, name.first, name.last, hit[0], told=True)
    for first, last, _ in sentence.tokens.hits.get("unnamed", ()):
        if start <= first <= limit and not _broken(sentence, start, first):
            return Credit(sentence.tokens.span(first, last), first, last, hit[0])
    return None


def _opening(sentence: Sentence, hit: Hit) -> Credit | None:
    """The source in a phrase that opens a sentence up to its comma: for the prosecutor, the loss is 3 million."""
    start = hit[0]
    credit = _following(sentence, hit) if start <= 1 else None
    forms = sentence.tokens.forms
    return credit if credit and credit.last < len(forms) and forms[credit.last] == "," else None


def _speaker(sentence: Sentence, hit: Hit, parties: list[Party], reach: int) -> Credit | None:
    """The subject of a verb of saying: right after it where a comma or quote stands before, else before it."""
    first, last, _ = hit
    tokens = sentence.tokens
    turned = first == 0 or tokens.forms[first - 1] in ',"”»“…'
    span, commas = (_OFFICE, 1) if turned else (4, 0)
    after = [p for p in parties if last <= p[0] <= last + span and not _broken(sentence, last, p[0], commas)]
    before = [p for p in parties if p[1] <= first and _way(p[1], first, sentence) <= reach]
    inverted = turned or (after and not before)
    chosen = min(after) if after and inverted and reach > _NEXT else max(before) if before else None
    return Credit(chosen[2], chosen[0], chosen[1], first) if chosen else None


def _way(end: int, verb: int, sentence: Sentence) -> int:
    """The cost from a party to its verb, an apposition between commas left out: Ana Orlin, head of the firm, said."""
    forms, gaps = sentence.tokens.forms, sentence.gaps
    if end < verb and forms[end] == ",":
        closed = next((i for i in range(verb - 1, max(end, verb - _LOOK), -1) if forms[i] == ","), end)
        if closed > end and not any(end < other.first < closed for other in sentence.quantities):
            return gaps[verb] - gaps[closed + 1]
    return gaps[verb] - gaps[end]


def _owner(sentence: Sentence, hit: Hit) -> Credit | None:
    """The name in front of "data", "figures": whose they are."""
    first, _, _ = hit
    for name in reversed(sentence.names):
        if name.last <= first <= name.last + 4 and not _broken(sentence, name.last, first):
            return Credit(name.entity, name.first, name.last, first)
    return None


def _broken(sentence: Sentence, a: int, b: int, commas: int = 0) -> bool:
    """Whether a sign parts two tokens; `commas` of them may stand between a description and its name."""
    forms = sentence.tokens.forms[a:b]
    return forms.count(",") > commas or any(form in ';:()"“”«»' for form in forms)


def source_of(quantity: Quantity, sentence: Sentence, found: list[Credit]) -> str | None:
    """The credit that governs a figure: the nearest cue before it, else the nearest after."""
    before = [credit for credit in found if credit.cue < quantity.first]
    if before:
        return before[-1].source
    return found[0].source if found else None


def stance_of(quantity: Quantity, sentence: Sentence, credited: bool) -> Stance:
    """How the figure is put forward, from the nearest cue of its clause."""
    span = (quantity.first, quantity.last)
    best: tuple[int, Stance] | None = None
    dated = {token for mention in sentence.periods for token in range(mention.first, mention.last)}
    for category, stance, reach in _STANCES:
        for first, last, _ in sentence.tokens.hits.get(category, ()):
            if first in dated:
                continue  # the month of May
            cost = distance(sentence, (first, last), span) + (_BEHIND if first > quantity.first else 0)
            if cost <= reach and (best is None or cost < best[0]):
                best = (cost, stance)
    if best:
        return best[1]
    return "reported" if credited else "asserted"


def is_negated(quantity: Quantity, sentence: Sentence) -> bool:
    """True where a word of negation stands directly before the figure or its verb."""
    return any(
        last <= quantity.first and sentence.gaps[quantity.first] - sentence.gaps[last] <= 2
        for _, last, _ in sentence.tokens.hits.get("negation", ())
    )
