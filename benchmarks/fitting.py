"""What the fits of weights share: figures paired with hand-made claims, and a softmax over what each may be of."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import yaml

from factcheck.extract import assemble
from factcheck.extract.names.forms import Names
from factcheck.model import Result
from factcheck.report.jsonl import lines
from factcheck.score import pair, read_claims

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
    table, right, there = _tables(told, {name: i for i, name in enumerate(names)})
    share = np.array([weight for _, _, weight in told])[:, None]
    weights, mean, square = start.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        totals = np.where(there, table @ weights, -np.inf)
        odds = np.exp(totals - totals.max(axis=1, keepdims=True))
        told_right = odds * right
        missed = told_right / told_right.sum(axis=1, keepdims=True) - odds / odds.sum(axis=1, keepdims=True)
        slope = (share * missed).reshape(-1) @ table.reshape(-1, len(names)) - pull * (weights - start)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def _tables(cases: Sequence[Case], place: Mapping[str, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The features of all candidates (case, candidate, feature), which are right, and which there are."""
    most = max(len(found) for found, _, _ in cases)
    table = np.zeros((len(cases), most, len(place)))
    right, there = np.zeros((len(cases), most), bool), np.zeros((len(cases), most), bool)
    for i, (found, good, _) in enumerate(cases):
        right[i, : len(found)], there[i, : len(found)] = good, True
        for j, features in enumerate(found):
            for name, value in features.items():
                table[i, j, place[name]] = value
    return table, right, there
