"""What follows the first word of a number: hundreds and tens, an ordinal at the end, decimals behind "point"."""

from __future__ import annotations

from factcheck.extract.numbers.groups import Group
from factcheck.extract.numbers.number import Number, NumeralText
from factcheck.extract.numbers.numerals import Atom
from factcheck.extract.numbers.scales import ScaleReader

_MILLION = 1e6


class ChainReader:
    """Reads on from the first word of each number of one sentence."""

    def __init__(self, text: NumeralText, scales: ScaleReader) -> None:
        self.text, self.tokens, self.rules, self.words = text, text.tokens, text.rules, text.words
        self.scales = scales

    def follow(self, number: Number, atom: Atom) -> Number:
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
        elif self.words[number.last - 1] in self.rules.filled or number.scale >= _MILLION:
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
            self.lower_ordinals(number)
        return True

    def lower_ordinals(self, number: Number) -> None:
        """Takes in the ordinals of smaller places that follow: tricentésimo | quadragésimo | sétimo."""
        room = _room(number.value)
        while number.last in self.text.ordinals:
            last, value = self.text.ordinals[number.last]
            if not 0 < value < room:
                return
            number.value, number.last, room = number.value + float(value), last, _room(value)

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
                number = self.follow(Number(j, last, atom.value), atom)
                return number.last, str(int(number.value)) if number.scale == 1.0 and not number.decimals else ""
            if atom.place != "one":
                break
            digits, j = digits + str(int(atom.value)), last
        return j, digits


def _room(value: float) -> float:
    """Below what an ordinal must be to end another: 100 behind the 300th, 10 behind the 40th."""
    room = 1.0
    while room < 1000 and value and value % (room * 10) == 0:
        room *= 10
    return room
