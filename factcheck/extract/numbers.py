"""Numbers of a sentence, in digits, in words and mixed: "1,5 Mio.", "quatre-vingt-dix-sept", "hundreds of thousands"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcheck.extract import numerals
from factcheck.extract.codes import is_code
from factcheck.extract.digits import parse_digits
from factcheck.extract.numerals import Atom, Numerals
from factcheck.extract.tokens import Tokens
from factcheck.extract.vocabulary import Vocabulary

Starts = dict[int, tuple[int, object]]
GLUED_CENTS = 300  # 50p and 99p are money, 720p and 1080p are not
_HYPHENS = frozenset("-‐‑")
_MINUS_SIGNS = frozenset("-−–")
register = numerals.register


@dataclass(slots=True)
class Number:
    """A numeral with its scale, tokens [first, last)."""

    first: int
    last: int
    value: float
    step: float = 1.0  # of the last printed digit, scaled
    decimals: bool = False
    style: Literal["digits", "words", "vague"] = "words"
    high: float | None = None  # of a vague plural
    rough: bool = False
    scale: float = 1.0  # what the words or signs after the digits multiply by
    form: Literal["plain", "fraction", "ordinal", "half", "article"] = "plain"
    signed: bool = False  # a plus sign stands before it


def starts(hits: list[tuple[int, int, object]] | None) -> dict[int, tuple[int, object]]:
    """The hits of one category by their first token."""
    return {first: (last, payload) for first, last, payload in hits} if hits else {}


class NumberReader:
    """Reads the numbers of one sentence."""

    def __init__(self, tokens: Tokens, rules: Numerals) -> None:
        self.tokens, self.rules, self.words = tokens, rules, tokens.words
        hits = tokens.hits
        self.atoms = starts(hits.get("q_number"))
        self.suffixes = starts(hits.get("q_suffix"))
        self.vulgar = starts(hits.get("q_vulgar"))
        self.tails = starts(hits.get("q_tail"))
        self.ordinals = starts(hits.get("q_ordinal"))
        self.money_ends = {last for _, last, _ in hits.get("q_currency", ())}
        self.money_starts = {first for first, _, _ in hits.get("q_currency", ())}
        self.units = starts(hits.get("q_unit"))
        self.qualified = {last for _, last, _ in hits.get("q_before", ())}
        self.coins = starts(hits.get("q_cents"))

    def all(self) -> list[Number]:
        """The numbers in order of the text."""
        found: list[Number] = []
        i, size = 0, len(self.words)
        compounds = self.rules.compounds
        while i < size:
            word = self.words[i]
            number: Number | None = None
            if word[0].isdecimal():
                number = self._digits(i)
            elif i in self.atoms or i in self.vulgar:
                number = self._spelled(i)
            elif word in self.rules.articles:
                number = self._article(i)
            elif i in self.ordinals:
                number = self._ordinal(i)
            elif compounds is not None:
                number = self._compound(i)
            if number is None:
                i += 1
            else:
                found.append(number)
                i = max(number.last, i + 1)
        return found

    # --- digits ---------------------------------------------------------------------------------------------------

    def _digits(self, i: int) -> Number | None:
        tokens = self.tokens
        if is_code(tokens, i, self.money_ends, self.rules.minus):
            return None
        parsed = parse_digits(tokens.forms[i], self.rules.decimal)
        if parsed is None:
            return None
        value, decimals = parsed
        number = Number(i, i + 1, value, 10.0**-decimals, decimals > 0, "digits")
        if i and tokens.glued(i) and tokens.forms[i - 1] == "." and rules_point(self.rules, tokens.forms[i]):
            number = _leading_point(i, tokens.forms[i])
        self._sign(number)
        if number.last in self.vulgar:
            number.value += self.vulgar[number.last][1]  # type: ignore[operator]
            number.step, number.decimals, number.last = 0.1, True, number.last + 1
            return number
        if self._ordinal_mark(number):
            return number
        self._scales(number)
        if self._glued_letters(number):
            return None
        return number

    def _sign(self, number: Number) -> None:
        """A minus or plus sign that belongs to the number: glued to it and to nothing else."""
        i, forms, tokens = number.first, self.tokens.forms, self.tokens
        sign = forms[i - 1] if i else ""
        if i in self.money_ends:
            return
        joined = i > 1 and tokens.glued(i - 1)
        if sign in _MINUS_SIGNS and joined and self.words[i - 2] in self.rules.minus:
            number.first, number.value = i - 2, -number.value
        elif sign in _MINUS_SIGNS and tokens.glued(i) and (not joined or forms[i - 2] in "([" or i - 1 in self.money_ends):
            number.first, number.value = i - 1, -number.value
        elif sign == "+" and tokens.glued(i) and not (i > 1 and tokens.glued(i - 1)):
            number.first, number.signed = i - 1, True
        elif i and self.words[i - 1] in self.rules.minus and i not in self.qualified and not (i > 1 and self.words[i - 2][0].isdecimal()):
            number.first, number.value = i - 1, -number.value

    def _ordinal_mark(self, number: Number) -> bool:
        """"3rd", "2e", "1.º": takes the mark in."""
        j, tokens = number.last, self.tokens
        if number.decimals or j >= len(self.words) or not tokens.glued(j) or (j in self.units and self.units[j][0] > j + 1):
            return False
        end = j
        if self.words[j] in self.rules.ordinal_suffixes:
            end = j + 1
        elif self.words[j] == "." and j + 1 < len(self.words):
            if self.words[j + 1] in self.rules.ordinal_suffixes and tokens.glued(j + 1):
                end = j + 2
            elif self.rules.ordinal_dot and not tokens.glued(j + 1) and number.value < 100 and tokens.forms[j + 1][0].isalpha():
                end = j + 1
        if end > j:
            number.last, number.form = end, "ordinal"
        return end > j

    def _glued_letters(self, number: Number) -> bool:
        """Whether letters without a meaning touch the digits: 4G, 1080p."""
        j = number.last
        if j >= len(self.words) or not self.tokens.glued(j) or not self.words[j][0].isalpha():
            return False
        known = j in self.units or (j in self.coins and number.value < GLUED_CENTS) or j in self.money_starts or any(
            first == j for key in ("q_percent", "q_times") for first, _, _ in self.tokens.hits.get(key, ()))
        return not known

    # --- words ----------------------------------------------------------------------------------------------------

    def _spelled(self, i: int) -> Number | None:
        if i in self.vulgar and i not in self.atoms:
            return Number(i, i + 1, float(self.vulgar[i][1]), 0.01, True, "digits", form="fraction")  # type: ignore[arg-type]
        if self._hyphenated_before(i):
            return None
        last, atom = self._atom(i)
        if atom.place == "several":
            return self._several(i, last)
        if atom.place == "half":
            return self._half(i, last)
        if self._is_pronoun(i) or (atom.place == "hundred" and i in self.coins and i and self.words[i - 1][0].isdecimal()):
            return None
        if atom.place == "scale" and not atom.alone and not atom.plural and not atom.value == 1000.0:
            return None
        if atom.place == "collective" and not atom.plural:
            return None
        number = Number(i, last, atom.value, form="article" if self.words[i] in self.rules.articles else "plain")
        if atom.plural or (atom.place in ("scale", "collective") and i and self.words[i - 1] in self.rules.several_articles):
            return self._vague(number, atom)
        return self._continue(number, atom)

    def _article(self, i: int) -> Number | None:
        """"a million", "un millier": an article that counts a scale."""
        j = i + 1
        if j not in self.atoms:
            return None
        last, atom = self._atom(j)
        if atom.place == "half":
            return self._half(i, last)
        if atom.place == "several":
            return self._several(i, last)
        if atom.place not in ("scale", "hundred", "collective") or (atom.plural and not self.rules.counted_article):
            return None
        return self._continue(Number(i, last, atom.value, atom.value, rough=atom.rough, form="article"), atom)

    def _several(self, i: int, j: int) -> Number | None:
        """"several million", "plusieurs centaines de milliers"."""
        if self.words[j : j + 1] and self.words[j] in self.rules.of:
            j += 1
        if j not in self.atoms:
            return None
        last, atom = self._atom(j)
        if atom.place not in ("scale", "hundred", "collective"):
            return None
        return self._vague(Number(i, last, atom.value), atom)

    def _vague(self, number: Number, atom: Atom) -> Number:
        """A plural without a number: its order of magnitude, and that of "hundreds of thousands"."""
        number.style = "vague"
        j = number.last
        if j < len(self.words) and self.words[j] in self.rules.of:
            j += 1
        two = False
        if j in self.atoms:
            last, scale = self._atom(j)
            if scale.place in ("scale", "collective", "hundred") and scale.value > atom.value:
                number.value, number.last, two = number.value * scale.value, last, True
                number.scale = scale.value
        several = self.words[number.first] not in self.words[number.last - 1 :] and number.last - number.first > 1
        if two or several or atom.value < 1000:
            number.high = number.value * 10 if atom.value != 24 else 99.0 * number.value / 24
        number.step = number.value
        return number

    def _half(self, i: int, j: int) -> Number | None:
        """"half a million"; else a half that waits for its unit."""
        number = Number(i, j, 0.5, 0.1, True, form="half")
        if j < len(self.words) and self.words[j] in _HYPHENS:
            j += 1
        if j < len(self.words) and self.words[j] in self.rules.articles:
            j += 1
        if j in self.atoms:
            last, atom = self._atom(j)
            if atom.place in ("scale", "collective"):
                value = atom.value / 2
                return Number(i, last, value, value / 5, False, scale=atom.value, rough=atom.rough)
        return number

    def _is_pronoun(self, i: int) -> bool:
        """Whether "one" is a pronoun here."""
        rules, words = self.rules, self.words
        if words[i] not in rules.one or i + 1 in self.atoms:
            return False
        after = words[i + 1] if i + 1 < len(words) else "."
        if after[0].isdecimal():
            return True
        if i + 2 in self.atoms and after in rules.range_words:
            return False
        if after in ("-", "–") or i + 1 in self.units:
            return False
        return (i > 0 and words[i - 1] in rules.one_not_after) or after in rules.one_not_before or not after[0].isalnum() and after not in "%$€£("

    def _ordinal(self, i: int) -> Number | None:
        last, value = self.ordinals[i]
        if self._hyphenated_before(i):
            return None
        return Number(i, last, float(value), form="ordinal")  # type: ignore[arg-type]

    def _compound(self, i: int) -> Number | None:
        assert self.rules.compounds is not None
        read = self.rules.compounds.read(self.words[i])
        if read is None:
            return None
        value, ordinal = read
        number = Number(i, i + 1, value, decimals=value % 1 != 0, step=1.0 if value % 1 == 0 else 0.1)
        if ordinal:
            number.form = "ordinal"
            return number
        return self._continue(number, Atom(value, "one"))

    # --- composition ----------------------------------------------------------------------------------------------

    def _continue(self, number: Number, atom: Atom) -> Number:
        """Takes in the atoms that follow a first atom."""
        group = _Group(number.value, atom, self.rules.teens_after)
        while True:
            j = self._next(number.last, group.place)
            if j in self.ordinals and (group.place in ("ten", "hundred", "scale")) and self.ordinals[j][1] < 100:  # type: ignore[operator]
                number.last, number.form = self.ordinals[j][0], "ordinal"
                number.value = group.total + group.group + float(self.ordinals[j][1])  # type: ignore[arg-type]
                return number
            entry = self.atoms.get(j) or self._compound_atom(j)
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
        self._tail(number)
        return number

    def _scales(self, number: Number) -> None:
        """Scale words and signs after digits: "5.7 million", "4,7 Mrd.", "60 mil millones", "12bn"."""
        while True:
            j = self._next(number.last, "digits")
            if j in self.suffixes and self._is_suffix(number, j):
                last, factor = self.suffixes[j]
            elif j in self.atoms and j not in self.coins and self._atom(j)[1].place in ("scale", "collective", "hundred"):
                last, atom = self._atom(j)
                factor = atom.value
                number.rough = number.rough or atom.rough
                if number.scale > factor:
                    break
            else:
                break
            scale = float(factor)  # type: ignore[arg-type]
            number.value, number.step, number.scale = number.value * scale, number.step * scale, number.scale * scale
            number.last = last
            number.value = _tidy(number.value)
        self._remainder(number)
        self._tail(number)

    def _remainder(self, number: Number) -> None:
        """"4 millones 500 mil": a smaller scaled figure right after belongs to it."""
        j, tokens = number.last, self.tokens
        if number.scale < 1e6 or number.decimals or j + 1 >= len(self.words) or not self.words[j][0].isdecimal():
            return
        parsed = parse_digits(tokens.forms[j], self.rules.decimal)
        if parsed and j + 1 in self.atoms:
            last, atom = self._atom(j + 1)
            if atom.place == "scale" and atom.value < number.scale and parsed[0] * atom.value < number.scale:
                number.value, number.step, number.last = number.value + parsed[0] * atom.value, atom.value, last
                number.scale = atom.value

    def _is_suffix(self, number: Number, j: int) -> bool:
        """Whether letters after digits are a scale ("5bn", "$5 m") and no unit ("5 m")."""
        tokens, (last, factor) = self.tokens, self.suffixes[j]
        if number.scale >= float(factor):  # type: ignore[arg-type]
            return False
        form = tokens.forms[j]
        glued = tokens.glued(j)
        money = number.first in self.money_ends or last in self.money_starts
        if not glued and len(form) == 1:
            return money
        if not glued and len(form) == 2 and form.islower():
            return money or self._noun_follows(last) or form not in ("mm",)
        if j in self.units and self.units[j][0] >= last and not money:
            return self.units[j][0] == last and self._noun_follows(last)
        return True

    def _noun_follows(self, j: int) -> bool:
        if j >= len(self.words) or self.tokens.glued(j):
            return False
        word = self.words[j]
        if word in self.rules.measured:
            return False
        return word[0].isalpha() and len(word) > 2 and not any(
            first == j for key in ("preposition", "conjunction") for first, _, _ in self.tokens.hits.get(key, ())) or j in self.units

    def _next(self, j: int, place: str) -> int:
        """Where the next atom may stand: past a hyphen that glues, or a joiner allowed here."""
        words, tokens = self.words, self.tokens
        if j >= len(words):
            return -1
        if words[j] in _HYPHENS and tokens.glued(j) and j + 1 < len(words) and tokens.glued(j + 1):
            if words[j + 1] in self.rules.joiners and words[j + 2 : j + 3] == ["-"] and place in self.rules.joiners[words[j + 1]]:
                return j + 3  # vingt-et-un
            return j + 1
        places = self.rules.joiners.get(words[j])
        if places and place in places and (j + 1 in self.atoms or j + 1 in self.ordinals):
            return j + 1
        if place in ("collective", "hundred") and words[j] in self.rules.of and j + 1 in self.atoms:
            return j + 1 if self._atom(j + 1)[1].place == "scale" else j
        return j

    def _compound_atom(self, j: int) -> tuple[int, Atom] | None:
        if self.rules.compounds is None or not 0 <= j < len(self.words):
            return None
        read = self.rules.compounds.read(self.words[j])
        return (j + 1, Atom(read[0], "one")) if read and not read[1] else None

    def _point(self, number: Number) -> None:
        """"two point five"."""
        j = number.last
        if j + 1 >= len(self.words) or self.words[j] not in self.rules.points or number.scale > 1:
            return
        digits, j = "", j + 1
        while j in self.atoms and len(digits) < 12:
            last, atom = self._atom(j)
            if atom.place not in ("one", "teen", "ten"):
                break
            if atom.place == "one" and digits[-1:] == "0" and len(digits) == 2 and digits[0] != "0":
                digits = digits[:-1]
            digits, j = digits + str(int(atom.value)), last
        if digits:
            number.value += float(f"0.{digits}")
            number.step, number.decimals, number.last = 10.0 ** -len(digits), True, j
            self._scales(number)

    def _tail(self, number: Number) -> None:
        """"two and a half", "a million and a half"."""
        if number.last in self.tails and not number.decimals:
            number.value += number.scale / 2
            number.step, number.decimals, number.last = number.scale / 10, True, self.tails[number.last][0]
            if number.scale == 1.0:
                self._scales(number)

    def _atom(self, j: int) -> tuple[int, Atom]:
        last, atom = self.atoms[j]
        assert isinstance(atom, Atom)
        return last, atom

    def _hyphenated_before(self, i: int) -> bool:
        """Whether a word is the tail of a hyphenated one: all-in-one, fifty-fifty."""
        tokens = self.tokens
        return (i > 1 and tokens.forms[i - 1] in _HYPHENS and tokens.glued(i) and tokens.glued(i - 1)
                and self.words[i - 2][0].isalpha())


class _Group:
    """The running sum of a spelled-out number."""

    def __init__(self, value: float, atom: Atom, teens_after: frozenset[float]) -> None:
        self.total, self.group, self.place = 0.0, value, atom.place
        self.smallest = float("inf")
        self.teens_after = teens_after
        self.step = 1.0
        if atom.place in ("scale", "collective"):
            self.total, self.group, self.smallest, self.step = value, 0.0, atom.value, atom.value

    @property
    def value(self) -> float:
        return self.total + self.group

    def accept(self, atom: Atom) -> bool:
        """Adds one more atom; False where it cannot belong to the number."""
        place, value, group = atom.place, atom.value, self.group
        if place == "one":
            fits = self.place in ("ten", "hundred", "scale") and value > 0
        elif place == "teen":
            fits = self.place in ("hundred", "scale") or (self.place == "ten" and group % 100 in self.teens_after)
        elif place == "ten":
            fits = self.place in ("hundred", "scale")
        elif place == "hundred":
            return self._hundred(atom)
        elif place in ("scale", "collective"):
            return self._scale(atom)
        else:
            return False
        if fits:
            self.group, self.place, self.step = group + value, place, 1.0
        return fits

    def _hundred(self, atom: Atom) -> bool:
        if atom.value == 100 and self.place in ("one", "teen") and 0 < self.group < 100:
            self.group *= 100
        elif self.place == "scale":
            self.group += atom.value
        else:
            return False
        self.place, self.step = "hundred", 1.0
        return True

    def _scale(self, atom: Atom) -> bool:
        if self.group and atom.value < self.smallest:
            self.total += self.group * atom.value
        elif not self.group and self.place in ("scale", "collective") and atom.value > self.smallest:
            self.total *= atom.value
        elif self.group and self.total and atom.value > self.smallest:
            self.total = (self.total + self.group) * atom.value
        else:
            return False
        self.step = atom.value * (self.step if not self.group else 1.0)
        self.group, self.place, self.smallest = 0.0, atom.place, atom.value
        return True


def rules_point(rules: Numerals, form: str) -> bool:
    """Whether a point before digits can be a decimal sign: .534"""
    return rules.decimal == "." and form.isdecimal()


def _leading_point(i: int, form: str) -> Number:
    return Number(i - 1, i + 1, float(f"0.{form}"), 10.0 ** -len(form), True, "digits")


def _tidy(value: float) -> float:
    """Without the noise of binary multiplication: 4.35 * 1e9."""
    return float(f"{value:.15g}")


def find_numbers(tokens: Tokens, vocabulary: Vocabulary) -> list[Number]:
    """Every number of a sentence whose `hits` are filled."""
    return NumberReader(tokens, vocabulary.compiled["numerals"]).all()
