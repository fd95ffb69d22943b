"""Fits the weights of factcheck/extract/times/weights.yml to folders of articles with hand-made claims.

    python benchmarks/fit_times.py ARTICLES=GOLD.jsonl[*WEIGHT] [...] [-o weights.yml]

A softmax over the dates that each figure may be of, held near the weights in use; for each folder it prints how often
the time is right with the weights in use, and with weights fitted to other articles. A figure that the hand-made claims
leave undated counts for less, since one annotator leaves undated what the next dates; a figure of a folder counts
WEIGHT, one of the project's own examples OWN. Of a figure told as of the day of publication any period of up to a month
that holds the day is right.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import fitting

from factcheck.config import Options
from factcheck.extract.assemble import extract
from factcheck.extract.times import choice as times
from factcheck.extract.times.dates import dates
from factcheck.extract.times.figures import Date
from factcheck.period import Period
from factcheck.pipeline import run_extract
from factcheck.rulebook import load_rulebook
from factcheck.slots import SLOTS

PULL, STEPS, RATE = 8.0, 400, 0.05  # towards the weights in use, for what is rare; steps and step size of Adam
OWN = 3.0  # what a figure of the project's own examples counts
MONTH = 31  # days
UNDATED = 0.07  # the weight of a figure without a date
FOLDS = 5
HEAD = """\
# What each feature of a date adds to its weight where it is asked when a figure was so: see dates.py. Fitted by
# benchmarks/fit_times.py, those of some thirty rare features set by hand; a feature that is not here adds nothing.
"""


class Row:
    """The dates of one figure: their features, which of them are right, and how much the figure counts."""

    def __init__(
        self,
        folder: str,
        doc: str,
        found: list[Date],
        time: dict[str, Any] | None,
        published: date | None,
        share: float,
    ) -> None:
        self.folder, self.doc = folder, doc
        self.features = [fitting.summed(date.features) for date in found]
        self.dated = bool(time and time.get("start"))
        if time and self.dated:
            self.right = [_is_right(time, _json(date.period), published) for date in found]
        else:
            self.right = [date.period is None or date.period.basis == "unstated" for date in found]
        self.weight = share if self.dated else share * UNDATED


class Example(Row):
    """The same of one of the project's own examples, which wants one period as it is written."""

    def __init__(self, text: str, found: list[Date], edtf: str | None) -> None:
        self.folder, self.doc, self.dated, self.weight = "tests", text, True, OWN
        self.features = [fitting.summed(date.features) for date in found]
        self.right = [(date.period.edtf if date.period else None) == edtf for date in found]


def _is_right(time: dict[str, Any], found: dict[str, str | None] | None, published: date | None) -> bool:
    """Whether a period agrees with that of a hand-made claim; for the day of publication a month that holds it does."""
    if SLOTS["time"](time, found):
        return True
    today = published and time.get("start") == time.get("end") == str(published)
    if not (today and published and found and found["end"]):
        return False
    last = date.fromisoformat(found["end"])
    first = date.fromisoformat(found["start"]) if found["start"] else last
    return first <= published <= last and (last - first).days <= MONTH


def _json(period: Period | None) -> dict[str, str | None] | None:
    if period is None:
        return None
    return {"start": str(period.start or "") or None, "end": str(period.end or "") or None, "basis": period.basis}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="ARTICLES=GOLD")
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    shares = fitting.folders(given.folders)
    rows = [row for each, share in shares.items() for row in collect(*each.split("=", 1), share)] + examples()
    crossed = cross(rows)
    for folder in dict.fromkeys(row.folder for row in rows):
        own = [row for row in rows if row.folder == folder and row.dated]
        best = sum(any(row.right) for row in own) / max(1, len(own))
        fitted = sum(crossed[id(row)] for row in own) / max(1, len(own))
        used = sum(is_right(row, times.weights()) for row in own) / max(1, len(own))
        print(f"{folder}: {len(own)} figures, in use {used:.3f}, fitted to others {fitted:.3f}, at best {best:.3f}")
    if given.output:
        fitting.write(given.output, HEAD, fit(rows))


@contextmanager
def recording() -> Iterator[dict[tuple[str, int], list[Date]]]:
    """The dates that every figure read meanwhile may be of, by its text and place."""
    seen: dict[tuple[str, int], list[Date]] = {}
    choose = times.time_of

    def record(figure: Any, *rest: Any) -> Date:
        seen[figure.sentence.tokens.text, figure.quantity.start] = list(dates(figure, *rest))
        return choose(figure, *rest)

    times.time_of = record
    try:
        yield seen
    finally:
        times.time_of = choose


def collect(articles: str, gold: str, share: float) -> list[Row]:
    """The dates of every figure that the hand-made claims name."""
    with recording() as seen:
        result = run_extract([articles], Options())
    days = {document.text: document.published.start if document.published else None for document in result.documents}
    found = ((wanted, days[place[0]], seen.get(place, [])) for wanted, place in fitting.paired(result, gold))
    return [
        Row(articles, wanted["doc"], options, wanted.get("time"), published, share)
        for wanted, published, options in found if options
    ]  # fmt: skip


def examples() -> list[Row]:
    """The same of the project's own examples."""
    book, rows = load_rulebook(), []
    for document, wanted in fitting.examples("time"):
        with recording() as seen:
            claims = extract(document, book)
        for claim, edtf in fitting.wanted_of(claims, wanted):
            rows.append(Example(document.text, seen[document.text, claim.start], edtf))
    return list(rows)


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
    return fitting.fit(cases, times.weights(), pull=PULL, steps=STEPS, rate=RATE)


if __name__ == "__main__":
    main()
