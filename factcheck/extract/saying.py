"""Who is the subject of a verb of saying: before it, behind it where it is turned round, or within its phrase."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.clauses import past_dates, without_auxiliaries
from factcheck.extract.offices import Party, Voices, broken, groups
from factcheck.extract.phrase_speakers import described_before, follows_phrase, phrase_behind
from factcheck.extract.sentences import Sentence
from factcheck.extract.tokens import Hit

REACH = 8  # how far a subject may stand from its verb
NEAR = 5  # the same for verbs that are not always verbs of saying: "the firm on Monday raised its forecast"
_OFFICE = 18  # tokens between "says" and a name that an office stands before: says the head of Orlin Brazil, Ana Ruiz
_TURNED, _BEHIND = 8, 4  # the same where a sign stands before the verb, where none does
_LEADS = ("relative", "conjunction")
_OFFICES = ("title", "spokesperson", "determiner", "unnamed", "owners")
_APPOSED, _NEXT = 1, 2  # tokens between a subject and its verb, between a verb and the subject behind it
_WIDE = 40  # tokens of an apposition or a clause between commas
_MARKS = ',"”»“…'
_HEAD = 3  # tokens before a subject that opens its sentence: its title, its article
_AHEAD = ("forecast", "plan", "conditional")
_NO_ADVERBS = ("pronoun", "determiner", "preposition", "conjunction", "relative", "unnamed")
_OTHERS = ("copula", "change", "metric_verb", "say", "holds", "forecast", "plan", "relative")
_VERBS = ("copula", "change", "metric_verb", "forecast", "plan", "conditional")  # a word before one is its subject


def subject_of(sentence: Sentence, hit: Hit, speaking: Sequence[Party], voices: Voices, reach: int) -> Party | None:
    """The party that says what a verb of saying introduces."""
    tokens, (first, last, _) = sentence.tokens, hit
    inside = next((party for party in speaking if first <= party[0] and party[1] <= last), None)
    if inside:
        return inside
    if first in tokens.first("saying"):
        beside = ((n.first, n.last, n.entity) for n in sentence.names if n.last == first and n.region is None)
        return next(iter((*beside, *(party for party in speaking if party[1] <= first))), None)  # with Orlin reporting
    if _is_noun(sentence, hit) or _is_passive(sentence, first):
        return None
    start = without_auxiliaries(sentence, first)
    if any(at in tokens.after(category) for category in _AHEAD for at in range(start, first + 1)):
        return None  # who will report profits has not told of them
    marked = start == 0 or tokens.forms[start - 1] in _MARKS
    turned = marked and last not in tokens.first("relative") and first not in tokens.first("tells")
    turned = turned and not _closes_apposition(sentence, speaking, start)
    behind = past_dates(sentence, last)
    after = _behind(sentence, speaking, behind, turned)
    before = [p for p in speaking if p[1] <= first and _way(p[1], first, sentence) <= reach]
    if turned and after and before and _opens_clause(sentence, before[-1], after[0], start):
        return before[-1]
    if before and _way(before[-1][1], first, sentence) <= _APPOSED and not (after and after[0][0] - behind <= _NEXT):
        return before[-1]  # the union, for its part, puts the figure at 300
    alone = turned and not after and reach >= REACH and all(_way(p[1], first, sentence) > NEAR for p in before)
    if alone and (phrase := phrase_behind(sentence, behind)):
        return phrase  # …, reported the evening paper
    if after and after[0][0] - behind <= _NEXT and _asks_behind(sentence, after[0], start, reach):
        return after[0]  # the plan that announced, in Spanish, Ana Ruiz
    inverted = turned or (after and not before and not _has_subject(sentence, start, behind, after[0][0]))
    joined = first in {end for _, end, _ in tokens.hits.get("conjunction", ())}
    if not before and (joined or _framed(sentence, speaking, hit)):
        before, inverted = [p for p in speaking if p[1] < first][:1], False
    if after and inverted and (turned or reach >= REACH or _led_by_time(sentence, after[0], first, behind)):
        return min(after)
    before = before or _opening(sentence, speaking, start)
    if before:
        return min(before, key=lambda party: (_way(party[1], first, sentence), -party[0]))
    meant = _antecedent(sentence, start, voices)
    bare = voices.drops and marked and reach >= REACH and behind not in tokens.first("determiner")
    return meant or ((first, last, voices.last) if bare and voices.last else None)  # it, which some languages drop


def _behind(sentence: Sentence, speaking: Sequence[Party], at: int, turned: bool) -> list[Party]:
    """Who stands behind a verb whose subject may follow it; far only where an office leads to him."""
    tokens = sentence.tokens
    led = at not in tokens.first("determiner") and any(at in tokens.first(kind) for kind in _LEADS)
    if led or tokens.forms[at : at + 1] == [","]:
        return []  # said that Orlin; …, it said, Orlin
    offices = any(at in tokens.first(kind) or at + 1 in tokens.first(kind) for kind in _OFFICES)
    span, commas = (_OFFICE if offices else _TURNED, 1) if turned else (_BEHIND, 0)
    return [p for p in speaking if at <= p[0] <= at + span and not broken(sentence, at, p[0], commas)]


def _opening(sentence: Sentence, speaking: Sequence[Party], verb: int) -> list[Party]:
    """Who opens a sentence, where no other verb stands before that of saying: Orlin, at about 5 am, spoke of."""
    tokens = sentence.tokens
    for party in speaking[:1]:
        between = range(party[1], verb)
        other = any(at in between for kind in _OTHERS for at in tokens.first(kind))
        if party[0] <= _HEAD and party[1] <= verb and not other:
            return [party]
    return []


def _is_noun(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word that can be a verb is a noun here: estimates of, the report."""
    tokens, (first, last, _) = sentence.tokens, hit
    led = first in tokens.after("determiner")
    if first in tokens.first("data") and (led or last in tokens.first("of")):
        return True
    return any(quantity.first < first < quantity.last for quantity in sentence.quantities)  # an estimated 300 ships


