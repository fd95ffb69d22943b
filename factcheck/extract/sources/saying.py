"""Who is the subject of a verb of saying: before it, behind it where it is turned round, or within its phrase."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.names.offices import Party, Voices, groups
from factcheck.extract.sources.phrase_speakers import described_before, follows_phrase, led_by_article, phrase_behind
from factcheck.extract.sources.saying_verbs import (
    HEAD,
    REACH,
    Verb,
    is_compared,
    is_infinitive,
    is_noun,
    is_participle,
    is_passive,
    is_to_come,
    way,
)
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit

NEAR = 5  # how far it may stand from one that is not always a verb of saying: "the firm on Monday raised its forecast"
_FAR = 12  # tokens from which on a relative stands for somebody nearer
_APPOSED, _NEXT = 1, 2  # tokens between a subject and its verb, between a verb and the subject behind it
_OTHERS = ("copula", "change", "metric_verb", "say", "holds", "forecast", "plan", "relative")
_VERBS = ("copula", "change", "metric_verb", "forecast", "plan", "conditional")  # a word before one is its subject


def subject_of(sentence: Sentence, hit: Hit, speaking: Sequence[Party], voices: Voices, reach: int) -> Party | None:
    """The party that says what a verb of saying introduces."""
    inside = next((party for party in speaking if hit[0] <= party[0] and party[1] <= hit[1]), None)
    if inside:
        return inside
    if hit[0] in sentence.tokens.first("saying"):
        return _reporting(sentence, hit[0], [*groups(sentence, voices), *speaking])
    if is_noun(sentence, hit) or is_passive(sentence, hit[0]) or is_to_come(sentence, hit[0]):
        return None
    if is_infinitive(sentence, hit[0]) or is_compared(sentence, hit[0], voices.attributes):
        return None
    if is_participle(sentence, hit[0], voices.participles):
        return None
    verb = Verb.of(sentence, hit, speaking, reach)
    return _touching(verb) or _farther(verb, hit, speaking) or _unsaid(verb, hit, voices)


def _reporting(sentence: Sentence, first: int, speaking: Sequence[Party]) -> Party | None:
    """Who stands before a participle: with Orlin reporting."""
    beside = [(n.first, n.last, n.entity) for n in sentence.names if n.last == first and n.region is None]
    beside += [party for party in speaking if party[1] == first]
    return next(iter((*beside, *(party for party in speaking if party[1] <= first))), None)


def _touching(verb: Verb) -> Party | None:
    """The party right beside a verb, or the common words right behind it."""
    sentence, before, after = verb.sentence, verb.before, verb.after
    if verb.turned and after and before and _opens_clause(sentence, before[-1], after[0], verb.start):
        return before[-1]
    next_behind = bool(after) and after[0][0] - verb.behind <= _NEXT
    far = verb.first - before[-1][1] > _FAR if before else False
    if far and (antecedent := _antecedent(sentence, verb.start, None)):
        return antecedent  # Ana Ruiz, …, of exporters, who expect
    if before and way(before[-1][1], verb.first, sentence) <= _APPOSED and not next_behind:
        return before[-1]  # the union, for its part, puts the figure at 300
    alone = verb.turned and not after and verb.reach >= REACH
    if alone and all(way(party[1], verb.first, sentence) > NEAR for party in before):
        phrase = phrase_behind(sentence, verb.behind)
        if phrase:
            return phrase  # …, reported the evening paper
    if next_behind and _asks_behind(sentence, after[0], verb.start, verb.reach):
        return after[0]  # the plan that announced, in Spanish, Ana Ruiz
    return None


def _farther(verb: Verb, hit: Hit, speaking: Sequence[Party]) -> Party | None:
    """The party behind a verb that is turned round, else the nearest before it, else who opens the sentence."""
    sentence, before, after = verb.sentence, verb.before, verb.after
    inverted = verb.turned or bool(
        after and not before and not _has_subject(sentence, verb.start, verb.behind, after[0][0])
    )
    joined = not verb.marked and verb.first in sentence.tokens.after("conjunction")
    far = bool(speaking) and verb.first - speaking[0][1] > _FAR
    if not before and joined and far and (antecedent := _antecedent(sentence, verb.start, None)):
        return antecedent
    if not before and (joined or _framed(sentence, speaking, hit)):
        before, inverted = [party for party in speaking if party[1] < verb.first][:1], False
    led = bool(after) and inverted and _led_by_time(sentence, after[0], verb.first, verb.behind)
    if led or (after and inverted and (verb.turned or verb.reach >= REACH)):
        return min(after)
    before = before or _opening(sentence, speaking, verb.start)
    return min(before, key=lambda party: (way(party[1], verb.first, sentence), -party[0])) if before else None


def _unsaid(verb: Verb, hit: Hit, voices: Voices) -> Party | None:
    """Whom a relative stands for, or the pronoun that some languages drop."""
    bare = verb.marked and verb.reach >= REACH and not led_by_article(verb.sentence, verb.behind)
    dropped = (hit[0], hit[1], voices.dropped) if bare and voices.dropped else None
    return _antecedent(verb.sentence, verb.start, voices) or dropped


def _opening(sentence: Sentence, speaking: Sequence[Party], verb: int) -> list[Party]:
    """Who opens a sentence, where no other verb stands before that of saying: Orlin, at about 5 am, spoke of."""
    tokens = sentence.tokens
    for party in speaking[:1]:
        between = range(party[1], verb)
        other = any(at in between for kind in _OTHERS for at in tokens.first(kind))
        if party[0] <= HEAD and party[1] <= verb and not other:
            return [party]
    return []


def _has_subject(sentence: Sentence, verb: int, behind: int, after: int) -> bool:
    """Whether common words before a verb are its subject, no preposition leading to who stands behind it."""
    led = sentence.tokens.first("preposition")
    return follows_phrase(sentence, verb) and not any(at in led for at in range(behind, after))


def _asks_behind(sentence: Sentence, after: Party, verb: int, reach: int) -> bool:
    """Whether a verb right behind a relative has its subject right behind itself: el plan que anunció Orlin."""
    tokens = sentence.tokens
    closing = after[1] >= len(tokens) or not tokens.forms[after[1]][0].isalnum()
    if (
        (reach < REACH and not closing)
        or verb not in tokens.after("relative")
        or after[1] in tokens.first("possessive")
    ):
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
    if not closing or not speaking:
        return False
    end, forms = speaking[0][1], tokens.forms
    if forms[end : end + 1] == [","]:  # Ana Ruiz, deren Partei gewann, hat … versprochen
        end = next((at + 1 for at in range(end + 1, hit[0]) if forms[at] == ","), end)
    return last > hit[1] or end in auxiliaries


def _led_by_time(sentence: Sentence, after: Party, verb: int, behind: int) -> bool:
    """Whether the phrase that opens the sentence pushed the subject right behind its verb: for 2005 expects Orlin."""
    opened = 0 in sentence.tokens.first("preposition") or any(mention.first == 0 for mention in sentence.periods)
    return opened and after[0] - behind <= 1 and "," not in sentence.tokens.forms[:verb]


def _antecedent(sentence: Sentence, verb: int, voices: Voices | None) -> Party | None:
    """Whom the relative right before a verb stands for, whatever leads it: losses of exporters, who expect."""
    relative = sentence.tokens.after("relative").get(verb)
    if relative is None or relative[0] == 0:
        return None
    end = relative[0] - (sentence.tokens.forms[relative[0] - 1] == ",")
    named = [(n.first, n.last, n.entity) for n in sentence.names if n.sure and n.region is None]
    ending = [party for party in (*named, *groups(sentence, voices or Voices())) if party[1] == end]
    return max(ending) if ending else described_before(sentence, end)
