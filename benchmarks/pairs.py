"""Whether figures are compared rightly: python benchmarks/pairs.py BENCH_FOLDER [--set NAME] [--part P] [--misses]

BENCH_FOLDER holds third-party pairs of texts (data/*.jsonl) and their score.py. Each pair is run as two short articles;
a conflict or tension between them is a contradiction, the same fact said twice an entailment where the first text's
figure lies inside the second's, anything else neutral.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from factcheck.compare.arithmetic.grim import possible
from factcheck.compare.engine import run_laws
from factcheck.compare.laws.comparisons import all_comparisons
from factcheck.compare.laws.law import Law
from factcheck.compare.laws.lawbook import load_laws
from factcheck.extract.assemble import extract
from factcheck.model import Claim, Document, Finding
from factcheck.period import Period, on
from factcheck.rulebook import Rulebook, load_rulebook

Row = dict[str, Any]
PAIRS = ("equate", "daccord", "rte3", "wikicontradict")
DISAGREE = frozenset({"conflict", "tension"})
FLAGS = ("num_both", "num_differs")  # numbers on both sides; other numbers than the other side's
AGREE = frozenset({"corroboration", "consistent", "note"})


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--set", dest="sets", choices=(*PAIRS, "crisisfacts", "grim"), action="append")
    arguments.add_argument("--part")
    arguments.add_argument("--misses", action="store_true", help="print the rows that went wrong")
    given = arguments.parse_args()
    judge = Pairs()
    for name in given.sets or (*PAIRS, "crisisfacts", "grim"):
        rows = [row for row in _rows(given.folder, name) if not given.part or row["part"] == given.part]
        if name == "grim":
            print("grim", sum(possible(row["text_a"], **_cases(row["meta"])) == (row["label"] == "ok") for row in rows),
                  "of", len(rows))  # fmt: skip
        elif name == "crisisfacts":
            crisis(rows, judge, given.misses)
        else:
            pairs(given.folder, name, rows, judge, given.misses)


def _rows(folder: Path, name: str) -> list[Row]:
    return [json.loads(line) for line in (folder / "data" / f"{name}.jsonl").open(encoding="utf-8")]


class Pairs:
    """Runs the laws on short texts."""

    def __init__(self) -> None:
        self.rulebook: Rulebook = load_rulebook()
        self.laws: Sequence[Law] = list(load_laws(self.rulebook, all_comparisons())[0].values())

    def findings(self, texts: Sequence[tuple[str, str]], lang: str) -> list[Finding]:
        """The findings among texts, each with its date."""
        documents = [_document(str(number), text, lang, day) for number, (text, day) in enumerate(texts)]
        claims = [claim for document in documents for claim in _claims(document, self.rulebook)]
        return run_laws(self.laws, claims, documents, self.rulebook)

    def label(self, row: Row) -> str:
        """What the findings say of a pair."""
        days = row["ref_date"] or "2020-06-01"
        findings = self.findings([(row["text_a"], days), (row["text_b"], days)], row["lang"])
        across = [finding for finding in findings if len({m.claim.doc for m in finding.members}) == 2]
        if any(finding.severity in DISAGREE and _opposed(finding) for finding in across):
            return "contradiction"
        agreeing = [finding for finding in across if finding.severity in AGREE]
        if agreeing and all(_holds(finding) for finding in agreeing):
            return "compatible" if row["dataset"] == "daccord" else "entailment"
        return "neutral"


def _claims(document: Document, rulebook: Rulebook) -> Sequence[Claim]:
    try:
        return list(extract(document, rulebook))
    except Exception as error:  # one row's failure is a line of the log
        print(f"not extracted: {error!r}: {document.text.strip()[:80]}", file=sys.stderr)
        return ()


def _document(name: str, text: str, lang: str, day: str) -> Document:
    return Document(name, name, text.strip() + "\n", lang, published=_published(day))


def _published(day: str) -> Period | None:
    """The day; None for one that no calendar has."""
    try:
        return on(date(*map(int, day.split("-"))))
    except ValueError:
        return None


def _sides(finding: Finding) -> tuple[list[Claim], list[Claim]]:
    claims = [member.claim for member in finding.members]
    return [claim for claim in claims if claim.doc == "0"], [claim for claim in claims if claim.doc == "1"]


def _opposed(finding: Finding) -> bool:
    groups: dict[int, set[str]] = defaultdict(set)
    for member in finding.members:
        groups[member.group].add(member.claim.doc)
    return any(one != other for one, other in pairwise(groups.values()))


def _holds(finding: Finding) -> bool:
    """True where the first text's figure lies inside the second's, so that the second follows from it."""
    first, second = _sides(finding)
    return any(a.stated.inside(b.allowed) or (a.value, a.bound) == (b.value, b.bound) for a in first for b in second)


def pairs(folder: Path, name: str, rows: Sequence[Row], judge: Pairs, misses: bool) -> None:
    """Labels the pairs of a set and prints what score.py says of them."""
    labels = {row["id"]: judge.label(row) for row in rows}
    with tempfile.TemporaryDirectory() as work:
        gold, predicted = Path(work, "gold.jsonl"), Path(work, "predicted.jsonl")
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        lines = (json.dumps({"id": key, "label": label}) + "\n" for key, label in labels.items())
        predicted.write_text("".join(lines), encoding="utf-8")
        flags = FLAGS + (("is_number", "is_date") if name == "wikicontradict" else ())
        for only in ((), *(("--only", flag) for flag in flags)):
            command = [sys.executable, folder / "score.py", "pair", gold, predicted, "--split", "all", *only]
            _show(name, only, json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    for row in rows if misses else ():
        if labels[row["id"]] != row["label"]:
            print(f"{row['id']} {row['label']} -> {labels[row['id']]}\n  {row['text_a']}\n  {row['text_b']}")


def _show(name: str, only: Sequence[str], scores: dict[str, Any]) -> None:
    for part, score in scores.items():
        caught = score["contradiction"]
        print(f"{name:14} {part:11} {' '.join(only):16} n {score['n']:4}  accuracy {score['acc']:5}"
              f"  false conflicts {score['false_conflict_rate']} %  contradictions P {caught['P']} R {caught['R']}"
              f"  {score['confusion']}")  # fmt: skip


def crisis(rows: Sequence[Row], judge: Pairs, misses: bool) -> None:
    """Counts the conflicts among the facts of each event: those of different days are updates."""
    found: Counter[str] = Counter()
    for part, own in _by_part(rows):
        for finding in judge.findings([(row["text_a"], row["ref_date"] or "2020-06-01") for row in own], "en"):
            if finding.severity not in DISAGREE or len({m.claim.doc for m in finding.members}) < 2:
                continue
            days = {member.claim.published for member in finding.members}
            kind = "different days" if len(days) > 1 else "one day"
            found[kind] += 1
            if misses:
                print(part, kind, finding.rule, finding.severity, finding.message)
                for member in finding.members:
                    print("   ", member.claim.published, member.group, member.claim.sentence.strip())
    print("crisisfacts", len(rows), "facts; conflicts and tensions:", dict(found) or "none")


def _by_part(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        parts[row["part"]].append(row)
    yield from parts.items()


def _cases(meta: Row) -> dict[str, Any]:
    return {"cases": meta["n"], "items": meta["items"], "percent": meta["percent"]}


if __name__ == "__main__":
    main()
