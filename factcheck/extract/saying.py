"""Who is the subject of a verb of saying: before it, behind it where it is turned round, or within its phrase."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clauses import past_dates, without_auxiliaries
from factcheck.extract.offices import Party, Voices, broken, groups
from factcheck.extract.phrase_speakers import described_before
from factcheck.extract.sentences import Sentence
from factcheck.extract.tokens import Hit

REACH = 8  # how far a subject may stand from its verb
NEAR = 5  # the same for verbs that are not always verbs of saying: "the firm on Monday raised its forecast"
_OFFICE = 18  # tokens between "says" and a name that an office stands before: says the head of Orlin Brazil, Ana Ruiz
_BEHIND = 4
_APPOSED, _NEXT = 1, 2  # tokens between a subject and its verb, between a verb and the subject behind it
_WIDE = 40  # tokens of an apposition or a clause between commas
_MARKS = ',"”»“…'
_VERBS = ("copula", "change", "metric_verb", "forecast", "plan", "conditional")  # a word before one is its subject


def subject_of(sentence: Sentence, hit: Hit, speaking: Sequence[Party], voices: Voices, reach: int) -> Party | None:
    """The party that says what a verb of saying introduces."""
    tokens, (first, last, _) = sentence.tokens, hit
    inside = next((party for party in speaking if first <= party[0] and party[1] <= last), None)
    if inside:
        return inside
    if first in tokens.first("saying"):
        return next((party for party in speaking if party[1] <= first), None)
    if _is_noun(sentence, hit) or first in tokens.after("passive"):
        return None
    start = without_auxiliaries(sentence, first)
    marked = start == 0 or tokens.forms[start - 1] in _MARKS
    turned = marked and last not in tokens.first("relative") and first not in tokens.first("tells")
    behind = past_dates(sentence, last)
    span, commas = (_OFFICE, 1) if turned else (_BEHIND, 0)
    after = [p for p in speaking if behind <= p[0] <= behind + span and not broken(sentence, behind, p[0], commas)]
    before = [p for p in speaking if p[1] <= first and _way(p[1], first, sentence) <= reach]
    if turned and after and before and _opens_clause(sentence, before[-1], after[0], start):
        return before[-1]
    if before and _way(before[-1][1], first, sentence) <= _APPOSED and not (after and after[0][0] - behind <= _NEXT):
        return before[-1]  # the union, for its part, puts the figure at 300
    inverted = turned or (after and not before)
    joined = first in {end for _, end, _ in tokens.hits.get("conjunction", ())}
    if not before and (joined or _framed(sentence, speaking, hit)):
        before, inverted = [p for p in speaking if p[1] < first][:1], False
    if after and inverted and (turned or reach >= REACH or _led_by_time(sentence, after[0], first, behind)):
        return min(after)
    return max(before) if before else _antecedent(sentence, start, voices)


def _is_noun(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word that can be a verb is a noun here: estimates of, the report."""
    tokens, (first, last, _) = sentence.tokens, hit
    named = first in tokens.first("data")
    return named and (last in tokens.first("of") or first in tokens.after("determiner"))


def _opens_clause(sentence: Sentence, before: Party, after: Party, verb: int) -> bool:
    """Whether the party behind a verb is the subject of what is said: Ana Ruiz, said Orlin would close."""
    tokens = sentence.tokens
    apposed = before[1] == verb - 1 and tokens.forms[before[1]] == "," and after[0] not in tokens.first("pronoun")
    return apposed and any(after[1] in tokens.first(category) for category in _VERBS)


def _framed(sentence: Sentence, speaking: Sequence[Party], hit: Hit) -> bool:
    """Whether a verb closes the clause that a party opens: analysts had … expected, since Orlin … announced has."""
    tokens = sentence.tokens
    auxiliaries = tokens.first("copula")
    last = hit[1] + (hit[1] in auxiliaries)
    closing = last == len(tokens) or tokens.forms[last] in ".,;"
    return closing and bool(speaking) and (last > hit[1] or speaking[0][1] in auxiliaries)


def _led_by_time(sentence: Sentence, after: Party, verb: int, behind: int) -> bool:
    """Whether the phrase that opens the sentence pushed the subject right behind its verb: for 2005 expects Orlin."""
    opened = 0 in sentence.tokens.first("preposition") or any(mention.first == 0 for mention in sentence.periods)
    return opened and after[0] - behind <= 1 and "," not in sentence.tokens.forms[:verb]


def _antecedent(sentence: Sentence, verb: int, voices: Voices) -> Party | None:
    """Whom the relative right before a verb stands for, whatever leads it: losses of exporters, who expect."""
    relative = sentence.tokens.after("relative").get(verb)
    if relative is None or relative[0] == 0:
        return None
    end = relative[0] - (sentence.tokens.forms[relative[0] - 1] == ",")
    named = [(n.first, n.last, n.entity) for n in sentence.names if n.sure and n.region is None]
    ending = [party for party in (*named, *groups(sentence, voices)) if party[1] == end]
    return max(ending) if ending else described_before(sentence, end)


def _way(end: int, verb: int, sentence: Sentence) -> int:
    """The cost from a party to its verb, an apposition between commas left out: Ana Orlin, head of the firm, said."""
    forms, gaps = sentence.tokens.forms, sentence.gaps
    if end < verb <= end + _WIDE and forms[end] == ",":
        closed = next((i for i in range(verb - 1, max(end, verb - REACH), -1) if forms[i] == ","), end)
        told = closed - end == 2 or any(end + 1 in sentence.tokens.first(kind) for kind in ("relative", "determiner"))
        if closed > end and (told or not any(end < other.first < closed for other in sentence.quantities)):
            return gaps[verb] - gaps[closed + 1]
    return gaps[verb] - gaps[end]
