"""From the nodes of a sentence to its calendar expressions: each resolved with what the ones before it left."""

from __future__ import annotations

from typing import Literal

from factcheck.extract.periods.grammar import Node
from factcheck.extract.periods.resolve import Reading, Reference, resolve
from factcheck.extract.words.mentions import PeriodMention
from factcheck.extract.words.tokens import Tokens
from factcheck.model import TimeKind

_LAUNCH_DATES = frozenset({"day", "month", "year", "numeric", "rel", "weekday", "weekday_day"})
_STRETCHES = frozenset({"month", "quarter", "half", "year", "range"})
_LAUNCH = 12  # tokens from a launch to its date
_BARE = 2  # tokens from a comma to an expression that stands alone: , in 1974,
_AHEAD, _FAR_AHEAD = 8, 12  # tokens between "will" and the date it speaks of, the latter where no comma parts them
_OPENING = 3  # tokens within which a date opens its sentence: In October, the line will open a shop


def resolve_all(
    nodes: list[tuple[int, int, Node]], tokens: Tokens, ref: Reference, future: list[int], plans: list[int],
    aims: frozenset[str] = frozenset(),
) -> list[PeriodMention]:  # fmt: skip
    """The expressions in order; `future` are the tokens that speak of what is to come, `plans` those before it.

    `aims` are the words that lead a day on which something is to be: a strike is called for Monday.
    """
    found: list[PeriodMention] = []
    for i, j, node in _join_launches(nodes, tokens):
        ref.future = bool(future or plans) and _looks_ahead(i, j, node, tokens, future, plans)
        ref.future = ref.future or (node[0] == "weekday" and _is_aimed_at(i, j, tokens, aims))
        reading = resolve(node, ref)
        if reading is None:
            continue
        mention = _mention(tokens, i, j, node, reading)
        if node[0] in ("range", "split"):
            ends = [(end, resolve(end, ref)) for end in node[1:3]]
            mention.parts = tuple(_mention(tokens, i, j, end, side) for end, side in ends if side is not None)
        found.append(mention)
        mention.compares = _compares(node)
        moves = not mention.compares and (reading.anchor != "published" or not ref.narrative)
        moves = moves and not is_passing(node) and not (reading.anchor == "absolute" and _in_aside(i, j, tokens))
        moves = moves and not (len(found) > 1 and (reading.mod == "since" or _is_base(i, tokens)))
        moves = moves and not (ref.before is not None and _is_compared(i, tokens))
        known = node[0] == "head" or reading.grain not in ("now", "window")  # the last three months of 2023
        if mention.type == "date" and reading.start is not None and moves and known:
            ref.context = reading
            ref.stretch = reading if reading.grain in _STRETCHES else ref.stretch
        if reading.grain == "year" and reading.start is not None:
            ref.year = reading.start.year
    return found


def _looks_ahead(i: int, j: int, node: Node, tokens: Tokens, future: list[int], plans: list[int]) -> bool:
    """Whether a word of what is to come speaks of an expression; one anywhere before it does, of a deadline."""
    forms = tokens.forms
    told = forms[j : j + 1] == [","] and "," in forms[max(i - _AHEAD, 0) : max(i - _BARE, 0)]  # , which fell in April,
    if (
        node[0] in ("window", "whole")
        and i <= _OPENING
        and "," not in forms[j:]
        and any(j <= at < j + _AHEAD for at in plans)
    ):
        return True  # for the year to March the line expects a loss
    if any(j <= at < j + _AHEAD and (i <= _OPENING or not (told or "," in forms[j + 1 : at])) for at in future):
        return True
    if node[0] == "open" and node[1] in _DEADLINES:
        return any(at < j for at in (*future, *plans))
    near = any(i - _AHEAD <= at < j for at in future)
    return near or any(i - _FAR_AHEAD <= at < i and "," not in forms[at:i] for at in (*future, *plans))


_DEADLINES = ("by", "before", "until")


def _is_aimed_at(i: int, j: int, tokens: Tokens, aims: frozenset[str]) -> bool:
    """Whether a word such as "for" leads a day, and the day does not lead a noun: for Monday, not for Monday's vote."""
    return not aims.isdisjoint(tokens.words[max(i - _AIM, 0) : i]) and tokens.forms[j : j + 1] not in _POSSESSIVES


