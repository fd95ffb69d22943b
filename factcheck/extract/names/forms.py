"""The many forms of a name in one article, each brought to its fullest."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from factcheck.extract.words.sentences import Sentence

_SIGNS = re.compile(r"[\W_]+")
_FUZZY_LENGTH, _FUZZY_RATIO = 7, 92  # shorter names differ by too little to be guessed alike
_FEW, _SHORT = 20, 5
_LETTERS = 4  # of a name that another holds and that still is the same to a reader
_OFFICIAL = 9  # common words between a name's first word and its initials in brackets


@dataclass(slots=True)
class Names:
    """The names of one article: canonical form by compact spelling, how often each is named."""

    canonical: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    printed: dict[str, Counter[str]] = field(default_factory=dict)  # known entity -> the forms printed here
    introduced: dict[str, str] = field(default_factory=dict)  # a form of a body -> its name in full with its initials

    def as_printed(self, entity: str | None) -> str | None:
        """The article's own name of an entity, where it shares nothing with the name the rules use.

        The longest that it prints again; what it calls a body by all along, not what it spells out once.
        """
        forms = self.printed.get(entity) if entity else None
        if not forms or entity is None:
            return None
        again = [form for form, times in forms.items() if times > 1]
        form = max(again or forms, key=len)
        first = next(iter(forms))
        if len(form) <= _SHORT and form.isupper() and abbreviates(compact(form), compact(first)):
            form = first
        told, known = compact(form), compact(entity)
        shorter, longer = sorted((told, known), key=len)
        return None if shorter in longer and (len(shorter) >= _LETTERS or told == known) else form

    def as_credited(self, source: str | None) -> str | None:
        """How a source is shown: in full with its initials where the article introduces it so, else as printed."""
        return (self.introduced.get(source) if source else None) or self.as_printed(source)

    def learn(self, entity: str, form: str) -> None:
        """Notes a form in which a known entity is printed."""
        self.printed.setdefault(entity, Counter())[" ".join(form.split())] += 1


def unify(sentences: Sequence[Sentence]) -> Names:
    """Brings every name to the fullest form the article prints."""
    table = Names()
    printed = list(dict.fromkeys(name.entity for s in sentences for name in s.names if not name.known))
    known = sorted({name.entity for s in sentences for name in s.names if name.known})
    for sentence in sentences:
        _introduce(sentence, table)
    spelling = {compact(entity): entity for entity in known}
    spelling |= {initials: entity for entity in (*known, *printed) if (initials := _initials(entity))}
    fuller = _by_edge_words(printed)
    for position, form in enumerate(printed):
        table.canonical.setdefault(compact(form), _fullest(form, fuller, spelling, position))
    fullest = {form: table.canonical[compact(form)] for form in printed}
    for sentence in sentences:
        for name in sentence.names:
            if not name.known:
                name.entity = fullest.get(name.entity) or table.canonical.get(compact(name.entity), name.entity)
    return table


def part_renamed(sentences: Sequence[Sentence]) -> None:
    """Keeps the names of one firm apart where an article prints both of them: before it was renamed they were two."""
    forms: dict[str, set[str]] = {}
    for sentence in sentences:
        for name in sentence.names:
            if name.kind == "company":
                forms.setdefault(name.entity, set()).add(sentence.tokens.span(name.first, name.last))
    parted = {form: entity for entity, found in forms.items() if len(found) > 1 for form in _strangers(entity, found)}
    for sentence in sentences if parted else ():
        for name in sentence.names:
            form = sentence.tokens.span(name.first, name.last)
            if parted.get(form) == name.entity:
                name.entity = " ".join(form.split())


def _strangers(entity: str, forms: set[str]) -> set[str]:
    """The forms of a name that have nothing in common with it, where others have."""
    own = compact(entity)
    words = set(entity.lower().split())
    alien = {
        form for form in forms
        if len(key := compact(form)) >= _SHORT and key not in own and own not in key and not abbreviates(key, own)
        and words.isdisjoint(form.lower().split())
    }  # fmt: skip
    return alien if alien != forms else set()


def _initials(entity: str) -> str:
    """The initials of a name of two to five words, lower case; empty for others."""
    words = [word for word in entity.split() if word[0].isupper()]
    return "".join(word[0] for word in words).lower() if 2 <= len(words) <= 5 else ""


def _by_edge_words(printed: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
    """Names of several words by their first and by their last word, with their order of appearance."""
    index: dict[str, list[tuple[int, str]]] = {}
    for position, form in enumerate(printed):
        words = form.split()
        for edge in {words[0], words[-1]} if len(words) > 1 else ():
            index.setdefault(edge, []).append((position, form))
    return index


def compact(text: str) -> str:
    """The letters and digits of a name, lower case: "Tik Tok" and "TIKTOK" are one."""
    return _SIGNS.sub("", text.lower())


def _introduce(sentence: Sentence, table: Names) -> None:
    """Learns "Orlin Foundation (OF)" and "OF (Orlin Foundation)"."""
    tokens = sentence.tokens
    _spread(sentence)
    for name, other in zip(sentence.names, sentence.names[1:], strict=False):
        if other.first != name.last + 1 or tokens.forms[name.last] != "(":
            continue
        if other.last >= len(tokens) or tokens.forms[other.last] not in "),;":
            continue
        short, long = sorted((name, other), key=lambda n: len(n.entity))
        capitals = sum(map(str.isupper, short.entity))
        if (
            capitals > 1
            and " " not in short.entity
            and not short.known
            and abbreviates(compact(short.entity), compact(long.entity))
        ):
            table.canonical[compact(short.entity)] = long.entity


def _spread(sentence: Sentence) -> None:
    """Stretches a name over the common words up to its initials in brackets: Orlin institute of health (OIH)."""
    forms = sentence.tokens.forms
    for name, other in zip(sentence.names, sentence.names[1:], strict=False):
        between = forms[name.last : other.first - 1]
        near = forms[other.first - 1] == "(" and 0 < len(between) <= _OFFICIAL and not (name.known or other.known)
        if near and all(form[0].isalpha() or form in "'’" for form in between) and " " not in other.entity:
            whole = sentence.tokens.span(name.first, other.first - 1)
            short = compact(other.entity)
            if abbreviates(short, compact(whole)) and not abbreviates(short, compact(name.entity)):
                name.last, name.end = other.first - 1, sentence.tokens.ends[other.first - 2]
                name.entity = " ".join(whole.split())


def plain(text: str) -> str:
    """A text without the accents of its letters."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def abbreviates(short: str, long: str) -> bool:
    """Whether the letters of a short form stand in the long one in that order, the first in front."""
    letters = iter(long[1:])
    return short[:1] == long[:1] != "" and all(letter in letters for letter in short[1:])


