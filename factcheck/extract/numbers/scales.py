"""Scales behind a number, and the smaller figures that fill them up: 4,7 Mrd., 60 mil millones, 2 mil 640."""

from __future__ import annotations

import re

from factcheck.extract.numbers.digits import parse_digits
from factcheck.extract.numbers.number import HYPHENS, Number, NumeralText

_MILLION = 1e6
_YEAR = re.compile(r"(1[89]|20)\d\d")
_FILLING = re.compile(r"[1-9]\d{0,2}")  # what fills a thousand up: mil 87


class ScaleReader:
    """Reads what scales a number of one sentence."""

    def __init__(self, text: NumeralText) -> None:
        self.text, self.tokens, self.rules, self.words = text, text.tokens, text.rules, text.words

    def take(self, number: Number) -> None:
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
                if atom.place == "collective" and _YEAR.fullmatch(self.tokens.forms[number.last - 1]):
                    break  # the 1991 score is no twenty of anything
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
        place = "hundred" if number.scale == 100 else "scaled" if number.scale >= _MILLION else ""
        joined = j < len(self.words) and place in self.rules.joiners.get(self.words[j], ())  # 2 milhões e 650 mil
        j += joined
        part = self._part(j, number.scale) if j < len(self.words) else None
        if part is None and self._fills_thousand(number, j):
            return
        filled = part is not None and self.words[j - 1] in self.rules.filled and _FILLING.fullmatch(self.words[j])
        if part and ((joined and place == "hundred") or filled or part[2] > 1):
            last, value, scale = part
            number.value, number.step, number.last, number.scale = number.value + value, scale, last, scale
            self.remainder(number)

    def _fills_thousand(self, number: Number, j: int) -> bool:
        """Whether a smaller figure fills a thousand that a larger scale then multiplies: 2 mil 600.5 millones."""
        if number.scale != 1000 or j + 1 not in self.text.atoms or not self.words[j][0].isdecimal():
            return False
        if self.words[j - 1] not in self.rules.filled or self.text.atom(j + 1)[1].place != "scale":
            return False
        parsed = parse_digits(self.tokens.forms[j], self.tokens.decimal or self.rules.decimal)
        if parsed is None or not 0 < parsed[0] < 1000:
            return False
        number.value, number.step, number.last, number.scale = number.value + parsed[0], 1.0, j + 1, 1.0
        self.take(number)
        return True

    def _part(self, j: int, below: float) -> tuple[int, float, float] | None:
        """The end, value and scale of a figure that is smaller than a scale: 500 mil, 21, one."""
        tokens, text = self.tokens, self.text
        if self.words[j][0].isdecimal():
            parsed = parse_digits(tokens.forms[j], tokens.decimal or self.rules.decimal)
            named = j + 1 < len(tokens) and tokens.glued(j + 1) and tokens.forms[j + 1][0].isalnum()
            named = named and not (j + 1 in text.atoms and text.atom(j + 1)[1].place == "scale")  # 650mila
            if parsed is None or named:
                return None
            last, value, scale = j + 1, parsed[0], 1.0
            if last in text.atoms and last not in text.coins and text.atom(last)[1].place in ("scale", "hundred"):
                last, atom = text.atom(last)
                value, scale = value * atom.value, atom.value
            whole = scale > 1 or not parsed[1]  # 5 millones 423.37 mil, but no mil 3.5
            return (last, _tidy(value), scale) if whole and 0 < value < below and scale < below else None
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


def _tidy(value: float) -> float:
    """Without the noise of binary multiplication: 4.35 * 1e9."""
    return float(f"{value:.15g}")
