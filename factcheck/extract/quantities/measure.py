"""The unit of a number: money, percent or a physical unit, on either side of it."""

from __future__ import annotations

from factcheck.extract.numbers.number import Number
from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.money import MoneyReader
from factcheck.extract.quantities.units import UnitName, dimension
from factcheck.extract.words.phrases import Phrases

_COUNTED = frozenset({"length", "mass"})  # by them nothing is counted whose name begins like one
_POINTS = frozenset({"point", "basis"})


class Measurer:
    """Attaches units to the numbers of one sentence."""

    def __init__(self, reading: Reading, phrases: Phrases) -> None:
        self.reading, self.phrases = reading, phrases
        self.percents = reading.starts("q_percent")
        self.money = MoneyReader(reading)
        self.units = reading.starts("q_unit")
        self.of = reading.starts("q_of")
        self.ranks = reading.starts("q_ordinal")

    def draft(self, number: Number) -> Draft:
        """The number with its unit."""
        draft = Draft.of(number)
        if number.form == "ordinal":
            return draft
        if number.form == "fraction":
            return self._fraction(draft)
        before = self.money.before(number)
        after = number.last
        if self.reading.hyphen(after):
            after += 1
        if number.form == "half" and self.reading.word(after) in self.reading.rules.articles:
            after += 1
        if before is None and not self._after(draft, after):
            if after in self.of and self._may_be_linked(number):
                self._linked(draft, after)
            elif self.reading.word(after) in self.phrases.unit_adjectives:
                self._after(draft, after + 1)
        if before is not None:
            first, name = before
            draft.unit = name.code
            draft.widen(first, draft.last)
            self.money.twice(draft, name)
        draft.core = (draft.first, draft.last)
        return draft

    def _fraction(self, draft: Draft) -> Draft:
        """A share, or where a unit follows a part of one: 1/4 de milla, trois quarts d'heure, a fifth of a per cent."""
        j = draft.last
        j += self.reading.hyphen(j)
        j = self.of[j][0] if j in self.of else j
        one = self.reading.starts("q_number").get(j)
        single = j + 1 in self.percents and one is not None and one[1].value == 1  # three-quarters of one per cent
        j += single or self.reading.word(j) in self.reading.rules.articles
        share = draft.value
        if j in self.percents:
            draft.value, draft.number.step, draft.number.decimals = share / 100, 0.01, True
            draft.settle()
            self._percent(draft, j)
        elif j in self.units and not self.units[j][1].symbol:
            draft.value, draft.number.step, draft.number.decimals = share / 100, 0.01, True
            self._unit(draft, j)
        else:
            draft.unit, draft.kind = "percent", "share"
        draft.core = (draft.first, draft.last)
        return draft

    def _may_be_linked(self, number: Number) -> bool:
        """Whether an of-word may tie a unit to the number: deux millions d'euros, 4000000 de dólares."""
        scaled = number.scale >= 1000 or (number.value >= 1e6 and number.value % 1e6 == 0)
        return scaled or number.style == "vague" or number.rough or number.form in ("half", "article")

    def _linked(self, draft: Draft, j: int) -> None:
        """Takes the unit behind an of-word: deux millions d'euros; no time that has it: 156 milioni del trimestre."""
        last = self.of[j][0]
        _, name = self.units.get(last, (last, None))
        timed = isinstance(name, UnitName) and dimension(name.unit) == "time"
        if not (timed and last in self.reading.tokens.after("definite")):
            self._after(draft, last)

    def _after(self, draft: Draft, j: int) -> bool:
        """Whether a unit stands at token j; if so the draft takes it."""
        number = draft.number
        if j in self.percents and number.style != "vague":
            return self._percent(draft, j)
        if self.money.after(draft, j):
            return True
        return j in self.units and self._unit(draft, j)

    def _percent(self, draft: Draft, j: int) -> bool:
        last, kind = self.percents[j]
        draft.widen(draft.first, last)
        draft.unit, draft.kind = "percent", "share"
        if kind in _POINTS:
            draft.points, draft.kind = True, "change"
        if kind == "permille":
            draft.scale(0.1)
        elif kind == "basis":
            draft.scale(0.01)
        elif draft.number.form == "half":
            draft.number.form = "plain"
        return True

    def _unit(self, draft: Draft, j: int) -> bool:
        last, name = self.units[j]
        assert isinstance(name, UnitName)
        glued = self.reading.tokens.glued(j)
        if name.symbol and self.reading.word(last - 1).isdecimal() and not self.reading.tokens.glued(last - 1):
            last, name = (
                j + 1,
                self.reading.vocabulary.compiled["symbols"].get(self.reading.forms[j], name),
            )  # 6 ft 2 in
        if self.reading.word(j) in self.reading.rules.after_one and draft.value != 1:
            return False
        if name.symbol and (draft.number.style != "digits" or (name.glued and not glued)):
            return False
        if name.symbol and last == j + 1 and len(self.reading.word(j)) == 1 and self._names(j):
            return False
        if name.symbol and not glued and self._is_word(draft, j):
            return False
        if draft.value == 1 and j in self.ranks and self._counts_noun(last):
            return False  # une seconde explosion
        if dimension(name.unit) in _COUNTED and self.reading.starts("thing").get(j, (last, None))[0] > last:
            return False  # 300 pieds de vigne
        draft.unit = name.unit
        draft.widen(draft.first, last)
        draft.settle()
        self._tail(draft)
        return True

    def _counts_noun(self, j: int) -> bool:
        """Whether a word stands at token j that may be a noun."""
        word = self.reading.word(j)
        small = word in self.reading.vocabulary.stopwords or word in self.reading.vocabulary.prepositions
        return word[:1].isalpha() and not small

    def _is_word(self, draft: Draft, j: int) -> bool:
        """Whether a symbol is a word of the language here: i 414 milioni ha registrato."""
        reading, after = self.reading, self.reading.word(j + 1)
        said = reading.forms[j] in reading.vocabulary.stopwords and draft.number.scale >= 1000
        return said and after[:1].isalpha() and j + 1 not in reading.starts("of")

    def _names(self, j: int) -> bool:
        """Whether a letter begins a name instead of being a unit: five F-16s, three A-levels, C.P.I., 14c/share."""
        reading = self.reading
        if not reading.forms[j].isupper() or j + 1 >= len(reading.words) or not reading.tokens.glued(j + 1):
            return False
        initials = reading.word(j + 1) == "." and reading.word(j + 2)[:1].isalpha() and reading.tokens.glued(j + 2)
        return reading.hyphen(j + 1) or reading.word(j + 1) == "/" or initials

    def _tail(self, draft: Draft) -> None:
        """ "a year and a half", "two hours and a half"."""
        hit = self.reading.starts("q_tail").get(draft.last)
        if hit and not draft.number.decimals:
            draft.value += 0.5
            draft.number.step, draft.number.decimals = 0.1, True
            draft.widen(draft.first, hit[0])
