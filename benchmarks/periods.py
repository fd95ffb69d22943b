"""How well calendar expressions are found: python benchmarks/periods.py BENCH_FOLDER [--set NAME] [--misses LANG]

BENCH_FOLDER holds third-party test data (data/*.jsonl) and their score.py. Prints one table, beside the figures of
Recognizers-Text where it is installed. The finder reads news: it takes a day
without a year for the nearest one and an end as the last day meant. What a data set counts differently is mapped here
(TIMEX3 for the two ends of a range, "three years ago" as a length) and in period_requests.py, and nowhere else.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import period_requests
from others import date_finders

from factcheck import period as calendar
from factcheck.extract.periods import find as periods
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.steps import clock_timex, duration_timex
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.sentences import split
from factcheck.extract.words.vocabulary import Vocabulary, read_language
from factcheck.model import Document
from factcheck.period import Period

Row = dict[str, Any]


@lru_cache(maxsize=8)
def words(lang: str) -> Vocabulary:
    vocabulary = read_language(lang)
    periods.register(vocabulary)
    return vocabulary


def requests(rows: list[Row], misses: str | None) -> None:
    """Prints, by language, how many rows of Recognizers-Text come out exactly right."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    for row in rows:
        lang = row["lang"]
        if not row["ref_date"] and row["gold"]:
            continue  # the gold is relative to a date that the row does not give
        total[lang] += 1
        gold = [((g["value"], g["value2"]), g["text"]) for g in row["gold"]]
        answers = {name: find(row) for name, find in (("factcheck", asked), *others.items())}
        for name, found in answers.items():
            exact = sorted(str(value) for value, _ in found) == sorted(str(value) for value, _ in gold)
            right[name, lang] += exact
            if misses == lang and name == "factcheck" and not exact:
                print(row["id"], row["ref_date"], row["text_a"], f"  gold: {gold}", f"  ours: {found}", sep="\n")
    for lang, rows_of in total.items():
        cells = (f"{100 * right[name, lang] / rows_of:.1f}" for name in ("factcheck", *others))
        print(f"| Recognizers-Text, dates | {lang}, {rows_of} rows | rows exactly right, % | {' | '.join(cells)} |")


def asked(row: Row) -> list[tuple[Any, str]]:
    """The values of a row, and their words."""
    published = calendar.parse(row["ref_date"]) if row["ref_date"] else None
    return period_requests.values(row["text_a"], words(row["lang"]), published)


def theirs(row: Row, find: Callable[[Row], list[Row]]) -> list[tuple[Any, str]]:
    """The same of another extractor."""
    return [(found["said"], found["text"]) for found in find(row)]


others = {name: partial(theirs, find=find) for name, find in date_finders().items()}


# TIMEX3: one value an expression, the document read in order.


def walk(text: str, lang: str, published: Period) -> Iterator[PeriodMention]:
    """The mentions of a document; each sentence is read with the period the one before has left."""
    vocabulary, context = words(lang), None
    for sentence in split(Document("", "", text, lang, published=published), vocabulary):
        tokens = sentence.tokens
        tokens.take(vocabulary.lexicon.scan(tokens))
        for mention in periods.find_periods(tokens, vocabulary, published, context):
            yield mention
            if moves(mention, context, published):
                context = mention.period


def moves(mention: PeriodMention, context: Period | None, published: Period) -> bool:
    """Whether a mention changes what the text speaks of: not "today" in a story of long ago."""
    period = mention.period
    if mention.type != "date" or period is None or period.start is None or period.end is None:
        return False
    if mention.grain in ("window", "now") or mention.mod == "since":
        return False
    recent = context is None or context.start is None or (published.start - context.start).days <= 366  # type: ignore[operator]
    return mention.anchor != "published" or recent


