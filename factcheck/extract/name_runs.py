"""Runs of capitalised words in a sentence: what may be a name, before the article is known as a whole."""

from __future__ import annotations

from itertools import compress, count
from operator import itemgetter, not_

from factcheck.extract.mentions import Name
from factcheck.extract.name_nouns import NounSense, is_acronym
from factcheck.extract.name_rules import NameRules
from factcheck.extract.tokens import Tokens
from factcheck.rulebook import Entity

_NO_NAMES = ("metric", "q_number", "q_currency", "q_unit", "q_percent")  # a lone word of these is no name
_NOWHERE = ("world", "domestic")  # worldwide, at home: no names
_QUOTES = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’"}
_TITLE = 6  # tokens in the longest title of a work that is looked for


class NameFinder:
    """Finds runs of capitalised words; remembers which of them stood only at a sentence's start."""

    def __init__(self, rules: NameRules, lower: set[str]) -> None:
        self.rules = rules
        self.nouns = NounSense(rules, lower)
        self.lower = lower  # forms that the article prints in lower case
        self.initial: set[tuple[int, int]] = set()  # (start, end) of names seen at a sentence's start only

    def run(self, tokens: Tokens, shouting: bool) -> list[Name]:
        forms, known = tokens.forms, tokens.first("entity")
        places = {at: hit for at, hit in tokens.first("region").items() if hit[1] not in _NOWHERE}
        spots = sorted({*known, *places, *compress(count(), map(not_, map(str.islower, forms)))})
        found: list[Name] = []
        after, opening = 0, True  # the token after what was read; whether a sentence or quotation begins there
        for i in spots:
            if i < after:
                continue
            opening = opening and i == after
            form, after = forms[i], i + 1
            title = self._title(tokens, i) if form in _QUOTES else None
            if i in known:
                after, entity = known[i]
                found.append(_name(tokens, i, after, entity.name, known=True, kind=entity.kind))
            elif i in places and places[i][0] > i + 1:
                after = places[i][0]
                found.append(_place(tokens, i, *places[i]))
            elif title:
                after = title.last + 1
                found.append(title)
            elif not form[0].isalpha() and not form.islower():
                opening = opening or form in '"“«„(:—–'
                continue
            elif self._begins(form, shouting) and tokens.words[i] not in self.rules.skip and not _prefixed(tokens, i):
                headed = opening and tokens.words[i + 1 : i + 2] and self._heads(tokens, i)
                last = i + 1 if headed else self._extent(tokens, i, known)  # Revenue of Harbour Line
                first = self.nouns.trimmed(tokens, i, last, opening)
                if first < last:
                    self._take(found, tokens, first, last, opening and first == i, first > i, places)
                after = max(last, i + 1)
            opening = False
        return found

    def _heads(self, tokens: Tokens, i: int) -> bool:
        """Whether a noun such as "revenue" opens a sentence, with a particle behind it."""
        plain = any(i in tokens.first(category) for category in _NO_NAMES)
        return plain and tokens.words[i + 1] in self.rules.particles

    def _title(self, tokens: Tokens, i: int) -> Name | None:
        """The title of a work in quotes that open at i: a few words, most of them with capitals, no stop inside."""
        end = _QUOTES[tokens.forms[i]]
        for j in range(i + 2, min(len(tokens), i + 2 + _TITLE)):
            form = tokens.forms[j]
            if form == end:
                words = tokens.forms[i + 1 : j]
                capital = sum(word[0].isupper() or word[0].isdigit() for word in words)
                if capital < 2 or not words[0][0].isupper() or capital * 2 < len(words):
                    return None
                return _name(tokens, i + 1, j, tokens.span(i + 1, j))
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
            if form[0].isupper() and words[j] not in self.rules.skip:
                j += 1
            elif self._joins(tokens, j) or self._links(tokens, i, j, j + 1, known):
                j += 2
            elif self._links(tokens, i, j, j + 2, known):
                j += 3  # Ministry of the Orlin Islands
            elif form[0].isdigit() and tokens.glued(j):
                j += 1
            else:
                break
        return j

    def _links(self, tokens: Tokens, i: int, j: int, k: int, known: dict[int, tuple[int, Entity]]) -> bool:
        """Whether particles from j to k go on with the name begun at i: Bank of Orlin, not Orlin of <a known name>."""
        if any(word not in self.rules.particles for word in tokens.words[j:k]):
            return False
        if k in known or not self._capital(tokens, k):
            return False
        free = not self.rules.nouns_capitalised and tokens.words[j] not in self.rules.links
        body = free or any(map(self.rules.is_corporate, tokens.words[i:j]))
        return body and tokens.words[k] not in self.rules.stop and tokens.words[k] not in self.rules.skip

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
            return (
                len(tokens.forms[j - 1]) == 1 and f"{tokens.words[j - 1]}." not in self.rules.skip
            )  # J. Ruiz, not M. Ruiz
        return tokens.glued(j) and tokens.glued(j + 1)

    def _capital(self, tokens: Tokens, j: int) -> bool:
        return j < len(tokens) and tokens.forms[j][0].isupper()

    def _take(
        self,
        found: list[Name],
        tokens: Tokens,
        first: int,
        last: int,
        opening: bool,
        apposed: bool,
        places: dict[int, tuple[int, str]],
    ) -> None:
        single = last - first == 1
        if first in places:
            if places[first][0] >= last:
                found.append(_place(tokens, first, last, places[first][1]))
                return
        elif single and any(first in tokens.first(category) for category in _NO_NAMES):
            return
        told = apposed or is_acronym(tokens.forms[first])
        plain = self.rules.nouns_capitalised and not told and self.nouns.is_common(tokens, first)
        counted = self.rules.nouns_capitalised and not told and first > 0 and tokens.forms[first - 1][0].isdigit()
        if counted or (single and (len(tokens.forms[first]) == 1 or plain)):
            return
        name = _name(tokens, first, last, tokens.span(first, last))
        lone = single or not any(form[0].isupper() for form in tokens.forms[first + 1 : last])
        if opening and lone and not is_acronym(tokens.forms[first]):
            if tokens.words[first] in self.lower or not single:
                return
            self.initial.add((name.start, name.end))
        found.append(name)


def _prefixed(tokens: Tokens, i: int) -> bool:
    """Whether a lower-case prefix is tied to the word at i, so that another thing is meant: super-Orlins."""
    tied = i > 1 and tokens.forms[i - 1] in "-‑" and tokens.glued(i) and tokens.glued(i - 1)
    return tied and tokens.forms[i - 2].islower()


def _place(tokens: Tokens, first: int, last: int, region: str) -> Name:
    return _name(tokens, first, last, tokens.span(first, last), region=region)


def _name(
    tokens: Tokens, first: int, last: int, entity: str, known: bool = False, region: str | None = None, kind: str = ""
) -> Name:
    entity = " ".join(entity.split())
    return Name(first, last, tokens.starts[first], tokens.ends[last - 1], entity, known, region, kind)


def is_shouting(tokens: Tokens) -> bool:
    """True where capitals mean nothing: a line in capitals, or a headline With Every Word Like This."""
    initials = "".join(map(itemgetter(0), tokens.forms))
    letters = sum(map(str.isalpha, initials))
    return letters >= 5 and sum(map(str.isupper, initials)) > 0.75 * letters
