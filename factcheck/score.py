"""How well extracted claims agree with hand-made ones: detection, then each slot of what was detected.

A claim is detected where an extracted one lies in the same document, its span overlaps and its value agrees within
half a percent; pairs are one to one, the closest spans first.  Slots that the hand-made claim leaves open do not count.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from factcheck.errors import FactcheckError, Problem
from factcheck.slots import SLOTS, Row, same_value


@dataclass(slots=True)
class Score:
    """Counts, and the pairs they come from."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0
    strict: int = 0  # matched with every slot right
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SLOTS, 0))
    asked: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SLOTS, 0))
    missed: list[Row] = field(default_factory=list)
    invented: list[Row] = field(default_factory=list)
    wrong: list[tuple[Row, Row, list[str]]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.matched / (self.gold + self.predicted) if self.matched else 0.0

    @property
    def strict_f1(self) -> float:
        return 2 * self.strict / (self.gold + self.predicted) if self.strict else 0.0

    def accuracy(self, slot: str) -> float | None:
        """The share of detected claims whose slot is right; None where no hand-made claim states it."""
        return self.right[slot] / self.asked[slot] if self.asked[slot] else None


def read_claims(path: Path) -> list[Row]:
    """The claims of a JSON Lines file; an error that names the line where one is not usable."""
    rows = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FactcheckError(Problem(str(path), str(error), hint="give a JSON Lines file of claims")) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            name, start = PurePosixPath(row["doc"]).name, int(row["start"])
        except (ValueError, KeyError, TypeError) as error:
            hint = 'each line is a claim: {"doc": …, "start": …, "end": …, "value": …}'
            raise FactcheckError(Problem(str(path), f"not a claim: {error!r}", number, hint=hint)) from error
        rows.append(row | {"doc": name, "start": start, "end": row.get("end") or start + len(row.get("quote") or " ")})
    return rows


def score(gold: Sequence[Row], predicted: Sequence[Row]) -> Score:
    """The score over the documents that the hand-made claims name."""
    result = Score()
    by_doc: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for row in gold:
        by_doc[row["doc"]][0].append(row)
    for row in predicted:
        if row["doc"] in by_doc:
            by_doc[row["doc"]][1].append(row)
    for doc in sorted(by_doc):
        _score_document(result, *by_doc[doc])
    return result


def _score_document(result: Score, gold: list[Row], predicted: list[Row]) -> None:
    pairs = pair(gold, predicted)
    result.gold += len(gold)
    result.predicted += len(predicted)
    result.matched += len(pairs)
    result.missed += [row for i, row in enumerate(gold) if i not in pairs]
    result.invented += [row for j, row in enumerate(predicted) if j not in pairs.values()]
    for i, j in sorted(pairs.items()):
        bad = []
        for slot, agrees in SLOTS.items():
            if not _states(gold[i], slot):
                continue
            right = agrees(gold[i].get(slot), predicted[j].get(slot))
            result.asked[slot] += 1
            result.right[slot] += right
            if not right:
                bad.append(slot)
        result.strict += not bad
        if bad:
            result.wrong.append((gold[i], predicted[j], bad))


def pair(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[int, int]:
    """The hand-made claims of one document that were detected: the place of each with that of its extracted claim."""
    candidates = [
        (abs(a["start"] - b["start"]) + abs(a["end"] - b["end"]), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(predicted)
        if a["start"] < b["end"] and b["start"] < a["end"] and same_value(a, b)
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _states(gold: Row, slot: str) -> bool:
    """True where the hand-made claim fills the slot; a bool is always stated, a time needs a day."""
    value = gold.get(slot)
    if slot in ("negated", "hypothetical"):
        return True
    if slot == "entity" and "entity not scored" in (gold.get("note") or ""):
        return False
    return bool(value.get("start") or value.get("end")) if isinstance(value, dict) else bool(value)


def rows(result: Score) -> Row:
    """The figures as plain data."""
    slots = {slot: result.accuracy(slot) for slot in SLOTS}
    return {
        "gold": result.gold,
        "predicted": result.predicted,
        "matched": result.matched,
        "precision": round(result.precision, 4),
        "recall": round(result.recall, 4),
        "f1": round(result.f1, 4),
        "strict_f1": round(result.strict_f1, 4),
        "slots": {slot: round(share, 4) for slot, share in slots.items() if share is not None},
        "asked": {slot: number for slot, number in result.asked.items() if number},
    }


def misses(result: Score) -> Iterable[str]:
    """A line for each claim missed, invented, or with a wrong slot."""
    for name, claims in (("missed", result.missed), ("invented", result.invented)):
        for row in claims:
            about = f"{row.get('entity')} {row.get('metric')}"
            yield f"{name:8} {row['doc']}:{row['start']} {row.get('quote', '')!r} {about}"
    for gold, predicted, bad in result.wrong:
        detail = "; ".join(f"{slot}: {predicted.get(slot)!r}, should be {gold.get(slot)!r}" for slot in bad)
        yield f"{'slot':8} {gold['doc']}:{gold['start']} {gold.get('quote', '')!r} {detail}"
