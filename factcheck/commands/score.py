"""factcheck score: precision, recall and slots of extracted claims against hand-made ones."""

from __future__ import annotations

import argparse
import json

from factcheck.score import Score, misses, read_claims, rows, score


def run(arguments: argparse.Namespace) -> int:
    """Prints the score; the exit code."""
    result = score(read_claims(arguments.gold), read_claims(arguments.claims))
    if arguments.format == "json":
        print(json.dumps(rows(result)))
        return 0
    print(_text(result))
    if arguments.misses:
        for line in misses(result):
            print(line)
    return 0


def _text(result: Score) -> str:
    figures = rows(result)
    lines = [
        f"{result.gold} hand-made, {result.predicted} extracted, {result.matched} matched",
        f"detection   precision {result.precision:.3f}   recall {result.recall:.3f}   F1 {result.f1:.3f}",
        f"all slots   F1 {result.strict_f1:.3f}",
    ]
    lines += [f"{slot:13} {share:.3f}   of {figures['asked'][slot]}" for slot, share in figures["slots"].items()]
    return "\n".join(lines)
