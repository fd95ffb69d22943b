"""Numbers that start with digits: sign, scale words and signs, ordinal marks."""

from __future__ import annotations

import re

from factcheck.extract.codes import is_code
from factcheck.extract.digits import parse_digits
from factcheck.extract.number import HYPHENS, Number, NumeralText
from factcheck.extract.powers import power

GLUED_CENTS = 300  # 50p and 99p are money, 720p and 1080p are not
_MINUS_SIGNS = frozenset("-−–")
_DASHES = frozenset("-‐‑–")
_OPENING = frozenset("([<>=≤≥≈")  # a minus may touch these
_TRIPLE = re.compile(r"[1-9]\d\d")
_SCALES = ("scale", "collective", "hundred")


class DigitReader:
    """Reads the numbers of a sentence that are printed in digits."""

    def __init__(self, text: NumeralText) -> None:
        self.text, self.tokens, self.rules, self.words = text, text.tokens, text.rules, text.words

    def read(self, i: int) -> Number | None:
        tokens = self.tokens
        parsed = parse_digits(tokens.forms[i], tokens.decimal or self.rules.decimal)
        if parsed is None:
            return None
        value, decimals = parsed
        raised = power(tokens, i, value)
        named = i not in self.text.qualified or tokens.forms[i - 1] not in _DASHES  # Windows-7, but sub-7
        if named and is_code(tokens, i, self.text.money_ends, self.rules.minus, raised is not None):
            return None
        number = Number(i, i + 1, value, 10.0**-decimals, decimals > 0, "digits")
        if raised is not None:
            number = Number(i, raised[0], raised[1], abs(raised[1] / value) * 10.0**-decimals, decimals > 0, "digits")
        elif self._led_by_mark(i):
            number = _leading_mark(i, tokens.forms[i])
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

    def _led_by_mark(self, i: int) -> bool:
        """Whether a decimal sign without a whole number before it touches digits: .534"""
        tokens, mark = self.tokens, self.rules.decimal
        if not i or not tokens.glued(i) or tokens.forms[i - 1] != mark or not tokens.forms[i].isdecimal():
            return False
        return mark == "." or not tokens.glued(i - 1)

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
            and (not joined or forms[i - 2] in _OPENING or i - 1 in self.text.money_ends)
        ):
            number.first, number.value = i - 1, -number.value
        elif sign == "+" and tokens.glued(i) and (not joined or forms[i - 2] in "(["):
            number.first, number.signed = i - 1, True
        else:
            self.text.take_minus(number)

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
        self.remainder(number)
        self.text.take_tail(number)

    def remainder(self, number: Number) -> None:
        """A smaller figure right after a scaled one belongs to it: 4 millones 500 mil, 2 mil 640, 3 hundred and 21."""
        if number.scale < 100 or number.decimals:
            return
        j = number.last
        joined = number.scale == 100 and j < len(self.words) and "hundred" in self.rules.joiners.get(self.words[j], ())
        j += joined
        part = self._part(j, number.scale) if j < len(self.words) else None
        filled = part is not None and self.words[j - 1] in self.rules.filled and _TRIPLE.fullmatch(self.words[j])
        if part and (joined or filled or part[2] > 1):
            last, value, scale = part
            number.value, number.step, number.last, number.scale = number.value + value, scale, last, scale
            self.remainder(number)

    def _part(self, j: int, below: float) -> tuple[int, float, float] | None:
        """The end, value and scale of a figure that is smaller than a scale: 500 mil, 21, one."""
        tokens, text = self.tokens, self.text
        if self.words[j][0].isdecimal():
            parsed = parse_digits(tokens.forms[j], self.rules.decimal)
            named = j + 1 < len(tokens) and tokens.glued(j + 1) and tokens.forms[j + 1][0].isalnum()
            if parsed is None or parsed[1] or named:
                return None
            last, value, scale = j + 1, parsed[0], 1.0
            if last in text.atoms and last not in text.coins and text.atom(last)[1].place in ("scale", "hundred"):
                last, atom = text.atom(last)
                value, scale = value * atom.value, atom.value
            return (last, value, scale) if 0 < value < below and scale < below else None
        last, atom = text.atoms.get(j, (j, None))
        if atom is None or atom.place not in ("one", "teen", "ten") or not atom.value or last in text.atoms:
            return None
        return last, atom.value, 1.0

    def _is_suffix(self, number: Number, j: int) -> bool:
        """Whether letters after digits are a scale ("5bn", "$5 m") and no unit ("5 m")."""
        tokens, (last, factor) = self.tokens, self.text.suffixes[j]
        if number.scale >= float(factor):
            return False
        form = tokens.forms[j]
        glued = tokens.glued(j)
        money = number.first in self.text.money_ends or last in self.text.money_starts
        if not glued and len(form) == 1:
            alone = number.decimals or (number.first <= 1 and last == len(self.words))
            return money or (form in "kK" and alone)
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


def _leading_mark(i: int, form: str) -> Number:
    return Number(i - 1, i + 1, float(f"0.{form}"), 10.0 ** -len(form), True, "digits")


def _tidy(value: float) -> float:
    """Without the noise of binary multiplication: 4.35 * 1e9."""
    return float(f"{value:.15g}")
