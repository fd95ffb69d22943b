"""Who could be speaking in a sentence: names, offices, bodies and groups without a name, "the company", a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.extract.names.offices import Party, Voices, broken, groups, offices
from factcheck.extract.sources.bearers import bearers, with_brackets, with_initials
from factcheck.extract.sources.papers import documents
from factcheck.extract.sources.references import firms, organs, pronouns
from factcheck.extract.words.clauses import without_auxiliaries
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Edges

_SPOKEN = frozenset(',"“”»«')  # before a verb of saying that is turned round
_LINK = 3  # tokens between a name and what only describes it: Ana Ruiz of the chain Orlin


@dataclass(slots=True)
class _Marks:
    """The tokens of a sentence that tell who is the subject."""

    led: set[int]  # behind a preposition
    articles: Edges  # by the token behind them
    owners: Edges  # possessive signs
    titles: Edges

    @classmethod
    def of(cls, sentence: Sentence) -> _Marks:
        after, first = sentence.tokens.after, sentence.tokens.first
        led = (after("preposition").keys() | after("of").keys()) - after("introduces").keys() - after("relative").keys()
        joins = after("conjunction")
        for name, other in pairwise(sentence.names):  # of boats and harbours
            if name.lead in led and other.lead in joins and joins[other.lead][0] == name.last:
                led.add(other.lead)
        return cls(led, after("determiner"), first("possessive"), first("title"))

    def is_free(self, party: Party) -> bool:
        """Whether no preposition stands before a party, its article left aside."""
        return party[0] not in self.led and self.articles.get(party[0], (-1,))[0] not in self.led


def parties(sentence: Sentence, voices: Voices) -> list[Party]:
    """Everybody who could be the subject of a verb of saying; nobody behind a preposition."""
    marks = _Marks.of(sentence)
    called, bodies = sentence.tokens.after("unnamed"), sentence.tokens.first("bodies")  # the union Orlin
    counted = {at for quantity in sentence.quantities for at in range(*(quantity.noun or (0, 0)))}  # 300 ICEs
    told = (
        name
        for name in bearers(sentence)
        if name.first not in counted
        and (name.sure or " " in name.entity or name.first in called or name.first in bodies or _says(name, sentence))
    )
    names = [with_brackets(name, sentence) for name in told]
    names += _countries(sentence)
    names = documents(sentence, names, voices) + names
    found = names + [
        with_initials(party, sentence) for party in (*groups(sentence, voices), *offices(sentence, voices))
        if not any(first <= party[0] < last for first, last, _ in names)
    ]  # fmt: skip
    free = [party for party in sorted(found) if marks.is_free(party)]
    meant = list(organs(sentence, voices))
    taken = {at for first, last, _ in meant for at in range(first, last)}
    named = [party for party in firms(sentence, voices) if taken.isdisjoint(range(party[0], party[1]))]
    referring = [*meant, *named, *pronouns(sentence, voices, free)]
    free = [party for party in free if not any(a <= party[0] < b for a, b, _ in referring)]
    free = sorted({*free, *(party for party in referring if marks.is_free(party))})
    return [party for i, party in enumerate(free) if not _is_aside(i, free, marks, sentence)]


def _countries(sentence: Sentence) -> list[Party]:
    """The places right beside a verb of saying, whose government speaks: Norway said; according to Oslo."""
    places = [name for name in sentence.names if name.region]
    if not places:
        return []
    verbs = {without_auxiliaries(sentence, first) for first, _, _ in sentence.tokens.hits.get("say", ())}
    return [(name.first, name.last, name.entity) for name in places if name.last in verbs]


def _says(name: Name, sentence: Sentence) -> bool:
    """Whether a word without an article is where only who speaks is: …, sagte Orlin; wie Orlin am Montag mitteilte."""
    tokens = sentence.tokens
    if name.first in tokens.after("determiner"):
        return False
    verb = tokens.after("say").get(name.first)
    turned = verb is not None and verb[0] > 0 and tokens.forms[verb[0] - 1] in _SPOKEN
    opened = name.first in tokens.after("introduces")
    return turned or (opened and any(first >= name.last for first, _, _ in tokens.hits.get("say", ())))


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands right behind a party: Orlin reports, the mayor has announced."""
    tokens = sentence.tokens
    return at in tokens.first("copula") or at in tokens.first("say") or at in tokens.first("holds")


def _behind_office(at: int, marks: _Marks, sentence: Sentence) -> int:
    """The token behind the offices that begin at a token, and behind a comma between two of them or their holder."""
    forms, start = sentence.tokens.forms, at
    while at in marks.titles:
        at = marks.titles[at][0]
        at += at < len(forms) - 1 and forms[at] == ","
    return at if at > start else -1


def _is_named_behind(last: int, after: int, sentence: Sentence) -> bool:
    """Whether a name follows behind a comma that another comma closes: the economist, Ana Ruiz, said."""
    forms = sentence.tokens.forms
    if after != last + 1 or forms[last] != ",":
        return False
    return any(name.first == after and forms[name.last : name.last + 1] == [","] for name in sentence.names)


def _is_aside(at: int, free: Sequence[Party], marks: _Marks, sentence: Sentence) -> bool:
    """Whether a party only says whose or of what another one is."""
    first, last, _ = free[at]
    if at + 1 < len(free):
        after = free[at + 1][0]
        if last in marks.owners and not broken(sentence, last, after, commas=1):
            return True  # Orlin's head, Ana Ruiz
        if _behind_office(last, marks, sentence) == after:
            return True  # Orlin congresswoman Ana Ruiz; the committee chairman, MP Tom Berg
        if first in marks.titles and free[at + 1][2] != free[at][2] and sentence.tokens.forms[after - 1] == ",":
            return True  # el Secretario de Pesca de la Unión, Ana Ruiz
        if _is_named_behind(last, after, sentence) and all(first != name.first for name in sentence.names):
            return True  # the bank's economist, Ana Ruiz, said
    before = free[at - 1][1] if at else first
    if before == first - 1 and sentence.tokens.forms[before] == ",":
        held = last in marks.titles or last in sentence.tokens.first("spokesperson")  # Ana Ruiz, Orlin spokeswoman
        called = all(first != name.first for name in sentence.names)  # Orlin, the Lisbon-based group, said
        return held or (called and not _acts(sentence, last))
    linked = 0 < first - before <= _LINK and before + 1 in marks.led
    return linked and not broken(sentence, before, first)  # Ana Ruiz of the chain Orlin
