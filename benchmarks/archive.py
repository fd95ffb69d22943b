"""Measures the archive: a bulk import, additions, and 20 claims of a draft looked up among millions.

    python benchmarks/archive.py --claims 10000000 --folder /tmp/archive-benchmark

What is kept is that of `archive_rows.py`. The look-up runs in a fresh process each time, with the imports counted; the
operating system keeps the files in memory, as it would on an editor's desk.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
from archive_rows import article, tables

from factcheck.archive.store import Archive
from factcheck.config import Options
from factcheck.pipeline import load_rules
from factcheck.revise import Reviser

CHUNK = 500_000


def build(folder: Path, count: int) -> dict[str, float]:
    """Imports everything; seconds and bytes."""
    archive, rng = Archive(folder), np.random.default_rng(20261122)
    making = 0.0
    begun, worked = time.perf_counter(), time.process_time()
    for at in range(0, count, CHUNK):
        start = time.perf_counter()
        rows = tables(rng, min(CHUNK, count - at), at // 10)
        making += time.perf_counter() - start
        archive.append(rows)
    stats = archive.snapshot().manifest
    files = [file for table in stats.tables for file in stats.files(table)]
    return {
        "import s": time.perf_counter() - begun - making,
        "import s of processor, with making the claims": time.process_time() - worked,
        "size MB": sum((folder / file.name).stat().st_size for file in files) / 1e6,
        "files": len(files),
    }


def add_small(folder: Path, times: int = 25) -> dict[str, float]:
    """Commits of one article with 20 claims."""
    archive, taken = Archive(folder), []
    for seed in range(times):
        document, claims = article(1000 + seed, f"small/{time.time_ns()}.txt", 20)
        start = time.perf_counter()
        archive.add([document], claims)
        taken.append(time.perf_counter() - start)
    return {"small add s, median": statistics.median(taken), "small add s, worst": max(taken)}


def add_compared(folder: Path, firms: int, times: int = 5) -> dict[str, float]:
    """A thousand claims in fifty articles added and compared, and the same articles once more with other slips."""
    archive, revise = Archive(folder), Reviser(load_rules(Options()))
    taken, worked, told = [], [], Counter[str]()
    for _ in range(times):
        batch = time.time_ns()
        for version in (1, 2):
            articles = [article(batch + i, f"{batch}/{i}.txt", 20, firms=firms, version=version) for i in range(50)]
            claims = [claim for _, own in articles for claim in own]
            start, begun = time.perf_counter(), time.process_time()
            found = archive.add([document for document, _ in articles], claims, revise).revision
            taken.append(time.perf_counter() - start)
            worked.append(time.process_time() - begun)
            told.update(new=len(found.new), changed=len(found.changed), retracted=len(found.retracted))
    name = f"1,000 claims, {f'{firms} firms an article' if firms else 'each of another firm'}"
    seconds = {"s, median": statistics.median(taken), "s, worst": max(taken)}
    seconds["s of processor, median"] = statistics.median(worked)
    return {f"{name}: {what}": figure for what, figure in (seconds | told).items()}


def look_up(folder: Path, seed: int) -> None:
    """One look-up in this process; prints seconds, memory and what was found."""
    _, claims = article(seed, "draft.txt", 20)
    start, begun = time.perf_counter(), time.process_time()
    found = Archive(folder).candidates(claims)
    taken, worked = time.perf_counter() - start, time.process_time() - begun
    status = Path("/proc/self/status").read_text()  # getrusage would give the parent's memory, were that more
    memory = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    print(json.dumps({"s": taken, "worked": worked, "MB": memory, "found": len(found.claims), "cut": found.cut}))


def look_ups(folder: Path, times: int) -> dict[str, float]:
    """Look-ups of different drafts, each in a process of its own."""
    rows = []
    for seed in range(times):
        command = [sys.executable, __file__, "--folder", str(folder), "--look-up", str(seed)]
        rows.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "from factcheck.archive.store import Archive"], check=True)
    return {
        "process start and imports s": time.perf_counter() - start,
        "look-up s, median": statistics.median(row["s"] for row in rows),
        "look-up s, worst": max(row["s"] for row in rows),
        "look-up s of processor, median": statistics.median(row["worked"] for row in rows),
        "memory MB, worst": max(row["MB"] for row in rows),
        "claims found, median": statistics.median(row["found"] for row in rows),
        "claims found, most": max(row["found"] for row in rows),
    }


def main() -> None:
    """Builds where there is nothing yet, then measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/archive-benchmark"))
    parser.add_argument("--look-up", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--keep", action="store_true", help="measure an archive that is there already")
    arguments = parser.parse_args()
    if arguments.look_up is not None:
        look_up(arguments.folder, arguments.look_up)
        return
    figures: dict[str, float] = {}
    if not arguments.keep:
        shutil.rmtree(arguments.folder, ignore_errors=True)
        figures |= build(arguments.folder, arguments.claims)
    figures |= look_ups(arguments.folder, 11) | add_small(arguments.folder)
    figures |= add_compared(arguments.folder, 2) | add_compared(arguments.folder, 0)
    for name, figure in figures.items():
        print(f"{name:55} {figure:12.3f}")


if __name__ == "__main__":
    main()
