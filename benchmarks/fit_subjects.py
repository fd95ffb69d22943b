"""Fits the weights of factcheck/extract/subjects/weights.yml to folders of articles with hand-made claims.

    python benchmarks/fit_subjects.py ARTICLES=GOLD.jsonl[*WEIGHT] [...] [-o weights.yml] [-r ROUNDS]

A softmax over the candidates of each figure, its weights pulled towards those in use, which decide what is rare; a
figure of a folder counts WEIGHT, one of the project's own examples OWN. For each folder it prints how often the entity
is right with the weights in use, with weights fitted to the other folders, and how often a right one is among the
candidates. Since what is carried from figure to figure depends on the weights, it reads again with those it has fitted,
ROUNDS times in all.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import fitting

from factcheck.config import Options
from factcheck.extract.assemble import extract
from factcheck.extract.subjects import choice as subjects
from factcheck.extract.subjects.candidates import candidates
from factcheck.extract.words.mentions import Quantity
from factcheck.extract.words.sentences import Sentence
from factcheck.pipeline import run_extract
from factcheck.rulebook import load_rulebook

OWN = 8.0  # what a figure of the project's own examples counts
PULL, STEPS, RATE = 3.0, 400, 0.05  # towards the weights in use, for what is rare; steps and step size of Adam
HEAD = """\
# What each feature of a name adds to its weight where it is asked whom or what a figure is about: see candidates.py and
# roles.py. Fitted by benchmarks/fit_subjects.py; a feature that is not here adds nothing.
"""
Row = tuple[list[dict[str, float]], list[bool]]  # the features of each candidate, and which of them are right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="ARTICLES=GOLD")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("-r", "--rounds", type=int, default=3)
    given = parser.parse_args()
    shares = fitting.folders(given.folders)
    cases = gather(shares)
    for each, own in cases.items():
        others = [case for other, found in cases.items() if other != each for case in found]
        fitted = f", fitted to the others {accuracy(own, fit(others)):.3f}" if others else ""
        known = sum(any(right) for _, right, _ in own) / max(1, len(own))
        print(f"{each}: {len(own)} figures, in use {accuracy(own, subjects.weights()):.3f}{fitted}, known {known:.3f}")
    for _ in range(given.rounds if given.output else 0):
        weights = fit([case for found in gather(shares).values() for case in found])
        subjects.weights = partial(dict, weights)  # type: ignore[assignment]
        fitting.write(given.output, HEAD, weights)


def gather(shares: Mapping[str, float]) -> dict[str, list[fitting.Case]]:
    """The cases of every folder and of the project's own examples, read with the weights in use."""
    cases = {each: [(*row, share) for row in collect(*each.split("=", 1))] for each, share in shares.items()}
    return cases | {"tests": [(*row, OWN) for row in examples()]}


@contextmanager
def recording() -> Iterator[dict[tuple[str, int], list[tuple[str, dict[str, float]]]]]:
    """The candidates of every figure that is read meanwhile, by its text and place: names as printed, features."""
    seen: dict[tuple[str, int], list[tuple[str, dict[str, float]]]] = {}
    choose = subjects.subjects

    def record(
        quantity: Quantity, sentence: Sentence, scene: Any, discourse: Any, before: str | None,
        bearer: str | None = None, barred: Collection[str] = (), most: int | None = None,
    ) -> list[subjects.Subject]:  # fmt: skip
        options = candidates(quantity, sentence, scene, discourse, before, bearer)
        found = [
            (names[-1].as_printed(entity) or entity, fitting.summed([*features, *said]))
            for entity, _, features, said in options if entity not in barred
        ]  # fmt: skip
        seen[sentence.tokens.text, quantity.start] = found
        return choose(quantity, sentence, scene, discourse, before, bearer, barred, most)

    subjects.subjects = record
    try:
        with fitting.read_names() as names:
            yield seen
    finally:
        subjects.subjects = choose


def collect(articles: str, gold: str) -> list[Row]:
    """The candidates of every figure whose entity the hand-made claims state."""
    with recording() as seen:
        result = run_extract([articles], Options())
    rows = []
    for wanted, place in fitting.paired(result, gold):
        found = seen.get(place, [])
        if found and wanted.get("entity") and "not scored" not in (wanted.get("note") or ""):
            right = [fitting.agrees("entity", wanted["entity"], entity) for entity, _ in found]
            rows.append(([features for _, features in found], right))
    return rows


def examples() -> list[Row]:
    """The same of the project's own examples, which are about one name as it stands there."""
    book, rows = load_rulebook(), []
    for document, wanted in fitting.examples("entity"):
        with recording() as seen:
            claims = extract(document, book)
        for claim, name in fitting.wanted_of(claims, wanted):
            if found := seen.get((document.text, claim.start)):
                rows.append(([features for _, features in found], [entity == name for entity, _ in found]))
    return rows


def fit(cases: list[fitting.Case]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest."""
    return fitting.fit(cases, subjects.weights(), pull=PULL, steps=STEPS, rate=RATE)


def accuracy(cases: list[fitting.Case], weights: dict[str, float]) -> float:
    """How often the heaviest candidate is right."""
    return sum(right[fitting.heaviest(found, weights)] for found, right, _ in cases) / max(1, len(cases))


if __name__ == "__main__":
    main()
