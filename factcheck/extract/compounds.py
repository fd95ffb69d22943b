"""Numerals written as one word: siebenundzwanzig, duecentocinquanta, einhunderttausendste."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.extract.numerals import Atom, Place

_LONGEST = 80
_PARTS: tuple[tuple[str, Place], ...] = (("ones", "one"), ("tens", "ten"), ("hundreds", "hundred"), ("scales", "scale"))
_REMEMBERED = 20000


class Compounds:
    """Splits a word into the numeral atoms it is written from; remembers what it saw."""

    def __init__(
        self,
        parts: dict[str, Atom],
        joiner: str,
        ordinal_endings: tuple[str, ...],
        half: str,
        ordinals: dict[str, Atom],
    ) -> None:
        self._parts = parts
        self._joiner = joiner
        self._endings = ordinal_endings
        self._half = half
        self._ordinals = ordinals
        self._heads = frozenset(part[:3] for part in parts)
        self._lengths = sorted({len(part) for part in parts}, reverse=True)
        self._known: dict[str, float] = {}
        self._seen: dict[str, tuple[float, bool] | None] = {}

    @classmethod
    def build(cls, rules: Mapping[str, Any], atoms: Mapping[str, Atom]) -> Compounds | None:
        """The splitter of a language, or None where it writes no compounds."""
        if not rules:
            return None
        from factcheck.extract.numerals import Atom

        top = float(rules.get("up_to", 1000))
        parts = {
            word: atom
            for word, atom in atoms.items()
            if word.isalpha() and atom.place in ("one", "teen", "ten", "hundred", "scale") and 0 < atom.value <= top
        }
        for key, place in _PARTS:
            for word, value in (rules.get(key) or {}).items():
                parts[str(word)] = Atom(float(value), place)
        ordinals = {str(word): Atom(float(value), "one") for word, value in (rules.get("ordinal_ones") or {}).items()}
        endings = tuple(str(ending) for ending in rules.get("ordinal_endings") or ())
        splitter = cls(parts, str(rules.get("joiner") or ""), endings, str(rules.get("half") or ""), ordinals)
        splitter._known = {str(word): float(value) for word, value in (rules.get("words") or {}).items()}
        splitter._heads |= {word[:3] for word in splitter._known}
        return splitter

    def places(self, words: Sequence[str]) -> list[int]:
        """Where the words stand that begin like a numeral."""
        heads = self._heads
        return [i for i, word in enumerate(words) if word[:3] in heads]

    def read(self, word: str) -> tuple[float, bool] | None:
        """The value of a compound and whether it is an ordinal; None for other words."""
        if word[:3] not in self._heads or not 5 <= len(word) <= _LONGEST:
            return None
        if word not in self._seen:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            self._seen[word] = self._read(word)
        return self._seen[word]

    def _read(self, word: str) -> tuple[float, bool] | None:
        if word in self._known:
            return self._known[word], False
        value = self._value(word)
        if value is not None:
            return value, False
        if self._half and word.endswith(self._half):
            value = self._value(word.removesuffix(self._half))
            return (value + 0.5, False) if value is not None else None
        for ending in self._endings:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                value = self._value(stem)
                if value is None:
                    value = (
                        next(
                            (self._value(stem.removesuffix(one)) or 0.0) + atom.value
                            for one, atom in self._ordinals.items()
                            if stem.endswith(one)
                        )
                        if self._ends_ordinal(stem)
                        else None
                    )
                if value is not None:
                    return value, True
        return None

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
