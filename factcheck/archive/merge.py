"""Merging runs of like size, so that a look-up opens few files however often something was added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from factcheck.archive.arrow import pa
from factcheck.archive.manifest import File, Run
from factcheck.archive.runs import FILE_ROWS, group_sizes, read_range, write_run

FAN = 4  # runs of like size that are merged into one
_SMALLEST = 1_000
_LOWEST, _HIGHEST = -(1 << 63), (1 << 63) - 1


def due(runs: Sequence[Run]) -> list[Run]:
    """The runs to merge now: those of a size of which there are four, and all smaller ones; mostly none."""
    levels: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        levels[level(run)].append(run)
    full = [size for size, members in levels.items() if len(members) >= FAN]
    return [run for run in runs if level(run) <= max(full)] if full else []


def level(run: Run) -> int:
    """The size class of a run: each is four times the one before."""
    size, found = run.rows // _SMALLEST, 0
    while size >= FAN:
        size, found = size // FAN, found + 1
    return found


def merge(folder: Path, table: str, runs: Sequence[Run], schema: pa.Schema) -> Run:
    """Writes the rows of some runs as one run, a stretch of keys at a time, so that memory stays small."""
    old = [file for run in runs for file in run.files]
    files: list[File] = []
    for low, high in pairwise(_cuts(folder, old)):
        rows = read_range(folder, old, low, high - 1 if high < _HIGHEST else high, schema)
        files += write_run(folder, table, rows).files if len(rows) else ()
    return Run(tuple(files))


def _cuts(folder: Path, files: Sequence[File]) -> list[int]:
    """Keys that cut the rows into stretches of about one file each; no key is torn in two."""
    cuts, rows = [_LOWEST], 0
    for first, size in sorted(group_sizes(folder, files)):
        if rows >= FILE_ROWS * 7 // 8 and first > cuts[-1]:
            cuts.append(first)
            rows = 0
        rows += size
    return [*cuts, _HIGHEST]