_AIM = 2  # tokens: para el lunes
_POSSESSIVES = (["'s"], ["’s"])


def _is_dated(last: int, first: int, tokens: Tokens) -> bool:
    """Whether a date behind a launch is that of it: no number or verb stands between."""
    between = range(last, first)
    verbs = (at for kind in ("present", "say", "copula") for at in tokens.first(kind))
    return (
        len(between) <= _LAUNCH
        and not any(tokens.forms[at][0].isdigit() for at in between)
        and not any(at in between for at in verbs)
    )


def _join_launches(nodes: list[tuple[int, int, Node]], tokens: Tokens) -> list[tuple[int, int, Node]]:
    """The same, "since its launch" and the dates right behind it as one: since the start on 8 May, until Sunday."""
    joined: list[tuple[int, int, Node]] = []
    for i, j, node in nodes:
        first, last, before = joined[-1] if joined else (0, 0, ("",))
        if before[0] == "launch" and node[0] in _LAUNCH_DATES and _is_dated(last, i, tokens):
            joined[-1] = (first, j, ("open", "since", node))
        elif before[0] == "launch" and _begins_in_days(node) and _is_dated(last, i, tokens):
            joined[-1] = (first, j, node)
        elif before[:2] == ("open", "since") and node[:2] in _UNTIL and i - last <= 1:
            joined[-1] = (first, j, ("range", before[2], node[2]))
        else:
            joined.append((i, j, node))
    return joined


def _begins_in_days(node: Node) -> bool:
    return node[0] == "range" and node[1][0] in _LAUNCH_DATES


_UNTIL = (("open", "until"), ("open", "by"))


def _in_aside(i: int, j: int, tokens: Tokens) -> bool:
    """Whether commas enclose an expression with other words: the company, founded in Bergen in 1974, now expects."""
    forms = tokens.forms
    first = next((at for at in range(i - 1, -1, -1) if forms[at] == ","), None)
    last = next((at for at in range(j, len(forms)) if forms[at] == ","), None)
    if first is None or last is None or i - first <= _BARE:
        return False
    return not any(form[0].isdigit() for form in (*forms[first:i], *forms[j:last]))


def _is_base(i: int, tokens: Tokens) -> bool:
    """Whether a word of comparison leads an expression: up from December 2003, more than in 2024."""
    return any(i in tokens.after(category) for category in ("than", "set_against", "change_base"))


def _is_compared(i: int, tokens: Tokens) -> bool:
    """Whether an expression is what a change is counted from, beside the time told of: up 1 % on the May quarter."""
    return any(at in tokens.after("compared_with") for at in (i, i - 1))


def is_passing(node: Node) -> bool:
    """Whether an expression names but a part of this year, which nothing later is counted from: early in the year."""
    return node[0] == "part" and node[2][0] in ("whole", "unit") and node[2][1] == "year"


def _compares(node: Node) -> bool:
    """Whether an expression leads back from a date just named: a year earlier, the previous quarter."""
    if node[0] == "unit":
        return bool(node[2] < 0 and node[3] == "c")
    return node[0] in ("same", "prior") or bool(node[0] == "shift" and node[1] < 0)


def _mention(tokens: Tokens, i: int, j: int, node: Node, reading: Reading) -> PeriodMention:
    kind: Literal["date", "duration", "set", "time"] = _TYPES.get(reading.grain, "date")
    return PeriodMention(
        i, j, tokens.starts[i], tokens.ends[j - 1], reading.period, kind, _timekind(node, reading), reading.mod,
        reading.anchor, reading.timex, reading.grain, reading.fiscal, node=node,
    )  # fmt: skip


_TYPES: dict[str, Literal["duration", "set", "time"]] = {"duration": "duration", "set": "set", "time": "time"}


def _timekind(node: Node, reading: Reading) -> TimeKind:
    if reading.grain == "launch":
        return "since_launch"
    if reading.period is None:
        return "unknown"
    if reading.grain in ("day", "part", "now") or reading.mod in ("by", "before", "after"):
        return "as_of" if reading.mod not in ("since",) else "during"
    return "during"
