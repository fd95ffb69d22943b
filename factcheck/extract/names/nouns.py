"""Which words of a run of capitals are nouns, titles or adjectives, and not part of the name that follows them."""

from __future__ import annotations

from factcheck.extract.names.no_names import behind_measure
from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.tokens import Tokens

_PLAIN = 3  # letters up to which a function word is one, with a capital too
_VERBS = ("say", "change", "copula", "metric_verb", "forecast", "plan", "holds")


class NounSense:
    """Tells nouns from names in the runs of one article."""

    def __init__(self, rules: NameRules, lower: set[str]) -> None:
        self.rules = rules
        self.lower = lower  # forms that the article prints in lower case

    def trimmed(self, tokens: Tokens, first: int, last: int, opening: bool) -> int:
        """The first token that belongs to the name: function words and adjectives in front are dropped."""
        places, begun = tokens.first("region"), first
        while first < last and self._is_function(tokens, first, opening):
            if places.get(first, (0,))[0] > first + 1:
                return first  # Gli | Stati Uniti
            first += 1
        first = behind_measure(tokens, first, last, self.rules)
        for i in range(first + 1, last - 1):
            if tokens.forms[i] in "-–" and tokens.words[i + 1] in self.rules.hyphenated:
                first = i + 2  # Orlin-based Harbour Line
        if opening and last - first > 1 and self._describes(tokens, first):
            first += 1  # Rises Orlin
            while first < last and tokens.forms[first].islower() and self._is_function(tokens, first, opening):
                first += 1  # Double by Orlin
        first = self._person(tokens, first, last)
        if last - first > 1 and tokens.words[first] in self.rules.adjectives and not (opening and first == begun):
            return first  # die Freien Bürger
        firm = last - first > 1 and self.rules.is_corporate(tokens.words[last - 1])  # der Orlin Bank
        while self.rules.nouns_capitalised and last - first > 1 and self._leads(tokens, first, not firm):
            if self._is_seated(tokens, first, last):
                return first
            first += 1
        described = opening and self.rules.nouns_capitalised and last - first == 2 and not firm
        described = described and tokens.words[last - 1] not in self.rules.bodies
        if described and (
            tokens.words[first].endswith(self.rules.declined) or self._is_noun(tokens, last - 1, led=False)
        ):
            return last  # an adjective and a noun: Frisches Geld
        return first if first < last and tokens.forms[first][0].isalpha() else last

    def _is_seated(self, tokens: Tokens, first: int, last: int) -> bool:
        """Whether two words are those of a body and of its seat: Universität Hamburg."""
        return last - first == 2 and last - 1 in tokens.first("region") and tokens.words[first] in self.rules.corporate

    def _is_function(self, tokens: Tokens, i: int, opening: bool) -> bool:
        """Whether a word in front of a run is a function word; inside a sentence a capital may make it a noun."""
        word = tokens.words[i]
        if word in self.rules.particles or word in self.rules.determiners:
            return True
        plain = opening or self.rules.nouns_capitalised or len(word) <= _PLAIN
        return word in self.rules.stop and (plain or i not in tokens.first("thing"))

    def _describes(self, tokens: Tokens, i: int) -> bool:
        """Whether what opens a sentence is a verb, or an adjective that the article prints elsewhere: Compró Orlin."""
        word, rules = tokens.words[i], self.rules
        verb = bool(rules.verbs) and word.endswith(rules.verbs) and word not in rules.given_names
        verb = verb and i not in tokens.first("region") and tokens.forms[i].istitle()
        return verb or i in tokens.first("change") or (i in tokens.first("r_which") and tokens.words[i] in self.lower)

    def _person(self, tokens: Tokens, first: int, last: int) -> int:
        """The given name in a run that an office opens, else its first token: City Manager Ana Orlin."""
        hallowed = first < last and tokens.words[first] in self.rules.hallowed
        for i in () if hallowed else range(first + 1, last - 1):
            body = any(map(self.rules.is_corporate, tokens.words[first:i]))
            if tokens.words[i] in self.rules.given_names and tokens.forms[i - 1][0].isalpha() and not body:
                return i if tokens.words[first] not in self.rules.given_names else first
        return first

    def _is_noun(self, tokens: Tokens, i: int, led: bool = True) -> bool:
        """In a language that writes nouns with a capital: whether this looks like one, `led` by an article too."""
        word = tokens.words[i]
        article = led and i > 0 and tokens.words[i - 1] in self.rules.determiners
        if word in self.rules.given_names and word not in self.lower:
            return article
        return article or word in self.lower or word in self.rules.nouns or word.endswith(self.rules.noun_endings)

    def _leads(self, tokens: Tokens, i: int, led: bool) -> bool:
        """Whether a noun or a unit stands before a name, and is no part of it: der Autobauer Orlin, Tonnen CO2."""
        return self._is_noun(tokens, i, led) or i in tokens.first("q_unit")

    def is_common(self, tokens: Tokens, i: int) -> bool:
        """In a language that writes nouns with a capital: whether one word alone is a noun, not a name."""
        before = tokens.words[i - 1] if i else ""
        led = before in self.rules.determiners or (i > 0 and tokens.forms[i - 1][0].isdigit())
        inflected = i > 0 and tokens.forms[i - 1][0].islower() and before not in self.rules.stop
        inflected = inflected and not any(i in tokens.after(category) for category in _VERBS)  # so rechnet Orlin
        return led or inflected or self._is_noun(tokens, i)


def is_acronym(form: str) -> bool:
    """Whether a word has capitals inside: NATO, AfD."""
    return 2 <= len(form) <= 6 and any(char.isupper() for char in form[1:])
