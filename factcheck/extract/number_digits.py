"""Numbers that start with digits: sign, scale words and signs, ordinal marks."""

from __future__ import annotations

from factcheck.extract.codes import is_code
from factcheck.extract.digits import parse_digits
from factcheck.extract.number import HYPHENS, Number, NumeralText
from factcheck.extract.numerals import Numerals

GLUED_CENTS = 300  # 50p and 99p are money, 720p and 1080p are not
_MINUS_SIGNS = frozenset("-−–")
_SCALES = ("scale", "collective", "hundred")


class DigitReader:
    """Reads the numbers of a sentence that are printed in digits."""

    def __init__(self, text: NumeralText) -> None:
        self.text, self.tokens, self.rules, self.words = text, text.tokens, text.rules, text.words

    def read(self, i: int) -> Number | None:
        tokens = self.tokens
        if is_code(tokens, i, self.text.money_ends, self.rules.minus):
            return None
        parsed = parse_digits(tokens.forms[i], tokens.decimal or self.rules.decimal)
        if parsed is None:
            return None
        value, decimals = parsed
        number = Number(i, i + 1, value, 10.0**-decimals, decimals > 0, "digits")
        if i and tokens.glued(i) and tokens.forms[i - 1] == "." and _takes_point(self.rules, tokens.forms[i]):
            number = _leading_point(i, tokens.forms[i])
        self._sign(number)
        if number.last in self.text.vulgar:
            number.value += self.text.vulgar[number.last][1]
            number.step, number.decimals, number.last = 0.1, True, number.last + 1
            return number
        if self._ordinal_mark(number):
            return number
        self.scales(number)
        if self._glued_letters(number):
            return None
        return number

    def _sign(self, number: Number) -> None:
        """A minus or plus sign that belongs to the number: glued to it and to nothing else."""
        i, forms, tokens = number.first, self.tokens.forms, self.tokens
        sign = forms[i - 1] if i else ""
        if i in self.text.money_ends:
            return
        joined = i > 1 and tokens.glued(i - 1)
        if sign in _MINUS_SIGNS and joined and self.words[i - 2] in self.rules.minus:
            number.first, number.value = i - 2, -number.value
        elif (
            sign in _MINUS_SIGNS
            and (tokens.glued(i) or (i > 1 and forms[i - 2] in "(["))
            and (not joined or forms[i - 2] in "([" or i - 1 in self.text.money_ends)
        ):
            number.first, number.value = i - 1, -number.value
        elif sign == "+" and tokens.glued(i) and (not joined or forms[i - 2] in "(["):
            number.first, number.signed = i - 1, True
        elif (
            i
            and self.words[i - 1] in self.rules.minus
            and i not in self.text.qualified
            and not (i > 1 and self.words[i - 2][0].isdecimal())
        ):
            number.first, number.value = i - 1, -number.value

    def _ordinal_mark(self, number: Number) -> bool:
        """ "3rd", "2e", "1.º": takes the mark in."""
        j, tokens = number.last, self.tokens
        if (
            number.decimals
            or j >= len(self.words)
            or not tokens.glued(j)
            or (j in self.text.units and self.text.units[j][0] > j + 1)
        ):
            return False
        end = j
        if self.words[j] in self.rules.ordinal_suffixes:
            end = j + 1
        elif self.words[j] == "." and j + 1 < len(self.words):
            if self.words[j + 1] in self.rules.ordinal_suffixes and tokens.glued(j + 1):
                end = j + 2
            elif (
                self.rules.ordinal_dot
                and not tokens.glued(j + 1)
                and number.value < 100
                and tokens.forms[j + 1][0].isalpha()
            ):
                end = j + 1
        if end > j:
            number.last, number.form = end, "ordinal"
        return end > j

    def _glued_letters(self, number: Number) -> bool:
        """Whether letters without a meaning touch the digits: 4G, 1080p."""
        j = number.last
        if j >= len(self.words) or not self.tokens.glued(j) or not self.words[j][0].isalpha():
            return False
        if self.words[j] == "s" and not number.decimals:
            return True  # the 1990s, in his 30s
        known = (
            j in self.text.units
            or (j in self.text.coins and number.value < GLUED_CENTS)
            or j in self.text.money_starts
            or any(first == j for key in ("q_percent", "q_times") for first, _, _ in self.tokens.hits.get(key, ()))
        )
        return not known

    def scales(self, number: Number) -> None:
        """Scale words and signs after digits: "5.7 million", "4,7 Mrd.", "60 mil millones", "12bn"."""
        while True:
            j = self.text.next_atom(number.last, "digits")
            if j in self.text.suffixes and self._is_suffix(number, j):
                last, factor = self.text.suffixes[j]
            elif (
                j in self.text.atoms
                and j not in self.text.coins
                and self.text.atom(j)[1].place in ("scale", "collective", "hundred")
            ):
                last, atom = self.text.atom(j)
                factor = atom.value
                number.rough = number.rough or atom.rough
                if number.scale > factor:
                    break
            else:
                break
            scale = float(factor)
            number.value, number.step, number.scale = number.value * scale, number.step * scale, number.scale * scale
            number.last = last
            number.value = _tidy(number.value)
        self._remainder(number)
        self.text.take_tail(number)

    def _remainder(self, number: Number) -> None:
        """ "4 millones 500 mil": a smaller scaled figure right after belongs to it."""
        j, tokens = number.last, self.tokens
        if number.scale < 1e6 or number.decimals or j + 1 >= len(self.words) or not self.words[j][0].isdecimal():
            return
        parsed = parse_digits(tokens.forms[j], self.rules.decimal)
        if parsed and j + 1 in self.text.atoms:
            last, atom = self.text.atom(j + 1)
            if atom.place == "scale" and atom.value < number.scale and parsed[0] * atom.value < number.scale:
                number.value, number.step, number.last = number.value + parsed[0] * atom.value, atom.value, last
                number.scale = atom.value

    def _is_suffix(self, number: Number, j: int) -> bool:
        """Whether letters after digits are a scale ("5bn", "$5 m") and no unit ("5 m")."""
        tokens, (last, factor) = self.tokens, self.text.suffixes[j]
        if number.scale >= float(factor):
            return False
        form = tokens.forms[j]
        glued = tokens.glued(j)
        money = number.first in self.text.money_ends or last in self.text.money_starts
        if not glued and len(form) == 1:
            return money
        if not glued and len(form) == 2 and form.islower():
            return money or self._noun_follows(last) or form not in ("mm",)
        if j in self.text.units and self.text.units[j][0] >= last and not money:
            return self.text.units[j][0] == last and self._counts(number, last)
        return True

    def _counts(self, number: Number, j: int) -> bool:
        """Whether a letter that may be a unit is a scale: by the noun behind it, else by the habit of the language."""
        if self._noun_follows(j):
            return True
        before = self.words[number.first - 1] if number.first else ""
        after = self.words[j] if j < len(self.words) else ""
        ranged = after in HYPHENS and j + 1 < len(self.words) and self.words[j + 1][0].isdecimal()
        measured = after in self.rules.measured or (after not in ("", ",") and self.text.tokens.glued(j) and not ranged)
        return self.rules.suffix_first and not measured and before not in self.rules.measured_before

    def _noun_follows(self, j: int) -> bool:
        if j >= len(self.words) or self.tokens.glued(j):
            return False
        word = self.words[j]
        if word in self.rules.measured:
            return False
        return (
            word[0].isalpha()
            and len(word) > 2
            and not any(
                first == j for key in ("preposition", "conjunction") for first, _, _ in self.tokens.hits.get(key, ())
            )
        ) or j in self.text.units


def _takes_point(rules: Numerals, form: str) -> bool:
    """Whether a point before digits can be a decimal sign: .534"""
    return rules.decimal == "." and form.isdecimal()


def _leading_point(i: int, form: str) -> Number:
    return Number(i - 1, i + 1, float(f"0.{form}"), 10.0 ** -len(form), True, "digits")


def _tidy(value: float) -> float:
    """Without the noise of binary multiplication: 4.35 * 1e9."""
    return float(f"{value:.15g}")
