"""Runs of capitalised words in a sentence: what may be a name, before the article is known as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, count
from operator import itemgetter

from factcheck.extract.names.extents import Extents
from factcheck.extract.names.no_names import is_no_name, is_prefixed, is_verb
from factcheck.extract.names.nouns import NounSense, is_acronym
from factcheck.extract.names.quoted import QUOTES, title_at
from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.tokens import Edges, Tokens

_NOWHERE = ("world", "domestic")  # worldwide, at home: no names
_OPENING = frozenset('"“«„(:—–')  # a sentence may begin behind one
_SAID = _OPENING.union(QUOTES)


class NameFinder:
    """Finds runs of capitalised words; remembers which of them stood only at a sentence's start."""

    def __init__(self, rules: NameRules, forms: set[str], titles: frozenset[str] = frozenset()) -> None:
        """Sorts the forms that an article prints; `titles` are what it quotes again."""
        self.rules, self.titles, self.extents = rules, titles, Extents(rules)
        self.whole_places = rules.lower_places | rules.owning.keys()  # no part of a longer name
        self.initial: set[tuple[int, int]] = set()  # (start, end) of names seen at a sentence's start only
        plain = set(filter(str.islower, forms))  # no part of a name but of one the rules know
        other = forms - plain
        inner = {form for form in other if form[0].islower()}
        self.lower = plain | inner
        self.nouns = NounSense(rules, self.lower)
        self.mixed = {form for form in inner if len(form) > 2 and form[1:-1].lower() != form[1:-1]}
        self.capitals = {form for form in other if form[0].isupper()} | self.mixed  # these begin one (eBay)
        self.signs = {form for form in other if not form[0].isalpha() and form not in _SAID}  # digits too
        self.telling = other - self.signs

    def run(self, tokens: Tokens) -> list[Name]:
        forms, known, words = tokens.forms, tokens.first("entity"), tokens.words
        places = {at: hit for at, hit in tokens.first("region").items() if hit[1] not in _NOWHERE}
        beginning = self.mixed if self._is_shouting(forms) else self.capitals
        spots: Iterable[int] = compress(count(), map(self.telling.__contains__, forms))
        if known or places:
            spots = sorted({*known, *places, *spots})
        titled, numbers = _titled(tokens), tokens.first("q_number")
        found: list[Name] = []
        after, opening = 0, True  # the token after what was read; whether a sentence or quotation begins there
        for i in spots:
            if i < after:
                continue
            opening = opening and (i == after or self.signs.issuperset(forms[after:i]))
            opening = opening or tokens.is_dash(i - 1)
            form, after = forms[i], i + 1
            title = title_at(tokens, i, self.titles) if form in QUOTES else None
            if i in known and not self.extents.parts(tokens, known[i][0]):
                after, entity = known[i]
                found.append(_name(tokens, i, after, entity.name, known=True, kind=entity.kind))
            elif i in places and (places[i][0] > i + 1 or words[i] in self.whole_places):
                after = places[i][0]
                found.append(_place(tokens, i, *places[i]))
                found[-1].entity = found[-1].entity[: self.rules.owning.get(words[i])]
            elif title:
                found.append(_name(tokens, i + 1, title, tokens.span(i + 1, title)))
                after = title + 1
            elif form in _SAID:
                opening = opening or form in _OPENING
                continue
            elif form in self.signs:
                continue
            elif opening and i in numbers:
                continue  # Five | Norwegian sailors
            elif form in beginning and self._begins(tokens, i) and i not in titled and not is_prefixed(tokens, i):
                headed = opening and words[i + 1 : i + 2] and self._heads(tokens, i)
                last = i + 1 if headed else self.extents.end(tokens, i, known, titled)  # Revenue of Harbour Line
                first = self.nouns.trimmed(tokens, i, last, opening)
                if first < last:
                    apposed = first > i and not self._is_led_noun(tokens, first)
                    self._take(found, tokens, first, last, opening and first == i, apposed, places)
                after = max(last, i + 1)
            opening = False
        return found

    def _begins(self, tokens: Tokens, i: int) -> bool:
        """Whether no word of the calendar or title stands at i, but for a given name within a sentence: Julio Orlin."""
        word, rules = tokens.words[i], self.rules
        if word not in rules.skip:
            return True
        given = word in rules.given_names and 0 < i < len(tokens) - 1 and word not in self.lower
        return given and tokens.forms[i + 1].istitle() and tokens.words[i + 1] not in rules.skip

    def _is_shouting(self, forms: list[str]) -> bool:
        """True where capitals mean nothing: a line in capitals, or a headline With Every Word Like This."""
        if self._is_heading(forms):
            return True
        if len(forms) <= 4 * sum(map(self.lower.__contains__, forms)):
            return False
        initials = "".join(map(itemgetter(0), forms))
        letters = sum(map(str.isalpha, initials))
        most = 0.9 if self.rules.nouns_capitalised else 0.75
        return letters >= 5 and sum(map(str.isupper, initials)) > most * letters

    def _is_heading(self, forms: list[str]) -> bool:
        """Whether a line is all in capitals, down to its function words: SEARCHING THROUGH THE NIGHT."""
        words = list(filter(str.isalpha, forms))
        return len(words) > 2 and all(map(str.isupper, words)) and any(w.lower() in self.rules.stop for w in words)

    def _heads(self, tokens: Tokens, i: int) -> bool:
        """Whether "revenue of" opens a sentence, a noun for data with "of the", or a verb with an article."""
        word = tokens.words[i + 1]
        if word in self.rules.determiners and not self.rules.nouns_capitalised:
            return True  # Clausuran los Juegos
        data = i in tokens.first("data") and word in self.rules.determiners
        return word in self.rules.particles and (data or is_no_name(tokens, i, self.rules))

    def _is_led_noun(self, tokens: Tokens, first: int) -> bool:
        """Whether an article opens a sentence with what ends like a noun: Die Vergleichswerte."""
        led = tokens.words[first - 1] in self.rules.determiners
        rules, word = self.rules, tokens.words[first]
        return led and (word in rules.nouns or word.endswith(rules.noun_endings) or rules.ends_in_noun(word))

    def _take(
        self,
        found: list[Name],
        tokens: Tokens,
        first: int,
        last: int,
        opening: bool,
        apposed: bool,
        places: Edges,
    ) -> None:
        single = last - first == 1
        if found and self.extents.closes(found[-1], tokens, first, last):
            found[-1].last, found[-1].end = last, tokens.ends[last - 1]
            return
        if first in places:
            if places[first][0] >= last:
                found.append(_place(tokens, first, last, places[first][1]))
                return
        elif single and (is_no_name(tokens, first, self.rules) or (opening and is_verb(tokens, first))):
            return
        told = apposed or is_acronym(tokens.forms[first])
        plain = self.rules.nouns_capitalised and not told and self.nouns.is_common(tokens, first)
        counted = self.rules.nouns_capitalised and not told and first > 0 and tokens.forms[first - 1][0].isdigit()
        if counted or (single and (len(tokens.forms[first]) == 1 or plain)):
            return
        name = _name(tokens, first, last, tokens.span(first, last))
        name.entity = self.rules.shown(name.entity)
        lone = single or not any(form[0].isupper() for form in tokens.forms[first + 1 : last])
        if opening and lone and not is_acronym(tokens.forms[first]):
            if tokens.words[first] in self.lower or not single:
                return
            self.initial.add((name.start, name.end))
        found.append(name)


def _titled(tokens: Tokens) -> set[int]:
    """The tokens of titles: Prime Minister, Hafenchef."""
    return {token for first, last, _ in tokens.hits.get("title", ()) for token in range(first, last)}


def _place(tokens: Tokens, first: int, last: int, region: str) -> Name:
    return _name(tokens, first, last, tokens.span(first, last), region=region)


def _name(
    tokens: Tokens, first: int, last: int, entity: str, known: bool = False, region: str | None = None, kind: str = ""
) -> Name:
    entity = " ".join(entity.split())
    return Name(first, last, tokens.starts[first], tokens.ends[last - 1], entity, known, region, kind)
