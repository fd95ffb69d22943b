"""A verb of saying: whether it is one here, and who stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.names.offices import Party, broken
from factcheck.extract.sources.addressees import addressee_end, is_addressed
from factcheck.extract.words.clauses import past_dates, without_auxiliaries
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Hit

REACH = 8  # how far a subject may stand from a verb of saying
HEAD = 3  # tokens before a subject that opens its sentence: its title, its article
_OFFICE = 18  # tokens between "says" and a name that an office stands before: says the head of Orlin Brazil, Ana Ruiz
_TURNED, _BEHIND = 8, 4  # the same where a sign stands before the verb, where none does
_LEADS = ("relative", "conjunction")
_OFFICES = ("title", "spokesperson", "determiner", "unnamed", "theirs")
_WIDE = 40  # tokens of an apposition or a clause between commas
_MARKS = ',"”»“…'
_DASHES = "-–—"
_ASIDES = "," + _DASHES
_AHEAD = ("forecast", "plan", "conditional")
_VERBS = ("copula", "plan", "forecast", "conditional", "metric_verb")
_NO_ADVERBS = ("pronoun", "determiner", "preposition", "conjunction", "relative", "unnamed")


@dataclass(slots=True)
class Verb:
    """A verb of saying, with whoever stands around it."""

    sentence: Sentence
    first: int
    start: int  # where its auxiliaries begin
    behind: int  # past the dates behind it
    reach: int
    marked: bool  # a sign stands before it
    turned: bool  # so that its subject follows
    before: list[Party]
    after: list[Party]

    @classmethod
    def of(cls, sentence: Sentence, hit: Hit, speaking: Sequence[Party], reach: int) -> Verb:
        """The verb of a hit, and whom it can have for its subject."""
        tokens, (first, last, _) = sentence.tokens, hit
        start, behind = without_auxiliaries(sentence, first), past_dates(sentence, last)
        resumed = tokens.after("resuming").get(start)  # das teilte das Amt mit; lo ha detto Ana Ruiz
        marked = start == 0 or tokens.forms[start - 1] in _MARKS or (resumed is not None and resumed[0] == 0)
        turned = marked and last not in tokens.first("relative") and first not in tokens.first("tells")
        turned = turned and not _closes_apposition(sentence, speaking, start)
        before = [p for p in speaking if p[1] <= first and way(p[1], first, sentence) <= reach]
        before = [p for p in before if not _is_bracketed(sentence, p[1], first)]
        after = _behind(sentence, speaking, behind, turned)
        return cls(sentence, first, start, behind, reach, marked, turned, before, after)


def is_noun(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word that can be a verb is a noun here: estimates of, the report."""
    tokens, (first, last, _) = sentence.tokens, hit
    led = first in tokens.after("determiner")
    if first in tokens.first("data") and (led or last in tokens.first("of")):
        return True
    if led and any(last in tokens.first(kind) for kind in ("copula", "change", "metric_verb", "of")):
        return True  # la demande a augmenté
    return any(quantity.first < first < quantity.last for quantity in sentence.quantities)  # an estimated 300 ships


def is_infinitive(sentence: Sentence, first: int) -> bool:
    """Whether "to" leads to a verb and nobody stands before it: able to claim, but urged Orlin to claim."""
    tokens = sentence.tokens
    return first in tokens.after("addressing") and first > 1 and tokens.forms[first - 2].islower()


def spoken_at(sentence: Sentence, at: int) -> int:
    """The token behind the verb of saying that begins at a token with its auxiliaries, or 0: según ha informado."""
    tokens = sentence.tokens
    auxiliaries = tokens.first("copula")
    while at in auxiliaries:
        at = auxiliaries[at][0]
    return tokens.first("say").get(at, (0,))[0]


def is_passive(sentence: Sentence, first: int) -> bool:
    """Whether the auxiliary of a passive stands before a verb, with at most an adverb between: was also found."""
    tokens = sentence.tokens
    passive = tokens.after("passive")
    if first in passive or any(hit[0] == first for hit in dated_agents(sentence)):
        return True
    plain = first - 1 in passive and tokens.forms[first - 1].islower()
    return plain and not any(first - 1 in tokens.first(kind) for kind in _NO_ADVERBS)


def is_participle(sentence: Sentence, first: int, endings: tuple[str, ...]) -> bool:
    """Whether a verb without its auxiliary describes what a comma parts from it: the fire, declared on Sunday."""
    tokens = sentence.tokens
    bare = first > 0 and tokens.forms[first - 1] == ","
    return bare and bool(endings) and tokens.words[first].endswith(endings)


def is_attribute(sentence: Sentence, first: int, endings: tuple[str, ...]) -> bool:
    """Whether a participle without auxiliary describes the noun right before it: los casos confirmados de."""
    tokens = sentence.tokens
    bare = bool(endings) and first > 0 and tokens.forms[first - 1].isalpha() and tokens.words[first].endswith(endings)
    helped = any(first - 1 in tokens.first(kind) for kind in ("copula", "passive", "present"))
    return bare and not helped and without_auxiliaries(sentence, first) == first


