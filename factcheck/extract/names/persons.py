"""The persons who lead or speak in an article, and the firms and products that are no persons."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.subjects.standing import TELLERS
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.sentences import Sentence


def persons_of(sentences: Sequence[Sentence], given_names: frozenset[str]) -> frozenset[str]:
    """The names that open with a given name, or stand by a title or an office: Dr Orlin; the head, Ana Orlin."""
    names = [(n, s) for s in sentences for n in s.names if not n.known and n.region is None]
    persons = {
        name.entity for name, sentence in names
        if " " in name.entity
        and (name.entity.split()[0].lower() in given_names or _holds_office(name, sentence))
    }  # fmt: skip
    surnames = {person.split()[-1] for person in persons}
    return frozenset(persons | {name.entity for name, _ in names if name.entity in surnames})


def actors_of(sentence: Sentence) -> frozenset[str]:
    """The firms, products and states of a sentence, which figures are about even where they tell them themselves."""
    return frozenset(name.entity for name in sentence.names if name.known and name.kind not in TELLERS)


def _holds_office(name: Name, sentence: Sentence) -> bool:
    forms = sentence.tokens.forms
    for first, last, _ in sentence.tokens.hits.get("title", ()):
        before = last == name.first or (last == name.first - 1 and forms[last] == ",")
        if before or (first - 2 <= name.last < first and forms[name.last] in ",("):
            return True
    return False
