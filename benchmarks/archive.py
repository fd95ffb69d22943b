"""Measures the archive: a bulk import, small additions, and 20 claims of a draft looked up among millions.

    python benchmarks/archive.py --claims 10000000 --folder /tmp/archive-benchmark

Entities by Zipf's law, 40 metrics, 30 regions, ten years, all from one seed. The look-up runs in a fresh process each
time, with the imports counted; the operating system keeps the files in memory, as it would on an editor's desk.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from factcheck.archive.keys import compact, entity_key
from factcheck.archive.store import Archive
from factcheck.archive.tables import SCHEMAS
from factcheck.interval import Interval
from factcheck.model import Claim, Document
from factcheck.period import on

ENTITIES, METRICS, REGIONS, DAYS, CHUNK = 100_000, 40, 30, 3650, 500_000
FIRST_DAY = 16_436  # 2015-01-01, in days since 1970
WORDS = np.array(["harbour", "line", "carried", "guests", "more", "than", "ever", "before", "said", "its", "chief"])


def entity_name(number: int) -> str:
    return f"Firm {number}"


def zipf_entities(rng: np.random.Generator, count: int) -> np.ndarray:
    weights = 1 / np.arange(1, ENTITIES + 1)
    return np.searchsorted(np.cumsum(weights / weights.sum()), rng.random(count))


def tables(rng: np.random.Generator, count: int, first_doc: int) -> dict[str, pa.Table]:
    """Rows of one chunk, ten claims a document."""
    entity, metric, region = zipf_entities(rng, count), rng.integers(0, METRICS, count), rng.integers(0, REGIONS, count)
    doc = np.char.add("news/", (first_doc + np.arange(count) // 10).astype(str))
    value = np.round(rng.lognormal(12, 3, count), 0)
    day = FIRST_DAY + rng.integers(0, DAYS, count)
    time_start = pa.array(day, pa.int32()).cast(pa.date32())
    iso = time_start.cast(pa.string())
    words = [WORDS[rng.integers(0, len(WORDS), count)] for _ in range(8)]
    sentence = words[0]
    for word in [*words[1:], value.astype(np.int64).astype(str)]:
        sentence = np.char.add(np.char.add(sentence, " "), word)
    given = {
        "key": keys(entity, metric), "version": np.ones(count, np.int64), "doc": doc,
        "id": rng.integers(0, 2**63, count).astype(str), "start": np.arange(count) % 10 * 100,
        "end": np.arange(count) % 10 * 100 + 9, "quote": value.astype(np.int64).astype(str), "sentence": sentence,
        "entity": np.char.add("Firm ", entity.astype(str)), "metric": np.char.add("metric_", metric.astype(str)),
        "value": value, "low_allowed": value * 0.9, "high_allowed": value * 1.1, "low_stated": value,
        "high_stated": value, "time_start": time_start, "time_end": time_start, "time_edtf": iso,
        "region": pa.array(np.where(region == 0, None, np.char.add("R", region.astype(str))), pa.string()),
        "published": iso,
    }  # fmt: skip
    texts = {"kind": "level", "unit": "count", "bound": "exact", "timekind": "as_of", "stance": "asserted",
             "zone": "body", "lang": "en", "confidence": "high", "entity_basis": "subject", "region_basis": "stated",
             "time_basis": "stated"}  # fmt: skip
    claims = filled(SCHEMAS["claims"], count, given, texts)
    documents = np.unique(doc)
    article = {"key": rng.integers(-(2**63), 2**63, len(documents)), "id": documents, "path": documents,
               "article": documents, "version": np.ones(len(documents), np.int64)}  # fmt: skip
    copies = {"key": rng.integers(-(2**63), 2**63, count), "doc": doc, "version": np.ones(count, np.int64)}
    return {
        "claims": claims,
        "documents": filled(SCHEMAS["documents"], len(documents), article, {"text": "A short text.", "lang": "en"}),
        "copies": filled(SCHEMAS["copies"], count, copies, {}),
    }


def keys(entity: np.ndarray, metric: np.ndarray) -> np.ndarray:
    """What `entity_key` gives, for arrays."""
    mask = 0xFFFFFFFF
    heads = np.array([entity_key(entity_name(i), "") >> 32 & mask for i in range(ENTITIES)], np.uint64)
    tails = np.array([entity_key("", f"metric_{i}") & mask for i in range(METRICS)], np.uint64)
    return (heads[entity] << np.uint64(32) | tails[metric]).view(np.int64)


def filled(schema: pa.Schema, count: int, given: dict[str, object], texts: dict[str, str]) -> pa.Table:
    """A table whose other columns are empty."""
    arrays = []
    for field in schema:
        if field.name in given:
            column = given[field.name]
            arrays.append(column if isinstance(column, pa.Array) else pa.array(column, field.type))
        elif field.name in texts:
            arrays.append(pa.repeat(texts[field.name], count))
        elif pa.types.is_boolean(field.type) or pa.types.is_integer(field.type):
            arrays.append(pa.repeat(0, count).cast(field.type))
        else:
            arrays.append(pa.nulls(count, field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def draft(seed: int) -> tuple[Document, list[Claim]]:
    """Twenty claims on entities as frequent in drafts as in the archive."""
    rng = np.random.default_rng(seed)
    document = Document("draft.txt", "draft.txt", "text", "en")
    found = []
    for i, entity in enumerate(zipf_entities(rng, 20)):
        region, day = int(rng.integers(0, REGIONS)), date.fromordinal(719_163 + FIRST_DAY + int(rng.integers(0, DAYS)))
        found.append(
            Claim(
                f"d{i}", "draft.txt", i, i + 1, "5", f"The draft says something of its own here in words, {i} times.",
                entity_name(int(entity)), f"metric_{rng.integers(0, METRICS)}", "level", 5.0, "count", "exact",
                Interval(4, 6), Interval.point(5), time=on(day), region=f"R{region}" if region else None,
            )
        )  # fmt: skip
    return document, found


def build(folder: Path, count: int) -> dict[str, float]:
    """Imports everything; seconds and bytes."""
    archive, rng = Archive(folder), np.random.default_rng(20261122)
    making = 0.0
    begun = time.perf_counter()
    for at in range(0, count, CHUNK):
        start = time.perf_counter()
        rows = tables(rng, min(CHUNK, count - at), at // 10)
        making += time.perf_counter() - start
        archive.append(rows)
    stats = archive.snapshot().manifest
    files = [file for table in stats.tables for file in stats.files(table)]
    return {
        "import s": time.perf_counter() - begun - making,
        "size MB": sum((folder / file.name).stat().st_size for file in files) / 1e6,
        "files": len(files),
    }


def add_small(folder: Path, times: int = 25) -> dict[str, float]:
    """Commits of one article with 20 claims."""
    archive, taken = Archive(folder), []
    for seed in range(times):
        document, claims = draft(seed + 1000)
        name = f"small/{time.time_ns()}.txt"
        renamed = [Claim(**{f: getattr(c, f) for f in Claim.__slots__} | {"doc": name}) for c in claims]
        start = time.perf_counter()
        archive.add([Document(name, name, document.text + name, "en")], renamed)
        taken.append(time.perf_counter() - start)
    return {"small add s, median": statistics.median(taken), "small add s, worst": max(taken)}


def look_up(folder: Path, seed: int) -> None:
    """One look-up in this process; prints seconds, memory and what was found."""
    _, claims = draft(seed)
    start = time.perf_counter()
    found = Archive(folder).candidates(claims)
    taken = time.perf_counter() - start
    status = Path("/proc/self/status").read_text()  # getrusage would give the parent's memory, were that more
    memory = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    print(json.dumps({"s": taken, "MB": memory, "found": len(found.claims), "cut": found.cut}))


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
    assert compact(entity_name(1)) == "firm1"
    if arguments.look_up is not None:
        look_up(arguments.folder, arguments.look_up)
        return
    figures: dict[str, float] = {}
    if not arguments.keep:
        shutil.rmtree(arguments.folder, ignore_errors=True)
        figures |= build(arguments.folder, arguments.claims)
    figures |= look_ups(arguments.folder, 11) | add_small(arguments.folder)
    for name, figure in figures.items():
        print(f"{name:30} {figure:12.3f}")


if __name__ == "__main__":
    main()
