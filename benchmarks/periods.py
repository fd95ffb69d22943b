"""How well calendar expressions are found: python benchmarks/periods.py BENCH_FOLDER [--set NAME] [--misses LANG]

BENCH_FOLDER holds third-party test data (data/*.jsonl) and their score.py. The finder reads news: it takes a day
without a year for the nearest one and an end as the last day meant. What a data set counts differently (ends that are
the day after, TIMEX3 for the two ends of a range, "three years ago" as a length) is mapped here and nowhere else.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck import period as calendar
from factcheck.extract import period_reference, periods
from factcheck.extract.mentions import PeriodMention
from factcheck.extract.period_steps import shift
from factcheck.extract.sentences import split
from factcheck.extract.tokens import tokenize
from factcheck.extract.vocabulary import Vocabulary, read_language
from factcheck.model import Document
from factcheck.period import Period

Row = dict[str, Any]
Value = tuple[str, str | None]
_PARTS = {"MO": (8, 12), "AF": (12, 16), "EV": (16, 20), "NI": (20, 24), "MEL": (11, 13), "MI": (12, 14)}
_SPANISH_PARTS = {**_PARTS, "AF": (16, 20), "EV": (20, 24)}
_SECONDS = {"Y": 31536000, "Q": 7776000, "M": 2592000, "W": 604800, "WE": 172800, "D": 86400, "DE": 315360000}
_UNITS = {"Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day", "DE": "decade"}
_LENGTH = re.compile(r"(T)|([\d.X]+)(DE|CE|WE|[YQMWDHS])")
_DAY_TIME = re.compile(r"[\d-]+T")


@lru_cache(maxsize=8)
def words(lang: str) -> Vocabulary:
    vocabulary = read_language(lang)
    periods.register(vocabulary)
    return vocabulary


def find(text: str, lang: str, published: Period | None) -> list[PeriodMention]:
    tokens = tokenize(text)
    tokens.hits = words(lang).lexicon.scan(tokens)
    return periods.find_periods(tokens, words(lang), published)


# Recognizers-Text: start and end (the day after), the past reading of what is ambiguous.


def length_in_seconds(timex: str) -> str:
    total, timed = 0.0, False
    for mark, amount, unit in _LENGTH.findall(timex):
        if mark:
            timed = True
            continue
        number = 3.0 if amount == "X" else float(amount)
        total += number * ({"H": 3600, "M": 60, "S": 1}[unit] if timed else _SECONDS.get(unit, 0))
    return f"{total:g}" if total % 1 else str(int(total))


def clock(moment: str) -> str:
    return ":".join(part.zfill(2) for part in [*moment.split(":"), "00", "00"][:3])


def time_value(timex: str, lang: str) -> Value:
    """The value of T08:30, T08/T09, TMO, each with or without a day before it."""
    table = _SPANISH_PARTS if lang == "es" else _PARTS
    if "/" in timex:
        first, last = (time_value(side, lang)[0] for side in timex.split("/"))
        return first, last
    day, _, moment = timex.partition("T")
    before = f"{day} " if day else ""
    if moment in table:
        low, high = table[moment]
        return f"{before}{low:02}:00:00", before + ("23:59:59" if high == 24 else f"{high:02}:00:00")
    return before + clock(moment), None


def counted_day(mention: PeriodMention, published: date) -> date | None:
    """The exact day of "three years ago", which the finder widens to the year."""
    parts = _LENGTH.findall(mention.length)
    if not parts or "T" in mention.length or mention.anchor != "published" or mention.period is None:
        return None
    amounts = tuple((float(n) if "." in n else int(n), _UNITS[u]) for _, n, u in parts if u in _UNITS and n != "X")
    for sign in (-1, 1):
        day = shift(published, amounts, sign)
        if mention.period.start and mention.period.end and mention.period.start <= day <= mention.period.end:
            return day
    return None


def recognizers_value(mention: PeriodMention, published: date | None, lang: str) -> Value:
    period, timex = mention.period, mention.timex
    if mention.type == "duration":
        return length_in_seconds(timex), None
    if mention.type == "set" or (period is None and mention.grain == "day"):
        return "not resolved", None
    if mention.type == "time" or (_DAY_TIME.match(timex) and mention.grain != "range"):
        return time_value(timex, lang)
    if period is None or (period.start is None and period.end is None) or mention.grain == "season":
        return "not resolved", None
    if mention.grain == "now":
        return f"{period.start} 00:00:00", None
    return day_value(mention, period, published)


def day_value(mention: PeriodMention, period: Period, published: date | None) -> Value:
    first, last = period.start, period.end
    after = str(last + timedelta(days=1)) if last else None
    if mention.mod in ("before", "until"):
        return mention.timex, after
    if mention.mod in ("since", "after"):
        return str(first), None
    if published and mention.grain not in ("window", "range"):
        day = counted_day(mention, published)
        if day:
            return str(day), None
    if mention.grain == "day":
        return str(first), None
    if mention.grain == "range" and len(mention.parts) == 2 and mention.parts[1].period:
        return str(first), str(mention.parts[1].period.start)
    rolling = mention.grain == "window" and last == published and not mention.timex.endswith("Q")
    if rolling and first:
        return str(first if first.day == 1 and first.month == 1 else first - timedelta(days=1)), str(last)
    return str(first), after


def resolve_to_the_past() -> None:
    """What is ambiguous is the past one, whatever the sentence says."""
    original: Callable[..., Any] = period_reference._likely_year

    def past(ref: Any, *rest: Any) -> Any:
        future, ref.future = ref.future, False
        try:
            return original(ref, *rest)
        finally:
            ref.future = future

    period_reference._likely_year = past
    period_reference._AHEAD.clear()


def recognizers(rows: list[Row], misses: str | None) -> None:
    resolve_to_the_past()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows:
        lang, published = row["lang"], calendar.parse(row["ref_date"]) if row["ref_date"] else None
        if published is None and row["gold"]:
            continue  # the gold is relative to a date that the row does not give
        found = [m for m in find(row["text_a"], lang, published) if m.period or m.type != "date" or m.grain == "day"]
        values = sorted(str(recognizers_value(m, published.start if published else None, lang)) for m in found)
        gold = sorted(str((g["value"], g["value2"])) for g in row["gold"])
        total[lang] += 1
        right[lang] += values == gold
        if misses == lang and values != gold:
            print(row["id"], gold, values)
    for lang in total:
        print(f"recognizers {lang}: {right[lang]} of {total[lang]} rows exact, {100 * right[lang] / total[lang]:.1f} %")


# TIMEX3: one value an expression, the document read in order.


def walk(text: str, lang: str, published: Period) -> Iterator[PeriodMention]:
    """The mentions of a document; each sentence is read with the period the one before has left."""
    vocabulary, context = words(lang), None
    for sentence in split(Document("", "", text, lang, published=published), vocabulary):
        tokens = sentence.tokens
        tokens.hits = vocabulary.lexicon.scan(tokens)
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


def timex(mention: PeriodMention, lang: str, published: Period) -> Iterator[Row]:
    if len(mention.parts) == 2:
        for part in mention.parts:
            yield {"start": part.start, "end": part.end, "type": "DATE", "value": part.timex}
        return
    kinds = {"date": "DATE", "duration": "DURATION", "set": "SET", "time": "TIME"}
    value, kind = mention.timex, kinds[mention.type]
    counted = mention.length and mention.anchor == "published" and mention.grain in ("year", "month", "week", "ref")
    if lang == "de" and counted:
        value, kind = mention.length, "DURATION"
    elif lang == "de" and mention.type == "time" and value.startswith("T"):
        value = f"{published.start}{value}" + (":00" if re.fullmatch(r"T\d\d", value) else "")
    elif mention.grain == "window":
        kind = "DURATION"
    if lang == "en":  # WikiWars knows one type and no sets
        kind = "DATE"
    if value and not (lang == "en" and mention.type == "set"):
        yield {"start": mention.start, "end": mention.end, "type": kind, "value": value}


def timex_sets(folder: Path, name: str, rows: list[Row]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        for row in rows:
            published = calendar.parse(row["ref_date"])
            found = [t for m in walk(row["text_a"], row["lang"], published) for t in timex(m, row["lang"], published)]
            out.write(json.dumps({"id": row["id"], "pred": found}) + "\n")
        out.flush()
        gold = folder / "data" / f"{name}.jsonl"
        command = [sys.executable, str(folder / "score.py"), "time", str(gold), out.name, "--split", "all"]
        print(name, json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", choices=["recognizers_datetime", "krauts_de", "wikiwars_en"])
    parser.add_argument("--misses", metavar="LANG", help="print the rows of a language that came out otherwise")
    options = parser.parse_args()
    for name in ("krauts_de", "wikiwars_en", "recognizers_datetime"):
        if options.set not in (None, name):
            continue
        with (options.folder / "data" / f"{name}.jsonl").open(encoding="utf-8") as handle:
            rows = [json.loads(line) for line in handle if line.strip()]
        if name == "recognizers_datetime":
            recognizers(rows, options.misses)
        else:
            timex_sets(options.folder, name, rows)


if __name__ == "__main__":
    main()
