"""Who could be speaking in a sentence: names, offices, bodies and groups without a name, "the company", a pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.names.offices import Party, Voices, broken, groups, offices
from factcheck.extract.sources.papers import documents
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Edges

_LINK = 3  # tokens between a name and what only describes it: Ana Ruiz of the chain Orlin
_WORDS = 4  # tokens between "the" and what the firm is called: the Lisbon-based shoe maker
_FIRMS = frozenset({"own", "generic", "called"})
_CLOSING = ',"”»“'
_OFFICIAL = 9  # common words between a name's first word and its initials in brackets
_BRACKETS = 4  # tokens in the brackets behind a name


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
        led = (after("preposition").keys() | after("of").keys()) - after("introduces").keys()
        return cls(led, after("determiner"), first("possessive"), first("title"))

    def is_free(self, party: Party) -> bool:
        """Whether no preposition stands before a party, its article left aside."""
        return party[0] not in self.led and self.articles.get(party[0], (-1,))[0] not in self.led


def parties(sentence: Sentence, voices: Voices) -> list[Party]:
    """Everybody who could be the subject of a verb of saying; nobody behind a preposition."""
    marks = _Marks.of(sentence)
    called = sentence.tokens.after("unnamed")  # the union Orlin
    told = (name for name in bearers(sentence) if name.sure or " " in name.entity or name.first in called)
    names = [_with_brackets(name, sentence) for name in told]
    names = documents(sentence, names, voices) + names
    found = names + [
        _with_initials(party, sentence) for party in (*groups(sentence, voices), *offices(sentence, voices))
        if not any(first <= party[0] < last for first, last, _ in names)
    ]  # fmt: skip
    free = [party for party in sorted(found) if marks.is_free(party)]
    referring = [*firms(sentence, voices), *_pronouns(sentence, voices, free)]
    free = [party for party in free if not any(a <= party[0] < b for a, b, _ in referring)]
    free = sorted({*free, *(party for party in referring if marks.is_free(party))})
    return [party for i, party in enumerate(free) if not _is_aside(i, free, marks, sentence)]


def _with_initials(party: Party, sentence: Sentence) -> Party:
    """A body without a name, or the initials in brackets behind its common words: the agency for health (AFH)."""
    forms, verbs = sentence.tokens.forms, {at for kind in ("say", "copula") for at in sentence.tokens.first(kind)}
    for name in sentence.names:
        between = range(party[1], name.first - 1)
        if 0 < len(between) <= _OFFICIAL and name.entity.isupper() and name.last - name.first == 1:
            closed = forms[name.first - 1] == "(" and forms[name.last : name.last + 1] == [")"]
            if closed and all(forms[at][0].isalpha() and at not in verbs for at in between):
                return party[0], name.last, name.entity
    return party


def bearers(sentence: Sentence) -> list[Name]:
    """The names of a sentence that are no places and no mere words for the firm or another: la ONG."""
    called = sentence.tokens.after("generic")
    return [
        n for n in sentence.names
        if n.region is None and not (n.last in called and _is_word(n, sentence)) and not _is_quotation(n, sentence)
    ]  # fmt: skip


def _is_quotation(name: Name, sentence: Sentence) -> bool:
    """Whether a name is what somebody said: "We Have Won", he cried."""
    forms = sentence.tokens.forms
    quoted = name.first > 0 and forms[name.first - 1] in _QUOTES
    return (
        quoted
        and name.last - name.first > _TITLE
        and any(
            name.first <= first < name.last for kind in ("pronoun", "copula") for first in sentence.tokens.first(kind)
        )
    )


_QUOTES, _TITLE = '"„“”«»', 3  # words of the longest title


def initials_behind(name: Name, sentence: Sentence) -> Name | None:
    """The initials in brackets behind a name that is cut off where its common words begin: Guild of bakers (GB)."""
    forms = sentence.tokens.forms
    for other in sentence.names:
        if name.last < other.first <= name.last + _OFFICIAL and other.last - other.first == 1 < sum(
            map(str.isupper, other.entity)
        ):
            between = forms[name.last : other.first]
            closed = forms[other.last : other.last + 1] == [")"] and between[-1] == "("
            plain = all(form[0].isalpha() for form in between[:-1])
            cut = name.last - name.first == 1 and other.entity != name.entity
            return other if closed and plain and cut else None
    return None


def _is_word(name: Name, sentence: Sentence) -> bool:
    """Whether a word for a firm is no name: one that stands for nothing longer, or for another than what follows."""
    noun, entity = sentence.tokens.span(name.first, name.last).lower(), name.entity.lower()
    others = _of_others(sentence, name.last) is not None
    return noun not in entity if others else noun == entity


def _with_brackets(name: Name, sentence: Sentence) -> Party:
    """A name with the brackets behind it: Orlin Foundation (OF), Ana Ruiz (34)."""
    forms = sentence.tokens.forms
    if initials := initials_behind(name, sentence):
        return name.first, initials.last + 1, initials.entity
    if name.last < len(forms) and forms[name.last] == "(":
        inside = range(name.last + 2, min(name.last + 1 + _BRACKETS, len(forms)))
        closed = next((i for i in inside if forms[i] == ")"), None)
        if closed:
            return name.first, closed + 1, name.entity
    return name.first, name.last, name.entity


def firms(sentence: Sentence, voices: Voices) -> Iterator[Party]:
    """The words for the firm: "the company", "the Lisbon-based group", "the management"; none beside its name."""
    hits = sentence.tokens.hits
    if voices.firm is None or not hits.keys() & _FIRMS:
        return
    named = {at for name in bearers(sentence) for at in range(name.first, name.last)}
    bodies = {at for first, last, _ in hits.get("unnamed", ()) for at in range(first, last)}  # "the government"
    ends = {name.first for name in bearers(sentence)} | {first for first, _, _ in hits.get("possessive", ())}
    own = ((a, b) for a, b, _ in hits.get("own", ()) if named.isdisjoint(range(a, b)))
    called = ((a, b) for a, b, _ in hits.get("generic", ()))
    other = ((a, b) for a, b in (*called, *_described(sentence)) if (named | bodies).isdisjoint(range(a, b)))
    for a, b in (*own, *other):
        end = _of_others(sentence, b)
        if end is not None:
            yield a, end, sentence.tokens.span(a, end)
        elif b not in ends:
            yield a, b, voices.firm


def _of_others(sentence: Sentence, at: int) -> int | None:
    """The token behind the common words that make the firm another: the association of savers, not that of Orlin."""
    tokens = sentence.tokens
    linked = tokens.first("of").get(at)
    named = linked is not None and linked[0] < len(tokens) and tokens.forms[linked[0]].islower()
    return linked[0] + 1 if linked and named else None


def _described(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What a firm is called with words between: "the Lisbon-based group", where the language puts them there."""
    tokens = sentence.tokens
    heads = tokens.first("called")
    if not heads:
        return
    for first, last, _ in tokens.hits.get("definite", ()):
        for at in range(last + 1, min(last + 1 + _WORDS, len(tokens))):
            if at in heads and all(form[0].isalpha() or form == "-" for form in tokens.forms[last:at]):
                yield first, heads[at][0]
                break


