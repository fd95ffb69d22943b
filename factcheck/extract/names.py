"""Names in the sentences of one article, each brought to its fullest form.

A name is an alias the rules know, or a run of capitalised words that is not just the start of a sentence.
Short forms ("the Orlin Foundation" ... "Orlin"), initials in brackets and spelling variants become one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from factcheck.extract.lexicon import expand
from factcheck.extract.mentions import Name
from factcheck.extract.sentences import Sentence
from factcheck.extract.tokens import Tokens
from factcheck.extract.vocabulary import Vocabulary
from factcheck.rulebook import Entity, Rulebook

_SIGNS = re.compile(r"[\W_]+")
_FUZZY_LENGTH, _FUZZY_RATIO = 7, 92  # shorter names differ by too little to be guessed alike
_FEW, _SHORT = 20, 5


def register(vocabulary: Vocabulary, rulebook: Rulebook) -> None:
    """Adds the aliases of rules/entities; a plain word such as Apple must stand with its capital."""
    for entity in rulebook.entities.values():
        for alias in (entity.name, *entity.aliases):
            distinct = " " in alias or any(char.isupper() for char in alias[1:])
            cased = not distinct or (alias.isupper() and len(alias) <= 5)
            vocabulary.lexicon.add("entity", alias, entity, cased=cased)
            if cased and not alias.isupper():
                vocabulary.lexicon.add("entity", alias.upper(), entity, cased=True)


@dataclass(slots=True)
class Names:
    """The names of one article: canonical form by compact spelling, how often each is named."""

    canonical: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def find_names(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> Names:
    """Fills `.names` of every sentence and returns the article's table of names."""
    lower = {form for sentence in sentences for form in sentence.tokens.forms if form[0].islower()}
    finder = _Finder(vocabulary, lower)
    for sentence in sentences:
        sentence.names = finder.run(sentence.tokens, shouting=_is_shouting(sentence.tokens))
    _drop_unsure(sentences, finder, vocabulary)
    table = _unify(sentences)
    for sentence in sentences:
        table.counts.update(name.entity for name in sentence.names)
    return table


class _Finder:
    """Finds runs of capitalised words; remembers which of them stood only at a sentence's start."""

    def __init__(self, vocabulary: Vocabulary, lower: set[str]) -> None:
        section, grammar = vocabulary.section("names"), vocabulary.section("grammar")
        self.stop = vocabulary.stopwords
        conjunctions = frozenset(grammar.get("conjunctions", ()))
        self.particles = frozenset(section.get("particles", ())) - conjunctions
        self.skip = _words(section.get("titles", ())) | _words(section.get("calendar", ()))
        calendar = (vocabulary.cldr.get("months") or {}, vocabulary.cldr.get("weekdays") or {})
        self.skip |= {word.lower() for names in calendar for forms in names.values() for word in forms}
        self.nouns_capitalised = bool(grammar.get("nouns_capitalised", False))
        self.noun_endings = tuple(grammar.get("noun_endings", ()))
        self.determiners = frozenset(section.get("determiners", ())) | frozenset(grammar.get("articles", ()))
        self.lower = lower
        self.initial: set[tuple[int, int]] = set()  # (start, end) of names seen at a sentence's start only

    def run(self, tokens: Tokens, shouting: bool) -> list[Name]:
        known = {first: (last, entity) for first, last, entity in tokens.hits.get("entity", ())}
        places = {first: (last, code) for first, last, code in tokens.hits.get("region", ())}
        numbers = tokens.hits.get("metric", ())
        metric_starts = {first for first, _, _ in numbers}
        found: list[Name] = []
        i, opening = 0, True
        while i < len(tokens):
            if i in known:
                last, entity = known[i]
                found.append(_name(tokens, i, last, entity.name, known=True, region=None))
                i, opening = last, False
                continue
            form = tokens.forms[i]
            if not form[0].isalpha():
                opening = opening or form in "\"“«„(:—–"
                i += 1
                continue
            if not self._begins(form, shouting) or tokens.words[i] in self.skip:
                opening = False
                i += 1
                continue
            last = self._extent(tokens, i, known)
            first = self._trimmed(tokens, i, last, opening)
            if first < last:
                self._take(found, tokens, first, last, opening and first == i, places, metric_starts)
            i, opening = max(last, i + 1), False
        return found

    @staticmethod
    def _begins(form: str, shouting: bool) -> bool:
        """Whether a word can begin a name: a capital, or one inside the word (eBay) whatever the line is like."""
        mixed = form[0].islower() and len(form) > 2 and any(char.isupper() for char in form[1:-1])
        return mixed or (form[0].isupper() and not shouting)

    def _extent(self, tokens: Tokens, i: int, known: dict[int, tuple[int, Entity]]) -> int:
        """The end of the run of capitalised words that begins at i."""
        forms, words, j = tokens.forms, tokens.words, i + 1
        while j < len(tokens) and j not in known:
            form = forms[j]
            if form[0].isupper() and words[j] not in self.skip:
                j += 1
            elif self._joins(tokens, j) or (words[j] in self.particles and self._links(tokens, j + 1, known)):
                j += 2
            elif form[0].isdigit() and tokens.glued(j):
                j += 1
            else:
                break
        return j

    def _links(self, tokens: Tokens, j: int, known: dict[int, tuple[int, Entity]]) -> bool:
        """Whether the word after a particle goes on with the name: Bank of Orlin, but not Orlin of <a known name>."""
        return self._capital(tokens, j) and j not in known and tokens.words[j] not in self.stop | self.skip

    def _joins(self, tokens: Tokens, j: int) -> bool:
        """Whether the sign at j ties two parts of one name: Orlin-Berg, J. Ruiz, Marks & Co."""
        form = tokens.forms[j]
        if form not in "-–&./":
            return False
        follows = j + 1 < len(tokens) and tokens.forms[j + 1][0].isalpha()
        if form == "." and follows and tokens.glued(j) and tokens.glued(j + 1):
            return tokens.forms[j + 1][0].islower()  # a web address: Orlin.org
        if not self._capital(tokens, j + 1) and not (form in "-–" and follows and tokens.glued(j + 1)):
            return False
        if form == "&":
            return True
        if form == ".":
            return len(tokens.forms[j - 1]) == 1
        return tokens.glued(j) and tokens.glued(j + 1)

    def _capital(self, tokens: Tokens, j: int) -> bool:
        return j < len(tokens) and tokens.forms[j][0].isupper()

    def _trimmed(self, tokens: Tokens, first: int, last: int, opening: bool) -> int:
        """The first token that belongs to the name: function words in front are dropped."""
        while first < last and (tokens.words[first] in self.stop or tokens.words[first] in self.particles):
            first += 1
        if self.nouns_capitalised and last - first > 1:
            while last - first > 1 and self._is_noun(tokens, first):
                first += 1
        return first

    def _is_noun(self, tokens: Tokens, i: int) -> bool:
        """In a language that writes nouns with a capital: whether this looks like one."""
        word = tokens.words[i]
        article = i > 0 and tokens.words[i - 1] in self.determiners
        return article or word in self.lower or word.endswith(self.noun_endings)

    def _take(self, found: list[Name], tokens: Tokens, first: int, last: int, opening: bool,
              places: dict[int, tuple[int, str]], metrics: set[int]) -> None:
        single = last - first == 1
        if first in places:
            if places[first][0] >= last:
                found.append(_name(tokens, first, last, tokens.span(first, last), known=False, region=places[first][1]))
                return
        elif single and first in metrics:
            return
        if single and (len(tokens.forms[first]) == 1 or (self.nouns_capitalised and self._common(tokens, first))):
            return
        name = _name(tokens, first, last, tokens.span(first, last), known=False, region=None)
        if opening and (single or not any(form[0].isupper() for form in tokens.forms[first + 1 : last])):
            if tokens.words[first] in self.lower or not single:
                return
            self.initial.add((name.start, name.end))
        found.append(name)

    def _common(self, tokens: Tokens, i: int) -> bool:
        """In a language that writes nouns with a capital: whether one word alone is a noun, not a name."""
        before = tokens.words[i - 1] if i else ""
        led = before in self.determiners or (i > 0 and tokens.forms[i - 1][0].isdigit())
        inflected = i > 0 and tokens.forms[i - 1][0].islower() and before not in self.stop
        return led or inflected or self._is_noun(tokens, i)


