"""What the fits of weights share: figures paired with hand-made claims, and a softmax over what each may be of."""

from __future__ import annotations

import json
import runpy
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import yaml

from factcheck.extract import assemble
from factcheck.extract.names.forms import Names
from factcheck.model import Claim, Document, Result
from factcheck.period import day
from factcheck.report.jsonl import lines
from factcheck.score import pair, read_claims
from factcheck.slots import SLOTS

TESTS = Path(__file__).parents[1] / "tests"
Weights = dict[str, float]
Features = Mapping[str, float]
Case = tuple[Sequence[Features], Sequence[bool], float]  # what a figure may be of, which of it is right, its weight


def summed(features: Iterable[tuple[str, float]]) -> Weights:
    """The features of one candidate, each with the sum of its values."""
    total: defaultdict[str, float] = defaultdict(float)
    for name, value in features:
        total[name] += value
    return total


@contextmanager
def read_names() -> Iterator[list[Names]]:
    """The names of each article that is read meanwhile, in order: what an article calls an entity is what is right."""
    found: list[Names] = []
    find = assemble.find_names

    def keep(*given: Any) -> Names:
        found.append(find(*given))
        return found[-1]

    assemble.find_names = keep  # type: ignore[assignment]
    try:
        yield found
    finally:
        assemble.find_names = find


def paired(result: Result, gold: str) -> Iterator[tuple[dict[str, Any], tuple[str, int]]]:
    """Each hand-made claim that was found, with the text and the place of its figure."""
    texts = {PurePosixPath(document.id).name: document.text for document in result.documents}
    extracted = [json.loads(line) for line in lines(result.claims)]
    wanted = read_claims(Path(gold))
    for doc, text in texts.items():
        named = [row for row in wanted if row["doc"] == doc]
        own = [row for row in extracted if PurePosixPath(row["doc"]).name == doc]
        for i, j in pair(named, own).items():
            yield named[i], (text, own[j]["start"])


def agrees(slot: str, wanted: Any, found: Any) -> bool:
    """Whether a slot is one of the answers that a hand-made claim allows: Orlin | Harbour Line."""
    answers = wanted.split("|") if isinstance(wanted, str) else [wanted]
    return any(SLOTS[slot](answer.strip() if isinstance(answer, str) else answer, found) for answer in answers)


def examples(slot: str) -> Iterator[tuple[Document, dict[str, Any]]]:
    """The project's own examples of a slot: each text with the slots of the figures wanted, by quotes or in order."""
    for path in sorted((TESTS / "news").glob("*.yml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            if slot in (row["want"] or ()):
                yield _document(row["text"], path.stem), {row["want"].get("quote", ""): row["want"][slot]}
    for lang, text, wanted in runpy.run_path(str(TESTS / f"test_{slot}_slot.py"))["CASES"]:
        yield _document(text, lang), dict(enumerate(wanted))


def _document(text: str, lang: str) -> Document:
    return Document("a", "a", text, lang, published=day(2024, 5, 2))


def wanted_of(claims: Sequence[Claim], wanted: Mapping[Any, Any]) -> Iterator[tuple[Claim, Any]]:
    """Each claim of an example that something is wanted of, by a part of its quote or by its place."""
    for key, value in wanted.items():
        by_place = claims[key] if isinstance(key, int) and key < len(claims) else None
        claim = by_place or next((each for each in claims if isinstance(key, str) and key in each.quote), None)
        if claim:
            yield claim, value


def folders(given: Iterable[str]) -> dict[str, float]:
    """Each "ARTICLES=GOLD" or "ARTICLES=GOLD*WEIGHT" with what a figure of it counts."""
    parts = [each.partition("*") for each in given]
    return {folder: float(weight or 1.0) for folder, _, weight in parts}


def write(path: Path, head: str, weights: Weights) -> None:
    """Writes the weights that matter behind a comment, in order of their names."""
    kept = {name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= 0.05}
    path.write_text(head + yaml.safe_dump(kept), encoding="utf-8")


def heaviest(found: Sequence[Features], weights: Weights) -> int:
    """Which candidate weighs most."""
    totals = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in found]
    return totals.index(max(totals))


def fit(cases: Iterable[Case], near: Weights, *, pull: float, steps: int, rate: float) -> Weights:
    """The weights under which the right candidates are likeliest, pulled towards those that they start from (Adam)."""
    told = [case for case in cases if any(case[1]) and not all(case[1])]
    names = sorted({name for found, _, _ in told for features in found for name in features} | set(near))
    start = np.array([near.get(name, 0.0) for name in names])
    row, column, value, first, right = _flat(told, {name: i for i, name in enumerate(names)})
    sizes = np.diff(np.append(first, len(right)))
    share = np.repeat(np.array([weight for _, _, weight in told]), sizes)
    weights, mean, square = start.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        totals = np.bincount(row, weights[column] * value, len(right))
        odds = np.exp(totals - np.repeat(np.maximum.reduceat(totals, first), sizes))
        told_right = odds * right
        missed = _parts(told_right, first, sizes) - _parts(odds, first, sizes)
        slope = np.bincount(column, (share * missed)[row] * value, len(names)) - pull * (weights - start)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def _parts(odds: np.ndarray, first: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Each candidate's part of the sum of its case."""
    return odds / np.repeat(np.add.reduceat(odds, first), sizes)


def _flat(cases: Sequence[Case], place: Mapping[str, int]) -> tuple[np.ndarray, ...]:
    """Of each feature that holds its candidate, place and value; where the cases begin; which candidates are right."""
    row: list[int] = []
    column: list[int] = []
    value: list[float] = []
    first: list[int] = []
    right: list[bool] = []
    for found, good, _ in cases:
        first.append(len(right))
        for at, features in enumerate(found, len(right)):
            row += [at] * len(features)
            column += [place[name] for name in features]
            value += features.values()
        right += good
    return np.array(row), np.array(column), np.array(value), np.array(first), np.array(right)
