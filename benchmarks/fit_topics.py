"""Fits the weights of factcheck/extract/subjects/topics.yml to folders of articles with hand-made claims.

    python benchmarks/fit_topics.py ARTICLES=GOLD.jsonl[*WEIGHT] [...] [-o topics.yml]

A softmax over what an article names, its weights pulled towards those in use; right is what a hand-made claim of the
article is about, so that what most are about counts most; a claim of a folder counts WEIGHT. For each folder it prints
what share of the claims are about the likeliest candidate, with the weights in use and fitted to the other folders.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import Any

import fitting

from factcheck.config import Options
from factcheck.extract.subjects import topics
from factcheck.extract.subjects.marks import Marks, marked
from factcheck.pipeline import run_extract
from factcheck.score import read_claims

PULL, STEPS, RATE = 1.0, 400, 0.05  # towards the weights in use, for what is rare; steps and step size of Adam
HEAD = """\
# What each mark of a candidate adds to its weight where it is asked what an article is about. See marks.py;
# fitted by benchmarks/fit_topics.py; a mark that is not here adds nothing.
"""
Row = tuple[dict[str, Marks], Counter[str]]  # the candidates of an article, and what its claims are about


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="ARTICLES=GOLD")
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    shares = fitting.folders(given.folders)
    rows = {each: collect(*each.split("=", 1)) for each in shares}
    cases = {each: [case for row in rows[each] for case in as_cases(row, share)] for each, share in shares.items()}
    for each, own in rows.items():
        others = [case for other, found in cases.items() if other != each for case in found]
        fitted = f", fitted to the others {covered(own, fit(others)):.3f}" if others else ""
        print(f"{each}: {len(own)} articles, in use {covered(own, topics.weights()):.3f}{fitted}")
    if given.output:
        fitting.write(given.output, HEAD, fit([case for found in cases.values() for case in found]))


def collect(articles: str, gold: str) -> list[Row]:
    """The candidates of every article, and what its hand-made claims are about."""
    seen: list[dict[str, Marks]] = []

    def record(*given: Any) -> dict[str, Marks]:
        found = marked(*given)
        seen.append({names[-1].as_printed(entity) or entity: marks for entity, marks in found.items()})
        return found

    topics.marked = record  # type: ignore[attr-defined]
    try:
        with fitting.read_names() as names:
            result = run_extract([articles], Options())
    finally:
        topics.marked = marked  # type: ignore[attr-defined]
    about: dict[str, Counter[str]] = {PurePosixPath(document.id).name: Counter() for document in result.documents}
    for row in read_claims(Path(gold)):
        if row["doc"] in about and row.get("entity") and "not scored" not in (row.get("note") or ""):
            about[row["doc"]][row["entity"]] += 1
    return [(found, wanted) for found, wanted in zip(seen, about.values(), strict=True) if wanted]


def as_cases(row: Row, share: float) -> list[fitting.Case]:
    """One case for each entity of the claims; an article with many claims counts less than as many articles."""
    found, wanted = row
    marks, whole = list(found.values()), wanted.total() ** 0.5
    return [
        (marks, [fitting.agrees("entity", entity, candidate) for candidate in found], share * times / whole)
        for entity, times in wanted.items()
    ]  # fmt: skip


def fit(cases: list[fitting.Case]) -> dict[str, float]:
    """The weights under which what claims are about is likeliest."""
    return fitting.fit(cases, topics.weights(), pull=PULL, steps=STEPS, rate=RATE)


def covered(rows: list[Row], weights: dict[str, float]) -> float:
    """What share of the claims are about the heaviest candidate of their article."""
    right = whole = 0
    for found, wanted in rows:
        names = list(found)
        topic = names[fitting.heaviest(list(found.values()), weights)] if names else None
        right += sum(times for entity, times in wanted.items() if fitting.agrees("entity", entity, topic))
        whole += wanted.total()
    return right / max(1, whole)


if __name__ == "__main__":
    main()
