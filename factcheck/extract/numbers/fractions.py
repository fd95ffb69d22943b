"""Parts of a whole said without a percent sign: two thirds, half of, one in five, jeder Vierte; and 2 1/4."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.numbers.denominators import Denominator, Denominators, is_closed, is_scale, swallowed
from factcheck.extract.numbers.mixed import divided, mixed, of_scale, plain, touches
from factcheck.extract.numbers.number import Number
from factcheck.extract.numbers.shares import every, one_in, share
from factcheck.extract.quantities.draft import Reading


def join_fractions(reading: Reading, numbers: list[Number]) -> list[Number]:
    """The numbers with fractions and "n in m" joined into one, as parts of 100, form "fraction"."""
    named = reading.starts("q_fraction") or reading.starts("q_fraction_name")
    if not (numbers or named):
        return []
    found = one_in(reading, list(numbers))
    signs = reading.rules.fraction_signs
    if named or not signs.isdisjoint(reading.words) or any(map(_may_divide, found)):
        found = _Fractions(reading, found).joined()
    if reading.rules.every:
        found = [every(reading, number) or number for number in found]
    return found


def _may_divide(number: Number) -> bool:
    """Whether a number can stand below a fraction line."""
    return number.form == "part" or (number.form == "ordinal" and number.value > 10)


class _Fractions:
    """Joins the numbers of one sentence with their denominators."""

    def __init__(self, reading: Reading, numbers: list[Number]) -> None:
        self.reading, self.rules = reading, reading.rules
        self.by_first = {number.first: number for number in numbers}
        self.fractions, self.names = reading.starts("q_fraction"), reading.starts("q_fraction_name")
        self.denominators = Denominators(reading, self.by_first)

    def joined(self) -> list[Number]:
        found: list[Number] = []
        taken = -1
        for i in self._places():
            if i < taken:
                continue
            number = self.by_first.get(i)
            led = self._is_led(found[-1], i) if found else False
            fraction = self._at(i, number, led)
            if fraction is None and (number is None or number.form == "part"):
                continue
            chosen = fraction or number
            assert chosen is not None
            if fraction and fraction.form == "fraction":
                chosen = of_scale(self.reading, fraction)
                if found and (led or touches(found[-1], chosen)):
                    chosen = mixed(found[-1], chosen)
                    found.pop()
            found.append(chosen)
            taken = chosen.last
        return found

    def _places(self) -> list[int]:
        """The tokens, in order, at which a number or a fraction may begin."""
        parts = {*self.fractions, *(i for i, number in self.by_first.items() if _may_divide(number))}
        articles = {i - 1 for i in parts if self.reading.word(i - 1) in self.rules.articles}
        return sorted({*self.by_first, *self.names, *parts, *articles})

    def _is_led(self, whole: Number, i: int) -> bool:
        """Whether a whole number and a joiner stand before token i: three and | one fourth."""
        plain = whole.form in ("plain", "article") and not whole.decimals and whole.style != "vague"
        return plain and whole.last == i - 1 and self.reading.word(i - 1) in self.rules.mixed

    def _at(self, i: int, number: Number | None, led: bool) -> Number | None:
        """The fraction that starts at token i."""
        if i in self.names:
            last, denominator = self.names[i]
            return share(i, last, 1.0, denominator)
        if number is not None and number.form in ("plain", "article") and number.value and not number.decimals:
            return self._counted(number, led)
        if number is None or number.form == "half":
            return self._bare(i, number, led)
        return None

    def _counted(self, number: Number, led: bool) -> Number | None:
        """Three quarters, 3/4, one over twenty, un veinticincoavo."""
        reading, j = self.reading, number.last
        if reading.word(j) == "/" and j + 1 in self.by_first and number.style == "digits":
            return divided(number, self.by_first[j + 1]) if number.value < self.by_first[j + 1].value else None
        if reading.word(j) in self.rules.over:
            other = self.by_first.get(j + 1)
            if other is None or other.form != "plain" or not other.value or not is_closed(reading, other.last):
                return None
            return None if other.last in reading.starts("q_unit") else divided(number, other)
        found = self.denominators.after(number)
        if found is None:
            return None
        if number.value < 0:
            return self._negative(number)
        return swallowed(reading, number, found) or self._parted(number, found, led)

    def _negative(self, number: Number) -> Number | None:
        joined = self._counted(replace(number, value=-number.value), False)
        return joined and replace(joined, value=-joined.value)

    def _parted(self, number: Number, found: Denominator, led: bool) -> Number | None:
        """The number over its denominator, where that is one here and no rank."""
        reading, top = self.reading, number.value - found.moved
        after = found.last
        if found.value <= 10:
            proper = 0 < top < found.value
            if proper and (led or found.hyphen or self._is_part(number.first, after, found.value, top > 1)):
                return share(number.first, after, top, found.value)
            improper = top > found.value and found.value not in (2, 4) and is_closed(reading, after)
            improper = improper and number.style == "words" and (top >= 20 or found.value > 4)
            return plain(number.first, after, top / found.value) if improper else None
        if not (found.sure or is_closed(reading, after, units=not found.rank)) or top <= 0:
            return None
        if top >= found.value:
            return plain(number.first, after, top / found.value)
        return share(number.first, after, top, found.value)

    def _bare(self, i: int, number: Number | None, led: bool) -> Number | None:
        """A quarter, plus du quart, half of."""
        reading, rules, fractions = self.reading, self.rules, self.fractions
        if reading.word(i) in rules.articles:
            part = self.denominators.at(i + 1)
            if part is None:
                return None
            closed = is_closed(reading, part.last, units=not part.rank)
            fits = part.sure or ((led or part.value > 10) and closed)
            fits = fits or self._is_part(i, part.last, part.value, False)
            return share(i, part.last, 1.0, part.value) if fits else None
        if i not in fractions:
            return None
        last, denominator = fractions[i]
        if number is None and float(denominator) in rules.sure_fractions and i in reading.ends("q_before"):
            return share(i, last, 1.0, denominator)  # plus du quart
        if number is None and is_scale(reading, last):
            return share(i, last, 1.0, denominator)  # quarter million
        if denominator != 2.0 or reading.word(i - 1) in rules.articles:
            return None
        if reading.word(last) in rules.fraction_needs:
            return None if self._after_ordinal(i) else share(i, last, 1.0, denominator)
        hedged = i in reading.ends("q_before") or i in reading.ends("q_link_by")
        noun = reading.word(last)[:1].isalpha()
        return share(i, last, 1.0, denominator) if hedged and not noun else None

    def _is_part(self, i: int, last: int, denominator: float, several: bool) -> bool:
        """Whether a word such as "third" or "quarter" is a part here, no rank and no quarter of a year."""
        reading, rules = self.reading, self.rules
        after = reading.word(last)
        if last in reading.starts("q_percent") or is_scale(reading, last):
            return True
        if after in rules.fraction_needs or after in rules.of:
            year = reading.word(last + 1)
            return not (denominator == 4.0 and year[:2] in ("19", "20") and len(year) == 4)
        if denominator in rules.sure_fractions or i in reading.ends("q_before") or i in reading.ends("q_link_by"):
            return True
        if denominator == 4.0:
            return several and is_closed(reading, last) and i + 1 < last
        return several or not after[:1].isalpha()

    def _after_ordinal(self, i: int) -> bool:
        ranks = self.reading.tokens.hits.get("q_ordinal", ())
        return any(last == i for _, last, _ in ranks) or self.reading.word(i - 1) in self.rules.not_halves