def _pronouns(sentence: Sentence, voices: Voices, free: Sequence[Party]) -> Iterator[Party]:
    """The pronouns: the first party before one in the sentence, else the latest person or source."""
    hits = sentence.tokens.hits
    if "pronoun" not in hits:
        return
    barred = {first for category in ("relative", "determiner") for first, _, _ in hits.get(category, ())}  # its head
    for first, last, _ in hits.get("pronoun", ()):
        who = None if first in barred else _meant(first, last, sentence, voices, free)
        if who:
            yield first, last, who


def _meant(first: int, last: int, sentence: Sentence, voices: Voices, free: Sequence[Party]) -> str | None:
    """Whom a pronoun stands for; that of a closing "…, it said" seldom anybody its own sentence only mentions."""
    tokens = sentence.tokens
    before = [who for _, end, who in free if end <= first]
    if first in tokens.first("personal"):
        persons = [who for who in before if who in voices.persons]
        return next(iter((*persons, *filter(None, [voices.person]), *before)), voices.last)
    closing = first > 0 and tokens.forms[first - 1] in _CLOSING and last in tokens.first("say")
    if closing and voices.head is None and voices.last:
        return voices.last
    return next(iter(before), voices.last)


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


def _is_aside(at: int, free: Sequence[Party], marks: _Marks, sentence: Sentence) -> bool:
    """Whether a party only says whose or of what another one is."""
    first, last, _ = free[at]
    if at + 1 < len(free):
        after = free[at + 1][0]
        if last in marks.owners and not broken(sentence, last, after, commas=1):
            return True  # Orlin's head, Ana Ruiz
        if _behind_office(last, marks, sentence) == after:
            return True  # Orlin congresswoman Ana Ruiz; the committee chairman, MP Tom Berg
    before = free[at - 1][1] if at else first
    if before == first - 1 and sentence.tokens.forms[before] == ",":
        held = last in marks.titles or last in sentence.tokens.first("spokesperson")  # Ana Ruiz, Orlin spokeswoman
        called = all(first != name.first for name in sentence.names)  # Orlin, the Lisbon-based group, said
        return held or (called and not _acts(sentence, last))
    linked = 0 < first - before <= _LINK and before + 1 in marks.led
    return linked and not broken(sentence, before, first)  # Ana Ruiz of the chain Orlin
