"""What a figure is counted by: per hour, a share, je Einwohner, per 100 people."""

from __future__ import annotations

from factcheck.extract.quantities.draft import Draft, Reading
from factcheck.extract.quantities.units import UnitName, dimension
from factcheck.extract.words.phrases import Phrases

_COMPLEMENT = 4  # words between a noun and its rate: cas de grippe pour
_MANY = 10_000  # people of whom so many are no share
_COUNTED = ("money", "percent", "ratio", "count", "time")  # what stays itself by the day
_BITS = frozenset({"kilobit", "megabit", "gigabit"})


class RateFinder:
    """Attaches rates to the drafts of one sentence."""

    def __init__(self, reading: Reading, phrases: Phrases) -> None:
        self.reading, self.phrases = reading, phrases
        self.units = reading.starts("q_unit")
        self.unit_ends = {last - 1 for last, _ in self.units.values()}
        self.long = reading.starts("q_per")
        self.nouns = reading.starts("q_base_noun")
        self.adverbs = reading.starts("q_adverb")
        self.money = reading.starts("q_currency")
        self.among = reading.starts("q_among")
        self.consumed: set[int] = set()  # tokens of bases: the 100 of "per 100 people"

    def rate(self, draft: Draft) -> None:
        """Sets `per` and, for counts and physical units by time, the unit of the rate."""
        self._data_rate(draft)
        if draft.number.form == "ordinal" or draft.kind == "ratio":
            return
        places = [draft.last] if draft.noun is None else [draft.last, draft.noun[1]]
        places += [self._after_bracket(place) for place in places if self.reading.word(place) == "("]
        places += [place + 1 for place in places if self.reading.word(place) == ")"]  # 75 miles (120 km) | per hour
        for j in places:
            if self._per(draft, j) or self._adverb(draft, j):
                return
        far = self._after_complement(places[-1])
        if far:
            self._per(draft, far)

    def _data_rate(self, draft: Draft) -> None:
        """Bits are bits a second where a connection is spoken of: broadband at 8Mb, a 512K modem."""
        lines = self.reading.starts("q_data_rate")
        if not lines or draft.kind != "level":
            return
        if draft.unit in _BITS:
            draft.unit += "/second"
        elif (
            draft.unit == "count"
            and self.reading.word(draft.number.last - 1) == "k"
            and (draft.last in lines or draft.noun is None)
        ):
            draft.value, draft.unit = float(f"{draft.value / 1e3:.15g}"), "kilobit/second"
            draft.number.step, draft.noun = draft.number.step / 1e3, None

    def _after_complement(self, j: int) -> int | None:
        """The word of rate behind what a figure is of: litres of water | per second, cas de grippe | pour 100 000."""
        first = j + 1 if self.reading.word(j) in self.reading.rules.of else j if j - 1 in self.unit_ends else None
        if first is None:
            return None
        for k in range(first, first + _COMPLEMENT):
            if not self.reading.word(k)[:1].isalpha() and self.reading.word(k) != ")":
                return None
            if k > first and self._is_rate(k):
                return k
        return None

    def _is_rate(self, k: int) -> bool:
        """Whether a word of rate, no mere article, stands before a unit of time or a number of heads."""
        word, after = self.reading.word(k), self._after_per(k)
        plain = len(word) > 2 or word in self.reading.rules.articles or word in self.phrases.per_sure
        if after is None or not plain:
            return False
        unit = self.units.get(after)
        timed = unit is not None and dimension(unit[1].unit) == "time" and not self._is_dated(after)
        return timed or self._base(after) is not None

    def _after_bracket(self, j: int) -> int:
        """The token behind a short bracket: 7 million francs ($8 million) a year."""
        return next((i + 1 for i in range(j, min(j + 8, len(self.reading.words))) if self.reading.words[i] == ")"), -1)

    def _per(self, draft: Draft, j: int) -> bool:
        k = self._after_per(j)
        if k is None:
            return self._of_many(draft, j)
        if k in self.units and not self._is_dated(k):
            last, name = self.units[k]
            assert isinstance(name, UnitName)
            if self.reading.word(last) not in self.phrases.not_rates and (
                not name.symbol or self.reading.word(k - 1) == "/"
            ):
                self._set(draft, name.unit, j, last)
                return True
        if k in self.nouns and not self._is_given(j, k):
            last = self.nouns[k][0]
            draft.per = " ".join(self.reading.words[k:last])
            if j == draft.last:
                draft.widen(draft.first, last)
            return True
        return self._per_hundred(draft, k)

    def _is_given(self, j: int, k: int) -> bool:
        """Whether the word of rate only leads to whom something is given: 300 euros | a la familia."""
        starts = self.reading.starts
        return j in starts("addressing") and any(k in starts(kind) for kind in ("people", "person", "counted_person"))

    def _is_dated(self, j: int) -> bool:
        """Whether a token is part of a date."""
        return any(mention.type == "date" and mention.first <= j < mention.last for mention in self.reading.periods)

    def _after_per(self, j: int) -> int | None:
        """The token after a word such as "per" or "a" at token j, past a hyphen: barrel-a-day."""
        if self.reading.hyphen(j):
            j += 1
        if j in self.long:
            k = self.long[j][0]
        elif self.reading.word(j) in self.phrases.per:
            k = j + 1
        else:
            return None
        return k + 1 if self.reading.hyphen(k) else k

    def _set(self, draft: Draft, unit: str, j: int, last: int) -> None:
        draft.per = unit
        kind = dimension(draft.unit)
        if kind == "count" and dimension(unit) == "time":
            draft.unit = f"count/{unit}"
        elif kind not in _COUNTED and "/" not in draft.unit:
            draft.unit = f"{draft.unit}/{unit}"
        if j == draft.last:
            draft.widen(draft.first, last)
            draft.core = (draft.core[0], last)

    def _per_hundred(self, draft: Draft, k: int) -> bool:
        """ "4.5 boats per 100 people" is a ratio, "31 cases per million" one of people too."""
        base = self._base(k)
        if base is None or draft.unit != "count":
            return False
        value, last = base
        self.consumed.add(k)
        noun = self.reading.word(last)
        draft.unit = draft.kind = "ratio"
        counted = noun[:1].isalpha() and noun not in self.phrases.noun_stop
        draft.per = f"{value:.0f} {noun}" if counted else f"{value:.0f}"
        return True

    def _of_many(self, draft: Draft, j: int) -> bool:
        """ "25 out of every 100,000" is a rate like "25 per 100,000"; of fewer than ten thousand it is a share."""
        if j not in self.among:
            return False
        base = self._base(self.among[j][0])
        many = (
            base is not None
            and base[0] >= _MANY
            and draft.value < base[0]
            and base[1] not in self.units
            and base[1] not in self.money
        )
        return many and self._per_hundred(draft, self.among[j][0])

    def _base(self, k: int) -> tuple[float, int] | None:
        """The round number that a ratio is given by, and the token behind it: 100, 100 mil, million."""
        word, last = self.reading.word(k), k
        digits = word.replace(",", "").replace(".", "").replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
        value = 1.0
        if digits.isdecimal():
            value, last = float(digits), k + 1
        elif word in self.reading.rules.articles:
            last = k + 1  # pour un million
        scale = self.reading.starts("q_number").get(last)
        if scale and getattr(scale[1], "place", "") == "scale":
            value, last = value * float(scale[1].value), scale[0]
        return (value, last) if last > k and value in self.phrases.bases else None

    def is_base(self, draft: Draft) -> bool:
        """Whether a figure is what another one is counted by: users per 100 people."""
        if draft.first in self.consumed:
            return True
        led = self.reading.word(draft.first - 1) in self.phrases.per_sure
        return led and draft.unit == "count" and draft.number.style == "digits" and draft.value in self.phrases.bases

    def _adverb(self, draft: Draft, j: int) -> bool:
        hit = self.adverbs.get(j)
        if hit is None or self._is_dated(j):
            return False
        draft.per = str(hit[1])
        if dimension(draft.unit) not in _COUNTED:
            self._set(draft, draft.per, j, hit[0])  # barrels daily
        return True
