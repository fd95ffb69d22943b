"""Numbers that start with a word: twenty-seven, a million, plusieurs centaines de milliers, siebenundzwanzig."""

from __future__ import annotations

from factcheck.extract.numbers.chains import ChainReader
from factcheck.extract.numbers.number import HYPHENS, Number, NumeralText
from factcheck.extract.numbers.numerals import Atom
from factcheck.extract.numbers.scales import ScaleReader


class WordReader:
    """Reads the numbers of a sentence that are spelled out."""

    def __init__(self, text: NumeralText, scales: ScaleReader) -> None:
        self.text, self.tokens, self.rules, self.words = text, text.tokens, text.rules, text.words
        self.chain = ChainReader(text, scales)

    def spelled(self, i: int) -> Number | None:
        if i in self.text.vulgar and i not in self.text.atoms:
            return Number(i, i + 1, float(self.text.vulgar[i][1]), 0.01, True, "digits", form="vulgar")
        if self._hyphenated_before(i):
            return None
        last, atom = self.text.atom(i)
        if atom.place == "several":
            return self._several(i, last)
        if atom.place == "half":
            return self._half(i, last)
        if self._is_pronoun(i) or (
            atom.place == "hundred" and i in self.text.coins and i and self.words[i - 1][0].isdecimal()
        ):
            return None
        if atom.place == "scale" and not atom.alone and not atom.plural and atom.value != 1000.0:
            return None
        if atom.place == "collective" and not atom.plural:
            return None
        number = Number(i, last, atom.value, form="article" if self.words[i] in self.rules.articles else "plain")
        if atom.plural or (
            atom.place in ("scale", "collective") and i and self.words[i - 1] in self.rules.several_articles
        ):
            return self._vague(number, atom)
        return self.chain.follow(number, atom)

    def article(self, i: int) -> Number | None:
        """ "a million", "un millier": an article that counts a scale."""
        j = i + 1
        if j not in self.text.atoms:
            return None
        last, atom = self.text.atom(j)
        if atom.place == "half":
            return self._half(i, last)
        if atom.place == "several":
            return self._several(i, last)
        if atom.place not in ("scale", "hundred", "collective") or (atom.plural and not self.rules.counted_article):
            return None
        return self.chain.follow(Number(i, last, atom.value, atom.value, rough=atom.rough, form="article"), atom)

    def _several(self, i: int, j: int) -> Number | None:
        """ "several million", "plusieurs centaines de milliers"."""
        if self.words[j : j + 1] and self.words[j] in self.rules.of:
            j += 1
        if j not in self.text.atoms:
            return None
        last, atom = self.text.atom(j)
        if atom.place not in ("scale", "hundred", "collective"):
            return None
        return self._vague(Number(i, last, atom.value), atom)

    def _vague(self, number: Number, atom: Atom) -> Number:
        """A plural without a number: its order of magnitude, and that of "hundreds of thousands"."""
        number.style = "vague"
        j, two = self._past_of(number.last), False
        if j in self.text.atoms:
            last, scale = self.text.atom(j)
            if scale.place in ("scale", "collective", "hundred") and scale.value > atom.value:
                number.value, number.last, two = number.value * scale.value, last, True
                number.scale = scale.value
        several = self.words[number.first] not in self.words[number.last - 1 :] and number.last - number.first > 1
        if two or several or atom.value < 1000:
            number.high = number.value * 10 if atom.value != 24 else 99.0 * number.value / 24
        number.step = number.value
        return number

    def _past_of(self, j: int) -> int:
        """The token behind "of", and behind hyphens that tie it: tens of thousands, tens-of-thousands."""
        while j < len(self.words) and (self.words[j] in HYPHENS or self.words[j] in self.rules.of):
            j += 1
        return j

    def _half(self, i: int, j: int) -> Number | None:
        """ "half a million"; else a half that waits for its unit."""
        number = Number(i, j, 0.5, 0.1, True, form="half")
        if j < len(self.words) and self.words[j] in HYPHENS:
            j += 1
        if j < len(self.words) and self.words[j] in self.rules.articles:
            j += 1
        if j in self.text.atoms:
            last, atom = self.text.atom(j)
            if atom.place in ("scale", "collective"):
                value = atom.value / 2
                return Number(i, last, value, value / 5, False, scale=atom.value, rough=atom.rough)
        return number

    def _is_pronoun(self, i: int) -> bool:
        """Whether "one" is a pronoun here."""
        rules, words = self.rules, self.words
        if words[i] not in rules.one or i + 1 in self.text.atoms:
            return False
        after = words[i + 1] if i + 1 < len(words) else "."
        if after[0].isdecimal():
            return True
        if i + 2 in self.text.atoms and after in rules.range_words:
            return False
        if after in ("-", "–") or i + 1 in self.text.units:
            return False
        return (
            (i > 0 and words[i - 1] in rules.one_not_after)
            or after in rules.one_not_before
            or (not after[0].isalnum() and after not in "%$€£(")
        )

    def ordinal(self, i: int) -> Number | None:
        last, value = self.text.ordinals[i]
        if self._hyphenated_before(i):
            return None
        number = Number(i, last, float(value), form="ordinal")
        self.chain.lower_ordinals(number)
        return number

    def compound(self, i: int) -> Number | None:
        assert self.rules.compounds is not None
        read = self.rules.compounds.read(self.words[i])
        if read is None:
            return None
        value, kind = read
        number = Number(i, i + 1, value, decimals=value % 1 != 0, step=1.0 if value % 1 == 0 else 0.1)
        if kind != "plain":
            number.form = kind
            if kind == "ordinal":
                self.chain.lower_ordinals(number)
            return number
        return self.chain.follow(number, Atom(value, "one"))

    def _hyphenated_before(self, i: int) -> bool:
        """Whether a word is the tail of a hyphenated one: all-in-one, fifty-fifty."""
        tokens = self.tokens
        return (
            i > 1
            and tokens.forms[i - 1] in HYPHENS
            and tokens.glued(i)
            and tokens.glued(i - 1)
            and self.words[i - 2][0].isalpha()
        )
