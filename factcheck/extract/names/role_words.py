"""Words for what a person is, which stand for one named before: the striker, the 24-year-old, after Ana Lee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence
from factcheck.extract.words.tokens import Tokens

_LED = 4  # tokens between an article and the word: the 24-year-old Marlow striker
_NEAR = 2  # sentences back in which the person may have been named
_VERBS = ("change", "copula", "metric_verb", "metric_act", "say", "holds", "plan")
_SIGNS = frozenset(',;:()"“”«»')


@dataclass(slots=True)
class _Cast:
    """The persons of an article so far."""

    named: list[tuple[int, Name]] = field(default_factory=list)  # sentence and name, in order
    told: dict[str, str] = field(default_factory=dict)  # what a person is -> who was called so last
    called: dict[str, str] = field(default_factory=dict)  # who -> what the person was called last

    def meant(self, word: str | None, index: int) -> Name | None:
        """Who is meant: who was called so, else the last person, if possible one who was not called otherwise."""
        near = [name for at, name in self.named if index - at <= _NEAR]
        if word is None:
            return near[-1] if near else None
        if word in self.told:
            return next((name for _, name in reversed(self.named) if name.entity == self.told[word]), None)
        return next((name for name in reversed(near) if name.entity not in self.called), near[-1] if near else None)


def take_up_persons(sentences: Sequence[Sentence], rules: NameRules) -> None:
    """Adds a name wherever a word for what a person is stands for a person named before."""
    if not any("role" in sentence.tokens.hits or "no_age" in sentence.tokens.hits for sentence in sentences):
        return
    persons = _persons(sentences, rules)
    cast = _Cast()
    for sentence in sentences:
        names = {name.first: name for name in sentence.names if name.entity in persons and name.region is None}
        tokens = sentence.tokens
        roles = [(first, last, tokens.words[last - 1]) for first, last, _ in tokens.hits.get("role", ())]
        _tell(roles, sentence, names, cast)
        spots: dict[int, tuple[int, str | None]] = {last - 1: (first, word) for first, last, word in roles}
        spots |= {last - 1: (first, None) for first, last in _aged(tokens)}
        found = []
        for at in sorted({*names, *spots}):
            if at in names:
                cast.named.append((sentence.index, names[at]))
                continue
            first, word = spots[at]
            meant = cast.meant(word, sentence.index) if _stands(first, at + 1, sentence) else None
            if meant:
                found.append(_name(meant, first, at + 1, tokens))
        if found:
            taken = {at for name in found for at in range(name.first, name.last)}  # a noun with a capital is no name
            others = [name for name in sentence.names if taken.isdisjoint(range(name.first, name.last))]
            sentence.names = sorted([*others, *found], key=lambda name: name.first)


def _persons(sentences: Sequence[Sentence], rules: NameRules) -> set[str]:
    """The names that open with a given name, or that such a word stands right before: striker Lee."""
    found: set[str] = set()
    for sentence in sentences:
        roles = sentence.tokens.after("role")
        for name in sentence.names:
            words = name.entity.lower().split()
            given = len(words) > 1 and words[0] in rules.given_names and not any(map(rules.is_corporate, words))
            if name.region is None and (given or (name.first in roles and name.kind in ("", "person"))):
                found.add(name.entity)
    return found


def _tell(roles: list[tuple[int, int, str]], sentence: Sentence, names: dict[int, Name], cast: _Cast) -> None:
    """Notes what persons are called: striker Ana Lee; Ana Lee, the Marlow striker."""
    forms, ends = sentence.tokens.forms, {name.last: name for name in names.values()}
    for first, last, word in roles:
        commas = [at for at in range(max(0, first - _LED - 1), first) if forms[at] == ","]
        name = names.get(last) or (ends.get(commas[-1]) if commas else None)
        if name:
            cast.told[word], cast.called[name.entity] = name.entity, word


def _stands(first: int, last: int, sentence: Sentence) -> bool:
    """Whether an article leads the word, no name follows it, and it is no apposition to one."""
    tokens = sentence.tokens
    led = [at for at in tokens.after("definite") if 0 <= first - at <= _LED]
    if not led or any(name.first == last for name in sentence.names) or last in tokens.first("of"):
        return False
    start = tokens.after("definite")[max(led)][0]
    if not _SIGNS.isdisjoint(tokens.forms[start:first]):
        return False
    return not any(name.last == start - 1 and tokens.forms[start - 1] == "," for name in sentence.names)


def _aged(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The ages that stand for a person, right before a verb: the 24-year-old has."""
    verbs = {at for category in _VERBS for at in tokens.first(category)}
    for first, last, _ in tokens.hits.get("no_age", ()):
        start = first - 2 if first > 1 and tokens.forms[first - 1] in "-‑" else first - 1
        if start > 0 and last in verbs and tokens.forms[start][0].isdigit():
            yield start, last


def _name(meant: Name, first: int, last: int, tokens: Tokens) -> Name:
    return Name(first, last, tokens.starts[first], tokens.ends[last - 1], meant.entity, meant.known, None, meant.kind)
