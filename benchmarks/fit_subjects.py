"""Fits the weights of factcheck/extract/subjects.yml to folders of articles with hand-made claims.

    python benchmarks/fit_subjects.py ARTICLES=GOLD.jsonl [ARTICLES=GOLD.jsonl ...] [-o subjects.yml]

A softmax over the candidates of each figure, held near the weights in use; for each folder it prints how often the
entity is right with the weights in use, and with weights fitted to the other folders.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import fitting
import yaml

from factcheck.config import Options
from factcheck.extract import subjects
from factcheck.extract.candidates import candidates
from factcheck.extract.mentions import Quantity
from factcheck.extract.sentences import Sentence
from factcheck.pipeline import run_extract
from factcheck.slots import SLOTS

HOLD, STEPS, RATE = 0.05, 300, 0.03  # how strongly weights stay where they are; steps and step size of Adam
HEAD = """\
# What each feature of a name adds to its weight where it is asked whom or what a figure is about: see candidates.py and
# roles.py. Fitted by benchmarks/fit_subjects.py, those of a few rare features set
# by hand; a feature that is not here adds nothing.
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

    def record(quantity: Quantity, sentence: Sentence, *rest: Any, **most: int) -> list[subjects.Subject]:
        options = candidates(quantity, sentence, *rest)
        found = [(entity, fitting.summed([*features, *said])) for entity, _, features, said in options]
        seen[sentence.tokens.text, quantity.start] = found
        return choose(quantity, sentence, *rest, **most)

    subjects.subjects = record
    try:
        result = run_extract([articles], Options())
    finally:
        subjects.subjects = choose
    rows = []
    for wanted, place in fitting.paired(result, gold):
        found = seen.get(place, [])
        if found and wanted.get("entity") and "not scored" not in (wanted.get("note") or ""):
            right = [SLOTS["entity"](wanted["entity"], entity) for entity, _ in found]
            rows.append(([features for _, features in found], right))
    return rows


def fit(rows: list[Row]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest."""
    cases = ((found, right, 1.0) for found, right in rows)
    return fitting.fit(cases, subjects.weights(), hold=HOLD, steps=STEPS, rate=RATE)


def accuracy(rows: list[Row], weights: dict[str, float]) -> float:
    """How often the heaviest candidate is right."""
    return sum(right[fitting.heaviest(found, weights)] for found, right in rows) / max(1, len(rows))


if __name__ == "__main__":
    main()
