"""How well quantities are found: python benchmarks/quantities.py BENCH_FOLDER [--set NAME] [--lang L] [--misses]

BENCH_FOLDER holds third-party test data (data/*.jsonl) and their score.py. The finder reads news prose; what a
data set counts differently (units by another name, ordinals, years, ages) is mapped here and nowhere else.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from cqe import cqe
from recognizers import recognizers

Prediction = dict[str, Any]
SETS = {"cqe": "cqe.jsonl", "units": "recognizers_numberwithunit.jsonl", "numbers": "recognizers_number.jsonl"}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--set", dest="name", choices=SETS, action="append")
    arguments.add_argument("--lang")
    arguments.add_argument("--part")
    arguments.add_argument("--misses", action="store_true", help="print the rows whose values differ")
    given = arguments.parse_args()
    for name in given.name or SETS:
        gold = given.folder / "data" / SETS[name]
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        rows = [row for row in rows if given.lang in (None, row["lang"]) and given.part in (None, row["part"])]
        predict = {"cqe": cqe, "units": recognizers, "numbers": recognizers}[name]
        found = {row["id"]: list(predict(row)) for row in rows}
        if given.misses:
            show_misses(rows, found)
        score(given.folder / "score.py", gold, found, given)


def score(script: Path, gold: Path, found: dict[str, list[Prediction]], given: argparse.Namespace) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as handle:
        for key, predictions in found.items():
            handle.write(json.dumps({"id": key, "pred": predictions}) + "\n")
        handle.flush()
        for lang in [given.lang] if given.lang or "cqe" in gold.name else ["en", "fr", "de", "es", "it", "pt"]:
            call = [sys.executable, str(script), "quantity", str(gold), handle.name]
            call += (["--lang", lang] if lang else []) + (["--part", given.part] if given.part else [])
            figures = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
            for part, results in figures.items():
                line = "  ".join(f"{key} {value['F1']}" for key, value in results.items() if isinstance(value, dict))
                print(f"{gold.stem:24} {lang or '':3} {part:28} {line}")


def show_misses(rows: list[dict[str, Any]], found: dict[str, list[Prediction]]) -> None:
    for row in rows:
        want = sorted((g.get("value") or 0, g.get("value2") or 0) for g in row["gold"])
        got = sorted((p["value"] or 0, p.get("value2") or 0) for p in found[row["id"]])
        same = len(want) == len(got) and all(
            abs(a[0] - b[0]) <= 1e-5 * abs(a[0]) and abs(a[1] - b[1]) <= 1e-5 * abs(a[1])
            for a, b in zip(want, got, strict=True)
        )
        if not same:
            print(
                row["id"],
                "|",
                row["text_a"][:220],
                "| want",
                [(g.get("text"), *w) for g, w in zip(row["gold"], want, strict=False)],
                "| got",
                [
                    (row["text_a"][p["start"] : p["end"]], p["value"], p.get("value2"), p["unit"])
                    for p in found[row["id"]]
                ],
            )


if __name__ == "__main__":
    main()
