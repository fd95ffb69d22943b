"""The running sum of a spelled-out number: which word may follow which."""

from __future__ import annotations

from factcheck.extract.numbers.numerals import Atom


class Group:
    """The running sum of a spelled-out number."""

    def __init__(self, value: float, atom: Atom, teens_after: frozenset[float]) -> None:
        self.parts: list[tuple[float, float]] = []  # finished groups with their scale
        self.group, self.place = value, atom.place
        self.teens_after = teens_after
        self.step = 1.0
        if atom.place in ("scale", "collective"):
            self.parts, self.group, self.step = [(value, atom.value)], 0.0, atom.value

    @property
    def value(self) -> float:
        return sum(value for value, _ in self.parts) + self.group

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
        """A scale multiplies the group before it, and smaller scales with it: mil millones, 455 mil 228 millones."""
        lower = sum(value for value, scale in self.parts if scale < atom.value) + self.group
        kept = [(value, scale) for value, scale in self.parts if scale >= atom.value]
        if not lower or any(scale == atom.value for _, scale in kept):
            return False
        grown = len(kept) < len(self.parts)
        self.step = atom.value * (self.step if grown and not self.group else 1.0)
        self.parts = [*kept, (lower * atom.value, atom.value)]
        self.group, self.place = 0.0, atom.place
        return True
