"""What stands below a fraction line in words: fifths, twenty-fifth, veinticincoavos, vinte e um avos."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.numbers.number import Number
from factcheck.extract.quantities.draft import Reading


@dataclass(frozen=True, slots=True)
class Denominator:
    """A denominator and the token behind it; `moved` is what it took from the number before: one hundred | thirty
    fifths."""

    last: int
    value: float
    sure: bool = False  # the word can be nothing else
    hyphen: bool = False  # tied to the number before: two-thirds
    moved: float = 0.0
    rank: bool = False  # printed as an ordinal may be: twenty-first


class Denominators:
    """Finds the denominators of one sentence."""

    def __init__(self, reading: Reading, by_first: dict[int, Number]) -> None:
        self.reading, self.by_first = reading, by_first
        self.words = reading.starts("q_fraction")

    def after(self, number: Number) -> Denominator | None:
        """The denominator right behind a number, past a hyphen."""
        j = number.last
        hyphen = self.reading.hyphen(j)
        found = self.at(j + hyphen)
        if found is None:
            return None
        moved = self._tens(number, found) if self.reading.rules.split_tens and found.value < 10 else 0.0
        return Denominator(found.last, found.value + moved, found.sure, hyphen and not moved, moved, found.rank)

    def at(self, j: int) -> Denominator | None:
        """The denominator that starts at token j."""
        number = self.by_first.get(j)
        word = self.words.get(j)
        if number is not None:
            if number.form == "part":
                return Denominator(number.last, number.value, sure=True)
            if number.form == "plain" and self.reading.word(number.last) in self.reading.rules.parts:
                return Denominator(number.last + 1, number.value, sure=True)
            if number.form == "ordinal" and number.value > 10 and (word is None or number.last > word[0]):
                return Denominator(number.last, number.value, rank=True)
            if (hyphened := self._after_tens(number)) is not None:
                return hyphened
        if word is None or j in self.reading.starts("q_cents"):
            return None
        return Denominator(word[0], float(word[1]))

    def _after_tens(self, number: Number) -> Denominator | None:
        """The denominator that tens begin: three | twenty-fifths."""
        hit = self.words.get(number.last + self.reading.hyphen(number.last))
        tens = number.form == "plain" and number.last - number.first == 1 and 20 <= number.value < 100
        if not (self.reading.rules.split_tens and tens and hit) or number.value % 10 or not 2 < hit[1] < 10:
            return None
        return Denominator(hit[0], number.value + float(hit[1]))

    def _tens(self, number: Number, found: Denominator) -> float:
        """The tens at the end of a number that belong to the denominator."""
        hit = self.reading.starts("q_number").get(number.last - 1)
        if hit is None or getattr(hit[1], "place", "") != "ten" or number.last - 1 == number.first:
            return 0.0
        if self.reading.word(number.last - 2) in self.reading.rules.joiners:
            return 0.0  # cent et trente | cinquièmes
        return float(hit[1].value)


def swallowed(reading: Reading, number: Number, found: Denominator) -> Number | None:
    """A mixed number whose numerator was read as its last digits: two million and three | fifths."""
    joiners = reading.rules.mixed
    at = next((i for i in range(number.last - 1, number.first, -1) if reading.word(i) in joiners), None)
    if at is None or found.moved or not is_closed(reading, found.last):
        return None
    atoms = reading.starts("q_number")
    top = sum(float(atoms[i][1].value) for i in range(at + 1, number.last) if i in atoms)
    whole = number.value - top
    if not 0 < top < found.value or whole < 20:
        return None
    before = atoms.get(at - 1)
    place = getattr(before[1], "place", "") if before else ""
    if place not in ("scale", "hundred"):
        return None  # vinte e três | quintos
    last, scale = found.last, before[1].value if before and place == "scale" else 1.0
    if is_scale(reading, last):  # one billion and three quarters million
        last, scale = atoms[last][0], atoms[last][1].value
    return Number(number.first, last, whole + scale * top / found.value, scale / 100, True)


def is_closed(reading: Reading, j: int, units: bool = True) -> bool:
    """Whether nothing that could be a noun follows: the end, a sign, a percent sign or, if they may, a unit."""
    word = reading.word(j)
    if not word[:1].isalpha() or word in reading.rules.of or word in reading.rules.fraction_needs:
        return True
    return is_scale(reading, j) or j in reading.starts("q_percent") or (units and j in reading.starts("q_unit"))


def is_scale(reading: Reading, j: int) -> bool:
    """Whether a scale such as "million" stands at token j."""
    hit = reading.starts("q_number").get(j)
    return hit is not None and getattr(hit[1], "place", "") == "scale"
