"""How fast text becomes finished claims, warm and on one core, beside other extractors where they are installed.

    python benchmarks/extract.py FOLDER [FOLDER ...] [--seconds 5]

Every article of the folders is read once; then the extractors take turns, a round of all articles each, so that what
else the machine does falls on all of them. Printed is KB of UTF-8 text a second of processor time, the median of the
rounds, and the ratio to each other tool on the English articles, which are all that it reads.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from factcheck.extract.assemble import extract
from factcheck.model import Document
from factcheck.read.paths import read_paths
from factcheck.rulebook import load_rulebook

Run = Callable[[Document], object]


def rates(tools: dict[str, tuple[Run, list[Document]]], seconds: float) -> dict[str, float]:
    """KB a second of each tool on its documents: the median over rounds, after one round to warm up."""
    found: dict[str, list[float]] = {name: [] for name in tools}
    end = time.perf_counter() + seconds
    rounds = 0
    while time.perf_counter() < end or rounds < 4:
        for name, (run, documents) in tools.items():
            begin = time.process_time()
            for document in documents:
                run(document)
            found[name].append(kilobytes(documents) / (time.process_time() - begin))
        rounds += 1
    return {name: statistics.median(measured[1:]) for name, measured in found.items()}


def kilobytes(documents: list[Document]) -> float:
    return sum(len(document.text.encode()) for document in documents) / 1000


def paragraphs(document: Document) -> list[str]:
    return [part for part in document.text.split("\n") if part.strip()]


def others() -> dict[str, Run]:
    """Other tools that happen to be installed, each as a function of a document."""
    found: dict[str, Run] = {}
    try:
        from quantulum3 import parser

        found["quantulum3"] = lambda document: [parser.parse(part) for part in paragraphs(document)]
    except ImportError:
        pass
    try:
        from CQE import CQE

        cqe = CQE.CQE(overload=True)
        found["CQE"] = lambda document: [cqe.parse(part) for part in paragraphs(document)]
    except ImportError:
        pass
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--seconds", type=float, default=5.0)
    options = parser.parse_args()
    documents = [item for item in read_paths(options.folders) if isinstance(item, Document)]
    rulebook = load_rulebook()
    english = [document for document in documents if document.lang == "en"]

    def ours(document: Document) -> object:
        return extract(document, rulebook)

    tools = {"factcheck": (ours, documents), "factcheck, English": (ours, english)}
    rivals = others()
    measured = rates(tools | {name: (run, english) for name, run in rivals.items()}, options.seconds)
    print(f"{len(documents)} articles, {kilobytes(documents):.0f} KB; in English {kilobytes(english):.0f} KB")
    for name, rate in measured.items():
        ratio = f"   factcheck is {measured['factcheck, English'] / rate:.1f} times as fast" if name in rivals else ""
        print(f"{name:<20}{rate:10.1f} KB/s{ratio}")


if __name__ == "__main__":
    main()
