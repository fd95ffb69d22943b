"""How far a run of capitalised words goes: particles, hyphens, dots and the words for a firm inside a name."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from factcheck.extract.names.no_names import is_sign
from factcheck.extract.names.rules import NameRules
from factcheck.extract.words.mentions import Name
from factcheck.extract.words.tokens import Edges, Tokens

_BODY = 4  # tokens from a possessive to the end of a body's name
BRANDS = ("product", "platform", "index", "company")


@dataclass(frozen=True, slots=True)
class Extents:
    """Finds the ends of names."""

    rules: NameRules

    def end(self, tokens: Tokens, i: int, known: Edges, titled: Set[int]) -> int:
        """The end of the run of capitalised words that begins at i; a title of several words is no part of it."""
        forms, words, j = tokens.forms, tokens.words, i + 1
        placed = tokens.after("region")
        owning = tokens.first("region") if self.rules.nouns_capitalised else ()
        while j < len(forms) and j not in known and j not in titled:
            if j in owning and words[j][-1] == "s" and not any(map(self.rules.is_corporate, words[i:j])):
                break  # Teile Orlands
            if j in placed and words[j] in self.rules.given_names and self._capital(tokens, j + 1):
                break  # Republic of Orlin | Ana Ruiz
            form = forms[j]
            if form[0].isupper() and words[j] not in self.rules.skip and not is_sign(tokens, j):
                j += 1
            elif (form in "-–&./" and self._joins(tokens, j)) or (form in "'’" and self._owns(tokens, j)):
                j += 2
            elif self._is_of_people(tokens, j) or self._is_hallowed(tokens, i, j):
                j += 1
            elif words[j] in self.rules.particles and (k := self._linked(tokens, i, j, known)):
                j = known.get(k, (k + 1,))[0]
            elif form[0].isdigit() and tokens.glued(j):
                j += 1
            else:
                break
        return j

    def _linked(self, tokens: Tokens, i: int, j: int, known: Edges) -> int:
        """The capital with which one or two particles at j go on with the name begun at i, 0 where none does.

        Bank of Orlin, Ministry of the Orlin Islands; Committee of the Red Cross, but no Board of <a known firm>.
        """
        rules, words = self.rules, tokens.words
        if self._is_acronym(tokens, i, j) and tokens.forms[j].islower():
            return 0  # the OBA of Orlin
        if words[j] in rules.unpersonal and self._is_person(tokens, i, j):
            return 0
        two = words[j + 1 : j + 2] and words[j + 1] in rules.particles
        for k in (j + 1, j + 2) if two else (j + 1,):
            capital = self._capital(tokens, k)
            if k in known:
                body = capital and known[k][1].kind not in BRANDS and any(map(rules.is_corporate, words[i:j]))
                return k if body else 0
            if capital and words[k] not in rules.stop and words[k] not in rules.skip:
                free = not rules.nouns_capitalised and words[j] not in rules.links
                bodies = rules.corporate.__contains__ if words[j] in rules.owners else rules.is_corporate
                return k if free or any(map(bodies, words[i:j])) else 0
        return 0

    def _is_person(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether all that has been read is a given name, no place and no word for a body, with a surname behind it."""
        words, given = tokens.words[i:j], tokens.words[i] in self.rules.given_names
        return given and j - i > 1 and i not in tokens.first("region") and not any(map(self.rules.is_corporate, words))

    def _is_acronym(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether all that has been read is an acronym, behind an article or not."""
        form = tokens.forms[j - 1]
        return form.isupper() and len(form) > 1 and self.rules.determiners.issuperset(tokens.words[i : j - 1])

    def _joins(self, tokens: Tokens, j: int) -> bool:
        """Whether the sign at j ties two parts of one name: Orlin-Berg, J. Ruiz, Marks & Co."""
        form = tokens.forms[j]
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

    def _owns(self, tokens: Tokens, j: int) -> bool:
        """Whether the sign at j makes members the owners of their body: Orlin Farmers' Union."""
        body = self._capital(tokens, j + 1) and tokens.words[j + 1] in self.rules.corporate
        return body and tokens.glued(j) and tokens.words[j - 1].endswith("s")

    def _is_of_people(self, tokens: Tokens, j: int) -> bool:
        """Whether a possessive at j ties people to their body: Orlin People's Party, the Children's Hospital."""
        owner = j in tokens.first("possessive") and tokens.glued(j) and j - 1 in tokens.first("people")
        body = next((word for word in tokens.words[j + 1 : j + _BODY] if self.rules.is_corporate(word)), None)
        return owner and body is not None and self._capital(tokens, j + 1)

    def _is_hallowed(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether a possessive at j stands in a name that a saint or king begins: St Ann's Hospital."""
        owner = j in tokens.first("possessive") and tokens.glued(j) and tokens.words[i] in self.rules.hallowed
        return owner and self._capital(tokens, j + 1)

    def _capital(self, tokens: Tokens, j: int) -> bool:
        """Whether a word with a capital stands at j that is no part of a sign: R$."""
        if j >= len(tokens) or not tokens.forms[j][0].isupper():
            return False
        sign = tokens.first("q_currency").get(j)
        return sign is None or tokens.forms[sign[0] - 1].isalpha()

    def parts(self, tokens: Tokens, last: int) -> bool:
        """Whether a known name that ends before a hyphen is only the first part of another: Orlin-Maritima."""
        hyphen = last < len(tokens) and tokens.forms[last] in "-‐‑"
        return hyphen and not self.rules.nouns_capitalised and self._joins(tokens, last)

    def closes(self, known: Name, tokens: Tokens, first: int, last: int) -> bool:
        """Whether words for a firm close the known name right before them: Orlin International Inc."""
        firm = known.known and known.kind in BRANDS and known.last == first
        return firm and self.rules.corporate.issuperset(tokens.words[first:last])
