"""Calendar expressions as Recognizers-Text counts them: the finder's reading of news turned into that of requests.

The finder reads news: "in three years" is a length, an end is the last day meant, "last Monday" the nearest one gone.
Recognizers-Text reads what is said to an assistant: "in three years" is a day, an end the day after, "last Monday" a
day of last week, what is ambiguous the past one. Nothing is found here, only counted otherwise.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from factcheck.extract.periods.find import finder_for
from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.in_sentence import resolve_all
from factcheck.extract.periods.reference import Reading, Reference, resolve
from factcheck.extract.periods.steps import add, shift
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import tokenize
from factcheck.extract.words.vocabulary import Vocabulary
from factcheck.period import Period

Value = tuple[str, str | None]
_PARTS = {"MO": (8, 12), "AF": (12, 16), "EV": (16, 20), "NI": (20, 24), "MEL": (11, 13), "MI": (12, 14), "DA": (4, 8)}
_SPANISH_PARTS = {**_PARTS, "AF": (16, 20), "EV": (20, 24)}
_SECONDS = {"Y": 31536000, "Q": 7776000, "M": 2592000, "W": 604800, "WE": 172800, "D": 86400, "DE": 315360000}
_LENGTH = re.compile(r"(T)|([\d.X]+)(DE|CE|WE|[YQMWDHS])")
_DAY_TIME = re.compile(r"[\d-]+T")
_CLOCK_UNITS = {"hour": "hours", "minute": "minutes", "second": "seconds"}
_OPEN = {"since", "after", "before", "until", "by"}


def values(text: str, vocabulary: Vocabulary, published: Period | None) -> list[tuple[Value, str]]:
    """The values of the expressions of a request, in order, each with its words."""
    tokens = tokenize(text)
    tokens.take(vocabulary.lexicon.scan(tokens))
    finder = finder_for(vocabulary)
    today = published.start if published else None
    table = _SPANISH_PARTS if vocabulary.lang == "es" else _PARTS
    found: list[tuple[Value, str]] = []
    for i, j, node in finder.nodes(tokens):
        ref = Reference(today, today, None, finder.month_first, ahead=0)
        said = as_said(node, ref) if today else node
        found += [
            (value(mention, said, ref, table), tokens.span(i, j))
            for mention in resolve_all([(i, j, said)], tokens, ref, [], [])
            if mention.period or mention.type != "date" or (mention.grain == "day" and today) or node[0] == "shift"
        ]
    return found


def as_said(node: Any, ref: Reference) -> Any:
    """The node with weekdays, lengths ahead and decades as a request means them."""
    today = ref.published
    if not isinstance(node, tuple) or node[:1] == ("set",) or today is None:
        return node
    kind = node[0] if node else None
    if kind == "weekday":
        return _on(today - timedelta(days=(today.weekday() - node[1] - 1) % 7 + 1))
    if kind == "rel" and node[2][0] == "weekday":
        return _on(today + timedelta(days=node[2][1] - today.weekday() + 7 * node[1]))
    if kind == "weekday_day":
        return _weekday_day(node, today) or node
    if node == ("whole", "weekend"):
        return ("unit", "weekend", 0, "p")
    if kind in ("week", "half") and node[1] is None:
        return (kind, ("year", today.year), node[2])
    if kind == "nth" and node[2] == "half" and node[3] is None:
        return ("half", ("year", today.year), node[1])
    if kind == "within":
        return ("shift", 1, node[1], "p")
    if kind == "window" and node[3] is None and node[2][1][0][1] == "decade":
        return _decades(node, today)
    if kind == "range":
        return ("range", *_ends(node, ref))
    return tuple(as_said(part, ref) for part in node)


def _weekday_day(node: Node, today: date) -> Node | None:
    """Friday 13: the last one gone."""
    back = (today - timedelta(days=gone) for gone in range(_YEARS))
    return next((_on(day) for day in back if day.weekday() == node[1] and day.day == node[2]), None)


_YEARS = 3000  # days


def _on(day: date) -> Node:
    return ("day", ("year", day.year), day.month, day.day)


def _ends(node: Node, ref: Reference) -> tuple[Node, Node]:
    """The ends of a range: the last one of its kind, and the first one after it."""
    first, last = as_said(node[1], ref), as_said(node[2], ref)
    start, end = resolve(first, ref), resolve(last, ref)
    if start is None or end is None or start.start is None or end.start is None:
        return first, last
    if node[2][0] == "weekday":
        return first, _on(start.start + timedelta(days=(node[2][1] - start.start.weekday()) % 7))
    known = _yearless(node[1]) or node[1][0] in ("now", "unit")
    if known and _yearless(node[2]) and start.grain == end.grain and start.grain in ("day", "month"):
        later = end.start.replace(year=start.start.year + ((end.start.month, end.start.day) < _month_day(start.start)))
        return (_on(start.start), _on(later)) if start.grain == "day" else (_month(start.start), _month(later))
    return first, last


def _yearless(node: Node) -> bool:
    return (node[0] in ("day", "month") and node[1] is None) or (node[0] == "numeric" and node[3] is None)


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day


def _month(day: date) -> Node:
    return ("month", ("year", day.year), day.month)


def _decades(node: Node, today: date) -> Node:
    amount = node[2][1][0][0]
    now = today.year - today.year % 10
    first, last = (now + 10, now + 10 + 10 * amount) if node[1] > 0 else (now - 10 * amount, now)
    return ("range", ("year", first), ("year", last))


def value(mention: PeriodMention, node: Node, ref: Reference, table: dict[str, tuple[int, int]]) -> Value:
    """Start and end, as the data set prints them."""
    period, timex = mention.period, mention.timex
    if node[0] == "shift" and ref.published:
        counted = _counted(node, ref, ref.published)
        if counted:
            return counted
    if node[0] == "open" and node[1] in _OPEN:
        return _open(node, mention, ref, table)
    if node[0] == "part":
        cut = _part(node, ref, table)
        if cut:
            return cut
    if node[0] == "week_from" and period and period.start:
        monday = period.start - timedelta(days=period.start.weekday())
        return str(monday), str(monday + timedelta(days=7))
    if mention.type == "duration":
        return _seconds(timex), None
    if mention.type == "set" or mention.fiscal or (period is None and mention.grain == "day"):
        return "not resolved", None
    if mention.type == "time" or (_DAY_TIME.match(timex) and mention.grain != "range"):
        return _time(timex, table)
    if period is None or (period.start is None and period.end is None) or mention.grain == "season":
        return "not resolved", None
    return _days(mention, period, ref)


def _days(mention: PeriodMention, period: Period, ref: Reference) -> Value:
    first, last = period.start, period.end
    after = str(last + timedelta(days=1)) if last else None
    if mention.grain == "now":
        return f"{first} 00:00:00", None
    if mention.grain == "day":
        return str(first), None
    if mention.grain == "range" and len(mention.parts) == 2 and mention.parts[1].period:
        last_part = mention.parts[1]
        cut = _part(last_part.node, ref, _PARTS) if last_part.node[0] == "part" else None
        return str(first), cut[1] if cut else str(last_part.period.start)
    rolling = mention.grain == "window" and last == ref.published and not mention.timex.endswith("Q")
    if rolling and first:
        return str(first if first.day == 1 and first.month == 1 else first - timedelta(days=1)), str(last)
    return str(first), after


def _counted(node: Node, ref: Reference, today: date) -> Value | None:
    """The exact day, or moment, so long before or after another."""
    _, sign, length, anchor = node
    if any(amount == "X" for amount, _ in length[1]):
        return None
    start: date | None = today
    if not isinstance(anchor, str):
        whole = resolve(anchor, ref)
        start = whole.start if whole else None
    if start is None:
        return None
    timed = {_CLOCK_UNITS[unit]: sign * amount for amount, unit in length[1] if unit in _CLOCK_UNITS}
    day = shift(start, tuple(part for part in length[1] if part[1] not in _CLOCK_UNITS), sign)
    if timed:
        return str(datetime.combine(day, time()) + timedelta(**timed)), None
    return str(day), None


def _open(node: Node, mention: PeriodMention, ref: Reference, table: dict[str, tuple[int, int]]) -> Value:
    """After 2016, before 5 pm, until April: the near end and nothing, or what was said and the far end."""
    _, mod, inner = node
    whole = resolve(inner, ref)
    if whole is None:
        return "not resolved", None
    first, last = _inner(inner, whole, ref, table)
    if mod == "since":
        return first, None
    if mod == "after":
        return (last if last and whole.grain not in ("day", "time") else first), None
    end = last if mod == "before" and inner[0] == "part" and last else first
    return _without_year(inner, whole), end


def _inner(inner: Node, whole: Reading, ref: Reference, table: dict[str, tuple[int, int]]) -> Value:
    if inner[0] == "part":
        cut = _part(inner, ref, table)
        if cut:
            return cut
    if "T" in whole.timex:
        return _time(whole.timex, table)
    if whole.period is None or whole.period.start is None or whole.period.end is None:
        return "not resolved", None
    return str(whole.period.start), str(whole.period.end + timedelta(days=1))


def _without_year(node: Node, whole: Reading) -> str:
    """What was said as TIMEX, its year unknown where none was said."""
    day = node[1] if node[0] == "at" else node
    return "XXXX" + whole.timex[4:] if _yearless(day) else whole.timex


# Parts of periods: the first and the last half of this year, thirds of any other, and so on.


def _part(node: Node, ref: Reference, table: dict[str, tuple[int, int]]) -> Value | None:
    _, which, inner = node
    whole = resolve(inner, ref)
    if whole is None:
        return None
    side = {"start": "early", "sofar": "early", "end": "late", "rest": "late"}.get(which, which)
    day, mark, daypart = whole.timex.partition("T")
    if mark and daypart in table:
        return _part_of_day(day, table[daypart], side)
    if whole.start is None or whole.period is None or whole.period.end is None:
        return None
    if whole.grain == "day" and not mark:
        return _part_of_hours(whole.start, which, side)
    first, last = _cut(whole.start, whole.period.end + timedelta(days=1), whole.grain, side, inner[0] == "year")
    if which == "sofar" and ref.published:
        last = min(last, ref.published)
    if which == "rest" and ref.published:
        first = max(first, ref.published)
    return str(first), str(last)


def _part_of_day(day: str, hours: tuple[int, int], side: str) -> Value:
    low, high = (hours[0], hours[0] + 2) if side == "early" else (hours[1] - 2, hours[1])
    return _hours(f"{day} " if day else "", low, high)


def _part_of_hours(day: date, which: str, side: str) -> Value:
    if which == "end":
        return f"{day} 23:59:59", None
    low, high = {"early": (0, 12), "mid": (10, 14), "late": (12, 24)}[side]
    if high == 24:
        return f"{day} {low:02}:00:00", f"{day + timedelta(days=1)} 00:00:00"
    return _hours(f"{day} ", low, high)


def _cut(first: date, after: date, grain: str, side: str, numbered: bool) -> tuple[date, date]:
    if grain == "year" and numbered:
        months = {"early": (0, 4), "mid": (4, 8), "late": (8, 12)}[side]
    elif grain == "year":
        months = {"early": (0, 6), "mid": (3, 9), "late": (6, 12)}[side]
    elif grain == "month":
        low, high = {"early": (1, 16), "mid": (10, 21), "late": (16, 0)}[side]
        return first.replace(day=low), first.replace(day=high) if high else after
    elif grain == "week":
        low, high = {"early": (0, 3), "mid": (2, 5), "late": (3, 7)}[side]
        return first + timedelta(days=low), first + timedelta(days=high)
    else:
        return first, after
    return add(first, months[0], "month"), add(first, months[1], "month")


# Clock times and lengths.


def _time(timex: str, table: dict[str, tuple[int, int]]) -> Value:
    """The value of T08:30, T08/T09, TMO, each with or without a day before it."""
    if "/" in timex:
        first, last = (_time(side, table)[0] for side in timex.split("/"))
        return first, last
    day, _, moment = timex.partition("T")
    before = f"{day} " if day else ""
    if moment in table:
        return _hours(before, *table[moment])
    return before + ":".join(part.zfill(2) for part in [*moment.split(":"), "00", "00"][:3]), None


def _hours(before: str, low: int, high: int) -> Value:
    return f"{before}{low:02}:00:00", before + ("23:59:59" if high == 24 else f"{high:02}:00:00")


def _seconds(timex: str) -> str:
    total, timed = 0.0, False
    for mark, amount, unit in _LENGTH.findall(timex):
        if mark:
            timed = True
            continue
        number = 3.0 if amount == "X" else float(amount)
        total += number * ({"H": 3600, "M": 60, "S": 1}[unit] if timed else _SECONDS.get(unit, 0))
    return f"{total:g}" if total % 1 else str(int(total))
