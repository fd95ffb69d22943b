"""Numerals written as one word: siebenundzwanzig, duecentocinquanta, einhunderttausendste."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from factcheck.extract.numbers.numerals import Atom, Place

Kind = Literal["plain", "ordinal", "part"]
_LONGEST = 80
_PARTS: tuple[tuple[str, Place], ...] = (("ones", "one"), ("tens", "ten"), ("hundreds", "hundred"), ("scales", "scale"))
_REMEMBERED = 20000


class Compounds:
    """Splits a word into the numeral atoms it is written from; remembers what it saw."""

    def __init__(self, parts: dict[str, Atom], rules: Mapping[str, Any], ordinals: dict[str, Atom]) -> None:
        self._parts = parts
        self._joiner = str(rules.get("joiner") or "")
        self._endings: list[tuple[str, Kind]] = [(str(end), "ordinal") for end in rules.get("ordinal_endings") or ()]
        self._endings += [(str(end), "part") for end in rules.get("part_endings") or ()]
        self._half = str(rules.get("half") or "")
        self._ordinals = ordinals
        self._known = {str(word): float(value) for word, value in (rules.get("words") or {}).items()}
        self._heads = frozenset(word[:3] for word in (*parts, *self._known))
        self._lengths = sorted({len(part) for part in parts}, reverse=True)
        self._seen: dict[str, tuple[float, Kind] | None] = {}

    @classmethod
    def build(cls, rules: Mapping[str, Any], atoms: Mapping[str, Atom]) -> Compounds | None:
        """The splitter of a language, or None where it writes no compounds."""
        if not rules:
            return None
        from factcheck.extract.numbers.numerals import Atom, spellings

        top = float(rules.get("up_to", 1000))
        parts = {
            word: atom
            for word, atom in atoms.items()
            if word.isalpha() and atom.place in ("one", "teen", "ten", "hundred", "scale") and 0 < atom.value <= top
        }
        for key, place in _PARTS:
            for word, value in (rules.get(key) or {}).items():
                parts.update((spelled, Atom(float(value), place)) for spelled in spellings(str(word)))
        ordinals = {str(word): Atom(float(value), "one") for word, value in (rules.get("ordinal_ones") or {}).items()}
        return cls(parts, rules, ordinals)

    def places(self, words: Sequence[str]) -> list[int]:
        """Where the words stand that begin like a numeral."""
        heads = self._heads
        return [i for i, word in enumerate(words) if word[:3] in heads]

    def read(self, word: str) -> tuple[float, Kind] | None:
        """The value of a compound and whether it is plain, an ordinal or a part (Zwanzigstel); None for other words."""
        if word[:3] not in self._heads or not 5 <= len(word) <= _LONGEST:
            return None
        if word not in self._seen:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            self._seen[word] = self._read(word)
        return self._seen[word]

    def _read(self, word: str) -> tuple[float, Kind] | None:
        if word in self._known:
            return self._known[word], "plain"
        value = self._value(word)
        if value is not None:
            return value, "plain"
        if self._half and word.endswith(self._half):
            value = self._value(word.removesuffix(self._half))
            return (value + 0.5, "plain") if value is not None else None
        for ending, kind in self._endings:
            value = self._stem(word.removesuffix(ending)) if word.endswith(ending) else None
            if value is not None:
                return value, kind
        return None

    def _stem(self, stem: str) -> float | None:
        """The value of an ordinal without its ending."""
        value = self._value(stem)
        if value is None and self._ends_ordinal(stem):
            ends = (one for one in self._ordinals if stem.endswith(one))
            one = next(one for one in ends if self._value(stem.removesuffix(one)))
            return (self._value(stem.removesuffix(one)) or 0.0) + self._ordinals[one].value
        return value

    def _ends_ordinal(self, stem: str) -> bool:
        return any(stem.endswith(one) and self._value(stem.removesuffix(one)) for one in self._ordinals)

    def _value(self, word: str) -> float | None:
        atoms = self._split(word)
        return _sum(atoms) if atoms else None

    def _split(self, word: str) -> list[Atom]:
        """The atoms of a word, longest first, with one step back where that fails; empty if they do not fill it."""
        fits: dict[int, list[Atom]] = {len(word): []}
        for start in range(len(word) - 1, -1, -1):
            for length in self._lengths:
                part = self._parts.get(word[start : start + length])
                if part is None or start + length > len(word):
                    continue
                rest = start + length
                if rest not in fits and self._joiner and word.startswith(self._joiner, rest):
                    rest += len(self._joiner)
                if rest in fits and (rest == start + length or fits[rest]):
                    fits[start] = [part, *fits[rest]]
                    break
        return fits.get(0, [])


def _sum(atoms: list[Atom]) -> float | None:
    """The value of atoms in order; ones may stand before tens (siebenundzwanzig)."""
    total, group, last = 0.0, 0.0, ""
    for atom in atoms:
        if atom.place == "scale":
            total, group = total + max(group, 1.0) * atom.value, 0.0
        elif atom.place == "hundred":
            group = max(group, 1.0) * atom.value if atom.value == 100 else group + atom.value
        elif (atom.place == "ten" and last in ("ten", "teen")) or (atom.place == "one" and last in ("one", "teen")):
            return None
        else:
            group += atom.value
        last = atom.place
    return total + group
