"""Numbers that start with a word: twenty-seven, a million, plusieurs centaines de milliers, siebenundzwanzig."""

from __future__ import annotations

from factcheck.extract.number import HYPHENS, Number, NumeralText
from factcheck.extract.number_groups import Group
from factcheck.extract.number_scales import ScaleReader
from factcheck.extract.numerals import Atom


def _room(value: float) -> float:
    """Below what an ordinal must be to end another: 100 behind the 300th, 10 behind the 40th."""
    room = 1.0
    while room < 1000 and value and value % (room * 10) == 0:
        room *= 10
    return room


class WordReader:
    """Reads the numbers of a sentence that are spelled out."""

    def __init__(self, text: NumeralText, scales: ScaleReader) -> None:
        self.text, self.tokens, self.rules, self.words = text, text.tokens, text.rules, text.words
        self.scales = scales

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
        return self._continue(number, atom)

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
        return self._continue(Number(i, last, atom.value, atom.value, rough=atom.rough, form="article"), atom)

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
        j = number.last
        if j < len(self.words) and self.words[j] in self.rules.of:
            j += 1
        two = False
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
        self._lower_ordinals(number)
        return number

    def _lower_ordinals(self, number: Number) -> None:
        """Takes in the ordinals of smaller places that follow: tricentésimo | quadragésimo | sétimo."""
        room = _room(number.value)
        while number.last in self.text.ordinals:
            last, value = self.text.ordinals[number.last]
            if not 0 < value < room:
                return
            number.value, number.last, room = number.value + float(value), last, _room(value)

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
                self._lower_ordinals(number)
            return number
        return self._continue(number, Atom(value, "one"))

    def _continue(self, number: Number, atom: Atom) -> Number:
        """Takes in the atoms that follow a first atom."""
        group = Group(number.value, atom, self.rules.teens_after)
        while True:
            j = self.text.next_atom(number.last, group.place)
            if j in self.text.ordinals and self._ends_ordinal(number, group, j):
                return number
            entry = self.text.atoms.get(j) or self._compound_atom(j)
            if entry is None:
                break
            last, following = entry
            if not isinstance(following, Atom) or not group.accept(following):
                break
            number.last, number.rough = last, number.rough or following.rough
            number.form = "plain"
        number.value, number.step = group.value, group.step
        number.scale = group.step if group.place in ("scale", "collective") else 1.0
        self._point(number)
        if self.text.take_tail(number) and number.scale == 1.0:
            self.scales.take(number)
        elif self.words[number.last - 1] in self.rules.filled:
            self.scales.remainder(number)
        if number.form == "plain":
            self.text.take_minus(number)
        return number

    def _ends_ordinal(self, number: Number, group: Group, j: int) -> bool:
        """Whether an ordinal at token j ends the number: twenty-third; dos mil millonésimo, of a scale, multiplies."""
        last, value = self.text.ordinals[j]
        if value >= 1000:
            if group.value == 1 or not group.accept(Atom(float(value), "scale")):
                return False
        elif value >= 100 or group.place not in ("ten", "hundred", "scale"):
            return False
        number.value = group.value + (float(value) if value < 1000 else 0.0)
        number.last, number.form = last, "ordinal"
        if value >= 1000:
            self._lower_ordinals(number)
        return True

    def _compound_atom(self, j: int) -> tuple[int, Atom] | None:
        if self.rules.compounds is None or not 0 <= j < len(self.words):
            return None
        read = self.rules.compounds.read(self.words[j])
        return (j + 1, Atom(read[0], "one")) if read and read[1] == "plain" else None

    def _point(self, number: Number) -> None:
        """ "two point five", "vinte vírgula trinta e dois"."""
        j = number.last
        if j + 1 >= len(self.words) or self.words[j] not in self.rules.points or number.scale > 1:
            return
        j, digits = self._decimals(j + 1)
        if digits:
            number.value = float(f"{number.value + float(f'0.{digits}'):.15g}")
            number.step, number.decimals, number.last = 10.0 ** -len(digits), True, j
            self.scales.take(number)

    def _decimals(self, j: int) -> tuple[int, str]:
        """The end and the digits of spelled decimals, digit by digit (one four) or as one number (twenty-two)."""
        digits = ""
        while j in self.text.atoms and len(digits) < 12:
            last, atom = self.text.atom(j)
            if digits and atom.place != "one":
                break
            if atom.place in ("teen", "ten", "hundred"):
                number = self._continue(Number(j, last, atom.value), atom)
                return number.last, str(int(number.value)) if number.scale == 1.0 and not number.decimals else ""
            if atom.place != "one":
                break
            digits, j = digits + str(int(atom.value)), last
        return j, digits

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
