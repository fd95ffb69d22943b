"""Money on either side of a number: a sign, a code, a name, cents."""

from __future__ import annotations

from factcheck.extract.numbers.number import Number
from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.units import MoneyName

_DOLLAR = MoneyName("USD", True)


class MoneyReader:
    """Attaches money to the numbers of one sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.starts = reading.starts("q_currency")
        self.ends = reading.ends("q_currency")
        self.cents = reading.starts("q_cents")

    def before(self, number: Number) -> tuple[int, MoneyName] | None:
        """A sign or code right before the number, also behind a minus: -$5m, $-5."""
        reading, first = self.reading, number.first
        hit = self.ends.get(first)
        if hit is None or number.style == "vague":
            return None
        start, name = hit
        if first - start > 1 and reading.word(start) in reading.rules.articles and not reading.tokens.glued(start + 1):
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
        led = start - 1 in self.ends
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

    def twice(self, draft: Draft, name: MoneyName) -> None:
        """ "$5 million Australian dollars", "$16bn USD": the name after the number tells which."""
        hit = self.starts.get(draft.number.last)
        if hit and not (hit[0] < len(self.reading.words) and self.reading.words[hit[0]][0].isdigit()):
            payload = hit[1]
            assert isinstance(payload, MoneyName)
            if not payload.heavy:
                draft.unit = payload.code if name.code == "USD" else draft.unit
                draft.widen(draft.first, hit[0])
        draft.value = draft.number.value

    def after(self, draft: Draft, j: int) -> bool:
        """Whether money stands at token j, so that the draft takes it: 5 euros, 50p."""
        return (j in self.starts and self._named(draft, j)) or (j in self.cents and self._take_cents(draft, j))

    def _named(self, draft: Draft, j: int) -> bool:
        last, name = self.starts[j]
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
            draft.scale(name.factor)
        last = self._scale_behind(draft, last) if name.sign else last
        draft.widen(draft.first, last)
        draft.settle()
        return True

    def _scale_behind(self, draft: Draft, last: int) -> int:
        """Takes a scale that stands behind a code: 75 USD million."""
        atoms = self.reading.starts("q_number")
        if draft.number.scale != 1.0 or last not in atoms or getattr(atoms[last][1], "place", "") != "scale":
            return last
        last, atom = atoms[last]
        draft.scale(atom.value)
        draft.number.scale = atom.value
        return last

    def _take_cents(self, draft: Draft, j: int) -> bool:
        last, payload = self.cents[j]
        code, glued = payload
        if glued and not (self.reading.tokens.glued(j) and draft.number.style == "digits"):
            return False
        draft.unit = "?" if code == "?" else code
        draft.scale(0.01)
        draft.widen(draft.first, last)
        draft.settle()
        return True