def _is_passive(sentence: Sentence, first: int) -> bool:
    """Whether the auxiliary of a passive stands before a verb, with at most an adverb between: was also found."""
    tokens = sentence.tokens
    passive = tokens.after("passive")
    if first in passive:
        return True
    plain = first - 1 in passive and tokens.forms[first - 1].islower()
    return plain and not any(first - 1 in tokens.first(kind) for kind in _NO_ADVERBS)


def _closes_apposition(sentence: Sentence, speaking: Sequence[Party], verb: int) -> bool:
    """Whether the comma before a verb ends what describes the subject: Ana Ruiz, head of the firm, has said."""
    forms = sentence.tokens.forms
    if verb < 2 or forms[verb - 1] != ",":
        return False
    opening = (party for party in speaking if party[0] <= _HEAD and party[1] < verb - 2 and forms[party[1]] == ",")
    return any("," not in forms[party[1] + 1 : verb - 1] for party in opening)


def _has_subject(sentence: Sentence, verb: int, behind: int, after: int) -> bool:
    """Whether common words before a verb are its subject, no preposition leading to who stands behind it."""
    led = sentence.tokens.first("preposition")
    return follows_phrase(sentence, verb) and not any(at in led for at in range(behind, after))


def _asks_behind(sentence: Sentence, after: Party, verb: int, reach: int) -> bool:
    """Whether a verb right behind a relative has its subject right behind itself: el plan que anunció Orlin."""
    tokens = sentence.tokens
    if reach < REACH or verb not in tokens.after("relative") or after[1] in tokens.first("possessive"):
        return False
    if after[0] > verb + 1 and any(after[0] - 1 in tokens.first(kind) for kind in ("relative", "conjunction")):
        return False
    return not any(after[1] in tokens.first(category) for category in _VERBS)


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
        closed = next((i for i in range(verb - 1, max(end, verb - REACH), -1) if forms[i] in _MARKS), end)
        told = closed - end == 2 or any(end + 1 in sentence.tokens.first(kind) for kind in ("relative", "determiner"))
        if closed > end and (told or not any(end < other.first < closed for other in sentence.quantities)):
            return gaps[verb] - gaps[closed + 1]
    return gaps[verb] - gaps[end]
