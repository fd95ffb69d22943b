"""Offices and those who hold them, groups and bodies and those they belong to or speak for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence

Party = tuple[int, int, str]  # tokens [first, last) and who it is

_SIGNS = frozenset(';:()"“”«»')
_FOR = 3  # tokens between a spokesperson and the body, between a group and whom it belongs to
_HOLDER = 18  # tokens between an office and its holder: the head of consulting and research of Orlin Brazil, Ana Ruiz
_APPOSED = 3  # tokens between a name's comma and the office behind it


@dataclass(slots=True)
class Voices:
    """Whom the words for a speaker stand for at some point of an article."""

    firm: str | None = None  # the company
    last: str | None = None  # it, they
    person: str | None = None  # she, the minister
    body: str | None = None  # whom "the figures" are from
    holders: dict[str, str] = field(default_factory=dict)  # office -> who holds it
    head: str | None = None  # the firm or body that the sentence begins with
    persons: frozenset[str] = frozenset()
    participles: tuple[str, ...] = ()  # endings of a verb that lacks its auxiliary
    attributes: tuple[str, ...] = ()  # the same of one that describes the noun before it
    dropped: str | None = None  # a pronoun that the language leaves out: dijo que


def broken(sentence: Sentence, a: int, b: int, commas: int = 0) -> bool:
    """Whether a sign parts two tokens; `commas` of them may stand between a description and its name."""
    forms = sentence.tokens.forms[a:b]
    return forms.count(",") > commas or not _SIGNS.isdisjoint(forms)


def learn_offices(sentence: Sentence, persons: frozenset[str], holders: dict[str, str]) -> None:
    """Notes who holds which office: chief executive Ana Ruiz; Ana Ruiz, the chief executive of Orlin."""
    for first, last, _ in sentence.tokens.hits.get("title", ()):
        name = _holder(sentence, first, last)
        if name and name.entity in persons:
            holders[_words(sentence, first, last)] = name.entity


def offices(sentence: Sentence, voices: Voices) -> Iterator[Party]:
    """Offices that stand for their holder, else for the latest person: "the chief executive said"."""
    hits = sentence.tokens.hits
    definite = {end: start for start, end, _ in hits.get("definite", ())}
    for first, last, _ in hits.get("title", ()):
        held = voices.holders.get(_words(sentence, first, last)) or voices.person
        if held and first in definite and not _holder(sentence, first, last):
            yield definite[first], last, held


def groups(sentence: Sentence, voices: Voices) -> Iterator[Party]:
    """Groups and bodies without a name of their own, credited as printed or by the name of whom they belong to."""
    tokens, hits = sentence.tokens, sentence.tokens.hits
    if "unnamed" not in hits and "spokesperson" not in hits:
        return
    led = tokens.after("preposition")  # said to Orlin Press officials
    tellers = ("source", "statistics")
    bodies = [n for n in sentence.names if n.region is None and not (n.kind in tellers and n.first in led)]
    nations = {name.last: name.first for name in sentence.names if name.region}  # New Zealand officials
    taken = {name.first - 1 for name in bodies} | {name.last for name in bodies}
    taken |= {at for q in sentence.quantities if q.noun for at in range(*q.noun)}  # 20 officials
    taken |= {at for first, last, _ in hits.get("own", ()) for at in range(first, last)}
    taken |= {first for first, last, _ in hits.get("title", ()) if _is_held(sentence, first, last)}
    articles = {first: last for first, last, _ in hits.get("determiner", ())}
    for first, last, _ in sorted({*hits.get("unnamed", ()), *hits.get("spokesperson", ())}):
        if first in taken or last - 1 in taken:
            continue
        held = voices.holders.get(_words(sentence, first, last)) or _speaks_for(sentence, first, last, voices)
        name = None if held and first in tokens.first("title") else _owner(sentence, last)
        name = name or _spoken_for(sentence, first, last)
        bare = nations.get(first, min(articles.get(first, first), last - 1))
        who = name.entity if name else held or tokens.span(bare, last)
        yield first, name.last if name and name.first >= last else last, who


def _is_held(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an office has its holder beside it, and not the body a spokesperson is of: a spokesman for Orlin."""
    body = _spoken_for(sentence, first, last)
    return _holder(sentence, first, last) is not None and not (body and body.first > last)


def _holder(sentence: Sentence, first: int, last: int) -> Name | None:
    """The name an office stands beside: before it with at most a comma between, or behind it in apposition."""
    forms = sentence.tokens.forms
    owned = sentence.tokens.after("of")
    for name in sentence.names:
        if (
            name.region is None
            and last <= name.first <= last + _HOLDER
            and owned.keys().isdisjoint((name.first, name.lead))
        ):
            return None if broken(sentence, last, name.first, commas=1) or _acts(sentence, last, name.first) else name
        apposed = name.last < first <= name.last + _APPOSED and forms[name.last] in ",("
        if name.region is None and apposed and not _acts(sentence, last, last + 1):
            return name
    return None


def _acts(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a verb stands between an office and a name, who is then another: the speaker denied what Orlin said."""
    return any(a <= at < b for category in ("copula", "say", "holds") for at in sentence.tokens.first(category))


def _owner(sentence: Sentence, last: int) -> Name | None:
    """The firm or body that a group is of: analysts at Orlin Research; economists polled by Orlin Press."""
    hits = sentence.tokens.hits
    linked = {a: b for category in ("belongs", "by") for a, b, _ in hits.get(category, ())}
    linked = {a: b for a, b in linked.items() if a not in sentence.tokens.first("relayed")}
    start = linked.get(last)
    if start is None:
        return None
    name = next((name for name in sentence.names if start <= name.first < start + _FOR), None)
    return name if name and name.region is None and not broken(sentence, last, name.first) else None


def _speaks_for(sentence: Sentence, first: int, last: int, voices: Voices) -> str | None:
    """Whom a spokesperson without a name beside speaks for: a fire service spokeswoman; else the firm."""
    if not any(first <= at < last for at in sentence.tokens.first("spokesperson")):
        return None
    body = next((begin for begin, end, _ in sentence.tokens.hits.get("unnamed", ()) if end == first), None)
    return voices.firm if body is None else sentence.tokens.span(body, first)


def _spoken_for(sentence: Sentence, first: int, last: int) -> Name | None:
    """The body that a spokesperson speaks for: a spokeswoman for Orlin, an Orlin spokesman."""
    if not any(first <= at < last for at, _, _ in sentence.tokens.hits.get("spokesperson", ())):
        return None
    near = (n for n in sentence.names if -1 <= first - n.last <= 0 or last <= n.first <= last + _FOR)
    return next((n for n in near if n.region is None and not broken(sentence, last, n.first)), None)


def _words(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.tokens.words[first:last])
