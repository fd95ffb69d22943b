"""Fits the weights of factcheck/extract/subjects.yml to folders of articles with hand-made claims.

    python benchmarks/fit_subjects.py ARTICLES=GOLD.jsonl [ARTICLES=GOLD.jsonl ...] [-o subjects.yml]

A softmax over the candidates of each figure, held near the weights in use; for each folder it prints how often the
entity is right with the weights in use, and with weights fitted to the other folders.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import yaml

from factcheck.config import Options
from factcheck.extract import subjects
from factcheck.extract.candidates import candidates
from factcheck.extract.mentions import Quantity
from factcheck.extract.sentences import Sentence
from factcheck.pipeline import run_extract
from factcheck.report.jsonl import lines
from factcheck.score import pair, read_claims
from factcheck.slots import SLOTS

HOLD, STEPS, RATE = 0.05, 300, 0.03  # how strongly weights stay where they are; steps and step size of Adam
HEAD = """\
# What each feature of a name adds to its weight where it is asked whom or what a figure is about: see candidates.py and
# roles.py. Fitted by benchmarks/fit_subjects.py; a feature that is not here adds nothing.
"""
Row = tuple[list[dict[str, float]], list[bool]]  # the features of each candidate, and which of them are right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="ARTICLES=GOLD")
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    rows = {each: collect(*each.split("=", 1)) for each in given.folders}
    for each, own in rows.items():
        others = [row for other, found in rows.items() if other != each for row in found]
        fitted = f", fitted to the others {accuracy(own, fit(others)):.3f}" if others else ""
        print(f"{each}: {len(own)} figures, in use {accuracy(own, subjects.weights()):.3f}{fitted}")
    if given.output:
        weights = fit([row for found in rows.values() for row in found])
        kept = {name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= 0.05}
        given.output.write_text(HEAD + yaml.safe_dump(kept), encoding="utf-8")


def collect(articles: str, gold: str) -> list[Row]:
    """The candidates of every figure whose entity the hand-made claims state."""
    seen: dict[tuple[str, int], list[tuple[str, dict[str, float]]]] = {}
    choose = subjects.subjects

    def record(quantity: Quantity, sentence: Sentence, *rest: Any) -> list[subjects.Subject]:
        found = []
        for entity, _, features in candidates(quantity, sentence, *rest):
            total: dict[str, float] = defaultdict(float)
            for name, value in features:
                total[name] += value
            found.append((entity, total))
        seen[sentence.tokens.text, quantity.start] = found
        return choose(quantity, sentence, *rest)

    subjects.subjects = record
    try:
        result = run_extract([articles], Options())
    finally:
        subjects.subjects = choose
    texts = {PurePosixPath(document.id).name: document.text for document in result.documents}
    extracted = [json.loads(line) for line in lines(result.claims)]
    wanted = read_claims(Path(gold))
    rows = []
    for doc, text in texts.items():
        named = [row for row in wanted if row["doc"] == doc]
        own = [row for row in extracted if PurePosixPath(row["doc"]).name == doc]
        for i, j in pair(named, own).items():
            found = seen.get((text, own[j]["start"]), [])
            if found and named[i].get("entity") and "not scored" not in (named[i].get("note") or ""):
                right = [SLOTS["entity"](named[i]["entity"], entity) for entity, _ in found]
                rows.append(([features for _, features in found], right))
    return rows


def fit(rows: list[Row]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest, held near those in use (Adam)."""
    names = sorted({name for found, _ in rows for features in found for name in features} | set(subjects.weights()))
    place = {name: i for i, name in enumerate(names)}
    start = np.array([subjects.weights().get(name, 0.0) for name in names])
    data = [(_matrix(found, place), np.array(right, float)) for found, right in rows if any(right) and not all(right)]
    weights, mean, square = start.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = -HOLD * len(data) * (weights - start)
        for matrix, right in data:
            odds = np.exp(matrix @ weights - (matrix @ weights).max())
            slope += matrix.T @ (odds * right / (odds @ right) - odds / odds.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def _matrix(found: list[dict[str, float]], place: dict[str, int]) -> np.ndarray:
    matrix = np.zeros((len(found), len(place)))
    for row, features in zip(matrix, found, strict=True):
        for name, value in features.items():
            row[place[name]] = value
    return matrix


def accuracy(rows: list[Row], weights: dict[str, float]) -> float:
    """How often the heaviest candidate is right."""
    hits = 0
    for found, right in rows:
        totals = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in found]
        hits += right[totals.index(max(totals))]
    return hits / max(1, len(rows))


if __name__ == "__main__":
    main()
