"""How fast factcheck starts, reads, extracts and compares: python benchmarks/startup.py PATH... [--repeat N]"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable


def main() -> None:
    """Prints a table of medians."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("paths", nargs="+")
    arguments.add_argument("--repeat", type=int, default=5)
    given = arguments.parse_args()
    rows = [*start(given.paths, given.repeat), *stages(given.paths, given.repeat)]
    for name, seconds, note in rows:
        print(f"{name:28} {seconds * 1000:9.1f} ms  {note}")


def start(paths: list[str], repeat: int) -> list[tuple[str, float, str]]:
    """Whole commands in a fresh process."""
    commands = {"--help": ["--help"], "check": ["check", *paths, "--fail-on", "none", "-q"]}
    rows = []
    for name, words in commands.items():
        call = [sys.executable, "-m", "factcheck.cli", *words]
        seconds = median(lambda call=call: subprocess.run(call, check=True, capture_output=True), repeat)
        rows.append((f"factcheck {name}", seconds, "cold process"))
    return rows


def stages(paths: list[str], repeat: int) -> list[tuple[str, float, str]]:
    """Each stage in this process, warm."""
    from factcheck import Document, Options, check, extract_claims, load_rulebook, read_paths
    from factcheck.compare.engine import compare
    from factcheck.extract.assemble import extract

    rulebook = load_rulebook()
    documents = [item for item in read_paths(paths) if isinstance(item, Document)]
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    result = extract_claims(paths, Options())
    rates = f"of {size * 1000:.0f} KB, {len(result.claims)} claims"
    rows = [
        ("read", median(lambda: list(read_paths(paths)), repeat), rates),
        ("extract", median(lambda: [extract(document, rulebook) for document in result.documents], repeat), rates),
        ("compare", median(lambda: compare(result.claims, result.documents, rulebook), repeat), rates),
        ("check, all stages", median(lambda: check(paths, Options()), repeat), rates),
    ]
    return [(name, seconds, f"{size / seconds:.2f} MB/s {note}") for name, seconds, note in rows]


def median(work: Callable[[], object], repeat: int) -> float:
    """The median time of some runs, after one that warms up."""
    work()
    times = []
    for _ in range(repeat):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()
