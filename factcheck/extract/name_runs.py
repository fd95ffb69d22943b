"""Runs of capitalised words in a sentence: what may be a name, before the article is known as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.extract.lexicon import expand
from factcheck.extract.mentions import Name
from factcheck.extract.tokens import Tokens
from factcheck.extract.vocabulary import Vocabulary
from factcheck.rulebook import Entity

_NO_NAMES = ("metric", "q_number", "q_currency", "q_unit", "q_percent")  # a lone word of these is no name
_QUOTES = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’"}
_TITLE = 6  # tokens in the longest title of a work that is looked for


class NameFinder:
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
        self.corporate = tuple(_words(section.get("corporate", ())))
        self.noun_endings = tuple(grammar.get("noun_endings", ()))
        self.determiners = frozenset(section.get("determiners", ())) | frozenset(grammar.get("articles", ()))
        self.lower = lower
        self.initial: set[tuple[int, int]] = set()  # (start, end) of names seen at a sentence's start only

    def run(self, tokens: Tokens, shouting: bool) -> list[Name]:
        known = {first: (last, entity) for first, last, entity in tokens.hits.get("entity", ())}
        places = {first: (last, code) for first, last, code in tokens.hits.get("region", ())}
        words = {first for category in _NO_NAMES for first, _, _ in tokens.hits.get(category, ())}
        found: list[Name] = []
        i, opening = 0, True
        while i < len(tokens):
            if i in known:
                last, entity = known[i]
                found.append(replace(_name(tokens, i, last, entity.name, known=True, region=None), kind=entity.kind))
                i, opening = last, False
                continue
            if i in places and places[i][0] > i + 1:
                found.append(_place(tokens, i, *places[i]))
                i, opening = places[i][0], False
                continue
            form = tokens.forms[i]
            title = self._title(tokens, i) if form in _QUOTES else None
            if title:
                found.append(title)
                i, opening = title.last + 1, False
                continue
            if form.islower():
                i, opening = i + 1, False
                continue
            if not form[0].isalpha():
                opening = opening or form in '"“«„(:—–'
                i += 1
                continue
            if not self._begins(form, shouting) or tokens.words[i] in self.skip:
                opening = False
                i += 1
                continue
            last = self._extent(tokens, i, known)
            first = self._trimmed(tokens, i, last, opening)
            if first < last:
                self._take(found, tokens, first, last, opening and first == i, first > i, places, words)
            i, opening = max(last, i + 1), False
        return found

    def _title(self, tokens: Tokens, i: int) -> Name | None:
        """The title of a work in quotes that open at i: a few words, most of them with capitals, no stop inside."""
        end = _QUOTES[tokens.forms[i]]
        for j in range(i + 2, min(len(tokens), i + 2 + _TITLE)):
            form = tokens.forms[j]
            if form == end:
                words = tokens.forms[i + 1 : j]
                capital = sum(word[0].isupper() or word[0].isdigit() for word in words)
                if len(words) < 2 or not words[0][0].isupper() or capital * 2 < len(words):
                    return None
                return _name(tokens, i + 1, j, tokens.span(i + 1, j), known=False, region=None)
            if form in ".!?,;:":
                return None
        return None

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
            elif self._joins(tokens, j) or self._links(tokens, i, j, known):
                j += 2
            elif form[0].isdigit() and tokens.glued(j):
                j += 1
            else:
                break
        return j

    def _links(self, tokens: Tokens, i: int, j: int, known: dict[int, tuple[int, Entity]]) -> bool:
        """Whether the particle at j goes on with the name begun at i: Bank of Orlin, not Orlin of <a known name>."""
        if tokens.words[j] not in self.particles or j + 1 in known or not self._capital(tokens, j + 1):
            return False
        body = not self.nouns_capitalised or tokens.words[i].endswith(self.corporate)
        return body and tokens.words[j + 1] not in self.stop | self.skip

    def _joins(self, tokens: Tokens, j: int) -> bool:
        """Whether the sign at j ties two parts of one name: Orlin-Berg, J. Ruiz, Marks & Co."""
        form = tokens.forms[j]
        if form not in "-–&./":
            return False
        follows = j + 1 < len(tokens) and tokens.forms[j + 1][0].isalpha()
        if form == "." and follows and tokens.glued(j) and tokens.glued(j + 1) and len(tokens.forms[j - 1]) > 1:
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
        while self.nouns_capitalised and last - first > 1 and self._is_noun(tokens, first):
            first += 1
        return first if first < last and tokens.forms[first][0].isalpha() else last

    def _is_noun(self, tokens: Tokens, i: int) -> bool:
        """In a language that writes nouns with a capital: whether this looks like one."""
        word = tokens.words[i]
        article = i > 0 and tokens.words[i - 1] in self.determiners
        return article or word in self.lower or word.endswith(self.noun_endings)

    def _take(
        self,
        found: list[Name],
        tokens: Tokens,
        first: int,
        last: int,
        opening: bool,
        apposed: bool,
        places: dict[int, tuple[int, str]],
        words: set[int],
    ) -> None:
        single = last - first == 1
        if first in places:
            if places[first][0] >= last:
                found.append(_place(tokens, first, last, places[first][1]))
                return
        elif single and first in words:
            return
        told = apposed or is_acronym(tokens.forms[first])
        plain = self.nouns_capitalised and not told and self._common(tokens, first)
        counted = self.nouns_capitalised and not told and first > 0 and tokens.forms[first - 1][0].isdigit()
        if counted or (single and (len(tokens.forms[first]) == 1 or plain)):
            return
        name = _name(tokens, first, last, tokens.span(first, last), known=False, region=None)
        lone = single or not any(form[0].isupper() for form in tokens.forms[first + 1 : last])
        if opening and lone and not is_acronym(tokens.forms[first]):
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


def is_acronym(form: str) -> bool:
    """Whether a word has capitals inside: NATO, AfD."""
    return 2 <= len(form) <= 6 and any(char.isupper() for char in form[1:])


def _words(templates: Iterable[str]) -> frozenset[str]:
    """The single words a list of templates stands for, lower case."""
    return frozenset(word.lower() for template in templates for word in expand(template) if " " not in word)


def _place(tokens: Tokens, first: int, last: int, region: str) -> Name:
    return _name(tokens, first, last, tokens.span(first, last), known=False, region=region)


def _name(tokens: Tokens, first: int, last: int, entity: str, known: bool, region: str | None) -> Name:
    return Name(first, last, tokens.starts[first], tokens.ends[last - 1], " ".join(entity.split()), known, region)


def is_shouting(tokens: Tokens) -> bool:
    """True where capitals mean nothing: a line in capitals, or a headline With Every Word Like This."""
    letters = [form for form in tokens.forms if form[0].isalpha()]
    capital = sum(1 for form in letters if form[0].isupper())
    return len(letters) >= 5 and capital > 0.75 * len(letters)