def _words(templates: Iterable[str]) -> frozenset[str]:
    """The single words a list of templates stands for, lower case."""
    return frozenset(word.lower() for template in templates for word in expand(template) if " " not in word)


def _name(tokens: Tokens, first: int, last: int, entity: str, known: bool, region: str | None) -> Name:
    return Name(first, last, tokens.starts[first], tokens.ends[last - 1], " ".join(entity.split()), known, region)


def _is_shouting(tokens: Tokens) -> bool:
    """True where capitals mean nothing: a line in capitals, or a headline With Every Word Like This."""
    letters = [form for form in tokens.forms if form[0].isalpha()]
    capital = sum(1 for form in letters if form[0].isupper())
    return len(letters) >= 5 and capital > 0.75 * len(letters)


def _drop_unsure(sentences: Sequence[Sentence], finder: _Finder, vocabulary: Vocabulary) -> None:
    """Keeps a word seen only at a sentence's start if it stands inside one elsewhere, or a verb or 's follows."""
    inside = {name.entity for s in sentences for name in s.names if (name.start, name.end) not in finder.initial}
    for sentence in sentences:
        hits = sentence.tokens.hits
        verbs = {first for kind in ("say", "change", "copula", "possessive") for first, _, _ in hits.get(kind, ())}
        sentence.names = [
            name for name in sentence.names
            if (name.start, name.end) not in finder.initial or name.entity in inside or name.last in verbs
        ]


def _unify(sentences: Sequence[Sentence]) -> Names:
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
    for sentence in sentences:
        for name in sentence.names:
            if not name.known:
                name.entity = table.canonical.get(compact(name.entity), name.entity)
    return table


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
    for name, other in zip(sentence.names, sentence.names[1:], strict=False):
        if other.first != name.last + 1 or tokens.forms[name.last] != "(":
            continue
        if other.last >= len(tokens) or tokens.forms[other.last] not in "),;":
            continue
        short, long = sorted((name, other), key=lambda n: len(n.entity))
        initials = "".join(word[0] for word in long.entity.split()).lower()
        if compact(short.entity) and short.entity.isupper() and short.entity.lower()[0] == initials[:1]:
            table.canonical[compact(short.entity)] = long.entity


def _fullest(form: str, fuller: dict[str, list[tuple[int, str]]], known: dict[str, str], position: int) -> str:
    """A known name that this one spells otherwise, the longer name printed before it that it shortens, or itself."""
    key = compact(form)
    if key in known and (len(key) > _SHORT or form.isupper()):
        return known[key]
    if len(key) >= _FUZZY_LENGTH:
        close = process.extractOne(key, list(known), scorer=fuzz.ratio, score_cutoff=_FUZZY_RATIO)
        if close:
            return str(known[close[0]])
    words = form.split()
    size = len(words)
    for earlier, other in fuller.get(words[0], [])[:_FEW] + fuller.get(words[-1], [])[:_FEW]:
        parts = other.split()
        if earlier < position and len(parts) > size and words in (parts[:size], parts[-size:]):
            return other
    return form