def is_compared(sentence: Sentence, first: int, endings: tuple[str, ...]) -> bool:
    """Whether "than" leads to a participle: worse than feared; plus que prévu, but not el 5 % que pedía."""
    tokens = sentence.tokens
    relative = first in tokens.after("relative") and not (endings and tokens.words[first].endswith(endings))
    return first in tokens.after("than") and not relative


def dated_agents(sentence: Sentence) -> list[Hit]:
    """The participles with "by" that a date or an adverb parts: released on Friday by, led recently by the bank."""
    hits = sentence.tokens.hits.get("by_verb", ())
    past = ((first, last, _past_adverb(sentence, past_dates(sentence, last)), word) for first, last, word in hits)
    words = [*sentence.tokens.words, ""]
    return [(first, at + 1, None) for first, last, at, word in past if at > last and words[at] == word]


def _past_adverb(sentence: Sentence, at: int) -> int:
    """The token behind a common word at a token, where it is no verb, preposition or noun's article."""
    tokens = sentence.tokens
    plain = at < len(tokens) and tokens.forms[at].isalpha() and tokens.forms[at].islower()
    return at + 1 if plain and not any(at in tokens.first(kind) for kind in (*_NO_ADVERBS, "copula")) else at


def is_to_come(sentence: Sentence, first: int) -> bool:
    """Whether a verb is put into the future: who will report profits has not told of them."""
    tokens = sentence.tokens
    verb = range(without_auxiliaries(sentence, first), first + 1)
    return any(at in tokens.after(category) for category in _AHEAD for at in verb)


def _is_bracketed(sentence: Sentence, end: int, verb: int) -> bool:
    """Whether a bracket around a party closes before a verb: Lisbon (Orlin Press) - The mayor said."""
    between = sentence.tokens.forms[end:verb]
    return ")" in between and between.count(")") > between.count("(")


def _behind(sentence: Sentence, speaking: Sequence[Party], at: int, turned: bool) -> list[Party]:
    """Who stands behind a verb whose subject may follow it; far only where an office leads to him."""
    tokens = sentence.tokens
    led = at not in tokens.first("determiner") and any(at in tokens.first(kind) for kind in _LEADS)
    if led or tokens.forms[at : at + 1] == [","]:
        return []  # said that Orlin; …, it said, Orlin
    heard = addressee_end(sentence, at)  # dijo a Orlin | el alcalde
    offices = any(i in tokens.first(kind) for kind in _OFFICES for i in {at, at + 1, heard, heard + 1})
    span, commas = (_OFFICE if offices else _TURNED, 1) if turned else (_BEHIND, 0)
    near = [p for p in speaking if at <= p[0] <= heard + span and not broken(sentence, at, p[0], commas)]
    return near[1:] if near and is_addressed(sentence, at, near[0]) else near


def _closes_apposition(sentence: Sentence, speaking: Sequence[Party], verb: int) -> bool:
    """Whether the comma before a verb ends what describes the subject: Ana Ruiz, head of the firm, has said."""
    forms = sentence.tokens.forms
    if verb < 2 or forms[verb - 1] != ",":
        return False
    opening = (party for party in speaking if party[0] <= HEAD and party[1] < verb - 2 and forms[party[1]] == ",")
    return any("," not in forms[party[1] + 1 : verb - 1] for party in opening)


def way(end: int, verb: int, sentence: Sentence) -> int:
    """The cost from a party to its verb, an apposition between commas left out: Ana Orlin, head of the firm, said."""
    forms, gaps = sentence.tokens.forms, sentence.gaps
    if not end < verb <= end + _WIDE or forms[end] not in _ASIDES:
        return gaps[verb] - gaps[end]
    dashed = forms[end] in _DASHES
    marks = _DASHES if dashed else _MARKS
    closed = next((i for i in range(verb - 1, max(end, verb - REACH), -1) if forms[i] in marks), end)
    told = dashed or closed - end == 2
    told = told or any(end + 1 in sentence.tokens.first(kind) for kind in ("relative", "determiner"))
    told = told or not any(end < other.first < closed for other in sentence.quantities)
    left_out = closed > end and told and not _resumes(sentence, end, closed)
    return gaps[verb] - gaps[closed + 1 if left_out else end]


def _resumes(sentence: Sentence, end: int, closed: int) -> bool:
    """Whether the verb of a party follows a comma between two tokens: Orlin, which is old, will close, said."""
    forms, verbs = sentence.tokens.forms, [sentence.tokens.first(kind) for kind in _VERBS]
    return any(forms[at] == "," and any(at + 1 in kind for kind in verbs) for at in range(end + 1, closed))