def _shortened(key: str, known: dict[str, str]) -> str | None:
    """The one name of more words whose initials a short form skips some of: RN for Rio Grande do Norte."""
    found = {
        entity for initials, entity in known.items()
        if len(initials) == len(key) + 1 and abbreviates(key, initials) and key[-1] == initials[-1]
        and _initials(entity) == initials
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _fullest(form: str, fuller: dict[str, list[tuple[int, str]]], known: dict[str, str], position: int) -> str:
    """A known name that this one spells otherwise, the longer name printed before it that it shortens, or itself."""
    key = compact(form)
    if key in known and (len(key) > _SHORT or form.isupper()):
        return known[key]
    if len(key) >= _FUZZY_LENGTH:
        close = process.extractOne(key, list(known), scorer=fuzz.ratio, score_cutoff=_FUZZY_RATIO)
        if close:
            return str(known[close[0]])
    if form.isupper() and len(key) <= _SHORT - 2 and (place := _shortened(key, known)):
        return place
    words = form.split()
    size = len(words)
    for earlier, other in fuller.get(words[0], [])[:_FEW] + fuller.get(words[-1], [])[:_FEW]:
        parts = other.split()
        if earlier < position and len(parts) > size and words in (parts[:size], parts[-size:]):
            return other
    return form
