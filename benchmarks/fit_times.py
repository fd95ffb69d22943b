"""Fits the weights of factcheck/extract/times/weights.yml to folders of articles with hand-made claims.

    python benchmarks/fit_times.py ARTICLES=GOLD.jsonl [ARTICLES=GOLD.jsonl ...] [-o weights.yml]

A softmax over the dates that each figure may be of, held near the weights in use; for each folder it prints how often
the time is right with the weights in use, and with weights fitted to other articles. A figure that the hand-made claims
leave undated counts for less, since one annotator leaves undated what the next dates.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import fitting

from factcheck.config import Options
from factcheck.extract.times import choice as times
from factcheck.extract.times.dates import dates
from factcheck.extract.times.figures import Date
from factcheck.period import Period
from factcheck.pipeline import run_extract
from factcheck.slots import SLOTS

PULL, STEPS, RATE = 0.003, 300, 0.05  # of each case towards the weights in use; steps and step size of Adam
UNDATED = 0.07  # the weight of a figure without a date
FOLDS = 5
HEAD = """\
# What each feature of a date adds to its weight where it is asked when a figure was so: see dates.py. Fitted by
# benchmarks/fit_times.py, those of some thirty rare features set by hand; a feature that is not here adds nothing.
"""


class Row:
    """The dates of one figure: their features, which of them are right, and how much the figure counts."""

    def __init__(self, folder: str, doc: str, found: list[Date], wanted: dict[str, Any]) -> None:
        self.folder, self.doc, self.wanted, self.found = folder, doc, wanted, found
        self.features = [fitting.summed(date.features) for date in found]
        time = wanted.get("time")
        self.dated = bool(time and time.get("start"))
        if self.dated:
            self.right = [bool(SLOTS["time"](time, _json(date.period))) for date in found]
        else:
            self.right = [date.period is None or date.period.basis == "unstated" for date in found]
        self.weight = 1.0 if self.dated else UNDATED


def _json(period: Period | None) -> dict[str, str | None] | None:
    if period is None:
        return None
    return {"start": str(period.start or "") or None, "end": str(period.end or "") or None, "basis": period.basis}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="ARTICLES=GOLD")
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    rows = [row for each in given.folders for row in collect(*each.split("=", 1))]
    crossed = cross(rows)
    for folder in dict.fromkeys(row.folder for row in rows):
        own = [row for row in rows if row.folder == folder and row.dated]
        best = sum(any(row.right) for row in own) / max(1, len(own))
        fitted = sum(crossed[id(row)] for row in own) / max(1, len(own))
        used = sum(is_right(row, times.weights()) for row in own) / max(1, len(own))
        print(f"{folder}: {len(own)} figures, in use {used:.3f}, fitted to others {fitted:.3f}, at best {best:.3f}")
    if given.output:
        fitting.write(given.output, HEAD, fit(rows))


def collect(articles: str, gold: str) -> list[Row]:
    """The dates of every figure that the hand-made claims name."""
    seen: dict[tuple[str, int], list[Date]] = {}
    choose = times.time_of

    def record(figure: Any, *rest: Any) -> Date:
        seen[figure.sentence.tokens.text, figure.quantity.start] = list(dates(figure, *rest))
        return choose(figure, *rest)

    times.time_of = record
    try:
        result = run_extract([articles], Options())
    finally:
        times.time_of = choose
    found = ((wanted, seen.get(place, [])) for wanted, place in fitting.paired(result, gold))
    return [Row(articles, wanted["doc"], options, wanted) for wanted, options in found if options]


def cross(rows: list[Row]) -> dict[int, bool]:
    """Whether each figure comes out right with weights fitted to other articles."""
    docs = sorted({(row.folder, row.doc) for row in rows})
    found: dict[int, bool] = {}
    for fold in range(FOLDS):
        held = set(docs[fold::FOLDS])
        weights = fit([row for row in rows if (row.folder, row.doc) not in held])
        found |= {id(row): is_right(row, weights) for row in rows if (row.folder, row.doc) in held}
    return found


def is_right(row: Row, weights: dict[str, float]) -> bool:
    return row.right[fitting.heaviest(row.features, weights)]


def fit(rows: list[Row]) -> dict[str, float]:
    """The weights under which the right dates are likeliest."""
    cases = [(row.features, row.right, row.weight) for row in rows]
    return fitting.fit(cases, times.weights(), pull=PULL * len(cases), steps=STEPS, rate=RATE)


if __name__ == "__main__":
    main()
