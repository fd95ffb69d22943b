"""How fast text becomes finished claims, warm and on one core, beside other extractors where they are installed.

    python benchmarks/extract.py FOLDER [FOLDER ...] [--seconds 5]

Every article of the folders is read once; then extraction is repeated for about the given time and the median of the
rounds is printed in KB of UTF-8 text a second, with the ratio to each other tool measured in the same run.
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


def rate(run: Callable[[Document], object], documents: list[Document], seconds: float) -> float:
    """KB a second: the median over rounds, after one round to warm up."""
    size = sum(len(document.text.encode()) for document in documents) / 1000
    for document in documents:
        run(document)
    rates = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(rates) < 3:
        begin = time.perf_counter()
        for document in documents:
            run(document)
        rates.append(size / (time.perf_counter() - begin))
    return statistics.median(rates)


def paragraphs(document: Document) -> list[str]:
    return [part for part in document.text.split("\n") if part.strip()]


def others() -> dict[str, Callable[[Document], object]]:
    """Other tools that happen to be installed, each as a function of a document."""
    found: dict[str, Callable[[Document], object]] = {}
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
    ours = rate(lambda document: extract(document, rulebook), documents, options.seconds)
    size = sum(len(document.text.encode()) for document in documents)
    print(f"{len(documents)} articles, {size / 1000:.0f} KB")
    print(f"{'factcheck':<14}{ours:10.1f} KB/s")
    for name, run in others().items():
        theirs = rate(run, [d for d in documents if d.lang == "en"], options.seconds)
        print(f"{name:<14}{theirs:10.1f} KB/s   factcheck is {ours / theirs:.0f} times as fast")


if __name__ == "__main__":
    main()
