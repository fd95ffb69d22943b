"""Numbers that start with digits: sign, scale words and signs, ordinal marks."""

from __future__ import annotations

from factcheck.extract.nonclaims.codes import is_code
from factcheck.extract.numbers.digits import parse_digits
from factcheck.extract.numbers.number import Number, NumeralText
from factcheck.extract.numbers.powers import power
from factcheck.extract.numbers.scales import ScaleReader

GLUED_CENTS = 300  # 50p and 99p are money, 720p and 1080p are not
_MINUS_SIGNS = frozenset("-−–")
_DASHES = frozenset("-‐‑–")
_OPENING = frozenset("([<>=≤≥≈")  # a minus may touch these


class DigitReader:
    """Reads the numbers of a sentence that are printed in digits."""

    def __init__(self, text: NumeralText) -> None:
        self.text, self.tokens, self.rules, self.words = text, text.tokens, text.rules, text.words
        self.scales = ScaleReader(text)

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
        self.scales.take(number)
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
            and not self._ends_range(number)
        ):
            number.first, number.value = i - 1, -number.value
        elif sign == "+" and tokens.glued(i) and (not joined or forms[i - 2] in "(["):
            number.first, number.signed = i - 1, True
        else:
            self.text.take_minus(number)

    def _ends_range(self, number: Number) -> bool:
        """Whether the hyphen before a number leads from a smaller one, though a space parts them: 3 -4 percent."""
        low = self.tokens.forms[number.first - 2] if number.first > 1 else ""
        return low.isdecimal() and int(low) < number.value

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


def _leading_mark(i: int, form: str) -> Number:
    return Number(i - 1, i + 1, float(f"0.{form}"), 10.0 ** -len(form), True, "digits")