def timex(mention: PeriodMention, lang: str, day: date | None) -> Iterator[Row]:
    """The expressions of TIMEX3 for one of ours: both ends of a range, day and hour apart, lengths as such."""
    kinds = {"date": "DATE", "duration": "DURATION", "set": "SET", "time": "TIME"}
    readings = [(kinds[mention.type], mention.timex)]
    if len(mention.parts) == 2:
        readings = [("DATE", part.timex) for part in mention.parts]
    elif lang == "de":
        readings = list(german(mention, day)) or readings
    elif mention.grain == "window":
        readings = [("DURATION", mention.timex)]
    for kind, value in readings:
        if value and not (lang == "en" and kind == "SET"):  # WikiWars knows one type and no sets
            yield {"start": mention.start, "end": mention.end, "type": "DATE" if lang == "en" else kind, "value": value}


def german(mention: PeriodMention, day: date | None) -> Iterator[tuple[str, str]]:
    """The type and value where KRAUTS counts otherwise: hours have the day spoken of, years ago are a length."""
    node, value = mention.node, mention.timex
    if node[0] == "open":
        node = node[2]
    if node[0] == "shift" and mention.anchor == "published" and node[2][0] == "dur":
        yield "DURATION", duration_timex(node[2][1])
    elif mention.grain == "window":
        yield "DURATION", value
    elif node == ("unit", "day", 0, "p"):
        yield "DATE", "PRESENT_REF"  # "heute" without an hour, mostly in the sense of these days
    elif node[0] in ("clock", "clocks", "daypart") and mention.type == "time":
        yield from (("TIME", f"{day}{moment}") for moment in clock_times(node, value))
    elif node[0] == "at" and node[2][0] in ("clock", "clocks"):
        named = value.partition("T")[0]
        part = node[1][-1] if node[1][0] == "unit" else "p"
        yield ("TIME", named + part) if part[0] == "T" else ("DATE", named)
        yield from (("TIME", f"{named}{moment}") for moment in clock_times(node[2], value))


def clock_times(node: Node, value: str) -> list[str]:
    """T08:00, and for "8 to 10" T10:00 too."""
    ends = node[1:] if node[0] == "clocks" else [node]
    return [clock_timex((*end[:2], end[2] or 0, end[3])) if end[0] == "clock" else value for end in ends]


def timex_sets(folder: Path, name: str, rows: list[Row]) -> None:
    """Prints the F1 of expressions and of their values."""
    finders = {"factcheck": told, **date_finders()}
    figures = [score(folder, name, {row["id"]: find(row) for row in rows}) for find in finders.values()]
    for figure in ("relaxed", "value"):
        cells = " | ".join(str(table[figure]["F1"]) for table in figures)
        print(f"| {name} | {len(rows)} texts | {figure} F1 | {cells} |", flush=True)


def told(row: Row) -> list[Row]:
    """The expressions of a document as TIMEX3."""
    published = calendar.parse(row["ref_date"])
    found: list[Row] = []
    day = published.start
    for mention in walk(row["text_a"], row["lang"], published):
        found.extend(timex(mention, row["lang"], day if mention.node[0] == "daypart" else published.start))
        if mention.grain == "day" and mention.type == "date" and mention.period:
            day = mention.period.start
    return found


def score(folder: Path, name: str, found: dict[str, list[Row]]) -> dict[str, Any]:
    """What score.py says."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        out.writelines(json.dumps({"id": key, "pred": pred}) + "\n" for key, pred in found.items())
        out.flush()
        gold = folder / "data" / f"{name}.jsonl"
        command = [sys.executable, str(folder / "score.py"), "time", str(gold), out.name, "--split", "all"]
        figures: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", choices=["recognizers_datetime", "krauts_de", "wikiwars_en"])
    parser.add_argument("--misses", metavar="LANG", help="print the rows of a language that came out otherwise")
    options = parser.parse_args()
    print("| data | | | factcheck |" + "".join(f" {name} |" for name in others))
    print("|---|---|---|---|" + "---|" * len(others))
    for name in ("krauts_de", "wikiwars_en", "recognizers_datetime"):
        if options.set not in (None, name):
            continue
        with (options.folder / "data" / f"{name}.jsonl").open(encoding="utf-8") as handle:
            rows = [json.loads(line) for line in handle if line.strip()]
        if name == "recognizers_datetime":
            requests(rows, options.misses)
        else:
            timex_sets(options.folder, name, rows)


if __name__ == "__main__":
    main()
