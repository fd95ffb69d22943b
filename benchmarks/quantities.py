"""How well quantities are found: python benchmarks/quantities.py BENCH_FOLDER [--set NAME] [--lang L] [--misses]

BENCH_FOLDER holds third-party test data (data/*.jsonl) and their score.py. Prints one table: F1 of values, and for
CQE's NewsQuant also of value and unit, value and change, value and concept; beside the figures of quantulum3 and
Recognizers-Text where they are installed. What a data set counts differently (units by another name, ordinals,
years, ages) is mapped in cqe.py and recognizers.py and nowhere else.
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
from others import Predict, installed
from recognizers import recognizers

Row = dict[str, Any]
Prediction = dict[str, Any]
SETS = {"cqe": "cqe.jsonl", "units": "recognizers_numberwithunit.jsonl", "numbers": "recognizers_number.jsonl"}
LANGUAGES = ("en", "fr", "de", "es", "it", "pt")
NEWS = ("value", "value+unit", "value+change", "value+concept_partial")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--set", dest="name", choices=SETS, action="append")
    arguments.add_argument("--lang")
    arguments.add_argument("--parts", action="store_true", help="a line for each part of the data")
    arguments.add_argument("--misses", action="store_true", help="print the rows whose values differ")
    given = arguments.parse_args()
    others = installed()
    print("| data | | F1 | factcheck | " + "".join(f"{name} | " for name in others))
    print("|---|---|---|---|" + "---|" * len(others))
    for name in given.name or SETS:
        gold = given.folder / "data" / SETS[name]
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        rows = [row for row in rows if given.lang in (None, row["lang"])]
        tools: dict[str, Predict] = {"factcheck": cqe if name == "cqe" else recognizers, **others}
        found = {tool: {row["id"]: list(predict(row)) for row in rows} for tool, predict in tools.items()}
        if given.misses:
            show_misses(rows, found["factcheck"])
        languages = [given.lang] if given.lang or name == "cqe" else LANGUAGES
        for lang in languages:
            tables = [score(given.folder / "score.py", gold, answers, lang) for answers in found.values()]
            show(gold.stem, lang, tables, given.parts)


def score(script: Path, gold: Path, found: dict[str, list[Prediction]], lang: str | None) -> dict[str, Any]:
    """What score.py says, by part of the data."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as handle:
        for key, predictions in found.items():
            handle.write(json.dumps({"id": key, "pred": predictions}) + "\n")
        handle.flush()
        call = [sys.executable, str(script), "quantity", str(gold), handle.name] + (["--lang", lang] if lang else [])
        figures: dict[str, Any] = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
        return figures


def show(data: str, lang: str | None, tables: list[dict[str, Any]], parts: bool) -> None:
    """Prints the rows of the table."""
    for part in tables[0]:
        if parts or part == ("NewsQuant" if data == "cqe" else "ALL"):
            for figure in NEWS if part == "NewsQuant" else NEWS[:1]:
                cells = " | ".join(
                    str(table[part][figure]["F1"] if table[part]["value"]["pred"] else "–") for table in tables
                )
                print(f"| {data} | {part if part != 'ALL' else lang or ''} | {figure} | {cells} |")


def show_misses(rows: list[Row], found: dict[str, list[Prediction]]) -> None:
    """Prints the rows whose values differ from the gold."""
    for row in rows:
        want = sorted((gold.get("value") or 0, gold.get("value2") or 0) for gold in row["gold"])
        got = sorted((made["value"] or 0, made.get("value2") or 0) for made in found[row["id"]])
        same = len(want) == len(got) and all(
            abs(a[0] - b[0]) <= 1e-5 * abs(a[0]) and abs(a[1] - b[1]) <= 1e-5 * abs(a[1])
            for a, b in zip(want, got, strict=True)
        )
        if not same:
            printed = [(row["text_a"][made["start"] : made["end"]], made["value"], made.get("value2")) for made in
                       found[row["id"]] if "start" in made]  # fmt: skip
            print(row["id"], "|", row["text_a"][:220], "| want", [gold.get("text") for gold in row["gold"]], want,
                  "| got", printed)  # fmt: skip


if __name__ == "__main__":
    main()
