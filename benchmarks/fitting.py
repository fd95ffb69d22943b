"""What the fits of weights share: figures paired with hand-made claims, and a softmax over what each may be of."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

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


def heaviest(found: Sequence[Features], weights: Weights) -> int:
    """Which candidate weighs most."""
    totals = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in found]
    return totals.index(max(totals))


def fit(cases: Iterable[Case], used: Weights, *, hold: float, steps: int, rate: float) -> Weights:
    """The weights under which the right candidates are likeliest, held near those in use (Adam)."""
    known = list(cases)
    names = sorted({name for found, _, _ in known for features in found for name in features} | set(used))
    place = {name: i for i, name in enumerate(names)}
    start = np.array([used.get(name, 0.0) for name in names])
    told = [case for case in known if any(case[1]) and not all(case[1])]
    data = [(_matrix(found, place), np.array(right, float), weight) for found, right, weight in told]
    weights, mean, square = start.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        slope = -hold * len(data) * (weights - start)
        for matrix, right, weight in data:
            odds = np.exp(matrix @ weights - (matrix @ weights).max())
            slope += weight * (matrix.T @ (odds * right / (odds @ right) - odds / odds.sum()))
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def _matrix(found: Sequence[Features], place: Mapping[str, int]) -> np.ndarray:
    matrix = np.zeros((len(found), len(place)))
    for row, features in zip(matrix, found, strict=True):
        for name, value in features.items():
            row[place[name]] = value
    return matrix
