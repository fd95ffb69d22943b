"""The unit of a number: money, percent or a physical unit, on either side of it."""

from __future__ import annotations

from factcheck.extract.draft import Draft, Reading
from factcheck.extract.number import Number
from factcheck.extract.phrases import Phrases
from factcheck.extract.units import MoneyName, UnitName

_DOLLAR = MoneyName("USD", True)
_POINTS = frozenset({"point", "basis"})


class Measurer:
    """Attaches units to the numbers of one sentence."""

    def __init__(self, reading: Reading, phrases: Phrases) -> None:
        self.reading, self.phrases = reading, phrases
        self.percents = reading.starts("q_percent")
        self.money = reading.starts("q_currency")
        self.money_ends = reading.ends("q_currency")
        self.cents = reading.starts("q_cents")
        self.units = reading.starts("q_unit")
        self.of = reading.starts("q_of")

    def draft(self, number: Number) -> Draft:
        """The number with its unit."""
        draft = Draft.of(number)
        if number.form == "ordinal":
            return draft
        if number.form == "fraction":
            return self._fraction(draft)
        before = self._money_before(number)
        after = number.last
        if self.reading.hyphen(after):
            after += 1
        if number.form == "half" and self.reading.word(after) in self.reading.rules.articles:
            after += 1
        if before is None and not self._after(draft, after):
            if after in self.of and self._may_be_linked(number):
                self._after(draft, self.of[after][0])
            elif self.reading.word(after) in self.phrases.unit_adjectives:
                self._after(draft, after + 1)
        if before is not None:
            first, name = before
            draft.unit = name.code
            draft.widen(first, draft.last)
            self._money_twice(draft, name)
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
            self._plain(draft)
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

    def _money_before(self, number: Number) -> tuple[int, MoneyName] | None:
        """A sign or code right before the number, also behind a minus: -$5m, $-5."""
        reading, first = self.reading, number.first
        hit = self.money_ends.get(first)
        if hit is None or number.style == "vague":
            return None
        start, name = hit
        if first - start > 1 and len(reading.word(start)) == 1 and not reading.tokens.glued(start + 1):
            start, name = start + 1, _DOLLAR  # at a $300m valuation
        if not name.sign or (name.before and not reading.tokens.forms[first][0].isdigit()):
            return None
        if (name.scaled and not (number.scale >= 1e3 and reading.tokens.glued(first))) or self._is_small_change(
            number, start
        ):
            return None
        if (
            start
            and reading.word(start - 1)[0].isdigit()
            and not reading.tokens.glued(first)
            and reading.tokens.glued(start)
        ):
            return None
        return self._signed(number, start), name

    def _is_small_change(self, number: Number, start: int) -> bool:
        """Whether two digits behind an amount and its code are its cents: 17 USD 25."""
        reading = self.reading
        before = reading.word(start - 1) if start else ""
        bare = number.style == "digits" and number.last - number.first == 1 and len(reading.word(number.first)) == 2
        led = start - 1 in self.money_ends
        return bare and not led and before.isdecimal() and len(before) < 4 and not reading.tokens.glued(start)

    def _signed(self, number: Number, start: int) -> int:
        """Takes in a minus that touches a money sign, and none behind a word or digit."""
        reading = self.reading
        if (
            start
            and reading.word(start - 1) in ("-", "−")
            and reading.tokens.glued(start)
            and not (start > 1 and reading.tokens.glued(start - 1) and reading.word(start - 2)[-1:].isalnum())
        ):
            number.value = -number.value
            return start - 1
        return start

    def _money_twice(self, draft: Draft, name: MoneyName) -> None:
        """ "$5 million Australian dollars", "$16bn USD": the name after the number tells which."""
        hit = self.money.get(draft.number.last)
        if hit and not (hit[0] < len(self.reading.words) and self.reading.words[hit[0]][0].isdigit()):
            payload = hit[1]
            assert isinstance(payload, MoneyName)
            if not payload.heavy:
                draft.unit = payload.code if name.code == "USD" else draft.unit
                draft.widen(draft.first, hit[0])
        draft.value = draft.number.value

    def _after(self, draft: Draft, j: int) -> bool:
        """Whether a unit stands at token j; if so the draft takes it."""
        number = draft.number
        if j in self.percents and number.style != "vague":
            return self._percent(draft, j)
        if j in self.money and self._money_after(draft, j):
            return True
        if j in self.cents and self._cents(draft, j):
            return True
        return j in self.units and self._unit(draft, j)

    def _percent(self, draft: Draft, j: int) -> bool:
        last, kind = self.percents[j]
        draft.widen(draft.first, last)
        draft.unit, draft.kind = "percent", "share"
        if kind in _POINTS:
            draft.points, draft.kind = True, "change"
        if kind == "permille":
            self._scale(draft, 0.1)
        elif kind == "basis":
            self._scale(draft, 0.01)
        elif draft.number.form == "half":
            draft.number.form = "plain"
        return True

    @staticmethod
    def _scale(draft: Draft, factor: float) -> None:
        draft.value = float(f"{draft.value * factor:.15g}")
        draft.number.step *= factor

    def _money_after(self, draft: Draft, j: int) -> bool:
        last, name = self.money[j]
        assert isinstance(name, MoneyName)
        reading = self.reading
        if name.before or (name.heavy and draft.number.scale < 1e6):
            return False
        if (
            name.sign
            and last < len(reading.words)
            and reading.words[last][0].isdigit()
            and reading.tokens.glued(last)
            and not reading.tokens.glued(j)
        ):
            return False
        draft.unit = name.code
        if name.factor != 1.0:
            self._scale(draft, name.factor)
        last = self._scale_behind(draft, last) if name.sign else last
        draft.widen(draft.first, last)
        self._plain(draft)
        return True

    def _scale_behind(self, draft: Draft, last: int) -> int:
        """Takes a scale that stands behind a code: 75 USD million."""
        atoms = self.reading.starts("q_number")
        if draft.number.scale != 1.0 or last not in atoms or getattr(atoms[last][1], "place", "") != "scale":
            return last
        last, atom = atoms[last]
        self._scale(draft, atom.value)
        draft.number.scale = atom.value
        return last

    def _cents(self, draft: Draft, j: int) -> bool:
        last, payload = self.cents[j]
        code, glued = payload
        if glued and not (self.reading.tokens.glued(j) and draft.number.style == "digits"):
            return False
        draft.unit = "?" if code == "?" else code
        self._scale(draft, 0.01)
        draft.widen(draft.first, last)
        self._plain(draft)
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
        if name.symbol and (draft.number.style != "digits" or (name.glued and not glued)):
            return False
        if name.symbol and last == j + 1 and len(self.reading.word(j)) == 1 and self._names(j):
            return False
        draft.unit = name.unit
        draft.widen(draft.first, last)
        self._plain(draft)
        self._tail(draft)
        return True

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

    @staticmethod
    def _plain(draft: Draft) -> None:
        if draft.number.form in ("half", "fraction", "vulgar"):
            draft.number.form = "plain"
